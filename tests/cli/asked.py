"""A small ledger, and the commands that ask it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import typer
import typer.testing

from reportedly.cli.doctor import doctor
from reportedly.cli.ls import ls
from reportedly.cli.search import WithFilters, search
from reportedly.cli.show import show
from reportedly.cli.speakers import speakers
from reportedly.cli.stats import stats
from reportedly.cli.verify import verify
from reportedly.ledger import Ledger, Retrieval
from reportedly.ledger.opening import writing
from reportedly.values import Moment
from tests.ledger.told import bridge, denial
from tests.strait import strait

if TYPE_CHECKING:
    import sqlalchemy as sa
    from typer.testing import Result

    from reportedly.values import Reading

app = typer.Typer(rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
app.command("ls")(ls)
app.command("show")(show)
app.command("search", cls=WithFilters)(search)
app.command("speakers")(speakers)
app.command("stats")(stats)
app.command("verify")(verify)
app.command("doctor")(doctor)

BRIDGE = bridge()
LATER = bridge(
    text="Odile Brandt said the new bridge was shut.",
    content="the new bridge was shut",
    published=Moment("2025-03-04"),
    modified=Moment("2025-03-06T09:30Z"),
)
COPY = bridge(url="https://valley.example/bridge", publisher="Valley Courier", published=Moment("2025-03-05"))
DENIAL = denial()
STRAIT = dataclasses.replace(strait(), report=dataclasses.replace(strait().report, external_id="strait-1"))
RETRIEVED = Retrieval("2025-05-01T00:00:00Z")
"""When the report came that does not say when it appeared."""


def ledger(where: str, *readings: Reading) -> str:
    """Make a ledger of some readings, or of all of the above, and return where it is."""
    with Ledger.open(where, create=True) as made:
        writer = made.writer()
        for reading in readings or (BRIDGE, LATER, COPY, DENIAL, STRAIT):
            writer.add(reading, retrieval=RETRIEVED)
    return where


def harm(where: str, change: sa.Executable) -> None:
    """Do to a ledger what only a hand at the database could."""
    with Ledger.open(where) as opened:
        engine = opened._engine  # noqa: SLF001 - no command does this
        with writing(engine).begin() as connection:
            connection.execute(change)


def ask(*arguments: str, where: str | None = None, **environment: str) -> Result:
    """Run a command; `where` is the ledger."""
    options = ["--ledger", where] if where is not None else []
    return typer.testing.CliRunner().invoke(
        app, [*arguments, *options], env={"COLUMNS": "80", **environment}, prog_name="reportedly"
    )


def table(*arguments: str, where: str, **environment: str) -> list[str]:
    """Return the lines of a table that went well."""
    result = ask(*arguments, "--format", "table", where=where, **environment)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout.splitlines()
