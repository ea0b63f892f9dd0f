"""What words do to a claim where no stance tells: "We have had no reply", "That report was wrong"."""

from __future__ import annotations

import re

from reportedly.reading.lexicon import Lexicon
from reportedly.values import Passage, Span, Stance

_STANCES = Lexicon("stances")
_OWN = frozenset({Stance.RETRACTS, Stance.CORRECTS, Stance.CANNOT_CONFIRM, Stance.DECLINES_COMMENT, Stance.NO_RESPONSE})
"""What a report may do in its own voice with what is told elsewhere: "We withdraw that report"."""
_FIRST_PERSON = re.compile(r"\b(?:I|we)(?:['’](?:ve|d|m|re|ll))?\b", re.IGNORECASE)
_NEAR = 80
"""Code points between an "I" or "we" and the words by which that one does not answer, within one clause."""
CLAUSE = re.compile(r"[.!?;:]")
_SENTENCE_END = re.compile(r"[.!?;](?=[\s\"”’]|$)")
_IGNORANT = re.compile(
    r"\b(?:do|does|did|could)(?:\s+not|n['’]t)\s+know\b|\b(?:cannot|can['’]t|couldn['’]t|could\s+not)\s+(?:know|say|tell)\b"
    r"|\b(?:had|have|has)(?:\s+had)?\s+no\s+information\b|\b(?:have|has)(?:\s+not|n['’]t)\s+(?:yet\s+)?seen\b",
    re.IGNORECASE,
)
"""Who does not know cannot confirm: "I do not know what she said", "I can't say if there is anything in it", "We have
not seen her letter"."""
_SILENT = re.compile(
    r"\b(?:have|has|had)(?:\s+had)?\s+(?:no|not)\s+(?:yet\s+|still\s+)?(?:repl(?:y|ied)|response|answer(?:ed)?)\b"
    r"|\b(?:still|yet)\s+not\s+(?:replied|responded|answered)\b|\bhad\s+still\s+not\s+(?:replied|responded|answered)\b",
    re.IGNORECASE,
)
_REFUSING = re.compile(
    r"\b(?:not|n['’]t)\s+(?:going\s+to\s+|prepared\s+to\s+|willing\s+to\s+)?comment(?:ing)?\b", re.IGNORECASE
)
_WITHDRAWN = re.compile(
    r"\b(?:withdraws?|withdrew|withdrawn|withdrawing|retract(?:s|ed|ing)?)\s+"
    r"(?:it\b|(?:the|its|this|that|our|his|her|their)\s+(?:\w+\s+)?(?:report|story|article|claim|headline)\b)"
    r"|\b(?:that|this|our|the)\s+(?:report|story|article|headline)\s+(?:was\s+(?:wrong|false|in\s+error|withdrawn|retracted)"
    r"|has\s+been\s+(?:withdrawn|retracted))\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"^\W*(?:corrects|correction|corrected)\b|\b(?:lowering|raising|correcting|revising)\s+(?:the|its|her|his|their)\s+"
    r"(?:\w+\s+)?(?:figure|number|toll|count|estimate)\b|\b(?:an\s+earlier|a\s+previous)\s+version\b",
    re.IGNORECASE,
)
_BY_WORDS = (
    (Stance.RETRACTS, _WITHDRAWN),
    (Stance.CORRECTS, _CORRECTED),
    (Stance.NO_RESPONSE, _SILENT),
    (Stance.DECLINES_COMMENT, _REFUSING),
    (Stance.CANNOT_CONFIRM, _IGNORANT),
)
"""Words of a sentence that do something to what was told, beside those that the stances of the reading know."""


def by_words(words: Passage) -> tuple[Stance, Passage] | None:
    """Return what words do to a claim though nothing of it is their stance, and what tells which claim."""
    for stance, pattern in _BY_WORDS:
        for span in words.spans:
            match = pattern.search(words.within[span.start : span.end])
            if match is not None:
                return stance, _from(words, span.start + match.end()) if stance.unanswered else words
    return _first_person(words)


def _first_person(words: Passage) -> tuple[Stance, Passage] | None:
    """Return how an "I" or "we" in the words does not answer: "We had no report and cannot confirm it"."""
    text, extent = words.within, words.extent
    if extent is None:
        return None
    for match in _STANCES.matches(text).within(extent.start, extent.end):
        stance = Stance(match.entry.label)
        clause = CLAUSE.split(text[max(extent.start, match.start - _NEAR) : match.start])[-1]
        if stance in _OWN and _FIRST_PERSON.search(clause):
            return stance, _from(words, match.end) if stance.unanswered else words
    return None


def behind(content: Passage, stance: Stance) -> Passage:
    """Return what stands in a content behind the words by which it does not answer; all of it where there are none."""
    extent = content.extent
    if extent is None:
        return content
    found = [
        one for one in _STANCES.matches(content.within).within(extent.start, extent.end) if one.entry.label == stance
    ]
    return _from(content, found[0].end) if found else content


def _from(words: Passage, place: int) -> Passage:
    """Return what stands in words behind a place, up to the end of the sentence; all where nothing does."""
    text = words.within
    for span in words.spans:
        if span.start <= place < span.end:
            stop = _SENTENCE_END.search(text, place, span.end)
            end = stop.start() if stop is not None else span.end
            if text[place:end].strip():
                return Passage(text, (Span(place, end),))
    return words
