"""How a ledger of an older schema becomes one of this: run by Alembic, in the order of their numbers."""
