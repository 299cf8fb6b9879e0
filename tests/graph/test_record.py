"""The durable record: what goes in comes out, one writer, clear errors, and nothing left of what was removed."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from skillgraph.errors import NotFound, StoreError
from skillgraph.graph.record import FILE, Entry, Record
from skillgraph.model import Document, Profile
from skillgraph.resolution import Judgement

W = Callable[..., Any]
Read = tuple[Profile, Document]


def cv(writer: W, path: str = "a.txt", name: str = "Ada Example") -> Read:
    found: Read = writer(path, name).done()
    return found


def put(record: Record, read: Read, **changes: Any) -> None:
    profile, document = read
    record.put(document, profile, **{"location": f"/cvs/{document.path}", "reader": "r1", **changes})


def test_round_trip(writer: W, tmp_path: Path) -> None:
    ada, bea = cv(writer), cv(writer, "b.txt", "Bea Example")
    with Record.open(tmp_path / "ws" / FILE, write=True) as record:
        put(record, bea)
        put(record, ada)
    with Record.open(tmp_path / "ws" / FILE) as record:
        assert list(record.documents()) == sorted((ada, bea), key=lambda read: read[0].sha256)
        assert record.get(ada[0].sha256) == ada
        assert record.entries() == [
            Entry(location=f"/cvs/{path}", path=path, sha256=read[0].sha256, reader="r1") for path, read in (("a.txt", ada), ("b.txt", bea))
        ]
        with pytest.raises(NotFound, match=r"^document 0000 is not in the record$"):
            record.get("0000")


def test_one_content_in_two_places_is_one_document_under_its_first_path(writer: W, tmp_path: Path) -> None:
    profile, document = ada = cv(writer, "b.txt")
    with Record.open(tmp_path / FILE, write=True) as record:
        put(record, ada)
        record.place("/cvs/a.txt", "a.txt", document.sha256)
        assert list(record.documents()) == [
            (profile.model_copy(update={"document": "a.txt"}), document.model_copy(update={"path": "a.txt"}))
        ]


def test_new_content_in_a_place_replaces_the_older_and_inherits_judgements(writer: W, tmp_path: Path) -> None:
    older, newer, other = (cv(writer, path, name) for path, name in (("a.txt", "Ada"), ("a.txt", "Ada Example"), ("b.txt", "Bea")))
    with Record.open(tmp_path / FILE, write=True) as record:
        put(record, older)
        put(record, other)
        record.judge(Judgement(left=other[0].sha256, right=older[0].sha256, same=True))
        put(record, newer)
        assert {profile.sha256 for profile, _ in record.documents()} == {newer[0].sha256, other[0].sha256}
        left, right = sorted((newer[0].sha256, other[0].sha256))
        assert record.judgements() == [Judgement(left=left, right=right, same=True)]


def test_judging_again_replaces_and_unknown_documents_are_refused(writer: W, tmp_path: Path) -> None:
    ada, bea = cv(writer), cv(writer, "b.txt", "Bea")
    left, right = sorted((ada[0].sha256, bea[0].sha256))
    with Record.open(tmp_path / FILE, write=True) as record:
        put(record, ada)
        put(record, bea)
        record.judge(Judgement(left=left, right=right, same=True))
        record.judge(Judgement(left=right, right=left, same=False))
        assert record.judgements() == [Judgement(left=left, right=right, same=False)]
        with pytest.raises(NotFound):
            record.judge(Judgement(left=left, right="0000", same=True))


def test_fingerprint_tells_contents_apart_and_not_the_way_there(writer: W, tmp_path: Path) -> None:
    ada, bea = cv(writer), cv(writer, "b.txt", "Bea")

    def fingerprint(name: str, *steps: Callable[[Record], None]) -> str:
        with Record.open(tmp_path / name / FILE, write=True) as record:
            for step in steps:
                step(record)
            return record.fingerprint()

    both = fingerprint("1", lambda r: put(r, ada), lambda r: put(r, bea))
    assert fingerprint("2", lambda r: put(r, bea), lambda r: put(r, ada)) == both
    assert fingerprint("3", lambda r: put(r, ada), lambda r: put(r, bea), lambda r: put(r, ada)) == both
    judged = Judgement(left=ada[0].sha256, right=bea[0].sha256, same=False)
    others = {
        fingerprint("4", lambda r: put(r, ada)),
        fingerprint("5", lambda r: put(r, ada), lambda r: put(r, bea), lambda r: r.judge(judged)),
        fingerprint("6", lambda r: put(r, ada), lambda r: put(r, bea, path="c.txt")),
        fingerprint("7"),
    }
    assert len(others | {both}) == 5


def test_a_failed_transaction_leaves_the_record_as_it_was(writer: W, tmp_path: Path) -> None:
    profile, document = cv(writer)
    with Record.open(tmp_path / FILE, write=True) as record:
        before = record.fingerprint()
        with pytest.raises(StoreError):
            record.put(document, profile, location=None, reader="r1")  # type: ignore[arg-type]
        assert record.fingerprint() == before


def test_a_second_writer_is_refused_at_once_and_readers_are_not(writer: W, tmp_path: Path) -> None:
    script = (
        f"from pathlib import Path\nfrom skillgraph.graph.record import Record\nRecord.open(Path({str(tmp_path / FILE)!r}), write=True)"
    )
    with Record.open(tmp_path / FILE, write=True) as record:
        put(record, cv(writer))
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path)}, check=False
        )
        with Record.open(tmp_path / FILE) as reader:
            assert reader.fingerprint() == record.fingerprint()
    assert done.stderr.splitlines()[-1] == (
        f"skillgraph.errors.StoreError: workspace {tmp_path}: another process is writing to it; try again when it has finished"
    )
    Record.open(tmp_path / FILE, write=True).close()


def test_a_record_opened_for_reading_cannot_be_written(writer: W, tmp_path: Path) -> None:
    Record.open(tmp_path / FILE, write=True).close()
    with Record.open(tmp_path / FILE) as record, pytest.raises(StoreError, match=r"opened for reading only"):
        put(record, cv(writer))


def _newer(path: Path) -> None:
    Record.open(path, write=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title)")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_newer, "{path}: it is of version 99, and this skillgraph knows 1; upgrade it or use another workspace"),
        (_foreign, "{path}: this is no skillgraph record; choose another workspace"),
        (
            lambda path: path.write_bytes(b"no database at all" * 200),
            "{path}: it is damaged or no record (file is not a database); move it away and ingest again",
        ),
        (lambda path: path.write_bytes(b""), "workspace {folder}: there is no record in it; run `skillgraph ingest` first"),
        (lambda path: None, "workspace {folder}: there is no record in it; run `skillgraph ingest` first"),
    ],
)
def test_what_is_no_record_is_refused_with_a_remedy(tmp_path: Path, make: Callable[[Path], object], message: str) -> None:
    path = tmp_path / FILE
    make(path)
    with pytest.raises(StoreError) as caught:
        Record.open(path)
    assert str(caught.value) == message.format(path=path, folder=tmp_path)


def test_a_damaged_page_is_one_line(writer: W, tmp_path: Path) -> None:
    with Record.open(tmp_path / FILE, write=True) as record:
        for number in range(40):
            put(record, cv(writer, f"{number}.txt", f"Ada Example {number}"))
    data = bytearray((tmp_path / FILE).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    (tmp_path / FILE).write_bytes(bytes(data))
    with pytest.raises(StoreError, match=r"damaged or no record .*; move it away and"), Record.open(tmp_path / FILE) as record:
        list(record.documents())


def test_a_workspace_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ws").write_text("")
    with pytest.raises(StoreError, match=r"^workspace .*ws: cannot be made: File exists$"):
        Record.open(tmp_path / "ws" / FILE, write=True)


def test_removal_leaves_no_trace_in_any_file(writer: W, tmp_path: Path) -> None:
    reads = [cv(writer, f"zaphod_{number}.txt", f"Zaphod Example {number}") for number in range(30)]
    kept = cv(writer, "kept.txt", "Kept Example")
    with Record.open(tmp_path / FILE, write=True) as record:
        for read in (*reads, kept):
            put(record, read)
        record.judge(Judgement(left=reads[0][0].sha256, right=kept[0].sha256, same=True))
        record.remove(profile.sha256 for profile, _ in reads)
        held = b"".join(path.read_bytes() for path in sorted(tmp_path.iterdir()))
        assert list(record.documents()) == [kept]
        assert record.judgements() == []
    for profile, document in reads:
        packed = zlib.compress(document.model_dump_json().encode(), 6)
        assert [trace for trace in (b"zaphod", profile.sha256.encode(), packed[2:40], packed[-40:]) if trace in held] == []


def test_removal_says_when_a_reader_keeps_traces(writer: W, tmp_path: Path) -> None:
    ada = cv(writer, "zaphod.txt")
    Record.open(tmp_path / FILE, write=True).close()
    reader = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    with Record.open(tmp_path / FILE, write=True) as record:
        put(record, ada)
        reader.execute("BEGIN")
        assert reader.execute("SELECT count(*) FROM documents").fetchall() == [(1,)]
        record._connection.execute("PRAGMA busy_timeout = 50")
        with pytest.raises(StoreError, match=r"removed, but traces stay in its log until the process that reads it has ended$"):
            record.remove([ada[0].sha256])
        assert b"zaphod" in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    reader.close()
    assert b"zaphod" not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
