"""Which reports name which others as where they have something from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.edge import EdgeKind
from reportedly.values import SpeakerKind
from tests.claims.around import AROUND, edges_of
from tests.claims.papers import Quote, paper

if TYPE_CHECKING:
    from reportedly.claims.edge import Edge
    from reportedly.values import Reading

SAID = "48 cables of the bridge had rusted through and repairs would last until the spring"
AGAIN = "repairs would last until spring, because 48 rusted cables have to be replaced"
FIRST = paper("Evening Post", "2025-03-01T08:00Z", f"Ana Ferro said {SAID}.")
TELLING = paper("Harbour Notes", "2025-03-01T12:00Z", f"As the Evening Post reported, {AGAIN}.")


def cited(*readings: Reading) -> list[Edge]:
    """Return the citations among some reports and those around them."""
    return edges_of(EdgeKind.CITES, *readings)


def test_a_chain_names_whom_it_has_it_from() -> None:
    """Whoever tells of what another outlet reports cites its report; the words for the outlet show it."""
    text = f"Ana Ferro told the Evening Post that {AGAIN}."
    later = paper(
        "Harbour Notes",
        "2025-03-01T12:00Z",
        text,
        Quote(who="Ana Ferro", cue="told", content=AGAIN, via=("the Evening Post",)),
    )
    (edge,) = cited(FIRST, later)
    assert (edge.report, edge.source, edge.wire) == (later.report.id, FIRST.report.id, "Evening Post")
    assert (edge.credited, edge.sure, edge.reasons) == (True, True, ("it names 'Evening Post'",))
    assert [(passage.text, passage.within) for passage in edge.passages] == [("Evening Post", text)]


def test_of_several_reports_the_nearest_that_was_there_before_is_cited() -> None:
    """The one that shares most words with what is cited."""
    other = paper("Evening Post", "2025-03-01T07:00Z", "A choir sang on the quay.")
    assert [edge.source for edge in cited(FIRST, other, TELLING)] == [FIRST.report.id]


def test_doubt_of_the_times_is_kept() -> None:
    """Where times leave open which was first, the edge is there and is not sure; the reason says so."""
    undated = paper("Harbour Notes", None, f"As the Evening Post reported, {AGAIN}.")
    (edge,) = cited(FIRST, undated)
    assert not edge.sure
    assert any(reason.startswith("which was first is open") for reason in edge.reasons)


def test_a_body_is_cited_for_its_own_statement() -> None:
    """Who tells what an office says in a statement that is there has it from that statement."""
    own = paper("Harbour Office", "2025-03-01T08:00Z", f"Statement of the Harbour Office.\n\n{SAID}.")
    quoting = paper(
        "Dispatch",
        "2025-03-01T09:00Z",
        f"The Harbour Office said in a statement that {AGAIN}.",
        Quote(who="The Harbour Office", cue="said", content=AGAIN, kind=SpeakerKind.GOVERNMENT),
    )
    assert [(edge.report, edge.source) for edge in cited(own, quoting)] == [(quoting.report.id, own.report.id)]


def test_who_names_a_town_cites_no_radio() -> None:
    """Lessa is where the bridge is, and not Radio Lessa; and nobody cites a report that is not there, nor itself."""
    assert cited(FIRST) == []
    absent = paper("Harbour Notes", "2025-03-01T12:00Z", f"The Observer reported {AGAIN}.")
    itself = paper("Harbour Notes", "2025-03-01T12:00Z", f"The Harbour Notes reported {AGAIN}.")
    assert cited(FIRST, absent) == []
    assert cited(itself) == []
    assert AROUND[1].report.publisher == "Radio Lessa"
