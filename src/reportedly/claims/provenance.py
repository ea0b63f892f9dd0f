"""From where a report has what it says in one place: from somebody, from another report, or nobody knows from where."""

from __future__ import annotations

import collections
import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.claims.bodies import speaking_bodies
from reportedly.claims.claim import Relation, RootKind
from reportedly.claims.edge import EdgeKind
from reportedly.claims.identifying import GENERAL, NOBODY, is_document, maybe
from reportedly.claims.papers import HAVING, REACH
from reportedly.values import Channel, EvidenceKind, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.edge import Edge
    from reportedly.claims.entry import Entry
    from reportedly.claims.identifying import Who
    from reportedly.claims.outlets import Outlets
    from reportedly.claims.people import People
    from reportedly.values import Hop, Statement

    Saying = Mapping[str, Sequence[Member]]
    """The members of a claim by their reports."""

STANDS_FOR = frozenset(
    {Stance.ASSERTS, Stance.CONFIRMS, Stance.PROMISES, Stance.THREATENS, Stance.PREDICTS, Stance.CORRECTS}
)
"""Stances by which somebody stands for what is said; who asks, supposes or leaves it open does not."""
_FIRST_PERSON = frozenset("i we our my".split())
_FULL_NAME = 2
"""Words of a body's name from which on it is taken for the publisher of that name."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Where a member leads: to somebody (`who`), to other reports (`reports`), or nowhere (neither). Why, in words."""

    member: Member
    who: Who | None = None
    kind: RootKind = RootKind.UNKNOWN
    reports: tuple[str, ...] = ()
    reason: str = ""


class Provenance:
    """Follows what reports of a story say to where they have it from."""

    def __init__(self, entries: Sequence[Entry], people: People, outlets: Outlets, edges: Sequence[Edge]) -> None:
        """Take the reports of a story, and how they came by one another."""
        self._entries = {entry.id: entry for entry in entries}
        self._people = people
        self._outlets = outlets
        self._statements: dict[str, Statement] = {one.id: one for entry in entries for one in entry.reading.statements}
        self._edges: dict[str, list[Edge]] = collections.defaultdict(list)
        for edge in edges:
            if edge.kind.directed and edge.source in self._entries:
                self._edges[edge.report].append(edge)
        self._bodies = speaking_bodies(entries, outlets)

    def of(self, members: Sequence[Member]) -> list[Found]:
        """Return where each member leads of those that stand for a claim, in their order."""
        standing = [
            each for each in members if each.relation is Relation.SAME and each.proposition.stance in STANDS_FOR
        ]
        saying = collections.defaultdict(list)
        for member in standing:
            saying[member.proposition.report].append(member)
        found = [self._led(member, saying) for member in standing]
        return [self._settled(each, found) for each in found]

    def _settled(self, found: Found, all_: Sequence[Found]) -> Found:
        """Return where a member leads, seen beside the others of its report.

        A headline leads where the body does. Who is described before a name stands is whom the report names then. A
        report in its own voice that quotes a document on something else has it from that document, if others do.
        """
        report = found.member.proposition.report
        beside = [each for each in all_ if each is not found and each.member.proposition.report == report]
        body = [each for each in beside if not each.member.proposition.headline]
        if found.member.proposition.headline and any(each.who is not None or each.reports for each in body):
            return dataclasses.replace(
                found, who=None, reports=(report,), reason="the headline of what the report tells"
            )
        if found.who is not None and self._introduces(found.who, found, body):
            return dataclasses.replace(found, who=None, reports=(report,), reason="the report names them further on")
        if found.who is None and not found.reports:
            return self._documented(found, all_) or self._beside(found.member) or found
        if found.who is not None:
            return self._stamped(found, beside) or self._retold(found, all_) or found
        return found

    def _introduces(self, who: Who, found: Found, body: Sequence[Found]) -> bool:
        """Say whether somebody who is not named is the only one whom the report names for it further on."""
        if (
            who.named
            or who.kind is not SpeakerKind.UNNAMED_PERSON
            or who.head in GENERAL
            or (who.report, who.id) in self._people.anonymous
        ):
            return False
        start = found.member.proposition.spans[0].start
        named = {
            self._people.leader(each.who).identity: each
            for each in body
            if each.who is not None and each.who.named and each.who.kind is SpeakerKind.PERSON
        }
        return len(named) == 1 and all(each.member.proposition.spans[0].start > start for each in named.values())

    def _documented(self, found: Found, all_: Sequence[Found]) -> Found | None:
        """Return the document that other reports have it from, where this report quotes it, or says that it has it."""
        report = found.member.proposition.report
        text = self._entries[report].reading.report.text
        quoted = {who.head for who in self._people.of(report) if who.kind is SpeakerKind.DOCUMENT and who.head}
        for each in all_:
            if each.kind is not RootKind.DOCUMENT or each.who is None or not each.who.head:
                continue
            head = each.who.head
            if head in quoted or _says_it_has(text, head):
                return dataclasses.replace(
                    found, who=each.who, kind=RootKind.DOCUMENT, reason=f"the report rests on the {head} as well"
                )
        return None

    def _stamped(self, found: Found, beside: Sequence[Found]) -> Found | None:
        """Return the document of the report of which what is quoted is only a part: the stamp on a letter."""
        if found.kind is not RootKind.DOCUMENT or found.who is None or is_document(found.who.head):
            return None
        whole = [each for each in beside if each.kind is RootKind.DOCUMENT and each.who and is_document(each.who.head)]
        if not whole:
            return None
        report = found.member.proposition.report
        return dataclasses.replace(found, who=None, reports=(report,), reason="a part of what the report quotes")

    def _retold(self, found: Found, all_: Sequence[Found]) -> Found | None:
        """Return the reports that have it from somebody unnamed, where this one names them and so has it from there."""
        who = found.who
        if who is None or who.named or who.kind not in {SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP}:
            return None
        entry = self._entries[found.member.proposition.report]
        statement = self._statements.get(found.member.proposition.statement or "")
        if statement is None or self._to_itself(statement):
            return None
        text = entry.reading.report.text
        cited = {publisher for publisher, _ in self._outlets.named(entry, 0, len(text))}
        told = tuple(
            dict.fromkeys(
                each.member.proposition.report
                for each in all_
                if each.who is not None
                and each.member.publisher in cited
                and self._before(each.member.proposition.report, entry)
                and maybe(who, each.who) is not None
            )
        )
        if not told:
            return None
        return dataclasses.replace(found, who=None, reports=told, reason="it names who has it from such a one")

    def _before(self, report: str, entry: Entry) -> bool:
        """Say whether a report was there before another, as far as times tell."""
        other = self._entries[report]
        return other.id != entry.id and other.stated and (not entry.stated or other.known_from < entry.known_from)

    def _to_itself(self, statement: Statement) -> bool:
        """Say whether somebody said it to the report's own newsroom."""
        speaker = statement.speaker
        return any(
            hop.channel is not None and hop.channel.value is Channel.INTERVIEW
            for one in self._statements.values()
            if one.content.within == statement.content.within
            for hop in one.chain[1:]
            if speaker is not None and hop.speaker.id == speaker.id
        )

    def _led(self, member: Member, saying: Saying) -> Found:
        """Return where a member leads."""
        for edge in self._edges[member.proposition.report]:
            if edge.kind is EdgeKind.COPIES and edge.source in saying and _touches(member, edge):
                return Found(member, reports=(edge.source,), reason="the words are copied from there")
        statement = self._statements.get(member.proposition.statement or "")
        if statement is not None:
            found = self._attributed(member, statement, saying)
            if found is not None:
                return found
        return self._bare(member, saying)

    def _attributed(self, member: Member, statement: Statement, saying: Saying) -> Found | None:
        """Return where the chain of a statement leads; None where it ends at the publisher."""
        entry = self._entries[member.proposition.report]
        hops = statement.chain[1:]
        if not hops:
            return self._own(member, statement, entry, saying) if statement.speaker is not None else None
        last = hops[-1]
        who = self._people.who(entry.id, last.speaker)
        outlet = last.speaker.kind.value is SpeakerKind.PUBLICATION
        publisher = self._named(last, entry) or (self._in_sentence(member, entry) if outlet else None)
        via = [found for hop in hops[:-1] if (found := self._named(hop, entry))]
        cited = publisher or (via[-1] if via and not who.named else None)
        if cited is not None and (told := self._told(cited, entry, saying)):
            return Found(member, reports=told, reason=f"it has it from {cited}")
        if who.head in NOBODY or (outlet and publisher is None and who.definite and not who.named):
            return self._earlier_or_none(member, entry, saying) if outlet else None
        if outlet or (publisher is not None and publisher not in self._bodies):
            reason = f"it names {publisher or who.shown}, and no report here of that outlet says so"
            return Found(member, who, RootKind.OUTLET, reason=reason)
        document = last.speaker.kind.value is SpeakerKind.DOCUMENT
        kind = RootKind.DOCUMENT if document else RootKind.SPEAKER
        return Found(member, who, kind, reason=f"{last.words.text!r} {'tells' if document else 'says'} so")

    def _named(self, hop: Hop, entry: Entry) -> str | None:
        """Return the publisher that a hop of a chain is, by its name or by its words."""
        outlet = hop.speaker.kind.value is SpeakerKind.PUBLICATION
        if hop.speaker.name is not None:
            found = self._outlets.publisher(hop.speaker.name.value, of=entry, whole=not outlet)
            if found is not None:
                return found
        if hop.words.within != entry.reading.report.text:
            return None
        for span in hop.words.spans:
            for publisher, words in self._outlets.named(entry, span.start, span.end):
                if outlet or len(words.text.split()) >= _FULL_NAME:
                    return publisher
        return None

    def _in_sentence(self, member: Member, entry: Entry) -> str | None:
        """Return the publisher that the line of a member names."""
        return next((publisher for publisher, _ in self._outlets.named(entry, *self._sentence(member))), None)

    def _own(self, member: Member, statement: Statement, entry: Entry, saying: Saying) -> Found | None:
        """Return the publisher itself, where it says what it saw, or where it is a body; else what it said before.

        "The Echo has learnt" and "we understand" do not say from whom.
        """
        words = statement.source.text.lower().split()
        assert statement.speaker is not None  # noqa: S101 - the caller looked
        body = entry.publisher in self._bodies
        if not body and not _FIRST_PERSON.intersection(words):
            return None
        if entry.publisher and (told := self._earlier(entry, saying)):
            return Found(member, reports=told, reason="the publisher goes back to an earlier report of its own")
        if not body and all(each.value is not EvidenceKind.OWN_OBSERVATION for each in statement.evidence):
            return None
        who = self._people.who(entry.id, statement.speaker)
        return Found(member, who, RootKind.SPEAKER, reason="the publisher says so of itself")

    def _earlier_or_none(self, member: Member, entry: Entry, saying: Saying) -> Found | None:
        """Return earlier reports of the publisher, where "the newspaper" means itself; None where there are none."""
        told = self._earlier(entry, saying)
        return (
            Found(member, reports=told, reason="the publisher goes back to an earlier report of its own")
            if told
            else None
        )

    def _earlier(self, entry: Entry, saying: Saying) -> tuple[str, ...]:
        """Return the reports of the same publisher that said so before."""
        return tuple(
            each.id
            for each in self._outlets.reports(entry.publisher or "")
            if each.id in saying and each.id != entry.id and each.known_from < entry.known_from
        )

    def _bare(self, member: Member, saying: Saying) -> Found:
        """Return where a sentence leads that the report says in its own voice."""
        report = member.proposition.report
        entry = self._entries[report]
        start, end = self._sentence(member)
        for publisher, words in self._outlets.named(entry, start, end):
            if told := self._told(publisher, entry, saying):
                return Found(member, reports=told, reason=f"the sentence names {words.text!r}")
        if entry.publisher in self._bodies:
            who = self._publisher(entry)
            if who is not None:
                return Found(member, who, RootKind.SPEAKER, reason=f"{entry.publisher} publishes it itself")
        attributed = [each for each in saying[report] if each is not member and each.proposition.statement is not None]
        if any(self._sourced(each) for each in attributed):
            return Found(member, reports=(report,), reason="the report says elsewhere from where it has it")
        for edge in self._edges[report]:
            if edge.source in saying:
                return Found(member, reports=(edge.source,), reason="the report has other things from there")
        return Found(member, reason="the report does not say how it knows")

    def _beside(self, member: Member) -> Found | None:
        """Return whom the paragraph of a bare sentence quotes: the nearest before it, else the nearest behind."""
        entry = self._entries[member.proposition.report]
        words = member.proposition.words
        text = entry.reading.report.text
        if words.within != text or member.proposition.headline:
            return None
        start, end = words.spans[0].start, words.spans[-1].end
        paragraph = next((each for each in entry.reading.report.paragraphs if each.start <= start < each.end), None)
        if paragraph is None:
            return None
        quoted = [
            one
            for one in entry.reading.statements
            if len(one.chain) > 1
            and one.source
            and one.stance is not None
            and one.stance.value in STANDS_FOR
            and self._people.who(entry.id, one.chain[-1].speaker).head not in NOBODY
            and paragraph.start <= one.source.spans[0].start < paragraph.end
        ]
        before = [one for one in quoted if one.source.spans[0].start < start]
        behind = [one for one in quoted if one.source.spans[0].start >= end]
        nearest = before[-1] if before else behind[0] if behind else None
        if nearest is None:
            return None
        last = nearest.chain[-1]
        kind = RootKind.DOCUMENT if last.speaker.kind.value is SpeakerKind.DOCUMENT else RootKind.SPEAKER
        reason = f"the paragraph has it from {last.words.text!r}"
        return Found(member, self._people.who(entry.id, last.speaker), kind, reason=reason)

    def _sourced(self, member: Member) -> bool:
        """Say whether a member has a source in its statement."""
        statement = self._statements[member.proposition.statement or ""]
        return len(statement.chain) > 1

    def _sentence(self, member: Member) -> tuple[int, int]:
        """Return the line of the text in which a member begins; nothing of it for a title outside the text."""
        words = member.proposition.words
        text = self._entries[member.proposition.report].reading.report.text
        if words.within != text:
            return 0, 0
        begin, end = words.spans[0].start, words.spans[-1].end
        start = max(text.rfind("\n", 0, begin), text.rfind(". ", 0, begin)) + 1
        stop = min((each for each in (text.find("\n", end), text.find(". ", end)) if each >= 0), default=len(text))
        return start, stop

    def _told(self, publisher: str, entry: Entry, saying: Saying) -> tuple[str, ...]:
        """Return the reports of a publisher that say so: those that were there before, else any."""
        found = [each for each in self._outlets.reports(publisher) if each.id in saying and each.id != entry.id]
        before = [each for each in found if not each.stated or not entry.stated or each.known_from <= entry.known_from]
        return tuple(each.id for each in before or found)

    def _publisher(self, entry: Entry) -> Who | None:
        """Return the publisher of a report as a speaker."""
        for statement in entry.reading.statements:
            if statement.chain:
                return self._people.who(entry.id, statement.chain[0].speaker)
        return None


def _says_it_has(text: str, head: str) -> bool:
    """Say whether a text says that its newsroom has a document of that name."""
    noun = rf"\b{re.escape(head)}\b"
    return (
        re.search(rf"{HAVING}[^\n]{{0,{REACH}}}{noun}|{noun}[^\n]{{0,{REACH}}}{HAVING}", text, re.IGNORECASE)
        is not None
    )


def _touches(member: Member, edge: Edge) -> bool:
    """Say whether a member's words lie in what a report shares with another."""
    words = member.proposition.words
    return any(
        span.overlaps(piece)
        for passage in edge.passages
        if passage.within == words.within
        for piece in passage.spans
        for span in words.spans
    )
