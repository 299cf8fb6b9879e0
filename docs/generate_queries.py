"""Write docs/queries.md from queries/*.cypher and their expected answers on the small graph of the tests.

python docs/generate_queries.py            write the page
python docs/generate_queries.py --check    exit 1 if the page is not what would be written
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from skillgraph.queries import Query, load_queries  # noqa: E402
from tests.queries.cases import CASES, Case  # noqa: E402

PAGE = ROOT / "docs" / "queries.md"
MOST_ROWS = 5
_HEAD = """# The query cookbook

Written from `queries/*.cypher` by `python docs/generate_queries.py`.

Every query is a command (`skillgraph query NAME`), a favourite of the [Neo4j Browser kit](analyst-guide.md#in-the-neo4j-browser), and a
statement that runs as it stands on the embedded store and in Neo4j, read-only, with the same rows. People, skills and companies go by id,
name or other name. The example answers come from the small graph of the tests: four invented engineers in two invented companies.
[How to write one more](analyst-guide.md#write-one-more-query) is in the analysts' guide.
"""


def page() -> str:
    """Return the page's text."""
    topics: dict[str, list[Query]] = {}
    for query in load_queries().values():
        topics.setdefault(query.topic, []).append(query)
    lines = [_HEAD]
    for topic, queries in sorted(topics.items()):
        lines += [f"- {topic}: " + ", ".join(f"[{query.title}](#{query.name})" for query in queries)]
    for topic, queries in sorted(topics.items()):
        lines += ["", f"## {topic}"]
        for query in queries:
            lines += ["", *_section(query)]
    return "\n".join(lines) + "\n"


def _section(query: Query) -> Iterator[str]:
    case = next(case for case in CASES if case.query == query.name)
    yield from (f"### {query.name}", "", f"**{query.title}.** {query.purpose}", "")
    yield from ("```console", f"$ skillgraph query {query.name}{_options(query, case)}", "```", "")
    yield from _table([column.name for column in query.columns], [[_cell(value) for value in row] for row in case.rows[:MOST_ROWS]])
    if len(case.rows) > MOST_ROWS:
        yield from ("", f"… and {len(case.rows) - MOST_ROWS} more rows.")
    if query.parameters:
        yield ""
        rows = [[f"`{p.name}`", p.type, "needed" if p.required else _default(p.default), p.meaning] for p in query.parameters]
        yield from _table(["parameter", "type", "without it", "meaning"], rows)
    yield ""
    yield from _table(["column", "type", "meaning"], [[f"`{c.name}`", c.type, c.meaning] for c in query.columns])
    yield from ("", "```cypher", query.statement.strip(), "```")
    if query.graph:
        yield from ("", "With `--graph`, and as a picture in the Browser:", "", "```cypher", query.graph.strip(), "```")


def _options(query: Query, case: Case) -> str:
    given = [(p.name, case.parameters[p.name]) for p in query.parameters if p.name in case.parameters]
    return "".join(f" --{name} {shlex.quote(','.join(value) if isinstance(value, list | tuple) else str(value))}" for name, value in given)


def _default(value: Any) -> str:
    return "" if value in (None, []) else f"`{value}`"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield from (f"| {' | '.join(cells)} |" for cells in (head, ["---"] * len(head)))
    yield from (f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def _cell(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(_cell, value))
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def main(words: list[str]) -> int:
    """Write or check the page."""
    text = page()
    if "--check" in words:
        return int(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
