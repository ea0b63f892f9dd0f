"""From the model's pieces to words as grammars count them: "don't" is two, "10,000" and "U.S." are one each."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import TYPE_CHECKING

from reportedly.values import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.engine import Pieces

APOSTROPHES = frozenset("'’")
_CLITICS = frozenset({"s", "d", "ll", "re", "ve", "m"})
_WITHIN_NUMBERS = frozenset(".,:")
_SIGNS = frozenset("@#")


@functools.cache
def abbreviations(kind: str) -> frozenset[str]:
    """Return the abbreviations, without their stop, of one list of `lexicons/abbreviations.toml`."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "abbreviations.toml").read_text("utf-8")
    return frozenset(tomllib.loads(raw)[kind])


def words(text: str, pieces: Pieces, parts: Sequence[str]) -> list[Word]:
    """Return the words of a text; `parts` holds the part of speech of each piece, and a word has that of its first."""
    raw = _letters(pieces, parts)
    stopped = abbreviations("before_name") | abbreviations("anywhere")
    out: list[Word] = []
    place = 0
    while place < len(raw):
        # Nearly every word has a blank behind it, and is looked at no further.
        end = _joined(text, raw, place, stopped) if _glued(raw, place + 1) else place + 1
        first, last = raw[place], raw[end - 1]
        if end - place == 1 and text[first.start] in APOSTROPHES and out and out[-1].end == first.start:
            place = _clitic(text, raw, place, out)
            continue
        out.append(first if end - place == 1 else Word(first.start, last.end, first.pos))
        place = end
    return out


def _letters(pieces: Pieces, parts: Sequence[str]) -> list[Word]:
    """Return the runs of pieces that belong to one stretch of letters, and the marks."""
    out: list[Word] = []
    for start, end, inner, part in zip(
        pieces.starts.tolist(), pieces.ends.tolist(), pieces.inner.tolist(), parts, strict=True
    ):
        if inner:
            out[-1] = out[-1]._replace(end=end)
        else:
            out.append(Word(start, end, part))
    return out


def _joined(text: str, raw: Sequence[Word], place: int, stopped: frozenset[str]) -> int:
    """Return where the word ends that begins at `place`, when marks and what follows belong to it."""
    word = raw[place]
    shown = text[word.start : word.end]
    end = place + 1
    if len(shown) == 1 and shown in _SIGNS and _glued(raw, end) and text[raw[end].start].isalnum():
        return end + 1
    if shown[0].isdigit():
        while _mark(text, raw, end) in _WITHIN_NUMBERS and _glued(raw, end + 1) and text[raw[end + 1].start].isdigit():
            end += 2
        return end
    if len(shown) == 1 and shown.isalpha():
        if _mark(text, raw, end) in APOSTROPHES and _glued(raw, end + 1) and text[raw[end + 1].start].isupper():
            return end + 2
        initials = end
        while _mark(text, raw, initials) == ".":
            initials += 1
            following = raw[initials] if _glued(raw, initials) else None
            if following is None or following.end - following.start > 1 or not text[following.start].isalpha():
                break
            initials += 1
        return initials if initials > end and text[raw[initials - 1].start] == "." else end
    if _mark(text, raw, end) == "." and shown.lower() in stopped:
        return end + 1
    return end


def _clitic(text: str, raw: Sequence[Word], place: int, out: list[Word]) -> int:
    """Write down what an apostrophe behind a word begins: "'s", "n't", or itself; return what comes next."""
    mark = raw[place]
    if not _glued(raw, place + 1):
        out.append(mark)
        return place + 1
    following = raw[place + 1]
    shown = text[following.start : following.end].lower()
    if shown in _CLITICS:
        out.append(Word(mark.start, following.end, mark.pos))
        return place + 2
    before = out[-1]
    if shown == "t" and text[before.end - 1] in "nN" and before.end - before.start > 1:
        out[-1] = Word(before.start, before.end - 1, "AUX")
        out.append(Word(before.end - 1, following.end, "PART"))
        return place + 2
    out.append(mark)
    return place + 1


def _glued(raw: Sequence[Word], place: int) -> bool:
    """Say whether there is a word at `place` that follows the one before without a gap."""
    return 0 < place < len(raw) and raw[place].start == raw[place - 1].end


def _mark(text: str, raw: Sequence[Word], place: int) -> str:
    """Return the single sign that is glued on at `place`; a blank where there is none."""
    if _glued(raw, place) and raw[place].end - raw[place].start == 1:
        return text[raw[place].start]
    return " "
