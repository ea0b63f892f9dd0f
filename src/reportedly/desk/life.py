"""The small line of a claim's life: when its reports came, above the line, and what contradicts it, below."""

from __future__ import annotations

import collections
import dataclasses
import datetime
from typing import TYPE_CHECKING

from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.ledger.claim_records import Beat

WIDTH, HEIGHT, MARGIN = 200, 40, 4
"""Of the drawing, in its own units."""
BASE = 24
"""Where the line is."""
BINS = 48
"""Places on the line; what comes nearer together stands in one of them, higher."""
STEP, TALLEST = 5.0, 22.0
"""How much higher a bar gets by each report, and how high it may be."""
_AGAINST = frozenset({"denies", Stance.DISPUTES.value, Stance.RETRACTS.value})
_HOUR, _DAY, _MONTH, _YEAR = 3600, 86_400, 30 * 86_400, 365 * 86_400


@dataclasses.dataclass(frozen=True, slots=True)
class Mark:
    """Something on the line: at `x`, from `top` down to `bottom`."""

    kind: str
    """same, against, confirms or open."""
    x: float
    top: float
    bottom: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """A line that can be drawn, and what it says in words. `undated` counts what states no time, and is not drawn."""

    marks: tuple[Mark, ...]
    said: str
    lasted: str
    undated: int


def life(beats: Sequence[Beat]) -> Life:
    """Return the line of what came."""
    dated = [(_seconds(beat.at), _kind(beat)) for beat in beats if beat.stated and _seconds(beat.at) is not None]
    times = [at for at, _ in dated if at is not None]
    first, last = (min(times), max(times)) if times else (0.0, 0.0)
    heaps: dict[tuple[int, str], int] = collections.Counter()
    for at, kind in dated:
        share = ((at or 0.0) - first) / (last - first) if last > first else 0.0
        heaps[round(share * (BINS - 1)), kind] += 1
    marks = tuple(_mark(place, kind, count) for (place, kind), count in sorted(heaps.items()))
    kinds = collections.Counter(_kind(beat) for beat in beats)
    words = {"same": "say so", "against": "against it", "confirms": "confirm it", "open": "leave it open"}
    said = ", ".join(f"{kinds[kind]} {word}" for kind, word in words.items() if kinds[kind])
    lasted = _lasted(last - first) if times else ""
    undated = len(beats) - len(dated)
    return Life(marks=marks, said=f"{said}; over {lasted}" if lasted else said, lasted=lasted, undated=undated)


def _mark(place: int, kind: str, count: int) -> Mark:
    """Return the mark of what came at one place of the line."""
    x = round(MARGIN + place * (WIDTH - 2 * MARGIN) / (BINS - 1), 1)
    if kind == "same":
        return Mark(kind, x, round(BASE - min(TALLEST, 4 + STEP * count), 1), BASE)
    if kind == "against":
        return Mark(kind, x, BASE, round(BASE + min(HEIGHT - BASE - 2, 3 + STEP * count), 1))
    return Mark(kind, x, BASE + 4, BASE + 10)


def _kind(beat: Beat) -> str:
    """Return which of the four kinds of marks a beat is."""
    if beat.what in _AGAINST:
        return "against"
    if not beat.response:
        return "same"
    return "confirms" if beat.what == Stance.CONFIRMS else "open"


def _seconds(at: str) -> float | None:
    """Return a time as seconds; None where it is none."""
    try:
        made = datetime.datetime.fromisoformat(at)
    except ValueError:
        return None
    return made.replace(tzinfo=made.tzinfo or datetime.UTC).timestamp()


def _lasted(seconds: float) -> str:
    """Say how long it took, roughly."""
    for size, word in ((_YEAR, "year"), (_MONTH, "month"), (_DAY, "day"), (_HOUR, "hour"), (60, "minute")):
        if seconds >= size:
            count = round(seconds / size)
            return f"{count} {word}{'' if count == 1 else 's'}"
    return ""
