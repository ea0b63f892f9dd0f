"""What becomes of those who are counted."""

from __future__ import annotations

import re

import pytest

from reportedly.claims.outcomes import Listed, listed, outcome

WORDS = [(one.name, word) for one in listed() for word in one.words]


def told(text: str, figure: str) -> str | None:
    """Return the outcome of what a figure in a text counts."""
    start = text.index(figure)
    return outcome(text, start, start + len(figure), 0, len(text))


@pytest.mark.parametrize("one", listed(), ids=lambda one: one.name)
def test_each_example_has_its_outcome(one: Listed) -> None:
    """The first word of an example is the number, and what stands behind tells what became of the counted."""
    assert told(one.example, one.example.split()[0]) == one.name


@pytest.mark.parametrize(("name", "word"), WORDS, ids=[word for _, word in WORDS])
def test_each_word_tells_its_outcome(name: str, word: str) -> None:
    """Beside a number each word is found, one that stands for its beginning also in a longer word."""
    whole = word.removeprefix("=")
    assert told(f"seven {whole}", "seven") == name
    assert told(f"SEVEN {whole.upper()}", "SEVEN") == name
    if not word.startswith("="):
        assert told(f"seven {whole}xy", "seven") == name


def test_words_and_names_are_there_once() -> None:
    """No word is in two lists, and no outcome has two."""
    words = [word.removeprefix("=") for _, word in WORDS]
    assert len(set(words)) == len(words)
    assert len({one.name for one in listed()}) == len(listed())
    assert all(re.fullmatch(r"=?[a-z ]+", word) for _, word in WORDS)


def test_the_nearest_word_tells() -> None:
    """Of several words the nearest one counts, of equally near ones that behind, and none beyond the reach."""
    text = "eight men were missing, rescued were twelve"
    assert (told(text, "eight"), told(text, "twelve")) == ("missing", "rescued")
    assert told("the dead: 4 hurt", "4") == "hurt"
    assert told("the death toll is four", "four") == "dead"
    assert told("four " + "and on " * 12 + "died", "four") is None
    assert told("four boats came in", "four") is None


def test_only_the_words_of_the_place_are_looked_at() -> None:
    """What stands outside the clause tells nothing of it."""
    text = "four came home; nine died"
    assert outcome(text, 0, 4, 0, text.index(";")) is None
    assert outcome(text, 0, 4, 0, len(text)) == "dead"
