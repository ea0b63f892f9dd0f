"""The beginning of JSON is read without what was cut off."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import json_outline

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": [1, 2', {"a": 1, "b": [1]}),
        ('{"a": {"b": "c, [', {"a": {"b": None}}),
        ('[{"a": "}"}, {"b"', [{"a": "}"}, {}]),
        ('\ufeff {"a": 1} {"b": 2}', {"a": 1}),
        ("said", None),
        ("[}", []),
        ("", None),
    ],
)
def test_what_is_incomplete_is_left_out(text: str, value: object) -> None:
    """Strings are no brackets, and only the first value counts."""
    assert json_outline.outline(text) == value


@given(value=st.lists(VALUES) | st.dictionaries(st.text(), VALUES), cut=st.integers(0, 200))
def test_a_whole_value_comes_back_and_a_cut_one_raises_nothing(value: object, cut: int) -> None:
    """Cut anywhere, it is still a value of the same kind."""
    text = json.dumps(value)
    assert json_outline.outline(text) == value
    part = json_outline.outline(text[:cut])
    assert part is None or isinstance(part, type(value))
