"""The words that name whom a report speaks of: a name, or the noun phrase that brought them in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.values import Passage, Span, SpeakerKind

if TYPE_CHECKING:
    from reportedly.reading.discourse import Discourse
    from reportedly.reading.referents import Referent

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
_TELLING = frozenset("of for at with from familiar close".split())
"""What stands between somebody unnamed and what tells who that is, wherever they are spoken of."""


def designation(discourse: Discourse, referent: Referent) -> Passage:
    """Return the words for a referent: the fullest name, or the phrase without its article.

    The phrase keeps whom it belongs to ("the dockers' union", "doctors at Lessa General Hospital"). A document is
    called by its noun alone; and where somebody was brought in outside a source, "in" and the like tell only where.
    """
    script = discourse.script
    first, last = referent.name
    each = referent.described[0] if referent.naming is None and referent.described else None
    if each is None or first != each.begin or discourse.nominals.get(each.head) is not each:
        return script.passage(first, last)
    if each.owner is not None:
        first = each.first + (script.low[each.first] in _ARTICLES)
    told = last > each.last and (script.low[each.last] in _TELLING or each.last in discourse.sources)
    return script.passage(first, last if told and referent.kind is not SpeakerKind.DOCUMENT else each.last)


def trimmed(passage: Passage) -> Passage:
    """Return a passage of one piece without an article before it."""
    found = _ARTICLE.match(passage.text)
    if not found:
        return passage
    (span,) = passage.spans
    return Passage(passage.within, (Span(span.start + found.end(), span.end),))
