"""Word lists, and where their entries stand in a text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.lexicon import Entry, Lexicon
from tests.reading.anything import lexicons, prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


LEXICONS = list(lexicons())
ENTRIES = [
    pytest.param(lexicon, entry, id=f"{lexicon.name}-{number}")
    for lexicon in LEXICONS
    for number, entry in enumerate(lexicon.entries)
]


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Lexicon]:
    """Return a function that makes a lexicon of some words, each labelled by its number."""

    def make(*words: str) -> Lexicon:
        lines = ['about = "ours"']
        for number, each in enumerate(words):
            lines += ["[[entry]]", f'label = "{number}"', f"words = {json.dumps(each)}", 'example = ""']
        (tmp_path / "ours.toml").write_text("\n".join(lines), encoding="utf-8")
        return Lexicon(str(tmp_path / "ours"))

    return make


def shown(lexicon: Lexicon, text: str) -> list[str]:
    """Return the words of a lexicon's matches in a text."""
    return [text[match.start : match.end] for match in lexicon.matches(text)]


@pytest.mark.parametrize(("lexicon", "entry"), ENTRIES)
def test_every_entry_is_found_in_its_example(lexicon: Lexicon, entry: Entry) -> None:
    """No entry is hidden behind one that stands before it in the file."""
    assert entry.label
    assert any(match.entry is entry for match in lexicon.matches(entry.example))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("word has it", "Word has it, and the WORD HAS IT again", ["Word has it", "WORD HAS IT"]),
        ("<deny>", "deny denies denied denying denial", ["deny", "denies", "denied", "denying"]),
        ("<rule out>", "She ruled out a strike; they rule a strike out", ["ruled out"]),
        ("(a leak|<spill>)", "a leak spilled", ["a leak", "spilled"]),
        ("(so|so far) (yet)? said", "so far said; so yet said; so said", ["so far said", "so yet said", "so said"]),
        ("still? open", "still open, open", ["still open", "open"]),
        ("(not|never)? open", "never open", ["never open"]),
        ("did not _ respond", "did not respond", ["did not respond"]),
        ("did not _ respond", "did not, so far, respond", []),
        ("did not _ respond", "did not even once respond", ["did not even once respond"]),
        ("did not _ respond", "did not even once or twice respond", []),
        ("did not", "did\n not, did \u00a0not, did\n\nnot, did. Not", ["did\n not", "did \u00a0not"]),
        ("won't", "won't, won’t, wont", ["won't", "won’t"]),
        ("e-mail", "e-mails and an e-mail", ["e-mail"]),
        ("out", "outlet, lookout, out_of, out-of, out", ["out", "out"]),
        ("a.b", "axb a.b", ["a.b"]),
    ],
)
def test_the_notation(made: Callable[..., Lexicon], words: str, text: str, expected: list[str]) -> None:
    """Verbs have their forms, groups and optional words may change, and whole words of one paragraph are found."""
    assert shown(made(words), text) == expected


def test_the_first_entry_that_fits_counts(made: Callable[..., Lexicon]) -> None:
    """Of entries at one place that in front counts, and what begins within its words is not looked at."""
    found = made("said no", "said", "no more").matches("said no more. He said so.")
    assert [(match.start, match.entry.label) for match in found] == [(0, "0"), (17, "1")]


def test_matches_within_a_range(made: Callable[..., Lexicon]) -> None:
    """Only what lies wholly in a range is in it."""
    found = made("said so").matches("said so, said so")
    assert [match.start for match in found.within(0, 16)] == [0, 9]
    assert [match.start for match in found.within(1, 16)] == [9]
    assert [match.start for match in found.within(0, 15)] == [0]
    assert found.within(7, 7) == []


@pytest.mark.parametrize("more", ['flag = "odd"', "words = 3"])
def test_files_of_another_shape_are_refused(tmp_path: Path, more: str) -> None:
    """A key that is misspelt, or a value of another kind, is an error."""
    given_words = "" if more.startswith("words") else '\nwords = "no"'
    (tmp_path / "odd.toml").write_text(
        f'about = ""\n[[entry]]\nlabel = "a"\nexample = ""{given_words}\n{more}', "utf-8"
    )
    with pytest.raises(msgspec.ValidationError):
        Lexicon(str(tmp_path / "odd"))


@given(text=prose(), lexicon=st.sampled_from(LEXICONS))
def test_matches_are_in_order_and_apart(text: str, lexicon: Lexicon) -> None:
    """In any text matches have words, come in order and share none, and a range has those that lie in it."""
    found = list(lexicon.matches(text))
    place = 0
    for match in found:
        assert place <= match.start < match.end <= len(text)
        assert match.entry in lexicon.entries
        assert text[match.start].isalnum()
        place = match.end
    half = len(text) // 2
    assert lexicon.matches(text).within(half, len(text)) == [match for match in found if match.start >= half]


@given(text=prose(), lexicon=st.sampled_from(LEXICONS))
def test_what_stands_before_moves_matches(text: str, lexicon: Lexicon) -> None:
    """Words of another paragraph before a text change nothing but the places."""
    moved = [match._replace(start=match.start - 5, end=match.end - 5) for match in lexicon.matches(f"Qx.\n\n{text}")]
    assert moved == list(lexicon.matches(text))
