"""The option that says which ledger, the same on every command that needs one."""

from typing import Annotated

import typer

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="PATH|URL",
        help="The ledger: a file, or the address of a PostgreSQL database (postgresql://...).  "
        "[default: a file in your data folder]",
        envvar="REPORTEDLY_LEDGER",
    ),
]
