"""Sentences so plain that no model worth shipping misreads them: who says it, and what is said."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from reportedly.values import Report

if TYPE_CHECKING:
    from reportedly.reading import Pipeline
    from reportedly.values import Statement


@dataclasses.dataclass(frozen=True, slots=True)
class Plain:
    """A sentence, words of the source (None where it names none), words of the cue, and words of the content."""

    sentence: str
    source: str | None
    cue: str
    content: tuple[str, ...]
    pieces: int | None = 1
    """In how many pieces the content stands; None where one reader's cue is another's content."""


PLAIN = {
    "direct quotation": Plain(
        "“The north pier will stay shut until the spring,” said Captain Ilse Morrow, who runs the harbour at Sorrenby.",
        "Captain Ilse Morrow",
        "said",
        ("The north pier will stay shut until the spring",),
    ),
    "quotation behind its source": Plain(
        "Harbour master Jon Tarn said: “We closed the pier because the piles had rotted.”",
        "Jon Tarn",
        "said",
        ("We closed the pier because the piles had rotted",),
    ),
    "quotation in straight marks": Plain(
        '"Nobody warned us about the fire," said Lena Hart, a teacher from Corvane.',
        "Lena Hart",
        "said",
        ("Nobody warned us about the fire",),
    ),
    "quotation in two pieces": Plain(
        "“The engine room was full of smoke,” Anna Pell said. “We could not see the ladder.”",
        "Anna Pell",
        "said",
        ("The engine room was full of smoke", "We could not see the ladder"),
        pieces=2,
    ),
    "indirect": Plain(
        "Mayor Odile Brandt said the city would repair the drawbridge before the winter storms.",
        "Mayor Odile Brandt",
        "said",
        ("the city would repair the drawbridge before the winter storms",),
    ),
    "according to, in front": Plain(
        "According to the transport ministry, three of the five ferries failed their safety inspection.",
        "the transport ministry",
        "According to",
        ("three of the five ferries failed their safety inspection",),
    ),
    "according to, behind": Plain(
        "Three of the five ferries failed their safety inspection, according to the transport ministry.",
        "the transport ministry",
        "according to",
        ("Three of the five ferries failed their safety inspection",),
    ),
    "denial": Plain(
        "The shipping company denied that its crew had ignored the warning.",
        "The shipping company",
        "denied",
        ("its crew had ignored the warning",),
    ),
    "no comment": Plain(
        "A spokesman for the shipping company declined to comment on the investigation.",
        "spokesman for the shipping company",
        "declined",
        ("the investigation",),
    ),
    "told": Plain(
        "Chief engineer Tomas Wend told reporters that the crane had been inspected in March.",
        "Tomas Wend",
        "told",
        ("the crane had been inspected in March",),
    ),
    "claim": Plain(
        "The union claims that the port has not paid its divers since June.",
        "The union",
        "claims",
        ("the port has not paid its divers since June",),
    ),
    "unnamed": Plain(
        "Two officials said the minister knew about the leak in January.",
        "Two officials",
        "said",
        ("the minister knew about the leak in January",),
    ),
    "belief": Plain(
        "Police believe the fire was started deliberately.",
        "Police",
        "believe",
        ("the fire was started deliberately",),
    ),
    "warning": Plain(
        "Senator Ruth Calloway warned that the new tariff would close half of the mills in the valley.",
        "Senator Ruth Calloway",
        "warned",
        ("the new tariff would close half of the mills in the valley",),
    ),
    "document": Plain(
        "The report concluded that the dam had been weakened by years of neglect.",
        "The report",
        "concluded",
        ("the dam had been weakened by years of neglect",),
    ),
    "confirmation": Plain(
        "The hospital confirmed that eleven passengers had been treated for burns.",
        "The hospital",
        "confirmed",
        ("eleven passengers had been treated for burns",),
    ),
    "announcement": Plain(
        "The president announced that the border would reopen on Friday.",
        "The president",
        "announced",
        ("the border would reopen on Friday",),
    ),
    "no source, within the sentence": Plain(
        "The company is reportedly planning to close two of its three shipyards.",
        None,
        "reportedly",
        ("close two of its three shipyards",),
        pieces=None,
    ),
}


@pytest.mark.parametrize("before", ["", "The ferry sank on Monday night.\n\n"], ids=["alone", "in a report"])
@pytest.mark.parametrize("name", PLAIN)
def test_plain_sentence_is_read(name: str, before: str, pipeline: Pipeline) -> None:
    """A plain sentence makes one statement by itself: its source names who says so, its content what is said."""
    plain = PLAIN[name]
    statement = _said_by(pipeline, before + plain.sentence, plain.cue)
    if plain.source is None:
        assert not statement.source
    else:
        assert plain.source in statement.source.text
        assert plain.source not in statement.content.text
    assert all(words in statement.content.text for words in plain.content), statement.content.texts
    assert plain.pieces in {None, len(statement.content.spans)}


def _said_by(pipeline: Pipeline, text: str, cue: str) -> Statement:
    """Return the one statement by itself that this cue attributes."""
    found = [one for one in pipeline.read(Report(text=text)).statements if cue in one.cue.text and one.parent is None]
    assert len(found) == 1, found
    return found[0]


def test_who_says_what_is_told_apart(pipeline: Pipeline) -> None:
    """In a report with several speakers, each is given its own words."""
    text = (
        "Ferry company denies fault\n\n"
        "Mayor Odile Brandt said the ferry had left too late. The ferry company denied that it had broken any rule.\n\n"
        "“I heard the alarm twice,” said Anna Pell, a passenger.\n\n"
        "According to the coast guard, the sea was calm."
    )
    statements = pipeline.read(Report(text=text)).statements
    pairs = {one.source.text.split(",")[0]: one.content.text for one in statements}
    assert pairs["Mayor Odile Brandt"] == "the ferry had left too late"
    assert "it had broken any rule" in pairs["The ferry company"]
    assert pairs["Anna Pell"] == "I heard the alarm twice"
    assert pairs["the coast guard"] == "the sea was calm"


def test_nothing_is_attributed_where_nobody_speaks(pipeline: Pipeline) -> None:
    """A report in which nobody says anything has no statements."""
    text = "The ferry left at noon. It rained. Forty passengers and nine lorries were on board."
    assert pipeline.read(Report(text=text)).statements == ()
