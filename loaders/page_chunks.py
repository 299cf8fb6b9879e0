"""From glyphs to chunks: text on one baseline without a wide gap in it.

In: the glyphs and drawn marks of a page. Out: chunks with their text, place, style and bullet.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from skillgraph.loaders import cues
from skillgraph.loaders.edits import plain
from skillgraph.loaders.pdf_glyphs import Font, Frame, Glyph, Mark

_WIDE = 0.9
_GUTTER = 0.5
_EDGES = 3
_LONG = 25
_FRAMES = 3
_MOST_FRAMED = 2000
_WORD = 0.17
_TRACKED = 0.08
_FACES = 0.08
_BULLETS = frozenset(cues.BULLETS) | frozenset("∗⋆⚫⚪▶◾◽➣➥❑❒❏❍")
_DASHES = frozenset("-–—*+o")
_EMOJI = re.compile(cues.EMOJI)
_ACCENTS = {
    "\u00a8": "\u0308",
    "\u00b4": "\u0301",
    "\u02ca": "\u0301",
    "`": "\u0300",
    "\u02cb": "\u0300",
    "\u02c6": "\u0302",
    "^": "\u0302",
    "\u02dc": "\u0303",
    "~": "\u0303",
    "\u00b8": "\u0327",
    "\u02c7": "\u030c",
    "\u02da": "\u030a",
    "\u00af": "\u0304",
    "\u02d8": "\u0306",
    "\u02d9": "\u0307",
    "\u02dd": "\u030b",
}
_DOTLESS = {"\u0131": "i", "\u0237": "j"}


class Chunk(NamedTuple):
    """Text on one baseline: its edges, where its text begins behind a bullet, and its prevailing style."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    italic: bool = False
    bullet: bool = False
    text_x: float = 0.0
    page: int = 0
    first: float = 0.0
    framed: bool = False
    opens_bold: bool = False

    @property
    def strong(self) -> bool:
        """Whether the chunk is set apart by its face."""
        return self.bold or self.italic


def chunks_of(glyphs: Sequence[Glyph], marks: Sequence[Mark], page: int, frames: Sequence[Frame] = ()) -> list[Chunk]:
    """Return the chunks of a page, from top to bottom and left to right."""
    whole = _raised(list(_stretches(glyphs)))
    bullets = _own_bullets(glyphs) | _icon_bullets(whole)
    edges = _left_edges(whole)
    stretches = [part for stretch in whole for cut in _cut(stretch, edges) for part in _split(cut, bullets)]
    chunks = [chunk for stretch in stretches if (chunk := _chunk(stretch, bullets, page))]
    chunks.sort(key=lambda chunk: (chunk.y, chunk.x0))
    return _with_frames(_with_marks(_with_bullets(chunks), marks), frames)


def _stretches(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each baseline, cut where a gap is wide."""
    for row in (part for baseline in _baselines(glyphs) for part in _unmixed(baseline)):
        stretch: list[Glyph] = []
        for glyph in sorted(row, key=lambda g: g.x0):
            if stretch and _same(stretch[-1], glyph):
                continue
            if stretch and glyph.x0 - stretch[-1].x1 > _WIDE * max(glyph.size, stretch[-1].size):
                yield stretch
                stretch = []
            if stretch or not glyph.char.isspace():
                stretch.append(glyph)
        if stretch:
            yield stretch


def _baselines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted((g for g in glyphs), key=lambda g: g.y):
        if row and glyph.y - row[0].y > max(0.6, 0.06 * row[0].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _unmixed(row: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs of a baseline; a text that runs over the beginning of another one is kept apart from it.

    The glyphs come in the order in which they are drawn, so that those of one text follow each other.
    """
    runs: list[list[Glyph]] = []
    for glyph in row:
        last = runs[-1][-1] if runs else None
        if last is not None and -0.5 * glyph.size < glyph.x0 - last.x1 < _WIDE * glyph.size and glyph.x0 >= last.x0:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    apart: list[list[Glyph]] = [[]]
    reach: list[Glyph] = []
    for run in sorted(runs, key=lambda run: run[0].x0):
        if reach and _is_mixed(reach, run):
            apart.append(run)
        else:
            apart[0] += run
            reach = run if not reach or run[-1].x1 > reach[-1].x1 else reach
    return apart


def _is_mixed(before: Sequence[Glyph], run: Sequence[Glyph]) -> bool:
    """Tell whether a text begins before another one ends, and is not that one printed again."""
    shared = min(before[-1].x1, run[-1].x1) - run[0].x0
    if shared < 1.2 * run[0].size or len(run) < 4 or len(before) < 4:
        return False
    letters = Counter(glyph.char for glyph in before if glyph.x1 > run[0].x0)
    common = sum((letters & Counter(glyph.char for glyph in run if glyph.x0 < before[-1].x1)).values())
    return common < 0.7 * min(len(run), letters.total())


def _same(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph is printed twice to look bold."""
    return before.char == glyph.char and glyph.x0 - before.x0 < 0.12 * glyph.size and not glyph.char.isspace()


def _raised(stretches: list[list[Glyph]]) -> list[list[Glyph]]:
    """Return the stretches with small raised or lowered characters put into the line that they belong to."""
    small = [s for s in stretches if len(s) <= 4]
    if not small or len(stretches) > 4000:
        return stretches
    hosts: dict[int, list[Glyph]] = {}
    for stretch in small:
        host = next((s for s in stretches if s is not stretch and _hosts(s, stretch)), None)
        if host is not None:
            hosts[id(stretch)] = host
    done: dict[int, list[Glyph]] = {id(s): list(s) for s in stretches if id(s) not in hosts}
    for stretch in small:
        host = hosts.get(id(stretch))
        if host is not None and id(host) in done:
            done[id(host)] = sorted([*done[id(host)], *stretch], key=lambda g: g.x0)
        elif host is not None:
            done[id(stretch)] = stretch
    return list(done.values())


def _hosts(host: Sequence[Glyph], small: Sequence[Glyph]) -> bool:
    size = host[0].size
    if small[0].size > 0.82 * size or not 0.1 * size < abs(host[0].y - small[0].y) < 0.6 * size:
        return False
    reach = 0.3 * size
    if not (host[0].x0 - reach < small[0].x0 < host[-1].x1 + reach):
        return False
    middle = [(glyph.x0 + glyph.x1) / 2 for glyph in small]
    return not any(g.x0 < x < g.x1 and not g.char.isspace() for g in host for x in middle)


def _left_edges(stretches: Iterable[Sequence[Glyph]]) -> list[float]:
    """Return where text begins several times, at the start of a line or behind a gap, which may be the left edge of a column."""
    counts = Counter(round(glyph.x0) for stretch in stretches for glyph in _starts(stretch))
    return sorted(edge for edge in counts if sum(counts[edge + step] for step in (-1, 0, 1)) >= _EDGES)


def _starts(stretch: Iterable[Glyph]) -> Iterator[Glyph]:
    """Yield the first glyph of a stretch, and those behind a gap that is wider than most spaces."""
    last: Glyph | None = None
    for glyph in stretch:
        if not glyph.char.isspace():
            if last is None or glyph.x0 - last.x1 > _GUTTER * max(glyph.size, last.size):
                yield glyph
            last = glyph


def _cut(stretch: list[Glyph], edges: Sequence[float]) -> Iterator[list[Glyph]]:
    """Yield the parts of a stretch that a gap parts which is hardly wider than a space, where a column begins or dates end it."""
    start = 0
    last: Glyph | None = None
    for index, glyph in enumerate(stretch):
        if glyph.char.isspace():
            continue
        if last is not None and glyph.x0 - last.x1 > _GUTTER * max(glyph.size, last.size):
            place = bisect_left(edges, glyph.x0 - 1.5)
            if (place < len(edges) and edges[place] < glyph.x0 + 1.5) or _are_dates(stretch[index:]):
                yield stretch[start:index]
                start = index
        last = glyph
    yield stretch[start:]


def _are_dates(glyphs: Sequence[Glyph]) -> bool:
    """Tell whether glyphs are a range of dates and nothing else."""
    return len(glyphs) < 40 and cues.is_date_range("".join(glyph.char for glyph in glyphs))


def _own_bullets(glyphs: Iterable[Glyph]) -> frozenset[str]:
    """Return the characters of private use that stand at one left edge so often that they are bullets, not icons."""
    counts = Counter((glyph.char, round(glyph.x0 / 2)) for glyph in glyphs if _is_private(glyph.char) and not glyph.font.icon)
    return frozenset(char for (char, _), count in counts.items() if count > 2)


def _icon_bullets(stretches: Iterable[Sequence[Glyph]]) -> frozenset[str]:
    """Return the icons that stand before so many long texts at one left edge that they are bullets; others stand before addresses."""
    texts: dict[tuple[str, int], list[int]] = defaultdict(list)
    for stretch in stretches:
        if stretch[0].font.icon:
            texts[stretch[0].char, round(stretch[0].x0 / 2)].append(len(stretch))
    return frozenset(char for (char, _), lengths in texts.items() if len(lengths) > 2 and median(lengths) > _LONG)


def _is_private(char: str) -> bool:
    return unicodedata.category(char[0]) in ("Co", "Cn") or char == "\ufffd"


def _split(stretch: list[Glyph], bullets: frozenset[str]) -> Iterator[list[Glyph]]:
    """Yield the parts of a stretch between icons, without the icons."""
    part: list[Glyph] = []
    for glyph in stretch:
        if _is_icon(glyph, bullets) and (part or not _is_bullet(glyph, bullets)):
            if part:
                yield part
            part = []
        else:
            part.append(glyph)
    if part:
        yield part


def _is_icon(glyph: Glyph, bullets: frozenset[str]) -> bool:
    if glyph.char in _BULLETS:
        return False
    return (
        (_is_private(glyph.char) and glyph.char != "\ufffd")
        or bool(_EMOJI.match(glyph.char))
        or (glyph.font.symbol and glyph.char not in bullets and not glyph.char.isspace())
    )


def _is_bullet(glyph: Glyph, bullets: frozenset[str]) -> bool:
    return glyph.char in _BULLETS or glyph.char in bullets or (glyph.font.symbol and not glyph.font.icon and not _is_private(glyph.char))


def _chunk(stretch: list[Glyph], bullets: frozenset[str], page: int) -> Chunk | None:
    while stretch and stretch[-1].char.isspace():
        stretch = stretch[:-1]
    visible = [glyph for glyph in stretch if not glyph.char.isspace()]
    if not visible:
        return None
    first = visible[0]
    bullet = _is_bullet(first, bullets) or (first.char in _DASHES and _stands_alone(visible) and not _ends_dates(visible[1:]))
    body = visible[1:] if bullet else visible
    if bullet and not body:
        return Chunk("", first.x0, first.x1, first.y, first.size, bullet=True, text_x=first.x1, page=page)
    inside = stretch[stretch.index(first) + 1 :] if bullet else stretch
    words = list(_words(inside))
    sizes: Counter[float] = Counter()
    for glyph in body:
        sizes[round(glyph.size, 1)] += len(glyph.char)
    text = " ".join(words)
    count = len(body)
    return Chunk(
        unicodedata.normalize("NFC", plain(text)),
        first.x0,
        body[-1].x1,
        Counter(round(glyph.y, 2) for glyph in body).most_common(1)[0][0],
        max(sizes, key=lambda size: (sizes[size], size)),
        sum(glyph.font.bold for glyph in body) > 0.8 * count,
        sum(glyph.font.italic for glyph in body) > 0.8 * count,
        bullet,
        body[0].x0,
        page,
        _first_width(inside, words),
        opens_bold=body[0].font.bold,
    )


def _ends_dates(visible: Sequence[Glyph]) -> bool:
    """Tell whether what follows a dash is the end of a range of dates that began above."""
    return len(visible) < 20 and cues.is_date_end("".join(glyph.char for glyph in visible))


def _stands_alone(visible: Sequence[Glyph]) -> bool:
    """Tell whether a leading dash or the like is set off from what follows."""
    if len(visible) == 1:
        return True
    first, after = visible[0], visible[1]
    return after.x0 - first.x1 > _WORD * first.size and not after.char.isdigit()


def _first_width(stretch: Sequence[Glyph], words: Sequence[str]) -> float:
    """Return the width of a stretch's first word."""
    visible = [glyph for glyph in stretch if not glyph.char.isspace()]
    count, length = 0, 0
    while count < len(visible) and length < len(words[0]):
        length += len(visible[count].char)
        count += 1
    return visible[max(count - 1, 0)].x1 - visible[0].x0


def _words(stretch: Sequence[Glyph]) -> Iterator[str]:
    """Yield the words of a stretch, parted by spaces and by gaps wider than those between letters."""
    glyphs = _accented(stretch)
    apart = _threshold(glyphs)
    word = ""
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            if word:
                yield word
            word, last = "", None
            continue
        # Within a word the face hardly ever changes.
        least = min(apart, _FACES) if last is not None and glyph.font.bold != last.font.bold else apart
        wide = last is not None and glyph.x0 - last.x1 > least * max(min(glyph.size, last.size), 1.0)
        if last is not None and (wide or (glyph.font.bold != last.font.bold and last.char[-1].isalpha() and glyph.char.isdigit())):
            yield word
            word = ""
        word += glyph.char
        last = glyph
    if word:
        yield word


def _threshold(glyphs: Sequence[Glyph]) -> float:
    """Return the gap between words in parts of the size; more where the letters are spaced out."""
    gaps = [
        (after.x0 - before.x1) / max(after.size, 1.0)
        for before, after in pairwise(glyphs)
        if not before.char.isspace() and not after.char.isspace()
    ]
    usual = median(gaps) if len(gaps) > 3 else 0.0
    return max(_WORD, 1.6 * usual + 0.05) if usual > _TRACKED else _WORD


def _accented(stretch: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs with accents that stand over a letter put onto it, as old TeX fonts need it."""
    done: list[Glyph] = []
    waiting: Glyph | None = None
    for glyph in stretch:
        accent = _ACCENTS.get(glyph.char, "")
        if accent and done and _over(glyph, done[-1]):
            done[-1] = done[-1]._replace(char=_composed(done[-1].char, accent))
        elif waiting is not None and _over(waiting, glyph):
            done[-1] = glyph._replace(char=_composed(glyph.char, _ACCENTS[waiting.char]), x0=min(glyph.x0, waiting.x0))
        else:
            done.append(glyph)
        waiting = glyph if accent and done[-1] is glyph else None
    return done


def _composed(letter: str, accent: str) -> str:
    return unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + accent)


def _over(accent: Glyph, letter: Glyph) -> bool:
    if not letter.char[-1].isalpha() or letter.char.isspace():
        return False
    shared = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    return shared > 0.5 * min(max(accent.x1 - accent.x0, 0.1), max(letter.x1 - letter.x0, 0.1))


def _with_bullets(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks with bullets that stand alone joined to the text beside them."""
    lone = [chunk for chunk in chunks if chunk.bullet and not chunk.text]
    texts = [chunk for chunk in chunks if chunk.text]
    places = {id(chunk): index for index, chunk in enumerate(texts)}
    for bullet in lone:
        beside = [c for c in texts if _is_beside(bullet, c)]
        if beside:
            nearest = min(beside, key=lambda c: c.x0)
            texts[places[id(nearest)]] = joined = nearest._replace(bullet=True, x0=bullet.x0, text_x=nearest.text_x)
            places[id(joined)] = places[id(nearest)]
    return texts


def _is_beside(bullet: Chunk, chunk: Chunk) -> bool:
    size = max(chunk.size, 1.0)
    return not chunk.bullet and -0.2 * size < chunk.x0 - bullet.x1 < 3.5 * size and abs(chunk.y - bullet.y) < 0.45 * size


def _with_marks(chunks: list[Chunk], marks: Sequence[Mark]) -> list[Chunk]:
    """Return the chunks, those with a small shape drawn before them as list items."""
    if not marks:
        return chunks
    return [chunk._replace(bullet=True, x0=min(mark.x0, chunk.x0)) if (mark := _mark(chunk, chunks, marks)) else chunk for chunk in chunks]


def _mark(chunk: Chunk, chunks: Sequence[Chunk], marks: Sequence[Mark]) -> Mark | None:
    """Return the drawn bullet of a chunk: one shape, left of it with nothing between, no more than letters high."""
    near = [
        mark
        for mark in marks
        if -0.1 < chunk.x0 - mark.x1 < 2.5 * chunk.size
        and 0 < chunk.y - mark.y < 0.75 * chunk.size
        and mark.x1 - mark.x0 < 0.7 * chunk.size
    ]
    if chunk.bullet or len(near) != 1:
        return None
    row = [c for c in chunks if c is not chunk and abs(c.y - chunk.y) < 0.3 * chunk.size and c.x1 <= near[0].x0 + 1]
    return None if any(near[0].x0 - c.x1 < 2 * chunk.size for c in row) else near[0]


def _with_frames(chunks: list[Chunk], frames: Sequence[Frame]) -> list[Chunk]:
    """Return the chunks, those marked that have a drawn box of their own, where there are several."""
    framed: set[int] = set()
    for frame in frames:
        inside = [chunk for chunk in chunks if _is_inside(chunk, frame)] if len(chunks) < _MOST_FRAMED else []
        if (
            len(inside) == 1
            and frame.bottom - frame.top < 3 * inside[0].size
            and frame.x1 - frame.x0 < inside[0].x1 - inside[0].x0 + 4 * inside[0].size
        ):
            framed.add(id(inside[0]))
    if len(framed) < _FRAMES:
        return chunks
    return [chunk._replace(framed=True) if id(chunk) in framed else chunk for chunk in chunks]


def _is_inside(chunk: Chunk, frame: Frame) -> bool:
    middle = chunk.y - 0.3 * chunk.size
    return frame.top < middle < frame.bottom and frame.x0 - 1 < chunk.x0 and chunk.x1 < frame.x1 + 1


__all__ = ["Chunk", "Font", "chunks_of"]
