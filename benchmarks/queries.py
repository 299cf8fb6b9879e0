"""How fast the canned queries answer on a large graph: embedded, in plain networkx, and in Neo4j where Java is there.

    python -m benchmarks.queries [--people 10000] [--rounds 5] [--without-neo4j] [--json FILE]

The graph is invented, of the real ontology's skills, and the same each time. A query that asks for a skill or a person is timed
with one that many have to do with, one of the middle and a rare one; the median over all rounds counts, its first call does not.
What runs in this process is told in processor time, since what else slows it down is not the code; Neo4j in the time that one waits.
What networkx answers is compared with the embedded store's answer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.large_graph import COMPANIES, large_graph
from benchmarks.plain_networkx import QUESTIONS, as_networkx
from skillgraph.exporters import export
from skillgraph.graph.neo4j_connection import PASSWORD_VARIABLES, connect, parse_address
from skillgraph.graph.neo4j_statements import schema_statements
from skillgraph.graph.store import GraphStore, open_store
from skillgraph.model import PropertyGraph
from skillgraph.queries import Query, load_queries, run_query
from tests.neo4j.server import Unavailable, admin, assemble, prepare, started

Clock = Callable[[], float]
SINGLE, WHOLE = "one person, skill or company", "whole graph"
BARS = {SINGLE: 200.0, WHOLE: 2000.0}
COMPARING = ("similar-people", "substitutes")
"""They start from one person and compare everybody."""


def kind_of(query: Query) -> str:
    """Tell whether a query starts from something or goes through all people."""
    starts = any(p.required and p.type in ("person", "skill", "company") for p in query.parameters)
    return SINGLE if starts and query.name not in COMPARING else WHOLE


def values_of(store: GraphStore) -> list[dict[str, str]]:
    """Return three sets of a person, another, a skill, another and a company: much connected, middling, rare."""
    count = "MATCH (:Person)-[h:HAS_SKILL]->(s:Technology) WHERE h.basis = 'demonstrated' WITH s.id AS id, count(*) AS people RETURN id ORDER BY people DESC, id"
    skills = [str(row[0]) for row in store.run(count, {}).rows]
    people = [str(row[0]) for row in store.run("MATCH (p:Person) RETURN p.id AS id ORDER BY id", {}).rows]
    found = []
    for place, at in ((0, 0), (len(skills) // 100, len(people) // 2), (len(skills) // 4, len(people) - 2)):
        near = {"skill": skills[place], "with": skills[place + 1], "more": skills[place + 2]}
        found.append({"person": people[at], "other": people[at + 1], "company": f"company:{place % COMPANIES}", **near})
    return found


def parameters_of(query: Query, values: Mapping[str, str]) -> dict[str, Any]:
    """Return what the query needs."""
    years = {"since": "2012", "until": "2020"}
    skills = [values["skill"], values["with"], values["more"]]
    given: dict[str, Any] = {}
    for place, parameter in enumerate(p for p in query.parameters if p.required or p.name in ("all", "technology")):
        second = place > 0
        choice = {
            "person": values["other" if second else "person"],
            "skill": values["with" if second else "skill"],
            "company": values["company"],
            "skills": skills,
        }
        given[parameter.name] = years[parameter.name] if parameter.type == "string" else choice[parameter.type]
    return given


def timed(work: Callable[[Mapping[str, Any]], Any], cases: Sequence[Mapping[str, Any]], *, rounds: int, clock: Clock) -> float:
    """Return the median in milliseconds over all cases and rounds."""
    found = []
    for case in cases:
        work(case)
        for _ in range(rounds):
            began = clock()
            work(case)
            found.append((clock() - began) * 1000)
    return statistics.median(found)


def measure(store: GraphStore, cases: Mapping[str, Sequence[Mapping[str, Any]]], *, rounds: int, clock: Clock) -> dict[str, float]:
    """Return the median of each query on a store."""
    found = {}
    for name in load_queries():
        found[name] = timed(partial(run_query, store, name, timeout=120), cases[name], rounds=rounds, clock=clock)
        print(f"  {name} {found[name]:.1f}", file=sys.stderr, flush=True)
    return found


def measure_networkx(
    graph: PropertyGraph, store: GraphStore, cases: Mapping[str, Sequence[Mapping[str, Any]]], *, rounds: int
) -> dict[str, float]:
    """Return the median of the questions that are written for networkx, having compared the answers."""
    plain = as_networkx(graph)
    for name, answer in QUESTIONS.items():
        for case in cases[name]:
            if sorted(answer(plain, case)) != sorted(_cut(store, name, case, answer.columns)):
                raise SystemExit(f"{name}: networkx and the embedded store differ for {case}")
    return {name: timed(partial(answer, plain), cases[name], rounds=rounds, clock=time.process_time) for name, answer in QUESTIONS.items()}


def _cut(store: GraphStore, name: str, case: Mapping[str, Any], columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
    for record in run_query(store, name, {**case, "limit": 10_000_000}, timeout=120).records():
        yield tuple(record[column] for column in columns)


@contextmanager
def in_neo4j(graph: PropertyGraph) -> Iterator[GraphStore]:
    """Run a Neo4j that holds the graph, filled by the bulk import.

    Raises:
        Unavailable: Java or the server's files are missing.
    """
    assemble()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bulk = Path(folder) / "bulk"
        export(graph, bulk, format="neo4j-admin")
        server = prepare(Path(folder) / "home")
        lines = [line for line in (bulk / "import.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        words = " ".join(lines).replace("\\", " ").split()[1:]
        placed = [
            f"{word.rpartition('=')[0]}={bulk / word.rpartition('=')[2]}" if word.startswith(("--nodes", "--rel")) else word
            for word in words
        ]
        done = admin(server.home, *placed)
        if done.returncode:
            raise Unavailable(f"the import failed: {done.stderr[:300]}")
        os.environ[PASSWORD_VARIABLES[0]] = server.password
        with started(server):
            with connect(parse_address(server.url)) as driver, driver.session() as session:
                for statement in (*schema_statements(), "CALL db.awaitIndexes(600)"):
                    session.run(statement).consume()  # type: ignore[arg-type]
            with open_store(server.url) as store:
                yield store


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without-neo4j", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args(arguments)
    graph = large_graph(given.people)
    print(f"{given.people} people, {len(graph.nodes)} nodes, {len(graph.relationships)} relationships; medians in milliseconds", flush=True)
    with open_store("kglite:") as store:
        store.write(graph)
        values = values_of(store)
        cases = {name: [parameters_of(query, each) for each in values] for name, query in load_queries().items()}
        columns = {"embedded": measure(store, cases, rounds=given.rounds, clock=time.process_time)}
        columns["networkx"] = measure_networkx(graph, store, cases, rounds=given.rounds)
    if not given.without_neo4j:
        try:
            with in_neo4j(graph) as server:
                columns["neo4j"] = measure(server, cases, rounds=given.rounds, clock=time.perf_counter)
        except Unavailable as error:
            print(f"Neo4j is left out: {error}")
    show(columns)
    if given.json:
        given.json.write_text(json.dumps({"people": given.people, **columns}, indent=2) + "\n", encoding="utf-8")


def show(columns: Mapping[str, Mapping[str, float]]) -> None:
    """Print a table for each kind of query, and what is over its bar."""
    for kind, bar in BARS.items():
        print(f"\n{kind}: embedded under {bar:.0f} ms\n{'query':<26}" + "".join(f"{name:>12}" for name in columns))
        for name, query in load_queries().items():
            if kind_of(query) == kind:
                over = "  over the bar" if columns["embedded"][name] >= bar else ""
                print(f"{name:<26}" + "".join(f"{found[name]:12.1f}" if name in found else f"{'':12}" for found in columns.values()) + over)


if __name__ == "__main__":
    main(sys.argv[1:])
