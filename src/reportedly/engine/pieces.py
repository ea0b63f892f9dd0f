"""Cut a text into word pieces, and pieces into windows that the encoder reads.

A piece is a token of the model's vocabulary with its place in the text (code points) and what the
uncased vocabulary cannot see: its capitals, the white space before it, whether it stands inside
quotation marks, and whether it belongs to the first paragraph (where headlines are).
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

SHAPES = ("lower", "capitalised", "capitals", "digits", "mark", "other")
GAPS = ("none", "space", "line", "paragraph")
QUOTES = ("outside", "inside", "opening", "closing")
PLACES = ("first paragraph", "later")
FEATURES = (SHAPES, GAPS, QUOTES, PLACES)
"""The closed lists behind the columns of `Pieces.features`, in order. The model learns one vector for each value."""

NEARBY = 12
"""How close to a paragraph's edge (pieces) a cue must stand for the neighbouring paragraph to be looked at too."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_SLICE = 200_000
"""Longest stretch (code points) that is given to the tokenizer at once, so that memory stays bounded."""


@dataclasses.dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of one text: arrays of one length, in text order."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    features: NDArray[np.int64]
    """Shape (pieces, 4): an index into each list of `FEATURES`."""

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.ids)

    @functools.cached_property
    def marks(self) -> NDArray[np.bool_]:
        """Which pieces are punctuation or other signs."""
        marks: NDArray[np.bool_] = self.features[:, 0] == SHAPES.index("mark")
        return marks

    @functools.cached_property
    def inner(self) -> NDArray[np.bool_]:
        """Which pieces go on with the word of the piece before: nothing stands between them, and neither is a mark."""
        letters = ~self.marks
        before = np.concatenate(([False], letters[:-1])) if len(self) else letters
        inner: NDArray[np.bool_] = letters & before & (self.features[:, 1] == GAPS.index("none"))
        return inner

    @functools.cached_property
    def breaks(self) -> NDArray[np.int64]:
        """The pieces that begin a line or a paragraph, in order."""
        return np.flatnonzero(self.features[:, 1] >= GAPS.index("line"))

    @functools.cached_property
    def lines(self) -> frozenset[int]:
        """The same pieces, to look one up."""
        return frozenset(self.breaks.tolist())

    @functools.cached_property
    def bounds(self) -> list[int]:
        """The same pieces between the first of all and the end: line `i` (from 1) is [bounds[i - 1], bounds[i])."""
        return [0, *self.breaks.tolist(), len(self)]


@dataclasses.dataclass(frozen=True, slots=True)
class Window:
    """A stretch [start, end) of pieces that is read at once; it answers for [own_start, own_end) of them."""

    start: int
    end: int
    own_start: int
    own_end: int


def cut(text: str, tokenizer: Tokenizer) -> Pieces:
    """Return the pieces of `text`. Any string is cut without an error; lone surrogates are read as U+FFFD."""
    clean = readable(text)
    ids: list[int] = []
    offsets: list[tuple[int, int]] = []
    for begin, end in _slices(clean):
        encoding = tokenizer.encode(clean[begin:end], add_special_tokens=False)
        kept = [(i, a + begin, b + begin) for i, (a, b) in zip(encoding.ids, encoding.offsets, strict=True) if a < b]
        ids.extend(i for i, _, _ in kept)
        offsets.extend((a, b) for _, a, b in kept)
    spans = np.asarray(offsets, dtype=np.int64).reshape(-1, 2)
    return Pieces(np.asarray(ids, dtype=np.int64), spans[:, 0], spans[:, 1], _features(clean, offsets))


def readable(text: str) -> str:
    """Return a text as a tokenizer takes it, of the same length: lone surrogates are U+FFFD."""
    return _SURROGATES.sub("\ufffd", text)


def _slices(text: str) -> list[tuple[int, int]]:
    """Cut a very long text at white space, where there is any near the limit."""
    bounds = [0]
    while len(text) - bounds[-1] > _SLICE:
        limit = bounds[-1] + _SLICE
        space = max(text.rfind(" ", limit - 1000, limit), text.rfind("\n", limit - 1000, limit))
        bounds.append(space if space > 0 else limit)
    return list(itertools.pairwise([*bounds, len(text)]))


def _features(text: str, offsets: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    """Read the four features of each piece; see `FEATURES`."""
    out = np.zeros((len(offsets), len(FEATURES)), dtype=np.int64)
    previous, quoted, first = 0, "", True
    rows = []
    for start, end in offsets:
        word = text[start:end]
        gap = 0
        if start > previous or start == 0:
            between = text[previous:start]
            lines = between.count("\n")
            gap = 1 if lines == 0 else 2 if lines == 1 else 3
            if lines > 1 or (lines and len(between) > lines + 1):
                quoted = ""
            if lines and previous:
                first = False
        quote = 1 if quoted else 0
        if word in '"“”«»„‘’' and len(word) == 1:
            quoted, quote = _turn(word, quoted, text[end : end + 1], quote, glued=gap == 0)
        rows.append((_shape(word), gap, quote, 0 if first else 1))
        previous = end
    if rows:
        out[:] = rows
    return out


def _turn(mark: str, quoted: str, following: str, quote: int, *, glued: bool) -> tuple[str, int]:
    """Open or close a quotation at `mark`; return the mark that would close it, and the feature's value."""
    if mark == "’" and (quoted != "’" or following.isalnum()):
        return quoted, quote
    if mark == "‘" and quoted:
        return quoted, quote
    if mark in "“«„‘":
        return {"“": "”", "«": "»", "„": "“", "‘": "’"}[mark], 2
    if mark == '"' and not quoted and not (glued and not following.isalnum()):
        return '"', 2
    return "", 3


@functools.lru_cache(maxsize=65_536)
def _shape(word: str) -> int:
    """Return the index in `SHAPES` for a piece's text."""
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    if word[0].isupper():
        return 1
    if word[0].isdigit():
        return 3
    return 4 if not word[0].isalnum() else 5


def windows(pieces: Pieces, size: int, context: int) -> list[Window]:
    """Cover all pieces with windows of at most `size`, cut between paragraphs where possible.

    Neighbours overlap by about `context` pieces or more, and each piece is answered for by one window only: a cut
    between paragraphs falls where the paragraph begins, another in the middle of the overlap.
    """
    total = len(pieces)
    breaks = pieces.breaks
    out: list[Window] = []
    start = own = 0
    while own < total:
        end = min(start + size, total)
        if end == total:
            out.append(Window(start, end, own, total))
            break
        inside = breaks[(breaks > max(own, start + size // 2)) & (breaks <= end)]
        if len(inside):
            own_end = end = int(inside[-1])
            lead = breaks[(breaks <= own_end - context // 2) & (breaks >= own_end - 2 * context)]
            following = int(lead[-1]) if len(lead) else own_end - context
        else:
            own_end, following = end - context, end - 2 * context
        out.append(Window(start, end, own, own_end))
        start, own = max(following, start + 1), own_end
    return out


def surroundings(breaks: NDArray[np.int64], window: tuple[int, int], anchor: int, most: int) -> tuple[int, int]:
    """Return the stretch [start, end) of pieces in which the source and the content of a cue are looked for.

    It is the cue's paragraph, with the neighbouring one where the cue is within `NEARBY` pieces of it, inside
    `window`; a stretch of more than `most` pieces is cut evenly around the anchor. `breaks` are the pieces that
    begin a line or a paragraph, in order.
    """
    low, high = window
    before = int(np.searchsorted(breaks, anchor - NEARBY, side="right")) - 1
    after = int(np.searchsorted(breaks, anchor + NEARBY, side="right"))
    start = max(low, int(breaks[before])) if before >= 0 else low
    end = min(high, int(breaks[after])) if after < len(breaks) else high
    if end - start > most:
        start = min(max(start, anchor - most // 2), end - most)
        end = start + most
    return start, end
