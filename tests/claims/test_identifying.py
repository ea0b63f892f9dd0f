"""Who is who across the reports of a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.identifying import described, grouped, is_document, maybe, surely
from reportedly.values import SpeakerKind
from tests.claims.beside import who

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.identifying import Who

PERSON, OFFICIAL, OFFICIALS = SpeakerKind.PERSON, SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP
BODY, STATE, DOCUMENT = SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT


def groups(everybody: Sequence[Who], apart: Sequence[frozenset[str]] = ()) -> list[set[str]]:
    """Return the names of those who are one, as they are grouped."""
    found: dict[tuple[str, str], set[str]] = {}
    by = {(each.report, each.id): each for each in everybody}
    for each, first in grouped(everybody, apart).items():
        found.setdefault(first, set()).add(f"{by[each].name} {each[0]}")
    return sorted(found.values(), key=sorted)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (who("Ana Ferro"), who("Ana Ferro", report="r2"), True),
        (who("Ana Ferro"), who("Ferro", report="r2"), True),
        (who("Ana Ferro"), who("Ole Ferro", report="r2"), False),
        (who("Ana Ferro", country="NO"), who("Ferro", report="r2", country="SE"), False),
        (who("Ferro"), who("Ferro", report="r2"), False),
        (who("Ana Ferro"), who("Ferro", BODY, report="r2"), False),
        (who("forty reporters", OFFICIALS, called="forty reporters ana ferro"), who("Ana Ferro", report="r2"), True),
        (who("The audit", DOCUMENT), who("An audit of the port", DOCUMENT, report="r2"), True),
        (who("The report", DOCUMENT), who("A report", DOCUMENT, report="r2"), False),
        (who("The official", OFFICIAL), who("An official", OFFICIAL, report="r2"), False),
        (who("Lessa Harbour Office", BODY), who("Harbour Office of Lessa", BODY, report="r2"), True),
        (who("Lessa Harbour Office", BODY), who("Harbour Office", BODY, report="r2"), True),
        (who("Lessa Harbour Office", BODY), who("Office", BODY, report="r2"), False),
        (who("Lessa Harbour Office", BODY), who("Office", BODY, report="r2", definite=True), True),
        (who("a shipping firm", BODY, named=False), who("a shipping firm", BODY, report="r2", named=False), False),
    ],
)
def test_who_is_surely_one(one: Who, other: Who, same: bool) -> None:  # noqa: FBT001 - a case's value
    """A full name and its surname are one, a document of a telling name, a body of all its words; else they are two."""
    assert surely(one, other) is same
    assert surely(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (who("An official", OFFICIAL), who("A source", OFFICIAL, report="r2"), "neither is named"),
        (who("An official", OFFICIAL), who("A source", OFFICIAL), None),
        (who("An official", OFFICIAL), who("A nurse", OFFICIAL, report="r2"), None),
        (
            who("An official", OFFICIAL, country="NO"),
            who("Another official", OFFICIAL, report="r2", country="SE"),
            None,
        ),
        (
            who("One official", OFFICIAL, affiliation="port office"),
            who("An official", OFFICIAL, report="r2", affiliation="coast guard"),
            None,
        ),
        (who("Lessa Harbour Office", BODY), who("Harbour Office", BODY, report="r2"), "share a name"),
        (who("Harbour Office", BODY), who("Norrgas", BODY, report="r2"), None),
        (who("The report", DOCUMENT), who("A report", DOCUMENT, report="r2"), "both are called report"),
        (who("A minister", OFFICIAL), who("Ana Ferro", report="r2", role="health minister"), "is a minister as well"),
        (who("An official", OFFICIAL), who("Ana Ferro", report="r2", role="health minister"), None),
        (who("Ana Ferro", affiliation="Norrgas"), who("Norrgas", BODY, report="r2"), "speaks for"),
        (who("authorities", STATE), who("Ana Ferro", report="r2", role="minister"), "may be"),
        (who("Ferro"), who("Ferro", report="r2"), "may be"),
        (who("Ana Ferro"), who("Ole Dahl", report="r2"), None),
    ],
)
def test_who_may_be_one(one: Who, other: Who, reason: str | None) -> None:
    """Those who are not named may be one, and those who share a name, a role or a body; the reason says so."""
    for told in (maybe(one, other), maybe(other, one)):
        assert (told is None) if reason is None else (told is not None and reason in told)


def test_a_definite_description_is_the_only_named_one_of_that_role() -> None:
    """Who is called "the minister" is Ana Ferro where no other is named; "a minister" and "the official" are nobody."""
    ferro = who("Ana Ferro", role="health minister")
    dahl = who("Ole Dahl", role="minister")
    the_minister = who("The minister", OFFICIAL, report="r2", definite=True)
    assert described(the_minister, [ferro]) == ferro
    assert described(the_minister, [ferro, dahl]) is None
    assert described(the_minister, []) is None
    assert described(who("A minister", OFFICIAL, report="r2"), [ferro]) is None
    assert (
        described(who("The official", OFFICIAL, report="r2", definite=True), [who("Eva Lund", role="official")]) is None
    )


def test_a_surname_goes_to_the_only_one_whose_it_is() -> None:
    """Of two of that name it is nobody's, and stays apart."""
    alone = [who("Ana Ferro"), who("Ferro", report="r2")]
    assert groups(alone) == [{"ana ferro r1", "ferro r2"}]
    both = [*alone, who("Ole Ferro", report="r3")]
    assert groups(both) == [{"ana ferro r1"}, {"ferro r2"}, {"ole ferro r3"}]


def test_who_was_decided_to_be_two_is_two() -> None:
    """A decision goes before all likeness, for that pair alone."""
    ferro, short, again = who("Ana Ferro"), who("Ferro", report="r2"), who("Ferro", report="r3")
    apart = [frozenset((ferro.identity, short.identity))]
    assert groups([ferro, short, again], apart) == [{"ana ferro r1", "ferro r3"}, {"ferro r2"}]
    among = [frozenset((short.identity, again.identity))]
    assert groups([ferro, short, again], among) == [{"ana ferro r1", "ferro r2"}, {"ferro r3"}]


@given(st.permutations(range(7)))
def test_no_order_changes_who_is_who(order: list[int]) -> None:
    """The same speakers in any order are in the same groups, under the same first."""
    everybody = [
        who("Ana Ferro", role="health minister"),
        who("Ferro", report="r2"),
        who("The minister", OFFICIAL, report="r3", definite=True),
        who("Ole Dahl", report="r2"),
        who("Dahl", report="r4"),
        who("The audit", DOCUMENT, report="r4"),
        who("An audit", DOCUMENT, report="r5"),
    ]
    assert grouped([everybody[place] for place in order]) == grouped(everybody)


def test_nouns_for_documents() -> None:
    """An audit is one, an official and no word at all are none."""
    assert is_document("audit")
    assert not is_document("official")
    assert not is_document("")
