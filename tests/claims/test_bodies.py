"""Publishers that speak for themselves."""

from __future__ import annotations

import pytest

from reportedly.claims.bodies import speaking_bodies
from reportedly.values import SpeakerKind
from tests.claims.papers import Quote, paper, surrounded

SHUT = "the old bridge would stay shut"
OWN = paper("Harbour Office", "2025-03-01", f"The Harbour Office said {SHUT}.")


@pytest.mark.parametrize(
    ("kinds", "bodies"),
    [
        ([SpeakerKind.GOVERNMENT], {"Harbour Office"}),
        ([SpeakerKind.ORGANISATION], {"Harbour Office"}),
        ([SpeakerKind.PUBLICATION], set()),
        ([SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION], set()),
        ([], set()),
    ],
)
def test_whom_others_quote_as_a_body_speaks_for_itself(kinds: list[SpeakerKind], bodies: set[str]) -> None:
    """A publisher is a body where others quote it as one, and none quotes it as an outlet."""
    quoting = [
        paper(
            f"Paper {kind}",
            "2025-03-02",
            f"The Harbour Office said {SHUT}.",
            Quote(who="The Harbour Office", cue="said", content=SHUT, kind=kind),
        )
        for kind in kinds
    ]
    entries, _, outlets = surrounded(OWN, *quoting)
    assert speaking_bodies(entries, outlets) == bodies
