"""The readings that tests build by hand."""

from __future__ import annotations

import pytest

from tests.building import passage, reading

TEXT = "Ann said it was late, and Bo said Ann said so."


def test_spans_are_found_by_words() -> None:
    """Words give their span, a number says which occurrence, a list gives pieces, None gives no words."""
    assert passage(TEXT, "it was late").texts == ("it was late",)
    assert passage(TEXT, ("said", 2)).pairs == [[38, 42]]
    assert passage(TEXT, [("Ann", 0), ("Bo", 0)]).texts == ("Ann", "Bo")
    assert not passage(TEXT, None)


@pytest.mark.parametrize("words", ["said", "Cy", ("Bo", 1)])
def test_words_that_are_not_just_once_there_are_refused(words: str | tuple[str, int]) -> None:
    """A test that names missing or doubtful words must fail where it is written."""
    with pytest.raises(ValueError, match=r"occurs 3 times|not found"):
        passage(TEXT, words)


def test_a_parent_is_named_by_its_place() -> None:
    """The fourth value of a statement is the place of its parent in the list."""
    made = reading(TEXT, [("Bo", ("said", 1), "Ann said so"), (("Ann", 1), ("said", 2), "so", 0)])
    assert made.statements[1].parent == made.statements[0].id
    assert made.depth(made.statements[1]) == 1
