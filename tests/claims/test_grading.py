"""The proposed grade, rule by rule as docs/explanation/grading.md has them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from reportedly.claims.claim import Root, RootKind
from reportedly.claims.grading import grade
from reportedly.claims.records import Record
from reportedly.claims.reliability import letter
from reportedly.claims.status import standing
from reportedly.values import Certainty, EvidenceKind, SpeakerKind, Stance
from tests.building import found
from tests.claims.parts import entries_of, member, origins, response, root
from tests.claims.test_status import report

if TYPE_CHECKING:
    from reportedly.claims.claim import Grade, Member
    from reportedly.values import Reading

FIRST, OTHER, THIRD = report("Ida Holm", 1), report("Ole Dahl", 2), report("Eva Lind", 3)
UNNAMED = report("An official", 1, SpeakerKind.UNNAMED_PERSON)


def graded(
    said: list[Reading],
    answers: list[tuple[Reading, Stance]],
    *,
    minimum: int | None = None,
    kind: RootKind = RootKind.SPEAKER,
    reasons: tuple[tuple[str, str, str], ...] = (),
) -> Grade:
    """Return the grade of a claim that some reports say, each with an origin of its own, and others answer."""
    entries = entries_of(*said, *(one for one, _ in answers))
    members = [member(entry, "gate") for entry in list(entries.values())[: len(said)]]
    roots = [_root(each, reading, kind) for each, reading in zip(members, said, strict=True)]
    known = origins(*roots, minimum=minimum, one=reasons)
    responses = [response(entries, len(said) + number, stance) for number, (_, stance) in enumerate(answers)]
    stands = standing(members, responses, known, entries)
    return grade(members, responses, known, stands, entries)


def _root(one: Member, reading: Reading, kind: RootKind) -> Root:
    """Return the speaker of a report as an origin."""
    who = reading.statements[0].speaker
    assert who is not None
    assert who.name is not None
    return root(who.name.value, one, kind=kind, named=who.named)


def unsure(reading: Reading, certainty: Certainty) -> Reading:
    """Return a report whose speaker is less sure."""
    made = dataclasses.replace(reading.statements[0], certainty=found(reading.report.text, certainty))
    return dataclasses.replace(reading, statements=(made,))


def seen(reading: Reading) -> Reading:
    """Return a report whose speaker saw it."""
    evidence = found(reading.report.text, EvidenceKind.OWN_OBSERVATION)
    made = dataclasses.replace(reading.statements[0], evidence=(evidence,))
    return dataclasses.replace(reading, statements=(made,))


DENIED, CONFIRMED = Stance.DENIES, Stance.CONFIRMS


def test_the_default_is_f6() -> None:
    """A claim that leads to nobody is F6, and says what would change that."""
    made = graded([FIRST], [], kind=RootKind.UNKNOWN, minimum=0)
    assert (made.letter, made.digit) == ("F", 6)
    assert made.would_change[0] == "an origin with a name that knows it by itself would make it 3"
    assert graded([FIRST], [], kind=RootKind.OUTLET, minimum=0).digit == 6


def test_two_independent_origins_make_it_1() -> None:
    """1 takes two at the minimum that know by themselves, and no denial of the whole."""
    assert graded([FIRST, OTHER], []).digit == 1
    assert graded([FIRST, unsure(OTHER, Certainty.SUSPECTED)], []).digit == 3


def test_a_second_that_may_be_the_same_makes_it_2() -> None:
    """Two who may be one person are one at the minimum: 2; so is one that another confirms."""
    doubt = ("a", "b", "neither is named")
    made = graded([FIRST, OTHER], [], minimum=1, reasons=(doubt,))
    assert made.digit == 2
    assert "neither is named" in made.digit_reasons
    confirmed = graded([FIRST], [(OTHER, CONFIRMED)])
    assert (confirmed.digit, "Ole Dahl confirms it" in confirmed.digit_reasons) == (2, True)


def test_one_with_a_name_makes_it_3() -> None:
    """One named origin that is not denied is 3, and so is an unnamed one that saw it; one without either is 6."""
    made = graded([FIRST], [])
    assert made.digit == 3
    assert made.would_change[0] == "a second origin that does not have it from Paper 1 would make it 1"
    assert graded([seen(UNNAMED)], []).digit == 3
    assert graded([UNNAMED], []).digit == 6


@pytest.mark.parametrize("certainty", [Certainty.SUSPECTED, Certainty.HEARSAY, Certainty.POSSIBLE])
def test_what_nobody_knows_by_themselves_is_4(certainty: Certainty) -> None:
    """Suspicion and hearsay are doubtful, with a name or without."""
    assert graded([unsure(UNNAMED, certainty)], []).digit == 4
    assert graded([unsure(FIRST, certainty)], []).digit == 4


def test_a_denial_makes_one_origin_4_and_two_3() -> None:
    """Against a denial of the whole one origin is doubtful, two are possible."""
    assert graded([FIRST], [(THIRD, DENIED)]).digit == 4
    assert graded([FIRST, OTHER], [(THIRD, DENIED)]).digit == 3
    assert graded([FIRST, OTHER], [(THIRD, DENIED)], minimum=1).digit == 4


def test_two_denials_against_nobody_who_knows_make_it_5() -> None:
    """It takes two speakers who deny it; two reports of one are one. An origin that knows makes it 4."""
    heard = unsure(FIRST, Certainty.HEARSAY)
    again = report("Eva Lind", 4)
    assert graded([heard], [(OTHER, DENIED), (THIRD, DENIED)]).digit == 5
    assert graded([heard], [(again, DENIED), (THIRD, DENIED)]).digit == 4
    assert graded([FIRST], [(OTHER, DENIED), (THIRD, DENIED)]).digit == 4


def test_what_was_withdrawn_is_5() -> None:
    """What its maker takes back, and nobody else stands for, is improbable."""
    made = graded([FIRST], [(report("Ida Holm", 4), Stance.RETRACTS)])
    assert (made.digit, made.digit_reasons[0]) == (5, "Ida Holm takes it back")


@pytest.mark.parametrize(
    ("confirmed", "refuted", "expected"),
    [
        (4, 0, "F"),
        (5, 0, "B"),
        (19, 0, "B"),
        (20, 0, "A"),
        (99, 1, "B"),
        (17, 3, "B"),
        (16, 4, "C"),
        (3, 2, "C"),
        (2, 3, "D"),
        (1, 4, "E"),
        (0, 5, "E"),
    ],
)
def test_the_letter_is_a_count(confirmed: int, refuted: int, expected: str) -> None:
    """Each letter has its share of settled claims; fewer than five settle nothing."""
    made = letter(Record(speaker="i", name="Ida Holm", stood=100, confirmed=confirmed, refuted=refuted))
    assert made.sign == expected
    assert made.reasons
    assert made.would_change


def test_letter_and_digit_are_independent() -> None:
    """A record moves the letter and nothing else; nobody's record is F."""
    entries = entries_of(FIRST)
    members = [member(entry, "gate") for entry in entries.values()]
    known = origins(root("Ida Holm", *members))
    stands = standing(members, [], known, entries)
    good = Record(speaker="i", name="Ida Holm", stood=30, confirmed=30)
    with_record = grade(members, [], known, stands, entries, record=good)
    without = grade(members, [], known, stands, entries)
    assert (with_record.letter, without.letter) == ("A", "F")
    assert (with_record.digit, with_record.digit_reasons) == (without.digit, without.digit_reasons)
