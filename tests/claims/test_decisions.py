"""What people decided on claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.claims.decisions import Decisions, decided, grade, grades, join, split, undo, wrong_edge
from reportedly.claims.edge import EdgeKind
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.ledger import Ledger

WHO = {"who": "Eva", "why": "read both"}


def holding(ledger: Ledger) -> Decisions:
    """Return the decisions that hold."""
    return decided(ledger.decisions(), ledger.leaders(), ledger.kept_apart())


def pairs(ledger: Ledger) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the pairs that must be one claim, and those that never are."""
    made = holding(ledger)
    return set(made.must), set(made.never)


def test_nothing_was_decided(ledger: Ledger) -> None:
    """A new ledger has no decisions."""
    assert holding(ledger) == Decisions()


def test_a_later_decision_on_a_pair_wins(ledger: Ledger) -> None:
    """Joined and then split is split, whichever of the two is named first; and the other way round."""
    join(ledger, "p2", "p1", **WHO)
    assert pairs(ledger) == ({("p1", "p2")}, set())
    split(ledger, "p1", "p2", **WHO)
    assert pairs(ledger) == (set(), {("p1", "p2")})
    join(ledger, "p1", "p2", **WHO)
    assert pairs(ledger) == ({("p1", "p2")}, set())


def test_what_was_taken_back_does_not_hold(ledger: Ledger) -> None:
    """Without the last decision the one before it holds again, and nothing is lost from the record."""
    join(ledger, "p1", "p2", **WHO)
    last = split(ledger, "p1", "p2", **WHO)
    undo(ledger, last, **WHO)
    assert holding(ledger).must == {("p1", "p2")}
    assert len(ledger.decisions()) == 3


def test_a_wrong_edge_is_noted(ledger: Ledger) -> None:
    """It is told by its report, its source and its kind, and can be taken back."""
    made = wrong_edge(ledger, "r1", "r2", EdgeKind.CITES, **WHO)
    assert holding(ledger).wrong == {("r1", "r2", EdgeKind.CITES)}
    undo(ledger, made, **WHO)
    assert holding(ledger).wrong == frozenset()


def test_speakers_are_joined_and_kept_apart(ledger: Ledger) -> None:
    """Of speakers too the last decision on a pair holds, and those who were joined have a leader."""
    join(ledger, "i2", "i1", **WHO)
    join(ledger, "i2", "i3", **WHO)
    assert holding(ledger).speakers == {"i1": "i1", "i2": "i1", "i3": "i1"}
    split(ledger, "i3", "i2", **WHO)
    assert holding(ledger).speakers == {"i1": "i1", "i2": "i1"}
    assert holding(ledger).apart == {("i2", "i3")}
    join(ledger, "i3", "i2", **WHO)
    assert holding(ledger).speakers == {"i1": "i1", "i2": "i1", "i3": "i1"}
    assert holding(ledger).apart == frozenset()
    assert pairs(ledger) == (set(), set())


def test_a_speaker_is_no_claim(ledger: Ledger) -> None:
    """A speaker and a proposition are not one, and nothing is written."""
    for decide in (join, split):
        with pytest.raises(UsageError, match="is none"):
            decide(ledger, "i1", "p1", **WHO)
    assert ledger.decisions() == []


def test_grades_are_kept_with_their_reasons(ledger: Ledger) -> None:
    """A letter, a digit or both; those that hold are found by any of a claim's propositions, in their order."""
    first = grade(ledger, "p1", "B", 2, **WHO)
    grade(ledger, "p2", None, 3, **WHO)
    grade(ledger, "p3", "A", None, **WHO)
    found = grades(ledger, ["p2", "p1"])
    assert [one.decision for one in found] == [
        {"grade": {"letter": "B", "digit": 2}},
        {"grade": {"letter": None, "digit": 3}},
    ]
    assert [one.why for one in found] == ["read both"] * 2
    undo(ledger, first, **WHO)
    assert [one.subject for one in grades(ledger, ["p1", "p2"])] == ["p2"]


@pytest.mark.parametrize(
    ("letter", "digit"), [(None, None), ("G", 1), ("", 1), ("AB", 1), ("a", 1), ("A", 0), ("A", 7)]
)
def test_what_is_no_grade_is_refused(ledger: Ledger, letter: str | None, digit: int | None) -> None:
    """Letters are A to F, digits 1 to 6, and one of them is there."""
    with pytest.raises(UsageError, match="is no grade"):
        grade(ledger, "p1", letter, digit, **WHO)


def test_every_decision_has_a_reason_and_a_name(ledger: Ledger) -> None:
    """Nothing is decided without a word on why, or by nobody."""
    made = join(ledger, "p1", "p2", **WHO)
    for why, who, message in ((" ", "Eva", "needs a reason"), ("so", " ", "name of who")):
        with pytest.raises(UsageError, match=message):
            join(ledger, "p1", "p2", who=who, why=why)
        with pytest.raises(UsageError, match=message):
            split(ledger, "p1", "p2", who=who, why=why)
        with pytest.raises(UsageError, match=message):
            wrong_edge(ledger, "r1", "r2", EdgeKind.CITES, who=who, why=why)
        with pytest.raises(UsageError, match=message):
            grade(ledger, "p1", "B", 2, who=who, why=why)
        with pytest.raises(UsageError, match=message):
            undo(ledger, made, who=who, why=why)
    assert len(ledger.decisions()) == 1
