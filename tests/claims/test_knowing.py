"""How an origin knows."""

from __future__ import annotations

import dataclasses

import pytest

from reportedly.claims.claim import RootKind
from reportedly.claims.knowing import Knowing, by_itself, knows
from reportedly.values import Certainty, EvidenceKind
from tests.building import found
from tests.claims.parts import entries_of, member, root
from tests.ledger.told import told

TEXT = "From her window Ida Holm said the gate is shut."


@pytest.mark.parametrize(
    ("evidence", "certainty", "how", "itself"),
    [
        (EvidenceKind.OWN_OBSERVATION, Certainty.STATED, Knowing.WITNESSED, True),
        (EvidenceKind.IMAGERY, Certainty.BELIEVED, Knowing.INDUCED, True),
        (EvidenceKind.OTHER_MEDIA, Certainty.STATED, Knowing.TOLD, False),
        (EvidenceKind.UNNAMED_SOURCES, Certainty.STATED, Knowing.TOLD, False),
        (None, Certainty.HEARSAY, Knowing.TOLD, False),
        (None, Certainty.SUSPECTED, Knowing.DEDUCED, False),
        (None, Certainty.STATED, Knowing.UNJUDGED, True),
    ],
)
def test_how_an_origin_knows(
    evidence: EvidenceKind | None, certainty: Certainty, how: Knowing, *, itself: bool
) -> None:
    """Evidence that a report tells comes first, then how sure the words are; who was told knows nothing by itself."""
    made = told(TEXT, "Ida Holm", "said", "the gate is shut", certainty=certainty)
    if evidence is not None:
        statement = dataclasses.replace(made.statements[0], evidence=(found(TEXT, evidence, "From her window"),))
        made = dataclasses.replace(made, statements=(statement,))
    entries = entries_of(made)
    members = [member(entry, "gate") for entry in entries.values()]
    one = root("Ida Holm", *members)
    assert knows(one, members, entries).how is how
    assert by_itself(one, members, entries) is itself
    assert ("From her window" in knows(one, members, entries).reason) is (evidence is not None)


@pytest.mark.parametrize("kind", [RootKind.UNKNOWN, RootKind.OUTLET])
def test_unknown_lineage_never_counts_as_good(kind: RootKind) -> None:
    """A report that does not say how it knows, and an outlet that is only cited, know nothing by themselves."""
    entries = entries_of(told(TEXT, "Ida Holm", "said", "the gate is shut"))
    members = [member(entry, "gate") for entry in entries.values()]
    assert not by_itself(root("?", *members, kind=kind), members, entries)


def test_who_leads_to_no_member_cannot_be_judged() -> None:
    """Of a root without words of its own nothing is known."""
    assert knows(root("?"), [], {}).how is Knowing.UNJUDGED
    assert not by_itself(root("?"), [], {})
