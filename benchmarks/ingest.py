"""How a folder of mixed files comes in: memory along the way, files a second, and what reading PDFs costs beside others.

    python -m benchmarks.ingest [--files 1000] [--workers 2] [--json FILE] [--peers-python PYTHON]

The files are made from the project's sample résumés, each with a name of its own: PDF in one and two columns, DOCX with and
without a side bar, ODT, RTF, text, Markdown, HTML, LaTeX and JSON. Memory is the resident memory of the process and its
workers, read from /proc after every tenth part. The peers, pypdfium2 and pdfminer.six, only take the text out of the PDFs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

_RAW = """
import sys, time
from pathlib import Path
{load}
files = sorted(Path(sys.argv[1]).glob("*.pdf"))
read(files[0])
began = time.process_time()
for file in files:
    read(file)
print((time.process_time() - began) / len(files))
"""
PEERS = {
    "pypdfium2, text alone": """
import pypdfium2
def read(file):
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]
""",
    "pdfminer.six, text alone": "from pdfminer.high_level import extract_text as read",
    "skillgraph, lines in reading order": "from skillgraph.loaders import load as read",
}
_PAGE = 4096


def make(folder: Path, number: int) -> None:
    """Write files of all formats."""
    from tests.loaders import layouts

    samples = [
        layouts.sample(path.name) for path in sorted(layouts.CORPUS.iterdir()) if path.suffix in (".md", ".txt", ".html", ".tex", ".json")
    ]
    printers: list[tuple[str, Callable[[list[layouts.Part]], bytes]]] = [
        ("pdf", lambda parts: layouts.print_columns(parts, "one")),
        ("pdf", lambda parts: layouts.print_columns(parts, "two")),
        ("docx", lambda parts: layouts.write_docx(parts, "styles")),
        ("docx", lambda parts: layouts.write_docx(parts, "table")),
        ("odt", layouts.write_odt),
        ("rtf", layouts.write_rtf),
        ("txt", lambda parts: layouts.plain_text(parts).encode()),
    ]
    for index, name in zip(range(number), _names(), strict=False):
        sample = samples[index % len(samples)]
        turn = index // len(samples) % (len(printers) + 2)
        if turn < len(printers):
            extension, draw = printers[turn]
            head, *parts = layouts.parts_of(sample)
            data = draw([head._replace(text=name), *parts])
        else:
            extension, data = (
                Path(sample.path).suffix[1:],
                sample.source.replace(sample.text.split("\n")[0], name).encode() + b"\n" * (index % 7),
            )
        (folder / f"cv{index:05}.{extension}").write_bytes(data)


def _names() -> Iterator[str]:
    """Yield names of two words, no two alike."""
    for number in count():
        letters = "".join(chr(97 + number // 26**place % 26) for place in range(4))
        yield f"Ada {letters.capitalize()}son"


def ingest_all(folder: Path, workspace: Path, workers: int) -> dict[str, Any]:
    """Return how long it takes to take a folder in, and the memory at ten points."""
    from skillgraph.pipeline import Outcome, Result, ingest

    points: list[dict[str, float]] = []

    def note(_: Outcome, number: int, total: int) -> None:
        if total >= 10 and number % (total // 10) == 0:
            points.append({"files": number, "megabytes": round(memory() / 1e6, 1)})

    began = time.perf_counter()
    report = ingest([folder], workspace, workers=workers, progress=note)
    seconds = time.perf_counter() - began
    return {
        "files": len(report.outcomes),
        "failed": len(report.of(Result.FAILED)),
        "seconds": round(seconds, 1),
        "files_a_second": round(len(report.outcomes) / seconds, 1),
        "points": points,
    }


def memory() -> int:
    """Return the bytes that this process and all below it hold in memory."""
    waiting, total = ["self"], 0
    while waiting:
        process = Path("/proc", waiting.pop())
        try:
            total += int((process / "statm").read_text().split()[1]) * _PAGE
            waiting += [child for task in (process / "task").iterdir() for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return total


def raw_reading(folder: Path, peers_python: str) -> dict[str, float | None]:
    """Return seconds of processor time for a PDF with each reader; None where one is not installed."""
    found: dict[str, float | None] = {}
    for name, load in PEERS.items():
        python = sys.executable if name.startswith("skillgraph") else peers_python
        done = subprocess.run([python, "-c", _RAW.format(load=load), str(folder)], capture_output=True, text=True, check=False)
        found[name] = float(done.stdout) if done.returncode == 0 else None
    return found


def measure(number: int, workers: int, peers_python: str) -> dict[str, Any]:
    """Return all figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "cvs")
        folder.mkdir()
        # In a process of its own: what makes the files must not count as memory of what reads them.
        subprocess.run([sys.executable, "-m", "benchmarks.ingest", "--make", str(folder), "--files", str(number)], check=True)
        return ingest_all(folder, Path(place, "ws"), workers) | {"seconds_a_pdf": raw_reading(folder, peers_python)}


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000, help="how many files")
    parser.add_argument("--workers", type=int, default=2, help="processes that read them")
    parser.add_argument("--make", type=Path, help="only write the files into this folder")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--peers-python", default=sys.executable, help="Python in which pypdfium2 and pdfminer.six are installed")
    given = parser.parse_args()
    if given.make:
        make(given.make, given.files)
        return 0
    figures = measure(given.files, given.workers, given.peers_python)
    print(f"{figures['files']} files, {figures['failed']} failed, {figures['seconds']} s, {figures['files_a_second']} files a second")
    for point in figures["points"]:
        print(f"after {point['files']:6} files {point['megabytes']:8.1f} MB in memory, workers included")
    for name, seconds in figures["seconds_a_pdf"].items():
        print(f"{name:36} " + (f"{1000 * seconds:8.1f} ms a PDF" if seconds is not None else "not installed"))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
