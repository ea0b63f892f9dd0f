"""The fields that people speak from."""

from __future__ import annotations

import importlib.resources
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.fields import FILE, fields_of
from reportedly.ledger.identities import folded

LISTED = {
    field: words.split()
    for field, words in tomllib.loads(
        importlib.resources.files("reportedly.claims").joinpath(FILE).read_text(encoding="utf-8")
    ).items()
}
WORDS = sorted({word for words in LISTED.values() for word in words})


@pytest.mark.parametrize("field", LISTED)
def test_each_word_is_of_its_field(field: str) -> None:
    """Each word of a list is of that field, is there once, and is one as names are compared: else nobody has it."""
    words = LISTED[field]
    assert len(set(words)) == len(words)
    assert [word for word in words if field not in fields_of([word])] == []
    assert [word for word in words if folded(word) != word] == []


@pytest.mark.parametrize(
    ("called", "shared", "apart"),
    [
        ("The superintendent of police", "Police", "The surgeon"),
        ("A doctor at the clinic", "The hospital", "The harbour police"),
        ("The refinery's manager", "A company", "The prosecutor"),
        ("A fisherman", "Residents", "The air force"),
    ],
)
def test_who_is_of_one_field_shares_it(called: str, shared: str, apart: str) -> None:
    """Two words for those of one trade have a field in common, and those for two trades have none."""
    first, second, third = (fields_of(folded(each).split()) for each in (called, shared, apart))
    assert first & second
    assert third
    assert not first & third


def test_a_word_may_be_of_several_fields() -> None:
    """An inspector may be of the police or of the experts; a brigade of the army or of those who come to help."""
    assert fields_of(["inspector"]) == {"police", "experts"}
    assert fields_of(["brigade"]) == {"army", "rescue"}


def test_words_of_no_field_are_passed_by() -> None:
    """A name has no field, and nothing has none."""
    assert fields_of(["ana", "ferro"]) == fields_of([]) == frozenset()
    assert fields_of(["ana", "surgeon"]) == fields_of(["surgeon"]) == {"medicine"}


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text())), st.lists(st.sampled_from(WORDS)))
def test_the_fields_of_words_are_those_of_each(words: list[str], others: list[str]) -> None:
    """More words take no field away and bring no other ones than their own, whatever they are and in any order."""
    both = fields_of([*words, *others])
    assert both == fields_of([*others, *reversed(words)]) == fields_of(words) | fields_of(others)
    assert both <= set(LISTED)
