"""The first schema."""

from __future__ import annotations

from alembic import op

from reportedly.ledger.dialects import create_indices
from reportedly.ledger.schema import METADATA

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create all tables and the full-text indices."""
    connection = op.get_bind()
    METADATA.create_all(connection)
    create_indices(connection)


def downgrade() -> None:
    """Refuse: there is no older schema to go back to."""
    msg = "there is no schema before the first"
    raise NotImplementedError(msg)
