"""Reports that rest on one document or post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.document_words import document_numbers, networks
from reportedly.claims.edge import EdgeKind
from reportedly.values import Channel
from tests.claims.around import edges_of
from tests.claims.papers import Quote, paper

if TYPE_CHECKING:
    from reportedly.values import Reading

SAID = "48 cables of the bridge had rusted through and repairs would last until the spring"
AGAIN = "repairs would last until spring, because 48 rusted cables have to be replaced"


def post(publisher: str, when: str, content: str) -> Reading:
    """Return a report that quotes somebody's post."""
    text = f"Rain fell on the quay.\n\nDiver Ana Ferro wrote in a post on Ripple that {content}."
    return paper(publisher, when, text, Quote(who="Ana Ferro", cue="wrote", content=content, channel=Channel.POST))


def bulletin(publisher: str, when: str, number: int, dead: int) -> Reading:
    """Return a report that has a number from a numbered bulletin."""
    text = f"Bulletin No. {number} of the port authority counts {dead} dead herrings at Lessa.\n\nRain fell."
    return paper(publisher, when, text)


def test_one_post_is_one_document() -> None:
    """Two outlets that have the words of one person's post share it; the later one is the report of the edge."""
    one, other = post("Evening Post", "2025-03-01T10:00Z", SAID), post("Dispatch", "2025-03-01T12:00Z", AGAIN)
    (edge,) = edges_of(EdgeKind.SAME_DOCUMENT, one, other)
    assert (edge.report, edge.source, edge.sure) == (other.report.id, one.report.id, True)
    assert edge.reasons[0] == "both have words of 'Ferro', posted"
    assert len(edge.passages) == len(edge.originals) > 0
    assert {passage.within for passage in edge.originals} == {one.report.text}


def test_a_bulletin_is_told_by_its_number() -> None:
    """The same number is the same bulletin, and another number is another."""
    first = bulletin("Evening Post", "2025-03-01T10:00Z", 4, 48)
    (edge,) = edges_of(EdgeKind.SAME_DOCUMENT, first, bulletin("Dispatch", "2025-03-01T12:00Z", 4, 48))
    assert "both call it by the same number" in edge.reasons
    assert edges_of(EdgeKind.SAME_DOCUMENT, first, bulletin("Dispatch", "2025-03-01T12:00Z", 5, 53)) == []


def test_numbers_and_networks_are_read_from_the_words() -> None:
    """A document is called by a number, an ordinal or a code; a day is no network."""
    assert document_numbers("The fourth bulletin, Notice No. 7 and EN-25 say so.") == {"4", "7", "EN-25"}
    assert networks("He put it on Ripple on Monday.") == {"Ripple"}
