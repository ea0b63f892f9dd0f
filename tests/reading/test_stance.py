"""What a speaker does with the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.stance import Stances
from reportedly.values import Passage, Report, SpeakerKind, Stance
from tests.building import reading
from tests.reading.phrasing import phrased

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

GOVERNMENT, ORGANISATION, PERSON = SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION, SpeakerKind.PERSON


def stance(pipeline: Pipeline, phrase: str, kind: SpeakerKind | None = None, country: str | None = None) -> Stance:
    """Return the stance of a phrase."""
    found = phrased(pipeline, phrase, [Stances()], kind=kind, country=country).stance
    assert found is not None
    assert found.made_by.stage == "stance"
    assert found.made_by.reason
    return found.value


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The mayor | walked back | her remark about the pier", "retracts"),
        ("The agency | withdrew | its earlier report", "retracts"),
        ("The agency | corrected | the toll to nine", "corrects"),
        ("The owner | did not respond to | a letter", "no-response"),
        ("The captain | could not be reached | ", "no-response"),
        ("The court | did not say | who was present", "no-response"),
        ("The bank | did not deny | it", "no-response"),
        ("The bank | declined to comment | ", "declines-comment"),
        ("The bank | declined | to discuss the loan", "declines-comment"),
        ("The court | declined | to step in", "asserts"),
        ("The minister | refused to rule out | a strike", "asserts"),
        ("The Post | could not independently verify | the footage", "cannot-confirm"),
        ("The ministry | neither confirmed nor denied | the visit", "cannot-confirm"),
        ("The mayor | stopped short of confirming | the raid", "cannot-confirm"),
        ("The base | refused to confirm | the landing", "cannot-confirm"),
        ("The ministry | has yet to confirm | the arrest", "not-yet-confirmed"),
        ("The court | has not announced | a date", "not-yet-confirmed"),
        ("The garrison | referred questions | to the army", "deflects"),
        ("The carrier | admitted | that the valve was old", "confirms"),
        ("The army | denied | that its guns had fired", "denies"),
        ("The ministry | rejected | the accusations", "denies"),
        ("Fishermen | disputed | the survey", "disputes"),
        ("The guild | pushed back on | the plan", "disputes"),
        ("The ambassador | called | the list a forgery", "disputes"),
        ("The miners | threatened | to walk out", "threatens"),
        ("The rebels | vowed | to strike the port", "threatens"),
        ("The council | promised | an inquiry", "promises"),
        ("The railway | plans | to reopen the line", "promises"),
        ("The firm | agreed | to pay", "promises"),
        ("The bishop | urged | restraint", "asks"),
        ("The union | called for | an inquiry", "asks"),
        ("The ranger | suggested | closing the path", "asks"),
        ("The ranger | suggested | that the path was steep", "asserts"),
        ("The judge | warned | officials against destroying papers", "asks"),
        ("The parents | want | the school to reopen", "asks"),
        ("The parents | want | a school", "supposes"),
        ("The bureau | expects | the river to rise", "predicts"),
        ("Residents | fear | that the road will go", "supposes"),
        (" | is thought to be | the oldest bridge", "supposes"),
        ("The owner | said | the bridge was closed", "asserts"),
        ("The owner | told the press | that the bridge was closed", "asserts"),
        ("The log | according to | the ferry was full", "asserts"),
    ],
)
def test_the_cue_tells(pipeline: Pipeline, phrase: str, expected: str) -> None:
    """A cue that does more than say decides, with its negation and the words it goes with."""
    assert stance(pipeline, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The ministry | said | it had no comment", "declines-comment"),
        ("The ministry | said | “ We can't confirm that", "cannot-confirm"),
        ("The ministry | said | it had read the paper, but it could not confirm it", "cannot-confirm"),
        ("The ministry | said | that was a question for the regulator", "deflects"),
        ("The envoy | said | “ That is a lie", "disputes"),
        ("The envoy | said | the report was entirely false", "disputes"),
        ("The envoy | said | the well was dry", "asserts"),
        ("The envoy | said | “ We call on both sides to stop", "asks"),
        ("The envoy | said | “ Stop the works", "asks"),
        ("The envoy | told | him to leave", "asks"),
        ("The envoy | said | “ You should leave the town", "asks"),
        ("The envoy | said | nine had died, not twelve as previously reported", "corrects"),
        ("The envoy | said | the river would rise", "predicts"),
        ("The envoy | said | “ The river will rise", "predicts"),
        ("The envoy | said | if the wind turned, the river would rise", "asserts"),
        ("The envoy | said | he thought that the river would rise", "asserts"),
    ],
)
def test_the_content_tells_where_the_cue_only_says(pipeline: Pipeline, phrase: str, expected: str) -> None:
    """A content may refuse, deny, ask or predict by its main clause."""
    assert stance(pipeline, phrase) == expected


@pytest.mark.parametrize(
    ("phrase", "kind", "expected"),
    [
        ("The railway | said | it would reopen the line", ORGANISATION, "promises"),
        ("The railway | said | the line would be reopened", ORGANISATION, "promises"),
        ("The railway | said | the line would rust", ORGANISATION, "predicts"),
        ("Ferro | said | he would appeal", PERSON, "promises"),
        ("Ferro | said | “ We will appeal", PERSON, "promises"),
        ("Ferro | said | “ He will appeal", PERSON, "predicts"),
        ("Ferro | said | the army would withdraw", PERSON, "predicts"),
        ("The ministry | said | the army would withdraw", GOVERNMENT, "promises"),
        ("The ministry | warned | it would strike the port", GOVERNMENT, "threatens"),
        ("The ministry | said | it would strike the port", GOVERNMENT, "threatens"),
        ("The ministry | warned | that the river would rise", GOVERNMENT, "predicts"),
        ("The ministry | warned | that the dam was cracked", GOVERNMENT, "asserts"),
        ("The ministry | said | it had nothing to do with the spill", GOVERNMENT, "denies"),
        ("The ministry | maintains | that it did not fire on the ship", GOVERNMENT, "denies"),
        ("The mill | dismissed | claims that it had failed", ORGANISATION, "denies"),
        ("The mill | dismissed | claims that the dam had failed", ORGANISATION, "disputes"),
    ],
)
def test_it_matters_whose_act_it_is(pipeline: Pipeline, phrase: str, kind: SpeakerKind, expected: str) -> None:
    """What the speaker's own side will do is promised or threatened, what others will do is predicted."""
    assert stance(pipeline, phrase, kind) == expected


def test_a_denial_concerns_ones_own_side(pipeline: Pipeline) -> None:
    """A state that denies what another is said to have done disputes it."""
    assert stance(pipeline, "Norway | denied | that Norwegian ships had fired", GOVERNMENT, "NO") is Stance.DENIES
    assert stance(pipeline, "Norway | denied | that Danish ships had fired", GOVERNMENT, "NO") is Stance.DISPUTES


def test_the_words_are_those_that_tell(pipeline: Pipeline) -> None:
    """A stance keeps the words it was read from: those of the cue, or of the content's main clause."""
    by_cue = phrased(pipeline, "The bank | declined | to discuss the loan", [Stances()]).stance
    by_content = phrased(pipeline, "The ministry | said | it had no comment", [Stances()]).stance
    assert by_cue is not None
    assert by_cue.words.text == "declined to discuss"
    assert by_content is not None
    assert by_content.words.text == "no comment"


def test_nothing_at_all_is_an_assertion() -> None:
    """A statement without words and without a speaker asserts."""
    made = reading("?", [(None, None, None)])
    proposed = Stances()(made).statements
    assert proposed is not None
    assert proposed[0].stance is not None
    assert proposed[0].stance.value is Stance.ASSERTS
    assert proposed[0].stance.words == Passage("?")


def test_every_statement_has_a_stance(pipeline: Pipeline) -> None:
    """The pipeline leaves no statement without one."""
    text = "Ferro said the bridge was closed. The owner did not respond. The mayor promised a review."
    made = pipeline.read(Report(text=text))
    assert made.statements
    assert all(statement.stance for statement in made.statements)


@pytest.mark.parametrize("name", ["stances", "replies", "certainties", "polarities", "orientations", "acts"])
def test_every_entry_is_found_in_its_example(name: str) -> None:
    """No entry is hidden behind one that stands before it in the file."""
    lexicon = Lexicon(name)
    for entry in lexicon.entries:
        found = [match for match in lexicon.matches(entry.example) if match.entry is entry]
        assert found, entry
        assert all(entry.example[match.start : match.end].strip() for match in found)
