"""Words and shingles of a text."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.shingles import SIZE, shingled


@given(st.text())
def test_every_word_stands_where_it_is_said_to_stand(text: str) -> None:
    """The words of any text are in order, apart, and not empty."""
    words = shingled(text)
    ends = [0, *words.ends.tolist()]
    for before, start, end in zip(ends, words.starts.tolist(), words.ends.tolist(), strict=False):
        assert before <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]


def test_case_marks_and_white_space_make_no_difference() -> None:
    """What differs only in how it is set has the same words."""
    plain = shingled('He said: "It isn\'t over, and nobody knows."')
    other = shingled("HE said\n“It isn’t   over” – and nobody knows")
    assert plain.words.tolist() == other.words.tolist()


def test_the_order_of_words_makes_a_shingle() -> None:
    """The same words in another order are another shingle, and a shorter text has none."""
    words = "one two three four five six seven eight".split()
    assert len(words) == SIZE
    there = shingled(" ".join(words)).shingles()
    assert len(there) == 1
    assert there.tolist() != shingled(" ".join(reversed(words))).shingles().tolist()
    assert len(shingled(" ".join(words[1:])).shingles()) == 0


def test_numbers_are_the_same_in_every_process() -> None:
    """A shingle has one number under any hash seed, since it is stored."""
    program = (
        "from reportedly.claims.shingles import shingled; print(shingled('a b c d e f g h i').shingles().tolist())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            text=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {f"{shingled('a b c d e f g h i').shingles().tolist()}\n"}
