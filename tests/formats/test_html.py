"""Web pages become the words of their article, and nothing else of the page comes through."""

from __future__ import annotations

import hashlib

import pytest

from reportedly.errors import ReportError
from reportedly.formats import Loaded, html, load
from tests.formats.pages import BODY, HEADLINE, page


def _load(data: bytes) -> Loaded:
    """Load one page."""
    (loaded,) = load(data, where="page.html", path="page.html")
    assert isinstance(loaded, Loaded), loaded
    return loaded


def _reason(data: bytes) -> str:
    """Load a page that cannot be read."""
    (error,) = load(data, where="page.html", kind="html")
    assert isinstance(error, ReportError), error
    return error.reason


def test_the_article_is_paragraphs_under_its_headline() -> None:
    """The headline comes first, then every paragraph, item and quotation, a blank line between them."""
    report = _load(page()).report
    assert report.text.split("\n\n") == [
        HEADLINE,
        (
            "The reservoir above Orlen will be drained by the end of the month, the ministry of works said on "
            "Saturday, after inspectors had found cracks & damp in the spillway."
        ),
        (
            "“We cannot take the risk,” said Ada Venn, the minister. “Nobody could.” She added that three of "
            "seven gates were safe."
        ),
        "The mayor denied that the town had been warned.",
        "A farmer said that the cracks were old.",
        "This was known in March, an engineer wrote in a letter.",
        "According to the operator, the work will take\nsix weeks.",
    ]
    assert report.sha256 == hashlib.sha256(page()).hexdigest()
    assert len(report.paragraphs) == len(report.text.split("\n\n"))


@pytest.mark.parametrize("part", ["<", "&amp;", "&ldquo;", "track(", "claim =", "color", "Sport", "Copyright", "\x1e"])
def test_nothing_else_of_the_page_comes_through(part: str) -> None:
    """No mark, entity, script, style, navigation or footer is in the text."""
    assert part not in _load(page()).report.text


def test_entities_that_are_escaped_twice_are_decoded_once_more() -> None:
    """`&amp;amp;` is a mistake of the page's software; an angle bracket that is shown stays as it is shown."""
    body = BODY.replace("damp", "Smith &amp;amp; Sons&amp;#8217; pump &amp;lt;b&amp;gt;")
    assert "cracks & Smith & Sons’ pump &lt;b&gt; in the spillway" in _load(page(body)).report.text


def test_a_headline_that_the_article_leaves_out_is_set_first() -> None:
    """A title that stands outside the article is its first paragraph all the same, and only once."""
    body = BODY.replace(f"<h1>{HEADLINE}</h1>", "")
    assert _load(page(body)).report.text.startswith(HEADLINE + "\n\nThe reservoir")
    assert _load(page()).report.text.count(HEADLINE) == 1


def test_two_line_breaks_part_paragraphs() -> None:
    """Old pages write no paragraphs, but two breaks."""
    body = (
        "<h1>Dam drained</h1><div>The minister said that the dam was unsafe and had to go.<br><br>The mayor denied it "
        "on Monday evening.<br>He left.</div>"
    )
    assert _load(page(body)).report.text.split("\n\n")[1:] == [
        "The minister said that the dam was unsafe and had to go.",
        "The mayor denied it on Monday evening.\nHe left.",
    ]


def test_short_notices_are_read_without_their_navigation() -> None:
    """Two sentences are a report, and the menu above them is no part of it."""
    body = (
        "<h1>Dam drained</h1><article><p>The minister said the dam was unsafe.</p><p>The mayor denied it.</p></article>"
    )
    assert _load(page(body, title="Dam drained")).report.text.split("\n\n") == [
        "Dam drained",
        "The minister said the dam was unsafe.",
        "The mayor denied it.",
    ]


def test_fragments_are_read() -> None:
    """A piece of a page without head or body is read as well."""
    assert _load(b"<p>The mayor of Orlen said no.</p><p>She left.</p>").report.text == (
        "The mayor of Orlen said no.\n\nShe left."
    )


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="iso-8859-1">', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'],
)
def test_a_declared_encoding_is_followed(declaration: str) -> None:
    """A page in an old encoding that says so is read without a caution."""
    text = page(BODY.replace("damp", "déjà vu")).decode().replace('<meta charset="utf-8">', declaration)
    loaded = _load(text.encode("cp1252"))
    assert "cracks & déjà vu in" in loaded.report.text
    assert loaded.cautions == ()


def test_xhtml_with_a_declaration_is_read() -> None:
    """An XML declaration is no obstacle."""
    data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + page()
    assert _load(data).report.text.startswith(HEADLINE)


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html><head><title>Front page</title></head><body></body></html>",
        b"<html><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav></body></html>",
        b"<!doctype html><title>T</title><script>document.write('<p>The minister said so.</p>')</script>",
        b"",
        b"<",
    ],
)
def test_a_page_without_an_article_says_so(data: bytes) -> None:
    """A menu, or a page that its scripts write, holds no report."""
    assert _reason(data) == "no article text found"


@pytest.mark.parametrize(
    "tag", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<blockquote>", "<span>a", "</div>", "<a href=x>"]
)
def test_tags_nested_without_end_do_not_crash(tag: str) -> None:
    """A hundred thousand nested tags are an error, or a report, and never a crash."""
    data = b"<html><body>" + tag.encode() * 100_000 + b"<p>The minister said so.</p>"
    (found,) = load(data, where="x", kind="html")
    assert isinstance(found, (Loaded, ReportError))


def test_a_page_with_too_many_tags_is_refused() -> None:
    """The reason says how many are read."""
    assert "400,000" in _reason(b"<html>" + b"<p>" * (html.MAX_TAGS + 1))


def test_rows_of_tables_keep_their_cells_apart() -> None:
    """The words of two cells do not run into one."""
    row = "<tr><td>North gate</td><td>cracked, the operator said</td></tr>"
    body = BODY.replace("</article>", f"<table><tr><th>Gate</th><th>State</th></tr>{row}</table></article>")
    text = _load(page(body)).report.text
    assert text.endswith("\n\nGate\tState\n\nNorth gate\tcracked, the operator said")
