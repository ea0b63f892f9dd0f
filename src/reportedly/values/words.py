"""The words of a report with their parts of speech, its sentences, and the mentions of somebody or something in it."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Word(NamedTuple):
    """A word or a mark at [start, end) of a report's text, with its part of speech (UPOS, Universal Dependencies)."""

    start: int
    end: int
    pos: str


class Sentence(NamedTuple):
    """A sentence at [start, end) of a report's text: its words are [first, last). None runs over a paragraph."""

    start: int
    end: int
    first: int
    last: int


class MentionKind(enum.StrEnum):
    """What a mention refers to."""

    PERSON = "person"
    """One person or several, by name or not: "Ana Ferro", "two officials"."""
    ORGANISATION = "organisation"
    """A body of people: "the ministry", "Meridian Lines", "police"."""
    STATE = "state"
    """A country or another territory that has a government: "Norway"."""
    PLACE = "place"
    """Any other place: "the harbour", "Elm Street"."""
    DOCUMENT = "document"
    """A document or a publication: "a leaked memo", "the Evening Post"."""
    NATIONALITY = "nationality"
    """A demonym or an adjective of a group: "Norwegian", "Catholic"."""


class Mention(NamedTuple):
    """Words at [start, end) of a report's text that refer to somebody or something; `named` by a proper noun."""

    start: int
    end: int
    kind: MentionKind
    named: bool
    score: float
