"""docs/cli.md is what the help pages say."""

from __future__ import annotations

import runpy
from pathlib import Path

from click import unstyle

ROOT = Path(__file__).parents[2]


def test_the_page_is_current() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "generate_cli.py"))["text"]()
    assert unstyle(made) == (ROOT / "docs" / "cli.md").read_text(encoding="utf-8"), "run python docs/generate_cli.py"
