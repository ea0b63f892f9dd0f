"""The breakdown counts what the scorer matches, by kind."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

from evals.breakdown import Document, Labelled, Tally, breakdown
from evals.scorer import load

if TYPE_CHECKING:
    from evals.scorer import Scorer, Spans

TEXT = "Officials said the dam held. Rolf Adeyo denied it. The dam leaked, officials feared."


def _at(words: str) -> Spans:
    """Return where words stand."""
    return [(TEXT.index(words), TEXT.index(words) + len(words))] if words else []


def _labelled(source: str, cue: str, content: str) -> Labelled:
    """Make an attribution from words."""
    return Labelled(_at(source), _at(cue), _at(content))


GOLD = (_labelled("Officials", "said", "the dam held"), _labelled("Rolf Adeyo", "denied", "it"))


@pytest.fixture
def scorer(corpus: Any) -> Scorer:  # noqa: ANN401 - a class of the conftest, which cannot be imported
    """Return the stand-in for the scorer."""
    return load(corpus.tools / "score_attribution.py")


def test_what_is_found_counts_for_its_kinds(scorer: Scorer) -> None:
    """A right content with the right source is detected and attributed; what was not found is neither."""
    tallies = breakdown([Document(TEXT, GOLD, GOLD[:1])], scorer)
    assert tallies["indirect"] == Tally(gold=2, detected=1, attributed=1, predicted=1, right=1)
    assert tallies["other cue"] == Tally(gold=1, detected=0, attributed=0, predicted=0, right=0)
    assert tallies["indirect"].detection == 0.5


def test_the_wrong_source_is_detected_and_not_attributed(scorer: Scorer) -> None:
    """A right content with another's source counts as detected only, and as no right prediction."""
    wrong = _labelled("Rolf Adeyo", "said", "the dam held")
    tallies = breakdown([Document(TEXT, GOLD[:1], [wrong])], scorer)
    assert tallies["indirect"] == Tally(gold=1, detected=1, attributed=0, predicted=1, right=0)


def test_the_kind_of_gold_counts_for_recall_and_the_prediction_s_for_precision(scorer: Scorer) -> None:
    """A named source found without its name is named in gold and unnamed among the predictions."""
    found = Labelled(_at("Officials"), _at("said"), _at("the dam held"))
    gold = Labelled([*_at("Officials"), *_at("Adeyo")], _at("said"), _at("the dam held"))
    tallies = breakdown([Document(TEXT, [gold], [found])], scorer)
    assert (tallies["named"].attributed, tallies["named"].predicted) == (1, 0)
    assert (tallies["unnamed"].gold, tallies["unnamed"].right) == (0, 1)


def test_half_of_the_words_is_enough(scorer: Scorer) -> None:
    """Contents match from half of their words on, and not below."""
    gold = _labelled("Officials", "said", "the dam held")
    for content, detected in (("dam held", 1), ("dam", 0)):
        found = Labelled(gold.source, gold.cue, _at(content))
        assert breakdown([Document(TEXT, [gold], [found])], scorer)["indirect"].detected == detected


def test_an_attribution_without_content_does_not_count(scorer: Scorer) -> None:
    """What attributes nothing is left out on both sides, as the scorer does."""
    empty = _labelled("Officials", "said", "")
    tallies = breakdown([Document(TEXT, [empty], [empty])], scorer)
    assert all(tally == Tally(0, 0, 0, 0, 0) for tally in tallies.values())


def test_shares_of_nothing_are_nought() -> None:
    """A kind that does not occur divides nothing by nothing."""
    none = Tally(0, 0, 0, 0, 0)
    assert (none.detection, none.attribution, none.precision) == (0.0, 0.0, 0.0)


def test_loading_the_scorer_leaves_no_module_behind(scorer: Scorer) -> None:
    """The scorer is loaded by path and does not shadow any import."""
    assert scorer.words("two words") == [(0, 3), (4, 9)]
    assert "score_attribution" not in sys.modules
