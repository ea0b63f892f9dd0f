"""Why a report does not name a source: the reason that it states."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.values import Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from reportedly.reading.discourse import Discourse
    from reportedly.reading.referents import Referent

_REASONS = frozenset({"because", "as", "since", "citing", "given", "for", "due", "out", "owing", "lest"})
_FOLLOWED = {"for": "fear", "due": "to", "out": "of", "owing": "to"}
_NEAR = 6
"""Words behind the request within which its reason begins."""
_LONGEST = 40
"""Words of a reason at most."""
_ENDS = frozenset({",", ";", ".", "!", "?", "”", '"', "—", "–", ")", "said", "told", "added"})
_UNNAMED = frozenset({SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP, SpeakerKind.GROUP})


def anonymity(discourse: Discourse) -> dict[int, Passage]:
    """Return the stated reasons for not naming somebody, by the ids of their referents."""
    out: dict[int, Passage] = {}
    script = discourse.script
    for match in _lexicon().matches(script.text):
        first, last = discourse.words(match.start, match.end)
        reason = _reason(discourse, last)
        referent = _whose(discourse, first)
        if reason and referent is not None:
            out.setdefault(id(referent), reason)
    return out


@functools.cache
def _lexicon() -> Lexicon:
    """Return the lexicon."""
    return Lexicon("anonymity")


def _reason(discourse: Discourse, last: int) -> Passage | None:
    """Return the reason that follows the words which end at `last`, up to the end of its clause."""
    script = discourse.script
    if not 0 < last < len(script):
        return None
    sentence = script.sentence[last - 1]
    for word in range(last, min(last + _NEAR, len(script))):
        low = script.low[word]
        if script.sentence[word] != sentence:
            return None
        if low in _REASONS and (low not in _FOLLOWED or script.low[word + 1 : word + 2] == [_FOLLOWED[low]]):
            end = word + 1
            last_word = min(len(script), word + _LONGEST)
            while end < last_word and script.sentence[end] == sentence and script.low[end] not in _ENDS:
                end += 1
            span = Span(script.start[word], script.end[end - 1])
            return Passage(script.text, (span,)) if end > word + 1 else None
    return None


def _whose(discourse: Discourse, first: int) -> Referent | None:
    """Return the unnamed one before some words, in their sentence or the one before."""
    script = discourse.script
    if first >= len(script):
        return None
    for spoken in discourse.antecedents.before(first):
        if script.sentence[first] - script.sentence[spoken.first] > 1:
            return None
        referent = spoken.referent.itself
        if referent.kind in _UNNAMED and not spoken.owner:
            return referent
    return None
