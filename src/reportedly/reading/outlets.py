"""Which words name an outlet: a newspaper, an agency, a broadcaster, a magazine."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from typing import TYPE_CHECKING

from reportedly.reading.nouns import ending, noun
from reportedly.reading.wordlists import word_list
from reportedly.values import MentionKind, Span, SpeakerKind

if TYPE_CHECKING:
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Along, Mention

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?(?=\s)")
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-(?:TV|AM|FM))?")
"""How stations in North America are called (ITU Radio Regulations, appendix 42)."""
_BEFORE_NAME = 6
"""Words of a name's end that are looked up."""
_SURE = 0.5
"""The score from which on a mention tells that words are an outlet's name, where no list does."""


def owner(phrases: Phrases, span: Span) -> Span:
    """Return the words up to a "'s": of "CNN's Ana Ferro" and "the Evening Post's editorial board" the outlet's."""
    found = _POSSESSIVE.search(phrases.text, span.start, span.end)
    return Span(span.start, found.start()) if found and found.start() > span.start else span


def is_outlet(phrases: Phrases, mentions: Along[Mention], span: Span) -> bool:
    """Say whether some words name an outlet, by lists and nouns or, where these do not know a name, by its mention."""
    text = phrases.text
    shown = text[span.start : span.end]
    plain = _ARTICLE.sub("", " ".join(shown.replace("’", "'").split()), count=1)
    if plain in known() or _CALL_SIGN.fullmatch(plain):
        return True
    first, last = phrases.words.before(span.start), phrases.words.before(span.end)
    low = [phrases.low(place) for place in range(max(first, last - _BEFORE_NAME), last)]
    if not low:
        return False
    named = phrases.words[last - 1].pos == "PROPN" or text[phrases.words[last - 1].start].isupper()
    opening = _ARTICLE.sub("", plain.lower()).partition(" ")
    if named and opening[0] in word_list("outlets", "first") and opening[2]:
        return True
    found = ending(low) if named else noun(low)
    if found is not None:
        return found[0].kind is SpeakerKind.PUBLICATION
    return named and any(
        mention.named and mention.kind is MentionKind.DOCUMENT and mention.score >= _SURE and mention.end == span.end
        for mention in mentions.within(span.start, span.end)
    )


@functools.cache
def known() -> frozenset[str]:
    """Return the names of outlets that do not tell by their own words what they name."""
    raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", "known.toml").read_text("utf-8")
    return frozenset(
        words for each in tomllib.loads(raw)["name"] if each["kind"] == "publication" for words in each["words"]
    )
