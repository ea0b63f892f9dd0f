"""How a claim stands, by what reports say of it: unconfirmed, contested, confirmed or withdrawn, and by whom.

It is a function of the members and responses that are given. Give those that were known at an hour, and it is the
status as of that hour. docs/explanation/claims.md has the rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.claims.agreeing import agreeing
from reportedly.claims.claim import Relation, RootKind, Standing, Status
from reportedly.claims.telling import told_by
from reportedly.ledger.identities import folded
from reportedly.values import SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportedly.claims.claim import Member, Origins, Response
    from reportedly.claims.entry import Entry
    from reportedly.values import Speaker

INDEPENDENT = 2
"""Origins at the minimum from which on a claim that nobody denies is confirmed."""
_UNNAMED = frozenset({SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP})
_BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})
_OF_ITSELF = re.compile(r"^\W*(?:that\s+)?(?:we|our|it|its|they|their)\b", re.IGNORECASE)
"""How a body begins to tell of its own decision or its own plant."""
_ABOUT = 1 / 3
"""The share of a claim's wordings that name a body, from which on the claim is about that body."""


def standing(
    members: Sequence[Member], responses: Sequence[Response], origins: Origins, entries: Mapping[str, Entry]
) -> Standing:
    """Return the status of a claim with its reasons, and who confirmed, denied, did not answer or withdrew it.

    The rules, the first that holds:

    1. withdrawn: whoever made the claim, the outlet or the speaker of the first report, takes it back, and no other
       origin stands for it;
    2. contested: somebody denies or disputes the whole of it who is no bystander;
    3. confirmed: somebody other than the first confirms it from own knowledge; or at least `INDEPENDENT` origins stand
       for it at the minimum, two of them from own knowledge that agree on its value; or the body whose own matter it
       is says so;
    4. unconfirmed: anything else. A denial of something narrower, and an answer that is none, change nothing.
    """
    judging = _Judging(members, responses, origins, entries)
    status, reasons = judging.status()
    return Standing(
        status=status,
        confirmed=tuple(one for one in responses if one.stance is Stance.CONFIRMS),
        denied=tuple(one for one in responses if _denies(one)),
        unanswered=tuple(one for one in responses if one.stance.unanswered),
        withdrawn=tuple(one for one in responses if one.stance is Stance.RETRACTS),
        reasons=tuple(reasons),
    )


def denied_whole(responses: Iterable[Response], entries: Mapping[str, Entry]) -> list[Response]:
    """Return the denials of a whole claim by somebody who is no bystander."""
    return [one for one in responses if _denies(one) and not one.narrower and not _bystander(one, entries)]


class _Judging:
    """Finds the status of one claim."""

    def __init__(
        self, members: Sequence[Member], responses: Sequence[Response], origins: Origins, entries: Mapping[str, Entry]
    ) -> None:
        """Take the parts of a claim."""
        self._members = [member for member in members if member.relation is Relation.SAME]
        self._responses = responses
        self._origins = origins
        self._entries = entries
        first = min((self._time(member) for member in self._members), default=(False, "", ""))[-1]
        self._first = [member for member in self._members if member.proposition.report == first]

    def _time(self, member: Member) -> tuple[bool, str, str]:
        """Return what the first report is told by; one that states no time tells nothing on who was first."""
        entry = self._entries.get(member.proposition.report)
        return entry is None or not entry.stated, member.known_from, member.proposition.report

    def status(self) -> tuple[Status, list[str]]:
        """Return the status and its reasons."""
        back = [one for one in self._responses if one.stance is Stance.RETRACTS and self._made_it(one)]
        if back and not (others := self._others()):
            return Status.WITHDRAWN, [f"{_name(back[0])} takes it back", "no other origin stands for it"]
        reasons = [f"{_name(back[0])} takes it back, but {others[0]} stands for it"] if back else []
        denied = denied_whole(self._responses, self._entries)
        if denied:
            return Status.CONTESTED, [*reasons, *_each("denies it", denied)]
        reasons += _each("denies something narrower", [one for one in self._responses if _denies(one) and one.narrower])
        confirmed = self._confirmed()
        if confirmed:
            return Status.CONFIRMED, [*confirmed, *reasons]
        return Status.UNCONFIRMED, [self._alone(), *reasons]

    def _made_it(self, response: Response) -> bool:
        """Say whether who takes a claim back is who made it: the outlet of the first report, or its speaker."""
        publishers = {folded(member.publisher) for member in self._first if member.publisher}
        speakers = {member.proposition.speaker for member in self._first} - {None}
        own_voice = response.statement is None or _kind(response, self._entries) is SpeakerKind.PUBLICATION
        by_outlet = own_voice and response.publisher is not None and folded(response.publisher) in publishers
        return response.speaker in speakers or folded(response.name) in publishers or by_outlet

    def _others(self) -> list[str]:
        """Return the names of the origins that do not lead through the first report."""
        first = {member.proposition.report for member in self._first}
        speakers = {member.proposition.speaker for member in self._first} - {None}
        return [
            root.name
            for root in self._origins.roots
            if root.kind is not RootKind.UNKNOWN and root.id not in speakers and not first & set(root.reports)
        ]

    def _confirmed(self) -> list[str]:
        """Return why a claim that nobody denies is confirmed; nothing where it is not."""
        by = [one for one in self._responses if one.stance is Stance.CONFIRMS and self._confirms(one)]
        reasons = _each("confirms it", by)
        two = agreeing(self._origins.roots, self._members, self._entries)
        if self._origins.minimum >= INDEPENDENT and two is not None:
            names = " and ".join(repr(root.name) for root in two)
            reasons.append(f"at least {self._origins.minimum} origins stand for it, {names} among them")
        reasons += [f"{name} says so of its own matter" for name in self._responsible()]
        return reasons

    def _confirms(self, response: Response) -> bool:
        """Say whether who confirms a claim is another than the first, and speaks from own knowledge.

        An outlet that confirms has it from others. Nobody can tell an unnamed one from an unnamed first.
        """
        speakers = {member.proposition.speaker for member in self._first} - {None}
        if response.narrower or response.speaker in speakers or _bystander(response, self._entries):
            return False
        if _kind(response, self._entries) in {None, SpeakerKind.PUBLICATION}:
            return False
        firsts = [told_by(member.proposition, self._entries) for member in self._first]
        named = [one.speaker.named for one in firsts if one is not None and one.speaker is not None]
        return bool(self._first) and (response.named or (bool(named) and all(named)))

    def _responsible(self) -> list[str]:
        """Return the bodies that say so of what is their own: of themselves, or where the claim is about them."""
        wordings = {folded(member.proposition.text): member for member in self._members}
        named = [" ".join(member.proposition.names) for member in wordings.values()]
        found: list[str] = []
        for member in self._members:
            statement = told_by(member.proposition, self._entries)
            if statement is None or statement.speaker is None or not statement.speaker.named:
                continue
            for body in _bodies(statement.speaker):
                of_itself = statement.speaker.kind.value in _BODIES and _OF_ITSELF.match(member.proposition.text)
                about = sum(folded(body) in names for names in named)
                if of_itself or about > _ABOUT * len(named):
                    found.append(body)
        return list(dict.fromkeys(found))

    def _alone(self) -> str:
        """Return why a claim is unconfirmed."""
        if not self._origins.roots:
            return "no report says who knows it"
        return f"nobody other than {self._origins.roots[0].name!r} is known to confirm it"


def _denies(response: Response) -> bool:
    """Say whether a response denies."""
    return response.stance in {Stance.DENIES, Stance.DISPUTES}


def _speaker(response: Response, entries: Mapping[str, Entry]) -> Speaker | None:
    """Return who responds, as the reading of the report has them; None where the report answers in its own voice."""
    entry = entries.get(response.report)
    if entry is None or response.statement is None:
        return None
    return next((one.speaker for one in entry.reading.statements if one.id == response.statement), None)


def _kind(response: Response, entries: Mapping[str, Entry]) -> SpeakerKind | None:
    """Return what kind of speaker responds."""
    speaker = _speaker(response, entries)
    return speaker.kind.value if speaker is not None else None


def _bystander(response: Response, entries: Mapping[str, Entry]) -> bool:
    """Say whether somebody responds who is not shown to know: a group of people, or one without name, role or body."""
    speaker = _speaker(response, entries)
    if speaker is None:
        return False
    kind = speaker.kind.value
    return kind is SpeakerKind.GROUP or (kind in _UNNAMED and speaker.role is None and speaker.affiliation is None)


def _bodies(speaker: Speaker) -> list[str]:
    """Return the body that a speaker is, or speaks for."""
    names = [speaker.name] if speaker.kind.value in _BODIES else [speaker.affiliation]
    return [name.value for name in names if name is not None and name.value]


def _name(response: Response) -> str:
    """Return how a report calls who responds."""
    return response.name or "somebody whom the report quotes"


def _each(does: str, responses: Iterable[Response]) -> list[str]:
    """Return a reason for each who responds, once for all reports that carry it."""
    shown: dict[str, str] = {}
    for one in responses:
        shown.setdefault(one.speaker or one.name, f"{_name(one)} {does}")
    return list(dict.fromkeys(shown.values()))
