"""Pages become trees however deep they are nested, as far as they can be read in fair time."""

from __future__ import annotations

import pytest

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load, page_tree
from tests.formats.pages import BODY, page


def _nested(opening: str, times: int, closing: str) -> bytes:
    """Return a page whose article stands within so many elements."""
    return page(opening * times + BODY + closing * times)


@pytest.mark.parametrize("times", [150, 300, 1900])
@pytest.mark.parametrize("tag", ["div", "span", "font"])
def test_wrappers_around_an_article_make_no_difference(tag: str, times: int) -> None:
    """The text of a page is the same within any number of wrappers."""
    (plain,) = load(page(), where="page.html")
    (wrapped,) = load(_nested(f"<{tag}>\n", times, f"</{tag}>\n"), where="page.html")
    assert isinstance(plain, Loaded)
    assert isinstance(wrapped, Loaded), wrapped
    assert wrapped.report.text == plain.report.text


def test_words_between_wrappers_are_kept() -> None:
    """Only what wraps a single element and no words is left out."""
    tree = page_tree.tree("<html><body>" + "<div>" * 200 + "one<div><div><p>two</p>three</div></div>four")
    assert tree is not None
    assert "".join(tree.itertext()) == "onetwothreefour"
    assert len(list(tree.iter("div"))) == 2


def test_ordinary_pages_are_left_as_they_are() -> None:
    """A wrapper of an ordinary page stays: it may say where the article is."""
    tree = page_tree.tree("<html><body><div class='story'><div><p>two</p></div></div></body></html>")
    assert tree is not None
    assert len(list(tree.iter("div"))) == 2


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_nested("<div>a", page_tree.DEEPEST, "</div>"), "more than 1,000 deep"),
        (_nested("<div>", 100_000, "</div>"), "more than 1,000 deep"),
        (_nested("<div>a", 900, "<p>b</p>" * 9), "too many and nested too deep"),
    ],
)
def test_what_is_nested_too_deep_says_so(data: bytes, reason: str) -> None:
    """A page that would take minutes, or lose words without a notice, is refused with the reason."""
    (error,) = load(data, where="page.html", kind="html")
    assert isinstance(error, ReportError), error
    assert reason in error.reason


@pytest.mark.parametrize("source", ["", " ", "<!-- nothing -->"])
def test_nothing_is_no_tree(source: str) -> None:
    """Where there is no tag, there is no tree."""
    assert page_tree.tree(source) is None
