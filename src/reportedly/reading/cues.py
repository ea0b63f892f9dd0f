"""What stands at a statement's cue: the entries of a lexicon and its negation; and whether its content is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Passage, Statement

_BEFORE = 40
"""How far before a cue its auxiliaries and its negation may begin: the model often marks the verb alone."""
_BEHIND = 70
"""How far behind a cue an entry that begins in it may reach into the content: "declined | to comment"."""
_NEGATION = re.compile(
    r"\b(?:not|never|neither|nor|nobody|none|no longer|cannot)\b(?! (?:only|just|merely))|n['’]t\b", re.IGNORECASE
)
_NEGATION_BEFORE = re.compile(rf"(?:{_NEGATION.pattern})(?:\s+\w+)?\s*\Z", re.IGNORECASE)
"""A negation with at most one word between it and the cue."""
_OPENING = frozenset("\"“‘«„'")
_SENTENCE = re.compile(r"[.!?]\W*\s|\n")


def at_cue(statement: Statement, matches: Matches) -> list[Match]:
    """Return the entries that stand at a statement's cue: they share words with it, and may reach beyond it."""
    found: dict[int, Match] = {}
    for span in statement.cue.spans:
        for match in matches.within(max(0, span.start - _BEFORE), span.end + _BEHIND):
            if match.start < span.end and span.start < match.end and _reaches(statement, match):
                found[match.start] = match
    return list(found.values())


def _reaches(statement: Statement, match: Match) -> bool:
    """Say whether an entry stays within its statement: neither over a sentence's end nor into quoted words."""
    last = statement.cue.spans[-1]
    tail = statement.cue.within[last.end : match.end] if match.end > last.end else ""
    return not _SENTENCE.search(tail) and _OPENING.isdisjoint(tail)


def inside(passage: Passage, match: Match) -> bool:
    """Say whether an entry stands in one of a passage's pieces, and not between them."""
    return any(span.start <= match.start and match.end <= span.end for span in passage.spans)


def negated(statement: Statement) -> bool:
    """Say whether a statement's cue is negated, in its own words or right before them."""
    cue = statement.cue
    if not cue:
        return False
    start = cue.spans[0].start
    before = cue.within[max(0, start - _BEFORE) : start]
    return _NEGATION.search(cue.text) is not None or _NEGATION_BEFORE.search(before) is not None


def quoted(content: Passage) -> bool:
    """Say whether a content begins with quoted words: their tenses and pronouns are the speaker's own."""
    if not content:
        return False
    text, start = content.within, content.spans[0].start
    return text[start] in _OPENING or text[max(0, start - 1) : start] in _OPENING
