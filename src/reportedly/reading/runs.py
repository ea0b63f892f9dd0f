"""From chances for single pieces to runs of pieces: the source, the cue and the content of one candidate."""

from __future__ import annotations

import bisect
import dataclasses
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.engine import Candidate, Marked

SOURCE, CUE, CONTENT = 1, 2, 3
"""Columns of `Candidate.labels`."""
LIKELY = 0.5
"""The least chance at which a piece is taken into a role; the roles exclude one another above it."""
GAP = 3
"""Holes of up to so many pieces in a role are closed (as in the prototype; `python -m evals.decoding` tries others)."""
STRAY = 4
"""A run shorter than this beside longer ones is noise, not a piece of a content."""
EDGE = 3
"""How many pieces (a quotation mark, a bullet) may stand between a paragraph's edge and a content that crosses it."""

Run = tuple[int, int]
"""Pieces [start, end) of the text."""


@dataclasses.dataclass(frozen=True)
class Proposed:
    """One candidate's roles as runs of pieces, with the chances that the model gave it."""

    anchor: int
    source: tuple[Run, ...]
    cue: tuple[Run, ...]
    content: tuple[Run, ...]
    valid: float
    chance: float

    @functools.cached_property
    def pieces(self) -> frozenset[int]:
        """The pieces of the content."""
        return frozenset(i for start, end in self.content for i in range(start, end))


def propose(marked: Marked, candidate: Candidate) -> Proposed | None:
    """Return a candidate's roles, or None where it has no content."""
    likely = candidate.labels > LIKELY
    roles = (likely * range(likely.shape[1])).max(1).tolist()
    content = _whole(_runs(roles, marked, candidate.first, CONTENT), marked)
    content = _beside(content, marked, candidate.anchor)
    longest = max((end - start for start, end in content), default=0)
    content = [run for run in content if run[1] - run[0] >= min(STRAY, longest)]
    if not content:
        return None
    source = _whole(_runs(roles, marked, candidate.first, SOURCE), marked)
    if source:
        source = [max(source, key=lambda run: (_peak(candidate, run), run[1] - run[0]))]
    cue = _whole(_runs(roles, marked, candidate.first, CUE) or [(candidate.anchor, candidate.anchor + 1)], marked)
    near = min(cue, key=lambda run: max(run[0] - candidate.anchor, candidate.anchor - run[1] + 1, 0))
    taken = set(range(*near))
    source = [run for run in source if not taken & set(range(*run))]
    taken |= {i for run in source for i in range(*run)}
    content = _without(content, taken)
    if not content:
        return None
    return Proposed(candidate.anchor, tuple(source), (near,), tuple(content), candidate.valid, candidate.cue)


def _beside(content: list[Run], marked: Marked, anchor: int) -> list[Run]:
    """Leave out runs in other paragraphs that are not joined, paragraph by paragraph, to the cue's own.

    A content goes on from the end of one paragraph at the beginning of the next, or, where it is not in the cue's own
    paragraph at all, lies right after it or right before. Anything else there is noise: bylines, datelines, captions.
    Nothing goes on from a paragraph that ends without a mark: that is a headline.
    """
    marks, breaks = marked.pieces.marks, marked.pieces.bounds
    by_paragraph: dict[int, list[Run]] = {}
    for run in content:
        by_paragraph.setdefault(bisect.bisect_right(breaks, run[0]), []).append(run)
    home = bisect.bisect_right(breaks, anchor)
    kept = by_paragraph.get(home, [])
    after, before = home, home
    while (not kept or breaks[after] - kept[-1][1] <= EDGE) and after + 1 in by_paragraph and marks[breaks[after] - 1]:
        joined = by_paragraph[after + 1]
        if joined[0][0] - breaks[after] > EDGE:
            break
        kept, after = kept + joined, after + 1
    while (not kept or kept[0][0] - breaks[before - 1] <= EDGE) and before - 1 in by_paragraph:
        joined = by_paragraph[before - 1]
        if not marks[breaks[before - 1] - 1] or breaks[before - 1] - joined[-1][1] > EDGE:
            break
        kept, before = joined + kept, before - 1
    return kept


def _runs(roles: list[int], marked: Marked, first: int, role: int) -> list[Run]:
    """Return the runs of a role, small holes closed, but never over another role or a line's end.

    `roles` holds the role of each piece from `first` on, 0 where it has none.
    """
    lines = marked.pieces.lines
    out: list[Run] = []
    for place, found in enumerate(roles):
        if found != role:
            continue
        piece = place + first
        end = out[-1][1] if out else piece - GAP - 1
        closed = piece - end <= GAP and not any(roles[end - first : place])
        if closed and not any(i in lines for i in range(end, piece + 1)):
            out[-1] = (out[-1][0], piece + 1)
        else:
            out.append((piece, piece + 1))
    return out


def _peak(candidate: Candidate, run: Run) -> float:
    """Return the highest chance that a piece of a run is the source; a widened run may begin before the first."""
    start, end = (max(0, place - candidate.first) for place in run)
    return float(candidate.labels[start:end, SOURCE].max(initial=0.0))


def _whole(runs: list[Run], marked: Marked) -> list[Run]:
    """Widen runs to whole words."""
    inner = marked.pieces.inner
    out: list[Run] = []
    for start, end in runs:
        low, high = start, end
        while inner[low]:
            low -= 1
        while high < len(inner) and inner[high]:
            high += 1
        if out and low < out[-1][1]:
            out[-1] = (out[-1][0], max(high, out[-1][1]))
        else:
            out.append((low, high))
    return out


def _without(runs: list[Run], taken: set[int]) -> list[Run]:
    """Cut pieces out of runs."""
    out: list[Run] = []
    for start, end in runs:
        begin = None
        for i in range(start, end + 1):
            free = i < end and i not in taken
            if free and begin is None:
                begin = i
            elif not free and begin is not None:
                out.append((begin, i))
                begin = None
    return out
