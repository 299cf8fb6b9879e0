"""Many documents at once: archives, mailboxes, tables, globs, and folders with hostile files among the good ones."""

from __future__ import annotations

import gzip
import io
import json
import mailbox
import tarfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from skillgraph.intake import Outcome
from skillgraph.loaders.limits import Limits
from skillgraph.pipeline import Reader, Report, Result, failed_before, graph_of, ingest, status

WS = Path("ws")


def results(report: Report) -> dict[str, tuple[str, str]]:
    return {outcome.path: (str(outcome.result), outcome.reason) for outcome in report.outcomes}


def zipped(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


@pytest.fixture
def two(cvs: Path, texts: dict[str, str]) -> dict[str, bytes]:
    for file in cvs.iterdir():
        file.unlink()
    return {"a/ada.md": texts["ada"].encode(), "bea.md": texts["bea"].encode()}


def test_an_archive_gives_an_outcome_for_each_of_its_members(cvs: Path, two: dict[str, bytes]) -> None:
    nested = zipped({"bea.md": two["bea.md"]})
    noise = {"__MACOSX/._ada.md": b"x", ".DS_Store": b"x", "photo.gif": b"x", "../../up.md": two["bea.md"], "bad.md": bytes(range(256)) * 9}
    (cvs / "all.zip").write_bytes(zipped({"a/ada.md": two["a/ada.md"], "more.zip": nested, **noise}))
    reason = "cvs/all.zip!/bad.md: this is a binary file, not text"
    assert results(ingest([cvs], WS)) == {
        "cvs/all.zip!/a/ada.md": ("added", ""),
        "cvs/all.zip!/more.zip!/bea.md": ("added", ""),
        "cvs/all.zip!/../../up.md": ("failed", "cvs/all.zip!/../../up.md: its name leads out of the archive"),
        "cvs/all.zip!/bad.md": ("failed", reason),
    }
    assert {outcome.result for outcome in ingest([cvs], WS).outcomes} == {Result.UNCHANGED, Result.FAILED}
    assert [path.as_posix() for path in failed_before(WS)] == ["cvs/all.zip!/../../up.md", "cvs/all.zip!/bad.md"]
    assert results(ingest([Path("cvs/all.zip!/bad.md")], WS)) == {"cvs/all.zip!/bad.md": ("failed", reason)}
    assert (status(WS).documents, status(WS).missing) == (2, 0)
    (cvs / "all.zip").unlink()
    assert status(WS).missing == 2


def test_what_failed_is_forgotten_when_it_can_be_read(cvs: Path, two: dict[str, bytes]) -> None:
    (cvs / "ada.md").write_bytes(b"")
    ingest([cvs], WS)
    assert failed_before(WS) == (Path("cvs/ada.md"),)
    (cvs / "ada.md").write_bytes(two["a/ada.md"])
    assert results(ingest(failed_before(WS), WS)) == {"cvs/ada.md": ("added", "")}
    assert failed_before(WS) == ()


@pytest.mark.parametrize("workers", [1, 2])
def test_every_kind_of_container(cvs: Path, two: dict[str, bytes], workers: int) -> None:
    ada, bea = two["a/ada.md"], two["bea.md"]
    (cvs / "a.tar.gz").write_bytes(tarred({"./ada.md": ada}))
    (cvs / "b.tar").write_bytes(tarred({"bea.md": bea.replace(b"Bea", b"Bela")}, "w"))
    (cvs / "c.csv").write_text('id,resume_text\n7,"' + ada.decode().replace("Ada", "Cleo") + '"\n8,\n', encoding="utf-8")
    (cvs / "d.jsonl").write_text(json.dumps({"id": "x/1", "text": bea.decode().replace("Bea", "Dora")}) + "\n")
    message = EmailMessage()
    message["Subject"] = "Application"
    message.set_content("Please find my CV attached.")
    message.add_attachment(ada.replace(b"Ada", b"Edda"), maintype="text", subtype="markdown", filename="cv.md")
    (cvs / "e.eml").write_bytes(message.as_bytes())
    box = mailbox.mbox(cvs / "f.mbox")
    box.add(b"From: x@example.org\nSubject: no CV\n\nHello\n")
    message.replace_header("Subject", "Another")
    box.add(message)
    box.flush()
    box.close()
    (cvs / "songs.csv").write_text("title,year\nx,1999\n")
    assert results(ingest([cvs], WS, workers=workers)) == {
        "cvs/a.tar.gz!/ada.md": ("added", ""),
        "cvs/b.tar!/bea.md": ("added", ""),
        "cvs/c.csv!/7": ("added", ""),
        "cvs/d.jsonl!/x∕1": ("added", ""),
        "cvs/e.eml!/cv.md": ("added", ""),
        "cvs/f.mbox!/message 2/cv.md": ("unchanged", "the same content as cvs/e.eml!/cv.md"),
    }
    names = {str(node.properties["name"]) for node in graph_of(WS).nodes if node.labels == ("Person",)}
    assert names == {"Ada Example", "Bela Example", "Cleo Example", "Dora Example", "Edda Example"}


def test_a_parquet_table(cvs: Path, two: dict[str, bytes]) -> None:
    import pyarrow.parquet

    rows = {"candidate_id": [1, 2, 2], "resume": [two["a/ada.md"].decode(), two["bea.md"].decode(), None]}
    pyarrow.parquet.write_table(pyarrow.table(rows), cvs / "t.parquet")
    assert results(ingest([cvs / "t.parquet"], WS)) == {"cvs/t.parquet!/1": ("added", ""), "cvs/t.parquet!/2": ("added", "")}


def test_a_glob_stands_for_what_it_matches(cvs: Path, two: dict[str, bytes]) -> None:
    (cvs / "deep").mkdir()
    (cvs / "deep" / "ada.md").write_bytes(two["a/ada.md"])
    (cvs / "bea.md").write_bytes(two["bea.md"])
    assert results(ingest([Path("cvs/**/a*.md")], WS)) == {"cvs/deep/ada.md": ("added", "")}
    report = ingest([Path("cvs/*.pdf"), Path("cvs/b?a.md")], WS)
    assert results(report) == {
        "cvs/*.pdf": ("failed", "cvs/*.pdf: nothing is called so; check the spelling"),
        "cvs/bea.md": ("added", ""),
    }


def test_the_report_says_how_a_document_was_read(cvs: Path, two: dict[str, bytes]) -> None:
    (cvs / "ada.md").write_bytes(two["a/ada.md"])
    [outcome] = ingest([cvs], WS).outcomes
    assert outcome.seconds > 0
    assert outcome.model_copy(update={"seconds": 0.0}) == Outcome(path="cvs/ada.md", result=Result.ADDED, reader="Markdown")


BOMB = zipped({"bomb.txt": b"0" * 15_000_000})


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bomb.zip", BOMB, "to 15000000 bytes, which looks like an attack; the limit is 200; the setting `max_ratio` raises it"),
        (
            "bomb.tgz",
            gzip.compress(tarred({"a.txt": b"0" * 19_000_000}, "w")),
            "it expands to far more than its packed size; this looks like an attack",
        ),
        (
            "deep.zip",
            zipped({"1.zip": zipped({"2.zip": zipped({"3.zip": zipped({"cv.txt": b"x"})})})}),
            "archives within archives go too deep; the limit is 2; the setting `max_nesting` raises it",
        ),
        ("cut.zip", zipped({"a.txt": b"abc" * 999})[:-30], "this archive is damaged: File is not a zip file"),
        (
            "cut.tar.gz",
            tarred({"a.txt": bytes(range(256)) * 99})[:-40],
            "this archive is damaged: Compressed file ended before the end-of-stream marker was reached",
        ),
        ("empty.zip", zipped({}), "there is no résumé in it"),
        ("no.eml", b"Subject: x\n\nHello\n", "no résumé is attached to this message"),
        ("no.mbox", b"Hello\n", "it is no mailbox"),
        ("t.jsonl", b'{"a": 1}\n', "line 1 holds no résumé; name its text one of"),
        ("t.parquet", b"PAR1xxxx", "this table is damaged: "),
        ("abs.tar", tarred({"/etc/cv.txt": b"x"}, "w"), "its name leads out of the archive"),
    ],
)
def test_hostile_containers_are_named_with_a_reason(cvs: Path, two: dict[str, bytes], name: str, data: bytes, reason: str) -> None:
    (cvs / name).write_bytes(data)
    (cvs / "ada.md").write_bytes(two["a/ada.md"])
    report = ingest([cvs], WS)
    [failed] = report.of(Result.FAILED)
    assert failed.path.startswith(f"cvs/{name}")
    assert reason in failed.reason
    assert "\n" not in failed.reason
    assert [outcome.path for outcome in report.of(Result.ADDED)] == ["cvs/ada.md"]


def test_bounds_are_those_of_the_reader(cvs: Path, two: dict[str, bytes]) -> None:
    (cvs / "all.zip").write_bytes(zipped(two))
    report = ingest([cvs], WS, reader=Reader(limits=Limits(max_members=1)))
    assert [outcome.reason for outcome in report.outcomes] == [
        "cvs/all.zip: the archive has 2 members; the limit is 1; the setting `max_members` raises it"
    ]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_takes_too_long_stops_no_other(cvs: Path, two: dict[str, bytes], workers: int) -> None:
    (cvs / "long.md").write_bytes(
        two["bea.md"] + b"".join(b"- Built service %d in Go with Kafka, Redis and 4 %% fewer errors.\n" % n for n in range(6000))
    )
    (cvs / "ada.md").write_bytes(two["a/ada.md"])
    report = ingest([cvs], WS, reader=Reader(limits=Limits(max_seconds=0.5)), workers=workers)
    assert results(report) == {
        "cvs/ada.md": ("added", ""),
        "cvs/long.md": ("failed", "cvs/long.md: reading it takes too long; the limit is 0.5; the setting `max_seconds` raises it"),
    }


def test_a_link_in_an_archive_is_not_followed(cvs: Path, two: dict[str, bytes]) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        info = tarfile.TarInfo("passwd.txt")
        info.type, info.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(info)
    (cvs / "link.tar").write_bytes(buffer.getvalue())
    assert results(ingest([cvs], WS)) == {
        "cvs/link.tar!/passwd.txt": ("failed", "cvs/link.tar!/passwd.txt: it is a link or a device, no file"),
    }
