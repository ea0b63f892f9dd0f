"""Whether words mean a speaker's own side."""

from __future__ import annotations

import dataclasses

import pytest

from reportedly.reading.sides import own_side, states_of
from reportedly.values import SpeakerKind
from tests.building import found, reading, speaker

TEXT = "Ana Ferro, spokeswoman of Meridian Lines, said so."
GOVERNMENT, ORGANISATION, PERSON = SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION, SpeakerKind.PERSON


@pytest.mark.parametrize(
    ("subject", "kind", "own"),
    [
        ("we", PERSON, True),
        ("our ships", PERSON, True),
        ("she", PERSON, True),
        ("she", ORGANISATION, False),
        ("it", ORGANISATION, True),
        ("it", PERSON, False),
        ("they", ORGANISATION, True),
        ("its crew", ORGANISATION, True),
        ("his successor", PERSON, False),
        ("Ferro", PERSON, True),
        ("Ana Ferro", PERSON, True),
        ("Marenko", PERSON, False),
        ("the company", ORGANISATION, True),
        ("the company", GOVERNMENT, False),
        ("the army", GOVERNMENT, True),
        ("the army", ORGANISATION, False),
        ("Norwegian ships", GOVERNMENT, True),
        ("Danish ships", GOVERNMENT, False),
        ("", PERSON, False),
    ],
)
def test_ones_own_side(subject: str, kind: SpeakerKind, *, own: bool) -> None:
    """Pronouns, names, the state and what bodies are called tell it, each with the kinds of speakers it goes with."""
    made = reading(TEXT, [("Ana Ferro", "said", "so")]).statements[0]
    who = dataclasses.replace(speaker(TEXT, "Ana Ferro", kind), country=found(TEXT, "NO"))
    assert own_side(subject, dataclasses.replace(made, speaker=who), quoted=False) is own


def test_a_spokeswomans_side_is_the_body_she_speaks_for() -> None:
    """What a person says of "it" or "the company" is of the body to which that person belongs."""
    made = reading(TEXT, [("Ana Ferro", "said", "so")]).statements[0]
    who = speaker(TEXT, "Ana Ferro", role="spokeswoman", affiliation="Meridian Lines")
    made = dataclasses.replace(made, speaker=who)
    assert own_side("it", made, quoted=False)
    assert own_side("the company", made, quoted=False)
    assert own_side("Meridian Lines", made, quoted=True)


def test_quoted_words_have_pronouns_of_their_own() -> None:
    """Within quotation marks only the first person is the speaker."""
    made = reading(TEXT, [("Ana Ferro", "said", "so")]).statements[0]
    assert own_side("I", made, quoted=True)
    assert not own_side("she", made, quoted=True)


def test_nobody_has_no_side() -> None:
    """Without a source no pronoun means the speaker."""
    made = reading(TEXT, [(None, "said", "so")]).statements[0]
    assert not own_side("they", made, quoted=False)


def test_states_of_a_subject() -> None:
    """A state is known by its name and by its people."""
    assert states_of("Norwegian ships") == {"NO"}
    assert states_of("the United Kingdom") == {"GB"}
    assert states_of("the harbour") == set()
