"""Whether a response covers less than the claim that it answers: "no troops" where vehicles were reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.claims.circumstances import within
from reportedly.claims.claim import Relation
from reportedly.claims.telling import told_by
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.likeness import stem, telling
from reportedly.reading.wordlists import word_list
from reportedly.values import Stance, TimeRole
from reportedly.values.periods import period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.claims.replies import Reply
    from reportedly.values import When
    from reportedly.values.periods import Period

_TAKES = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DISPUTES, None})
"""What may cover less. Who cannot confirm or does not answer leaves the whole open, or one part that is named."""
_WHOLLY = re.compile(
    r"\b(?:nothing|anything|whatever|whatsoever|never|at all|any other|in any|of any|entirely|completely|no such|"
    r"as a whole|invention)\b",
    re.IGNORECASE,
)
"""Words with which nothing is left out."""
_NEGATED = re.compile(
    r"\b(?:no|not\s+(?:one|a\s+single)|none\s+of(?:\s+(?:the|its|his|her|their|our))?)\s+(?P<noun>(?:[\w’'-]+\s+){0,2}?[\w’'-]+)"
    r"(?=[”\"]?\s+(?:ha[sd]|have|was|were|is|are|will|would|on|of|in|at|reached|entered|crossed|came)\b|[”\"])",
    re.IGNORECASE,
)
"""The noun that is said not to: "no foreign troops", "none of its directors"."""
_SUCH = re.compile(r"\bsuch\s+(?:an?\s+)?(?P<noun>[\w’'-]+)", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:the|its|his|her|their|our)\s+(?P<noun>[a-z][\w’'-]+(?:\s+of\s+[a-z][\w’'-]+)?)")
"""A noun of which something is told as known: "had reached the board"."""
_PARTS = frozenset(
    stem(word)
    for word in """board directors director council cabinet committee management headquarters president chairman chief
    minister ministers leadership staff members soldiers troops ground inside interior number numbers figure exact
    nationality identity name names amount""".split()
)
"""Nouns for a part of a body, of a force or of what is told."""
_EMPTY = frozenset(
    stem(word)
    for word in """plan plans intention truth basis question doubt reason need way one body decision evidence such thing
    word order time place change information foundation comment longer more other""".split()
)
"""Nouns that stand for what the rest of the sentence tells: "there is no plan to close it"."""
_AT = frozenset({TimeRole.AT, None})
"""What lies before or after a time, or lasts, is at no time that could be another."""
_OFTEN = 0.5
"""The share of a claim's times at least that a denial's meet, for it to speak of that time."""
_ASKED = re.compile(r"\b(?:number|figure|figures|toll|count|identity|names?|nationality)\b", re.IGNORECASE)
"""Words for a part of what is told: who could not verify them says nothing of the rest."""


def narrower(reply: Reply, claim: Sequence[Member], entries: Mapping[str, Entry]) -> str | None:
    """Return why a response covers less than a claim, in words; None where it covers the whole, or nobody can tell.

    It does where the reading of its report says so; where it speaks of another time, of a kind, a part or a manner that
    no report of the claim names; where what it says not to be so is not what the claim tells of.
    """
    if reply.answers is not None and reply.answers.narrower:
        return reply.answers.made_by.reason or "the report's own words narrow it"
    if reply.stance not in _TAKES:
        part = _ASKED.search(reply.about.text) if reply.stance is Stance.CANNOT_CONFIRM else None
        return f"only {part.group()!r} is left open" if part is not None else None
    if reply.stance is Stance.CONFIRMS:
        return None
    told = telling(member.proposition.text for member in claim if member.relation is Relation.SAME)
    return next(_reasons(reply, claim, entries, told), None)


def negated_nouns(text: str) -> frozenset[str]:
    """Return the nouns that words say not to be, without their endings: the "letter" of "no letter reached the board".

    Where something is negated, "such a letter" points to the claim's letter as well.
    """
    nouns = {_head(match) for match in _NEGATED.finditer(text)}
    nouns |= {match["noun"] for match in _SUCH.finditer(text)}
    return frozenset(stem(noun.lower()) for noun in nouns)


def _head(match: re.Match[str]) -> str:
    """Return the last word of a noun phrase."""
    return match["noun"].strip('”" ').split()[-1]


def _reasons(
    reply: Reply, claim: Sequence[Member], entries: Mapping[str, Entry], told: frozenset[str]
) -> Iterator[str]:
    """Yield why a denial covers less than a claim."""
    if (when := _other_time(reply, claim, entries)) is not None:
        yield f"{when!r} is another time than the claim's"
    text = reply.about.text
    if _WHOLLY.search(text):
        return
    for match in _NEGATED.finditer(text):
        noun = match["noun"].strip('”" ').split()[-1]
        if stem(noun.lower()) not in told | _EMPTY and noun.lower() not in _pointing():
            yield f"no report of the claim tells of {noun!r}"
    for found in _NARROWING.matches(text):
        shown = text[found.start : found.end]
        if telling([shown]) - told:
            yield f"{shown!r} narrows it"
    for match in _WHOSE.finditer(text):
        noun = match["noun"].split()[0]
        if stem(noun.lower()) in _PARTS - told:
            yield f"no report of the claim tells of {noun!r}"


_NARROWING = Lexicon("narrowing")


def _pointing() -> frozenset[str]:
    """Return the nouns that point to what somebody said."""
    return word_list("pointing", "sayings")


def _other_time(reply: Reply, claim: Sequence[Member], entries: Mapping[str, Entry]) -> str | None:
    """Return the words of a response for a time that is none of most of the claim's; None where there is none."""
    times = [(when, known) for when in _times_of(reply, entries) if (known := _bounds(when)) is not None]
    theirs = [known for member in claim for when in _times(member, entries) if (known := _bounds(when)) is not None]
    if not times or not theirs:
        return None
    met = sum(any(_meet(known, other) for _, known in times) for other in theirs)
    return times[0][0].words.text if met < _OFTEN * len(theirs) else None


def _times(member: Member, entries: Mapping[str, Entry]) -> Iterator[When]:
    """Yield the times in the words of a member that says the same."""
    entry = entries.get(member.proposition.report)
    if entry is None or member.relation is not Relation.SAME:
        return
    statement = told_by(member.proposition, entries)
    words = member.proposition.words
    if words.within == entry.reading.report.text:
        found = statement.times if statement is not None else entry.reading.times
        yield from (when for when in found if within(when.words, words))


def _times_of(reply: Reply, entries: Mapping[str, Entry]) -> Iterator[When]:
    """Yield the times in the words of a response."""
    yield from (when for when in entries[reply.report].reading.times if within(when.words, reply.about))


def _bounds(when: When) -> Period | None:
    """Return the first and the last day of a time at which something may happen."""
    return period(when.edtf) if when.edtf is not None and when.role in _AT else None


def _meet(one: Period, other: Period) -> bool:
    """Say whether two periods have a day in common."""
    begins = [day for day in (one.first, other.first) if day is not None]
    ends = [day for day in (one.last, other.last) if day is not None]
    return not begins or not ends or max(begins) <= min(ends)
