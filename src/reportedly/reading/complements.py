"""What stands behind a verb and belongs to it: "whether anyone was hurt", "a request for comment"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.edges import trim
from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Reading, Word

_STOPS = frozenset({";", ":", "—", "–", "―", "--", "…", "..."})
_BRACKETS = frozenset({"(", ")", "[", "]"})
_QUOTES = frozenset("\"“”‘’'«»")
_BEFORE = frozenset({"exactly", "precisely", "just", "even", "specifically"})
"""What may stand before the word that opens a clause: "exactly which"."""
_JOINING = frozenset({"and", "or", "nor"})
_BEHIND = frozenset(
    "when while after because though although until since before despite as amid during saying citing adding noting "
    "telling calling instead where who which".split()
)
"""What tells of something else, behind a complement that is no clause."""
_AFTER_COMMA = frozenset(
    "but and or yet so while although though whereas because as since who whom which where when he she it they we i "
    "you according said says saying citing adding noting though leaving making giving with".split()
)
"""What begins another clause behind a comma."""
_OPENERS = frozenset("whether if who whom whose what which when where why how that".split())
_RELATIVES = frozenset({"who", "which", "whose"})
_LONGEST = 120
"""Words behind a verb that are looked at."""
_INSET = 20
"""Words that a relative clause between commas may have."""
_FINITE = frozenset({"VERB", "AUX", "PRON"})


def complement(reading: Reading, offset: int, *, wide: bool = False) -> Span | None:
    """Return the words behind `offset` that belong to the verb before it; None where there are none.

    They end at a comma, or, where it is to be `wide`, at one behind which another clause begins. A leading "that" is
    left out.
    """
    sentence = reading.sentences.at(offset - 1)
    if sentence is None:
        return None
    text = reading.report.text
    first = reading.words.before(offset)
    words = reading.words[first : min(sentence.last, first + _LONGEST)]
    shown = [text[word.start : word.end].lower() for word in words]
    clause = next((low in _OPENERS for low in shown if low not in _QUOTES | _BEFORE), False)
    ends = _ends_widely if wide else _ends
    last = next((i for i in range(len(shown)) if ends(shown, words, i, clause=clause)), len(words))
    begin = int(last > 1 and shown[0] == "that" and words[0].pos != "DET")
    if begin >= last:
        return None
    start, end = trim(text, words[begin].start, words[last - 1].end)
    return Span(start, end) if start < end and any(letter.isalnum() for letter in text[start:end]) else None


def _ends(shown: Sequence[str], words: Sequence[Word], place: int, *, clause: bool) -> bool:
    """Say whether a complement ends before the word at a place."""
    low = shown[place]
    if _stops(shown, words, place) or low in {",", "but"} | _BRACKETS:
        return True
    if clause or place == 0:
        return False
    return low in _BEHIND or (low in _JOINING and _goes_on(words, place + 1))


def _ends_widely(shown: Sequence[str], words: Sequence[Word], place: int, *, clause: bool) -> bool:
    """Say whether a complement that may have commas in it ends before the word at a place."""
    low = shown[place]
    closes = low in {")", "]"} and not {"(", "["} & set(shown[:place])
    if _stops(shown, words, place) or closes or (low == "but" and not clause):
        return True
    if low == ",":
        following = shown[place + 1 : place + 2]
        return not following or (following[0] in _AFTER_COMMA | _QUOTES and not _inset(shown, words, place))
    return place > 0 and low in _JOINING and _goes_on(words, place + 1) and words[place + 1].pos != "VERB"


def _inset(shown: Sequence[str], words: Sequence[Word], place: int) -> bool:
    """Say whether a comma opens a relative clause with the verb yet to come: "the pier, which is old, fell"."""
    if shown[place + 1] not in _RELATIVES:
        return False
    close = next((i for i in range(place + 2, min(place + _INSET, len(shown) - 1)) if shown[i] == ","), None)
    return close is not None and words[close + 1].pos in {"VERB", "AUX"}


def _stops(shown: Sequence[str], words: Sequence[Word], place: int) -> bool:
    """Say whether a mark stands there that ends a clause; a hyphen within words does not."""
    low = shown[place]
    return low in _STOPS or (low == "-" and place > 0 and words[place].start > words[place - 1].end)


def _goes_on(words: Sequence[Word], place: int) -> bool:
    """Say whether another verb or its subject stands at a place: "and left", "and he left"."""
    return place < len(words) and words[place].pos in _FINITE
