"""How many attributions of each kind are found, matched exactly as the scorer matches them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import TYPE_CHECKING

from evals.kinds import KINDS, Vocabulary, kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evals.scorer import Scorer, Spans, Spread

HALF = 0.5
"""Word tokens shared, as IoU, from which on the scorer counts two spans as the same."""


@dataclasses.dataclass(frozen=True, slots=True)
class Labelled:
    """One attribution as spans, from gold or from the engine."""

    source: Spans
    cue: Spans
    content: Spans


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """One text with its gold and its predicted attributions."""

    text: str
    gold: Sequence[Labelled]
    predicted: Sequence[Labelled]


@dataclasses.dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind. `predicted` and `right` are by the kind of the prediction, the others by that of the gold."""

    gold: int
    detected: int
    attributed: int
    predicted: int
    right: int

    @property
    def detection(self) -> float:
        """The share of gold attributions whose content was found."""
        return self.detected / self.gold if self.gold else 0.0

    @property
    def attribution(self) -> float:
        """The share of gold attributions whose content and source were found."""
        return self.attributed / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """The share of predictions of this kind whose content and source are right."""
        return self.right / self.predicted if self.predicted else 0.0


def breakdown(documents: Sequence[Document], scorer: Scorer) -> dict[str, Tally]:
    """Return a tally for each of `KINDS`, over all documents."""
    vocabulary = Vocabulary.of(document.text for document in documents)
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("gold", "detected", "attributed", "predicted", "right")
    }
    for document in documents:
        table = scorer.words(document.text)
        gold, gold_kinds = _spread(document.text, document.gold, table, scorer, vocabulary)
        predicted, predicted_kinds = _spread(document.text, document.predicted, table, scorer, vocabulary)
        for all_kinds, name in ((gold_kinds, "gold"), (predicted_kinds, "predicted")):
            for each in all_kinds.values():
                counts[name].update(each)
        for overlap, gold_side, predicted_side in scorer.match(gold, predicted):
            if overlap < HALF:
                continue
            counts["detected"].update(gold_kinds[id(gold_side)])
            if scorer.iou(gold_side["source"], predicted_side["source"]) >= HALF:
                counts["attributed"].update(gold_kinds[id(gold_side)])
                counts["right"].update(predicted_kinds[id(predicted_side)])
    return {kind: Tally(**{name: count[kind] for name, count in counts.items()}) for kind in KINDS}


def _spread(
    text: str,
    attributions: Iterable[Labelled],
    table: list[tuple[int, int]],
    scorer: Scorer,
    vocabulary: Vocabulary,
) -> tuple[list[Spread], dict[int, frozenset[str]]]:
    """Lay attributions out on word tokens; those without a word of content do not count.

    The kinds are keyed by the identity of the dictionary, because the scorer hands back the very dictionaries it got.
    """
    spreads: list[Spread] = []
    found: dict[int, frozenset[str]] = {}
    for each in attributions:
        spread: Spread = {
            "source": scorer.to_words(each.source, table),
            "cue": scorer.to_words(each.cue, table),
            "content": scorer.to_words(each.content, table),
        }
        if spread["content"]:
            spreads.append(spread)
            found[id(spread)] = kinds(text, vocabulary, each.source, each.cue, each.content)
    return spreads, found
