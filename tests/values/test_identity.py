"""Ids that are the same on every machine."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.values import stable_id
from reportedly.values.identity import ID_LENGTH

PART = st.none() | st.integers() | st.text(st.characters(exclude_categories=()))


def test_an_id_is_the_one_it_always_was() -> None:
    """The way that ids are made may not change, for stored ones would lose their meaning."""
    assert stable_id("s", "r1", [[0, 4]], None) == "s50b0b189de5754cd25cb"


@given(st.lists(PART, max_size=4))
def test_an_id_is_a_prefix_and_hexadecimal_digits(parts: list[object]) -> None:
    """Any plain values make an id of one shape, which is safe in a path, a URL and an attribute."""
    made = stable_id("r", *parts)
    assert made[0] == "r"
    assert len(made) == 1 + ID_LENGTH
    assert set(made[1:]) <= set("0123456789abcdef")


@given(st.lists(PART, max_size=4), st.lists(PART, max_size=4))
def test_other_parts_make_another_id(one: list[object], other: list[object]) -> None:
    """Equal ids mean equal parts; parts that only look alike when joined are told apart."""
    assert (stable_id("r", *one) == stable_id("r", *other)) == (one == other)


def test_keys_of_a_mapping_may_come_in_any_order() -> None:
    """A mapping is the same whatever order its keys were set in."""
    assert stable_id("x", {"a": 1, "b": 2}) == stable_id("x", {"b": 2, "a": 1})
