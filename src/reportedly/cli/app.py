"""The command `reportedly`.

Nothing heavy is imported before a command needs it, so that `--help` answers at once.
"""

import os
from typing import Annotated, Any

import typer
import typer.core

from reportedly.cli.add import add
from reportedly.cli.claims import claims
from reportedly.cli.compare import compare
from reportedly.cli.derivation import derivation
from reportedly.cli.desk import desk
from reportedly.cli.doctor import doctor
from reportedly.cli.grade import grade
from reportedly.cli.join import join
from reportedly.cli.ls import ls
from reportedly.cli.map import map_
from reportedly.cli.read import read
from reportedly.cli.search import WithFilters, search
from reportedly.cli.show import show
from reportedly.cli.speakers import speakers
from reportedly.cli.split import split
from reportedly.cli.stats import stats
from reportedly.cli.trace import trace
from reportedly.cli.undo import undo
from reportedly.cli.verify import verify


class Commands(typer.core.TyperGroup):
    """The commands; a path in the place of one is taken for what it is."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - typer's own click, or click, as the version has it
        """Find the command; where there is none of the name but a file, say how that is read."""
        if self.get_command(ctx, args[0]) is None and (args[0] == "-" or os.path.exists(args[0])):  # noqa: PTH110 - Path.exists raises on a long name
            ctx.fail(f"{args[0]!r} is no command. To read it: reportedly read {args[0]}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="reportedly",
    cls=Commands,
    help="Reads the news and keeps the record of who says so.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - how typer calls it
    """Print the version and leave."""
    if wanted:
        from reportedly import __version__  # noqa: PLC0415 - looked up in the package's metadata

        typer.echo(f"reportedly {__version__}")
        raise typer.Exit


@app.callback()
def _reportedly(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Reads the news and keeps the record of who says so."""


app.command("read", short_help="Say who says what in one report, or in many.")(read)
app.command("map", short_help="Put who says what on a map, as one page.")(map_)
app.command("add", short_help="Put reports into a ledger.")(add)
app.command("ls", short_help="List the reports in a ledger.")(ls)
app.command("search", cls=WithFilters, short_help="Find statements, or reports, in a ledger.")(search)
app.command("show", short_help="Show a report or a statement of a ledger, or its versions.")(show)
app.command("speakers", short_help="List who says something, across reports.")(speakers)
app.command("claims", short_help="List what is claimed across reports, and how many know.")(claims)
app.command("trace", short_help="Show how a claim came about, from its origins on.")(trace)
app.command("compare", short_help="Set the values of a claim side by side over time.")(compare)
app.command("derivation", short_help="List which reports have what from which.")(derivation)
app.command("desk", short_help="Read a ledger in a browser.")(desk)
app.command("grade", short_help="Show the grade of a claim or a speaker, or give one.")(grade)
app.command("join", short_help="Say that two claims, or two speakers, are one.")(join)
app.command("split", short_help="Say that two are never one, or that an edge is wrong.")(split)
app.command("undo", short_help="Take a judgement back.")(undo)
app.command("stats", short_help="Count what a ledger holds.")(stats)
app.command("verify", short_help="Check every digest and span of a ledger.")(verify)
app.command("doctor", short_help="Say what is installed and what is missing.")(doctor)


def main() -> None:
    """Run the command line and leave with its exit code."""
    app(prog_name="reportedly")
