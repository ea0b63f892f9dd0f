"""The packaged model, loaded once for all tests of the engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tokenizers import Tokenizer

from reportedly.engine import Engine, packaged

if TYPE_CHECKING:
    from reportedly.engine import Bundle


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """Load the packaged bundle."""
    return packaged()


@pytest.fixture(scope="session")
def engine(bundle: Bundle) -> Engine:
    """Open the packaged model."""
    return Engine(bundle)


@pytest.fixture(scope="session")
def tokenizer(bundle: Bundle) -> Tokenizer:
    """Open the packaged tokenizer as the engine does: no padding, no truncation."""
    tokenizer = Tokenizer.from_buffer(bundle.files["tokenizer.json"])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
