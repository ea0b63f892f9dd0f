"""Candidates written by hand: a text in pieces, and a letter for the role of each."""

from __future__ import annotations

import numpy as np

from reportedly.engine import Candidate, Marked, Pieces, Understood
from reportedly.engine.pieces import FEATURES, GAPS, QUOTES, SHAPES

ROLES = ".sqc"
"""The letters of the roles, in the order of the model's labels: nothing, source, cue, content."""


def marked(text: str, labels: str, *, anchor: int | None = None, first: int = 0) -> tuple[Marked, Candidate]:
    """Return a text's pieces, and a candidate that sees them as labelled.

    A piece is what stands between spaces: `##` before it glues it to the word before, `¶` lets it begin a paragraph,
    and one that is neither a letter nor a digit is a mark. `labels` has a letter of `ROLES` for each piece from
    `first` on; an `anchor` that is not given is the first `q` among them.
    """
    words = text.split()
    starts, ends, rows = [], [], []
    place = 0
    for index, word in enumerate(words):
        bare = word.lstrip("¶").removeprefix("##")
        gap = "paragraph" if word.startswith("¶") else "none" if word.startswith("##") else "space"
        place += {"none": 0, "space": 1, "paragraph": 2}[gap] if index else 0
        starts.append(place)
        place += len(bare)
        ends.append(place)
        shape = "lower" if bare[0].isalnum() else "mark"
        rows.append((SHAPES.index(shape), GAPS.index(gap), QUOTES.index("outside"), 1))
    count = len(words)
    pieces = Pieces(
        np.arange(count, dtype=np.int64),
        np.asarray(starts, dtype=np.int64),
        np.asarray(ends, dtype=np.int64),
        np.asarray(rows, dtype=np.int64).reshape(count, len(FEATURES)),
    )
    candidate = Candidate(
        anchor=first + labels.index("q") if anchor is None else anchor,
        first=first,
        labels=np.eye(len(ROLES), dtype=np.float32)[[ROLES.index(letter) for letter in labels]],
        cue=0.8,
        valid=0.9,
    )
    nothing = np.zeros((count, 1), dtype=np.float32)
    understood = Understood(nothing, nothing, nothing, nothing[:, 0], nothing)
    return Marked(pieces, (candidate,), understood), candidate
