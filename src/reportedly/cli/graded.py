"""Grades: read from a command line, and shown with their reasons, the proposed one beside what people decided."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.text import Text

from reportedly.cli.claimed import quoted
from reportedly.cli.explain import BEGINNING
from reportedly.cli.table import NAME, NOTHING, QUIET
from reportedly.cli.wrapping import flow, hung
from reportedly.errors import UsageError
from reportedly.exchange.claims import encode_grade
from reportedly.exchange.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Claim, Grade
    from reportedly.ledger import Judgement

_GRADE = re.compile(r"([A-F])?([1-6])?", re.IGNORECASE)


def parsed(words: str) -> tuple[str | None, int | None]:
    """Read a grade: a letter, a digit, or both; UsageError for anything else."""
    found = _GRADE.fullmatch(words.strip())
    if found is None or not found.group():
        msg = f"{words!r} is no grade: a letter A to F for the source, a digit 1 to 6 for the claim, or both, as in B3"
        raise UsageError(msg)
    letter, digit = found.groups()
    return letter.upper() if letter else None, int(digit) if digit else None


def written(judgement: Judgement) -> str:
    """Return the grade that somebody gave, as it is written; empty where it was another decision."""
    given = judgement.decision.get("grade")
    return "".join(str(each) for each in given.values() if each is not None) if isinstance(given, dict) else ""


MOST_REASONS = 4
"""Reasons of a grade that stand below a tree; `reportedly grade` has all."""

ROW = ("subject", "letter", "digit", "letter_reasons", "digit_reasons", "would_change", "judged")
"""The columns of a grade in CSV."""


def encoded(subject: str, grade: Grade, judged: Sequence[Judgement]) -> dict[str, Any]:
    """Return the proposed grade of a claim or a speaker, and what people decided, as plain values."""
    return {
        "subject": subject,
        "proposed": encode_grade(grade),
        "judged": [
            {
                "id": each.id,
                "at": each.at,
                "who": each.who,
                "grade": written(each),
                "why": each.why,
                "undone": each.undone,
            }
            for each in judged
            if written(each)
        ],
    }


def row(record: dict[str, Any]) -> dict[str, Any]:
    """Return an encoded grade as a row of CSV, with the grades that nobody took back."""
    judged = [f"{each['grade']} by {each['who']}" for each in record["judged"] if not each["undone"]]
    return {"subject": record["subject"], **record["proposed"], "judged": judged}


def standing(judged: Sequence[Judgement]) -> list[Judgement]:
    """Return the grades that nobody took back."""
    return [each for each in judged if written(each) and not each.undone and each.undoes is None]


def one_line_of(claim: Claim, judged: Sequence[Judgement], width: int) -> Iterator[Text]:
    """Give the proposed grade of a claim with the first of its reasons in a row, and below it what people decided."""
    grade = claim.grade
    told = [f"{grade.letter}: {one_line(each)}" for each in grade.letter_reasons]
    told += [f"{grade.digit}: {one_line(each)}" for each in grade.digit_reasons]
    if len(told) > MOST_REASONS:
        told[MOST_REASONS:] = [f"more: reportedly grade {claim.id[:BEGINNING]}"]
    yield from flow([_proposed(grade), *(Text(each, QUIET) for each in told)], width)
    for each in standing(judged):
        yield from flow(_decided(each), width)


def graded(grade: Grade, judged: Sequence[Judgement], width: int) -> Iterator[Text]:
    """Give the proposed grade, the reasons of letter and digit, what would change it, and what people decided."""
    yield _proposed(grade)
    for sign, reasons in ((grade.letter, grade.letter_reasons), (str(grade.digit), grade.digit_reasons)):
        for index, reason in enumerate(reasons):
            yield from hung(Text("   " if index else f"{sign}  ", NAME), Text(one_line(reason)), width)
    if grade.would_change:
        yield Text()
        yield Text("What would change it", QUIET)
        for change in grade.would_change:
            yield from hung(Text("–  ", QUIET), Text(one_line(change)), width)
    shown = [each for each in judged if written(each)]
    yield Text()
    if not shown:
        yield Text("No analyst has graded it.", NOTHING)
    for each in shown:
        pieces = _decided(each)
        if each.undone:
            pieces.append(Text("taken back", NOTHING))
        yield from flow([*pieces, Text(each.id, QUIET)], width)


def _proposed(grade: Grade) -> Text:
    """Return a proposed grade."""
    return Text.assemble((f"{grade.letter}{grade.digit}", NAME), " proposed")


def _decided(judgement: Judgement) -> list[Text]:
    """Return the grade that somebody gave, who, when and why."""
    who, day = one_line(judgement.who), judgement.at.partition("T")[0]
    return [
        Text.assemble((one_line(written(judgement)), NAME), f" by {who}"),
        Text(day, QUIET),
        Text(quoted(judgement.why)),
    ]
