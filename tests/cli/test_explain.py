"""`reportedly read --explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.cli.explain import WIDEST, lines
from reportedly.cli.table import NARROWEST
from reportedly.errors import ReportError
from reportedly.exchange.outline import outline
from tests.building import reading
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading
    from tests.cli.conftest import Run, Supply

ONE = reading(
    "Ann said it rained. Bo said no.", [("Ann", ("said", 0), "it rained"), ("Bo", ("said", 1), "no")], title="One"
)
TWO = reading("Cy said yes.", [("Cy", "said", "yes")], title="Two")
FIRST, SECOND = (statement.id for statement in ONE.statements)
THIRD = TWO.statements[0].id


def test_every_field_has_its_words_and_its_maker() -> None:
    """The statement as in the table, then a row a field in three columns, and the chain as a ladder."""
    made = strait()
    shown = [line.plain for line in lines(made, outline(made)[0], 80)]
    assert shown[:5] == [
        "Mines close strait",
        "with reporting from Norrpress",
        f"statement {made.statements[0].id}",
        "─" * 80,
        "1  ○ senior official, unnamed · possible · told Evening Post           told  .90",
    ]
    rest = "\n".join(shown[7:])
    for part in (
        "source       “A senior official”                       attribution 1, 0.90",
        "name         “senior official”                         rules 1: by hand",
        "kind         person, unnamed                           rules 1: by hand",
        "not stated   role, affiliation, country, count,\n             reliability, anonymity",
        "publisher    The Strait Observer                       rules 1: by hand",
        "hop          └ “Evening Post”                          rules 1: by hand",
        "speaker        └ ○ senior official, unnamed  “A",
        "certainty    possible  “may”                           rules 1: by hand",
        "evidence     imagery  “satellite images”               rules 1: by hand",
    ):
        assert part in rest


@given(readings(), st.integers(0, 140))
def test_no_line_is_wider_than_asked(made: Reading, width: int) -> None:
    """Whatever a statement holds, its explanation fits, and nothing in it steers."""
    for entry in outline(made):
        for line in lines(made, entry, width):
            assert cell_len(line.plain) <= max(NARROWEST, min(width, WIDEST))
            assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in line.plain)


@pytest.mark.parametrize("sought", [SECOND, SECOND[:9], "2", f" {SECOND} "])
def test_a_statement_is_found_by_id_beginning_and_number(run: Run, supply: Supply, sought: str) -> None:
    """All reports are searched; a number is enough as long as one report has it."""
    supply.results = [ONE, TWO]
    result = run("read", "a.txt", "b.txt", "--explain", sought, COLUMNS="80")
    assert (result.exit_code, result.stderr) == (0, "")
    assert f"statement {SECOND}" in result.stdout
    assert "content      “no”" in result.stdout
    assert "it rained" not in result.stdout


def test_the_same_report_twice_is_no_doubt(run: Run, supply: Supply) -> None:
    """A file that is given twice has one statement of an id."""
    supply.results = [TWO, TWO]
    assert run("read", "b.txt", "b.txt", "--explain", "1").exit_code == 0


def test_an_ambiguous_number_names_what_would_work(run: Run, supply: Supply) -> None:
    """Where several reports have a statement of that number, each is named by its id and its report."""
    supply.results = [ONE, TWO]
    result = run("read", "a.txt", "b.txt", "--explain", "1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"reportedly: '1' could be 2 statements; give one's id: {FIRST[:9]} (One), {THIRD[:9]} (Two)\n"
    )
    many = reading("Ann said so.", [("Ann", "said", "so")] * 7, title="Many")
    supply.results = [many]
    assert run("read", "a.txt", "--explain", "s").stderr.endswith(", and 2 more\n")


@pytest.mark.parametrize("sought", ["9", "s0123456789", FIRST[1:9], "Ann"])
def test_an_unknown_id_names_what_would_work(run: Run, supply: Supply, sought: str) -> None:
    """What is no statement ends with 2, and the error says which numbers and ids there are."""
    supply.results = [ONE, TWO]
    result = run("read", "a.txt", "b.txt", "--explain", sought)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f"reportedly: there is no statement '{sought}': give a number of the table (1 to 2), or an id of "
        "--format json or its beginning\n"
    )


def test_where_nothing_is_said_nothing_can_be_explained(run: Run, supply: Supply) -> None:
    """A report without statements says so; where nothing could be read, that is the only complaint."""
    supply.results = [reading("It rained.")]
    assert "none was found at all" in run("read", "a.txt", "--explain", "1").stderr
    supply.results = [ReportError("a.pdf", "has no text layer")]
    result = run("read", "a.pdf", "--explain", "1")
    assert (result.exit_code, result.stderr) == (1, "reportedly: a.pdf: has no text layer\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [(["--explain", "1", "-f", "json"], "--format json has every field already"), (["--explain", " "], "number or id")],
)
def test_what_makes_no_sense_is_refused_before_reading(run: Run, supply: Supply, options: list[str], said: str) -> None:
    """A format for programs, or an empty id, ends with 2 and a word of advice; nothing is read."""
    supply.results = [ONE]
    result = run("read", "a.txt", *options)
    assert (result.exit_code, result.stdout, supply.asked) == (2, "", {})
    assert said in result.stderr
