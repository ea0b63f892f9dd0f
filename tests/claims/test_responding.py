"""Which claim each response answers."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from reportedly.claims.claim import Relation
from reportedly.claims.responding import respond
from reportedly.values import Answer, Moment, Polarity, Stance
from tests.building import RULED, found, passage, reading, speaker
from tests.claims.parts import alike, entries_of, member, names, with_voice
from tests.ledger.told import told

if TYPE_CHECKING:
    from reportedly.values import Reading

MONDAY, TUESDAY = Moment("2025-03-03"), Moment("2025-03-04")


def claim() -> Reading:
    """Return the report that makes two claims: on a hospital and on a bridge."""
    text = "The old hospital will close in May, an aide said.\n\nThe bridge has a crack, Ida Holm said."
    made = reading(
        text,
        [
            ("an aide", ("said", 0), "The old hospital will close in May"),
            ("Ida Holm", ("said", 1), "The bridge has a crack"),
        ],
        publisher="The Comet",
        published=MONDAY,
    )
    first, second = made.statements
    return dataclasses.replace(
        made,
        statements=(
            dataclasses.replace(first, stance=found(text, Stance.ASSERTS)),
            dataclasses.replace(second, stance=found(text, Stance.ASSERTS), speaker=speaker(text, "Ida Holm")),
        ),
    )


def answering(text: str, cue: str, content: str, stance: Stance, who: str = "The trust") -> Reading:
    """Return another outlet's report in which a trust answers something."""
    return told(text, who, cue, content, stance=stance, publisher="The Echo", published=TUESDAY)


def responses(*others: Reading) -> list[list[tuple[str, str]]]:
    """Return who answers the claim on the hospital, and who that on the bridge."""
    entries = entries_of(claim(), *others)
    first = next(iter(entries.values()))
    claims = [[member(first, "hospital")], [member(first, "bridge")]]
    return [names(each) for each in respond(claims, entries, alike)]


def test_a_denial_answers_another_outlet() -> None:
    """Who "denied reports that the hospital will close" answers the claim of the outlet that said so."""
    denial = answering(
        "The trust denied reports that the old hospital will close.",
        "denied",
        "reports that the old hospital will close",
        Stance.DENIES,
    )
    assert responses(denial) == [[("The trust", "denies")], []]


def test_what_is_said_not_to_be_denies() -> None:
    """Who only says that the claim is not so denies it, if the words are nearly its own; else nothing is answered."""
    text = "The trust said the old hospital will not close in May."
    negative = answering(text, "said", "the old hospital will not close in May", Stance.ASSERTS)
    (statement,) = negative.statements
    statement = dataclasses.replace(statement, polarity=found(text, Polarity.NEGATIVE))
    negative = dataclasses.replace(negative, statements=(statement,))
    other = answering("The trust said it had no ladder.", "said", "it had no ladder", Stance.ASSERTS)
    assert responses(negative) == [[("The trust", "denies")], []]
    assert responses(other) == [[], []]


def test_who_does_not_answer_is_silent_on_what_was_told_before() -> None:
    """A "declined to comment" without an object answers the claim that its report told just before it."""
    text = "The bridge has a crack, the Comet says.\n\nThe trust declined to comment."
    made = reading(text, [("The trust", "declined to comment", None)], publisher="The Echo", published=TUESDAY)
    (statement,) = made.statements
    declined = dataclasses.replace(
        statement, stance=found(text, Stance.DECLINES_COMMENT), speaker=speaker(text, "The trust")
    )
    made = with_voice(dataclasses.replace(made, statements=(declined,)), "The bridge has a crack, the Comet says.")
    entries = entries_of(claim(), made)
    first, second = entries.values()
    claims = [[member(first, "hospital")], [member(first, "bridge"), member(second, "bridge")]]
    assert [names(each) for each in respond(claims, entries, alike)] == [[], [("The trust", "declines-comment")]]


def test_the_object_of_a_silence_tells_what_it_is_about() -> None:
    """Who "did not respond to questions about the bridge" leaves open the claim that has the bridge."""
    silent = answering(
        "The trust did not respond to questions about the bridge.",
        "did not respond",
        "questions about the bridge",
        Stance.NO_RESPONSE,
    )
    assert responses(silent) == [[], [("The trust", "no-response")]]


def test_what_the_reading_links_is_answered() -> None:
    """A response whose report links it to a statement answers the claim that has this statement."""
    text = "The bridge has a crack, Ida Holm said. The trust rejected that."
    made = reading(
        text,
        [("Ida Holm", "said", "The bridge has a crack"), ("The trust", "rejected", "that")],
        publisher="The Echo",
        published=TUESDAY,
    )
    first, second = made.statements
    answers = Answer(statement=first.id, words=first.content, narrower=False, made_by=RULED)
    second = dataclasses.replace(
        second, stance=found(text, Stance.DISPUTES), answers=answers, speaker=speaker(text, "The trust")
    )
    made = dataclasses.replace(
        made, statements=(dataclasses.replace(first, stance=found(text, Stance.ASSERTS)), second)
    )
    entries = entries_of(claim(), made)
    one, other = entries.values()
    claims = [[member(one, "hospital")], [member(one, "bridge"), member(other, "bridge")]]
    assert [names(each) for each in respond(claims, entries, alike)] == [[], [("The trust", "disputes")]]


def test_a_member_that_denies_is_a_response_and_one_that_says_the_same_is_none() -> None:
    """What joins a claim as its denial responds to it, whatever its stance; a plain retelling does not."""
    denial = answering("The trust said it is staying where it is.", "said", "it is staying where it is", Stance.ASSERTS)
    retold = answering("The trust said the hospital will shut.", "said", "the hospital will shut", Stance.ASSERTS)
    confirmed = answering("The trust confirmed that the site goes.", "confirmed", "that the site goes", Stance.CONFIRMS)
    entries = entries_of(claim(), denial, retold, confirmed)
    first, second, third, fourth = entries.values()
    members = [
        member(first, "hospital"),
        member(second, "staying", Relation.DENIES),
        member(third, "shut"),
        member(fourth, "goes"),
    ]
    (found_,) = respond([members], entries, alike)
    assert sorted(names(found_)) == [("The trust", "confirms"), ("The trust", "denies")]


def test_one_response_in_two_reports_answers_one_claim() -> None:
    """Of two reports that carry one response the one that shows less gives it to the same claim."""
    whole = answering(
        "The trust said no hospital will close in May.", "said", "no hospital will close in May", Stance.ASSERTS
    )
    short = answering("The trust said nothing is shut.", "said", "nothing is shut", Stance.ASSERTS)
    assert responses(short) == [[], []]

    def one_response(text: str, other: str) -> float:
        """Return that the two answers are alike, and the share of words of anything else."""
        return 0.9 if {text, other} == {"no hospital will close in May", "nothing is shut"} else alike(text, other)

    entries = entries_of(claim(), whole, short)
    first = next(iter(entries.values()))
    found_, other = respond([[member(first, "hospital")], [member(first, "bridge")]], entries, one_response)
    assert sorted(one.words.text for one in found_) == ["no hospital will close in May", "nothing is shut"]
    assert other == ()


def test_an_outlet_withdraws_its_own_report() -> None:
    """A sentence in which a report takes back what was told is a response of the outlet, without a statement."""
    text = "We reported that the old hospital will close in May.\n\nThat report was wrong and we withdraw it."
    made = told(
        text, "We", "reported", "that the old hospital will close in May", publisher="The Comet", published=TUESDAY
    )
    made = with_voice(made, "That report was wrong and we withdraw it.")
    entries = entries_of(claim(), made)
    first, second = entries.values()
    (found_,) = respond([[member(first, "hospital"), member(second, "hospital")]], entries, alike)
    assert [(one.name, one.stance, one.statement) for one in found_] == [("The Comet", Stance.RETRACTS, None)]


def test_a_quote_without_a_source_is_nobody_in_particular() -> None:
    """What somebody is quoted to deny whom the report does not name is no response of the outlet."""
    text = "And the hospital? “The old hospital will not close in May.”"
    made = with_voice(
        reading(text, publisher="The Echo", published=TUESDAY), "“The old hospital will not close in May.”"
    )
    entries = entries_of(claim(), made)
    (found_,) = respond([[member(next(iter(entries.values())), "hospital")]], entries, alike)
    assert [(one.name, one.named, one.speaker, one.stance) for one in found_] == [("", False, None, Stance.DENIES)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_reports_and_claims_changes_nothing(order: tuple[int, int]) -> None:
    """Responses are the same in whatever order entries and claims are given."""
    denials = [
        answering(
            "The trust denied that the bridge has a crack.", "denied", "that the bridge has a crack", Stance.DENIES
        ),
        answering(
            "Ole Dahl denied that the old hospital will close.",
            "denied",
            "that the old hospital will close",
            Stance.DENIES,
            "Ole Dahl",
        ),
    ]
    entries = entries_of(*(denials[place] for place in order), claim())
    said = list(entries.values())[-1]
    claims = [[member(said, "hospital")], [member(said, "bridge")]]
    made = respond([claims[place] for place in order], entries, alike)
    assert [names(made[order.index(place)]) for place in (0, 1)] == [
        [("Ole Dahl", "denies")],
        [("The trust", "denies")],
    ]


def test_no_claims_have_no_responses() -> None:
    """A story without claims has nothing to answer."""
    denial = answering("The trust denied that the bridge fell.", "denied", "that the bridge fell", Stance.DENIES)
    assert respond([], entries_of(denial), alike) == []


def test_words_are_places_in_the_report() -> None:
    """The words of a response are read from its report."""
    denial = answering(
        "The trust denied that the old hospital will close.",
        "denied",
        "that the old hospital will close",
        Stance.DENIES,
    )
    entries = entries_of(claim(), denial)
    first, second = entries.values()
    ((one,),) = respond([[member(first, "hospital")]], entries, alike)
    text = second.reading.report.text
    assert one.words == passage(text, "that the old hospital will close")
    assert (one.report, one.publisher, one.known_from) == (second.id, "The Echo", second.known_from)
    assert one.reasons
