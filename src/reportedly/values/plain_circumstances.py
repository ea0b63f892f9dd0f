"""Places, times and quantities as the plain values of the JSON contract, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.values import (
    Bound,
    Candidate,
    Feature,
    Passage,
    Place,
    PlaceRole,
    Quantity,
    QuantityRole,
    Tally,
    TimeRole,
    TimeType,
    Trend,
    When,
)

if TYPE_CHECKING:
    import enum
    from collections.abc import Callable

    from reportedly.values import MadeBy

    Plain = dict[str, Any]
    Encode = Callable[[MadeBy], Plain]

_SHOWN = ("name", "lat", "lon", "geonames", "country", "admin1", "feature", "extent_km")
"""What of a place of the gazetteer stands in the entry itself."""


def encode_place(place: Place, made_by: Encode) -> Plain:
    """Return a place; what is not known of it is null."""
    found = place.place
    return {
        **_words(place.words),
        "role": _member(place.role),
        "why": place.made_by.reason,
        **{key: _member(getattr(found, key)) if found else None for key in _SHOWN},
        "part": place.part.pairs,
        "others": [_candidate(other) for other in place.others],
        "made_by": made_by(place.made_by),
    }


def encode_time(when: When, made_by: Encode) -> Plain:
    """Return a time."""
    return {
        **_words(when.words),
        "role": _member(when.role),
        "why": when.made_by.reason,
        "type": when.type.value,
        "timex": when.timex,
        "edtf": when.edtf,
        "event": when.event.pairs,
        "made_by": made_by(when.made_by),
    }


def encode_quantity(quantity: Quantity, made_by: Encode) -> Plain:
    """Return a quantity."""
    return {
        **_words(quantity.words),
        "role": quantity.role.value,
        "why": quantity.made_by.reason,
        "low": quantity.low,
        "high": quantity.high,
        "value": quantity.value,
        "bound": quantity.bound.value,
        "trend": _member(quantity.trend),
        "unit": quantity.unit,
        "of": quantity.of.text or None,
        "of_words": quantity.of.pairs,
        "part_of": quantity.part_of.pairs,
        "tally": _member(quantity.tally),
        "as_of": quantity.as_of.pairs,
        "made_by": made_by(quantity.made_by),
    }


def restore_place(plain: Plain, text: str, made_by: MadeBy) -> Place:
    """Return the place that was encoded."""
    named = None if plain["name"] is None else _candidate_of({**plain, "score": made_by.score})
    return Place(
        words=Passage.of(text, [(plain["start"], plain["end"])]),
        place=named,
        others=tuple(_candidate_of(other) for other in plain["others"]),
        role=PlaceRole(plain["role"]) if plain["role"] else None,
        part=Passage.of(text, plain["part"]),
        made_by=made_by,
    )


def restore_time(plain: Plain, text: str, made_by: MadeBy) -> When:
    """Return the time that was encoded."""
    return When(
        words=Passage.of(text, [(plain["start"], plain["end"])]),
        type=TimeType(plain["type"]),
        timex=plain["timex"],
        edtf=plain["edtf"],
        role=TimeRole(plain["role"]) if plain["role"] else None,
        event=Passage.of(text, plain["event"]),
        made_by=made_by,
    )


def restore_quantity(plain: Plain, text: str, made_by: MadeBy) -> Quantity:
    """Return the quantity that was encoded."""
    return Quantity(
        words=Passage.of(text, [(plain["start"], plain["end"])]),
        low=plain["low"],
        high=plain["high"],
        value=plain["value"],
        bound=Bound(plain["bound"]),
        trend=Trend(plain["trend"]) if plain["trend"] else None,
        unit=plain["unit"],
        of=Passage.of(text, plain["of_words"]),
        role=QuantityRole(plain["role"]),
        part_of=Passage.of(text, plain["part_of"]),
        tally=Tally(plain["tally"]) if plain["tally"] else None,
        as_of=Passage.of(text, plain["as_of"]),
        made_by=made_by,
    )


def _words(words: Passage) -> Plain:
    """Return where the words of a circumstance stand, and the words."""
    (span,) = words.spans
    return {"start": span.start, "end": span.end, "text": words.text}


def _candidate(candidate: Candidate) -> Plain:
    """Return a place that is meant less likely."""
    return {**{key: _member(getattr(candidate, key)) for key in _SHOWN}, "score": candidate.score}


def _candidate_of(plain: Plain) -> Candidate:
    """Return the place that was encoded."""
    shown = {key: plain[key] for key in (*_SHOWN, "score")}
    return Candidate(**{**shown, "feature": Feature(plain["feature"]), "score": plain["score"] or 0.0})


def _member(value: enum.StrEnum | str | float | None) -> str | float | None:
    """Return a member of a closed list as its string, and anything else as it is."""
    return str(value) if isinstance(value, str) else value
