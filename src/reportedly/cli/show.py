"""`reportedly show`: one report or one statement of a ledger."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from reportedly.cli.asking import AnswerFormat, AsOf, Format, output, view
from reportedly.cli.exits import ended_well
from reportedly.cli.ledger_option import LedgerOption
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Reading

REPORT, STATEMENT = "r", "s"
"""What the ids of reports and statements begin with."""


def show(
    identity: Annotated[
        str, typer.Argument(metavar="REPORT|STATEMENT", help="The id of a report or a statement, or its beginning.")
    ],
    *,
    versions: Annotated[
        bool, typer.Option("--versions", help="List the versions of the report instead, and what changed in each.")
    ] = False,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
) -> None:
    """Show a report as `reportedly read` does, or a statement with every field.

    Between versions [-words-] were taken out and {+words+} put in.
    """
    with ended_well():
        from reportedly.cli.answers import answer, chosen, write  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.interrupts import end_in_order  # noqa: PLC0415

        stdout = output()
        sought = identity.strip()
        if not sought.startswith((REPORT, STATEMENT)):
            msg = (
                f"{sought!r} is no id: those of reports begin with {REPORT}, those of statements with {STATEMENT}; "
                "`reportedly ls` and `reportedly search` show them"
            )
            raise UsageError(msg)
        form = chosen(format_, stdout)
        with view(ledger, as_of) as known:
            end_in_order()
            reading, statement = (known.report(sought), None) if sought[0] == REPORT else known.statement(sought)
            if versions:
                from reportedly.cli.edit_lines import edited  # noqa: PLC0415 - seldom needed
                from reportedly.cli.edits import ROW, edits, rows  # noqa: PLC0415 - as above

                changes = edits(known, reading)
                if form is AnswerFormat.CSV:
                    told = (row for edit in changes for row in rows(edit))
                    write(told, ROW, form, stdout)
                else:
                    answer(changes, (), edited(), form=form, stdout=stdout)
            elif statement is None:
                _report(reading, form, stdout)
            else:
                _statement(reading, statement, form, stdout)


def _report(reading: "Reading", form: AnswerFormat, stdout: TextIO) -> None:
    """Write a report as `reportedly read` does; in CSV a row for each statement."""
    from reportedly.cli.answers import write  # noqa: PLC0415 - not needed for --help
    from reportedly.cli.writers import writer  # noqa: PLC0415 - as above

    if form is AnswerFormat.CSV:
        write(rows(reading), ROW, form, stdout)
        return
    made = writer(form.value, stdout, alone=True)
    made.add(reading)
    made.close()


def _statement(reading: "Reading", identity: str, form: AnswerFormat, stdout: TextIO) -> None:
    """Write a statement with every field, and its report."""
    from reportedly.cli.answers import answer_one, write  # noqa: PLC0415 - not needed for --help
    from reportedly.exchange.json import encode  # noqa: PLC0415 - as above

    match form:
        case AnswerFormat.TABLE:
            from reportedly.cli.explain import lines  # noqa: PLC0415 - only for a table
            from reportedly.cli.terminal import Terminal  # noqa: PLC0415 - as above
            from reportedly.exchange.outline import outline  # noqa: PLC0415

            (entry,) = (each for each in outline(reading) if each.statement.id == identity)
            terminal = Terminal.on(stdout)
            for line in lines(reading, entry, terminal.width):
                terminal.print(line)
        case AnswerFormat.CSV:
            told = (row for row in rows(reading) if row["id"] == identity)
            write(told, ROW, form, stdout)
        case _:
            plain = encode(reading)
            (found,) = (each for each in plain["statements"] if each["id"] == identity)
            answer_one({"report": plain["report"], "statement": found}, lambda _: (), form=form, stdout=stdout)


ROW = (
    "id",
    "report",
    "number",
    "name",
    "kind",
    "country",
    "named",
    "source",
    "cue",
    "content",
    "stance",
    "certainty",
    "confidence",
    "title",
    "publisher",
    "published",
)
"""The columns of a statement in CSV, named as those of `reportedly search`."""


def rows(reading: "Reading") -> "Iterator[dict[str, Any]]":
    """Give the statements of a reading as rows."""
    for number, one in enumerate(reading.statements, 1):
        who = one.speaker
        yield {
            "id": one.id,
            "report": reading.report.id,
            "number": number,
            "name": who.name.value if who and who.name else None,
            "kind": who.kind.value.value if who else None,
            "country": who.country.value if who and who.country else None,
            "named": who.named if who else None,
            "source": one.source.text,
            "cue": one.cue.text,
            "content": one.content.text,
            "stance": one.stance.value.value if one.stance else None,
            "certainty": one.certainty.value.value if one.certainty else None,
            "confidence": one.confidence,
            "title": reading.report.title,
            "publisher": reading.report.publisher,
            "published": str(reading.report.published) if reading.report.published else None,
        }
