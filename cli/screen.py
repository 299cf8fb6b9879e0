"""Pages for a terminal: colours and its width there, plain text without wrapping in a pipe."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any, cast

from skillgraph.cli.output import clean

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PIPE_WIDTH = 10_000
_PICTURE_WIDTH = 110
_BLOCKS = " ▏▎▍▌▋▊▉█"


def console(*, record: bool = False) -> Console:
    """Return what prints on stdout."""
    from rich.console import Console

    class Own(Console):
        def on_broken_pipe(self) -> None:
            # rich would end the process with 1; the program knows better what it means.
            raise BrokenPipeError

    plain: dict[str, Any] = {"highlight": False, "markup": False, "emoji": False}
    if sys.stdout.isatty():
        return Own(record=record, **plain)
    return Own(file=cast("IO[str]", _Stripped()), width=_PICTURE_WIDTH if record else _PIPE_WIDTH, record=record, **plain)


class _Stripped:
    """Stdout without the blanks that fill a grid's last column."""

    def write(self, text: str) -> int:
        """Write a piece that consists of whole lines."""
        return sys.stdout.write(re.sub(r" +$", "", text, flags=re.MULTILINE))

    def flush(self) -> None:
        """Flush stdout."""
        sys.stdout.flush()


def words(text: str, style: str = "") -> Text:
    """Return a text without control characters, in a style; brackets in it are no markup."""
    from rich.text import Text

    return Text(clean(text), style=style)


def marked(text: str, marks: Iterable[str]) -> Text:
    """Return a quote in which the words that count stand out."""
    found = words(f"“{text}”")
    for mark in sorted(set(marks), key=len, reverse=True):
        found.highlight_regex(rf"(?i)(?<!\w){re.escape(clean(mark))}(?!\w)", "bold yellow")
    return found


def line(printer: Console, *parts: Text | str, indent: int = 0) -> None:
    """Print parts on one line, wrapped below their beginning."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text.assemble(*parts)
    printer.print(Padding(text, (0, 0, 0, indent), expand=False) if indent else text)


def bar(value: float, most: float, width: int) -> str:
    """Return a bar in eighths of a character.

    >>> bar(3, 4, 4)
    '███ '
    """
    eighths = round(8 * width * value / most) if most else 0
    full, rest = divmod(max(eighths, 1 if value else 0), 8)
    return ("█" * full + (_BLOCKS[rest] if rest else "")).ljust(width)


def stretch(start: float, end: float, width: int) -> str:
    """Return a bar between two points of a line of length 1.

    >>> stretch(0.25, 0.75, 8)
    '  ████  '
    """
    first = min(int(start * width + 0.5), width - 1)
    last = max(int(end * width + 0.5), first + 1)
    return (" " * first + "█" * (last - first)).ljust(width)


def years(months: int | None) -> str:
    """Return months as people say them.

    >>> [years(n) for n in (None, 0, 1, 12, 30)]
    ['', '', '1 month', '1 year', '2½ years']
    """
    if not months:
        return ""
    if months < 12:
        return f"{months} month{'s' if months > 1 else ''}"
    whole, rest = divmod(months, 12)
    text = f"{whole}{'½' if 3 <= rest < 9 else ''}" if rest < 9 else f"{whole + 1}"
    return f"{text} year{'' if text == '1' else 's'}"


def period(start: str | None, end: str | None, *, current: bool) -> str:
    """Return two dates as people write them."""
    return f"{start or '?'} – {'now' if current else end or '?'}" if start or end or current else "no dates"


def month_number(date: str | None, *, last: bool = False) -> int | None:
    """Return months since year 0 of an ISO prefix.

    >>> month_number("2021-03"), month_number("2021", last=True)
    (24254, 24263)
    """
    if not date or not re.fullmatch(r"\d{4}(-\d\d)?.*", date):
        return None
    return int(date[:4]) * 12 + (int(date[5:7]) - 1 if len(date) >= 7 else 11 if last else 0)


def columns(rows: Sequence[Sequence[Text | str]], *, indent: int = 2) -> object:
    """Return rows, of which there is at least one, as a grid without lines."""
    from rich.padding import Padding
    from rich.table import Table

    # A column in which nothing stands is left out: rich takes the width of its margin from the others.
    shown = [place for place in range(len(rows[0])) if any(str(row[place]).strip() for row in rows)]
    grid = Table.grid(padding=(0, 2))
    for _ in shown:
        grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*(row[place] for place in shown))
    return Padding(grid, (0, 0, 0, indent), expand=False)
