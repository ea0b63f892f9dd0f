"""How a claim stands."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import pytest

from reportedly.claims.claim import RootKind, Status
from reportedly.claims.status import standing
from reportedly.values import Certainty, Moment, SpeakerKind, Stance
from tests.building import found, speaker
from tests.claims.parts import entries_of, member, origins, response, root
from tests.ledger.told import told

if TYPE_CHECKING:
    from reportedly.claims.claim import Origins, Response, Standing
    from reportedly.claims.entry import Entry
    from reportedly.values import Reading


def report(who: str, day: int, kind: SpeakerKind = SpeakerKind.PERSON, content: str = "the gate is shut") -> Reading:
    """Return a report of a paper of its own, in which somebody says that a gate is shut."""
    text = f"{who} said {content}."
    about: dict[str, Any] = {
        "publisher": f"Paper {day}",
        "published": Moment(f"2025-03-0{day}"),
        "url": f"https://{day}.example/",
    }
    return told(text, who, "said", content, kind=kind, **about)


FIRST = report("Ida Holm", 1)
OTHER = report("Ole Dahl", 2)


def stands(
    entries: dict[str, Entry], responses: list[Response], known: Origins | None = None, said: int = 1
) -> Standing:
    """Return how a claim stands that the first of some reports say."""
    members = [member(entry, "gate") for entry in list(entries.values())[:said]]
    return standing(members, responses, known or origins(root("Ida Holm", members[0])), entries)


def test_a_claim_that_nobody_else_knows_is_unconfirmed() -> None:
    """One origin and no answer confirm nothing."""
    made = stands(entries_of(FIRST), [])
    assert made.status is Status.UNCONFIRMED
    assert made.reasons == ("nobody other than 'Ida Holm' is known to confirm it",)


def test_a_denial_of_the_whole_contests() -> None:
    """A flat denial contests the claim and names who denies it; one of something narrower only stands beside it."""
    entries = entries_of(FIRST, OTHER)
    flat, part = response(entries, 1, Stance.DENIES), response(entries, 1, Stance.DENIES, narrower=True)
    whole, narrow = stands(entries, [flat]), stands(entries, [part])
    assert (whole.status, whole.denied, whole.reasons) == (Status.CONTESTED, (flat,), ("Ole Dahl denies it",))
    assert (narrow.status, narrow.denied) == (Status.UNCONFIRMED, (part,))
    assert "Ole Dahl denies something narrower" in narrow.reasons


@pytest.mark.parametrize("stance", [Stance.NO_RESPONSE, Stance.CANNOT_CONFIRM, Stance.DECLINES_COMMENT])
def test_no_answer_changes_nothing(stance: Stance) -> None:
    """Who does not answer is listed, and neither contests nor confirms."""
    entries = entries_of(FIRST, OTHER)
    silent = response(entries, 1, stance)
    made = stands(entries, [silent])
    assert (made.status, made.unanswered) == (Status.UNCONFIRMED, (silent,))


def test_bystanders_do_not_contest() -> None:
    """A group of people, and somebody without name, role or body, contest nothing."""
    for who, kind in (("Neighbours", SpeakerKind.GROUP), ("A man", SpeakerKind.UNNAMED_PERSON)):
        entries = entries_of(FIRST, report(who, 2, kind))
        assert stands(entries, [response(entries, 1, Stance.DENIES)]).status is Status.UNCONFIRMED


def test_another_who_knows_confirms() -> None:
    """A confirmation by a named other confirms; by the first again, by an outlet or by a bystander it does not."""
    again, outlet = report("Ida Holm", 2), report("Norrpress", 2, SpeakerKind.PUBLICATION)
    crowd = report("Neighbours", 2, SpeakerKind.GROUP)
    expected = [(OTHER, Status.CONFIRMED), (again, Status.UNCONFIRMED), (outlet, Status.UNCONFIRMED)]
    for other, status in [*expected, (crowd, Status.UNCONFIRMED)]:
        entries = entries_of(FIRST, other)
        made = stands(entries, [response(entries, 1, Stance.CONFIRMS)])
        assert made.status is status
        assert ("Ole Dahl confirms it" in made.reasons) is (status is Status.CONFIRMED)


def test_two_without_names_may_be_one() -> None:
    """An unnamed official does not confirm what an unnamed official said, but what a named one did."""
    first, second = (report("An official", day, SpeakerKind.UNNAMED_PERSON) for day in (1, 2))
    for one, status in ((first, Status.UNCONFIRMED), (FIRST, Status.CONFIRMED)):
        text = second.report.text
        (statement,) = second.statements
        who = speaker(text, "An official", SpeakerKind.UNNAMED_PERSON, role="official")
        reading = dataclasses.replace(second, statements=(dataclasses.replace(statement, speaker=who),))
        entries = entries_of(one, reading)
        assert stands(entries, [response(entries, 1, Stance.CONFIRMS)]).status is status


def test_two_origins_confirm_where_both_know() -> None:
    """Two origins at the minimum confirm; not if they may be one, and not if one of them only suspects."""
    entries = entries_of(FIRST, OTHER)
    members = [member(entry, "gate") for entry in entries.values()]
    two = origins(root("Ida Holm", members[0]), root("Ole Dahl", members[1]))
    assert stands(entries, [], two, said=2).status is Status.CONFIRMED
    assert stands(entries, [], dataclasses.replace(two, minimum=1), said=2).status is Status.UNCONFIRMED
    (statement,) = OTHER.statements
    unsure = dataclasses.replace(statement, certainty=found(OTHER.report.text, Certainty.SUSPECTED))
    entries = entries_of(FIRST, dataclasses.replace(OTHER, statements=(unsure,)))
    members = [member(entry, "gate") for entry in entries.values()]
    two = origins(root("Ida Holm", members[0]), root("Ole Dahl", members[1]))
    assert stands(entries, [], two, said=2).status is Status.UNCONFIRMED


def test_a_body_confirms_its_own_matter() -> None:
    """What a company says of itself is confirmed by that; what it says of others is not."""
    own = report("Norrgas", 1, SpeakerKind.ORGANISATION, content="its gate is shut")
    other = report("Norrgas", 1, SpeakerKind.ORGANISATION)
    assert stands(entries_of(own), []).reasons == ("Norrgas says so of its own matter",)
    assert stands(entries_of(own), []).status is Status.CONFIRMED
    assert stands(entries_of(other), []).status is Status.UNCONFIRMED


def test_what_its_maker_takes_back_is_withdrawn() -> None:
    """The outlet or the speaker of the first report may withdraw it, unless another origin stands for it."""
    outlet = report("Ida Holm", 3)
    outlet = dataclasses.replace(outlet, report=dataclasses.replace(outlet.report, publisher="Paper 1"))
    entries = entries_of(FIRST, OTHER, outlet)
    members = [member(entry, "gate") for entry in entries.values()]
    by_outlet = response(entries, 2, Stance.RETRACTS, statement=None)
    by_speaker = response(entries, 2, Stance.RETRACTS)
    by_another = response(entries, 1, Stance.RETRACTS)
    assert stands(entries, [by_outlet]).status is Status.WITHDRAWN
    assert stands(entries, [by_speaker]).status is Status.WITHDRAWN
    assert stands(entries, [by_another]).status is Status.UNCONFIRMED
    two = origins(root("Ida Holm", members[0]), root("Ole Dahl", members[1]))
    made = stands(entries, [by_outlet], two, said=2)
    assert made.status is Status.CONFIRMED
    assert "Paper 1 takes it back, but Ole Dahl stands for it" in made.reasons
    unknown = origins(root("Ida Holm", members[0]), root("?", members[1], kind=RootKind.UNKNOWN))
    assert stands(entries, [by_outlet], unknown, said=2).status is Status.WITHDRAWN


def test_a_response_that_came_later_changes_nothing_before() -> None:
    """As of an hour before the denial the claim is not contested."""
    entries = entries_of(FIRST, OTHER)
    denial = response(entries, 1, Stance.DENIES)
    known = [one for one in [denial] if one.known_from <= "2025-03-01T12:00:00Z"]
    assert stands(entries, known).status is Status.UNCONFIRMED
    assert stands(entries, [denial]).status is Status.CONTESTED
