"""The pipeline that reports are read with, loaded once for all tests of claims."""

from __future__ import annotations

import pytest

from reportedly.reading import Pipeline, default_pipeline


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """Load the packaged model."""
    return default_pipeline()
