"""The order in which statements are shown."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from hypothesis import given

from reportedly.exchange.outline import outline
from tests.building import reading
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading


def test_what_stands_within_follows_what_it_stands_in() -> None:
    """A nested statement comes right after its parent, numbered on, with its depth and its parent's number."""
    text = "Ann said Bo said Cy left. Di agreed that it rained."
    made = reading(
        text,
        [
            ("Ann", ("said", 0), "Bo said Cy left"),
            ("Di", "agreed", "that it rained"),
            ("Bo", ("said", 1), "Cy left", 0),
        ],
    )
    shown = [(entry.number, entry.depth, entry.within, entry.statement.source.text) for entry in outline(made)]
    assert shown == [(1, 0, None, "Ann"), (2, 1, 1, "Bo"), (3, 0, None, "Di")]


def test_a_circle_of_parents_is_cut() -> None:
    """Two statements that name each other as parent are both shown, the first by itself."""
    made = reading("Ann said Bo said so.", [("Ann", ("said", 0), "Bo said so"), ("Bo", ("said", 1), "so", 0)])
    first, second = made.statements
    circle = dataclasses.replace(made, statements=(dataclasses.replace(first, parent=second.id), second))
    assert [(entry.number, entry.depth) for entry in outline(circle)] == [(1, 0), (2, 1)]


def test_deep_nesting_is_no_recursion() -> None:
    """Three thousand statements one within the other are shown like any others."""
    made = reading("Ann said so.", [("Ann", "said", "so", index - 1 if index else None) for index in range(3000)])
    assert outline(made)[-1].depth == 2999


@given(readings())
def test_every_statement_is_shown_once(made: Reading) -> None:
    """Whatever the parents are, each statement has one entry, and the numbers run from 1."""
    entries = outline(made)
    assert sorted(entry.statement.id for entry in entries) == sorted(statement.id for statement in made.statements)
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    assert all((entry.within is None) == (entry.depth == 0) for entry in entries)
