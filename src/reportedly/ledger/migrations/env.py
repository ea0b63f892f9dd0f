"""What Alembic runs: the connection is the one that opens the ledger."""

from __future__ import annotations

from alembic import context

from reportedly.ledger.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
