"""The pipeline that reports are read with, loaded once for all tests of claims, and a model by words."""

from __future__ import annotations

import pytest

from reportedly.claims import meanings, shelf
from reportedly.reading import Pipeline, default_pipeline
from tests.claims.papers import WordAlike, WordModel


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Load the packaged model."""
    return default_pipeline()


@pytest.fixture
def word_model(monkeypatch: pytest.MonkeyPatch) -> WordModel:
    """Put vectors by words in the place of the packaged model."""
    model = WordModel()
    monkeypatch.setattr(meanings, "packaged_sentences", lambda: None)
    monkeypatch.setattr(meanings, "Sentences", lambda _: model)
    return model


@pytest.fixture
def word_alike(monkeypatch: pytest.MonkeyPatch) -> WordAlike:
    """Put the share of words in the place of the packaged model of stories, which wants longer reports than these."""
    model = WordAlike()
    monkeypatch.setattr(shelf, "packaged_alike", lambda: model)
    return model
