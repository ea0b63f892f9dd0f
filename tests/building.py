"""Readings written by hand, for tests: statements are given as words, and their spans are found in the text."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from reportedly.values import (
    Caution,
    Finding,
    Hop,
    MadeBy,
    Passage,
    Reading,
    Report,
    Speaker,
    SpeakerKind,
    Statement,
    stable_id,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

Words: TypeAlias = "str | tuple[str, int]"
"""Words as they stand in the text; `("said", 1)` is their second occurrence. Bare words must occur only once."""

Pieces: TypeAlias = "Words | list[str] | list[tuple[str, int]] | list[Words] | None"
"""A passage: the words of its only piece, a list of its pieces, or None for no words."""

Given: TypeAlias = "tuple[Pieces, Pieces, Pieces] | tuple[Pieces, Pieces, Pieces, int | None]"
"""Source, cue, content and, for a statement within another's content, the index of that one in the list."""

MADE_BY = MadeBy("attribution", "1", "0" * 64)
RULED = MadeBy("rules", "1", reason="by hand")
PUBLISHER = "publisher"
"""The id of the speaker of a chain's first hop."""

Value = TypeVar("Value")


def reading(
    text: str,
    statements: Sequence[Given] = (),
    *,
    confidence: float = 0.9,
    warnings: Sequence[tuple[str, str]] = (),
    **about: Any,  # noqa: ANN401 - whatever a Report takes
) -> Reading:
    """Return a reading of `text`; `about` is what the report says of itself (title, publisher, url, ...)."""
    report = Report(text=text, **about)
    made: list[Statement] = []
    for index, (source, cue, content, *parent) in enumerate(statements):
        above = parent[0] if parent else None
        made.append(
            Statement(
                id=stable_id("s", report.id, index),
                source=passage(text, source),
                cue=passage(text, cue),
                content=passage(text, content),
                parent=None if above is None else stable_id("s", report.id, above),
                confidence=confidence,
                made_by=MADE_BY,
            )
        )
    return Reading(report, tuple(made), tuple(Caution(code, message) for code, message in warnings))


def understood(made: Reading, index: int, **values: Any) -> Reading:  # noqa: ANN401 - whatever a Statement takes
    """Return the reading with more values in one of its statements."""
    statements = list(made.statements)
    statements[index] = dataclasses.replace(statements[index], **values)
    return dataclasses.replace(made, statements=tuple(statements))


def found(text: str, value: Value, words: Pieces = None, made_by: MadeBy = RULED) -> Finding[Value]:
    """Return a value that was read from some words, or from none."""
    return Finding(value, passage(text, words), made_by)


def speaker(  # noqa: PLR0913 - one for each thing that may be known
    text: str,
    name: Words,
    kind: SpeakerKind = SpeakerKind.PERSON,
    *,
    named: bool | None = None,
    count: int | None = None,
    country: str | None = None,
    **words: Words,
) -> Speaker:
    """Return a speaker by words of the text; `words` are those of role, affiliation, reliability and anonymity.

    Without `named` the kind decides.
    """
    if named is None:
        named = kind not in {SpeakerKind.UNNAMED_PERSON, SpeakerKind.UNNAMED_GROUP, SpeakerKind.GROUP}
    return Speaker(
        id=stable_id("k", name),
        name=found(text, passage(text, name).text, name),
        kind=found(text, kind),
        named=named,
        count=None if count is None else found(text, count),
        country=None if country is None else found(text, country),
        **{field: found(text, passage(text, each).text, each) for field, each in words.items()},
    )


def hop(text: str, who: Speaker | str, words: Pieces = None, cue: Pieces = None, **values: Any) -> Hop:  # noqa: ANN401 - whatever a Hop takes
    """Return a step of a chain; a publisher is given by its name alone, which stands nowhere in the text."""
    if isinstance(who, str):
        kind = found(text, SpeakerKind.PUBLICATION)
        who = Speaker(id=PUBLISHER, name=found(text, who), kind=kind, named=True)
    return Hop(speaker=who, words=passage(text, words), cue=passage(text, cue), made_by=RULED, **values)


def passage(text: str, pieces: Pieces) -> Passage:
    """Find the pieces of a passage in the text; ValueError where words are missing or could stand in two places."""
    if pieces is None:
        return Passage(text)
    return Passage.of(text, [_find(text, words) for words in (pieces if isinstance(pieces, list) else [pieces])])


def _find(text: str, words: Words) -> tuple[int, int]:
    """Return where words begin and end."""
    if isinstance(words, str) and text.count(words) > 1:
        msg = f"{words!r} occurs {text.count(words)} times: say which, as ({words!r}, 0)"
        raise ValueError(msg)
    sought, skipped = (words, 0) if isinstance(words, str) else words
    start = -1
    for _ in range(skipped + 1):
        start = text.index(sought, start + 1)
    return start, start + len(sought)
