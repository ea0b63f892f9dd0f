"""The reference page of the command line, made from what `--help` says.

`python -m reportedly.cli.reference > docs/reference/cli.md` writes it; a test compares the two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer.main

from reportedly.cli.app import app
from reportedly.cli.exits import MEANINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMNS = 88
"""Width of the help as the page shows it, whatever the terminal."""

_HEAD = """\
# Command line

<!-- Made by `python -m reportedly.cli.reference` from what --help says: change the words there. -->

Data goes to standard output, and nothing else does. Errors and progress go to standard error; progress only where that
is a terminal and standard output is not.
"""

_OUTPUT = """\
## Output

- **`table`** is for people: the report's head, a line that sums it up, then its statements in order. A statement's
  first line has who says so, with role and affiliation, and behind that whatever is not plain about it, as [What is
  read](../explanation/what-is-read.md) has it: a stance other than `asserts`, a certainty other than `stated`, the
  reporter's hedge, "not so" where the words themselves do not show a negation, the hops between the publisher and the
  speaker, the channel, what the speaker rests on, and the number of the statement that is answered. Who is not named
  has a `○` and the word "unnamed". In the margin stand the cue and, small, the engine's confidence; below stands the
  content, and small, below it, where, when and how many, as far as the content says: a place as the gazetteer calls it,
  a time as it lies on the calendar, a count as its interval; what could not be resolved is in quotation marks. What
  stands within another's content hangs under it, behind a rule. A table is as wide as the terminal, up
  to 96 columns; `COLUMNS` sets the width. It has colours only on a terminal, and none where `NO_COLOR` is set.
- **`jsonl`** is one object a report and line, written as soon as the report is read: see [JSON](json.md).
- **`json`** is the same, laid out: one object where a single file was given and a single report was read in it,
  otherwise an array.
- **`html`** is one self-contained page without scripts, with every statement marked in the text of its report and a
  note beside it; a note that is pointed at or focused shows every field, and a field lights the words that it was read
  from. Above the text stand the counts, a bar of whose voice it is, and the headline where it sounds surer than the
  body. Several reports have a table of contents. Where nothing could be read there is no page.
- **`csv`**, of the commands that ask a ledger, is one row a record under a header, lists joined with `; `; a field that
  a spreadsheet would take for a formula has an apostrophe before it.
- **`geojson`** is for map programs (RFC 7946): a feature for each place in each statement, with who says so, when and
  how many beside it; a city is a point, anything larger an approximate area. A statement without a place has a feature
  without a geometry. `reportedly map` makes [a page](../how-to/map.md) of the same.

[Claims](../how-to/trace-a-claim.md) have tables and [JSON](claims.md) of their own. In `trace` a tree begins with each
origin; under it stand the reports that have it from there. `○` is whoever is not named, `?` a report that does
not say how it knows, `↺` reports that have it from one another. In `compare` a bar is an interval on one scale: `●` a
number, `├──┤` a range, `├──▶` and `◀──┤` one that is open. In `derivation` `←` leads to where a report has it from,
and `↔` stands between two that have it from the same. Times of day are in UTC.

With **`--explain`** there is one statement only, with every field: its value, the words it was read from (a value in
quotation marks is itself in the report), and what made it: the stage with its version, the score where there is one,
and the reason where a rule decided. The chain is a ladder from the publisher inward. Statements are looked for in all
the reports that were given. An id, or a beginning of it that no other statement shares, always works; a number of the
table works as long as only one report has a statement of that number. Where none or several are meant, an error says
which would do.

In `table` and `html`, control characters, bidirectional controls and lone surrogates of a report are written out (`␛`,
`⟨U+202E⟩`), so that they can steer neither the terminal nor the page. In `json` and `jsonl` the text is what it was.
"""


def page() -> str:
    """Return the page, in Markdown."""
    commands = "\n".join(f"## `{name}`\n\n```text\n{text}\n```\n" for name, text in helps())
    codes = "\n".join(f"| {int(ending)} | {meaning} |" for ending, meaning in MEANINGS.items())
    return "\n".join([_HEAD, commands, _OUTPUT, f"## Exit codes\n\n| code | meaning |\n|---|---|\n{codes}\n"])


def helps() -> Iterator[tuple[str, str]]:
    """Give every command, the program itself first, with its help."""
    root: Any = typer.main.get_command(app)  # of typer's own click, or of click, as the version has it
    waiting = [("reportedly", root, None)]
    while waiting:
        name, command, parent = waiting.pop(0)
        context = command.make_context(
            name.rpartition(" ")[2],
            [],
            parent,
            terminal_width=COLUMNS,
            max_content_width=COLUMNS,
            resilient_parsing=True,
        )
        yield name, "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
        children = getattr(command, "commands", {})
        waiting += [(f"{name} {child}", children[child], context) for child in sorted(children)]


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())
