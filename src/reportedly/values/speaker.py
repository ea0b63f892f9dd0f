"""Who says so: the speaker behind a source, and the hops by which the words came to the report."""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values.finding import Finding, MadeBy
    from reportedly.values.kinds import Certainty
    from reportedly.values.span import Passage


class SpeakerKind(enum.StrEnum):
    """What a speaker is."""

    PERSON = "person"
    """One person with a name."""
    ORGANISATION = "organisation"
    """A named or definite body that is no government: a company, a union, a party, an agency of several states."""
    GOVERNMENT = "government"
    """A state, its government, or one of its ministries, services, forces or offices: "the Kremlin", "Paris"."""
    DOCUMENT = "document"
    """A document: a letter, an indictment, a report, a study."""
    PUBLICATION = "publication"
    """A news outlet, an agency or another publication."""
    GROUP = "group"
    """Several people who are definite as a group but speak without a body: "residents of Lessa", "analysts"."""
    UNNAMED_PERSON = "unnamed-person"
    """One person whom the report does not name: "a senior official"."""
    UNNAMED_GROUP = "unnamed-group"
    """Several whom it does not name: "two officials", "people familiar with the matter", "sources"."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says so, as far as the report tells.

    `name` is as full as the report gives it anywhere. Its words, and every other value's, may stand elsewhere in the
    report than the source that was resolved. `country` is an ISO 3166-1 alpha-2 code. `count` is how many they are,
    where the report says so. `reliability` is how the report describes them as sources ("a usually reliable source"),
    `anonymity` the reason it states for not naming them. `id` is the same for one speaker all over one report.
    """

    id: str
    name: Finding[str] | None = None
    kind: Finding[SpeakerKind]
    role: Finding[str] | None = None
    affiliation: Finding[str] | None = None
    country: Finding[str] | None = None
    named: bool
    count: Finding[int] | None = None
    reliability: Finding[str] | None = None
    anonymity: Finding[str] | None = None


class Channel(enum.StrEnum):
    """The way by which a speaker's words came to whoever passes them on."""

    INTERVIEW = "interview"
    PRESS_CONFERENCE = "press-conference"
    POST = "post"
    STATEMENT = "statement"
    SPEECH = "speech"
    REPORT = "report"
    LETTER = "letter"
    EMAIL = "email"
    BROADCAST = "broadcast"
    DOCUMENT = "document"
    OTHER_OUTLET = "other-outlet"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One step of a chain: who passes it on or says it, in which words, and by which channel.

    The channel is the one by which this speaker's words went outward, to the hop before. `platform` names the place of
    a post ("Telegram"). `words` name the hop in the report (none for the publisher), `cue` attributes to it.
    """

    speaker: Speaker
    words: Passage
    cue: Passage
    channel: Finding[Channel] | None = None
    platform: Finding[str] | None = None
    certainty: Finding[Certainty] | None = None
    made_by: MadeBy
