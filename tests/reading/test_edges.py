"""The edges of spans: what frames a content, a source or a cue does not belong to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis import strategies as st

from reportedly.reading.edges import CLOSING, narrow, trim

if TYPE_CHECKING:
    from collections.abc import Callable

TRIMMED = [
    ("white space", "[  the ferry sank \n]", "the ferry sank"),
    ("no-break space", "[\u00a0the ferry sank\u2003]", "the ferry sank"),
    ("outer quotation marks", "[“the ferry sank”]", "the ferry sank"),
    ("straight quotation marks", '["the ferry sank"]', "the ferry sank"),
    ("angle quotation marks", "[«the ferry sank»]", "the ferry sank"),
    ("spaced angle quotation marks", "[« the ferry sank »]", "the ferry sank"),
    ("single quotation marks", "[‘the ferry sank’]", "the ferry sank"),
    ("single quotation marks round an apostrophe", "[‘the ferry didn’t sink’]", "the ferry didn’t sink"),
    ("quotation marks in quotation marks", "[“‘the ferry sank’”]", "the ferry sank"),
    ("comma within quotation marks", "[“the ferry sank,”]", "the ferry sank"),
    ("full stop behind quotation marks", "[“the ferry sank”.]", "the ferry sank"),
    ("full stop", "[the ferry sank.]", "the ferry sank"),
    ("comma", "[, the ferry sank,]", "the ferry sank"),
    ("colon and dash", "[: the ferry sank —]", "the ferry sank"),
    ("semicolon", "[the ferry sank;]", "the ferry sank"),
    ("hyphen behind a dateline", "[- the ferry sank]", "the ferry sank"),
    ("dateline from within", "LIMA, Oct [9 (Norrpress) - the ferry sank]", "the ferry sank"),
    ("capitals that are no dateline", "LIMA said [the ferry - a new one - sank]", "the ferry - a new one - sank"),
    ("question mark stays", "[did the ferry sink?]", "did the ferry sink?"),
    ("exclamation mark stays", "[“The ferry sank!”]", "The ferry sank!"),
    ("abbreviated country", "[the ferry left the U.S.]", "the ferry left the U.S."),
    ("abbreviated time", "[the ferry sank at 4 p.m.]", "the ferry sank at 4 p.m."),
    ("abbreviated title", "[it was sold to Acme Corp.]", "it was sold to Acme Corp."),
    ("abbreviation in quotation marks", "[“the ferry left the U.S.”]", "the ferry left the U.S."),
    ("hyphen within a word", "[the ferry-master]", "the ferry-master"),
    ("apostrophe at the end", "[the crews’]", "the crews’"),
    ("apostrophe within", "[the crew’s boat]", "the crew’s boat"),
    ("inner quotation", "[the ferry was “unsafe” and old]", "the ferry was “unsafe” and old"),
    ("inner quotation at the end", "[the ferry was “unsafe”]", "the ferry was “unsafe”"),
    ("inner quotation at the beginning", "[“unsafe” ferries sink]", "“unsafe” ferries sink"),
    ("two quotations at the edges", "[“old” and “unsafe”]", "“old” and “unsafe”"),
    ("lone opening mark", "[“the ferry sank] in the night", "the ferry sank"),
    ("lone closing mark", "[the ferry sank”]", "the ferry sank"),
    ("lone straight mark at the beginning", '["the ferry sank] in the night', "the ferry sank"),
    ("lone straight mark at the end", '[the ferry sank"]', "the ferry sank"),
    ("lone angle mark", "[«the ferry sank] hier", "the ferry sank"),
    ("partner right behind", "[the ferry was “unsafe]” today", "the ferry was “unsafe”"),
    ("straight partner right behind", '[the ferry was "unsafe]" today', 'the ferry was "unsafe"'),
    ("partner behind a full stop", "[the ferry was “unsafe].” Then", "the ferry was “unsafe.”"),
    ("partner far behind", "[the ferry was “unsafe] and old” today", "the ferry was “unsafe"),
    ("nothing but marks", "[“ … ”]", "…"),
    ("nothing but a mark", "[“]", ""),
    ("nothing but punctuation", "[, .]", ""),
    ("nothing", "[]", ""),
]

NARROWED = [
    ("white space", "[ the mayor ]", "the mayor"),
    ("comma", "[, the mayor,]", "the mayor"),
    ("apposition", "[the mayor, Odile Brandt,]", "the mayor, Odile Brandt"),
    ("lone closing mark", "[” the mayor]", "the mayor"),
    ("lone opening mark", "[the mayor: “]", "the mayor"),
    ("relative pronoun", "[A crew member, who]", "A crew member"),
    ("relative pronoun as the source", "[who]", "who"),
    ("lone straight mark", '[" the mayor]', "the mayor"),
    ("quoted nickname", "[Odile “Bridge” Brandt]", "Odile “Bridge” Brandt"),
    ("name in quotation marks", "[“Pilot”]", "“Pilot”"),
    ("name in low quotation marks", "[„Pilot“]", "„Pilot“"),
    ("junior", "[Odile Brandt Jr.]", "Odile Brandt Jr."),
    ("initials", "[the U.N.]", "the U.N."),
    ("full stop", "[said.]", "said"),
    ("dash", "[said —]", "said"),
    ("nothing but marks", "[,”]", ""),
]


def within(marked: str) -> tuple[str, int, int]:
    """Return a text without the brackets, and where they stood."""
    before, _, rest = marked.partition("[")
    inside, _, after = rest.rpartition("]")
    return before + inside + after, len(before), len(before) + len(inside)


@pytest.mark.parametrize(("marked", "expected"), [case[1:] for case in TRIMMED], ids=[case[0] for case in TRIMMED])
def test_content_is_trimmed(marked: str, expected: str) -> None:
    """A content loses what frames it, and keeps its questions, its abbreviations and its balance of marks."""
    text, start, end = within(marked)
    start, end = trim(text, start, end)
    assert text[start:end] == expected


@pytest.mark.parametrize(("marked", "expected"), [case[1:] for case in NARROWED], ids=[case[0] for case in NARROWED])
def test_source_is_narrowed(marked: str, expected: str) -> None:
    """A source or a cue loses loose punctuation and marks at its edges, and keeps what belongs to a name."""
    text, start, end = within(marked)
    start, end = narrow(text, start, end)
    assert text[start:end] == expected


TEXTS = st.text(st.sampled_from("“”«»„‘’\"'.,;:!?—–-)] \nab1U.S"), max_size=30)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text full of marks, and a range in it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@pytest.mark.parametrize("edge", [trim, narrow])
@hypothesis.given(drawn=ranges())
def test_edges_settle(edge: Callable[[str, int, int], tuple[int, int]], drawn: tuple[str, int, int]) -> None:
    """Any range comes to an end within the text, and trimming what was trimmed changes nothing."""
    text, start, end = drawn
    first, last = edge(text, start, end)
    assert start <= first <= last <= len(text)
    assert edge(text, first, last) == (first, last)
    assert not text[first:last][:1].isspace()
    assert not text[first:last][-1:].isspace()


@hypothesis.given(drawn=ranges())
def test_narrowing_only_narrows(drawn: tuple[str, int, int]) -> None:
    """A source never takes in anything."""
    text, start, end = drawn
    _, last = narrow(text, start, end)
    assert last <= end


@hypothesis.given(drawn=ranges())
def test_trimming_takes_in_partners_only(drawn: tuple[str, int, int]) -> None:
    """A content takes in nothing but a closing mark, and a question or exclamation mark that stands before one."""
    text, start, end = drawn
    _, last = trim(text, start, end)
    assert set(text[end:last]) <= {*CLOSING.values(), *".,?!"}
    assert last <= end or text[last - 1] not in ".,"


@hypothesis.given(drawn=ranges())
def test_letters_are_never_trimmed(drawn: tuple[str, int, int]) -> None:
    """Neither edge takes a letter or a digit away."""
    text, start, end = drawn
    for edge in (trim, narrow):
        first, last = edge(text, start, end)
        kept, given = text[first:last], text[start:end]
        assert [letter for letter in kept if letter.isalnum()] == [letter for letter in given if letter.isalnum()]


@pytest.mark.parametrize("closed", ["“{}”", "«{}»", '"{}"', "‘{}’"])
@hypothesis.given(words=st.from_regex(r"[a-z]+( [a-z]+){0,4}", fullmatch=True))
def test_framed_words_are_unframed(closed: str, words: str) -> None:
    """Words in any pair of quotation marks are found without them."""
    text = closed.format(words)
    start, end = trim(text, 0, len(text))
    assert text[start:end] == words
