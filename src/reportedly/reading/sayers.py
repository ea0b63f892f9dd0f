"""Which noun phrases name somebody or something that can say or hold something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.nouns import LONGEST, noun
from reportedly.values import MentionKind

if TYPE_CHECKING:
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Along, Mention, Span

_KINDS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.DOCUMENT, MentionKind.STATE})


def can_say(phrases: Phrases, mentions: Along[Mention], span: Span) -> bool:
    """Say whether a noun phrase ends with a noun for a person, a body or a document, or with a name of one."""
    first, last = phrases.words.before(span.start), phrases.words.before(span.end)
    if noun([phrases.low(place) for place in range(max(first, last - LONGEST), last)]) is not None:
        return True
    return any(mention.kind in _KINDS and mention.end == span.end for mention in mentions.within(span.start, span.end))
