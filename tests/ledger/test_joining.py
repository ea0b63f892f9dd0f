"""Which speakers are one and which are two, by what people decided, over SQLite and PostgreSQL."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.ledger import Ledger


def test_who_was_joined_has_one_leader(ledger: Ledger) -> None:
    """The first by id stands for all who are connected, and nobody else is listed."""
    ledger.join("i3", "i2", who="eva")
    ledger.join("i5", "i4", who="eva")
    ledger.join("i4", "i3", who="eva")
    assert ledger.leaders() == dict.fromkeys(("i2", "i3", "i4", "i5"), "i2")
    assert ledger.kept_apart() == frozenset()


def test_no_order_of_joining_changes_the_leader(ledger: Ledger) -> None:
    """Whoever was joined first, the leaders are the same."""
    for pairs in itertools.permutations([("i3", "i2"), ("i5", "i4"), ("i4", "i3")]):
        made = [ledger.join(*pair, who="eva") for pair in pairs]
        assert ledger.leaders() == dict.fromkeys(("i2", "i3", "i4", "i5"), "i2")
        for each in made:
            ledger.undo(each, who="eva")
    assert ledger.leaders() == {}


def test_a_later_decision_on_two_speakers_wins(ledger: Ledger) -> None:
    """Kept apart after they were joined they are two, whichever is named first; taken back, they are one again."""
    ledger.join("i1", "i2", who="eva")
    parted = ledger.keep_apart("i2", "i1", who="bo")
    assert (ledger.leaders(), set(ledger.kept_apart())) == ({}, {("i1", "i2")})
    ledger.undo(parted, who="eva")
    assert (ledger.leaders(), set(ledger.kept_apart())) == ({"i1": "i1", "i2": "i1"}, set())


def test_who_is_one_by_way_of_a_third_stays_so(ledger: Ledger) -> None:
    """Two who are kept apart and both joined with a third are one: somebody has to take back a join."""
    ledger.join("i1", "i2", who="eva")
    ledger.join("i2", "i3", who="eva")
    ledger.keep_apart("i1", "i3", who="eva")
    assert ledger.leaders() == {"i1": "i1", "i2": "i1", "i3": "i1"}
