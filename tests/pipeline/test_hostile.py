"""A folder with twenty broken and hostile files among a hundred good ones, and a process that is killed amid its work."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from skillgraph.graph.record import Record
from skillgraph.pipeline import FILE
from tests.pipeline import hostile

# Prints the path of each document when it is in the record, as a program that reports progress would.
_DRIVER = """
import sys
from pathlib import Path
from skillgraph.pipeline import ingest
if __name__ == "__main__":
    ingest([Path("cvs")], Path("ws"), workers=2, progress=lambda outcome, number, total: print(outcome.path, flush=True))
"""


def kept() -> set[str]:
    with Record.open(Path("ws") / FILE) as record:
        return {entry.path for entry in record.entries()}


def good(folder: Path, texts: dict[str, str], number: int) -> list[str]:
    for index in range(number):
        text = texts["ada"].replace("Ada", f"Ada{chr(97 + index % 26)}{chr(97 + index // 26)}").replace("ada@", f"ada{index}@")
        (folder / f"good{index:03}.md").write_text(text, encoding="utf-8")
    return [f"cvs/good{index:03}.md" for index in range(number)]


def test_a_hundred_come_in_and_twenty_are_named_with_a_reason(cvs: Path, texts: dict[str, str]) -> None:
    for file in cvs.iterdir():
        file.unlink()
    wanted, bad = good(cvs, texts, 100), hostile.files()
    for name, (data, _) in bad.items():
        (cvs / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "skillgraph", "ingest", "cvs", "--workspace", "ws", "--workers", "2", "--report", "json"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    outcomes = json.loads(done.stdout)
    failed = {
        outcome["path"].removeprefix("cvs/").split("!/")[0]: outcome["reason"] for outcome in outcomes if outcome["result"] == "failed"
    }
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert sorted(outcome["path"] for outcome in outcomes if outcome["result"] == "added") == wanted
    assert sorted(failed) == sorted(bad)
    assert {name: reason for name, reason in failed.items() if bad[name][1] not in reason or not reason.startswith(f"cvs/{name}")} == {}
    assert not (cvs.parent / "escape.txt").exists()


def test_a_kill_loses_nothing_that_was_reported(cvs: Path, texts: dict[str, str]) -> None:
    wanted = [*good(cvs, texts, 60), "cvs/ada.md", "cvs/bea.md"]
    Path("driver.py").write_text(_DRIVER, encoding="utf-8")
    reported: set[str] = set()
    for after in (1, 23):
        process = subprocess.Popen([sys.executable, "driver.py"], stdout=subprocess.PIPE, text=True, start_new_session=True)
        assert process.stdout is not None
        told = [line.strip() for line, _ in zip(process.stdout, range(len(reported) + after), strict=False)]
        os.kill(process.pid, signal.SIGKILL)
        # What is still in the pipe was reported as well; it ends when the last worker has noticed.
        reported |= {*told, *(line.strip() for line in process.stdout if line.endswith("\n"))}
        process.wait(timeout=60)
        process.stdout.close()
        assert reported <= kept()
    subprocess.run([sys.executable, "driver.py"], stdout=subprocess.PIPE, timeout=300, check=True)
    assert sorted(kept()) == sorted(wanted)
