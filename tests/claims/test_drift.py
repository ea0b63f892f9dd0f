"""What changes on the way of a claim."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.claim import DriftKind
from reportedly.claims.drift import drifts
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.values import Bound, Certainty, Moment
from tests.building import found, passage
from tests.claims.parts import entries_of, member, with_voice
from tests.claims.test_valuing import counting
from tests.ledger.told import told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.claim import Drift, Member
    from reportedly.claims.entry import Entry
    from reportedly.values import Reading


def said(
    text: str, content: str, day: int, certainty: Certainty = Certainty.STATED, hedge: str | None = None
) -> Reading:
    """Return a report in which a mayor says something, as sure as given, perhaps with a hedge of the reporter."""
    made = told(text, "Odile Brandt", "said", content, certainty=certainty, published=Moment(f"2025-03-0{day}"))
    if hedge is None:
        return made
    hedged = dataclasses.replace(made.statements[0], hedge=found(text, Certainty.HEARSAY, hedge))
    return dataclasses.replace(made, statements=(hedged,))


def edge(source: Entry, report: Entry, kind: EdgeKind = EdgeKind.CITES) -> Edge:
    """Return a report that has something from another."""
    return Edge(report.id, source.id, kind, None, credited=True, sure=True, passages=(), reasons=())


def on_the_way(*readings: Reading, kind: EdgeKind = EdgeKind.CITES) -> tuple[Drift, ...]:
    """Return the drifts from the first of two reports to the second."""
    entries = entries_of(*readings)
    first, second = entries.values()
    members: Sequence[Member] = [member(first, "shut"), member(second, "shut")]
    return drifts(members, [edge(first, second, kind)], entries)


def test_a_dropped_hedge_is_shown_on_both_sides() -> None:
    """Where the reporter's hedge is gone, the words before have it, and those after do not."""
    (one,) = on_the_way(
        said("Odile Brandt reportedly said the gate was shut.", "the gate was shut", 1, hedge="reportedly"),
        said("The gate was shut, Odile Brandt said.", "The gate was shut", 2),
    )
    assert one.kind is DriftKind.HEDGE_DROPPED
    assert (one.before.text, one.after.text) == ("reportedly … the gate was shut", "The gate was shut")
    assert (one.before_certainty, one.after_certainty) == (Certainty.HEARSAY, Certainty.STATED)
    assert one.reasons == ("the hedge 'reportedly' is gone",)


def test_a_new_hedge_and_more_and_less_certainty_are_told() -> None:
    """Each change of sureness has a kind of its own."""
    plain = said("Odile Brandt said the gate was shut.", "the gate was shut", 1)
    hedged = said("Odile Brandt reportedly said it was shut.", "it was shut", 2, hedge="reportedly")
    unsure = said("Odile Brandt said it may be shut.", "it may be shut", 2, Certainty.POSSIBLE)
    assert [one.kind for one in on_the_way(plain, hedged)] == [DriftKind.HEDGE_ADDED]
    assert [one.kind for one in on_the_way(plain, unsure)] == [DriftKind.LESS_SURE]
    assert [one.kind for one in on_the_way(unsure, plain)] == [DriftKind.SURER]
    will = said("Odile Brandt said it will be shut.", "it will be shut", 1, Certainty.PREDICTED)
    would = said("Odile Brandt said it would be shut.", "it would be shut", 2, Certainty.CONDITIONAL)
    assert on_the_way(will, would) == ()
    assert on_the_way(plain, dataclasses.replace(plain, report=dataclasses.replace(plain.report, url="x"))) == ()


def test_reports_that_stand_side_by_side_are_no_way() -> None:
    """Of two reports of one press conference neither drifted from the other."""
    unsure = said("Odile Brandt said it may be shut.", "it may be shut", 1, Certainty.POSSIBLE)
    sure = said("Odile Brandt said the gate was shut.", "the gate was shut", 2)
    assert on_the_way(unsure, sure, kind=EdgeKind.SAME_OCCASION) == ()


def test_the_surest_words_of_a_source_count() -> None:
    """A report is no surer where the source has the sure words as well."""
    both = said("Odile Brandt said it may be shut. The gate is shut.", "it may be shut", 1, Certainty.POSSIBLE)
    both = with_voice(both, "The gate is shut.")
    plain = said("Odile Brandt said the gate was shut.", "the gate was shut", 2)
    entries = entries_of(both, plain)
    first, second = entries.values()
    unsure, sure, after = member(first, "may be"), member(first, "is shut"), member(second, "shut")
    assert drifts([unsure, after], [edge(first, second)], entries) != ()
    assert drifts([unsure, sure, after], [edge(first, second)], entries) == ()


def test_a_range_that_became_a_number_is_told() -> None:
    """A "20 to 25" that became "25" is a drift; a number outside the range is another value."""
    spread = {"low": 20.0, "high": 25.0, "bound": Bound.BETWEEN}
    one = {"low": 25.0, "high": 25.0}
    before = counting("Odile Brandt said 20 to 25 men came.", "20 to 25 men came", ("20 to 25", "men", spread))
    after = counting("Odile Brandt said 25 men came.", "25 men came", ("25", "men", one), day=2)
    other = counting("Odile Brandt said 40 men came.", "40 men came", ("40", "men", {"low": 40.0, "high": 40.0}), day=2)
    for second, expected in ((after, [DriftKind.RANGE_TO_NUMBER]), (other, [])):
        entries = entries_of(before, second)
        source, report = entries.values()
        made = drifts([member(source, "came"), member(report, "came")], [edge(source, report)], entries)
        assert [each.kind for each in made] == expected
        assert [(each.before.text, each.after.text) for each in made] == [("20 to 25", "25")] * len(expected)


def test_a_headline_that_is_surer_than_the_body_is_told() -> None:
    """The headline's words stand beside the surest of the body; a question is not surer."""
    for title, expected in (("The old gate is shut", [DriftKind.HEADLINE_SURER]), ("Is the old gate shut?", [])):
        text = f"{title}\n\nOdile Brandt said it may be shut."
        made = told(text, "Odile Brandt", "said", "it may be shut", certainty=Certainty.POSSIBLE, title=title)
        entries = entries_of(made)
        (entry,) = entries.values()
        found_ = drifts([member(entry, "old gate"), member(entry, "may be")], [], entries)
        assert [each.kind for each in found_] == expected
        assert [each.after for each in found_] == [passage(text, title)] * len(expected)
