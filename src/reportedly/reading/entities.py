"""The entities stage: mentions of people, bodies, states, places, documents and nationalities, by name or by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.stage import Proposal
from reportedly.values import Along, Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from reportedly.engine import Engine
    from reportedly.values import Reading, Word

OUTSIDE = "O"
_LINKING = frozenset({"ADP", "CCONJ"})
JOINS = 0.1
"""The chance of being inside a mention from which on a word that would begin one goes on with the one before."""
PREFIX = 3
"""Letters of a word that a hyphen joins to a name, at most: "al", "bin"."""
NEITHER, INSIDE = 0, 2
"""What a word is to a mention, beside beginning it: the columns of `parts`."""


class Entities:
    """Find the mentions in a report, in two layers: names, and noun phrases up to their head that refer without one."""

    name = "entities"
    version = "1"
    needs = frozenset({"text", "words"})
    gives = frozenset({"mentions"})

    def __init__(self, engine: Engine) -> None:
        """Take a loaded engine."""
        self._engine = engine

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the mentions in a reading's report."""
        marked = self._engine.mark(reading.report.text)
        words = reading.words
        firsts = np.searchsorted(marked.pieces.starts, [word.start for word in words])
        firsts = np.minimum(firsts, max(0, len(marked.pieces) - 1))
        found = [
            mention
            for named, layer in ((True, marked.understood.names), (False, marked.understood.nominals))
            for mention in mentions(words, layer[firsts], self._engine.config.mentions, named=named)
        ]
        return Proposal(mentions=Along(found))


def mentions(
    words: Sequence[Word], chances: NDArray[np.float32], labels: Sequence[str], *, named: bool
) -> Iterator[Mention]:
    """Yield the mentions of one layer from the chances of each word's labels, shape (words, labels).

    Whether a word begins a mention, is inside one or neither is decided first, over all kinds; then of which kind the
    whole mention is. Its score is the mean chance of its words for that kind. It begins and ends with no mark.
    """
    kinds = sorted({label[2:] for label in labels if label != OUTSIDE})
    begin, inside = ([labels.index(f"{part}-{kind}") for kind in kinds] for part in "BI")
    parts = np.stack((chances[:, labels.index(OUTSIDE)], chances[:, begin].sum(1), chances[:, inside].sum(1)), 1)
    of_kind = chances[:, begin] + chances[:, inside]
    for run in _joined(words, _runs(words, parts.argmax(1).tolist()), of_kind, parts[:, INSIDE].tolist()):
        first, last = _trimmed(words, *run)
        if first < last:
            scores = of_kind[first:last].mean(0)
            best = int(scores.argmax())
            kind, score = MentionKind(kinds[best]), round(float(scores[best]), 4)
            yield Mention(words[first].start, words[last - 1].end, kind, named, score)


def _joined(
    words: Sequence[Word], runs: Iterable[tuple[int, int]], of_kind: NDArray[np.float32], inside: Sequence[float]
) -> Iterator[tuple[int, int]]:
    """Yield the runs, those put together that lie side by side and are parts of one name: "Islamic State of | Iraq".

    The second goes on with the first where that ends with a preposition, where both are of one kind, or where its
    first word may well be inside.
    """
    held: tuple[int, int] | None = None
    for begun, last in runs:
        first = _hyphened(words, begun)
        if held is not None and held[1] >= first and not _apart(words, begun):
            same = of_kind[held[0] : held[1]].mean(0).argmax() == of_kind[begun:last].mean(0).argmax()
            if same or first < begun or words[begun - 1].pos in _LINKING or inside[begun] >= JOINS:
                held = (held[0], last)
                continue
        if held is not None:
            yield held
        held = (first, last)
    if held is not None:
        yield held


def _hyphened(words: Sequence[Word], first: int) -> int:
    """Return where a run begins when a short word is joined to its first by a hyphen: "al-Rahman"."""
    if first < 2:  # noqa: PLR2004 - the word and the hyphen
        return first
    prefix, hyphen = words[first - 2], words[first - 1]
    glued = prefix.end == hyphen.start and hyphen.end == words[first].start and hyphen.end - hyphen.start == 1
    return first - 2 if glued and prefix.end - prefix.start <= PREFIX else first


def _trimmed(words: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """Leave out the marks at both ends of a run of words, and a preposition that leads nowhere."""
    while last > first and (words[last - 1].pos == "PUNCT" or words[last - 1].pos in _LINKING):
        last -= 1
    while first < last and words[first].pos == "PUNCT":
        first += 1
    return first, last


def _runs(words: Sequence[Word], parts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of words [first, last) that make a mention; one that is inside with none before it begins one."""
    first: int | None = None
    for place, part in enumerate(parts):
        if first is not None and (part != INSIDE or _apart(words, place)):
            yield first, place
            first = None
        if part != NEITHER and first is None:
            first = place
    if first is not None:
        yield first, len(parts)


def _apart(words: Sequence[Word], place: int) -> bool:
    """Say whether more than a blank stands between a word and the one before: no mention runs over a paragraph."""
    return place > 0 and words[place].start - words[place - 1].end > 1
