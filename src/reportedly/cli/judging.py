"""What every judgement from the command line has in common: who, why, what was written down and how to take it back."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import getpass
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from reportedly.cli.asking import AnswerFormat
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.claims.book import Book
    from reportedly.ledger import Ledger

SPEAKER, CLAIM = "i", "c"
"""What the ids of speakers across reports and of claims begin with."""

Who = Annotated[
    str | None, typer.Option("--who", metavar="NAME", help="Who judges.  [default: the name of your login]")
]
Why = Annotated[str | None, typer.Option("--why", metavar="WORDS", help="The reason, which a judgement needs.")]


def judge(who: str | None) -> str:
    """Return who judges: as given, or else the name of the login; UsageError where there is none."""
    if who is not None and who.strip():
        return who.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        msg = "nobody knows your name here: --who says who judges"
        raise UsageError(msg) from error


def reason(why: str | None) -> str:
    """Return why; UsageError where no reason is given."""
    if why is None or not why.strip():
        msg = "a judgement needs a reason: --why says it"
        raise UsageError(msg)
    return why.strip()


def told(judgement: str, words: str, *, form: AnswerFormat | None, stdout: TextIO) -> None:
    """Say what was written down, and how it is taken back."""
    from rich.text import Text  # noqa: PLC0415 - as below, not needed for --help

    from reportedly.cli.answers import answer_one  # noqa: PLC0415
    from reportedly.cli.table import QUIET  # noqa: PLC0415
    from reportedly.cli.wrapping import wrap  # noqa: PLC0415
    from reportedly.exchange.visible import one_line  # noqa: PLC0415

    back = f'reportedly undo {judgement} --why "..."'
    record = {"judgement": judgement, "written": words, "undo": back}

    def lines(width: int) -> list[Text]:
        said = Text(f"Written down: {one_line(words)}")
        return [*wrap(said, width), *wrap(Text(f"To take it back: {back}", QUIET), width)]

    answer_one(record, lines, form=form, stdout=stdout)


def whole(ledger: "Ledger", book: "Book", identity: str) -> str:
    """Return the whole id of which this may be the beginning: a speaker's, a claim's, or that of what a report says.

    Raises:
        UsageError: There is none, or there are several.
    """
    sought = identity.strip()
    if sought.startswith(SPEAKER):
        return ledger.view().identity(sought)
    _, claim = book.claim(sought)
    if claim.id.startswith(sought):
        return claim.id
    said = [member.proposition for member in claim.members]
    ids = [each for one in said for each in (one.id, one.statement) if each and each.startswith(sought)]
    return ids[0] if ids else sought


def pair(ledger: "Ledger", book: "Book", first: str, second: str) -> tuple[str, str]:
    """Return the whole ids of two; UsageError where they are one, or where only one is a speaker's."""
    found = whole(ledger, book, first), whole(ledger, book, second)
    if len({each.startswith(SPEAKER) for each in found}) > 1:
        msg = f"{first!r} and {second!r} are a speaker and a claim, which have nothing to join or to split"
        raise UsageError(msg)
    if found[0] == found[1]:
        msg = f"{first!r} and {second!r} are the same"
        raise UsageError(msg)
    return found
