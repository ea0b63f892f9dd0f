"""What a claim counts, and its values side by side."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.claims.claim import Relation
from reportedly.claims.valuing import values
from reportedly.values import Bound, Moment, Quantity, QuantityRole, Tally
from tests.building import RULED, Pieces, passage
from tests.claims.parts import entries_of, member
from tests.ledger.told import told

if TYPE_CHECKING:
    from reportedly.values import Reading


def counting(text: str, content: str, *counts: tuple[Pieces, Pieces, dict[str, Any]], day: int = 1) -> Reading:
    """Return a report in which a mayor says something that counts: the number's words, what it counts, and the rest."""
    made = told(text, "Odile Brandt", "said", content, publisher=f"Paper {day}", published=Moment(f"2025-03-0{day}"))
    quantities = tuple(quantity(text, words, of, **rest) for words, of, rest in counts)
    statement = dataclasses.replace(made.statements[0], quantities=quantities)
    return dataclasses.replace(made, statements=(statement,), quantities=quantities)


def quantity(text: str, words: Pieces, of: Pieces, **rest: Any) -> Quantity:  # noqa: ANN401 - whatever a Quantity takes
    """Return a count of something."""
    known: dict[str, Any] = {"low": 12.0, "high": 12.0, "value": None, "bound": Bound.EXACTLY, "trend": None}
    known |= {"unit": None, "role": QuantityRole.COUNT, "part_of": passage(text, None), "tally": None}
    made = {"words": passage(text, words), "of": passage(text, of), "as_of": passage(text, None), "made_by": RULED}
    return Quantity(**(known | made | rest))


def test_values_stand_side_by_side_in_the_order_of_time() -> None:
    """Reports that count the same thing give a value each, with its interval and its words."""
    late = counting("Odile Brandt said 15 men died.", "15 men died", ("15", "men", {"low": 15.0, "high": 15.0}), day=2)
    early = counting(
        "Odile Brandt said at least 12 men died.", "at least 12 men died", ("at least 12", "men", {"high": None})
    )
    entries = entries_of(late, early)
    about, found = values([member(each, "died") for each in entries.values()], entries)
    assert about == "men"
    assert [(value.words.text, value.low, value.high) for value in found] == [("at least 12", 12, None), ("15", 15, 15)]


def test_a_thing_may_be_called_otherwise() -> None:
    """A report whose only number counts "lorries" stands beside those that count vehicles."""
    readings = [
        counting("Odile Brandt said 12 vehicles came.", "12 vehicles came", ("12", "vehicles", {})),
        counting("Odile Brandt said 12 vehicles came in.", "12 vehicles came in", ("12", "vehicles", {}), day=2),
        counting(
            "Odile Brandt said 30 lorries came.",
            "30 lorries came",
            ("30", "lorries", {"low": 30.0, "high": 30.0}),
            day=3,
        ),
    ]
    entries = entries_of(*readings)
    about, found = values([member(each, "came") for each in entries.values()], entries)
    assert about == "vehicles"
    assert [value.counted for value in found] == ["vehicles", "vehicles", "lorries"]


def test_a_part_is_no_competing_value() -> None:
    """Of "12, three of them children" only the 12 is a value, and what was only added is none."""
    text = "Odile Brandt said 12 men died, three of them children, and 4 men more."
    part = {"low": 3.0, "high": 3.0, "role": QuantityRole.PART, "part_of": passage(text, "12")}
    added = {"low": 4.0, "high": 4.0, "tally": Tally.NEW}
    content = "12 men died, three of them children, and 4 men more"
    one = counting(text, content, ("12", [("men", 0)], {}), ("three", "children", part), ("4", [("men", 1)], added))
    other = counting("Odile Brandt said 12 men died.", "12 men died", ("12", "men", {}), day=2)
    entries = entries_of(one, other)
    _, found = values([member(each, "died") for each in entries.values()], entries)
    assert [value.words.text for value in found] == ["12", "12"]


def test_of_several_numbers_the_one_counts_that_others_tell_of() -> None:
    """Of "14 were trapped and two had died" the two is the value of a claim on the dead."""
    text = "Odile Brandt said 14 men were trapped and two had died."
    trapped, dead = {"low": 14.0, "high": 14.0}, {"low": 2.0, "high": 2.0}
    both = counting(text, "14 men were trapped and two had died", ("14", "men", trapped), ("two", None, dead))
    four = counting(
        "Odile Brandt said four had died.", "four had died", ("four", None, {"low": 4.0, "high": 4.0}), day=2
    )
    entries = entries_of(both, four)
    _, found = values([member(each, "died") for each in entries.values()], entries)
    assert [value.low for value in found] == [2, 4]


def test_a_number_in_passing_is_not_what_a_claim_is_about() -> None:
    """Where only one of many wordings counts something, the claim has no value."""
    readings = [
        counting("Odile Brandt said the gate shut, 22 miles away.", "the gate shut, 22 miles away", ("22", "miles", {}))
    ]
    readings += [counting(f"Odile Brandt said gate {day} shut.", f"gate {day} shut", day=day) for day in range(2, 6)]
    entries = entries_of(*readings)
    assert values([member(each, "shut") for each in entries.values()], entries) == (None, ())


def test_who_denies_gives_no_value() -> None:
    """A denial's number is none of the claim's values."""
    said = counting("Odile Brandt said 12 men died.", "12 men died", ("12", "men", {}))
    denied = counting("Odile Brandt said no 12 men died.", "no 12 men died", ("12", "men", {}), day=2)
    entries = entries_of(said, denied)
    one, other = entries.values()
    assert values([member(one, "died"), member(other, "died", Relation.DENIES)], entries) == (None, ())


def test_about_thirty_is_thirty_with_its_bound() -> None:
    """A rounded number keeps the number, and its bound says that it is rounded."""
    rounded = {"low": None, "high": None, "value": 30.0, "bound": Bound.ABOUT}
    readings = [
        counting(
            f"Odile Brandt said about 30 men came{end}.",
            f"about 30 men came{end}",
            ("about 30", "men", rounded),
            day=day,
        )
        for day, end in ((1, ""), (2, " in"))
    ]
    entries = entries_of(*readings)
    _, found = values([member(each, "came") for each in entries.values()], entries)
    assert [(value.low, value.high, value.bound) for value in found] == [(30, 30, Bound.ABOUT)] * 2


def test_a_name_is_no_number() -> None:
    """The "Three" of a place within a sentence counts nothing."""
    name = {"low": 3.0, "high": 3.0}
    readings = [
        counting("Odile Brandt said they came by Three Mills.", "they came by Three Mills", ("Three", "Mills", name)),
        counting(
            "Odile Brandt said they went by Three Mills.", "they went by Three Mills", ("Three", "Mills", name), day=2
        ),
    ]
    entries = entries_of(*readings)
    assert values([member(each, "Mills") for each in entries.values()], entries) == (None, ())
