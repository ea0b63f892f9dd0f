"""Windows of articles as batches of tensors, and the cues that the link head is shown in each."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import torch
from data import ROLES, Article, Spans

from reportedly.engine.pieces import Pieces, cut, surroundings

if TYPE_CHECKING:
    import random

    from tokenizers import Tokenizer
    from torch import Tensor

CUES_IN_BATCH = 104
"""Cues shown to the link head at once; nine batches in ten of 15 windows have fewer gold ones."""
WRONG_CUES = 4
"""Wrong cues shown for each window at most."""
LIKELY_WRONG = -2.5
"""The least score (log odds) at which a wrong cue is worth showing."""
AT_THE_PEAK = 0.85
"""Share of gold cues that are asked about at their likeliest piece; the rest at any piece of theirs."""
LEAST_SEEN = 0.5
"""A content of which less lies in the window is not asked about."""
OVERLAPPING = 0.5
"""Share of the windows that begin within the one before, as all do when reports are read."""
IGNORE = -100
"""The label of a piece outside the stretch."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article cut into pieces, with labels for each."""

    article: Article
    pieces: Pieces
    tokens: np.ndarray
    """(pieces, 4): in a top-level cue, any cue, any source, any content; -1 where nothing is known."""
    links: list[tuple[np.ndarray, np.ndarray, np.ndarray]]
    """For each attribution with a cue: piece indices of source, cue, content."""


def touched(pieces: Pieces, spans: Spans) -> np.ndarray:
    """Indices of the pieces that share a character with any of the spans."""
    hit = np.zeros(len(pieces), dtype=bool)
    for start, end in spans:
        hit |= (pieces.starts < end) & (pieces.ends > start)
    return np.flatnonzero(hit)


def prepare(article: Article, tokenizer: Tokenizer) -> Prepared:
    """Cut an article and write its gold down on its pieces."""
    pieces = cut(article.text, tokenizer)
    n = len(pieces)
    tokens = np.zeros((n, 4), dtype=np.float32)
    if not article.complete:
        tokens[:] = -1
        tokens[:, 1] = 0
    links = []
    for a in article.attributions:
        source, cue, content = (touched(pieces, getattr(a, role)) for role in ROLES)
        tokens[source, 2] = 1
        if article.complete:
            inside = content[tokens[content, 1] == 0]
            tokens[inside, 1] = -1
        tokens[content, 3] = 1
        if len(cue) and len(content):
            links.append((source, cue, content))
    for a in article.attributions:
        cue = touched(pieces, a.cue)
        tokens[cue, 1] = 1
        if article.complete:
            tokens[cue, 0] = 1
    return Prepared(article, pieces, tokens, links)


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One window of one article."""

    prepared: Prepared
    start: int
    end: int


def split(prepared: Prepared, size: int, rng: random.Random) -> list[Example]:
    """Cut an article into windows, beginning at another place each epoch, between paragraphs where possible."""
    n = len(prepared.pieces)
    breaks = prepared.pieces.bounds
    out, start = [], 0
    limit = rng.randint(size // 2, size)
    while start < n:
        end = min(start + limit, n)
        if end < n:
            fits = [b for b in breaks if start + limit // 2 < b <= end]
            end = fits[-1] if fits else end
        out.append(Example(prepared, start, end))
        if end == n:
            break
        fits = [b for b in breaks if end - size // 5 <= b <= end - 20]
        start = (rng.choice(fits) if fits else end - 40) if rng.random() < OVERLAPPING or end not in breaks else end
        limit = size
    return out


def collate(batch: list[Example], size: int, special: tuple[int, int, int]) -> dict[str, Tensor]:
    """Pad windows to one size, with the tokenizer's first and last token about them."""
    first, last, pad = special
    b = len(batch)
    ids = np.full((b, size), pad, dtype=np.int64)
    features = np.zeros((b, size, 4), dtype=np.int64)
    mask = np.zeros((b, size), dtype=np.float32)
    tokens = np.full((b, size, 4), -1, dtype=np.float32)
    weights = np.zeros(b, dtype=np.float32)
    for row, example in enumerate(batch):
        p, n = example.prepared, example.end - example.start
        ids[row, 0], ids[row, n + 1] = first, last
        ids[row, 1 : n + 1] = p.pieces.ids[example.start : example.end]
        features[row, 1 : n + 1] = p.pieces.features[example.start : example.end]
        mask[row, : n + 2] = 1
        tokens[row, 1 : n + 1] = p.tokens[example.start : example.end]
        weights[row] = p.article.weight
    arrays = {"ids": ids, "features": features, "mask": mask, "tokens": tokens, "weights": weights}
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def choose(batch: list[Example], scores: np.ndarray, most: int, rng: random.Random) -> dict[str, Tensor]:
    """Choose the cues that the link head is shown: all gold ones, and the likeliest wrong ones.

    A gold cue is asked about at the piece that the cue head finds likeliest, as it will be when reports are read.
    `kind` is 1 for a gold cue, 0 for a wrong one, -1 where nobody said whether it stands by itself.
    """
    chosen: list[tuple[int, int, np.ndarray | None, int, float]] = []
    for row, example in enumerate(batch):
        p, n = example.prepared, example.end - example.start
        free = np.ones(n, dtype=bool)
        for source, cue, content in p.links:
            inside = cue[(cue >= example.start) & (cue < example.end)] - example.start
            if not len(inside):
                continue
            free[inside] = False
            spread = [part[(part >= example.start) & (part < example.end)] for part in (source, content)]
            if len(spread[1]) < LEAST_SEEN * len(content) or (len(source) and not len(spread[0])):
                continue
            anchor = (
                inside[scores[row, inside + 1].argmax()] if rng.random() < AT_THE_PEAK else rng.choice(inside.tolist())
            )
            label = np.zeros(n, dtype=np.int64)
            for value, part in ((3, spread[1]), (1, spread[0]), (2, inside + example.start)):
                label[part - example.start] = value
            chosen.append((row, int(anchor), label, 1 if p.article.complete else -1, p.article.weight))
        if not p.article.complete:
            continue
        s = scores[row, 1 : n + 1].copy()
        s[~free] = -9
        peaks = [i for i in np.flatnonzero(s > LIKELY_WRONG) if s[i] >= s[max(0, i - 2) : i + 3].max()]
        chosen += [(row, int(i), None, 0, p.article.weight) for i in sorted(peaks, key=lambda i: -s[i])[:WRONG_CUES]]
    chosen.sort(key=lambda c: (c[3] == 0, rng.random()))
    count = CUES_IN_BATCH
    out = {name: np.zeros(count, dtype=np.int64) for name in ("rows", "columns", "starts", "ends")}
    out |= {"labels": np.full((count, most), IGNORE, dtype=np.int64)}
    out |= {"valid": np.full(count, -1, dtype=np.float32), "weights": np.zeros(count, dtype=np.float32)}
    out["ends"] += 1
    for place, (row, anchor, label, kind, weight) in enumerate(chosen[:count]):
        example = batch[row]
        breaks = example.prepared.pieces.breaks - example.start
        start, end = surroundings(breaks, (0, example.end - example.start), anchor, most)
        out["rows"][place], out["columns"][place] = row, anchor + 1
        out["starts"][place], out["ends"][place] = start + 1, end + 1
        out["valid"][place], out["weights"][place] = kind, weight
        if label is not None:
            out["labels"][place, : end - start] = label[start:end]
    return {name: torch.from_numpy(array) for name, array in out.items()}
