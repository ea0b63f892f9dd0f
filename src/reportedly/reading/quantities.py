"""The stage of quantities: how many or how much, as an interval with its bound, its wording and what is counted."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.circumstances import of_statement
from reportedly.reading.numbers import parts, tallies
from reportedly.reading.numbers.counted import counted
from reportedly.reading.numbers.measured import measured
from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.numerals import numerals
from reportedly.reading.numbers.surroundings import Surroundings
from reportedly.reading.numbers.tables import table
from reportedly.reading.numbers.units import PERCENT
from reportedly.reading.stage import Proposal
from reportedly.values import MadeBy, Passage, Quantity, QuantityRole, TimeType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.measured import Measured
    from reportedly.reading.numbers.surroundings import Token
    from reportedly.values import Reading

_AGES = tuple(f" {words}" for words in table("counted")["ages"])
_APPOSED = re.compile(r"[,)]")
_OLDEST = 115
"""Nobody in the news is older."""
_COUNTABLE = frozenset({QuantityRole.COUNT, QuantityRole.PART})
_DATES = frozenset({TimeType.DATE, TimeType.TIME})


class Quantities:
    """Find every quantity of a report, and give each statement those that stand in it."""

    name = "quantities"
    version = "1"
    needs = frozenset({"text", "words", "sentences", "statements", "times"})
    gives = frozenset({"quantities"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the quantities of a reading, and its statements with theirs."""
        text = reading.report.text
        found = self._found(reading) if text else ()
        statements = tuple(dataclasses.replace(one, quantities=of_statement(one, found)) for one in reading.statements)
        return Proposal(quantities=found, statements=statements)

    def _found(self, reading: Reading) -> tuple[Quantity, ...]:
        """Return the quantities in the order of the text."""
        text = reading.report.text
        around = Surroundings(text, reading.words, reading.sentences)
        dated = [(span.start, span.end) for when in reading.times if when.type in _DATES for span in when.words.spans]
        says = list(measured(around, numerals(text), sorted(dated)))
        if not says:
            return ()
        made = [self._quantity(around, says, place) for place in range(len(says))]
        _part(around, says, made)
        _date(around, made)
        return tuple(made)

    def _quantity(self, around: Surroundings, says: Sequence[Measured], place: int) -> Quantity:
        """Write one quantity down; what it is a part of and when it held come later."""
        one = says[place]
        text = around.text
        role = _role(around, one)
        stop = says[place + 1].amount.start if place + 1 < len(says) else len(text)
        return Quantity(
            words=Passage.of(text, one.spans),
            low=one.low,
            high=one.high,
            value=one.value,
            bound=one.bound,
            trend=one.trend,
            unit="year" if role is QuantityRole.AGE and one.amount.unit is None else one.amount.unit,
            of=_counted(around, one, role, stop),
            role=role,
            part_of=Passage(text),
            tally=tallies.tally(around, one.before, one.end, stop) if role in _COUNTABLE else None,
            as_of=Passage(text),
            made_by=MadeBy(self.name, self.version, reason=one.reason),
        )


def _role(around: Surroundings, one: Measured) -> QuantityRole:
    """Return what an amount is to what is said."""
    amount = one.amount
    if amount.cash:
        return QuantityRole.MONEY
    if amount.unit == PERCENT or (amount.unit is None and amount.numeral.form is Form.FRACTION):
        return QuantityRole.SHARE
    if amount.age or (amount.unit is None and _aged(around, one)):
        return QuantityRole.AGE
    if amount.unit is not None or (one.value is not None and not one.value.is_integer()):
        return QuantityRole.MEASURE
    return QuantityRole.COUNT


def _aged(around: Surroundings, one: Measured) -> bool:
    """Say whether a bare number is somebody's age: "aged 12", "Ferro, 66,"."""
    value = one.value if one.value is not None else one.low
    if value is None or not 0 < value <= _OLDEST:
        return False
    if (" " + _shown(one.before)).endswith(_AGES):
        return True
    tokens = one.before
    return (
        len(tokens) > 1
        and tokens[-1].low in {",", "("}
        and around.text[tokens[-2].start].isupper()
        and one.amount.numeral.plain
        and _APPOSED.match(around.text, one.end) is not None
        and around.pos(tokens[-2].start) == "PROPN"
    )


def _shown(tokens: Sequence[Token]) -> str:
    """Return words with blanks between them."""
    return " ".join(token.low for token in tokens)


def _counted(around: Surroundings, one: Measured, role: QuantityRole, stop: int) -> Passage:
    """Return the words for what is counted; none where they are not there, or lie behind the next number."""
    end = one.spans[-1][1]
    place = parts.among(around.text, end)
    direct = role in _COUNTABLE or role is QuantityRole.AGE
    found = counted(around, place, direct=direct or place > end)
    if found is None or found[1] > stop:
        return Passage(around.text)
    return Passage.of(around.text, [found])


def _part(around: Surroundings, says: Sequence[Measured], made: list[Quantity]) -> None:
    """Join each part with the quantity that it is a part of."""
    text = around.text
    whole: int | None = None
    for place, one in enumerate(says):
        start = around.extent(one.amount.start)[0]
        if whole is not None and says[whole].amount.start < start:
            whole = None
        quantity = made[place]
        of: int | None = None
        if place + 1 < len(says) and parts.of_behind(text, one.spans[-1][1], says[place + 1].spans[0][0]):
            of = place + 1 if made[place + 1].role in _COUNTABLE else None
        elif whole is not None and quantity.role in _COUNTABLE | {QuantityRole.SHARE}:
            of = whole if parts.of_before(text, one.spans[-1][1], one.before) else None
        if of is not None:
            role = QuantityRole.PART if quantity.role is QuantityRole.COUNT else quantity.role
            made[place] = dataclasses.replace(
                quantity, part_of=made[of].words, role=role, of=quantity.of or made[of].of
            )
        elif quantity.role is QuantityRole.COUNT:
            whole = place


def _date(around: Surroundings, made: list[Quantity]) -> None:
    """Write down as of when the quantities of a sentence hold, where it says so."""
    times = tallies.as_of(around.text)
    if not times:
        return
    for start, end in times:
        first, last = around.extent(start)
        for place, quantity in enumerate(made):
            span = quantity.words.spans[0]
            if first <= span.start < last and not start <= span.start < end:
                made[place] = dataclasses.replace(quantity, as_of=Passage.of(around.text, [(start, end)]))
