"""The first schema. A new ledger is made whole, by `ledger.opening`, and never goes through the steps."""

from __future__ import annotations

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Do nothing: whoever is asked for this has it."""


def downgrade() -> None:
    """Refuse: there is no older schema to go back to."""
    msg = "there is no schema before the first"
    raise NotImplementedError(msg)
