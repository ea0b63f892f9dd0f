"""Every field of a statement for people: its value, the words it was read from, and what made it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from reportedly.exchange import wording
from reportedly.exchange.line import UNNAMED, called
from reportedly.exchange.visible import one_line
from reportedly.exchange.whereabouts import called as called_place
from reportedly.exchange.whereabouts import number, shown_quantity, shown_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportedly.values import (
        Answer,
        Backing,
        Finding,
        Hop,
        MadeBy,
        Passage,
        Place,
        Predicate,
        Quantity,
        Speaker,
        Statement,
        When,
    )


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """One row: what the value is called, the value (empty for the words themselves), its words, and what made it.

    `level` is how far it is set in: the rung of a hop, or one more for what is said about the hop.
    """

    label: str
    value: str
    words: Passage
    made_by: MadeBy
    level: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Section:
    """Fields that belong together, and the labels of those that the report does not state."""

    title: str
    fields: tuple[Field, ...]
    unknown: tuple[str, ...] = ()


def sections(statement: Statement, numbers: Mapping[str, int]) -> list[Section]:
    """Return all that is read in a statement; `numbers` tells the number of another statement by its id."""
    return [
        _words(statement),
        _speaker(statement.speaker),
        Section("chain", tuple(_ladder(statement)), () if statement.chain else ("hops",)),
        _manner(statement),
        _ground(statement, numbers),
        _circumstances(statement),
    ]


def maker(made_by: MadeBy) -> str:
    """Say in a line what made a value: stage, version, score and reason."""
    score = "" if made_by.score is None else f", {made_by.score:.2f}"
    reason = f": {one_line(made_by.reason)}" if made_by.reason else ""
    return one_line(f"{made_by.stage} {made_by.version}") + score + reason


def _words(statement: Statement) -> Section:
    """Return the three passages that make a statement, with the engine's confidence as their score."""
    made_by = dataclasses.replace(statement.made_by, score=statement.confidence)
    passages = {"source": statement.source, "cue": statement.cue, "content": statement.content}
    return Section(
        "words",
        tuple(Field(label, "", words, made_by) for label, words in passages.items() if words),
        tuple(label for label, words in passages.items() if not words),
    )


def _speaker(speaker: Speaker | None) -> Section:
    """Return who says so."""
    if speaker is None:
        return Section("speaker", (), ("speaker",))
    kind = _found("kind", speaker.kind, wording.KINDS[speaker.kind.value])
    name = _found("name", speaker.name) if speaker.name else None
    rest = {
        label: getattr(speaker, label)
        for label in ("role", "affiliation", "country", "count", "reliability", "anonymity")
    }
    return Section(
        "speaker",
        (*([name] if name else []), kind, *(_found(label, found) for label, found in rest.items() if found)),
        (*(() if name else ("name",)), *(label for label, found in rest.items() if not found)),
    )


def _ladder(statement: Statement) -> Iterator[Field]:
    """Give the hops from the publisher inward, each a rung further in, with its cue and channel."""
    for rung, hop in enumerate(statement.chain):
        label = "publisher" if rung == 0 else "speaker" if _is_speaker(hop, rung, statement) else "hop"
        yield Field(label, _rung(hop.speaker, rung), hop.words, hop.made_by, rung)
        if hop.cue:
            yield Field("cue", "", hop.cue, hop.made_by, rung)
        if hop.channel:
            yield _found("channel", hop.channel, wording.CHANNELS[hop.channel.value], rung)
        if hop.platform:
            yield _found("platform", hop.platform, level=rung)
        if hop.certainty:
            yield _found("certainty", hop.certainty, wording.CERTAINTIES[hop.certainty.value], rung)


def _rung(speaker: Speaker, rung: int) -> str:
    """Return who stands on a rung. Who published the report need not be known, and is not unnamed for that."""
    if rung == 0 and speaker.name is None:
        return "not known"
    name = called(speaker)
    return name if speaker.named else f"{UNNAMED} {name}, unnamed"


def _is_speaker(hop: Hop, rung: int, statement: Statement) -> bool:
    """Say whether a hop is the last one, which is the statement's own speaker."""
    return rung == len(statement.chain) - 1 and statement.speaker is not None and hop.speaker.id == statement.speaker.id


def _manner(statement: Statement) -> Section:
    """Return what the speaker does with the content, and how sure and when it is."""
    plain: Mapping[Any, str] = {}
    rows: list[tuple[str, Finding[Any] | None, Mapping[Any, str]]] = [
        ("stance", statement.stance, wording.STANCES),
        ("certainty", statement.certainty, wording.CERTAINTIES),
        ("hedge", statement.hedge, wording.CERTAINTIES),
        ("polarity", statement.polarity, plain),
        ("orientation", statement.orientation, plain),
    ]
    fields = [_found(label, found, words.get(found.value)) for label, found, words in rows if found]
    fields += map(_factuality, statement.factuality)
    unknown = [label for label, found, _ in rows if not found]
    return Section("manner", tuple(fields), (*unknown, *(() if statement.factuality else ("factuality",))))


def _factuality(predicate: Predicate) -> Field:
    """Return how much of a fact one predicate is made to be."""
    value = f"{predicate.value:+.1f}, to readers {predicate.readers:+.1f}"
    return Field("factuality", value, predicate.words, predicate.made_by)


def _ground(statement: Statement, numbers: Mapping[str, int]) -> Section:
    """Return what the content rests on, what backs it, and what it answers."""
    fields = [_found("evidence", found, wording.EVIDENCE[found.value]) for found in statement.evidence]
    fields += map(_backing, statement.backing)
    if statement.answers:
        fields.append(_answer(statement.answers, numbers))
    present = {field.label for field in fields}
    return Section(
        "ground", tuple(fields), tuple(label for label in ("evidence", "backing", "answers") if label not in present)
    )


def _circumstances(statement: Statement) -> Section:
    """Return where, when and how many."""
    fields = [*map(_place, statement.places), *map(_time, statement.times), *map(_quantity, statement.quantities)]
    if statement.said_at:
        fields.append(dataclasses.replace(_time(statement.said_at), label="said_at"))
    present = {field.label for field in fields}
    labels = ("places", "times", "said_at", "quantities")
    return Section("circumstances", tuple(fields), tuple(label for label in labels if label not in present))


def _place(place: Place) -> Field:
    """Return a place with its role, and how large it is."""
    found = place.place
    size = f" ({found.feature.value}, {number(round(found.extent_km))} km)" if found else ""
    role = f"{place.role.value}: " if place.role else ""
    return Field("places", f"{role}{called_place(found) if found else 'not known'}{size}", place.words, place.made_by)


def _time(when: When) -> Field:
    """Return a time, in the terms of the standards."""
    return Field("times", f"{shown_time(when)} ({when.type.value} {one_line(when.timex)})", when.words, when.made_by)


def _quantity(quantity: Quantity) -> Field:
    """Return a quantity as its interval."""
    low, high = ("" if each is None else number(each) for each in (quantity.low, quantity.high))
    interval = f"[{low or '-∞'}, {high or '∞'}]" if low != high else ""
    unit = f" {one_line(quantity.unit)}" if quantity.unit else ""
    value = f"{shown_quantity(quantity)}{unit and f' ({unit.strip()})'} {interval}".strip()
    return Field("quantities", value, quantity.words, quantity.made_by)


def _backing(backing: Backing) -> Field:
    """Return who, or what words, are said to agree."""
    return Field("backing", called(backing.speaker) if backing.speaker else "", backing.words, backing.made_by)


def _answer(answers: Answer, numbers: Mapping[str, int]) -> Field:
    """Return what a response answers."""
    number = numbers.get(answers.statement or "")
    value = "a passage" if number is None else f"statement {number}"
    return Field("answers", value + (", more narrowly" if answers.narrower else ""), answers.words, answers.made_by)


def _found(label: str, found: Finding[Any], value: str | None = None, level: int = 0) -> Field:
    """Return the row of a finding, in other words than its value's where they are given."""
    return Field(label, one_line(str(found.value)) if value is None else value, found.words, found.made_by, level)
