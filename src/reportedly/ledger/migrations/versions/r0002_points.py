"""Points of places, so that a circle is found among them; and which kept bytes a report came in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from reportedly.ledger.schema import BYTES, NUMBER, PLACES, POINTS, REPORTS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both, and fill them from what is there."""
    connection = op.get_bind()
    POINTS.create(connection)
    op.execute("ALTER TABLE places ADD COLUMN point INTEGER REFERENCES points (key)")  # Alembic adds no keys in SQLite
    op.add_column("reports", sa.Column("received", sa.Text))
    extent = sa.func.coalesce(PLACES.c.extent_km, sa.literal(0.0, NUMBER))
    located = sa.select(PLACES.c.lat, PLACES.c.lon, extent).where(PLACES.c.lat.is_not(None)).distinct()
    connection.execute(sa.insert(POINTS).from_select(["lat", "lon", "extent_km"], located))
    same = sa.and_(POINTS.c.lat == PLACES.c.lat, POINTS.c.lon == PLACES.c.lon, POINTS.c.extent_km == extent)
    connection.execute(sa.update(PLACES).values(point=sa.select(POINTS.c.key).where(same).scalar_subquery()))
    kept = REPORTS.c.sha256.in_(sa.select(BYTES.c.sha256))
    connection.execute(sa.update(REPORTS).where(kept).values(received=REPORTS.c.sha256))
    op.create_index("ix_places_point", "places", ["point"])
    op.drop_index("ix_places_lat", "places")


def downgrade() -> None:
    """Refuse: what the step added would be lost."""
    msg = "a ledger does not go back to an older schema"
    raise NotImplementedError(msg)
