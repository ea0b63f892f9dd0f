"""An encoding that is declared outside the bytes goes before what they declare, if they are in it."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError, RunError
from reportedly.formats import text
from reportedly.formats.declared import load_declared
from reportedly.formats.loaded import Loaded

CHARSETS = [None, "", "utf-8", "latin-1", "koi8-r", "utf-16", "shift_jis", "nonsense", "undefined", "rot13"]


@given(st.binary(max_size=200), st.sampled_from(CHARSETS))
def test_any_bytes_under_any_charset_are_a_text_or_an_error(data: bytes, charset: str | None) -> None:
    """The digest is always that of the bytes."""
    found = load_declared(text.load, data, charset, "x")
    if isinstance(found, Loaded):
        assert found.report.sha256 == hashlib.sha256(data).hexdigest()
    else:
        assert isinstance(found, ReportError)


@given(st.text(st.characters(codec="koi8-r"), min_size=1))
def test_a_text_comes_back_from_its_charset(written: str) -> None:
    """Character for character."""
    data = written.encode("koi8-r")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = load_declared(text.load, data, "KOI8-R", "x")
        assert isinstance(found, Loaded)
        assert found.report.text == written


def test_only_what_concerns_the_whole_run_is_raised() -> None:
    """A damaged installation is not the report's fault."""

    def broken(_: bytes, where: str) -> object:
        raise RunError(where)

    with pytest.raises(RunError):
        load_declared(broken, b"", None, "x")  # type: ignore[arg-type] # never returns
    found = load_declared(lambda *_: iter(()), b"", None, "x")
    assert isinstance(found, ReportError)
