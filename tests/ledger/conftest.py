"""An empty ledger of either kind: what holds of one must hold of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Open an empty ledger."""
    with Ledger.open(where, create=True) as opened:
        yield opened
