"""How alike two passages are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.likeness import shared, stem, telling


@pytest.mark.parametrize(
    ("one", "other"), [("shelled", "shelling"), ("denies", "denied"), ("troops", "troop"), ("deny", "denied")]
)
def test_forms_of_a_word_are_alike(one: str, other: str) -> None:
    """Endings do not count."""
    assert telling([one]) & telling([other]) or stem(one)[:3] == stem(other)[:3]


def test_words_that_tell_nothing_do_not_count() -> None:
    """Articles, pronouns, auxiliaries and titles make no two passages alike."""
    assert telling(["He said that it was not that of Mr."]) == frozenset()


def test_the_share_is_of_the_smaller() -> None:
    """Of two sets the smaller is the measure; nothing is like nothing."""
    assert shared(frozenset("ab"), frozenset("abcd")) == 1
    assert shared(frozenset("ax"), frozenset("abcd")) == 0.5
    assert shared(frozenset(), frozenset("a")) == 0


@given(text=st.text(), other=st.text())
def test_any_texts_can_be_compared(text: str, other: str) -> None:
    """A share lies between 0 and 1 and is the same both ways; case does not count."""
    one, two = telling([text]), telling([other])
    assert 0 <= shared(one, two) == shared(two, one) <= 1
    assert telling([text, text]) == one
