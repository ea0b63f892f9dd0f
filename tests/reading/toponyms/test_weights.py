"""The learned weights."""

from __future__ import annotations

import json
from pathlib import Path

import reportedly.reading.toponyms
from reportedly.reading.toponyms import context, recognising
from reportedly.reading.toponyms.reasons import WORDS
from reportedly.reading.toponyms.weights import WEIGHTS


def test_the_weights_are_of_these_features() -> None:
    """The file names the features of both models, in the order in which the code computes them."""
    path = Path(reportedly.reading.toponyms.__file__).with_name("weights.json")
    file = json.loads(path.read_text("utf-8"))
    assert tuple(file["recognition"]) == recognising.FEATURES
    assert [tuple(each) for each in file["passes"]] == [(*context.FEATURES, context.NONE)] * len(WEIGHTS.passes)
    assert 0 < WEIGHTS.threshold < 1


def test_the_first_pass_knows_no_other_names() -> None:
    """What compares with other names counts nothing before there is anything to compare with."""
    assert set(WEIGHTS.passes[0][context.OWN : -1]) == {0.0}


def test_every_feature_can_be_explained() -> None:
    """Each feature has words for people."""
    assert set(WORDS) == set(context.FEATURES)
