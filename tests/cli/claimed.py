"""An invented story as claims have it, made by hand, and a stand-in for what would compute it.

A ferry goes down. A wire tells it, one paper copies that with credit and one without, a third retells it; two
officials know it themselves, neither of whom is named, perhaps the same; two papers have it from one another; a page
without a date says it of itself. The ministry denies less than was claimed, and the owner does not answer.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.claim import (
    Claim,
    Drift,
    DriftKind,
    Grade,
    Member,
    Origins,
    Relation,
    Response,
    Root,
    RootKind,
    Standing,
    Status,
    Story,
    Value,
)
from reportedly.claims.edge import Edge, EdgeKind
from reportedly.claims.entry import Entry
from reportedly.claims.proposition import Proposition
from reportedly.errors import UsageError
from reportedly.ledger.identities import identity
from reportedly.values import Bound, Certainty, Moment, Passage, SpeakerKind, Stance, stable_id
from tests.building import found, hop, passage, reading, speaker, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportedly.ledger import Ledger, Query
    from reportedly.values import Reading

WIRE_WORDS = "at least 12 people died when the ferry Sorrel went down off Lessa"
WIRE_TEXT = f"Harbour master Odd Lien said {WIRE_WORDS}. The search was to go on through the night."


def _said(  # noqa: PLR0913 - one for each thing that may be told
    text: str,
    who: str,
    cue: str,
    content: str | None,
    *,
    kind: SpeakerKind = SpeakerKind.PERSON,
    stance: Stance = Stance.ASSERTS,
    certainty: Certainty = Certainty.STATED,
    name: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    external_id: str | None = None,
    title: str | None = None,
) -> Reading:
    """Return a report with one statement."""
    made = reading(
        text,
        [(who, cue, content)],
        publisher=publisher,
        published=Moment(published) if published else None,
        external_id=external_id,
        title=title,
        url=f"https://{external_id}.example/ferry",
    )
    one = speaker(text, name or who, kind)
    return understood(
        made,
        0,
        speaker=one,
        chain=(hop(text, publisher or "somebody"), hop(text, one, who, cue)),
        stance=found(text, stance, cue),
        certainty=found(text, certainty),
    )


WIRE = _said(
    WIRE_TEXT,
    "Harbour master Odd Lien",
    "said",
    WIRE_WORDS,
    name="Odd Lien",
    publisher="Norrpress",
    published="2025-03-04T09:10Z",
    external_id="wire",
    title="Ferry goes down off Lessa",
)
CREDITED = _said(
    f"{WIRE_TEXT} (Norrpress)",
    "Harbour master Odd Lien",
    "said",
    WIRE_WORDS,
    name="Odd Lien",
    publisher="Valley Courier",
    published="2025-03-04T09:40Z",
    external_id="credited",
)
UNCREDITED = _said(
    WIRE_TEXT,
    "Harbour master Odd Lien",
    "said",
    WIRE_WORDS,
    name="Odd Lien",
    publisher="The Strait Observer",
    published="2025-03-04T10:05Z",
    external_id="uncredited",
)
RETOLD = _said(
    "Twelve people drowned on the Sorrel, the Valley Courier reported.",
    "the Valley Courier",
    "reported",
    "Twelve people drowned on the Sorrel",
    kind=SpeakerKind.PUBLICATION,
    publisher="The Evening Post",
    published="2025-03-04T13:00+01:00",
    external_id="retold",
    title="Twelve drown off Lessa",
)
COASTGUARD = _said(
    "A coastguard official said that between 15 and 20 people may have died on the ferry.",
    "A coastguard official",
    "said",
    "between 15 and 20 people may have died on the ferry",
    kind=SpeakerKind.UNNAMED_PERSON,
    certainty=Certainty.POSSIBLE,
    publisher="The Tesmark Standard",
    published="2025-03-05",
    external_id="coastguard",
)
RADIO = _said(
    "Up to 18 passengers are dead, according to an official who is not allowed to speak in public.",
    "an official",
    "according to",
    "Up to 18 passengers are dead",
    kind=SpeakerKind.UNNAMED_PERSON,
    publisher="Harbour Radio",
    published="2025-03-05T07:30Z",
    external_id="radio",
)
FIRST_OF_CIRCLE = _said(
    "The Sorrel took 47 people with it, as Isle Bulletin has reported.",
    "Isle Bulletin",
    "has reported",
    "The Sorrel took 47 people with it",
    kind=SpeakerKind.PUBLICATION,
    publisher="Lessa Today",
    published="2025-03-05T11:00Z",
    external_id="circle-1",
)
SECOND_OF_CIRCLE = _said(
    "According to Lessa Today, 47 people died on the Sorrel.",
    "Lessa Today",
    "According to",
    "47 people died on the Sorrel",
    kind=SpeakerKind.PUBLICATION,
    publisher="Isle Bulletin",
    published="2025-03-05T11:20Z",
    external_id="circle-2",
)
PAGE = reading("Some 20 people are dead after the ferry went down off Lessa.", external_id="page")
DENIAL = _said(
    "The Ministry of Transport denied that any of the crew had died.",
    "The Ministry of Transport",
    "denied",
    "any of the crew had died",
    kind=SpeakerKind.GOVERNMENT,
    stance=Stance.DENIES,
    publisher="The Strait Observer",
    published="2025-03-05T16:00Z",
    external_id="denial",
)
SILENCE = _said(
    "Sorrel Lines did not respond to a request for comment.",
    "Sorrel Lines",
    "did not respond to a request for comment",
    None,
    kind=SpeakerKind.ORGANISATION,
    stance=Stance.NO_RESPONSE,
    publisher="The Evening Post",
    published="2025-03-05T18:00Z",
    external_id="silence",
)

READINGS = (
    WIRE,
    CREDITED,
    UNCREDITED,
    RETOLD,
    COASTGUARD,
    RADIO,
    FIRST_OF_CIRCLE,
    SECOND_OF_CIRCLE,
    DENIAL,
    SILENCE,
    PAGE,
)


def _entry(made: Reading) -> Entry:
    """Return a report as claims take it; one without a date came on the sixth."""
    return Entry.of(made, None if made.report.published else "2025-03-06T08:00:00Z")


ENTRIES = {each.id: each for each in map(_entry, READINGS)}


def _member(made: Reading, relation: Relation = Relation.SAME, words: Passage | None = None) -> Member:
    """Return what a report says in its statement, or in other words of it."""
    report = made.report
    one = made.statements[0] if made.statements and words is None else None
    said = words or (one.content if one else Passage.of(report.text, [(0, len(report.text) - 1)]))
    entry = ENTRIES[report.id]
    return Member(
        proposition=Proposition(
            id=stable_id("p", report.id, said.within == report.text, said.pairs),
            report=report.id,
            statement=one.id if one else None,
            words=said,
            headline=said.within != report.text,
            speaker=identity(one.speaker, report.id) if one and one.speaker else None,
            negated=False,
            stance=one.stance.value if one and one.stance else Stance.ASSERTS,
            certainty=one.certainty.value if one and one.certainty else Certainty.STATED,
        ),
        relation=relation,
        publisher=report.publisher,
        known_from=entry.known_from,
        reasons=("both count people who died on the Sorrel",),
    )


def _titled(made: Reading) -> Member:
    """Return what the title of a report says."""
    title = made.report.title or ""
    return _member(made, words=Passage.of(title, [(0, len(title))]))


HEADLINE = _titled(RETOLD)
MEMBERS = (
    *(_member(each) for each in (WIRE, CREDITED, UNCREDITED)),
    HEADLINE,
    *(_member(each) for each in (RETOLD, COASTGUARD, RADIO, FIRST_OF_CIRCLE, SECOND_OF_CIRCLE, PAGE)),
)
BY_REPORT = {each.proposition.report: each for each in MEMBERS if not each.proposition.headline}


def of(made: Reading) -> Member:
    """Return the statement of a report in the claim."""
    return BY_REPORT[made.report.id]


def _response(made: Reading, name: str, *, narrower: bool, reason: str) -> Response:
    """Return what somebody answers."""
    (one,) = made.statements
    assert one.speaker is not None
    assert one.stance is not None
    return Response(
        statement=one.id,
        report=made.report.id,
        publisher=made.report.publisher,
        known_from=ENTRIES[made.report.id].known_from,
        stance=one.stance.value,
        speaker=identity(one.speaker, made.report.id),
        name=name,
        named=True,
        words=one.content or one.cue,
        narrower=narrower,
        reasons=(reason,),
    )


DENIED = _response(
    DENIAL, "The Ministry of Transport", narrower=True, reason="it speaks of the crew, the claim of people"
)
UNANSWERED = _response(SILENCE, "Sorrel Lines", narrower=False, reason="its report tells the claim right before")


def _edge(  # noqa: PLR0913 - one for each thing that may be told
    report: Reading,
    source: Reading,
    kind: EdgeKind,
    words: str | None = None,
    original: str | None = None,
    *,
    wire: str | None = None,
    credited: bool = True,
    sure: bool = True,
    reason: str,
) -> Edge:
    """Return an edge, shown by words of the report, which the source has as well or has otherwise."""
    text, other = report.report.text, source.report.text
    return Edge(
        report=report.report.id,
        source=source.report.id,
        kind=kind,
        wire=wire,
        credited=credited,
        sure=sure,
        passages=(passage(text, words),) if words else (),
        reasons=(reason,),
        originals=(passage(other, original),) if original else (),
    )


EDGES = (
    _edge(
        CREDITED,
        WIRE,
        EdgeKind.COPIES,
        WIRE_TEXT,
        WIRE_TEXT,
        wire="Norrpress",
        reason="nearly all of its words, half an hour later",
    ),
    _edge(
        UNCREDITED,
        WIRE,
        EdgeKind.COPIES,
        WIRE_TEXT,
        WIRE_TEXT,
        wire="Norrpress",
        credited=False,
        reason="all of its words, within the hour",
    ),
    _edge(RETOLD, CREDITED, EdgeKind.CITES, "the Valley Courier reported", reason="it names “the Valley Courier”"),
    _edge(
        FIRST_OF_CIRCLE, SECOND_OF_CIRCLE, EdgeKind.CITES, "Isle Bulletin", sure=False, reason="it names the later one"
    ),
    _edge(SECOND_OF_CIRCLE, FIRST_OF_CIRCLE, EdgeKind.CITES, "Lessa Today", reason="it names “Lessa Today”"),
)

LIEN = Root(
    id=of(WIRE).proposition.speaker or "",
    kind=RootKind.SPEAKER,
    name="Odd Lien",
    named=True,
    reports=(WIRE.report.id,),
    propositions=(of(WIRE).proposition.id,),
    reasons=("“Harbour master Odd Lien” says so",),
)


def _official(made: Reading, name: str) -> Root:
    """Return an origin that is not named."""
    return Root(
        id=of(made).proposition.speaker or "",
        kind=RootKind.SPEAKER,
        name=name,
        named=False,
        reports=(made.report.id,),
        propositions=(of(made).proposition.id,),
        reasons=(f"“{name}” says so",),
    )


FIRST_OFFICIAL, SECOND_OFFICIAL = _official(COASTGUARD, "coastguard official"), _official(RADIO, "official")
NOBODY = Root(
    id=PAGE.report.id,
    kind=RootKind.UNKNOWN,
    name="an unknown publisher",
    named=False,
    reports=(PAGE.report.id,),
    propositions=(of(PAGE).proposition.id,),
    reasons=("the report does not say how it knows",),
)
MAY_BE = "“an official” may be the coastguard's"
ORIGINS = Origins(
    minimum=2,
    maximum=4,
    roots=(LIEN, FIRST_OFFICIAL, SECOND_OFFICIAL, NOBODY),
    one=((FIRST_OFFICIAL.id, SECOND_OFFICIAL.id, MAY_BE),),
    cycles=((FIRST_OF_CIRCLE.report.id, SECOND_OF_CIRCLE.report.id),),
    reasons=(f"{MAY_BE}: they count once in the minimum",),
)


def _value(made: Reading, words: str, low: float | None, high: float | None, bound: Bound) -> Value:
    """Return how many a report says there are."""
    return Value(
        words=passage(made.report.text, words),
        low=low,
        high=high,
        bound=bound,
        unit=None,
        counted="people",
        proposition=of(made).proposition.id,
        report=made.report.id,
        known_from=of(made).known_from,
    )


VALUES = (
    _value(WIRE, "at least 12 people", 12, None, Bound.AT_LEAST),
    _value(RETOLD, "Twelve people", 12, 12, Bound.EXACTLY),
    _value(COASTGUARD, "between 15 and 20 people", 15, 20, Bound.BETWEEN),
    _value(RADIO, "Up to 18 passengers", None, 18, Bound.AT_MOST),
    _value(FIRST_OF_CIRCLE, "47 people", 47, 47, Bound.EXACTLY),
    _value(PAGE, "Some 20 people", 18, 22, Bound.ABOUT),
)
DRIFTS = (
    Drift(
        kind=DriftKind.RANGE_TO_NUMBER,
        before=passage(CREDITED.report.text, "at least 12 people"),
        after=passage(RETOLD.report.text, "Twelve people"),
        from_=of(CREDITED).proposition.id,
        to=of(RETOLD).proposition.id,
        before_certainty=Certainty.STATED,
        after_certainty=Certainty.STATED,
        reasons=("“at least” went",),
    ),
)
GRADE = Grade(
    letter="C",
    digit=3,
    letter_reasons=("the harbour master has one settled claim in this ledger, and five are needed",),
    digit_reasons=("two origins at the minimum, who differ on how many",),
    would_change=("a second named origin makes it 2", "a denial of the whole makes it 4"),
)
CLAIM = Claim(
    id=stable_id("c", of(WIRE).proposition.id),
    clearest=of(WIRE),
    about="people",
    members=MEMBERS,
    responses=(DENIED, UNANSWERED),
    edges=EDGES,
    origins=ORIGINS,
    standing=Standing(
        status=Status.CONTESTED,
        denied=(DENIED,),
        unanswered=(UNANSWERED,),
        reasons=("The Ministry of Transport denies a part of it",),
    ),
    values=VALUES,
    drifts=DRIFTS,
    grade=GRADE,
)
STORY = Story(id=stable_id("y", WIRE.report.id), entries=tuple(ENTRIES.values()), edges=EDGES, claims=(CLAIM,))


class Shelf:
    """Stands in for the book: holds what a test put there, and keeps what it was asked for."""

    def __init__(self, *stories: Story) -> None:
        """Hold some stories."""
        self.held = stories or (STORY,)
        self.asked: dict[str, object] = {}
        self.graded_as: dict[str, Grade] = {}

    def __call__(self, ledger: Ledger, as_of: Moment | None = None) -> Shelf:
        """Be opened for a ledger."""
        self.asked |= {"ledger": ledger.where, "as_of": as_of}
        return self

    def catch_up(self, done: Callable[[str], None] | None = None) -> int:
        """Say of every report that it was joined."""
        self.asked["caught_up"] = True
        reports = [entry.id for story in self.held for entry in story.entries]
        if done is not None:
            for report in reports:
                done(report)
        return len(reports)

    def stories(self, query: Query | None = None) -> Iterator[Story]:
        """Yield the stories."""
        self.asked["query"] = query
        yield from self.held

    def claims(self, query: Query | None = None) -> Iterator[tuple[Story, Claim]]:
        """Yield the claims."""
        for story in self.stories(query):
            yield from ((story, claim) for claim in story.claims)

    def claim(self, identity: str) -> tuple[Story, Claim]:
        """Return a claim by the beginning of its id, or of one of its statements."""
        for story, claim in self.claims():
            said = [each.proposition for each in claim.members]
            ids = [claim.id, *(each.id for each in said), *(each.statement for each in said if each.statement)]
            if any(each.startswith(identity) for each in ids):
                return story, claim
        msg = f"there is no claim {identity!r} in the ledger"
        raise UsageError(msg)

    def edges(self, reports: Sequence[str] = ()) -> Iterator[tuple[Story, Edge]]:
        """Yield the edges, of some reports those that touch them."""
        for story in self.held:
            for edge in story.edges:
                ends = (edge.report, edge.source)
                if not reports or any(end.startswith(report) for end in ends for report in reports):
                    yield story, edge

    def graded(self, claim: Claim) -> Claim:
        """Return a claim with another grade, where one was put there."""
        return dataclasses.replace(claim, grade=self.graded_as.get(claim.id, claim.grade))

    def speaker_grade(self, identity: str) -> Grade:
        """Return the grade of a speaker."""
        return self.graded_as.get(identity, GRADE)
