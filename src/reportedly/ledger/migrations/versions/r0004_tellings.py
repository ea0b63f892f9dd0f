"""What claims were made of each story, so that lists of them are looked up."""

from __future__ import annotations

from alembic import op

from reportedly.ledger.dialects import create_indices
from reportedly.ledger.schema import TAKEN_UP, TELLINGS, TOLD, TOLD_OF, TOLD_PARTS

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables, empty: they are filled when claims are next told."""
    connection = op.get_bind()
    for table in (TELLINGS, TOLD_OF, TOLD, TOLD_PARTS, TAKEN_UP):
        table.create(connection)
    create_indices(connection, ["told"])
    # 0003 may just have made the table as it is today, with its index.
    op.create_index("ix_filings_made_by", "filings", ["made_by"], if_not_exists=True)


def downgrade() -> None:
    """Refuse: what the step added would be lost."""
    msg = "a ledger does not go back to an older schema"
    raise NotImplementedError(msg)
