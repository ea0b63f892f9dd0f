"""Pair the statements that were read with those of careful readers, one to one."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evals.gold import Document, Hop, Spans, Statement
    from reportedly import values

HALF = 0.5
"""The least overlap (IoU of code points) of two contents, and of two sources, that makes them the same."""
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    "a an the of and in on for to at by from with mr mrs ms dr sir his her its their our who that this some".split()
)


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """A statement of gold and the one that was read for it, if any."""

    document: Document
    gold: Statement
    read: values.Statement | None


def paired(document: Document, read: Sequence[values.Statement]) -> list[Pair]:
    """Pair the statements of a document, those that overlap best first."""
    scores = sorted(
        (-score, g, r)
        for g, gold in enumerate(document.statements)
        for r, one in enumerate(read)
        if (score := _likeness(gold, one)) > 0
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, g, r in scores:
        if g not in taken and r not in used:
            taken[g] = r
            used.add(r)
    return [Pair(document, gold, read[taken[g]] if g in taken else None) for g, gold in enumerate(document.statements)]


def _likeness(gold: Statement, read: values.Statement) -> float:
    """Return how much two statements overlap, 0 where they are not the same.

    A statement without a content (a non-answer) is known by its source and its cue.
    """
    source = _overlap(gold.source, read.source.pairs)
    if source < HALF:
        return 0.0
    if gold.content and read.content:
        content = _overlap(gold.content, read.content.pairs)
        return content + source / 10 if content >= HALF else 0.0
    return 0.1 + source / 10 if _overlap(gold.cue, read.cue.pairs) > 0 else 0.0


def _overlap(one: Iterable[Sequence[int]], other: Iterable[Sequence[int]]) -> float:
    """Return the IoU of two passages; 1 where both are empty."""
    a, b = _places(one), _places(other)
    return len(a & b) / len(a | b) if a | b else 1.0


def _places(spans: Iterable[Sequence[int]]) -> set[int]:
    """Return the code points of some spans."""
    return {place for start, end in spans for place in range(start, end)}


def words(document: Document, spans: Spans) -> str:
    """Return the words of some spans of a document."""
    return " ".join(document.report.text[start:end] for start, end in spans)


def alike(name: str, other: str) -> bool:
    """Say whether two names are the same one: most of their words are, articles and titles aside; none is as none."""
    a, b = _content(name), _content(other)
    return 2 * len(a & b) >= len(a | b) if a or b else True


def _content(name: str) -> set[str]:
    """Return the words of a name that tell it from others."""
    found = {word.lower() for word in _WORD.findall(name)}
    return found - _EMPTY or found


def same_chain(document: Document, gold: Sequence[Hop], read: Sequence[values.Hop]) -> bool:
    """Say whether two chains have the same hops. The first is the publisher's, whom a text need not name."""
    return len(gold) == len(read) and all(
        alike(words(document, hop.name), one.speaker.name.value if one.speaker.name else "")
        for hop, one in zip(gold[1:], read[1:], strict=True)
    )
