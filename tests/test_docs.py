"""The pages that are written from the code are what the code would write today."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize("script", sorted(path.name for path in DOCS.glob("generate_*.py")))
def test_generated_pages_are_current(script: str) -> None:
    assert subprocess.run([sys.executable, DOCS / script, "--check"], check=False).returncode == 0
