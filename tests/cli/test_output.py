"""Rows on stdout: one content in four forms, harmless in each."""

from __future__ import annotations

import pytest

from skillgraph.cli.output import print_rows

COLUMNS = ["name", "months", "active", "skills"]
ROWS: list[tuple[object, ...]] = [("Zoë [bold]", 7, True, ("Go", "C++")), ("=cmd|' /C calc'!A1\x1b[31m\n", None, False, ()), ("-5", -5, None, ["@x"])]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("table", "name\tmonths\tactive\tskills\nZoë [bold]\t7\tyes\tGo, C++\n=cmd|' /C calc'!A1 [31m \t\tno\t\n-5\t-5\t\t@x\n"),
        (
            "jsonl",
            '{"name": "Zoë [bold]", "months": 7, "active": true, "skills": ["Go", "C++"]}\n'
            '{"name": "=cmd|\' /C calc\'!A1\\u001b[31m\\n", "months": null, "active": false, "skills": []}\n'
            '{"name": "-5", "months": -5, "active": null, "skills": ["@x"]}\n',
        ),
        (
            "csv",
            'name,months,active,skills\r\nZoë [bold],7,yes,"Go, C++"\r\n"\'=cmd|\' /C calc\'!A1 [31m\n",,no,\r\n\'-5,-5,,\'@x\r\n',
        ),
    ],
)
def test_forms(form: str, expected: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    print_rows(COLUMNS, ROWS, form)
    assert capfdbinary.readouterr().out.decode() == expected


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(["a"], [(1.5,)], "json")
    assert capsys.readouterr().out == '[\n  {\n    "a": 1.5\n  }\n]\n'


def test_no_rows(capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("table", "json", "jsonl", "csv"):
        print_rows(["a", "b"], [], form)
    assert capsys.readouterr().out == "a\tb\n[]\na,b\r\n"


def test_a_terminal_gets_a_drawn_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    print_rows(["name", "months"], [("[red]x[/red]\x1b[2J", 7)], title="People")
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "People",
        "┏━━━━━━━━━━━━━━━━━━┳━━━━━━━━┓",
        "┃ name             ┃ months ┃",
        "┡━━━━━━━━━━━━━━━━━━╇━━━━━━━━┩",
        "│ [red]x[/red] [2J │      7 │",
        "└──────────────────┴────────┘",
    ]
