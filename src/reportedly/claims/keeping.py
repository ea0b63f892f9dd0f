"""A told story in plain values, to be kept in a ledger and restored from there without being told again.

Only what was computed is kept: the reports of the story are the ledger's, and every passage is kept by its spans alone,
with the place of its text among those of the reports. What is restored equals what was kept.
"""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from typing import TYPE_CHECKING, Any, TypeVar

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
from reportedly.claims.proposition import Amount, Proposition, Where
from reportedly.values import Bound, Certainty, Feature, Passage, Span, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportedly.claims.entry import Entry

Kept = TypeVar("Kept")

_KINDS = (Amount, Claim, Drift, Edge, Grade, Member, Origins, Proposition, Response, Root, Standing, Value, Where)
"""What a story is made of."""
_WORDS = (Bound, Certainty, DriftKind, EdgeKind, Feature, Relation, RootKind, Stance, Status)
_NAMES = {kind.__name__: kind for kind in (*_KINDS, *_WORDS, Passage)}
"""What the annotations of those are called; their own modules import some of it for type checking alone."""


def plain_story(story: Story) -> dict[str, Any]:
    """Return a story in values that JSON knows, without the texts and readings of its reports."""
    places = {text: place for place, text in enumerate(_texts(story.entries))}
    return {
        "id": story.id,
        "reports": [entry.id for entry in story.entries],
        "edges": [_plain(edge, places) for edge in story.edges],
        "claims": [_plain(claim, places) for claim in story.claims],
    }


def restored_story(plain: Mapping[str, Any], entries: Sequence[Entry]) -> Story:
    """Return the story of plain values, with its reports in the order that they have there.

    Raises ValueError, KeyError, TypeError, IndexError or AttributeError where the values are no story's.
    """
    texts = _texts(entries)
    return Story(
        id=plain["id"],
        entries=tuple(entries),
        edges=tuple(_made(Edge, each, texts) for each in plain["edges"]),
        claims=tuple(_made(Claim, each, texts) for each in plain["claims"]),
    )


def _texts(entries: Sequence[Entry]) -> list[str]:
    """Return the texts that passages of a story are cut from: of each report its text, and its title."""
    return [text for entry in entries for text in (entry.reading.report.text, entry.reading.report.title or "")]


def _plain(value: Any, places: Mapping[str, int]) -> Any:  # noqa: ANN401 - whatever a claim holds
    """Return a value of a claim in lists and values that JSON knows."""
    match value:
        case enum.Enum():
            return value.value
        case Passage():
            return [places[value.within], *(end for span in value.spans for end in (span.start, span.end))]
        case tuple():
            return [_plain(each, places) for each in value]
        case _ if dataclasses.is_dataclass(value):
            return [_plain(getattr(value, name), places) for name, _ in _fields(type(value))]  # type: ignore[arg-type]  # a class has a hash
        case _:
            return value


def _made(kind: type[Kept], plain: Sequence[Any], texts: Sequence[str]) -> Kept:
    """Return a part of a story from its values."""
    fields = zip(_fields(kind), plain, strict=True)  # type: ignore[arg-type]  # a class has a hash
    return kind(**{name: restore(value, texts) for (name, restore), value in fields})


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, Callable[[Any, Sequence[str]], Any]], ...]:
    """Return the fields of a part of a story, each with what restores its values."""
    hints = typing.get_type_hints(kind, localns=_NAMES)
    return tuple((field.name, _restorer(hints[field.name])) for field in dataclasses.fields(kind))


def _restorer(hint: Any) -> Callable[[Any, Sequence[str]], Any]:  # noqa: ANN401, PLR0911 - an annotation, whatever it is; one way for each sort
    """Return what restores the values of an annotation."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is types.UnionType:
        inner = _restorer(next(each for each in arguments if each is not types.NoneType))
        return lambda value, texts: None if value is None else inner(value, texts)
    if typing.get_origin(hint) is tuple and arguments[-1] is Ellipsis:
        inner = _restorer(arguments[0])
        return lambda value, texts: tuple([inner(each, texts) for each in value])
    if typing.get_origin(hint) is tuple:
        return lambda value, _: tuple(value)
    if hint is Passage:
        return lambda value, texts: Passage(
            texts[value[0]], tuple(Span(*ends) for ends in zip(value[1::2], value[2::2], strict=True))
        )
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return lambda value, _: hint(value)
    if dataclasses.is_dataclass(hint):
        return lambda value, texts: _made(hint, value, texts)  # type: ignore[arg-type]  # a class, which its type does not say
    return lambda value, _: value
