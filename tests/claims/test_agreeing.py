"""Which origins bear one another out."""

from __future__ import annotations

from reportedly.claims.agreeing import agreeing
from reportedly.claims.claim import RootKind
from tests.claims.parts import entries_of, member, root
from tests.claims.test_status import report
from tests.claims.test_valuing import counting


def test_two_that_know_agree_unless_their_numbers_differ() -> None:
    """12 and "at least 10" bear each other out, 12 and 30 do not; who gives no number does not disagree."""
    twelve = counting("Odile Brandt said 12 men came.", "12 men came", ("12", "men", {}))
    ten = {"low": 10.0, "high": None}
    at_least = counting("Odile Brandt said at least 10 men came.", "at least 10 men came", ("at least 10", "men", ten))
    thirty = {"low": 30.0, "high": 30.0}
    other = counting("Odile Brandt said 30 men came.", "30 men came", ("30", "men", thirty))
    silent = counting("Odile Brandt said some men came.", "some men came")
    for second, expected in ((at_least, True), (other, False), (silent, True)):
        entries = entries_of(twelve, second)
        members = [member(entry, "came") for entry in entries.values()]
        roots = [root(f"root {number}", each) for number, each in enumerate(members)]
        assert (agreeing(roots, members, entries) is not None) is expected


def test_who_does_not_know_bears_nobody_out() -> None:
    """An unknown origin, or one origin alone, agrees with nobody."""
    entries = entries_of(report("Ida Holm", 1), report("Ole Dahl", 2))
    one, other = (member(entry, "gate") for entry in entries.values())
    known, unknown = root("Ida Holm", one), root("?", other, kind=RootKind.UNKNOWN)
    assert agreeing([known, unknown], [one, other], entries) is None
    assert agreeing([known], [one], entries) is None
    assert agreeing([known, root("Ole Dahl", other)], [one, other], entries) == (known, root("Ole Dahl", other))
