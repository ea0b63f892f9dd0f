"""Which claim each response answers, across reports: "denied reports that it will close" answers another outlet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from reportedly.claims.claim import Response
from reportedly.claims.fitting import Fitting
from reportedly.claims.narrowing import narrower
from reportedly.claims.replies import replies
from reportedly.ledger.identities import folded
from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reportedly.claims.claim import Member
    from reportedly.claims.entry import Entry
    from reportedly.claims.fitting import Fit
    from reportedly.claims.replies import Reply

ENOUGH = 0.34
"""The score from which on a response is taken to answer a claim."""
ENOUGH_UNANSWERED = 0.24
"""The same of who does not answer: most often what is told around it is all there is to go by."""
ENOUGH_UNREAD = 0.5
"""The same where only a negation shows that something is answered: it must be nearly the claim's own words."""
ONE_RESPONSE = 0.7
"""The likeness from which on the words of one speaker in two reports are one response."""


def respond(
    claims: Sequence[Sequence[Member]], entries: Mapping[str, Entry], likeness: Callable[[str, str], float]
) -> list[tuple[Response, ...]]:
    """Return the responses to each of a story's claims, in the order of time; each answers the claim it fits best.

    `claims` are their members, `entries` the story's reports by their ids; `likeness` tells from 0 to 1 how alike two
    texts are. A response is a member that denies the claim, or confirms it as such; a statement that the reading of its
    report links to a member; or one whose own words are the claim's, or which stands right behind it. Reports that
    carry one response give it to one claim, and each report's copy is a response: count by `speaker` to count who
    answers. What fits no claim well enough answers none of them.
    """
    fitting = Fitting(claims, entries, likeness)
    given = [
        reply
        for entry in sorted(entries.values(), key=lambda entry: (entry.known_from, entry.id))
        for reply in _replies(entry, claims)
    ]
    fits = [fitting.fits(reply) for reply in given]
    names = [frozenset(folded(reply.name).split()) for reply in given]
    found: list[list[tuple[Reply, Response]]] = [[] for _ in claims]
    for number, reply in enumerate(given):
        alike = likeness if _best([(reply, fits[number])]) is None else _the_same
        ours = names[number]
        carried = [
            place
            for place, other in enumerate(given)
            if place == number or (_one_name(ours, names[place]) and _echo(reply, other, alike))
        ]
        best = _best([(given[place], fits[place]) for place in carried])
        if best is not None:
            reasons = fits[number][best].reasons or ("another report carries it as an answer to the claim",)
            found[best].append((reply, _response(reply, claims[best], entries, reasons)))
    return [tuple(_each_once(answers)) for answers in found]


def _replies(entry: Entry, claims: Sequence[Sequence[Member]]) -> Iterator[Reply]:
    """Yield what may answer a claim in a report."""
    here = [member for claim in claims for member in claim if member.proposition.report == entry.id]
    by_statement = {m.proposition.statement: m for m in here if m.proposition.statement is not None}
    own = {member.proposition.spans: member for member in here if member.proposition.statement is None}
    return replies(entry, by_statement, own)


def _echo(one: Reply, other: Reply, likeness: Callable[[str, str], float]) -> bool:
    """Say whether two reports carry one response of one speaker: of one kind, in words that are alike."""
    if one.report == other.report or _kind(one.stance) is not _kind(other.stance):
        return False
    texts = one.about.text, other.about.text
    return texts[0] == texts[1] or (all(map(bool, texts)) and likeness(*texts) >= ONE_RESPONSE)


def _one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two reports may call one speaker so: one name has all the words of the other."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def _the_same(text: str, other: str) -> float:
    """Return 1 for one text and 0 for two: what fits a claim by itself is only one response with its copies."""
    return float(text == other)


def _kind(stance: Stance | None) -> Stance | None:
    """Return the stance that stands for those which may be read from one response."""
    if stance is None or stance is Stance.DISPUTES:
        return Stance.DENIES
    if stance.unanswered:
        return Stance.NO_RESPONSE
    return Stance.RETRACTS if stance is Stance.CORRECTS else stance


def _best(carried: Sequence[tuple[Reply, Sequence[Fit]]]) -> int | None:
    """Return the claim that one response, as reports carry it, fits best; None where it fits none well enough."""
    places = range(len(carried[0][1]))
    place = max(places, key=lambda place: math.fsum(fits[place].score for _, fits in carried), default=None)
    if place is None or not any(fits[place].score >= _enough(reply.stance) for reply, fits in carried):
        return None
    return place


def _enough(stance: Stance | None) -> float:
    """Return the score from which on a response is taken to answer a claim."""
    if stance is None:
        return ENOUGH_UNREAD
    return ENOUGH_UNANSWERED if stance.unanswered else ENOUGH


def _response(
    reply: Reply, claim: Sequence[Member], entries: Mapping[str, Entry], reasons: tuple[str, ...]
) -> Response:
    """Write a response down. What only says that something is not so denies the claim that it answers."""
    entry = entries[reply.report]
    why = narrower(reply, claim, entries)
    return Response(
        statement=reply.statement,
        report=reply.report,
        publisher=entry.publisher,
        known_from=entry.known_from,
        stance=reply.stance if reply.stance is not None else Stance.DENIES,
        speaker=reply.speaker,
        name=reply.name,
        named=reply.named,
        words=reply.words,
        narrower=why is not None,
        reasons=(*reasons, *((f"it is narrower: {why}",) if why is not None else ())),
    )


def _each_once(answers: Sequence[tuple[Reply, Response]]) -> list[Response]:
    """Return responses without those whose words lie in another's of the same report; what was read as one is kept."""
    kept: list[tuple[Reply, Response]] = []
    for reply, response in answers:
        twin = next((each for each in kept if _twins(each[1], response)), None)
        if twin is None:
            kept.append((reply, response))
        elif twin[0].stance is None and reply.stance is not None:
            kept[kept.index(twin)] = (reply, response)
    return [response for _, response in kept]


def _twins(one: Response, other: Response) -> bool:
    """Say whether two responses are read from the same words of one report."""
    same = one.report == other.report and one.stance is other.stance
    return same and any(span.overlaps(own) for span in one.words.spans for own in other.words.spans)
