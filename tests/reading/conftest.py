"""The packaged model, loaded once for all tests of the reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.engine import Engine, packaged
from reportedly.reading import Pipeline, default_pipeline
from reportedly.reading.attribution import Attribution

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Load the pipeline that reports are read with."""
    return default_pipeline()


@pytest.fixture(scope="session")
def engine() -> Engine:
    """Open the packaged model."""
    return Engine(packaged())


@pytest.fixture(scope="session")
def at(engine: Engine) -> Callable[[float | None], Pipeline]:
    """Return a function that makes a pipeline of another threshold, without loading the model again."""
    return lambda threshold: Pipeline([Attribution(engine, threshold)])
