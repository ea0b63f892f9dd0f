"""Reports that quote one speaker on one occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.claims.edge import EdgeKind
from tests.claims.around import edges_of
from tests.claims.papers import Quote, paper

if TYPE_CHECKING:
    from reportedly.values import Reading

SAID = "48 cables of the bridge had rusted through and repairs would cost 12.5 million crowns"
AGAIN = "repairs would cost 12.5 million crowns, because 48 rusted cables have to be replaced"
AT = "told a press conference after the sitting of the assembly"


def telling(publisher: str, when: str, content: str, at: str = AT, who: str = "Ana Ferro") -> Reading:
    """Return a report of what somebody told somewhere."""
    text = f"The bridge at Lessa stays shut.\n\nEngineer {who} {at} that {content}."
    return paper(publisher, when, text, Quote(who=who, cue="told", content=content))


FIRST = telling("Evening Post", "2025-03-01T10:00Z", SAID)


def test_one_press_conference_is_one_occasion() -> None:
    """Two outlets that heard a speaker at a press conference stand side by side, the later one first in the edge."""
    second = telling("Dispatch", "2025-03-01T12:00Z", AGAIN, "told reporters at the sitting of the assembly")
    (edge,) = edges_of(EdgeKind.SAME_OCCASION, FIRST, second)
    assert (edge.report, edge.source) == (second.report.id, FIRST.report.id)
    assert edge.reasons[:2] == ("both tell of 'Ferro'", "both speak of a meeting with the press")
    assert {passage.within for passage in edge.passages} == {second.report.text}
    assert {passage.within for passage in edge.originals} == {FIRST.report.text}


@pytest.mark.parametrize(
    "other",
    [
        telling("Dispatch", "2025-03-09T12:00Z", AGAIN),
        telling("Dispatch", "2025-03-01T12:00Z", "herring was dear", "told a friend", "Ole Dahl"),
    ],
    ids=["days later", "another speaker"],
)
def test_what_is_not_one_occasion(other: Reading) -> None:
    """What somebody says a week later, or what another says, was said elsewhere."""
    assert edges_of(EdgeKind.SAME_OCCASION, FIRST, other) == []
