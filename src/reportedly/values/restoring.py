"""A reading from the plain values that `values.plain` made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.values import (
    Answer,
    Backing,
    Caution,
    Certainty,
    Channel,
    EvidenceKind,
    Finding,
    Headline,
    Hop,
    MadeBy,
    Orientation,
    Passage,
    Polarity,
    Predicate,
    Reading,
    Report,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
    Statement,
    Voice,
)
from reportedly.values.plain_circumstances import restore_place, restore_quantity, restore_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.values.plain import Plain

Value = TypeVar("Value")


def restore(plain: Plain, report: Report) -> Reading:
    """Return the reading of a report, whose text every span is a place in.

    It equals the reading that was encoded, but for what the contract leaves out (words, sentences, mentions) and the
    decimal places that were cut.
    """
    return _Restorer(report).reading(plain)


class _Restorer:
    """Makes values of one report's plain ones."""

    def __init__(self, report: Report) -> None:
        """Take the report."""
        self._report = report

    def reading(self, plain: Plain) -> Reading:
        """Return the whole."""
        voice, headline = plain["voice"], plain["headline"]
        return Reading(
            self._report,
            tuple(map(self._statement, plain["statements"])),
            tuple(Caution(warning["code"], warning["message"]) for warning in plain["warnings"]),
            wires=tuple(self._found(wire, str) for wire in plain["wires"]),
            voice=_voice(voice) if voice else None,
            headline=self._headline(headline) if headline else None,
            places=self._circumstances(plain["places"], restore_place),
            times=self._circumstances(plain["times"], restore_time),
            quantities=self._circumstances(plain["quantities"], restore_quantity),
        )

    def _circumstances(self, plain: list[Plain], restored: Callable[[Plain, str, MadeBy], Value]) -> tuple[Value, ...]:
        """Return the circumstances of one sort."""
        return tuple(restored(each, self._report.text, MadeBy(**each["made_by"])) for each in plain)

    def _statement(self, plain: Plain) -> Statement:
        """Return a statement."""
        return Statement(
            id=plain["id"],
            source=self._words(plain["source"]),
            cue=self._words(plain["cue"]),
            content=self._words(plain["content"]),
            parent=plain["parent"],
            confidence=plain["confidence"],
            made_by=MadeBy(**plain["made_by"]),
            speaker=self._speaker(plain["speaker"]),
            chain=tuple(map(self._hop, plain["chain"])),
            stance=self._maybe(plain["stance"], Stance),
            answers=self._answer(plain["answers"]) if plain["answers"] else None,
            certainty=self._maybe(plain["certainty"], Certainty),
            hedge=self._maybe(plain["hedge"], Certainty),
            polarity=self._maybe(plain["polarity"], Polarity),
            factuality=tuple(map(self._predicate, plain["factuality"])),
            orientation=self._maybe(plain["orientation"], Orientation),
            evidence=tuple(self._found(found, EvidenceKind) for found in plain["evidence"]),
            backing=tuple(map(self._backing, plain["backing"])),
            places=self._circumstances(plain["places"], restore_place),
            times=self._circumstances(plain["times"], restore_time),
            said_at=next(iter(self._circumstances([plain["said_at"]] if plain["said_at"] else [], restore_time)), None),
            quantities=self._circumstances(plain["quantities"], restore_quantity),
        )

    def _speaker(self, plain: Plain | None) -> Speaker | None:
        """Return who says so, if anybody."""
        return self._somebody(plain) if plain else None

    def _somebody(self, plain: Plain) -> Speaker:
        """Return a speaker."""
        return Speaker(
            id=plain["id"],
            name=self._maybe(plain["name"], str),
            kind=self._found(plain["kind"], SpeakerKind),
            role=self._maybe(plain["role"], str),
            affiliation=self._maybe(plain["affiliation"], str),
            country=self._maybe(plain["country"], str),
            named=plain["named"],
            count=self._maybe(plain["count"], int),
            reliability=self._maybe(plain["reliability"], str),
            anonymity=self._maybe(plain["anonymity"], str),
        )

    def _hop(self, plain: Plain) -> Hop:
        """Return a step of a chain."""
        return Hop(
            speaker=self._somebody(plain["speaker"]),
            words=self._words(plain["words"]),
            cue=self._words(plain["cue"]),
            channel=self._maybe(plain["channel"], Channel),
            platform=self._maybe(plain["platform"], str),
            certainty=self._maybe(plain["certainty"], Certainty),
            made_by=MadeBy(**plain["made_by"]),
        )

    def _answer(self, plain: Plain) -> Answer:
        """Return what a response answers."""
        return Answer(
            statement=plain["statement"],
            words=self._words(plain["words"]),
            narrower=plain["narrower"],
            made_by=MadeBy(**plain["made_by"]),
        )

    def _predicate(self, plain: Plain) -> Predicate:
        """Return a predicate."""
        return Predicate(
            words=self._words(plain["words"]),
            value=plain["value"],
            readers=plain["readers"],
            made_by=MadeBy(**plain["made_by"]),
        )

    def _backing(self, plain: Plain) -> Backing:
        """Return what is said to agree."""
        return Backing(
            words=self._words(plain["words"]),
            cue=self._words(plain["cue"]),
            speaker=self._speaker(plain["speaker"]),
            made_by=MadeBy(**plain["made_by"]),
        )

    def _headline(self, plain: Plain) -> Headline:
        """Return the headline beside the body."""
        within = self._report.text if plain["words_in"] == "text" else self._report.title or ""
        return Headline(
            words=Passage.of(within, plain["words"]),
            certainty=Certainty(plain["certainty"]),
            statement=plain["statement"],
            body=self._words(plain["body"]),
            body_certainty=Certainty(plain["body_certainty"]),
            stronger=plain["stronger"],
            made_by=MadeBy(**plain["made_by"]),
        )

    def _maybe(self, plain: Plain | None, kind: Callable[[Any], Value]) -> Finding[Value] | None:
        """Return a finding, or None for None."""
        return self._found(plain, kind) if plain else None

    def _found(self, plain: Plain, kind: Callable[[Any], Value]) -> Finding[Value]:
        """Return a finding whose value is of this kind."""
        return Finding(kind(plain["value"]), self._words(plain["words"]), MadeBy(**plain["made_by"]))

    def _words(self, pairs: list[list[int]]) -> Passage:
        """Return a passage of the report's text."""
        return Passage.of(self._report.text, pairs)  # type: ignore[arg-type] # pairs are lists of two in JSON


def _voice(plain: Plain) -> Voice:
    """Return how much of the text is whose."""
    return Voice(
        sentences=tuple(Span(start, end) for start, end in plain["sentences"]),
        attributed=plain["attributed"],
        hedged=plain["hedged"],
        bare=plain["bare"],
    )
