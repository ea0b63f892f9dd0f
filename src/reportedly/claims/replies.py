"""What may answer a claim in one report: denials, confirmations, non-answers, corrections, whoever gives them."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.claims.by_words import CLAUSE, behind, by_words
from reportedly.claims.claim import Relation
from reportedly.claims.negation import negates
from reportedly.ledger.identities import identity
from reportedly.values import Along, Finding, MadeBy, Passage, Polarity, Span, Speaker, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.values import Answer, Reading, Statement

ANSWERS = frozenset(
    {
        Stance.CONFIRMS,
        Stance.DENIES,
        Stance.DISPUTES,
        Stance.CANNOT_CONFIRM,
        Stance.NOT_YET_CONFIRMED,
        Stance.DECLINES_COMMENT,
        Stance.NO_RESPONSE,
        Stance.DEFLECTS,
        Stance.RETRACTS,
        Stance.CORRECTS,
    }
)
"""Stances that answer what others, or oneself, have said."""
_SAYS = frozenset({Stance.ASSERTS, Stance.PREDICTS, Stance.SUPPOSES, Stance.PROMISES})
"""Stances of statements that may answer by their words alone; who asks does not."""
_NAMES = re.compile(r"\bnam(?:e|es|ed|ing)\b|\bidentif(?:y|ied|ies)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*[.!?]*[\"”’')]*")
_QUOTED = re.compile(r"[\"“”]")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Something in a report that may answer a claim.

    `statement` is the id of the statement, None where the report itself answers; `stance` is what it does, None where
    it only says that something is not so, which is a denial if a claim says that it is. `words` are its own, `about`
    what tells which claim it answers, `start` its place. `member` is the claim's member that it is, where it is one.
    """

    report: str
    statement: str | None
    stance: Stance | None
    speaker: str | None
    name: str
    named: bool
    words: Passage
    about: Passage
    start: int
    answers: Answer | None = None
    member: Member | None = None


def replies(entry: Entry, members: Mapping[str, Member], own: Mapping[tuple[Span, ...], Member]) -> Iterator[Reply]:
    """Yield what may answer a claim in a report, in the order of its text.

    `members` are the claims' members in it by the ids of their statements, `own` those that the report says itself by
    their places.
    """
    found = [*_in_statements(entry, members), *_in_its_own_voice(entry, own)]
    yield from sorted(found, key=lambda reply: (reply.start, reply.statement or ""))


def _in_statements(entry: Entry, members: Mapping[str, Member]) -> Iterator[Reply]:
    """Yield the statements that answer something."""
    for statement in entry.reading.statements:
        member = members.get(statement.id)
        stance, about = _stance(statement, member)
        if stance is None and (member is not None or not about or not _negative(statement)):
            continue
        words = statement.content or statement.cue or statement.source
        if not words or (stance is Stance.NO_RESPONSE and _names_nobody(statement)):
            continue
        speaker = statement.speaker
        yield Reply(
            report=entry.id,
            statement=statement.id,
            stance=stance,
            speaker=identity(speaker, entry.id) if speaker is not None else None,
            name=speaker.name.value if speaker is not None and speaker.name else statement.source.text,
            named=speaker is not None and speaker.named,
            words=words,
            about=about,
            start=min(part.spans[0].start for part in (statement.source, statement.cue, statement.content) if part),
            answers=statement.answers,
            member=member,
        )


def _stance(statement: Statement, member: Member | None) -> tuple[Stance | None, Passage]:
    """Return what a statement does to a claim, by its stance, by the claim that it denies, or by its own words.

    Beside it stand the words that tell which claim that is: of who cannot confirm something, what that is.
    """
    read = statement.stance.value if statement.stance is not None else Stance.ASSERTS
    content = statement.content
    if member is not None and member.relation is Relation.DENIES and read not in ANSWERS - {Stance.CONFIRMS}:
        return Stance.DENIES, content
    if read is Stance.CONFIRMS and statement.polarity is not None and statement.polarity.value is Polarity.NEGATIVE:
        return Stance.DENIES, content
    if read in ANSWERS:
        return read, behind(content, read) if read.unanswered else content
    if read in _SAYS:
        by_cue = by_words(Passage(content.within, statement.cue.spans))
        return (by_cue[0], content) if by_cue is not None else by_words(content) or (None, content)
    return None, Passage(content.within)


def _negative(statement: Statement) -> bool:
    """Say whether a statement says that something is not so."""
    if statement.polarity is not None and statement.polarity.value is Polarity.NEGATIVE:
        return True
    return any(negates(clause) for clause in CLAUSE.split(statement.content.text))


def _names_nobody(statement: Statement) -> bool:
    """Say whether a report only leaves open who somebody is: "The agency does not name its source" answers no claim."""
    return bool(_NAMES.search(statement.cue.text))


def _in_its_own_voice(entry: Entry, own: Mapping[tuple[Span, ...], Member]) -> Iterator[Reply]:
    """Yield the sentences that answer something and are nobody's statement."""
    reading = entry.reading
    text = reading.report.text
    publisher = _publisher(entry)
    for span in _sentences(reading):
        words = Passage(text, (span,))
        member = own.get(words.spans)
        denies = member is not None and member.relation is Relation.DENIES
        stance, about = (Stance.DENIES, words) if denies else by_words(words) or (None, words)
        if stance is None and (member is not None or not negates(words.text)):
            continue
        quoted = bool(_QUOTED.search(words.text)) or _within_quotes(text, span)
        whose = None if quoted else publisher
        yield Reply(
            report=entry.id,
            statement=None,
            stance=stance,
            speaker=identity(whose, entry.id) if whose is not None else None,
            name=whose.name.value if whose is not None and whose.name is not None else "",
            named=whose is not None,
            words=words,
            about=about,
            start=span.start,
            member=member,
        )


def _sentences(reading: Reading) -> list[Span]:
    """Return the sentences that are nobody's statement: the report's own, and those that it leaves open whose they are.

    The latter are quotes without a source, and notes about the report itself: "(Corrects number of dead)".
    """
    own = list(reading.voice.sentences) if reading.voice is not None else []
    parts = (part for one in reading.statements for part in (one.source, one.cue, one.content))
    taken = Along([*own, *(span for part in parts for span in part.spans)])
    found = (Span(*match.span()) for match in _SENTENCE.finditer(reading.report.text))
    return sorted([*own, *(span for span in found if not taken.touching(span.start, span.end))])


def _within_quotes(text: str, span: Span) -> bool:
    """Say whether a sentence stands within marks that open before it in its paragraph: somebody says it."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _publisher(entry: Entry) -> Speaker | None:
    """Return the publisher of a report as a speaker; None where the report does not say who that is."""
    if entry.publisher is None:
        return None
    nowhere = Passage(entry.reading.report.text)
    made_by = MadeBy("replies", "1", reason="the report answers in its own voice")
    kind = Finding(SpeakerKind.PUBLICATION, nowhere, made_by)
    return Speaker(id="publisher", name=Finding(entry.publisher, nowhere, made_by), kind=kind, named=True)
