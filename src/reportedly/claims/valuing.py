"""What a claim is about where it has a value: how many, in each report's words, side by side in the order of time."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reportedly.claims.circumstances import within
from reportedly.claims.claim import Relation, Value
from reportedly.claims.telling import told_by
from reportedly.ledger.identities import folded
from reportedly.reading.likeness import stem, telling
from reportedly.values import Bound, QuantityRole, Tally

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.values import Quantity

FEWEST = 2
"""Members at least that count something, for the claim to be about how many."""
SHARE = 1 / 3
"""The share of a claim's wordings at least that count: a number in passing is not what the claim is about."""
MEASURED = 1 / 2
"""The same share where the number has a unit: how far away a place lies is told in passing more often than a toll."""
MAGNITUDE = 10
"""How many times the smaller the larger of two values may be, where reports do not count in one word: 90,000 people and
312 beds are no values of one thing."""
BEFORE = 0.5
"""What a word before a number weighs beside one behind it, in what the number counts: "eight men remained trapped"."""
_ROUNDS = 5
"""How often the choice among several numbers is made again at most; it stays after two or three."""
_SMOOTH = 0.5
"""What is added to how often a word was seen, so that one that never was tells nothing."""
_NONE_OF = re.compile(r"\b(?:not|no|any|every|each|which|this|that|the|if)\s+$", re.IGNORECASE)
"""Words before a "one" that counts nothing: "not one of them"."""
_COUNTS = frozenset({QuantityRole.COUNT, QuantityRole.SHARE, QuantityRole.MONEY, QuantityRole.MEASURE})
"""A part of what is counted ("three of them children") does not compete with the whole, and an age counts nobody."""


class Counted(NamedTuple):
    """A quantity in the words of a member."""

    member: Member
    quantity: Quantity

    @property
    def head(self) -> str:
        """The folded word for what is counted; empty where the report does not say."""
        return (folded(self.quantity.of.text).split() or [""])[-1]

    @property
    def thing(self) -> tuple[str, str]:
        """What is counted, as it is compared: the unit, and the word without its ending."""
        return self.quantity.unit or "", stem(self.head)


def counted(member: Member, entries: Mapping[str, Entry]) -> tuple[Counted, ...]:
    """Return the quantities that may be the value of a claim, as they stand in the words of a member.

    What is a part of another quantity, was only added to it, or tells how far something rose or fell is no such value.
    """
    statement, entry = told_by(member.proposition, entries), entries.get(member.proposition.report)
    words = member.proposition.words
    if entry is None or words.within != entry.reading.report.text:
        return ()
    found = statement.quantities if statement is not None else entry.reading.quantities
    return tuple(Counted(member, each) for each in found if within(each.words, words) and _may_be_value(each))


def values(members: Sequence[Member], entries: Mapping[str, Entry]) -> tuple[str | None, tuple[Value, ...]]:
    """Return what a claim's values count, in one folded word, and its values in the order of time.

    A member has one value. Where it has several numbers ("14 were trapped and two had died"), it is the one whose words
    around are most like those of the members with only one. Reports may call what they count otherwise: "thirty
    lorries" stand beside "thirty vehicles". Who only denies gives no value. None, and no values, where fewer than
    `FEWEST` members count, or too small a share of the wordings; copies of one wording are one.
    """
    saying = [member for member in members if member.relation is Relation.SAME]
    by_member = [(member, counted(member, entries)) for member in saying]
    unit = _most_common(by_member)
    if unit is None:
        return None, ()
    of_unit = [(member, [each for each in found if each.thing[0] == unit]) for member, found in by_member]
    kept = _chosen([(member, found) for member, found in of_unit if found])
    counting = {_wording(each.member) for each in kept}
    share = MEASURED if unit else SHARE
    if len(kept) < FEWEST or len(counting) < share * len({_wording(member) for member in saying}):
        return None, ()
    if not _of_one_size(kept):
        return None, ()
    shown = Counter(each.head for each in kept if each.head)
    about = min(shown, key=lambda word: (-shown[word], word)) if shown else unit
    return about or None, tuple(_value(each) for each in sorted(kept, key=_order))


def _may_be_value(quantity: Quantity) -> bool:
    """Say whether a quantity may be what a claim is about: no part, no change, no name and no time of day."""
    if quantity.role not in _COUNTS or quantity.part_of or quantity.trend is not None or quantity.tally is Tally.NEW:
        return False
    if quantity.role is QuantityRole.COUNT and quantity.value is not None and quantity.value != int(quantity.value):
        return False
    before = quantity.words.within[: quantity.words.spans[0].start]
    return not _a_name(quantity) and not (quantity.words.text.lower() == "one" and _NONE_OF.search(before))


def _a_name(quantity: Quantity) -> bool:
    """Say whether a number is part of a name: "Three Mills", within a sentence."""
    words, of = quantity.words.text, quantity.of.text
    before = quantity.words.within[: quantity.words.spans[0].start].rstrip(" ")
    within_sentence = before[-1:].isalnum() or before[-1:] in {",", ";"}
    return within_sentence and words.isalpha() and words.istitle() and of[:1].isupper()


def _most_common(by_member: Sequence[tuple[Member, Sequence[Counted]]]) -> str | None:
    """Return the unit in which most wordings count; plain counts have an empty one."""
    wordings: dict[str, set[str]] = {}
    for member, found in by_member:
        for each in found:
            wordings.setdefault(each.thing[0], set()).add(_wording(member))
    return min(wordings, key=lambda unit: (-len(wordings[unit]), unit)) if wordings else None


def _of_one_size(found: Sequence[Counted]) -> bool:
    """Say whether quantities may be values of one thing: two count it in one word, or are of one order of magnitude."""
    heads = Counter(each.thing[1] for each in found if each.head)
    sizes = sorted(size for each in found if (size := _size(each.quantity)) is not None)
    near = any(larger <= MAGNITUDE * smaller for smaller, larger in itertools.pairwise(sizes))
    return near or max(heads.values(), default=0) >= FEWEST or not sizes


def _size(quantity: Quantity) -> float | None:
    """Return a number of an interval; None where it has none."""
    return next((end for end in (quantity.value, quantity.low, quantity.high) if end is not None), None)


def _chosen(by_member: Sequence[tuple[Member, Sequence[Counted]]]) -> list[Counted]:
    """Return one quantity of each member: its only one, or the one whose words around tell of the same as the others'.

    At first those words are the ones around quantities that are the only ones of their members; then those around what
    was chosen, against those around what was not, until the choice stays.
    """
    around = [[(each, _around(each, found)) for each in found] for _, found in by_member]
    wordings = [_wording(member) for member, _ in by_member]
    chosen = [0 if len(found) == 1 else None for found in around]
    for _ in range(_ROUNDS):
        told = _told(around, wordings, chosen)
        best = [max(range(len(found)), key=lambda place: _fit(found[place][1], *told)) for found in around]
        if best == chosen:
            break
        chosen = list(best)
    return [found[place or 0][0] for found, place in zip(around, chosen, strict=True)]


_Around: TypeAlias = "Sequence[Sequence[tuple[Counted, Mapping[str, float]]]]"


def _told(around: _Around, wordings: Sequence[str], chosen: Sequence[int | None]) -> tuple[Counter[str], Counter[str]]:
    """Return how many wordings have a word around what is chosen, and around what is not."""
    ours: Counter[str] = Counter()
    others: Counter[str] = Counter()
    seen: set[str] = set()
    for found, wording, place in zip(around, wordings, chosen, strict=True):
        if place is None or wording in seen:
            continue
        seen.add(wording)
        for number, (_, words) in enumerate(found):
            (ours if number == place else others).update(words.keys())
    return ours, others


def _fit(around: Mapping[str, float], ours: Mapping[str, int], others: Mapping[str, int]) -> float:
    """Return how far the words around a quantity are those around the chosen ones, for each of them on average."""
    total = math.fsum(around.values())
    fits = (
        weight * math.log((ours.get(word, 0) + _SMOOTH) / (others.get(word, 0) + _SMOOTH))
        for word, weight in around.items()
    )
    return math.fsum(fits) / total if total else 0.0


def _around(counted_: Counted, among: Sequence[Counted]) -> dict[str, float]:
    """Return the words around a quantity up to the next ones, with their weights."""
    words, own = counted_.member.proposition.words, counted_.quantity.words.spans
    text, (first, last) = words.within, (words.spans[0].start, words.spans[-1].end)
    places = [span for each in among for span in each.quantity.words.spans]
    start = max((span.end for span in places if span.end <= own[0].start), default=first)
    end = min((span.start for span in places if span.start >= own[-1].end), default=last)
    out = dict.fromkeys(telling([text[start : own[0].start]]), BEFORE)
    out.update(dict.fromkeys(telling([text[own[-1].end : end]]), 1.0))
    return out


def _wording(member: Member) -> str:
    """Return the words of a member as they are compared: a copy has the same."""
    return folded(member.proposition.text)


def _order(each: Counted) -> tuple[str, str, int]:
    """Return what values are put in order by: when they were known, then where they stand."""
    return each.member.known_from, each.member.proposition.report, each.quantity.words.spans[0].start


def _value(each: Counted) -> Value:
    """Write a value down; of "about 30" both ends are 30, and its bound says that it is about that."""
    quantity = each.quantity
    about = quantity.value if quantity.bound is Bound.ABOUT and quantity.low is None and quantity.high is None else None
    return Value(
        words=quantity.words,
        low=quantity.low if about is None else about,
        high=quantity.high if about is None else about,
        bound=each.quantity.bound,
        unit=each.quantity.unit,
        counted=each.head,
        proposition=each.member.proposition.id,
        report=each.member.proposition.report,
        known_from=each.member.known_from,
    )
