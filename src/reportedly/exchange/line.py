"""A statement in one line for people: who says so, and whatever is not plain about it.

A plain statement (`asserts`, `stated`, `positive`, straight to the publisher) has nothing but its speaker: what
deviates must stand out. All words come from the report, or from `wording`.
"""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

from reportedly.exchange import wording
from reportedly.exchange.visible import one_line
from reportedly.values import Certainty, Channel, Polarity, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.values import Hop, Speaker, Statement

UNNAMED = "○"
"""Stands before whoever is not named, beside the word `unnamed`."""

NOBODY = "no source"
"""Stands where the report says of nobody that they say so."""

ALREADY_SAID = {(Stance.PREDICTS, Certainty.PREDICTED), (Stance.SUPPOSES, Certainty.BELIEVED)}
"""A certainty that goes without saying beside its stance."""

_TELLING = frozenset({"tell", "tells", "telling", "told"})


class Kind(enum.StrEnum):
    """What a piece of a line is."""

    NAME = "name"
    NOBODY = "nobody"
    ABOUT = "about"
    UNNAMED = "unnamed"
    STANCE = "stance"
    CERTAINTY = "certainty"
    HEDGE = "hedge"
    POLARITY = "polarity"
    HOPS = "hops"
    CHANNEL = "channel"
    EVIDENCE = "evidence"
    BACKING = "backing"
    ANSWERS = "answers"


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line."""

    kind: Kind
    text: str


def who(statement: Statement) -> list[Piece]:
    """Return who says so, to be set side by side: the sign of the unnamed, the name, and what they are."""
    speaker = statement.speaker
    source = one_line(statement.source.text)
    if speaker is None:
        return [Piece(Kind.NAME, source) if source else Piece(Kind.NOBODY, NOBODY)]
    name = called(speaker, source)
    about = [one_line(each.value) for each in (speaker.role, speaker.affiliation) if each]
    said = name.casefold()
    kept: list[str] = []
    for words in about:
        if words and words.casefold() not in said:
            kept.append(words)
            said += " " + words.casefold()
    if speaker.reliability:
        kept.append(f"“{one_line(speaker.reliability.value)}”")
    many = f" ({speaker.count.value})" if speaker.count and not speaker.named else ""
    rest = many + "".join(f", {words}" for words in kept)
    if speaker.named:
        return [Piece(Kind.NAME, name), *([Piece(Kind.ABOUT, rest)] if rest else [])]
    sign, word = Piece(Kind.UNNAMED, f"{UNNAMED} "), Piece(Kind.UNNAMED, "unnamed")
    return [sign, Piece(Kind.NAME, name), Piece(Kind.ABOUT, f"{rest}, "), word]


def called(speaker: Speaker, otherwise: str = "") -> str:
    """Return what a speaker is called: the name, or other words, or what kind of speaker it is."""
    name = one_line(speaker.name.value) if speaker.name else ""
    return name or otherwise or wording.KINDS[speaker.kind.value]


def deviations(statement: Statement, numbers: Mapping[str, int]) -> list[Piece]:
    """Return what is not plain, each to be set apart; `numbers` tells the number of a statement by its id."""
    return [piece for part in (_manner, _way, _ground) for piece in part(statement)] + list(
        _answers(statement, numbers)
    )


def _manner(statement: Statement) -> Iterator[Piece]:
    """Give what the speaker does, how sure it sounds, and what the report adds to that."""
    stance = statement.stance.value if statement.stance else Stance.ASSERTS
    certainty = statement.certainty.value if statement.certainty else Certainty.STATED
    if stance is not Stance.ASSERTS:
        yield Piece(Kind.STANCE, wording.STANCES[stance])
    if certainty is not Certainty.STATED and (stance, certainty) not in ALREADY_SAID:
        yield Piece(Kind.CERTAINTY, wording.CERTAINTIES[certainty])
    if statement.hedge:
        words = one_line(statement.hedge.words.text)
        yield Piece(
            Kind.HEDGE, f"hedged “{words}”" if words else f"hedged: {wording.CERTAINTIES[statement.hedge.value]}"
        )
    if _denied_unseen(statement, stance):
        yield Piece(Kind.POLARITY, "not so")


def _denied_unseen(statement: Statement, stance: Stance) -> bool:
    """Say whether the content is said not to be so, and neither the stance nor the words of the content tell."""
    polarity = statement.polarity
    if polarity is None or polarity.value is not Polarity.NEGATIVE or stance in {Stance.DENIES, Stance.DISPUTES}:
        return False
    return not any(piece.contains(word) for word in polarity.words.spans for piece in statement.content.spans)


def _way(statement: Statement) -> Iterator[Piece]:
    """Give the hops between the publisher and the speaker, and the channel of the speaker's words."""
    if not statement.chain:
        return
    between = statement.chain[1:-1] if statement.speaker else statement.chain[1:]
    last = statement.chain[-1]
    channel = last.channel.value if statement.speaker and last.channel else None
    told = channel in {None, Channel.INTERVIEW} and _told(last, between)
    if between:
        names = " ← ".join(("" if hop.speaker.named else f"{UNNAMED} ") + called(hop.speaker) for hop in between)
        yield Piece(Kind.HOPS, f"told {names}" if told else f"via {names}")
    relayed = bool(between) and channel is Channel.OTHER_OUTLET
    if channel and not told and not relayed and not _said_by_kind(last.speaker, channel):
        where = f" on {one_line(last.platform.value)}" if last.platform else ""
        yield Piece(Kind.CHANNEL, wording.CHANNELS[channel] + where)


def _told(last: Hop, between: tuple[Hop, ...]) -> bool:
    """Say whether the speaker told it to the one outlet between, as the cue has it."""
    words = last.cue.text.split(maxsplit=1)
    outlets = [hop.speaker.kind.value is SpeakerKind.PUBLICATION for hop in between]
    return outlets == [True] and bool(words) and words[0].lower() in _TELLING


def _said_by_kind(speaker: Speaker, channel: Channel) -> bool:
    """Say whether the channel goes without saying: a document speaks in a document."""
    return speaker.kind.value is SpeakerKind.DOCUMENT and channel in {Channel.DOCUMENT, Channel.REPORT, Channel.LETTER}


def _ground(statement: Statement) -> Iterator[Piece]:
    """Give what the speaker rests on, and what is said to back it."""
    kinds = dict.fromkeys(wording.EVIDENCE[found.value] for found in statement.evidence)
    if kinds:
        yield Piece(Kind.EVIDENCE, "rests on " + ", ".join(kinds))
    for backing in statement.backing:
        words = one_line(backing.words.text)
        if words:
            yield Piece(Kind.BACKING, f"“{words}”")
        elif backing.speaker:
            yield Piece(Kind.BACKING, f"backed by {called(backing.speaker)}")


def _answers(statement: Statement, numbers: Mapping[str, int]) -> Iterator[Piece]:
    """Give the number of the statement that this one answers, if any."""
    answers = statement.answers
    number = numbers.get(answers.statement or "") if answers else None
    if answers and number is not None:
        yield Piece(Kind.ANSWERS, f"answers {number}" + (", more narrowly" if answers.narrower else ""))
