"""Verb groups: auxiliaries, negation and verb that stand together, "has not yet been rebuilt", and what they tell."""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

from reportedly.reading.inflection import Shape, shape
from reportedly.reading.wording import BE, HAVE, MODALS, NOT, QUOTES
from reportedly.reading.wordlists import word_list

if TYPE_CHECKING:
    from reportedly.reading.wording import Wording

_PAST = frozenset({"was", "were", "had", "did", "'d"})
_IS_OR_HAS = "'s"
_COPULAS = BE | {_IS_OR_HAS}
_UNFINISHED = frozenset({"be", "been", "being", "having"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})
_NOMINATIVES = frozenset({"i", "he", "she", "we", "they", "it"})
_IN_GROUP = frozenset({"AUX", "VERB", "ADV", "PART"})
_PARTICIPLES = frozenset({Shape.PARTICIPLE, Shape.EITHER})
_AHEAD = 25
"""How many words a reduced relative clause ("the men seen at the port on Monday") is searched for its end."""
_SUBJECT = 10
"""How many words a subject may have that stands between auxiliary and verb ("Did the two men see ...?")."""


class Tense(enum.Enum):
    """The form of a group's first verb; a modal has one of its own."""

    PRESENT = enum.auto()
    PAST = enum.auto()
    MODAL = enum.auto()
    INFINITIVE = enum.auto()
    """With its "to"."""
    BARE = enum.auto()
    """An imperative, or an infinitive whose "to" stands elsewhere."""
    GERUND = enum.auto()
    PARTICIPLE = enum.auto()
    """A past participle by itself: "Engineers seen at the port"."""
    NONE = enum.auto()
    """There is no verb."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words [first, last] of a wording; the last is the verb, or the auxiliary that stands for it.

    `subject` is a subject that stands within the group, as in questions.
    """

    first: int
    last: int
    tense: Tense
    modal: str = ""
    perfect: bool = False
    progressive: bool = False
    passive: bool = False
    copula: bool = False
    negation: int | None = None
    subject: tuple[int, int] | None = None


def finite(wording: Wording, place: int, *, opened: bool = False) -> Group | None:
    """Return the finite verb group that begins at a place; `opened` says that a conjunction stands before it."""
    pos = wording.pos(place)
    if pos not in {"AUX", "VERB"} or _infinitive(wording, place):
        return None
    if pos == "AUX":
        return None if wording.low(place) in _UNFINISHED else _chain(wording, place)
    form = shape(wording.low(place))
    if form is Shape.GERUND or (form is Shape.PARTICIPLE and not opened):
        return None
    described = wording.low(place - 1) in _ARTICLES or (not opened and _reduced(wording, place))
    return None if form is Shape.EITHER and described else _chain(wording, place)


def unfinished(wording: Wording, place: int) -> Group | None:
    """Return the infinitive, gerund or participle that begins at a place."""
    if wording.low(place) == "to" and wording.pos(place) in {"PART", "ADP"}:
        return _with_to(wording, place)
    if wording.pos(place) not in {"VERB", "AUX"} or _infinitive(wording, place):
        return None
    form = shape(wording.low(place))
    if form is Shape.GERUND:
        return Group(first=place, last=place, tense=Tense.GERUND, negation=_denying(wording, place - 1))
    if wording.low(place - 1) in _ARTICLES:
        return None
    if form in _PARTICIPLES:
        return Group(first=place, last=place, tense=Tense.PARTICIPLE, passive=True)
    return Group(first=place, last=place, tense=Tense.BARE, negation=_denying(wording, place - 1))


def bare(wording: Wording, place: int) -> bool:
    """Say whether a verb has the form that also its infinitive has."""
    low = wording.low(place)
    return wording.pos(place) == "VERB" and (shape(low) is Shape.PRESENT or low == "let") and not low.endswith("s")


def _with_to(wording: Wording, first: int) -> Group | None:
    """Return the infinitive that a "to" begins, "to have been seen"; None where it is a preposition."""
    chain: list[int] = []
    place = first + 1
    while wording.pos(place) in _IN_GROUP and not (chain and wording.pos(chain[-1]) == "VERB"):
        if wording.pos(place) in {"AUX", "VERB"}:
            chain.append(place)
        place += 1
    if not chain or shape(wording.low(chain[0])) is Shape.GERUND:
        return None
    meant = _meant(wording, chain, Tense.INFINITIVE, negation=_denying(wording, first - 1))
    return dataclasses.replace(meant, first=first, tense=Tense.INFINITIVE, modal="")


def _infinitive(wording: Wording, place: int) -> bool:
    """Say whether a verb stands behind a "to" or an auxiliary that is not finite itself."""
    before = place - 1
    while wording.pos(before) in {"ADV", "AUX"}:
        before -= 1
    return wording.low(before) == "to" or (before < place - 1 and wording.low(place - 1) in _UNFINISHED)


def _denying(wording: Wording, place: int) -> int | None:
    """Return the place if "not" or the like stands there."""
    return place if wording.low(place) in NOT and wording.low(place + 1) not in _NOT_ONLY else None


def _chain(wording: Wording, first: int) -> Group:
    """Read a finite group to its end from its first verb."""
    low = wording.low(first)
    if low in MODALS and wording.pos(first) == "AUX":
        tense = Tense.MODAL
    elif low in _PAST or shape(low) in {Shape.PAST, Shape.EITHER, Shape.PARTICIPLE}:
        tense = Tense.PAST
    else:
        tense = Tense.PRESENT
    negation = first if low == "cannot" else _denying(wording, first - 1) if wording.low(first - 1) == "never" else None
    chain, subject, place = [first], None, first + 1
    if wording.asks and wording.pos(first) == "AUX" and wording.pos(place) in {"PRON", "DET", "PROPN", "NOUN"}:
        verb = next((at for at in range(place, place + _SUBJECT) if wording.pos(at) in {"VERB", "AUX"}), None)
        if verb is not None:
            subject, place = (place, verb), verb
    while wording.pos(chain[-1]) == "AUX" and place < len(wording):
        if wording.pos(place) in {"AUX", "VERB"}:
            chain.append(place)
        elif wording.low(place) in NOT:
            negation = _denying(wording, place) if negation is None else negation
        elif wording.pos(place) != "ADV" and wording.low(place) not in QUOTES:
            break
        place += 1
    return _meant(wording, chain, tense, negation=negation, subject=subject)


def _meant(
    wording: Wording, chain: list[int], tense: Tense, *, negation: int | None, subject: tuple[int, int] | None = None
) -> Group:
    """Tell what the verbs of a group mean together."""
    modal = MODALS.get(wording.low(chain[0]), "") if tense is Tense.MODAL else ""
    lows = [wording.low(place) for place in chain]
    last = chain[-1]
    verb = wording.pos(last) == "VERB"
    form = shape(lows[-1])
    before = lows[-2] if len(lows) > 1 else ""
    if lows[0] == "'d":
        modal, tense = ("", Tense.PAST) if verb and form in _PARTICIPLES else ("would", Tense.MODAL)
    has = any(low in HAVE for low in lows[:-1]) or (lows[0] == _IS_OR_HAS and lows[1:2] == ["been"])
    onward = _onward(wording, chain[0], last, before)
    if onward is not None:
        modal, last = onward
        tense, verb, before = Tense.MODAL, True, ""
    return Group(
        first=chain[0],
        last=last,
        tense=tense,
        modal=modal,
        perfect=has,
        progressive=(verb and before in _COPULAS and form is Shape.GERUND) or "being" in lows[1:-1],
        passive=verb and before in _COPULAS | {"get", "got", "gets"} and form in _PARTICIPLES,
        copula=not verb and lows[-1] in _COPULAS,
        negation=negation,
        subject=subject,
    )


def _onward(wording: Wording, first: int, last: int, before: str) -> tuple[str, int] | None:
    """Return the modal that a group with "to" amounts to, and its verb: "is going to", "is to", "has to"."""
    if wording.low(last + 1) != "to" or wording.pos(last + 1) not in {"PART", "ADP"}:
        return None
    verb = last + 2
    while wording.pos(verb) in {"ADV", "AUX"} and wording.pos(verb + 1) in {"VERB", "ADV", "AUX"}:
        verb += 1
    if wording.pos(verb) not in {"VERB", "AUX"}:
        return None
    low = wording.low(last)
    modal = None
    if low == "going" and before in _COPULAS:
        modal = "will"
    elif low in _COPULAS - _UNFINISHED and wording.low(first - 1) not in word_list("grammar", "aims"):
        modal = "is-to"
    elif low in {"have", "has", "had"} or (low in {"need", "needs", "needed"} and before not in _COPULAS):
        modal = "must"
    return None if modal is None else (modal, verb)


def _reduced(wording: Wording, place: int) -> bool:
    """Say whether "attacked" in "the town attacked on Monday was" only describes: a finite verb is yet to come."""
    following, low = wording.pos(place + 1), wording.low(place + 1)
    if wording.low(place) == "let":
        return False
    if (low == "by" and wording.pos(place + 2) != "NUM") or (low == "," and wording.low(place + 2) in _NOMINATIVES):
        return True
    if following not in {"ADP", "AUX", "ADV", "PART"} and wording.low(place) not in word_list("grammar", "naming"):
        return False
    commas, helped = int(wording.low(place - 1) == ","), False
    for ahead in range(place + 1, min(place + _AHEAD, len(wording))):
        if wording.breaks(ahead):
            commas -= 1
        if commas < 0 or _begins_anew(wording, ahead):
            return False
        helped = helped or wording.low(ahead) in word_list("grammar", "helping")
        if _may_be_finite(wording, ahead) and not (helped and bare(wording, ahead)):
            return wording.pos(ahead - 1) != "PRON"
    return False


def _may_be_finite(wording: Wording, place: int) -> bool:
    """Say whether a verb may be the finite one of its clause."""
    low = wording.low(place)
    if wording.pos(place) not in {"AUX", "VERB"}:
        return False
    shaped = low not in _UNFINISHED and shape(low) not in {Shape.GERUND, Shape.PARTICIPLE}
    return shaped and not _infinitive(wording, place)


def _begins_anew(wording: Wording, place: int) -> bool:
    """Say whether another clause begins at a place: a conjunction, or a subject that nothing before governs."""
    pos = wording.pos(place)
    if pos == "CCONJ":
        return wording.pos(place + 1) not in {"NOUN", "PROPN", "ADJ", "NUM"}
    return pos == "SCONJ" or (pos in {"PRON", "DET"} and wording.pos(place - 1) in {"NOUN", "PROPN", "NUM"})
