"""Which reports name which others as where they have something from."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from reportedly.claims.derivation import derive
from reportedly.claims.edge import EdgeKind
from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, paper, surrounded

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge
    from reportedly.values import Reading

SHUT = "the old bridge at Lessa would stay shut until the spring"
FIRST = paper("Evening Post", "2025-03-01T08:00Z", f"Ana Ferro said {SHUT}.")
OUTLET = SpeakerKind.PUBLICATION


def cited(*readings: Reading) -> list[Edge]:
    """Return the citations among some reports."""
    entries, people, outlets = surrounded(*readings)
    found = [
        [edge for edge in derive(order, people, outlets) if edge.kind is EdgeKind.CITES]
        for order in itertools.permutations(entries)
    ]
    assert all(each == found[0] for each in found)
    return found[0]


def test_a_chain_names_whom_it_has_it_from() -> None:
    """Whoever tells of what another outlet reports cites its report; the words for the outlet show it."""
    text = f"Ana Ferro told the Evening Post that {SHUT}."
    later = paper(
        "Harbour Notes",
        "2025-03-01T12:00Z",
        text,
        Quote(who="Ana Ferro", cue="told", content=SHUT, via=("the Evening Post",)),
    )
    (edge,) = cited(FIRST, later)
    assert (edge.report, edge.source, edge.kind) == (later.report.id, FIRST.report.id, EdgeKind.CITES)
    assert (edge.wire, edge.credited, edge.sure) == ("Evening Post", True, True)
    assert edge.reasons == ("it names 'the Evening Post'",)
    assert {passage.text for passage in edge.passages} == {"the Evening Post"}
    assert all(passage.within == text for passage in edge.passages)


def test_a_sentence_cites_only_if_something_comes_from_there() -> None:
    """Who says that the Evening Post reported something cites it; a kiosk that sells the Evening Post does not."""
    telling = paper("Harbour Notes", "2025-03-01T12:00Z", "The bridge stays shut, as the Evening Post reported.")
    selling = paper("Harbour Notes", "2025-03-01T12:00Z", "The kiosk sells bread, milk and the Evening Post.")
    assert [edge.source for edge in cited(FIRST, telling)] == [FIRST.report.id]
    assert cited(FIRST, selling) == []


def test_of_several_reports_the_nearest_that_was_there_before_is_cited() -> None:
    """The one that shares most words with what is cited; a later one only where none was before."""
    other = paper("Evening Post", "2025-03-01T07:00Z", "A choir sang on the quay.")
    after = paper("Evening Post", "2025-03-02T08:00Z", f"As we reported once more, {SHUT}.")
    telling = paper("Harbour Notes", "2025-03-01T12:00Z", f"As the Evening Post reported, {SHUT}.")
    assert [edge.source for edge in cited(FIRST, other, after, telling)] == [FIRST.report.id]
    (edge,) = cited(after, telling)
    assert (edge.source, edge.sure) == (after.report.id, False)
    assert "the report that it names appeared later" in edge.reasons


def test_doubt_of_the_times_is_kept() -> None:
    """Where times leave open which was first, the edge is there and is not sure; the reason says so."""
    for when in ("2025-03-01T08:00Z", None):
        telling = paper("Harbour Notes", when, f"As the Evening Post reported, {SHUT}.")
        (edge,) = cited(FIRST, telling)
        assert not edge.sure
        assert any(reason.startswith("which was first is open") for reason in edge.reasons)
        assert "the report that it names appeared later" not in edge.reasons


def test_two_that_cite_one_another_have_two_edges() -> None:
    """Either names the other: both edges are there."""
    one = paper("Evening Post", "2025-03-01T08:00Z", f"The Harbour Notes reported {SHUT}.")
    other = paper("Harbour Notes", "2025-03-01T08:00Z", f"The Evening Post reported {SHUT}.")
    assert {(edge.report, edge.source) for edge in cited(one, other)} == {
        (one.report.id, other.report.id),
        (other.report.id, one.report.id),
    }


def test_a_body_is_cited_only_for_what_stands_in_its_own_report() -> None:
    """What a ministry tells a paper it need not have published; what stands in its statement comes from there."""
    own = paper("Harbour Office", "2025-03-01T08:00Z", f"The Harbour Office said {SHUT}.")
    same = Quote(who="The Harbour Office", cue="said", content=SHUT, kind=SpeakerKind.GOVERNMENT)
    other = Quote(who="The Harbour Office", cue="said", content="herring was dear", kind=SpeakerKind.GOVERNMENT)
    quoting = paper("Evening Post", "2025-03-01T09:00Z", f"The Harbour Office said {SHUT}.", same)
    asking = paper("Evening Post", "2025-03-01T09:00Z", "The Harbour Office said herring was dear.", other)
    assert len(cited(own, quoting)) == 1
    assert cited(own, asking) == []
    assert len(cited(own, asking)) == 1


def test_an_outlet_without_a_report_is_no_edge() -> None:
    """Nobody is led to a report that is not there, nor to the report itself."""
    text = f"The Observer reported {SHUT}."
    alone = paper("Harbour Notes", None, text, Quote(who="The Observer", cue="reported", content=SHUT, kind=OUTLET))
    itself = paper("Harbour Notes", None, f"The Harbour Notes reported {SHUT}.")
    assert cited(FIRST, alone) == []
    assert cited(itself) == []
