"""Where clauses begin that hang on another: conjunctions, relatives, an "if" and what stands for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.wordlists import word_list

if TYPE_CHECKING:
    from reportedly.reading.wording import Wording

NOMINATIVES = frozenset({"i", "he", "she", "we", "they", "you", "it"})
_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "where", "when", "why", "how", "what", "whether"})
_CONDITIONS = frozenset({"if", "unless"})
_INVERTED = frozenset({"were", "had", "should"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"DET", "PRON", "PROPN", "NOUN"})
_LEADING = frozenset({"ADP", "ADV", "SCONJ"})
_GOES_ON = frozenset({"VERB", "AUX", "PRON", "ADV", "PART"})


def opens(wording: Wording, place: int, first: int) -> bool:
    """Say whether a word opens a clause with a finite verb of its own, in a sentence that begins at `first`."""
    low, pos = wording.low(place), wording.pos(place)
    if inverted(wording, place, first):
        return True
    if wording.asks and wording.pos(place + 1) == "AUX" and low != "that":
        return False
    if low == "that":
        return place > first and pos in {"PRON", "SCONJ", "ADV"} and wording.pos(place - 1) not in {"ADP", "PUNCT"}
    if low in _RELATIVES:
        return pos in {"PRON", "SCONJ", "ADV", "DET"}
    return pos == "SCONJ" or (low in _CONDITIONS and pos != "NOUN") or _bare_relative(wording, place, first)


def _bare_relative(wording: Wording, place: int, first: int) -> bool:
    """Say whether a pronoun begins a relative clause that has no relative: "the pictures he took"."""
    return (
        wording.low(place) in NOMINATIVES
        and place > first + 1
        and wording.pos(place - 1) == "NOUN"
        and wording.low(place - 1) not in word_list("grammar", "times")
        and wording.pos(first) not in _LEADING
    )


def inverted(wording: Wording, place: int, first: int) -> bool:
    """Say whether an auxiliary stands for an "if": "Had he known, he would ..."."""
    return (
        place == first
        and wording.low(place) in _INVERTED
        and wording.pos(place) in {"AUX", "VERB"}
        and wording.pos(place + 1) in _SUBJECTS
        and not wording.asks
    )


def conditional(wording: Wording, place: int, first: int) -> bool:
    """Say whether a word opens a condition; "as if" and "to see if" do not."""
    if wording.low(place) in _CONDITIONS:
        return wording.low(place - 1) not in word_list("grammar", "no_condition")
    return inverted(wording, place, first)


def joined(wording: Wording, place: int) -> bool:
    """Say whether a verb is joined to the one before: "who came and went"."""
    before = place - 1
    while wording.pos(before) == "ADV":
        before -= 1
    return wording.pos(before) == "CCONJ"


def close(wording: Wording, place: int) -> int:
    """Return the place, from one behind a verb on, of the first word that belongs to another clause."""
    while place < len(wording):
        low, pos = wording.low(place), wording.pos(place)
        if pos == "SCONJ" or wording.breaks(place):
            break
        if low in _RELATIVES and pos in {"PRON", "DET", "ADV"} and (low != "that" or wording.pos(place - 1) in _NOUNS):
            break
        if pos == "CCONJ" and wording.pos(place + 1) in _GOES_ON:
            break
        place += 1
    return min(place, len(wording))


def later_condition(wording: Wording, place: int) -> int | None:
    """Return an "if" or "unless", from a place behind a verb on, on which its clause depends."""
    for after in range(place, len(wording)):
        low, pos = wording.low(after), wording.pos(after)
        if low in _CONDITIONS:
            return after if conditional(wording, after, -1) else None
        if pos == "SCONJ" or (low in _RELATIVES and pos == "PRON"):
            return None
    return None
