"""Noun phrases before a verb, and what stands behind one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.phrases import Phrases
from reportedly.values import Along, Sentence, Span
from tests.reading.phrasing import tagged

BRIDGE = "The/DET old/ADJ bridge/NOUN has/AUX now/ADV fallen/VERB ,/PUNCT Berg/PROPN said/VERB ./PUNCT"


def phrases(words: str) -> Phrases:
    """Return what looks for phrases in tagged words, which are one sentence."""
    text, along = tagged(words)
    return Phrases(text, along, Along([Sentence(0, len(text), 0, len(along))] if text else []))


def shown(found: Phrases, span: Span | None) -> str | None:
    """Return the words of a span."""
    return None if span is None else found.text[span.start : span.end]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The/DET old/ADJ bridge/NOUN VERB/VERB", "The old bridge"),
        ("Yesterday/NOUN ,/PUNCT she/PRON VERB/VERB", "she"),
        (
            "When/SCONJ asked/VERB the/DET mayor/NOUN of/ADP Orvik/PROPN has/AUX also/ADV VERB/VERB",
            "the mayor of Orvik",
        ),
        ("one/NUM of/ADP the/DET owners/NOUN VERB/VERB", "one of the owners"),
        ("the/DET bank/NOUN 's/PART lawyer/NOUN VERB/VERB", "the bank 's lawyer"),
        ("a/DET retired/VERB officer/NOUN VERB/VERB", "a retired officer"),
        ("Ana/PROPN Ferro/PROPN ,/PUNCT the/DET mayor/NOUN ,/PUNCT VERB/VERB", "Ana Ferro , the mayor"),
        ("VERB/VERB the/DET bridge/NOUN", None),
        ("Quickly/ADV VERB/VERB", None),
        (",/PUNCT ,/PUNCT VERB/VERB", None),
        ("the/DET VERB/VERB", None),
    ],
)
def test_the_subject_of_a_verb(words: str, expected: str | None) -> None:
    """It is the phrase right before the verb and its auxiliaries, with what is joined to it by "of" or commas."""
    found = phrases(words)
    assert shown(found, found.subject(found.text.index("VERB"))) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("told/VERB the/DET Evening/PROPN Post/PROPN that/SCONJ", "Evening Post"),
        ("told/VERB reporters/NOUN ./PUNCT", "reporters"),
        ("told/VERB Orvik/PROPN 's/PART mayor/NOUN so/ADV", "Orvik 's mayor"),
        ("told/VERB the/DET head/NOUN of/ADP the/DET bank/NOUN", "head"),
        ("told/VERB the/DET old/ADJ ,/PUNCT", None),
        ("told/VERB him/PRON", None),
        ("told/VERB", None),
    ],
)
def test_the_object_behind_a_verb(words: str, expected: str | None) -> None:
    """It is the phrase right behind the verb, without its article."""
    found = phrases(words)
    assert shown(found, found.object(len("told"))) == expected


def test_the_rest_of_a_sentence() -> None:
    """It ends before the final marks, or before a limit, and begins behind marks."""
    found = phrases(BRIDGE)
    comma = found.text.index(",")
    assert shown(found, found.rest(comma)) == "Berg said"
    assert shown(found, found.rest(0, comma)) == "The old bridge has now fallen"
    assert found.rest(comma, comma + 1) is None
    assert found.rest(len(found.text)) is None


def test_a_span_is_cut_before_words() -> None:
    """Words stop a span wherever they stand but at its beginning."""
    found = phrases(BRIDGE)
    span = Span(0, len(found.text))
    assert shown(found, found.until(span, ["the", "has", ","])) == "The old bridge"
    assert found.until(span, ["the"]) == span


TAGS = st.sampled_from(["NOUN", "PROPN", "DET", "ADJ", "VERB", "AUX", "PUNCT", "PRON", "PART", "ADP", "ADV", "SCONJ"])
WORDS = st.sampled_from(["the", "Orvik", ",", "of", "'s", "’", "and", "that", "officials", "retired", "-", "a"])


@given(words=st.lists(st.builds("{}/{}".format, WORDS, TAGS), max_size=30), data=st.data())
def test_phrases_of_any_words(words: list[str], data: st.DataObject) -> None:
    """Whatever the words are called, a subject ends before its verb, and all else begins at its place or behind."""
    found = phrases(" ".join(words))
    place = data.draw(st.sampled_from([*(word.start for word in found.words), len(found.text)]))
    sentence = found.sentence(place)
    assert (sentence is None) is (place >= len(found.text))
    subject, behind, rest = found.subject(place), found.object(place), found.rest(place)
    assert subject is None or (0 <= subject.start < subject.end <= place)
    for span in (behind, rest):
        assert span is None or (place <= span.start < span.end <= len(found.text))
    if rest is not None:
        cut = found.until(rest, ["of", ","])
        assert rest.contains(cut)
        assert cut.start == rest.start
