"""A reading as plain values: dictionaries, lists, strings and numbers, as the JSON contract has them.

`values.restoring` makes a reading of them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.values.plain_circumstances import encode_place, encode_quantity, encode_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.values.finding import Finding, MadeBy
    from reportedly.values.reading import Headline, Reading, Voice
    from reportedly.values.report import Report
    from reportedly.values.speaker import Hop, Speaker
    from reportedly.values.statement import Answer, Backing, Predicate, Statement

Plain = dict[str, Any]

DIGITS = 4
"""Decimal places of a confidence, a score or a share: more would differ between processors without meaning anything."""


def plain_reading(reading: Reading, *, digits: int | None = DIGITS) -> Plain:
    """Return all that was read in a report, in the order and with the keys of the contract, but not the report itself.

    `digits` are the decimal places of confidences, scores and shares; None leaves them as they are.
    """
    return _Encoder(digits).reading(reading)


class _Encoder:
    """Makes plain values of one reading. A speaker who stands in many places is made once."""

    def __init__(self, digits: int | None) -> None:
        """Round to so many decimal places."""
        self._digits = digits
        self._speakers: dict[int, Plain] = {}

    def reading(self, reading: Reading) -> Plain:
        """Return the whole."""
        return {
            "statements": [self._statement(statement) for statement in reading.statements],
            **self._circumstances(reading),
            "wires": [self._found(wire) for wire in reading.wires],
            "voice": self._maybe(self._voice, reading.voice),
            "headline": self._maybe(self._headline, reading.headline, reading.report),
            "warnings": [{"code": warning.code, "message": warning.message} for warning in reading.warnings],
        }

    def _statement(self, statement: Statement) -> Plain:
        """Return a statement's part."""
        return {
            "id": statement.id,
            "source": statement.source.pairs,
            "cue": statement.cue.pairs,
            "content": statement.content.pairs,
            "parent": statement.parent,
            "confidence": self._rounded(statement.confidence),
            "made_by": self._made_by(statement.made_by),
            "speaker": self._maybe(self._speaker, statement.speaker),
            "unnamed": statement.unnamed,
            "chain": [self._hop(hop) for hop in statement.chain],
            "stance": self._maybe(self._found, statement.stance),
            "answers": self._maybe(self._answer, statement.answers),
            "certainty": self._maybe(self._found, statement.certainty),
            "hedge": self._maybe(self._found, statement.hedge),
            "polarity": self._maybe(self._found, statement.polarity),
            "factuality": [self._predicate(predicate) for predicate in statement.factuality],
            "orientation": self._maybe(self._found, statement.orientation),
            "evidence": [self._found(found) for found in statement.evidence],
            "backing": [self._backing(backing) for backing in statement.backing],
            **self._circumstances(statement),
            "said_at": None if statement.said_at is None else encode_time(statement.said_at, self._made_by),
        }

    def _circumstances(self, of: Reading | Statement) -> Plain:
        """Return the places, times and quantities of a report or of a statement."""
        return {
            "places": [encode_place(place, self._made_by) for place in of.places],
            "times": [encode_time(when, self._made_by) for when in of.times],
            "quantities": [encode_quantity(quantity, self._made_by) for quantity in of.quantities],
        }

    def _speaker(self, speaker: Speaker) -> Plain:
        """Return who says so."""
        made = self._speakers.get(id(speaker))
        if made is None:
            made = self._speakers[id(speaker)] = {
                "id": speaker.id,
                "name": self._maybe(self._found, speaker.name),
                "kind": self._found(speaker.kind),
                "role": self._maybe(self._found, speaker.role),
                "affiliation": self._maybe(self._found, speaker.affiliation),
                "country": self._maybe(self._found, speaker.country),
                "named": speaker.named,
                "count": self._maybe(self._found, speaker.count),
                "reliability": self._maybe(self._found, speaker.reliability),
                "anonymity": self._maybe(self._found, speaker.anonymity),
            }
        return made

    def _hop(self, hop: Hop) -> Plain:
        """Return a step of a chain."""
        return {
            "speaker": self._speaker(hop.speaker),
            "words": hop.words.pairs,
            "cue": hop.cue.pairs,
            "channel": self._maybe(self._found, hop.channel),
            "platform": self._maybe(self._found, hop.platform),
            "certainty": self._maybe(self._found, hop.certainty),
            "made_by": self._made_by(hop.made_by),
        }

    def _answer(self, answers: Answer) -> Plain:
        """Return what a response answers."""
        return {
            "statement": answers.statement,
            "words": answers.words.pairs,
            "narrower": answers.narrower,
            "made_by": self._made_by(answers.made_by),
        }

    def _predicate(self, predicate: Predicate) -> Plain:
        """Return a predicate with its factuality."""
        return {
            "words": predicate.words.pairs,
            "value": self._rounded(predicate.value),
            "readers": self._rounded(predicate.readers),
            "made_by": self._made_by(predicate.made_by),
        }

    def _backing(self, backing: Backing) -> Plain:
        """Return who or what is said to agree."""
        return {
            "words": backing.words.pairs,
            "cue": backing.cue.pairs,
            "speaker": self._maybe(self._speaker, backing.speaker),
            "made_by": self._made_by(backing.made_by),
        }

    def _voice(self, voice: Voice) -> Plain:
        """Return how much of the text is whose."""
        return {
            "sentences": [[span.start, span.end] for span in voice.sentences],
            "attributed": self._rounded(voice.attributed),
            "hedged": self._rounded(voice.hedged),
            "bare": self._rounded(voice.bare),
        }

    def _headline(self, headline: Headline, report: Report) -> Plain:
        """Return the headline beside the body."""
        return {
            "words": headline.words.pairs,
            "words_in": "text" if headline.words.within == report.text else "title",
            "certainty": headline.certainty.value,
            "statement": headline.statement,
            "body": headline.body.pairs,
            "body_certainty": headline.body_certainty.value,
            "stronger": headline.stronger,
            "made_by": self._made_by(headline.made_by),
        }

    def _found(self, found: Finding[Any]) -> Plain:
        """Return a value with its words and its maker. A member of a closed list is a string all the same."""
        value = found.value
        return {
            "value": str(value) if isinstance(value, str) else value,
            "words": found.words.pairs,
            "made_by": self._made_by(found.made_by),
        }

    def _made_by(self, made_by: MadeBy) -> Plain:
        """Return what made a value."""
        return {
            "stage": made_by.stage,
            "version": made_by.version,
            "model": made_by.model,
            "score": None if made_by.score is None else self._rounded(made_by.score),
            "reason": made_by.reason,
        }

    def _rounded(self, value: float) -> float:
        """Return a number to the places that mean something."""
        return value if self._digits is None else round(value, self._digits)

    @staticmethod
    def _maybe(encoded: Callable[..., Plain], value: object, *more: object) -> Plain | None:
        """Return what a value is encoded to, or None for None."""
        return None if value is None else encoded(value, *more)


def plain_report(report: Report) -> Plain:
    """Return what a report says of itself, and its text."""
    return {
        "id": report.id,
        "external_id": report.external_id,
        "path": report.path,
        "url": report.url,
        "title": report.title,
        "publisher": report.publisher,
        "byline": report.byline,
        "published": str(report.published) if report.published else None,
        "modified": str(report.modified) if report.modified else None,
        "language": report.language,
        "sha256": report.sha256,
        "text_sha256": report.text_sha256,
        "text": report.text,
        "paragraphs": [[paragraph.start, paragraph.end] for paragraph in report.paragraphs],
    }
