"""Nouns for speakers, and the lexicons that have them."""

from __future__ import annotations

import importlib.resources
import re
import tomllib

import pytest

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.nouns import ending, guessed, noun
from reportedly.values import SpeakerKind

LEXICONS = ("roles", "bodies", "documents")


def listed(name: str) -> list[dict[str, list[str] | str]]:
    """Return the entries of a lexicon of nouns."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
    found: list[dict[str, list[str] | str]] = tomllib.loads(raw)["noun"]
    return found


@pytest.mark.parametrize(
    ("words", "singular", "kind", "plural"),
    [
        ("a senior official", "official", SpeakerKind.UNNAMED_PERSON, False),
        ("spokesmen", "spokesman", SpeakerKind.UNNAMED_PERSON, True),
        ("the deputies", "deputy", SpeakerKind.UNNAMED_PERSON, True),
        ("the prime minister", "prime minister", SpeakerKind.UNNAMED_PERSON, False),
        ("secretary - general", "secretary-general", SpeakerKind.UNNAMED_PERSON, False),
        ("the authorities", "authorities", SpeakerKind.GOVERNMENT, False),
        ("ministries", "ministry", SpeakerKind.GOVERNMENT, True),
        ("a news agency", "news agency", SpeakerKind.PUBLICATION, False),
        ("two analyses", "analysis", SpeakerKind.DOCUMENT, True),
    ],
)
def test_the_longest_noun_at_the_end_counts(words: str, singular: str, kind: SpeakerKind, plural: bool) -> None:  # noqa: FBT001 - a case's value
    """A phrase ends with the longest noun that a lexicon has, in any number, with what it makes of a speaker."""
    found = noun(words.split())
    assert found is not None
    assert (found[0].singular, found[0].kind, found[0].plural) == (singular, kind, plural)


def test_what_ends_a_name() -> None:
    """Words like "Line" make a name as its last word only, and a noun for a person ends no name of a body."""
    line = ending(["merrow", "line"])
    assert line is not None
    assert line[0].kind is SpeakerKind.ORGANISATION
    assert noun(["line"]) is None
    assert ending(["harbour", "master"]) is None


def test_words_of_no_lexicon() -> None:
    """Other words are no nouns for speakers; one that something else tells to be one has its number by its letters."""
    assert noun(["harbour"]) is None
    assert noun([]) is None
    assert guessed("divers", SpeakerKind.UNNAMED_PERSON).plural
    assert guessed("boss", SpeakerKind.UNNAMED_PERSON).singular == "boss"


@pytest.mark.parametrize("name", LEXICONS)
def test_every_entry_has_an_example_with_one_of_its_words(name: str) -> None:
    """Whoever checks a list finds one of its words in the sentence beside it, and no word twice in one entry."""
    for entry in listed(name):
        words = [word.partition("/")[0] for word in entry["words"]]
        assert len(set(words)) == len(words)
        example = str(entry["example"]).lower()
        assert any(re.search(rf"(?<!\w){re.escape(word)}", example) for word in words), example


def test_every_entry_on_anonymity_is_found_in_its_example() -> None:
    """What each entry looks for is found in its own example."""
    lexicon = Lexicon("anonymity")
    assert [entry.words for entry in lexicon.entries if not list(lexicon.matches(entry.example))] == []
