"""What every judgement from the command line has in common: who, why, what was written down and how to take it back."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

import dataclasses
import getpass
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from reportedly.cli.asking import AnswerFormat
from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.claims.book import Book
    from reportedly.claims.claim import Claim
    from reportedly.ledger import Ledger

SPEAKER = "i"
"""What the ids of speakers across reports begin with."""

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


@dataclasses.dataclass(frozen=True, slots=True)
class Meant:
    """What an id on the command line means: the whole id, and the `subject` that a judgement is written down about.

    A claim is computed anew again and again, so that the subject is what its first statement says, which stays. A
    speaker is a subject, and has no claim.
    """

    id: str
    subject: str
    claim: "Claim | None" = None

    @property
    def subjects(self) -> tuple[str, ...]:
        """The ids about which a judgement on it may have been written down."""
        return tuple(each.proposition.id for each in self.claim.members) if self.claim else (self.subject,)


def meant(ledger: "Ledger", book: "Book", identity: str) -> Meant:
    """Return the speaker, the claim, or the statement of a claim, that an id or the beginning of one means.

    Raises:
        UsageError: There is none, or there are several.
    """
    sought = identity.strip()
    if sought.startswith(SPEAKER):
        found = ledger.view().identity(sought)
        return Meant(found, found)
    _, claim = book.claim(sought)
    for said in (member.proposition for member in claim.members):
        for each in (said.id, said.statement):
            if each and each.startswith(sought):
                return Meant(each, said.id, claim)
    return Meant(claim.id, claim.members[0].proposition.id, claim)


def pair(ledger: "Ledger", book: "Book", first: str, second: str) -> tuple[Meant, Meant]:
    """Return what two ids mean; UsageError where they are one, or where only one is a speaker's."""
    found = meant(ledger, book, first), meant(ledger, book, second)
    if len({each.claim is None for each in found}) > 1:
        msg = f"{first!r} and {second!r} are a speaker and a claim, which have nothing to join or to split"
        raise UsageError(msg)
    if found[0].subject == found[1].subject:
        msg = f"{first!r} and {second!r} are the same; name other statements of their claims"
        raise UsageError(msg)
    return found
