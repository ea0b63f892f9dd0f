"""Plain text is the decoded file."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda text: not text.startswith("\ufeff")),
    st.booleans(),
)
def test_offsets_into_the_text_are_offsets_into_the_file(text: str, marked: bool) -> None:  # noqa: FBT001 - drawn
    """The text is the file, code point for code point, with only a byte order mark left out."""
    data = text.encode("utf-8-sig" if marked else "utf-8")
    (loaded,) = load(data, where="x", kind="text")
    assert isinstance(loaded, Loaded)
    assert loaded.report.text == text
    assert loaded.report.sha256 == hashlib.sha256(data).hexdigest()


def test_line_ends_and_white_space_stay() -> None:
    """Nothing is tidied up."""
    (loaded,) = load(b"\r\n The mayor said no. \t\r\n\r\n\r\n", where="x")
    assert isinstance(loaded, Loaded)
    assert loaded.report.text == "\r\n The mayor said no. \t\r\n\r\n\r\n"


def test_binary_data_is_no_text() -> None:
    """Bytes that are in no encoding and hold NULs are refused with a reason."""
    (error,) = load(b"\x00\x01\x80\xfe\x00 data", where="blob", kind="text")
    assert isinstance(error, ReportError)
    assert "binary" in error.reason
