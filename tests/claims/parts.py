"""The parts of claims for tests: members, origins and responses on readings that are written by hand."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.claims.claim import Member, Origins, Relation, Response, Root, RootKind
from reportedly.claims.coinciding import Coincidences, Model, Weights
from reportedly.claims.entry import Entry
from reportedly.claims.propositions import propositions
from reportedly.claims.sides import LEADS, SAME
from reportedly.ledger.identities import identity
from reportedly.reading.likeness import shared, telling
from reportedly.values import Passage, Stance, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.edge import Edge
    from reportedly.claims.people import People
    from reportedly.values import Reading, Span

NEVER, SURELY = -9.0, 18.0
RULES = Model(
    "rules",
    Weights(dict.fromkeys(SAME, 0.0), NEVER, 0.5),
    Weights(dict.fromkeys(SAME, 0.0) | {"may be": SURELY}, NEVER, 0.5),
    Weights(dict.fromkeys(LEADS, 0.0), NEVER, 0.5),
)
"""A model by which nobody is one but by the rules, and by which the rules' "may be" is all there is."""


def entries_of(*readings: Reading) -> dict[str, Entry]:
    """Return readings as claims take them, by the ids of their reports."""
    made = [Entry.of(reading) for reading in readings]
    return {entry.id: entry for entry in made}


def member(entry: Entry, words: str, relation: Relation = Relation.SAME) -> Member:
    """Return the proposition of a report that has some words, as a member; ValueError unless there is one."""
    (found,) = [each for each in propositions(entry.reading) if words in each.text]
    return Member(proposition=found, relation=relation, publisher=entry.publisher, known_from=entry.known_from)


def weighing(
    *,
    same: Mapping[str, float] | None = None,
    may: Mapping[str, float] | None = None,
    leads: Mapping[str, float] | None = None,
) -> Model:
    """Return the model by the rules, but for the weights that are given, by their features' names."""
    parts = ((RULES.same, same), (RULES.may, may), (RULES.leads, leads))
    return Model(
        "given", *(Weights(part.features | dict(given or {}), part.bias, part.threshold) for part, given in parts)
    )


def by_rules(entries: Sequence[Entry], edges: Sequence[Edge], people: People, weights: Model = RULES) -> Coincidences:
    """Return what finds who is one in a story, by the rules alone unless other weights are given."""
    return Coincidences({entry.id: entry for entry in entries}, edges, people.kept_apart, weights)


def with_voice(reading: Reading, *sentences: str) -> Reading:
    """Return a reading whose report says some sentences in its own voice."""
    text = reading.report.text
    spans: list[Span] = []
    for sentence in sentences:
        start = text.index(sentence)
        spans.extend(Passage.of(text, [(start, start + len(sentence))]).spans)
    return dataclasses.replace(reading, voice=Voice(sentences=tuple(spans), bare=1.0))


def alike(one: str, other: str) -> float:
    """Return the share of words that two texts have in common; what vectors of sentences tell elsewhere."""
    return shared(telling([one]), telling([other]))


def root(name: str, *members: Member, kind: RootKind = RootKind.SPEAKER, named: bool = True) -> Root:
    """Return somebody to whom some members lead; of a speaker the id is that of the first member's."""
    speaker = members[0].proposition.speaker if members else None
    return Root(
        id=speaker or name,
        kind=kind,
        name=name,
        named=named,
        reports=tuple(dict.fromkeys(each.proposition.report for each in members)),
        propositions=tuple(each.proposition.id for each in members),
        reasons=(),
    )


def origins(*roots: Root, minimum: int | None = None, **more: Any) -> Origins:  # noqa: ANN401 - whatever Origins take
    """Return the origins of a claim; as many as there are roots, where the minimum is not given."""
    low = len(roots) if minimum is None else minimum
    return Origins(minimum=low, maximum=len(roots), roots=roots, **more)


def response(
    entries: Mapping[str, Entry], report: int, stance: Stance, *, statement: int | None = 0, narrower: bool = False
) -> Response:
    """Return a statement of one of the reports as a response, by their numbers; None for the report's own voice."""
    entry = list(entries.values())[report]
    made = entry.reading.statements[statement] if statement is not None else None
    speaker = made.speaker if made is not None else None
    name = speaker.name.value if speaker is not None and speaker.name is not None else entry.publisher or ""
    return Response(
        statement=made.id if made is not None else None,
        report=entry.id,
        publisher=entry.publisher,
        known_from=entry.known_from,
        stance=stance,
        speaker=identity(speaker, entry.id) if speaker is not None else name,
        name=name,
        named=speaker is None or speaker.named,
        words=made.content if made is not None else Passage(entry.reading.report.text),
        narrower=narrower,
        reasons=(),
    )


def names(responses: Sequence[Response]) -> list[tuple[str, str]]:
    """Return who responds, and how."""
    return [(one.name, one.stance.value) for one in responses]
