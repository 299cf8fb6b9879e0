"""Write docs/graph-model.md from graph/schema.yaml, so that the two cannot part.

python docs/generate_graph_model.py            write the page
python docs/generate_graph_model.py --check    exit 1 if the page is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "graph-model.md"
INTRODUCTION = """# The graph model

Written from `graph/schema.yaml` by `python docs/generate_graph_model.py`. How to ask it: [the analysts' guide](analyst-guide.md).

PICTURE
    (:Person)-[:HELD]->(:Position)-[:AT]->(:Company)
    (:Person)-[:STUDIED_AT]->(:School)
    (:Position)-[:INCLUDES]->(:Achievement)<-[:ACHIEVED]-(:Person)
    (:Achievement)-[:USED]->(:Skill:Technology)       (:Achievement)-[:APPLIED]->(:Skill:Concept)
    (:Achievement)-[:MEASURED_BY]->(:Metric)          (:Position)-[:LISTS]->(:Skill)
    (:Person)-[:CLAIMS]->(:Skill)                     (:Person)-[:HAS_SKILL]->(:Skill)
    (:Person)-[:DESCRIBED_IN]->(:Document)
    (:Skill)-[:BROADER | IMPLIES | PART_OF | ALTERNATIVE_TO | RELATED]->(:Skill)

Stated, demonstrated and inferred are kept apart. `USED`, `APPLIED` and `LISTS` are what work shows; `CLAIMS` is what somebody says of
themselves; `HAS_SKILL` sums up what is known, its `basis` being the strongest of `demonstrated`, `stated` and `inferred`. An inferred skill
carries the `chain` of relations that leads to it. A claim has a `stance`: `positive`, or what somebody lacks (`negated`) or wants to learn
(`aspired`); only positive ones count for `HAS_SKILL`.

Dates are ISO prefixes (`2021`, `2021-09`), whose length is their precision. `startMonth` and `endMonth` are integers, year × 12 + month − 1,
so that months can be counted without date functions. `months` counts overlapping positions once. A property that is not known is not there.

"""


def picture(schema: dict[str, Any]) -> str:
    """Return the labels and the relationships between them, drawn by Mermaid."""
    ends: dict[tuple[str, str], list[str]] = {}
    for name, kind in schema["relationships"].items():
        ends.setdefault((kind["from"], kind["to"]), []).append(name)
    special = {name: label["extends"] for name, label in schema["labels"].items() if "extends" in label}
    lines = [f"    {start} -->|{' | '.join(names)}| {end}".replace(" | ", "<br>") for (start, end), names in ends.items()]
    lines += [f"    {name} -.->|is a| {base}" for name, base in special.items()]
    return "\n".join(["```mermaid", "graph LR", *lines, "```", ""])


def _type(text: str) -> str:
    return f"{text.rstrip('?')}{', optional' if text.endswith('?') else ''}"


def _table(properties: dict[str, Any]) -> list[str]:
    return ["| property | type |", "| --- | --- |", *(f"| `{name}` | {_type(str(kind))} |" for name, kind in properties.items()), ""]


def page(schema: dict[str, Any]) -> str:
    """Return the page's text."""
    lines = [INTRODUCTION.replace("PICTURE\n", picture(schema) + "\n") + "## Nodes", ""]
    for name, label in schema["labels"].items():
        lines += [f"### {name}", "", label["doc"] + ".", ""]
        if "extends" in label:
            lines += [f"Every node with this label is a `{label['extends']}` too, with its properties.", ""]
        else:
            lines += [f"Identified by `{label['key']}`.", "", *_table(label["properties"])]
    lines += ["## Relationships", "", "| type | from | to | properties | evidence | meaning |", "| --- | --- | --- | --- | --- | --- |"]
    for name, kind in schema["relationships"].items():
        properties = ", ".join(f"`{key}` ({_type(str(value))})" for key, value in kind.get("properties", {}).items())
        lines.append(
            f"| `{name}` | {kind['from']} | {kind['to']} | {properties} | {'yes' if kind.get('evidence') else ''} | {kind.get('doc', '')} |"
        )
    lines += ["", "A relationship with evidence also has:", "", *_table(schema["evidence"])]
    return "\n".join(lines)


def main(words: list[str]) -> int:
    """Write or check the page."""
    text = page(yaml.safe_load((ROOT / "graph" / "schema.yaml").read_text(encoding="utf-8")))
    if "--check" in words:
        return int(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
