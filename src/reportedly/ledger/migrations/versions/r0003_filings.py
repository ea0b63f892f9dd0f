"""What claims are made from: what reports are compared by, the links found so, vectors, and the ids of claims."""

from __future__ import annotations

from alembic import op

from reportedly.ledger.schema import CLAIMED, FILED_BY, FILINGS, LINKS, VECTORS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: they are filled when claims are next asked for."""
    for table in (FILINGS, FILED_BY, LINKS, VECTORS, CLAIMED):
        table.create(op.get_bind())


def downgrade() -> None:
    """Refuse: what the step added would be lost."""
    msg = "a ledger does not go back to an older schema"
    raise NotImplementedError(msg)
