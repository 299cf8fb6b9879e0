"""What must be done to make one graph equal to another."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from skillgraph.errors import SchemaError
from skillgraph.model import Frozen, Node, PropertyGraph, Relationship


class Changes(Frozen):
    """How many nodes and relationships a write added, changed and removed."""

    nodes_added: int = 0
    nodes_changed: int = 0
    nodes_removed: int = 0
    relationships_added: int = 0
    relationships_changed: int = 0
    relationships_removed: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything was written."""
        return any(self.model_dump().values())


class Difference(Frozen):
    """The records to add, to set anew and to remove."""

    nodes_added: tuple[Node, ...]
    nodes_changed: tuple[Node, ...]
    nodes_removed: tuple[Node, ...]
    relationships_added: tuple[Relationship, ...]
    relationships_changed: tuple[Relationship, ...]
    relationships_removed: tuple[Relationship, ...]

    @property
    def changes(self) -> Changes:
        """The number of records of each kind."""
        return Changes(**{name: len(getattr(self, name)) for name in Changes.model_fields})


def with_ids(graph: PropertyGraph) -> PropertyGraph:
    """Return the graph as stores give it back: sorted, and every node has its id among its properties."""
    nodes = tuple(sorted((_with_id(node) for node in graph.nodes), key=lambda node: node.id))
    relationships = tuple(sorted(graph.relationships, key=lambda relationship: relationship.identity))
    return PropertyGraph.model_construct(nodes=nodes, relationships=relationships)


def _with_id(node: Node) -> Node:
    if node.properties.get("id") == node.id:
        return node
    return node.model_copy(update={"properties": {**node.properties, "id": node.id}})


def check_ends(graph: PropertyGraph) -> None:
    """Refuse a graph in which a relationship leads nowhere.

    Raises:
        SchemaError: It does; the message names the relationship.
    """
    ids = {node.id for node in graph.nodes}
    for link in graph.relationships:
        if link.source not in ids or link.target not in ids:
            missing = link.target if link.source in ids else link.source
            raise SchemaError(f"relationship {link.type} from {link.source} to {link.target}: there is no node {missing}")


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause Python's cycle collector while millions of records without cycles are made; it would take most of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def difference(old: PropertyGraph, new: PropertyGraph) -> Difference:
    """Return what turns `old` into `new`.

    A node that comes back under another first label is removed and added, for its key stands under that label; its
    relationships go with it and are added too.
    """
    before = {(node.id, node.labels[0]): node for node in old.nodes}
    after = {(node.id, node.labels[0]): node for node in new.nodes}
    links_before = {link.identity: link for link in old.relationships}
    links_after = {link.identity: link for link in new.relationships}
    moved = {key[0] for key in before.keys() - after.keys()} & {key[0] for key in after.keys() - before.keys()}
    for link in old.relationships if moved else ():
        if link.source in moved or link.target in moved:
            del links_before[link.identity]
    return Difference.model_construct(
        nodes_added=tuple(node for key, node in after.items() if key not in before),
        nodes_changed=tuple(node for key, node in after.items() if key in before and not same_node(before[key], node)),
        nodes_removed=tuple(node for key, node in before.items() if key not in after),
        relationships_added=tuple(link for key, link in links_after.items() if key not in links_before),
        relationships_changed=tuple(
            link for key, link in links_after.items() if key in links_before and not same_values(links_before[key], link)
        ),
        relationships_removed=tuple(link for key, link in links_before.items() if key not in links_after),
    )


def same_node(one: Node, other: Node) -> bool:
    """Tell whether two nodes have the same labels and properties."""
    return one.labels == other.labels and same_values(one, other)


def same_values(one: Node | Relationship, other: Node | Relationship) -> bool:
    """Tell whether two records have the same properties; 1, 1.0 and True are three values."""
    left, right = one.properties, other.properties
    return left == right and all(type(value) is type(right[name]) for name, value in left.items())
