"""Options that several commands have, and the checks of their values."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import math
from typing import Annotated

import typer


def _probability(value: float | None) -> float | None:
    """Refuse what is not from 0 to 1. The comparison is written so that NaN is refused."""
    if value is not None and (math.isnan(value) or not 0 <= value <= 1):
        msg = f"{value} is not a number from 0 to 1"
        raise typer.BadParameter(msg)
    return value


def _moment(value: str | None) -> str | None:
    """Refuse what is no date."""
    if value is not None:
        from reportedly.formats import HOW_TO_WRITE_DATES, parse_date  # noqa: PLC0415 - not needed for --help

        if parse_date(value) is None:
            msg = f"{value!r} is no date that can be read without a guess; {HOW_TO_WRITE_DATES}"
            raise typer.BadParameter(msg)
    return value


Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files and folders of reports; a folder is walked, and - is standard input."),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        metavar="X",
        help="Leave out statements of which the engine is less sure than this, from 0 to 1.  "
        "[default: what did best in the evaluation]",
        callback=_probability,
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help='When it was published, as far as is known (2025, 2025-03-04, 2025-03-04T14:00Z, "4 March 2025"), '
        "where the report does not say.",
        callback=_moment,
    ),
]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it, where the report does not say.")]
Title = Annotated[str | None, typer.Option(metavar="WORDS", help="Its title, where the report has none.")]
Url = Annotated[
    str | None, typer.Option(metavar="URL", help="Its address, where the report does not say. Never fetched.")
]
