"""Channels: by which way words went outward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.reading.chain import Chains
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.speakers import Speakers
from reportedly.values import Channel
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline


def told(pipeline: Pipeline, text: str, statement: int = -1) -> tuple[str | None, str | None]:
    """Return channel and platform of the speaker's hop of a marked text's statement."""
    read = marked(pipeline, text, [Speakers(), Chains()], publisher="The Merrow Herald")
    hop = read.statements[statement].chain[-1]
    return (hop.channel.value.value if hop.channel else None, hop.platform.value if hop.platform else None)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("[Ana Ferro] <said> {the port was shut}.", None),
        ("[Ana Ferro] <told> reporters {the port was shut}.", "press-conference"),
        ("{The port was shut}, [Ana Ferro] <said> at a news conference.", "press-conference"),
        ("[The firm] <said> in a brief statement {the port was shut}.", "statement"),
        ("In a statement, [the firm] <said> {the port was shut}.", "statement"),
        ("[The firm] <said> by email {the port was shut}.", "email"),
        ("[Ana Ferro] <told> parliament {the port was shut}.", "speech"),
        ("[Ana Ferro] <testified> {the port was shut}.", "speech"),
        ("{The port was shut}, [Ana Ferro] <said> in a speech in Lessa.", "speech"),
        ("[Ana Ferro] <said> in a letter {the port was shut}.", "letter"),
        ("[The tenants] <said> in a court filing {the port was shut}.", "document"),
        ("[The institute] <said> in a report {the port was shut}.", "report"),
        ("[Ana Ferro] <told> the Evening Post {the port was shut}.", "interview"),
        ("[Ana Ferro] <told> the Merrow Herald {the port was shut}.", "interview"),
        ("[Ana Ferro] <told> state television {the port was shut}.", "broadcast"),
        ("In remarks carried by Radio Corvane, [Ana Ferro] <said> {the port was shut}.", "broadcast"),
        ("[Ana Ferro], quoted by the agency Norrpress, <said> {the port was shut}.", "other-outlet"),
        ("[The indictment] <says> {the port was shut}.", "document"),
        ("[A study by the institute] <found> {the port was shut}.", "report"),
        ("[Ana Ferro] <told> her mother {the port was shut}.", None),
        ("[The Evening Post] <reported> {the port was shut}.", None),
    ],
)
def test_the_words_around_a_content_tell_the_channel(pipeline: Pipeline, text: str, channel: str | None) -> None:
    """A channel is read where the words say so, and only there."""
    assert told(pipeline, text)[0] == channel


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("[Ana Ferro] <wrote> on Telegram {the port was shut}.", "Telegram"),
        ("[Ana Ferro] <said> in a post on Truth Social {the port was shut}.", "Truth Social"),
        ("[Ana Ferro] <said> on X {the port was shut}.", "X"),
        ("[Ana Ferro] <said> in a statement on Facebook {the port was shut}.", "Facebook"),
        ("[Ana Ferro] <wrote> on Lantern {the port was shut}.", "Lantern"),
        ("[Photographs posted by a user of the messaging service Lantern] <show> {the port was shut}.", "Lantern"),
        ("[Ana Ferro] <tweeted> {the port was shut}.", None),
    ],
)
def test_a_post_keeps_its_platform(pipeline: Pipeline, text: str, platform: str | None) -> None:
    """A post is one wherever it was posted; the place is kept as it is called."""
    assert told(pipeline, text) == ("post", platform)


@pytest.mark.parametrize(
    "text",
    [
        "[Ana Ferro] <said> {the firm told reporters in a statement that the port was shut}.",
        "[Ana Ferro] <wrote> on Thursday {the port was shut}.",
        "[The Evening Post] <said> {the port was shut}.",
    ],
)
def test_what_only_looks_like_a_channel_is_none(pipeline: Pipeline, text: str) -> None:
    """The words of a content, a day and a newspaper's name tell no channel."""
    assert told(pipeline, text) == (None, None)


def test_a_channel_goes_on_with_its_speaker(pipeline: Pipeline) -> None:
    """A statement's channel is also that of what its speaker adds in the sentence, and of nothing before or within."""
    text = "In a statement, [Ana Ferro] <denied> {the report} and [she] <said> {the port was open}."
    assert told(pipeline, text, 0)[0] == told(pipeline, text, 1)[0] == "statement"
    text = "[Ana Ferro] <said> in a statement that {[the crew] <had told> her {the port was shut}}."
    assert told(pipeline, text, 0)[0] == "statement"
    assert told(pipeline, text, 1)[0] is None


@pytest.mark.parametrize("name", ["channels", "written"])
def test_every_label_is_a_channel(name: str) -> None:
    """The lexicons know no other channels than the closed list."""
    assert {entry.label for entry in Lexicon(name).entries} <= set(Channel)


@pytest.mark.parametrize("name", ["channels", "written", "passing", "doubting", "citing", "nested", "wires"])
def test_every_example_has_its_words(name: str) -> None:
    """An entry is found in its own example."""
    lexicon = Lexicon(name)
    for entry in lexicon.entries:
        assert list(lexicon.matches(entry.example)), entry.example
