"""Set up and run skillgraph from a checkout, with nothing but Python 3.11 or newer.

    python3 dev.py demo     install into .venv and run the demo on the bundled sample résumés
    python3 dev.py test     install with everything the tests need and run them
    python3 dev.py check    ruff, mypy and the tests
    python3 dev.py lock     write the lock files anew (needs uv)

Further words go to the command that is run. Packages come from the lock files, checked by their hashes.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def run(*command: str | Path, **extra: str) -> int:
    """Run a command in the checkout and return its exit code."""
    return subprocess.call([str(part) for part in command], cwd=ROOT, env={**os.environ, **extra})


def must(*command: str | Path, **extra: str) -> None:
    """Run a command and stop with its exit code if it fails."""
    code = run(*command, **extra)
    if code:
        sys.exit(code)


def install(lock: str) -> None:
    """Install the packages of a lock file and the project itself into .venv."""
    uv = shutil.which("uv")
    if not PYTHON.exists():
        if uv:
            must(uv, "venv", "--quiet", "--python", sys.executable, VENV)
        else:
            must(sys.executable, "-m", "venv", VENV)
    if uv:
        must(uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock)
        must(uv, "pip", "install", "--quiet", "--python", PYTHON, "--no-deps", "--reinstall-package", "skillgraph", ".")
    else:
        pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
        must(*pip, "--require-hashes", "-r", lock)
        must(*pip, "--no-deps", "--force-reinstall", ".")
    shutil.rmtree(ROOT / "build", ignore_errors=True)


def lock() -> None:
    """Write the lock files: hashes, no addresses, every platform."""
    compiled = (
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--universal",
        "--generate-hashes",
        "--quiet",
        "--python-version",
        "3.11",
        "--no-emit-index-url",
    )
    must(*compiled, "--no-header", "-o", "requirements.lock")
    must(*compiled, "--no-header", "--extra", "test", "-o", "requirements-test.lock")


def main(words: list[str]) -> int:
    """Do what the first word says."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is run by whatever Python there is
        print("skillgraph needs Python 3.11 or newer", file=sys.stderr)
        return 1
    verb, rest = (words[0], words[1:]) if words else ("", [])
    if verb == "demo":
        install("requirements.lock")
        return run(BIN / "skillgraph", "demo", *rest)
    if verb == "test":
        install("requirements-test.lock")
        return run(PYTHON, "-m", "pytest", *rest)
    if verb == "check":
        install("requirements-test.lock")
        must(PYTHON, "-m", "ruff", "check", ".")
        must(PYTHON, "-m", "mypy", "-p", "skillgraph")
        return run(PYTHON, "-m", "pytest", *rest)
    if verb == "lock":
        lock()
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
