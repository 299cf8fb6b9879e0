"""The examples in docs/questions.md give what they say."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "docs" / "questions.md"), module_relative=False, globs={"workspace": tmp_path})
    assert (result.failed, result.attempted > 0) == (0, True)
