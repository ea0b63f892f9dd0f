"""What a report that does not say how it knows shows beside an origin of the same claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.claims.claim import RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.claims.proposition import Amount
from reportedly.claims.sides import LEADS, Beside
from reportedly.values import SpeakerKind
from tests.claims.beside import edge, report, side, who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.sides import Side

POST, DISPATCH = report("Evening Post"), report("Island Dispatch")
FERRO = who("Ana Ferro")
AUDIT, NORRGAS = who("The audit", SpeakerKind.DOCUMENT), who("Norrgas", SpeakerKind.ORGANISATION)


def led(silent: Side, root: Side, *edges: Edge, among: Sequence[Entry], roots: int = 2) -> dict[str, float]:
    """Return what a silent report shows beside an origin: all that there is."""
    told = Beside({entry.id: entry for entry in among}, edges).leads(silent, root, roots)
    assert tuple(told) == LEADS
    return told


def test_a_silent_report_speaks_of_the_source_or_of_the_outlet() -> None:
    """The name, the role or the publisher of who knows it stands in the text of the silent report, as whole words."""
    mayor = who("Ana Ferro", role="Mayor")
    for text, source, outlet in (
        ("Ferro was seen.", 1, 0),
        ("The mayor was seen.", 1, 0),
        ("The Evening Post wrote of it.", 0, 1),
        ("Mayors and Ferrolians read an evening postcard.", 0, 0),
    ):
        silent = report("Harbour Notes", text)
        told = led(side(silent), side(POST, mayor), among=(silent, POST))
        assert (told["source named"], told["outlet named"]) == (source, outlet)


def test_a_silent_report_cites_or_stands_beside() -> None:
    """Who cites a report may have it from its source, not whom that one cites; other edges lead either way."""
    silent = report("Harbour Notes")
    for made, cites, beside in (
        (edge(silent, POST, EdgeKind.CITES), 1, 0),
        (edge(POST, silent, EdgeKind.CITES), 0, 0),
        (edge(silent, POST, EdgeKind.SAME_WIRE), 0, 1),
        (edge(POST, silent, EdgeKind.SAME_OCCASION), 0, 1),
        (edge(silent, DISPATCH, EdgeKind.CITES), 0, 0),
    ):
        told = led(side(silent), side(POST, FERRO), made, among=(silent, POST, DISPATCH))
        assert (told["cites"], told["beside"]) == (cites, beside)


def test_a_silent_report_says_it_in_the_same_words_and_numbers() -> None:
    """What it says is compared with all that the origin's reports say."""
    four, nine = (Amount(low=each, high=each, unit=None, counted="boats") for each in (4.0, 9.0))
    silent = report("Harbour Notes")
    for amount, says, same, alike in ((four, "boats sank", 1, 1), (nine, "herring was dear", 0, 0)):
        root = side(POST, FERRO, says=says, quantities=(amount,))
        told = led(side(silent, says="boats sank", quantities=(four,)), root, among=(silent, POST))
        assert (told["value same"], told["value differs"], told["said alike"]) == (same, 1 - same, alike)
    told = led(side(silent), side(POST, FERRO), among=(silent, POST))
    assert (told["value same"], told["value differs"]) == (0, 0)


def test_a_silent_report_comes_before_or_after() -> None:
    """By the hour and by the day, against the first report that leads to the origin."""
    for when, later, next_day in (
        ("2025-03-01T07:00Z", 0, 0),
        ("2025-03-01T08:00Z", 0, 0),
        ("2025-03-01T09:00Z", 1, 0),
        ("2025-03-02T07:00Z", 1, 1),
    ):
        silent = report("Harbour Notes", when=when)
        told = led(side(silent), side(POST, FERRO), among=(silent, POST))
        assert (told["later"], told["a day later"]) == (later, next_day)


def test_what_an_origin_is_tells_for_a_silent_report() -> None:
    """A document, a body, an outlet, one of the same publisher, the only one or one of many."""
    silent, again = report("Harbour Notes"), report("Evening Post", "Hail fell.")
    told = {
        name: led(side(silent), root, among=(silent, POST), roots=roots)
        for name, root, roots in (
            ("document", side(POST, AUDIT, kind=RootKind.DOCUMENT), 1),
            ("body", side(POST, NORRGAS), 2),
            ("outlet", side(POST, NORRGAS, kind=RootKind.OUTLET), 10),
        )
    }
    assert [told[name]["document"] for name in told] == [1, 0, 0]
    assert [told[name]["body"] for name in told] == [0, 1, 1]
    assert [told[name]["outlet"] for name in told] == [0, 0, 1]
    assert [told[name]["only one"] for name in told] == [1, 0, 0]
    one, two, ten = (told[name]["how many"] for name in told)
    assert one > 0
    assert [two, ten] == pytest.approx([2 * one, 10 * one])
    assert led(side(again), side(POST, FERRO), among=(again, POST))["same publisher"] == 1
    assert led(side(silent), side(POST, FERRO), among=(silent, POST))["same publisher"] == 0
