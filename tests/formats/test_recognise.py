"""Formats are told from what bytes hold, and from a file's name only where that does not tell."""

from __future__ import annotations

import pytest

from reportedly.formats import HEAD, by_suffix, foreign, recognise


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "report.txt", "pdf"),
        (b"\xef\xbb\xbf  %PDF-1.7\n", None, "pdf"),
        (b"junk before %PDF-1.7\n", "report.pdf", "pdf"),
        (b"%PDF- is how such a file begins".rjust(60), None, "pdf"),
        (b"The file began with %PDF-, she said.", None, "text"),
        (b"<!DOCTYPE html><p>x", "report.txt", "html"),
        (b"\n <!-- saved --> <HTML lang='en'>", "report.md", "html"),
        (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", None, "html"),
        ("<html>".encode("utf-16"), None, "html"),
        (b"<p>The mayor said no.</p>", None, "html"),
        (b"<p>The mayor said no.</p>", "report.md", "markdown"),
        (b"<p>The mayor said no.</p>", "report.txt", "text"),
        (b"She said <p> begins a paragraph.", None, "text"),
        (b'{"text": "a"}\n{"text": "b"}\n', "reports.json", "jsonl"),
        (b'{"text": "a"}\n{"text": "b"}\n', None, "jsonl"),
        (b'{"id": 1}\n{"text": "b"}\n', None, "jsonl"),
        (b'{"text": "a"}', "report.json", "json"),
        (b'{\n  "text": "a"\n}', None, "json"),
        (b'[{"text": "a"}]', "reports.jsonl", "json"),
        (b"{ broken\n", "reports.jsonl", "jsonl"),
        (b"[Correction] The mayor said yes.", None, "text"),
        (b"{sic} said the mayor", None, "text"),
        (b"# Dam\n", "report.md", "markdown"),
        (b"# Dam\n", None, "text"),
        (b"", None, "text"),
        (b"", "empty.jsonl", "jsonl"),
        (b"\xff\xfe", None, "text"),
    ],
)
def test_content_comes_before_the_name(data: bytes, name: str | None, kind: str) -> None:
    """Each of these bytes is recognised as what it is."""
    assert recognise(data, name) == kind


def test_a_first_line_longer_than_the_head_is_told_by_the_name() -> None:
    """Cut in the middle of its first line, a file of JSON lines is still one."""
    head = (b'{"text": "' + b"a" * HEAD)[:HEAD]
    assert recognise(head, "reports.jsonl") == "jsonl"


def test_many_comments_before_text_do_not_explode() -> None:
    """What could be read as one comment or as many is tried one way only."""
    assert recognise(b"<!--a-->" * 5000 + b"The mayor said no.") == "text"


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "image"),
        (b"\x1f\x8b\x08rest", "gzip"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "<rss>"),
    ],
)
def test_known_formats_that_are_not_ours_are_named(data: bytes, part: str) -> None:
    """A person learns what the file is rather than reading binary noise as text."""
    assert part in str(foreign(data))


@pytest.mark.parametrize("data", [b"", b"The mayor said no.", b"<html>", b"%PDF-1.4", b'{"text": "a"}'])
def test_our_formats_are_not_foreign(data: bytes) -> None:
    """Nothing that is read is turned away."""
    assert foreign(data) is None


def test_suffixes_are_told_whatever_their_case() -> None:
    """A suffix speaks for a format in capitals too, and a name without one for none."""
    assert by_suffix("A.HTML") == "html"
    assert by_suffix("notes") is None
    assert by_suffix(None) is None
