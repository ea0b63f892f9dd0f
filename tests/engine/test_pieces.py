"""Pieces: where they stand, and what is noted of each beside its word."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import hypothesis
import numpy as np
import pytest
from hypothesis import strategies as st

from reportedly.engine.pieces import FEATURES, GAPS, PLACES, QUOTES, SHAPES, cut
from tests.engine.checking import check
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

    from reportedly.engine import Pieces

NEUTRAL = "Opening hours of the library are listed below.\n\n"
ANY = st.one_of(
    TEXTS,
    st.text(st.characters(), max_size=60),
    st.text(st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Lo", "So"]), max_size=40),
    st.text("“”«»„‘’\"' \n\tab,.", max_size=60),
)
"""Any string at all, also one that no file in UTF-8 could hold."""


def values(pieces: Pieces, names: tuple[str, ...]) -> list[str]:
    """Return one feature of each piece, by its name."""
    return [names[value] for value in pieces.features[:, FEATURES.index(names)].tolist()]


def words(text: str, pieces: Pieces) -> list[str]:
    """Return the text of each piece."""
    return [text[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True)]


@hypothesis.given(text=ANY)
def test_any_text_is_cut(text: str, tokenizer: Tokenizer) -> None:
    """Any string is cut into pieces that are not empty, lie in the text and follow one another."""
    check(text, cut(text, tokenizer), tokenizer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00",
        "\x00\x00a",
        "\ud800",
        "\udfff\ud800",
        "\u202e\u2069",
        "\ufeff",
        "\u0301",
        "🛳️",
        "‍👩‍👩‍👧",
    ],
    ids=ascii,
)
def test_awkward_text_is_cut(text: str, tokenizer: Tokenizer) -> None:
    """What holds of any text holds of the awkward ones, the empty one too."""
    check(text, cut(text, tokenizer), tokenizer)


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x07"], ids=ascii)
def test_text_without_words_has_no_pieces(text: str, tokenizer: Tokenizer) -> None:
    """White space and control characters make no piece."""
    assert len(cut(text, tokenizer)) == 0


def test_pieces_are_places_in_the_text(tokenizer: Tokenizer) -> None:
    """Places count code points of the text as given, past astral characters, control characters and surrogates."""
    text = "\x00🛳️ \ud83d Mayor\u202e Brandt said"
    pieces = cut(text, tokenizer)
    assert [word for word in words(text, pieces) if word.isascii()] == ["Mayor", "Brandt", "said"]


def test_lone_surrogate_is_read_as_a_replacement_character(tokenizer: Tokenizer) -> None:
    """A lone surrogate, which no encoder takes, changes nothing but itself."""
    odd, even = cut("The mayor \ud83d said", tokenizer), cut("The mayor \ufffd said", tokenizer)
    for name in ("ids", "starts", "ends", "features"):
        assert np.array_equal(getattr(odd, name), getattr(even, name))


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("harbour", "lower"),
        ("Harbour", "capitalised"),
        ("A", "capitalised"),
        ("NATO", "capitals"),
        ("12", "digits"),
        (",", "mark"),
        ("“", "mark"),
        ("$", "mark"),
        ("ש", "other"),
        ("字", "other"),
    ],
)
def test_shape(word: str, shape: str, tokenizer: Tokenizer) -> None:
    """The shape of a piece is the one of its letters as they stand in the text."""
    assert values(cut(word, tokenizer), SHAPES) == [shape]


@pytest.mark.parametrize(
    ("between", "gap"),
    [
        ("", "none"),
        (" ", "space"),
        ("   \t", "space"),
        ("\n", "line"),
        (" \r\n  ", "line"),
        ("\n\n", "paragraph"),
        ("\r\n\r\n", "paragraph"),
        ("\n \n\n\t", "paragraph"),
    ],
    ids=ascii,
)
def test_gap(between: str, gap: str, tokenizer: Tokenizer) -> None:
    """The gap of a piece is what stands between it and the piece before."""
    assert values(cut(f"ship,{between}port", tokenizer), GAPS)[-1] == gap


def test_first_piece_stands_after_a_gap(tokenizer: Tokenizer) -> None:
    """The first piece is never glued to a piece before."""
    assert values(cut("ship", tokenizer), GAPS) == ["space"]


QUOTATIONS = [
    ("He said “no way” twice", "..oiic."),
    ('He said "no way" twice', "..oiic."),
    ("« non »", "oic"),
    ("He said ‘no way’ twice", "..oiic."),
    ("the crew’s boat", "....."),
    ("‘don’t go’", "oiiiic"),
    ("“it is ‘fine’ now”", "oiiiiiic"),
    ('"Yes," he said. "No."', "oiic...oiic"),
    ("“Yes,” he said. “No.”", "oiic...oiic"),
    ("“Yes,\nit is”", "oiiiic"),
    ("“Yes,\n\nit is", "oii.."),
    ('"Yes,\n\nit is "fine" now', "oii..oic."),
    ("“Yes,\n\n“it is”", "oiioiic"),
]
"""Texts, and where each of their pieces stands: outside (.), inside, opening or closing."""


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS, ids=[ascii(text) for text, _ in QUOTATIONS])
def test_quotation_marks(text: str, expected: str, tokenizer: Tokenizer) -> None:
    """Pieces know whether they stand in quotation marks; a new paragraph begins outside, a new line does not."""
    pieces = cut(text, tokenizer)
    letters = {"outside": ".", "inside": "i", "opening": "o", "closing": "c"}
    marked = list(zip(words(text, pieces), (letters[value] for value in values(pieces, QUOTES)), strict=True))
    assert "".join(letter for _, letter in marked) == expected, marked


def test_only_the_first_paragraph_is_the_first(tokenizer: Tokenizer) -> None:
    """Pieces before the first end of a line are in the first paragraph, where headlines are, and no others."""
    text = "\n\nFerry sinks\n\nThe ferry sank.\n\nNobody drowned."
    pieces = cut(text, tokenizer)
    places = list(zip(words(text, pieces), values(pieces, PLACES), strict=True))
    assert [word for word, place in places if place == "first paragraph"] == ["Ferry", "sinks"]
    assert places[-1][1] == "later"


def test_inner_pieces_go_on_with_a_word(tokenizer: Tokenizer) -> None:
    """A piece is inner where it goes on with the word of the piece before, and never after or as a mark."""
    text = "Sorrenbyites, port-side"
    pieces = cut(text, tokenizer)
    joined: list[str] = []
    for word, inner in zip(words(text, pieces), pieces.inner.tolist(), strict=True):
        if inner:
            joined[-1] += word
        else:
            joined.append(word)
    assert joined == ["Sorrenbyites", ",", "port", "-", "side"]


def test_breaks_begin_lines(tokenizer: Tokenizer) -> None:
    """The breaks are the pieces that begin a line or a paragraph."""
    text = "One two\nthree\n\nfour five"
    pieces = cut(text, tokenizer)
    assert [words(text, pieces)[place] for place in pieces.breaks.tolist()] == ["three", "four"]


@hypothesis.given(text=ANY)
def test_neutral_paragraph_before_shifts_the_pieces(text: str, tokenizer: Tokenizer) -> None:
    """A paragraph before a text moves its pieces by its length, and changes but the place and the first gap."""
    alone, after = cut(text, tokenizer), cut(NEUTRAL + text, tokenizer)
    more = len(after) - len(alone)
    assert more == len(cut(NEUTRAL, tokenizer))
    assert after.ids[more:].tolist() == alone.ids.tolist()
    assert (after.starts[more:] - len(NEUTRAL)).tolist() == alone.starts.tolist()
    assert (after.ends[more:] - len(NEUTRAL)).tolist() == alone.ends.tolist()
    for names in (SHAPES, QUOTES):
        assert values(after, names)[more:] == values(alone, names)
    assert values(after, GAPS)[more + 1 :] == values(alone, GAPS)[1:]
    assert set(values(after, PLACES)[more:]) <= {"later"}


def test_feature_lists_are_closed() -> None:
    """No value stands twice in the lists behind the features: the model learns one vector for each."""
    names = list(itertools.chain.from_iterable(FEATURES))
    assert len(set(names)) == len(names)
