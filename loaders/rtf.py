"""Rich Text Format: the text that a word processor would show, with bold, tabs, lists and table rows.

In: the file's bytes. Out: an extract.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from skillgraph.errors import LoadError
from skillgraph.loaders.extract import Extract, Scribe
from skillgraph.loaders.limits import Limits
from skillgraph.loaders.office import Paragraph, Run, drafts_of

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\")
_SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl"
    b" generator xmlnstbl header headerl headerr headerf footer footerl footerr footerf fldinst pntext pntxta pntxtb footnote annotation nonshppict"
    b" revtbl filetbl mmathPr bkmkstart bkmkend".split()
)
_KEPT = frozenset(b"shptxt shpinst shptxbx listtext".split())
_SIGNS = {
    b"tab": "\t", b"cell": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"emspace": " ", b"enspace": " ", b"~": "\u00a0", b"_": "-",
}  # fmt: skip
_PAGES = {437: "cp437", 850: "cp850", 1250: "cp1250", 1251: "cp1251", 1252: "cp1252", 1253: "cp1253", 1254: "cp1254", 1257: "cp1257", 10000: "mac_roman", 65001: "utf-8"}
_MOST_GROUPS = 500
_MOST_TOKENS = 5_000_000


class _State(NamedTuple):
    """What a group hands down."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    skipped: bool = False
    size: float = 12.0
    fallback: int = 1


class _Reader:
    """The paragraphs so far and the one under construction."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.hidden: list[str] = []
        self.runs: list[Run] = []
        self.encoding = "cp1252"
        self.skip = 0
        self.heading = 0
        self.item = -1
        self.gap = False
        self.high = 0

    def add(self, text: str, state: _State) -> None:
        """Add text, as far as it is shown."""
        if state.skipped or not text:
            return
        if state.hidden or state.size <= 2:
            self.hidden.append(text)
        else:
            self.runs.append(Run(text, state.bold or state.italic, state.size))

    def end(self) -> None:
        """End the paragraph."""
        self.paragraphs.append(Paragraph(self.runs, self.heading, self.item, self.gap))
        self.runs = []


def read_rtf(data: bytes, limits: Limits) -> Extract:
    """Return the text of an RTF file.

    Raises:
        LoadError: Its groups are nested too deeply.
    """
    reader = _Reader()
    stack = [_State()]
    for number, match in enumerate(_TOKEN.finditer(data)):
        if number > _MOST_TOKENS:
            raise LoadError("it has more parts than any résumé")
        word, number_of, code, sign, brace, text = match.groups()
        if brace == b"{":
            if len(stack) > _MOST_GROUPS:
                raise LoadError("its groups are nested too deeply")
            stack.append(stack[-1])
        elif brace == b"}":
            if len(stack) > 1:
                stack.pop()
        elif word:
            stack[-1] = _control(reader, stack[-1], word, int(number_of) if number_of else None)
        elif code:
            _byte(reader, stack[-1], bytes([int(code, 16)]))
        elif sign:
            stack[-1] = _sign(reader, stack[-1], sign)
        elif text:
            _byte(reader, stack[-1], text)
    reader.end()
    scribe = Scribe()
    drafts = drafts_of(list(_tables(reader.paragraphs)), scribe)
    hidden = " ".join("".join(reader.hidden).split())
    warnings = [f"text was left out because it is hidden: “{hidden[:60]}” ({len(hidden)} characters)"] if hidden else []
    return Extract(scribe.source, drafts, warnings)


def _tables(paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs with a tab at the end, which the last cell of a row leaves, taken off."""
    for paragraph in paragraphs:
        runs = list(paragraph.runs)
        while runs and not runs[-1].text.strip(" \t"):
            runs.pop()
        yield paragraph._replace(runs=runs)


def _byte(reader: _Reader, state: _State, data: bytes) -> None:
    """Add characters in the file's encoding, but for those that only stand in for a Unicode character."""
    cut = min(reader.skip, len(data))
    reader.skip -= cut
    reader.add(data[cut:].decode(reader.encoding, errors="replace"), state)


def _sign(reader: _Reader, state: _State, sign: bytes) -> _State:
    if sign == b"*":
        return state._replace(skipped=True)
    if sign in _SIGNS:
        reader.add(_SIGNS[sign], state)
    elif sign in b"\\{}":
        reader.add(sign.decode(), state)
    elif sign in b"\r\n" and not state.skipped:
        reader.end()
    return state


def _control(reader: _Reader, state: _State, word: bytes, value: int | None) -> _State:
    if word in _SKIPPED:
        return state._replace(skipped=True)
    if word in _KEPT:
        return state._replace(skipped=False)
    if word == b"ansicpg":
        name = _PAGES.get(value or 0, f"cp{value}")
        try:
            reader.encoding = codecs.lookup(name).name
        except LookupError:
            reader.encoding = "cp1252"
    elif word == b"u" and value is not None:
        _unicode(reader, state, value % 65536)
    elif word in _SIGNS:
        reader.add(_SIGNS[word], state)
    elif word in (b"par", b"row", b"sect", b"page") and not state.skipped:
        reader.end()
    elif word in (b"pard", b"sectd") and not state.skipped:
        reader.heading, reader.item, reader.gap = 0, -1, False
    else:
        return _style(reader, state, word, value)
    return state


def _unicode(reader: _Reader, state: _State, code: int) -> None:
    reader.skip = state.fallback
    if 0xD800 <= code < 0xDC00:
        reader.high = code
    elif 0xDC00 <= code < 0xE000:
        reader.add(chr(0x10000 + ((reader.high - 0xD800) << 10) + code - 0xDC00) if reader.high else "\ufffd", state)
        reader.high = 0
    else:
        reader.add(chr(code), state)


def _style(reader: _Reader, state: _State, word: bytes, value: int | None) -> _State:
    on = value != 0
    if word == b"b":
        return state._replace(bold=on)
    if word == b"i":
        return state._replace(italic=on)
    if word == b"v":
        return state._replace(hidden=on)
    if word == b"fs" and value:
        return state._replace(size=value / 2)
    if word == b"uc":
        return state._replace(fallback=min(max(value or 0, 0), 8))
    if word == b"plain":
        return state._replace(bold=False, italic=False, hidden=False, size=12.0)
    if word == b"outlinelevel" and value is not None:
        reader.heading = max(value, 0) + 1
    elif word == b"ls" and value:
        reader.item = max(reader.item, 0)
    elif word == b"ilvl" and value is not None:
        reader.item = value
    elif word == b"sb" and value is not None:
        reader.gap = value >= 100
    return state
