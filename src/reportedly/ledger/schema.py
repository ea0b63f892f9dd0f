"""The tables of a ledger. One schema for SQLite and PostgreSQL; what they call differently stands in `dialects`.

Times are UTC in ISO 8601 ("2025-03-04T14:00:00Z"), which sorts as it reads. Spans stand inside the plain form of a
statement (`values.plain`), which is kept whole in `plain`, as JSON that zlib packed; the other columns repeat what is
asked for.
"""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

NUMBER: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL, "sqlite")
"""A floating-point number of eight bytes in both."""
LARGE: sa.types.TypeEngine[int] = sa.BigInteger().with_variant(sa.Integer, "sqlite")
"""A whole number of eight bytes in both."""


def _table(name: str, *columns: sa.schema.SchemaItem, rowid: bool = True) -> sa.Table:
    """Return a table; in SQLite a STRICT one, which holds what its columns say and nothing else.

    Without a rowid it lies there in the order of its primary key, and needs no index beside.
    """
    return sa.Table(name, METADATA, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)


def _key() -> sa.Column[int]:
    """Return the number of a row, by which the full-text index finds it."""
    return sa.Column("key", sa.Integer, primary_key=True)


def _text(name: str, *, required: bool = False, index: bool = False) -> sa.Column[str]:
    """Return a column of text."""
    return sa.Column(name, sa.Text, nullable=not required, index=index)


REPORTS = _table(
    "reports",
    _key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("address", index=True),
    sa.Column("version", sa.Integer, nullable=False),
    _text("previous"),
    _text("copy_of"),
    _text("text", required=True),
    sa.Column("exact", sa.LargeBinary),
    _text("sha256", required=True),
    _text("text_sha256", required=True, index=True),
    _text("url"),
    _text("external_id"),
    _text("path"),
    _text("title"),
    _text("publisher", index=True),
    _text("byline"),
    _text("published"),
    _text("modified"),
    _text("language"),
    _text("known_from", required=True, index=True),
    _text("retrieved_at"),
    _text("retrieved_from"),
    _text("headers"),
    _text("received"),
    _text("added_at", required=True),
    _text("made_by", required=True),
    sa.Column("rest", sa.LargeBinary, nullable=False),
)
"""One version of a report.

`address` is what versions have in common: the URL, or the id that the source gives. `known_from` is when anybody could
know of it: its publication where that is stated, else when it was retrieved or added. `exact` is the text in UTF-8 with
lone surrogates, where the database cannot hold it as text. `received` is the digest of the kept bytes that it came in:
of an archive, the whole archive. `made_by` names the stages and
models that read it, `rest` is the plain form of the reading without its statements.
"""

FILTERED = ("kind", "country", "named", "stance", "certainty")
"""The columns of statements that are asked for, each with an index in the order of time."""

STATEMENTS = _table(
    "statements",
    _key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("number", sa.Integer, nullable=False),
    _text("parent"),
    _text("source", required=True),
    _text("cue", required=True),
    _text("content", required=True),
    _text("speaker"),
    _text("name"),
    _text("kind"),
    _text("country"),
    sa.Column("named", sa.Integer),
    _text("stance"),
    _text("certainty"),
    _text("hedge"),
    _text("polarity"),
    _text("orientation"),
    sa.Column("confidence", NUMBER, nullable=False),
    _text("known_from", required=True, index=True),
    sa.Column("plain", sa.LargeBinary, nullable=False),
    *(sa.Index(f"statements_by_{name}", name, "known_from") for name in FILTERED),
)
"""A statement.

`speaker` is the row of `speakers` in the same report; `name`, `kind`, `country` and `named` are its. `known_from` is
the report's, so that the newest are found without looking at the others.
"""

SPEAKERS = _table(
    "speakers",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
    _text("id", required=True),
    _text("name"),
    _text("kind", required=True),
    _text("role"),
    _text("affiliation"),
    _text("country"),
    sa.Column("named", sa.Integer, nullable=False),
    _text("identity", required=True, index=True),
    sa.UniqueConstraint("report", "id"),
)
"""A speaker as one report has them. `identity` is the same for one speaker across reports."""

HOPS = _table(
    "hops",
    _key(),
    sa.Column("statement", sa.Text, sa.ForeignKey("statements.id"), nullable=False, index=True),
    sa.Column("step", sa.Integer, nullable=False),
    _text("speaker", required=True),
    _text("name"),
    _text("kind", required=True),
    sa.Column("named", sa.Integer, nullable=False),
    _text("channel"),
    _text("certainty"),
)
"""A step of a statement's chain, from the publisher (0) inward."""

POINTS = _table(
    "points",
    _key(),
    sa.Column("lat", NUMBER, nullable=False),
    sa.Column("lon", NUMBER, nullable=False),
    sa.Column("extent_km", NUMBER, nullable=False),
    sa.UniqueConstraint("lat", "lon", "extent_km"),
)
"""Where places are, each once however often it is named; `extent_km` is 0 where none is known.

There are no more of them than the gazetteer has places, so that a circle is found among them however large the ledger.
"""

PLACES = _table(
    "places",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("statement", sa.Text, sa.ForeignKey("statements.id"), index=True),
    _text("words", required=True),
    _text("name"),
    sa.Column("lat", NUMBER),
    sa.Column("lon", NUMBER),
    sa.Column("point", sa.Integer, sa.ForeignKey("points.key"), index=True),
    sa.Column("geonames", sa.Integer),
    _text("country"),
    _text("feature"),
    sa.Column("extent_km", NUMBER),
    _text("role"),
)
"""A place in a statement, or (without one) anywhere in a report."""

TIMES = _table(
    "times",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("statement", sa.Text, sa.ForeignKey("statements.id"), index=True),
    _text("words", required=True),
    _text("type", required=True),
    _text("timex", required=True),
    _text("edtf"),
    _text("role"),
)
"""A time in a statement, or anywhere in a report."""

QUANTITIES = _table(
    "quantities",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, index=True),
    sa.Column("statement", sa.Text, sa.ForeignKey("statements.id"), index=True),
    _text("words", required=True),
    sa.Column("low", NUMBER),
    sa.Column("high", NUMBER),
    sa.Column("value", NUMBER),
    _text("bound", required=True),
    _text("unit"),
    _text("counted"),
    _text("role", required=True),
)
"""A quantity in a statement, or anywhere in a report."""

CARRIED = _table(
    "carried",
    _key(),
    sa.Column("old", sa.Text, sa.ForeignKey("statements.id"), nullable=False, index=True),
    sa.Column("new", sa.Text, sa.ForeignKey("statements.id"), nullable=False, index=True),
)
"""Statements of one version whose words stand unchanged in the next: what was judged of the old holds for the new."""

FILINGS = _table(
    "filings",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, unique=True),
    _text("made_by", required=True, index=True),
    _text("known_from", required=True),
    sa.Column("begins", LARGE, nullable=False),
    sa.Column("ends", LARGE, nullable=False),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
"""What a report is compared with others by, to find those of its story; `begins` and `ends` are the seconds since 1970
between which it appeared. `made_by` is the version of what compares."""

FILED_BY = _table(
    "filed_by",
    _key(),
    sa.Column("term", LARGE, nullable=False),
    sa.Column("filing", sa.Integer, sa.ForeignKey("filings.key"), nullable=False, index=True),
    sa.Column("begins", LARGE, nullable=False),
    sa.Index("filed_by_term", "term", "begins", "filing"),
)
"""The heaviest terms of a report, by which others find it."""

LINKS = _table(
    "links",
    _key(),
    sa.Column("one", sa.Integer, sa.ForeignKey("filings.key"), nullable=False, index=True),
    sa.Column("other", sa.Integer, sa.ForeignKey("filings.key"), nullable=False),
    sa.Column("odds", NUMBER, nullable=False),
)
"""Two filings that may tell one story, from either side, with the logarithm of the odds that they do."""

VECTORS = _table(
    "vectors",
    _key(),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False, unique=True),
    _text("made_by", required=True),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
"""The vectors of what a report says, place by place, so that they are made once."""

CLAIMED = _table(
    "claimed",
    sa.Column("id", sa.Text, primary_key=True),
    _text("proposition", required=True),
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), nullable=False),
)
"""Claims that were told to somebody, by the first place that says them: so that they are found again by their ids."""

TELLINGS = _table(
    "tellings",
    _key(),
    sa.Column("reports", sa.LargeBinary, nullable=False),
    sa.Column("hood", sa.Integer, nullable=False, index=True),
    sa.Column("level", NUMBER, nullable=False),
    _text("latest", required=True),
    sa.Column("touched", sa.Integer, nullable=False),
    sa.Column("told", sa.Integer),
    sa.Column("due", sa.Integer, nullable=False),
    _text("made_by"),
    sa.Column("packed", sa.LargeBinary),
    sa.Index("tellings_due", "due", "latest"),
    sa.Index("tellings_made_by", "due", "made_by"),
)
"""A story whose claims are kept, or are to be made. `reports` are the ids of its reports, and
`latest` is when the last of them was known.

`hood` is the same for all stories of one neighbourhood of links, and `level` the strength from which on a link leads
into it. `touched` counts what changed under it, and `told` is what that was when its claims were made: they are current
where both are one. `due` says so for an index: 0 is current, 1 is to be told, 2 is to be looked for anew first.
"""

TOLD_OF = _table(
    "told_of",
    sa.Column("report", sa.Text, sa.ForeignKey("reports.id"), primary_key=True),
    sa.Column("telling", sa.Integer, sa.ForeignKey("tellings.key"), nullable=False, index=True),
)
"""The story of a report."""

_FILTERED = ("status", "first_seen", "origins_min", "origins_max", "unknown")
"""What a list is filtered by, in the index that has its order, so that no row is read that is not shown."""

TOLD = _table(
    "told",
    _key(),
    sa.Column("telling", sa.Integer, sa.ForeignKey("tellings.key"), nullable=False, index=True),
    _text("id", required=True, index=True),
    _text("status", required=True),
    _text("first_seen", required=True),
    _text("last_change", required=True),
    sa.Column("origins_min", sa.Integer, nullable=False),
    sa.Column("origins_max", sa.Integer, nullable=False),
    sa.Column("unknown", sa.Integer, nullable=False),
    _text("wordings", required=True),
    _text("names", required=True),
    sa.Column("packed", sa.LargeBinary, nullable=False),
    sa.Index("told_by_change", "last_change", "id", "telling", *_FILTERED),
    sa.Index("told_by_status", "status", "last_change", "id", "telling"),
)
"""A claim as it was told: what lists are filtered by, the words that it is found by, and `packed` what a list shows."""

TOLD_PARTS = _table(
    "told_parts",
    sa.Column("part", LARGE, primary_key=True, autoincrement=False),
    sa.Column("telling", sa.Integer, sa.ForeignKey("tellings.key"), primary_key=True, index=True),
    rowid=False,
)
"""Propositions of a story, by numbers made of their ids: what a judgement on one of them touches."""

TAKEN_UP = _table(
    "taken_up",
    sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.key"), primary_key=True, autoincrement=False),
)
"""Judgements whose stories were touched since."""

JUDGEMENTS = _table(
    "judgements",
    _key(),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("at", required=True),
    _text("who", required=True),
    _text("subject", required=True, index=True),
    _text("decision", required=True),
    _text("why", required=True),
    _text("undoes"),
)
"""What a person decided. Rows are only ever added: one that takes another back names it in `undoes`."""

BYTES = _table(
    "bytes",
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("packed", sa.LargeBinary, nullable=False),
)
"""Bytes as they were received, packed with zstd, by their digest."""

JOBS = _table(
    "jobs",
    _key(),
    _text("begun_at", required=True),
    _text("ended_at"),
    _text("sources", required=True),
    _text("counts"),
)
"""A run of adding: what was asked for and what came of it; one without an end was cut off."""
