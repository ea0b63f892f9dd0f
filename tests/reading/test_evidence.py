"""What a speaker is said to rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.evidence import Evidence
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.speakers import Speakers
from reportedly.reading.stance import Stances
from reportedly.values import EvidenceKind
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

STAGES = (Speakers(), Stances(), Evidence())
LEXICONS = (Lexicon("evidence"), Lexicon("evidence_sources"))
TEXTS = prose([entry.example for lexicon in LEXICONS for entry in lexicon.entries])


def evidence(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Return the kinds of evidence of the first statement of a marked text, each with its words."""
    found = marked(pipeline, text, STAGES).statements[0].evidence
    assert all(each.made_by.stage == "evidence" and each.made_by.reason for each in found)
    return [(each.value.value, each.words.text) for each in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[Satellite images] <show> {craters on the runway}.", "imagery"),
        ("[Berg] <said> {satellite images showed craters on the runway}.", "imagery"),
        ("[The ministry] <said> {the base was empty}, citing satellite imagery.", "imagery"),
        ("[Officials] <said> {intercepted phone calls showed that the unit had withdrawn}.", "intercept"),
        ("[The service] <said> {it had intercepted two calls}.", "intercept"),
        ("{The valve was known to stick}, <according to> [a leaked memo].", "document"),
        ("[Court filings] <show> {that the firm was fined}.", "document"),
        ("[Emails] <show> {that the owner was told}.", "document"),
        ("[A poll] <found> {that most want the road}.", "data"),
        ("[Police] <said> {tests had found lead in the water}.", "data"),
        ("Based on flight data, [the agency] <concluded> {that the plane turned back}.", "data"),
        ("[Berg] <said> {intelligence indicates that the depot is empty}.", "intelligence"),
        ("<Said> [the driver]: {I saw two men run to the pier}.", "own-observation"),
        ("[She] <said> {she had seen smoke over the hangar}.", "own-observation"),
        ("[Witnesses] <said> {the roof fell first}.", "own-observation"),
        ("[Inspectors] <found> {that the valve was open}.", "own-observation"),
        ("[The weekly] <reported> {that the bank was sold}, citing police.", "official-statement"),
        ("[The mayor] <said> {the dam was safe}, citing local media.", "other-media"),
        ("[She] <said> {she had learnt of the sale from the radio}.", "other-media"),
        (
            "[The Evening Post] <reported, citing> two people close to the board, {that the bank was sold}.",
            "unnamed-sources",
        ),
        ("[One] <said> {a foreman had told him that the visitors were guests}.", "unnamed-sources"),
        ("[She] <said> {she had been told that it was shut}.", "unnamed-sources"),
        ("[The paper] <reports> {the fire was set}; its report rests on one person.", "unnamed-sources"),
    ],
)
def test_what_is_rested_on(pipeline: Pipeline, text: str, kind: str) -> None:
    """Sources, words of citing and the content's main clause tell what a speaker rests on."""
    assert [found for found, _ in evidence(pipeline, text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "[Berg] <said> {the pier was shut}.",
        "[Berg] <said> {documents had been destroyed}.",
        "[Berg] <said> {the intelligence committee would meet}.",
        "[Berg] <said> {he had heard that}.",
        "[Berg] <said> {he had not seen anybody}.",
        "[The letter] <reads> {that parents want the road}.",
        "[Leading figures] <suggested> {a vote}.",
        "[The paper] <did not say> {whether it had seen the documents}.",
        "[Berg] <said> {she had been told by the minister}.",
        "[] <reportedly> {satellite images show craters}.",
    ],
)
def test_mere_topics_are_no_evidence(pipeline: Pipeline, text: str) -> None:
    """What is only mentioned, denied or asked for is nothing that a speaker rests on."""
    found = [kind for kind, _ in evidence(pipeline, text) if kind != "unnamed-sources" or "heard" not in text]
    assert found == []


def test_evidence_keeps_its_words(pipeline: Pipeline) -> None:
    """The words are those of the report that tell the kind, and each kind is there once."""
    text = "[Berg] <said> {satellite images showed craters}, citing satellite imagery and flight logs."
    assert evidence(pipeline, text) == [("imagery", "citing satellite imagery")]


def test_evidence_of_what_somebody_tells_is_the_teller_s(pipeline: Pipeline) -> None:
    """A document in a content is what the outer speaker rests on, not a speaker that rests on itself."""
    outer, inner = marked(pipeline, "[Berg] <said> {[the review] <shows> {that nobody left}}.", STAGES).statements
    assert [each.value for each in outer.evidence] == [EvidenceKind.DOCUMENT]
    assert inner.evidence == ()


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda lexicon: lexicon.name)
def test_the_lexicons_have_only_kinds(lexicon: Lexicon) -> None:
    """Every label is a kind of evidence, or leaves it to what is cited."""
    assert {entry.label for entry in lexicon.entries} <= {kind.value for kind in EvidenceKind} | {"cited"}


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_is_read(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the statements of a text, each kind is found once and its words stand in the text."""
    made = draw_reading(data, pipeline, TEXTS)
    statements = Evidence()(made).statements
    assert statements is not None
    for statement in statements:
        kinds = [each.value for each in statement.evidence]
        assert len(set(kinds)) == len(kinds)
        assert all(each.words for each in statement.evidence)
