"""Publishers that speak for themselves."""

from __future__ import annotations

import pytest

from reportedly.claims.bodies import speaking_bodies
from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, paper, surrounded

SHUT = "the old bridge would stay shut"
OWN = paper("Norrgas", "2025-03-01", f"Norrgas said {SHUT}.")


@pytest.mark.parametrize(
    ("kinds", "bodies"),
    [
        ([SpeakerKind.GOVERNMENT], {"Norrgas"}),
        ([SpeakerKind.ORGANISATION], {"Norrgas"}),
        ([SpeakerKind.PUBLICATION], set()),
        ([SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION], set()),
        ([], set()),
    ],
)
def test_whom_others_quote_as_a_body_speaks_for_itself(kinds: list[SpeakerKind], bodies: set[str]) -> None:
    """A publisher is a body where others quote it as one, and none quotes it as an outlet."""
    quoting = [
        paper(
            f"Paper {number}",
            "2025-03-02",
            f"Norrgas said {SHUT}.",
            Quote(who="Norrgas", cue="said", content=SHUT, kind=kind),
        )
        for number, kind in enumerate(kinds)
    ]
    entries, _, outlets = surrounded(OWN, *quoting)
    assert speaking_bodies(entries, outlets) == bodies


@pytest.mark.parametrize(
    ("publisher", "body"),
    [
        ("Lessa District Police", True),
        ("Ministry of Fish", True),
        ("Ana Ferro (official website)", True),
        ("Police Gazette", False),
        ("The Evening Post", False),
    ],
)
def test_an_office_is_known_by_its_name(publisher: str, body: bool) -> None:  # noqa: FBT001 - a case's value
    """What is called as offices are speaks for itself, whoever quotes it; a newspaper on the police is none."""
    entries, _, outlets = surrounded(paper(publisher, "2025-03-01", f"It said {SHUT}."))
    assert speaking_bodies(entries, outlets) == ({publisher} if body else set())
