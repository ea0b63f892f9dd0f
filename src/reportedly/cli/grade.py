"""`reportedly grade`: the proposed grade of a claim or a speaker, or one's own."""

# Without `from __future__ import annotations`: typer reads the annotations of a command when it is made.

from typing import Annotated

import typer

from reportedly.cli.asking import AnswerFormat, AsOf, Format, claims_of, output
from reportedly.cli.exits import ended_well
from reportedly.cli.judging import Who, Why
from reportedly.cli.ledger_option import LedgerOption


def grade(  # noqa: PLR0913 - one parameter an option, which is what typer makes options of
    identity: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM|SPEAKER",
            help="The id of a claim, of a statement in one, or of a speaker (i...); or its beginning.",
        ),
    ],
    given: Annotated[
        str | None,
        typer.Argument(metavar="GRADE", help="Your own: a letter A to F, a digit 1 to 6, or both, as in B3."),
    ] = None,
    *,
    why: Why = None,
    who: Who = None,
    ledger: LedgerOption = None,
    format_: Format = None,
    as_of: AsOf = None,
) -> None:
    """Show the proposed grade of a claim or a speaker with its reasons and what would change it, or write down yours.

    The letter says how reliable a source is, the digit how credible a claim is (the Admiralty code). Yours stands
    beside the proposed one, never in its place; `reportedly undo` takes it back.
    """
    with ended_well():
        from reportedly.claims import decisions  # noqa: PLC0415 - as below, not needed for --help
        from reportedly.cli.answers import answer_one, chosen, write  # noqa: PLC0415
        from reportedly.cli.graded import ROW, encoded, graded, parsed, row  # noqa: PLC0415
        from reportedly.cli.judging import judge, meant, reason, told  # noqa: PLC0415

        stdout = output()
        letter, digit = parsed(given) if given is not None else (None, None)
        by, because = (judge(who), reason(why)) if given is not None else ("", "")
        with claims_of(ledger, as_of) as (opened, book):
            found = meant(opened, book, identity)
            subject = found.claim.id if found.claim else found.id
            if given is not None:
                made = decisions.grade(opened, found.subjects[0], letter, digit, who=by, why=because)
                words = f"{letter or ''}{digit or ''} for {subject}, says {by}: {because}"
                told(made, words, form=format_, stdout=stdout)
                return
            proposed = book.graded(found.claim).grade if found.claim else book.speaker_grade(subject)
            judged = decisions.grades(opened, found.subjects)
        record = encoded(subject, proposed, judged)
        if chosen(format_, stdout) is AnswerFormat.CSV:
            write([row(record)], ROW, AnswerFormat.CSV, stdout)
            return
        answer_one(record, lambda width: graded(proposed, judged, width), form=format_, stdout=stdout)
