"""The server store: one workspace's graph in a Neo4j database, written in batches and read in READ access mode."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from neo4j import READ_ACCESS, WRITE_ACCESS, ManagedTransaction, Session, unit_of_work

from skillgraph.errors import StoreError
from skillgraph.graph.difference import Changes, check_ends, collector_paused, difference, with_ids
from skillgraph.graph.neo4j_connection import Address, connect, plain_errors
from skillgraph.graph.neo4j_statements import merge_nodes, schema_statements, statement
from skillgraph.graph.neo4j_values import plain_cell, relationship_ends
from skillgraph.graph.rows import Rows, make_node, make_relationship
from skillgraph.graph.schema import schema
from skillgraph.graph.scope import scoped
from skillgraph.graph.statement import check_parameters, refuse_file_access
from skillgraph.graph.store import TIMEOUT, Progress
from skillgraph.graph.vocabulary import check_type, ordered_labels, primary_label, primary_labels
from skillgraph.model import Node, PropertyGraph, Relationship

BATCH = 5_000
NO_KEY = "default"
"""Key where nobody has given one and the database holds no workspace yet."""
Row = dict[str, Any]
Batch = tuple[str, str, Sequence[Row]]
"""What is being written, the statement, and its rows."""


class Neo4jStore:
    """One workspace's graph in a Neo4j database."""

    def __init__(self, address: Address, *, prompt: Callable[[str], str] | None = None) -> None:
        """Connect.

        Raises:
            StoreError: The server is down, too old, refuses the password or has no such database; or it has several
                workspaces and the address names none.
        """
        self._address = address
        self._driver = connect(address, prompt)
        try:
            self._workspace = address.workspace or self._only_workspace()
        except StoreError:
            self._driver.close()
            raise

    def write(self, graph: PropertyGraph, *, progress: Progress | None = None) -> Changes:
        """Make the stored graph equal to `graph`.

        What is there is compared with what must be, so an interrupted write is finished by the next one, and what somebody
        changed by hand is set right.
        """
        if self._address.workspace is None and self._workspace != NO_KEY:
            raise StoreError(f"{self._address.place} holds the workspace {self._workspace}: say with ?workspace=KEY which one to write")
        new = with_ids(graph)
        batches, changes = self._planned(new)
        with plain_errors(self._address), self._session(WRITE_ACCESS) as session:
            for text in (*schema_statements(), statement("wait_for_indexes")):
                session.run(text).consume()
            done, total = 0, sum(len(rows) for _, _, rows in batches)
            for what, text, rows in batches:
                for start in range(0, len(rows), BATCH):
                    part = rows[start : start + BATCH]
                    session.execute_write(_consume, text, {"rows": part, "workspace": self._workspace})
                    done += len(part)
                    if progress:
                        progress(what, done, total)
        return changes

    def run(self, statement: str, parameters: Mapping[str, Any], *, timeout: float = TIMEOUT) -> Rows:
        """Run a read-only statement; see `GraphStore.run`."""
        refuse_file_access(statement)
        check_parameters(statement, frozenset(parameters))
        with plain_errors(self._address, timeout=timeout), self._session(READ_ACCESS) as session:
            return session.execute_read(unit_of_work(timeout=timeout)(self._answer), statement, dict(parameters))

    def read(self) -> PropertyGraph:
        """Return the workspace's whole graph."""
        with collector_paused(), plain_errors(self._address), self._session(READ_ACCESS) as session:
            nodes = [node for label in primary_labels() for node in session.execute_read(self._nodes, label)]
            links = [link for kind in sorted(schema().relationships) for link in session.execute_read(self._relationships, kind)]
            nodes.sort(key=lambda node: node.id)
            links.sort(key=lambda link: link.identity)
        return PropertyGraph.model_construct(nodes=tuple(nodes), relationships=tuple(links))

    def clear(self) -> None:
        """Remove the workspace's nodes and relationships; constraints and indexes stay."""
        with plain_errors(self._address), self._session(WRITE_ACCESS) as session:
            for label in primary_labels():
                text = statement("clear_nodes", label=label)
                values = {"workspace": self._workspace, "size": BATCH}
                while session.execute_write(_first_value, text, values):
                    pass

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the store."""
        self.close()

    def _answer(self, work: ManagedTransaction, text: str, values: Row) -> Rows:
        own = self._workspace
        # Asked each time: another workspace may have been pushed since.
        if any(_first_value(work, statement("find_others", label=label), {"workspace": own}) for label in ("Person", "Skill")):
            return _rows(work, scoped(text), {**values, "_workspace": own})
        return _rows(work, text, values)

    def workspaces(self) -> tuple[str, ...]:
        """Return the keys of all workspaces in the database, sorted."""
        found: set[str] = set()
        with plain_errors(self._address), self._session(READ_ACCESS) as session:
            for label in ("Person", "Skill"):
                key = ""
                while key := session.execute_read(_first_value, statement("next_workspace", label=label), {"last": key}) or "":
                    found.add(key)
        return tuple(sorted(found))

    def _only_workspace(self) -> str:
        """Return the key of the only workspace; a graph that the bulk import wrote has none.

        Raises:
            StoreError: There are several.
        """
        found = self.workspaces()
        if len(found) > 1:
            raise StoreError(f"{self._address.place} holds several workspaces: choose one with ?workspace=KEY, which is {' or '.join(found)}")
        return found[0] if found else NO_KEY

    def _session(self, mode: str) -> Session:
        return self._driver.session(database=self._address.database, default_access_mode=mode)

    def _planned(self, graph: PropertyGraph) -> tuple[list[Batch], Changes]:
        """Return what must be written, in an order in which every end of a relationship is there when it is needed."""
        old = self.read()
        found = difference(old, graph)
        labels = {node.id: primary_label(node) for node in (*old.nodes, *graph.nodes)}
        check_ends(graph)
        batches = [
            *_link_batches("remove relationships", "delete_relationships", found.relationships_removed, labels),
            *_removals(found.nodes_removed),
            *self._merges((*found.nodes_added, *found.nodes_changed)),
            *_link_batches(
                "write relationships", "merge_relationships", (*found.relationships_added, *found.relationships_changed), labels
            ),
        ]
        return batches, found.changes

    def _merges(self, nodes: Sequence[Node]) -> Iterator[Batch]:
        for labels, group in groupby(sorted(nodes, key=lambda node: (node.labels, node.id)), key=lambda node: node.labels):
            own = {"_workspace": self._workspace}
            rows = [{"id": node.id, "properties": _plain(node.properties) | own} for node in group]
            yield "write nodes", merge_nodes(labels), rows

    def _nodes(self, work: ManagedTransaction, label: str) -> list[Node]:
        found = work.run(statement("read_nodes", label=label), workspace=self._workspace)
        return [make_node(ordered_labels(labels), properties) for labels, properties in found]

    def _relationships(self, work: ManagedTransaction, kind: str) -> list[Relationship]:
        ends = schema().relationships[kind]
        text = statement("read_relationships", source=ends.source, type=kind, target=ends.target)
        found = work.run(text, workspace=self._workspace)
        return [make_relationship(kind, (source, target), properties) for source, target, properties in found]


def _consume(work: ManagedTransaction, text: str, values: Row) -> None:
    work.run(text, values).consume()


def _first_value(work: ManagedTransaction, text: str, values: Row) -> Any:
    record = work.run(text, values).single()
    return record[0] if record else None


def _rows(work: ManagedTransaction, text: str, values: Row) -> Rows:
    result = work.run(text, values)
    records = [record.values() for record in result]
    ends = sorted(set(relationship_ends(records)))
    ids = {str(element): str(name) for element, name in work.run(statement("find_ids"), ids=ends)} if ends else {}
    return Rows.model_construct(
        columns=tuple(result.keys()), rows=tuple(tuple(plain_cell(cell, ids) for cell in record) for record in records)
    )


def _plain(properties: Mapping[str, Any]) -> Row:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in properties.items()}


def _removals(nodes: Sequence[Node]) -> Iterator[Batch]:
    for label, group in groupby(sorted(nodes, key=lambda node: (primary_label(node), node.id)), key=primary_label):
        yield "remove nodes", statement("delete_nodes", label=label), [{"id": node.id} for node in group]


def _link_batches(what: str, name: str, links: Sequence[Relationship], labels: Mapping[str, str]) -> Iterator[Batch]:
    """Yield the rows of relationships by type; sorted by identity, so that two pushes lock nodes in the same order."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for link in sorted(links, key=lambda link: link.identity):
        properties = _plain(link.properties) | {"_key": link.key}
        row = {"source": link.source, "target": link.target, "key": link.key, "properties": properties}
        groups.setdefault((check_type(link.type), labels[link.source], labels[link.target]), []).append(row)
    for (kind, source, target), rows in sorted(groups.items()):
        yield what, statement(name, type=kind, source=source, target=target), rows
