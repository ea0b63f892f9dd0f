"""`reportedly derivation`."""

from __future__ import annotations

import csv
import dataclasses
import json
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.cli.derived import derived
from reportedly.cli.table import NARROWEST
from reportedly.exchange.edges import encode_edge
from reportedly.values import Passage
from tests.cli.claimed import CREDITED, EDGES, FIRST_OF_CIRCLE, STORY, UNCREDITED, WIRE
from tests.stories import stories

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.claims.claim import Story
    from tests.cli.claimed import Shelf
    from tests.cli.conftest import Run


def test_an_edge_says_what_is_from_where_and_what_shows_it(claim_table: Callable[..., list[str]]) -> None:
    """A copy without credit stands out; the shared words and their places are shown."""
    assert claim_table("derivation", UNCREDITED.report.id[:9]) == [
        f"The Strait Observer · 2025-03-04 10:05                                 {UNCREDITED.report.id[:9]}",
        f"← Norrpress · 2025-03-04 09:10                                         {WIRE.report.id[:9]}",
        "copies · Norrpress · not credited",
        "1 passage, 138 characters · 0–138",
        "“Harbour master Odd Lien said at least 12 people died when the ferry Sorrel went",
        "down off Lessa. The search was to go on through the night.”",
        "all of its words, within the hour",
    ]


def test_doubt_is_shown(claim_table: Callable[..., list[str]]) -> None:
    """An edge that times leave open says so."""
    lines = claim_table("derivation", FIRST_OF_CIRCLE.report.id)
    assert "cites · unsure" in lines


def test_many_places_are_counted(claim_table: Callable[..., list[str]], shelf: Shelf) -> None:
    """The first of them are shown, and how many more there are."""
    text = WIRE.report.text
    passages = tuple(Passage.of(text, [(start, start + 5)]) for start in range(0, 60, 10))
    edge = dataclasses.replace(EDGES[0], passages=passages, originals=passages)
    shelf.held = (dataclasses.replace(STORY, edges=(edge,)),)
    assert "6 passages, 30 characters · 0–5 · 10–15 · 20–25 · and 3 more" in claim_table("derivation")


def test_where_there_is_none_a_line_says_so(claim_table: Callable[..., list[str]]) -> None:
    """An empty answer is no error."""
    assert claim_table("derivation", "rfff") == ["No report is known to have anything from another."]


def test_lines_of_json_are_the_contract(run: Run, told_in: str, shelf: Shelf) -> None:
    """An edge a line, whose spans open the same words in both texts."""
    assert shelf.held
    lines = [json.loads(line) for line in run("derivation", "--ledger", told_in).stdout.splitlines()]
    assert lines == [encode_edge(STORY, edge) for edge in EDGES]
    ((passage,),) = ([*each["passages"]] for each in lines[:1])
    ((start, end),), ((first, last),) = passage["report"], passage["from"]
    assert CREDITED.report.text[start:end] == WIRE.report.text[first:last] == passage["words"]


def test_csv_has_a_row_an_edge(run: Run, told_in: str, shelf: Shelf) -> None:
    """Spans are joined in one field."""
    assert shelf.held
    rows = list(csv.DictReader(run("derivation", "-f", "csv", "--ledger", told_in).stdout.splitlines()))
    assert len(rows) == len(EDGES)
    assert (rows[1]["external_id"], rows[1]["from_external_id"]) == ("uncredited", "wire")
    assert (rows[1]["credited"], rows[1]["passages"]) == ("no", "0-138")


@settings(max_examples=30)
@given(stories(), st.integers(NARROWEST, 96))
def test_any_edge_fits_the_terminal_and_steers_nothing(story: Story, width: int) -> None:
    """No line is too wide, and no control character is let through."""
    for edge in story.edges:
        lines = list(derived().row((story, edge), width))
        assert all(line.cell_len <= width for line in lines)
        assert not any(sign in line.plain for line in lines for sign in "\x1b\x00\x9b\u202e\n\r")
