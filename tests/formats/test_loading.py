"""Whatever the bytes, loading them gives reports and errors, and raises nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError, UsageError
from reportedly.formats import FORMATS, Given, Loaded, load, loading
from reportedly.values import Moment

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECES = st.sampled_from(
    [
        b"<html>",
        b"<p>",
        b"</p>",
        b"<table><td>",
        b"&amp;",
        b"&#0;",
        b"<script>",
        b'<script type="application/ld+json">{',
        b"---\n",
        b"title: x\n",
        b"# ",
        b"> ",
        b"[a](b)",
        b"```",
        b'{"text": "',
        b'"}',
        b"[",
        b"]",
        b"\n",
        b"%PDF-1.4\n",
        b"obj",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\x9c",
        b"said the mayor. ",
        b"\\ud800",
        b"2024-10-05",
        b'<meta property="article:published_time" content="',
        b'<meta charset="utf-16">',
        b"9" * 5000,
    ]
)
BYTES = st.binary() | st.lists(PIECES, max_size=30).map(b"".join)


@given(
    data=BYTES,
    kind=st.sampled_from([None, *FORMATS]),
    path=st.sampled_from([None, "a.html", "a.md", "a.pdf", "a.json"]),
)
def test_no_bytes_raise_under_any_format(data: bytes, kind: str | None, path: str | None) -> None:
    """Bytes under any format give reports and errors, at least one of either; each names where it is from."""
    found = list(load(data, where="input", path=path, kind=kind))
    assert found
    assert all(item.where.startswith("input") for item in found)
    assert all(item.report.path == path for item in found if isinstance(item, Loaded))


def test_what_is_given_fills_in_only_what_the_input_leaves_open() -> None:
    """The input's own word counts for more than the caller's."""
    given_ = Given(title="Ours", publisher="Our Wire", url="https://ours.example", published=Moment("2024"))
    (loaded,) = load(b'{"text": "x", "title": "Theirs", "published": "2023-05"}', where="x", given=given_)
    assert isinstance(loaded, Loaded)
    report = loaded.report
    assert (report.title, report.published) == ("Theirs", Moment("2023-05"))
    assert (report.publisher, report.url) == ("Our Wire", "https://ours.example")


def test_the_language_is_told_and_warned_of() -> None:
    """Every report has its language as far as it can be told, and a caution where it is not English."""
    text = (
        "Il ministro ha detto martedì che il ponte resterà chiuso fino all’autunno, nessuno lo sapeva prima di marzo. "
        * 2
    )
    (loaded,) = load(text.encode(), where="x")
    assert isinstance(loaded, Loaded)
    assert loaded.report.language == "it"
    assert [caution.code for caution in loaded.cautions] == ["not-english"]


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b'{"text": ""}'])
def test_a_report_without_a_word_says_so(data: bytes) -> None:
    """An empty text is read, but nobody need wonder why nothing is found in it."""
    (loaded,) = load(data, where="x")
    assert isinstance(loaded, Loaded)
    assert [caution.code for caution in loaded.cautions] == ["no-text"]


def test_an_unknown_format_is_wrong_use() -> None:
    """The caller learns at once what formats there are."""
    with pytest.raises(UsageError, match=r"'docx'.*text, markdown"):
        load(b"x", where="x", kind="docx")


def test_foreign_formats_are_refused_unless_the_caller_knows_better() -> None:
    """An archive is not read as text, but what is said to be text is."""
    (error,) = load(b"PK\x03\x04 said the mayor", where="x.zip")
    assert isinstance(error, ReportError)
    assert "ZIP" in error.reason
    (loaded,) = load(b"WARC/1.0 is a format, said the mayor", where="x", kind="text")
    assert isinstance(loaded, Loaded)


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large for one report is refused with the limit; JSON has one of its own."""
    monkeypatch.setattr(loading, "MAX_BYTES", 10)
    (error,) = load(b"a" * 11, where="x")
    assert isinstance(error, ReportError)
    assert "at most 10 bytes" in error.reason
    (loaded,) = load(b'{"text": "abcdef"}', where="x")
    assert isinstance(loaded, Loaded)


def test_a_loader_that_fails_is_an_error_of_that_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parsers under the formats promise no set of exceptions; none of them stops a run."""

    def broken(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
        yield ReportError(where, "one line was bad")
        raise RecursionError(where + str(len(data)))

    monkeypatch.setattr("reportedly.formats.text.load", broken)
    bad, error = load(b"abc", where="x")
    assert isinstance(bad, ReportError)
    assert isinstance(error, ReportError)
    assert error.reason == "could not be read as text (RecursionError: x3)"
