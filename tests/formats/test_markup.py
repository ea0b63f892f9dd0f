"""Marks become paragraphs, and words stay as they stand."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats import markup


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("<p>One <b>said</b>.</p>Two<br>said.<br><br>Three.", ("One said.", "Two\nsaid.", "Three.")),
        ("<ul><li>One</li><li>Two</li></ul><blockquote>Three</blockquote>", ("One", "Two", "Three")),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ("a\tb", "c")),
        ("<figure><img><figcaption>cap</figcaption></figure><p>x<script>y</script><style>z</style></p>", ("x",)),
        ("A&amp;amp;B &lt; C", ("A&B < C",)),
        ("one said.\r\n \r\ntwo said,\nthree.", ("one said.", "two said,\nthree.")),
        ("", ()),
        ("<p> </p>", ()),
    ],
)
def test_blocks_and_breaks_part_paragraphs(source: str, paragraphs: tuple[str, ...]) -> None:
    """Programs, styles and captions are no words of the text."""
    assert markup.fragment(source) == paragraphs


def test_lines_have_no_marks() -> None:
    """A headline is one line."""
    assert markup.line("<b>Dam</b>\n &amp;\n weir") == "Dam & weir"
    assert markup.line(" ") is None


def test_lists_of_links_are_told_from_prose() -> None:
    """A word outside the links makes it prose."""
    assert markup.only_links("<ol><li><a>Dam <b>bursts</b></a> <font>Post</font></li></ol>")
    assert not markup.only_links("<a>Dam</a> bursts")
    assert not markup.only_links("Dam")


@pytest.mark.parametrize("source", ["<i>a" * 2000, "<p>" * (markup.MAX_TAGS + 1)])
def test_what_nobody_wrote_is_refused(source: str) -> None:
    """Too deep and too many are errors that say so."""
    with pytest.raises(ValueError, match="tags"):
        markup.fragment(source)


@given(paragraphs=st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1), max_size=4))
def test_texts_come_back_as_they_were(paragraphs: list[str]) -> None:
    """Escaped into paragraphs, every text is read unchanged, but for what was escaped twice."""
    source = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs)
    assert markup.fragment(source) == tuple(markup._unescaped(each) for each in paragraphs)  # noqa: SLF001 - the same


@given(source=st.text() | st.text("<>/&;!- abp", max_size=40))
def test_no_text_raises_anything_else(source: str) -> None:
    """Whatever it is, paragraphs with words come out."""
    assert all(each.strip() for each in markup.fragment(source))
    assert isinstance(markup.only_links(source), bool)
