"""A statement in one line."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportedly.exchange.line import Kind, deviations, who
from reportedly.values import (
    Backing,
    Certainty,
    Channel,
    Polarity,
    Reading,
    SpeakerKind,
    Stance,
)
from tests.building import RULED, found, hop, passage, reading, speaker, understood
from tests.strait import strait
from tests.strategies import readings

TEXT = (
    "Two senior officials told the Evening Post on Telegram that no boat left. Ana Ferro of the union doubted it, "
    "backed by maps. A usually reliable source and a memo reportedly agree."
)
PLAIN = reading(TEXT, [("Two senior officials", "told", "no boat left")])
POST = speaker(TEXT, "Evening Post", SpeakerKind.PUBLICATION)
FERRO = speaker(TEXT, "Ana Ferro", affiliation="union")
OFFICIALS = speaker(TEXT, "senior officials", SpeakerKind.UNNAMED_GROUP, count=2, role="officials")


def _who(made: Reading) -> str:
    """Return who says so."""
    return "".join(piece.text for piece in who(made.statements[0]))


def _told(made: Reading) -> list[str]:
    """Return what is not plain."""
    return [piece.text for piece in deviations(made.statements[0], {})]


def test_a_speaker_is_called_by_name_with_what_they_are() -> None:
    """Role and affiliation follow the name, unless it has their words; a source's described reliability is quoted."""
    assert _who(PLAIN) == "Two senior officials"
    assert _who(understood(PLAIN, 0, speaker=FERRO)) == "Ana Ferro, union"
    source = speaker(TEXT, "source", SpeakerKind.UNNAMED_PERSON, reliability="usually reliable")
    assert _who(understood(PLAIN, 0, speaker=source)) == "○ source, “usually reliable”, unnamed"
    assert _who(reading(TEXT, [(None, "reportedly", None)])) == "no source"


def test_the_unnamed_have_a_sign_and_a_word_and_their_number() -> None:
    """Neither colour nor place alone says that somebody is not named."""
    assert _who(understood(PLAIN, 0, speaker=OFFICIALS)) == "○ senior officials (2), unnamed"
    assert [piece.kind for piece in who(understood(PLAIN, 0, speaker=OFFICIALS).statements[0])] == [
        Kind.UNNAMED,
        Kind.NAME,
        Kind.ABOUT,
        Kind.UNNAMED,
    ]


def test_the_plain_is_silent() -> None:
    """What asserts, is stated and positive, and comes straight to the publisher, has nothing behind the speaker."""
    made = understood(
        PLAIN,
        0,
        speaker=OFFICIALS,
        chain=(hop(TEXT, "The Strait Observer"), hop(TEXT, OFFICIALS, "Two senior officials", "told")),
        stance=found(TEXT, Stance.ASSERTS),
        certainty=found(TEXT, Certainty.STATED),
        polarity=found(TEXT, Polarity.POSITIVE),
    )
    assert _told(made) == []
    assert _told(PLAIN) == []


@pytest.mark.parametrize(
    ("stance", "certainty", "said"),
    [
        (Stance.CANNOT_CONFIRM, Certainty.STATED, ["cannot confirm"]),
        (Stance.PREDICTS, Certainty.PREDICTED, ["predicts"]),
        (Stance.SUPPOSES, Certainty.BELIEVED, ["supposes"]),
        (Stance.SUPPOSES, Certainty.POSSIBLE, ["supposes", "possible"]),
        (Stance.ASSERTS, Certainty.HEARSAY, ["hearsay"]),
    ],
)
def test_stance_and_certainty_stand_where_they_deviate(stance: Stance, certainty: Certainty, said: list[str]) -> None:
    """A certainty that goes without saying beside its stance is not said twice."""
    made = understood(PLAIN, 0, stance=found(TEXT, stance), certainty=found(TEXT, certainty))
    assert _told(made) == said


def test_a_reporters_hedge_is_told_in_its_own_words() -> None:
    """What the reporter adds is kept apart from the speaker's certainty."""
    made = understood(PLAIN, 0, hedge=found(TEXT, Certainty.HEARSAY, "reportedly"))
    assert _told(made) == ["hedged “reportedly”"]
    assert _told(understood(PLAIN, 0, hedge=found(TEXT, Certainty.HEARSAY))) == ["hedged: hearsay"]


def test_a_negation_is_told_where_it_cannot_be_seen() -> None:
    """Neither where the content's own words say it, nor where the stance does."""
    seen = understood(PLAIN, 0, polarity=found(TEXT, Polarity.NEGATIVE, "no"))
    assert _told(seen) == []
    unseen = understood(PLAIN, 0, polarity=found(TEXT, Polarity.NEGATIVE, "doubted"))
    assert _told(unseen) == ["not so"]
    assert _told(understood(unseen, 0, stance=found(TEXT, Stance.DENIES))) == ["denies"]


def test_hops_stand_between_publisher_and_speaker() -> None:
    """An outlet that was told is told so; other hops are ways, from the publisher inward, and have their sign."""
    first, post = hop(TEXT, "The Strait Observer"), hop(TEXT, POST, "Evening Post")
    last = hop(TEXT, OFFICIALS, "Two senior officials", "told")
    made = understood(PLAIN, 0, speaker=OFFICIALS, chain=(first, post, last))
    assert _told(made) == ["told Evening Post"]
    made = understood(PLAIN, 0, speaker=FERRO, chain=(first, post, last, hop(TEXT, FERRO, "Ana Ferro", "doubted")))
    assert _told(made) == ["via Evening Post ← ○ senior officials"]
    made = understood(PLAIN, 0, speaker=None, chain=(first, post))
    assert _told(made) == ["via Evening Post"]


@pytest.mark.parametrize(
    ("kind", "channel", "said"),
    [
        (SpeakerKind.PERSON, Channel.POST, ["in a post on Telegram"]),
        (SpeakerKind.PERSON, Channel.SPEECH, ["in a speech on Telegram"]),
        (SpeakerKind.DOCUMENT, Channel.DOCUMENT, []),
    ],
)
def test_a_channel_is_told_unless_the_speaker_is_one(kind: SpeakerKind, channel: Channel, said: list[str]) -> None:
    """A document speaks in a document."""
    memo = speaker(TEXT, "memo", kind)
    last = hop(TEXT, memo, "memo", channel=found(TEXT, channel), platform=found(TEXT, "Telegram", "Telegram"))
    made = understood(PLAIN, 0, speaker=memo, chain=(hop(TEXT, "The Strait Observer"), last))
    assert _told(made) == said


def test_backing_is_told_in_its_own_words() -> None:
    """The phrase stands as it does in the report."""
    words = passage(TEXT, "backed by maps")
    backing = Backing(words=words, cue=passage(TEXT, "backed"), speaker=None, made_by=RULED)
    assert _told(understood(PLAIN, 0, backing=(backing,))) == ["“backed by maps”"]


def test_what_is_answered_is_told_by_its_number() -> None:
    """A response that answers a statement has its number."""
    made = strait()
    numbers = {statement.id: number for number, statement in enumerate(made.statements, 1)}
    assert [piece.text for piece in deviations(made.statements[1], numbers)] == ["cannot confirm", "answers 1"]


@given(readings())
def test_no_piece_is_empty_and_each_stands_in_a_line(made: Reading) -> None:
    """Whatever a reading holds, there is somebody or the sign of nobody, and no line end."""
    for statement in made.statements:
        pieces = [*who(statement), *deviations(statement, {})]
        assert {piece.kind for piece in pieces} & {Kind.NAME, Kind.NOBODY}
        assert all(piece.text.strip() and "\n" not in piece.text for piece in pieces)
