"""Whether words mean a statement's speaker or the speaker's own side: "it will appeal", "our troops"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.countries import called
from reportedly.reading.wordlists import word_list
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from reportedly.values import Speaker, Statement

_FIRST_PERSON = frozenset("i we us me my our ours myself ourselves i'm we're i'll we'll i've we've".split())
_PERSONAL = frozenset({"he", "she", "his", "her"})
_NEUTRAL = frozenset({"it", "its"})
_PLURAL = frozenset({"they", "their"})
_POSSESSIVE = frozenset({"his", "her", "its", "their"})
_DEFINITE = frozenset({"the", "this", "no"})
_LESS = frozenset("the a an of and for in on at to mr mrs ms dr sir de la el al van von new".split())
"""Words in or before names that two names may share without being one."""
_PERSONS = frozenset({SpeakerKind.PERSON, SpeakerKind.UNNAMED_PERSON})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.PUBLICATION})
_HEAD = 4
"""Among so many words stands the noun of "the company" or "the armed forces"."""
_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*")


def own_side(subject: str, statement: Statement, *, quoted: bool) -> bool:
    """Say whether a clause's subject is the speaker or somebody or something of theirs.

    A pronoun of an indirect content is taken for the speaker, as it mostly is; within quotation marks only those of the
    first person are.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(subject)]
    if not words or (words[0] in _POSSESSIVE and not set(words[1:3]).isdisjoint(word_list("sides", "others"))):
        return False
    if not _FIRST_PERSON.isdisjoint(words[:2]):
        return True
    if quoted or not statement.source:
        return _named(subject, statement)
    return _pronoun(words[0], statement.speaker) or _named(subject, statement) or _of_kind(words, statement.speaker)


def states_of(subject: str) -> set[str]:
    """Return the codes of the states that a subject names: "Norway", "Norwegian troops"."""
    return {
        country.code
        for name in _NAME.findall(subject)
        for words in (name, name.removeprefix("The "), name.partition(" ")[0])
        for country in called(words)
    }


def _pronoun(word: str, speaker: Speaker | None) -> bool:
    """Say whether a pronoun may stand for a speaker: "it" for a body, or for the body that a person speaks for."""
    person = speaker is None or speaker.kind.value in _PERSONS
    if word in _NEUTRAL:
        return not person or _affiliated(speaker)
    return word in _PLURAL or (word in _PERSONAL and person)


def _affiliated(speaker: Speaker | None) -> bool:
    """Say whether it is told to whom a speaker belongs."""
    return speaker is not None and (speaker.affiliation is not None or speaker.role is not None)


def _named(subject: str, statement: Statement) -> bool:
    """Say whether a subject has a name that the speaker, their body or their state has."""
    speaker = statement.speaker
    about = [statement.source.text]
    if speaker is not None:
        about += [finding.value for finding in (speaker.name, speaker.affiliation) if finding is not None]
        if speaker.country is not None and speaker.country.value in states_of(subject):
            return True
    return not _names(subject).isdisjoint(name for text in about for name in _names(text))


def _names(text: str) -> set[str]:
    """Return the words of a text that are or begin names."""
    return {word for word in _WORD.findall(text) if word[0].isupper() and word.lower() not in _LESS}


def _of_kind(words: list[str], speaker: Speaker | None) -> bool:
    """Say whether a subject such as "the government" or "the company" is what a speaker belongs to."""
    state, body = word_list("sides", "state"), word_list("sides", "body")
    if speaker is None or words[0] not in _DEFINITE | state | body:
        return False
    if not state.isdisjoint(words[:_HEAD]):
        return speaker.kind.value is SpeakerKind.GOVERNMENT or _serves(speaker)
    return not body.isdisjoint(words[:_HEAD]) and (speaker.kind.value in _BODIES or _affiliated(speaker))


def _serves(speaker: Speaker) -> bool:
    """Say whether a speaker's role or affiliation is a state's."""
    told = " ".join(finding.value for finding in (speaker.role, speaker.affiliation) if finding is not None)
    return not word_list("sides", "state_roles").isdisjoint(told.lower().split())
