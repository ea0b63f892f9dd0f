"""Bytes become text by what they say of themselves, and by a guess only where they say nothing."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats.encodings import decode, known

ENGLISH = "The ministry said the café on “Main Street” would close – at a cost of £3m."
RUSSIAN = "Министр сказал, что мост закрыт до осени, и больше ничего не говорил о нём никому."  # noqa: RUF001 - Russian


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_byte_order_mark_is_believed_and_left_out(encoding: str) -> None:
    """A mark decides, whatever else is declared, and is no part of the text."""
    decoded = decode(codecs.encode("\ufeff" + ENGLISH, encoding), declared="koi8-r")
    assert (decoded.text, decoded.encoding, decoded.cautions) == (ENGLISH, encoding, ())


@pytest.mark.parametrize(
    ("label", "encoding"), [("ISO-8859-1", "cp1252"), ("windows-1252", "cp1252"), ("latin1", "cp1252")]
)
def test_latin_1_is_read_as_browsers_read_it(label: str, encoding: str) -> None:
    """Declared Latin-1 means Windows-1252, which has the quotation marks."""
    decoded = decode(ENGLISH.encode("cp1252"), label)
    assert (decoded.text, decoded.encoding, decoded.cautions) == (ENGLISH, encoding, ())


def test_declared_encodings_are_used() -> None:
    """A declaration is followed where the bytes fit it."""
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r").text == RUSSIAN


def test_utf_8_beats_a_wrong_one_byte_declaration() -> None:
    """A saved page keeps an old declaration; the bytes show that it is UTF-8, and a caution says so."""
    decoded = decode(ENGLISH.encode(), "iso-8859-1")
    assert decoded.text == ENGLISH
    assert [caution.code for caution in decoded.cautions] == ["encoding-conflict"]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "cp1252"),
        ("“No,” she said.", "cp1252"),
        ("Il a dit que l’été était fini.", "cp1252"),
        (RUSSIAN, "cp1251"),
    ],
)
def test_a_guess_is_right_and_said(text: str, encoding: str) -> None:
    """Undeclared bytes that are no UTF-8 are guessed, and a caution names the guess."""
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert [caution.code for caution in decoded.cautions] == ["encoding-guessed"]
    assert encoding in decoded.cautions[0].message


def test_utf_8_with_a_broken_place_stays_utf_8() -> None:
    """One broken byte does not turn a whole text into another alphabet."""
    data = (ENGLISH * 5).encode()
    decoded = decode(data[:20] + b"\xff" + data[20:])
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 1
    assert [caution.code for caution in decoded.cautions] == ["undecodable"]


def test_utf_8_that_is_cut_off_stays_utf_8() -> None:
    """A file that ends in the middle of a character loses that character only."""
    decoded = decode("Café “no”".encode()[:-1])
    assert (decoded.text, decoded.encoding) == ("Café “no\ufffd", "utf-8")


@pytest.mark.parametrize(
    "label", [None, "", "no-such-encoding", "utf-16", "utf-7", "base64", "hex", "rot13", "a\0b", "é"]
)
def test_declarations_that_cannot_be_meant_are_ignored(label: str | None) -> None:
    """What names no encoding of text, or one that the declaration itself disproves, is no declaration."""
    assert known(label) is None
    assert decode(ENGLISH.encode(), label).text == ENGLISH


@given(
    data=st.binary(), label=st.sampled_from([None, "utf-8", "iso-8859-1", "shift_jis", "gb18030", "utf-16", "hz", "x"])
)
def test_no_bytes_raise(data: bytes, label: str | None) -> None:
    """Whatever the bytes and the declaration, there is a text."""
    assert isinstance(decode(data, label).text, str)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The mayor said no.\n", ENGLISH])
def test_utf_16_without_a_mark_is_recognised(encoding: str, text: str) -> None:
    """Its NULs would pass for valid UTF-8; the caution names the guess."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert [caution.code for caution in decoded.cautions] == ["encoding-guessed"]


@pytest.mark.parametrize("data", [b"no\0", b"\0\0\0\0", b"a\0b\0\1\0\2\0" * 20, bytes(range(256)) * 4])
def test_nuls_alone_are_no_utf_16(data: bytes) -> None:
    """A stray NUL, and tables of small numbers, are not taken for UTF-16."""
    assert not decode(data).encoding.startswith("utf-16")
