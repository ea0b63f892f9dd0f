"""Which speakers of different reports are one: those of the same full name and kind. Whoever is unsure stays apart."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from reportedly.values import SpeakerKind, stable_id

if TYPE_CHECKING:
    from reportedly.values import Speaker

_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION})
_FULL = 2
"""Words of a person's name at least, for the name to tell who it is."""
_ARTICLES = ("the ", "a ", "an ")


def identity(speaker: Speaker, report: str) -> str:
    """Return the id of a speaker across reports.

    A person has it from a full name, a body from its name and, where it is known, its country. Everybody else is
    somebody of that one report: "Smith" of one paper need not be "Smith" of another.
    """
    name = folded(speaker.name.value) if speaker.name else ""
    kind = speaker.kind.value
    if speaker.named and kind is SpeakerKind.PERSON and len(name.split()) >= _FULL:
        return stable_id("i", "person", name)
    if speaker.named and kind in _BODIES and name:
        country = speaker.country.value if speaker.country else None
        proper = any(letter.isupper() for letter in speaker.name.value) if speaker.name else False
        if proper or country:
            return stable_id("i", "body", name, None if proper else country)
    return stable_id("i", "only", report, speaker.id)


def folded(name: str) -> str:
    """Return a name as it is compared: without case, accents, stops and a leading article."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
    words = " ".join("".join(letter if letter.isalnum() else " " for letter in plain).split())
    return next((words.removeprefix(article) for article in _ARTICLES if words.startswith(article)), words)
