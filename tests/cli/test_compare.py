"""`reportedly compare`."""

from __future__ import annotations

import csv
import dataclasses
import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.cli.table import NARROWEST
from reportedly.cli.valued import valued
from tests.cli.claimed import CLAIM, STORY, VALUES
from tests.stories import stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.claims.claim import Story
    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Run

TABLE = """\
people · 6 values in 6 reports
                    in its words                             12              47
────────────────────────────────────────────────────────────────────────────────
2025-03-04 09:10    “at least 12 people”  at least 12       ·├─────────────────▶
Norrpress
2025-03-04 12:00    “Twelve people”       12                ·●··················
The Evening Post
2025-03-05          “between 15 and 20    15 to 20          ··├──┤··············
The Tesmark         people”
Standard
2025-03-05 07:30    “Up to 18             up to 18          ◀───┤···············
Harbour Radio       passengers”
2025-03-05 11:00    “47 people”           47                ··················●·
Lessa Today
undated             “Some 20 people”      about 18 to 22    ····├─┤·············
publisher unknown
"""


def test_values_stand_side_by_side_over_time(claim_table: Callable[..., list[str]]) -> None:
    """Ranges stay ranges on one scale, open ends stay open, and the wording stands beside."""
    assert claim_table("compare", CLAIM.id)[4:] == TABLE.splitlines()


def test_a_narrow_terminal_has_the_bar_below(claim_table: Callable[..., list[str]]) -> None:
    """The bar is then as wide as the terminal."""
    lines = claim_table("compare", CLAIM.id, columns=50)
    at = lines.index("“between 15 and 20 people”")
    assert lines[at + 1 : at + 3] == [
        "2025-03-05 · The Tesmark Standard · 15 to 20",
        "·····├──────┤·····································",
    ]


def test_each_unit_has_a_scale_of_its_own() -> None:
    """Metres and people are not drawn on one line."""
    depth = dataclasses.replace(VALUES[1], unit="metre", counted="", low=300.0, high=300.0)
    claim = dataclasses.replace(CLAIM, values=(*VALUES[:2], depth))
    heads = [line.plain for line in valued(STORY, claim, 80) if "value" in line.plain]
    assert heads == ["people · 2 values in 2 reports", "metre · 1 value in 1 report"]


def test_a_claim_that_counts_nothing_says_so(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """There is a line instead of a table."""
    shelf.held = (dataclasses.replace(STORY, claims=(dataclasses.replace(CLAIM, values=()),)),)
    assert claim_table("compare", CLAIM.id)[-1] == "Nothing is counted in it."


def test_programs_get_a_value_a_line(run: Run, told_in: str, shelf: Shelf) -> None:
    """An open end is null in JSON and empty in CSV."""
    assert shelf.held
    lines = [json.loads(line) for line in run("compare", CLAIM.id, "--ledger", told_in).stdout.splitlines()]
    assert [(each["low"], each["high"]) for each in lines][:3] == [(12, None), (12, 12), (15, 20)]
    assert {each["claim"] for each in lines} == {CLAIM.id}
    rows = list(csv.DictReader(run("compare", CLAIM.id, "-f", "csv", "--ledger", told_in).stdout.splitlines()))
    assert (rows[0]["low"], rows[0]["high"], rows[0]["external_id"]) == ("12", "", "wire")


@settings(max_examples=30)
@given(stories(), st.integers(NARROWEST, 96))
def test_any_values_fit_the_terminal(story: Story, width: int) -> None:
    """No line is too wide, whatever is counted."""
    (claim,) = story.claims
    assert all(line.cell_len <= width for line in valued(story, claim, width))
