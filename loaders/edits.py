"""Text that remembers where it came from: pieces in, edits applied, pieces out.

In: the decoded file. Out: cleaned text as a list of pieces; a piece is a stretch of characters taken one to one from
the text it was cut out of, or text that a loader put in.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

INSERTED = -1


class Piece(NamedTuple):
    """A stretch of text and the offset of its first character in the text before (`INSERTED`: put in)."""

    text: str
    at: int


class Edit(NamedTuple):
    """Replace the characters `start` to `end` by `text`."""

    start: int
    end: int
    text: str


_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_ODD_ASCII = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_ODD = re.compile(f"[{_SPACES}{_BREAKS}{_JOINERS}{_UNSEEN}\u00ad\ufb00-\ufb06]")
_SOFT_HYPHEN = re.compile("\u00ad[ \t]*(?:\r?\n)?[ \t]*")
_LIGATURES = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)
_NOT_ASCII = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_MOJIBAKE_HINT = re.compile("[\u00c2-\u00f4\u0152\u0178\u0192][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]")
_STRETCH = re.compile(r"\S+(?: \S+)*")


def edit(pieces: Iterable[Piece], edits: Sequence[Edit]) -> list[Piece]:
    """Return the pieces after edits that are ordered, do not overlap and count the characters of the joined pieces."""
    done: list[Piece] = []
    following = iter(edits)
    change = next(following, None)
    position = 0
    for text, at in pieces:
        finish = position + len(text)
        cursor = position
        while change is not None and change.start < finish:
            _keep(done, text, at, cursor - position, change.start - position)
            if change.start >= position and change.text:
                done.append(Piece(change.text, INSERTED))
            cursor = min(max(change.end, cursor), finish)
            if change.end > finish:
                break
            change = next(following, None)
        _keep(done, text, at, cursor - position, len(text))
        position = finish
    done.extend(
        Piece(rest.text, INSERTED) for rest in ([change] if change else []) + list(following) if rest.start >= position
    )
    return done


def _keep(done: list[Piece], text: str, at: int, start: int, end: int) -> None:
    if start < end:
        done.append(Piece(text[start:end], at + start if at >= 0 else INSERTED))


def joined(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces."""
    return "".join([piece.text for piece in pieces])


def clean(source: str) -> list[Piece]:
    """Return the source with mojibake repaired, odd characters replaced or removed, LF line ends and in NFC."""
    pieces = [Piece(source, 0)]
    if not source.isascii() and _MOJIBAKE_HINT.search(source):
        pieces = edit(pieces, list(_mojibake_edits(source)))
        source = joined(pieces)
    odd = _ODD_ASCII if source.isascii() else _ODD
    if odd.search(source):
        pieces = edit(pieces, list(_odd_edits(source, odd)))
        source = joined(pieces)
    return compose(pieces, source)


def plain(text: str) -> str:
    """Return text that a loader puts in, such as the value of an entity, with odd characters replaced or removed."""
    return joined(edit([Piece(text, INSERTED)], list(_odd_edits(text, _ODD)))) if _ODD.search(text) else text


def _odd_edits(text: str, odd: re.Pattern[str]) -> Iterator[Edit]:
    done = 0
    for match in odd.finditer(text):
        start, char = match.start(), match.group()
        if start < done:
            continue
        done = start + 1
        if char in _BREAKS:
            done += text.startswith("\r\n", start)
            yield Edit(start, done, "\n")
        elif char in _LIGATURES:
            yield Edit(start, done, _LIGATURES[char])
        elif char == "\u00ad":
            hyphen = _SOFT_HYPHEN.match(text, start)
            done = hyphen.end() if hyphen else done
            yield Edit(start, done, "")
        elif char.isspace() and char > " ":
            yield Edit(start, done, " ")
        elif char not in _JOINERS or start == 0 or text[start - 1] < "\u0600":
            yield Edit(start, done, "")  # joiners carry meaning in Indic and Arabic script and in emoji


def compose(pieces: list[Piece], text: str) -> list[Piece]:
    """Return pieces whose text, given beside them, is in Unicode NFC."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return pieces
    return edit(pieces, list(_nfc_edits(text)))


def _nfc_edits(text: str) -> Iterator[Edit]:
    for match in _NOT_ASCII.finditer(text):
        whole = unicodedata.normalize("NFC", match.group())
        if whole == match.group():
            continue
        clusters = _clusters(match.group())
        values = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
        if "".join(values) != whole:
            yield Edit(match.start(), match.end(), whole)
            continue
        start = match.start()
        for cluster, value in zip(clusters, values, strict=True):
            if cluster != value:
                yield Edit(start, start + len(cluster), value)
            start += len(cluster)


def _clusters(text: str) -> list[str]:
    starts = [i for i, char in enumerate(text) if i == 0 or not unicodedata.combining(char)]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _mojibake_edits(source: str) -> Iterator[Edit]:
    from ftfy import fix_encoding  # its tables take longer to load than most files

    start = 0
    for line in source.splitlines(keepends=True):
        if _MOJIBAKE_HINT.search(line):
            body = line.rstrip("\r\n")
            yield from _word_edits(body, fix_encoding(body), start)
        start += len(line)


def _word_edits(before: str, after: str, start: int) -> Iterator[Edit]:
    if before == after:
        return
    old, new = before.split(" "), after.split(" ")
    if len(old) != len(new):
        yield Edit(start, start + len(before), after)
        return
    for word, value in zip(old, new, strict=True):
        if word != value:
            yield Edit(start, start + len(word), value)
        start += len(word) + 1


def tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces without white space at either end and with one space for every stretch of it inside, in NFC."""
    done: list[Piece] = []
    space = False
    for text, at in pieces:
        end = 0
        for match in _STRETCH.finditer(text):
            start = match.start()
            if done and (space or start > end):
                if start and text[start - 1] == " ":
                    start -= 1
                else:
                    done.append(Piece(" ", INSERTED))
            done.append(Piece(text[start : match.end()], at + start if at >= 0 else INSERTED))
            end, space = match.end(), False
        space = space or end < len(text)
    return compose(done, joined(done))


class Trace:
    """The way from a cleaned text back to the source: looks up ranges of the text in its pieces."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Index the pieces that the cleaned text consists of."""
        self._pieces = pieces
        self._starts = [0, *accumulate(len(piece.text) for piece in pieces)]
        self._same = len(pieces) == 1 and pieces[0].at == 0

    def back(self, start: int, length: int) -> Iterator[tuple[int, int, int]]:
        """Yield (offset from `start`, source offset, length) for each traceable part of a range of the text."""
        if self._same:
            yield 0, start, length
            return
        index = bisect_right(self._starts, start) - 1
        while index < len(self._pieces) and self._starts[index] < start + length:
            begin = max(self._starts[index], start)
            finish = min(self._starts[index + 1], start + length)
            at = self._pieces[index].at
            if at >= 0 and begin < finish:
                yield begin - start, at + begin - self._starts[index], finish - begin
            index += 1
