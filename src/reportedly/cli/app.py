"""The command `reportedly`.

Nothing heavy is imported before a command needs it, so that `--help` answers at once.
"""

import os
from typing import Annotated, Any

import typer
import typer.core

from reportedly.cli.map import map_
from reportedly.cli.read import read


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


def main() -> None:
    """Run the command line and leave with its exit code."""
    app(prog_name="reportedly")
