"""`reportedly grade`."""

from __future__ import annotations

import csv
import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from reportedly.cli.graded import parsed, written
from reportedly.errors import UsageError
from reportedly.exchange.claims import encode_grade
from reportedly.ledger import Judgement
from tests.cli.claimed import CLAIM, GRADE, LIEN, RETOLD, WIRE, of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Decisions, Run

GIVEN = Judgement(
    id="j" + "0" * 20,
    at="2025-03-07T10:00:00Z",
    who="ana",
    subject=of(RETOLD).proposition.id,
    decision={"grade": {"letter": "B", "digit": 3}},
    why="he was right twice",
    undone=False,
    undoes=None,
    orphaned=False,
)

TABLE = [
    "C3 proposed",
    "C  the harbour master has one settled claim in this ledger, and five are needed",
    "3  two origins at the minimum, who differ on how many",
    "",
    "What would change it",
    "–  a second named origin makes it 2",
    "–  a denial of the whole makes it 4",
    "",
]


def test_the_proposal_has_its_reasons_and_what_would_change_it(
    claim_table: Callable[..., list[str]], decisions: Decisions
) -> None:
    """What people decided stands below, what was taken back as well."""
    assert claim_table("grade", CLAIM.id[:9]) == [*TABLE, "No analyst has graded it."]
    decisions.given = [
        GIVEN,
        dataclasses.replace(GIVEN, decision={"grade": {"letter": "A", "digit": None}}, undone=True),
    ]
    assert claim_table("grade", CLAIM.id[:9], columns=96)[len(TABLE) :] == [
        "B3 by ana · 2025-03-07 · “he was right twice” · j00000000000000000000",
        "A by ana · 2025-03-07 · “he was right twice” · taken back · j00000000000000000000",
    ]


def test_a_speaker_has_a_grade_as_well(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """The id of a speaker begins with i."""
    shelf.graded_as = {LIEN.id: dataclasses.replace(GRADE, letter="F", digit=6)}
    assert claim_table("grade", LIEN.id[:12])[0] == "F6 proposed"


def test_the_record_of_who_stands_for_a_claim_counts(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """What is shown of one claim is the grade that the book gives with the record looked up."""
    shelf.graded_as = {CLAIM.id: dataclasses.replace(GRADE, letter="B")}
    assert claim_table("grade", CLAIM.id)[0] == "B3 proposed"
    assert any(line.startswith("B3 proposed") for line in claim_table("trace", CLAIM.id))


@pytest.mark.parametrize(
    ("words", "letter", "digit"), [("B3", "B", 3), ("b3", "B", 3), (" f ", "F", None), ("6", None, 6)]
)
def test_a_grade_is_written_down(  # noqa: PLR0913, PLR0917 - fixtures and cases
    run: Run, told_in: str, shelf: Shelf, decisions: Decisions, words: str, letter: str | None, digit: int | None
) -> None:
    """Letter and digit are set independently, in either case."""
    assert shelf.held
    result = run("grade", CLAIM.id[:9], words, "--why", "right twice", "--who", "ana", "--ledger", told_in)
    assert (result.exit_code, result.stderr) == (0, "")
    assert decisions.told == [("grade", of(WIRE).proposition.id, letter, digit, "ana", "right twice")]
    assert json.loads(result.stdout)["undo"] == 'reportedly undo j00000000000000000001 --why "..."'


@pytest.mark.parametrize("words", ["", "G1", "B7", "3B", "B33", "good"])
def test_what_is_no_grade_is_refused(words: str) -> None:
    """The message says what a grade is."""
    with pytest.raises(UsageError, match="a letter A to F for the source, a digit 1 to 6"):
        parsed(words)


def test_programs_get_the_proposal_beside_what_people_decided(
    run: Run, told_in: str, shelf: Shelf, decisions: Decisions
) -> None:
    """They are never one number."""
    assert shelf.held
    decisions.given = [GIVEN]
    made = json.loads(run("grade", CLAIM.id, "--ledger", told_in).stdout)
    assert made["subject"] == CLAIM.id
    assert made["proposed"] == encode_grade(GRADE)
    assert [(each["grade"], each["who"], each["undone"]) for each in made["judged"]] == [("B3", "ana", False)]
    (row,) = csv.DictReader(run("grade", CLAIM.id, "-f", "csv", "--ledger", told_in).stdout.splitlines())
    assert (row["letter"], row["digit"], row["judged"]) == ("C", "3", "B3 by ana")


def test_a_decision_of_another_sort_is_no_grade() -> None:
    """Only letter and digit are read."""
    assert written(dataclasses.replace(GIVEN, decision={"join": "x"})) == ""
    assert written(dataclasses.replace(GIVEN, decision={"grade": {"letter": None, "digit": 2}})) == "2"
