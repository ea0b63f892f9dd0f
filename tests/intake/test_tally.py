"""What was left out is counted by its reasons."""

from __future__ import annotations

from reportedly.errors import ReportError
from reportedly.intake import Skipped
from reportedly.intake.add import Step
from reportedly.intake.tally import Tally
from reportedly.ledger import Added, Changes, Outcome, Said


def test_reasons_are_counted_together_and_not_without_end() -> None:
    """The most frequent reason comes first; from a thousand on, others are counted as others."""
    tally = Tally()
    for number in range(1200):
        tally.count(Step(ReportError(f"a{number}", f"reason {number}")))
        tally.count(Step(ReportError(f"b{number}", "often")))
    tally.count(Step(Skipped("c", "of another kind")))
    reasons = tally.reasons()
    assert (reasons[0].reason, reasons[0].count, reasons[0].first) == ("often", 1200, "b0")
    assert sum(each.count for each in reasons) == 2401
    assert len(reasons) <= 1002
    assert not reasons[-1].failed


def test_new_versions_are_remembered_and_not_without_end() -> None:
    """Those in which a statement changed are counted, and the first hundred are known by their ids."""
    tally = Tally()
    one = Said("s1", None, "Ann", "said", "it rained", None, None)
    for number in range(250):
        changes = Changes(kept=((one, one),), changed=(), lost=(one,) * (number % 2), added=())
        tally.count(Step(Added(Outcome.VERSION, f"r{number}", "r", changes=changes)))
    assert (tally.rewritten, len(tally.versions)) == (125, 100)
    assert tally.versions[:2] == ["r1", "r3"]
    assert (tally.changes["kept"], tally.changes["lost"]) == (250, 125)
