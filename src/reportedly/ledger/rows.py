"""A reading as the rows of a ledger."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from reportedly.ledger.identities import identity
from reportedly.values.plain import plain_reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.values import Place, Quantity, Reading, Speaker, Statement, When

Row = dict[str, Any]

_LEVEL = 3
"""How hard zlib packs: a harder one takes longer than it saves."""


def packed(value: object) -> str:
    """Return a plain value as JSON that any database can hold: lone surrogates are escaped."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def squeezed(value: object) -> bytes:
    """Return a plain value as JSON, packed: what a statement's chain repeats takes a fifth of its room so."""
    return zlib.compress(packed(value).encode("ascii"), _LEVEL)


def opened(squeezed_: bytes) -> Any:  # noqa: ANN401 - whatever was squeezed
    """Return the plain value that was squeezed."""
    return json.loads(zlib.decompress(squeezed_))


def storable(text: str | None) -> str | None:
    """Return words as a database can hold them: without what UTF-8 or PostgreSQL has no place for."""
    if text is None:
        return None
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\ufffd")


def made_by(reading: Reading) -> list[Row]:
    """Return the stages that made the statements of a reading, with their versions and models."""
    makers = {(one.made_by.stage, one.made_by.version, one.made_by.model) for one in reading.statements}
    return [{"stage": stage, "version": version, "model": model} for stage, version, model in sorted(makers, key=str)]


def rest(reading: Reading) -> tuple[Row, list[Row]]:
    """Return the plain form of a reading without its statements, and that of each statement."""
    plain = plain_reading(reading)
    statements: list[Row] = plain.pop("statements")
    return plain, statements


def statements(reading: Reading, plain: Sequence[Row], known_from: str) -> list[Row]:
    """Return a row for each statement."""
    return [
        {
            "id": one.id,
            "report": reading.report.id,
            "number": number,
            "parent": one.parent,
            "source": storable(one.source.text),
            "cue": storable(one.cue.text),
            "content": storable(one.content.text),
            "speaker": one.speaker.id if one.speaker else None,
            "name": storable(one.speaker.name.value) if one.speaker and one.speaker.name else None,
            "kind": one.speaker.kind.value.value if one.speaker else None,
            "country": one.speaker.country.value if one.speaker and one.speaker.country else None,
            "named": int(one.speaker.named) if one.speaker else None,
            "stance": one.stance.value.value if one.stance else None,
            "certainty": one.certainty.value.value if one.certainty else None,
            "hedge": one.hedge.value.value if one.hedge else None,
            "polarity": one.polarity.value.value if one.polarity else None,
            "orientation": one.orientation.value.value if one.orientation else None,
            "confidence": one.confidence,
            "known_from": known_from,
            "plain": squeezed(each),
        }
        for number, (one, each) in enumerate(zip(reading.statements, plain, strict=True), 1)
    ]


def speakers(reading: Reading) -> list[Row]:
    """Return a row for each speaker of a reading, those of hops included."""
    found: dict[str, Speaker] = {}
    for one in reading.statements:
        for who in (one.speaker, *(hop.speaker for hop in one.chain)):
            if who is not None:
                found.setdefault(who.id, who)
    return [
        {
            "report": reading.report.id,
            "id": who.id,
            "name": storable(who.name.value) if who.name else None,
            "kind": who.kind.value.value,
            "role": storable(who.role.value) if who.role else None,
            "affiliation": storable(who.affiliation.value) if who.affiliation else None,
            "country": who.country.value if who.country else None,
            "named": int(who.named),
            "identity": identity(who, reading.report.id),
        }
        for who in found.values()
    ]


def hops(reading: Reading) -> list[Row]:
    """Return a row for each step of each chain."""
    return [
        {
            "statement": one.id,
            "step": step,
            "speaker": hop.speaker.id,
            "name": storable(hop.speaker.name.value) if hop.speaker.name else None,
            "kind": hop.speaker.kind.value.value,
            "named": int(hop.speaker.named),
            "channel": hop.channel.value.value if hop.channel else None,
            "certainty": hop.certainty.value.value if hop.certainty else None,
        }
        for one in reading.statements
        for step, hop in enumerate(one.chain)
    ]


def _held(reading: Reading, name: str) -> Iterator[tuple[str | None, Any]]:
    """Give every circumstance of a sort with the innermost statement that holds it, or None for a bare one."""
    inner: dict[tuple[int, int], Statement] = {}
    for one in reading.statements:
        for each in getattr(one, name):
            inner[(each.words.spans[0].start, each.words.spans[0].end)] = one
    for each in getattr(reading, name):
        span = each.words.spans[0]
        holder = inner.get((span.start, span.end))
        yield (holder.id if holder else None), each


def places(reading: Reading) -> list[Row]:
    """Return a row for each place."""
    return [_place(reading, statement, place) for statement, place in _held(reading, "places")]


def _place(reading: Reading, statement: str | None, place: Place) -> Row:
    """Return the row of a place."""
    found = place.place
    return {
        "report": reading.report.id,
        "statement": statement,
        "words": storable(place.words.text),
        "name": found.name if found else None,
        "lat": found.lat if found else None,
        "lon": found.lon if found else None,
        "geonames": found.geonames if found else None,
        "country": found.country if found else None,
        "feature": found.feature.value if found else None,
        "extent_km": found.extent_km if found else None,
        "role": place.role.value if place.role else None,
    }


def times(reading: Reading) -> list[Row]:
    """Return a row for each time."""
    return [_time(reading, statement, when) for statement, when in _held(reading, "times")]


def _time(reading: Reading, statement: str | None, when: When) -> Row:
    """Return the row of a time."""
    return {
        "report": reading.report.id,
        "statement": statement,
        "words": storable(when.words.text),
        "type": when.type.value,
        "timex": when.timex,
        "edtf": when.edtf,
        "role": when.role.value if when.role else None,
    }


def quantities(reading: Reading) -> list[Row]:
    """Return a row for each quantity."""
    return [_quantity(reading, statement, one) for statement, one in _held(reading, "quantities")]


def _quantity(reading: Reading, statement: str | None, quantity: Quantity) -> Row:
    """Return the row of a quantity."""
    return {
        "report": reading.report.id,
        "statement": statement,
        "words": storable(quantity.words.text),
        "low": quantity.low,
        "high": quantity.high,
        "value": quantity.value,
        "bound": quantity.bound.value,
        "unit": quantity.unit,
        "counted": storable(quantity.of.text) or None,
        "role": quantity.role.value,
    }
