"""Where sentences end: at a stop that is no abbreviation's, and at every paragraph's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.tokens import abbreviations
from reportedly.values import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Along, Span, Word

_STOPS = frozenset({".", "!", "?", "…", "..."})
_CLOSING = frozenset("\"”’')]»")
_BEGINS = frozenset("\"“‘'([«—–-")
_STARTERS = frozenset({"DET", "PRON", "ADP", "SCONJ", "ADV", "CCONJ"})
"""What begins a sentence after an abbreviation that may end one: "in the U.S. The ..." but not "U.S. Senator"."""


def sentences(text: str, words: Along[Word], paragraphs: Sequence[Span]) -> list[Sentence]:
    """Return the sentences of a text. None runs over a paragraph; marks alone are none."""
    out: list[Sentence] = []
    for paragraph in paragraphs:
        first, last = words.before(paragraph.start), words.before(paragraph.end)
        begin = first
        for place in range(first, last):
            if place + 1 == last or (place >= begin and _ends(text, words, place, last)):
                end = place + 1
                if any(word.pos != "PUNCT" for word in words[begin:end]):
                    out.append(Sentence(words[begin].start, words[end - 1].end, begin, end))
                begin = end
    return out


def _ends(text: str, words: Along[Word], place: int, last: int) -> bool:
    """Say whether a sentence ends with the word at `place`: a stop, or what closes behind one."""
    word, following = words[place], words[place + 1]
    if following.start == word.end:
        return False
    shown = text[word.start : word.end]
    back = place
    while back > 0 and len(shown) == 1 and shown in _CLOSING and words[back - 1].end == words[back].start:
        back -= 1
        shown = text[words[back].start : words[back].end]
    if shown in _STOPS or set(shown) <= _STOPS:
        return _opens(text, words, place + 1, last)
    if shown.endswith(".") and shown[:-1].lower() not in abbreviations("before_name"):
        return following.pos in _STARTERS and text[following.start].isupper() and len(shown) > len("J.")
    return False


def _opens(text: str, words: Along[Word], place: int, last: int) -> bool:
    """Say whether a sentence can begin at `place`: a capital, a digit or a sign, behind whatever opens before it."""
    while place < last - 1 and text[words[place].start] in _BEGINS:
        place += 1
    return not text[words[place].start].islower()
