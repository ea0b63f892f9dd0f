"""The entities stage: mentions of people, bodies, states, places, documents and nationalities, by name or by a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.stage import Proposal
from reportedly.values import Along, Mention, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from reportedly.engine import Engine
    from reportedly.values import Reading, Word

OUTSIDE = "O"


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

    A mention goes on while its words are labelled as being inside one of the same kind, and takes in no mark at its
    end. Its score is the mean chance of its labels.
    """
    best = chances.argmax(1)
    scores = chances.max(1).tolist()
    begun: list[int] = []
    kind = OUTSIDE
    for place, label in enumerate([labels[i] for i in best.tolist()] + [OUTSIDE]):
        part, _, of = label.partition("-")
        if begun and not (part == "I" and of == kind):
            yield from _close(words, begun, scores, kind, named=named)
            begun = []
        if part != OUTSIDE:
            kind = of
            begun.append(place)


def _close(
    words: Sequence[Word], begun: Sequence[int], scores: Sequence[float], kind: str, *, named: bool
) -> Iterator[Mention]:
    """Yield the mention of some words, if any is more than a mark."""
    places = list(begun)
    while places and words[places[-1]].pos == "PUNCT":
        places.pop()
    while places and words[places[0]].pos == "PUNCT":
        places.pop(0)
    if places:
        score = sum(scores[place] for place in places) / len(places)
        yield Mention(words[places[0]].start, words[places[-1]].end, MentionKind(kind), named, round(score, 4))
