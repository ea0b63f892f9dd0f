"""Printed lines become paragraphs: heads and page numbers gone, line ends and hyphens mended."""

from __future__ import annotations

from reportedly.formats.layout import Line, paragraphs

PAGE = 842.0


def _lines(
    *texts: str, left: float = 60, top: float = 700, size: float = 10, page: int = 0, step: float = 12
) -> list[Line]:
    """Set lines one under the other; `-` at an end is a hyphen, `|` at a beginning an indent."""
    lines = []
    for place, text in enumerate(texts):
        words = text.removesuffix("-").removeprefix("|")
        indent = 15 if text.startswith("|") else 0
        bottom = top - place * step
        width = 5.0 * len(words)
        lines.append(Line(words, page, left + indent, left + indent + width, bottom, bottom + size, text.endswith("-")))
    return lines


def test_lines_are_joined_and_gaps_part_paragraphs() -> None:
    """Lines at the usual distance are one paragraph, and a wider gap begins the next."""
    first = _lines("The mayor said on Monday that", "nobody had been told of it.")
    second = _lines("The ministry denied this in a", "statement of two lines.", top=670)
    assert paragraphs(first + second, [PAGE]) == [
        "The mayor said on Monday that nobody had been told of it.",
        "The ministry denied this in a statement of two lines.",
    ]


def test_an_indent_begins_a_paragraph() -> None:
    """Books and newspapers part paragraphs by an indent alone."""
    lines = _lines(
        "|The mayor said on Monday", "that nobody had been told of it", "|The ministry denied this", "in a statement"
    )
    assert paragraphs(lines, [PAGE]) == [
        "The mayor said on Monday that nobody had been told of it",
        "The ministry denied this in a statement",
    ]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    """Without gap or indent, the white space at the end of a line tells."""
    lines = _lines(
        "The mayor said on Monday that nobody",
        "was told.",
        "The ministry denied this in a longer",
        "statement to the press",
    )
    assert paragraphs(lines, [PAGE]) == [
        "The mayor said on Monday that nobody was told.",
        "The ministry denied this in a longer statement to the press",
    ]


def test_hyphens_go_or_stay_as_the_word_needs() -> None:
    """A divided word is made whole; a compound that the text has elsewhere, or a name, keeps its hyphen."""
    lines = _lines("The instru-", "ments of the long-", "term plan by Smith-", "Jones were a long-term worry and")
    assert paragraphs(lines, [PAGE]) == [
        "The instruments of the long-term plan by Smith-Jones were a long-term worry and"
    ]


def test_a_sentence_goes_on_over_columns_and_pages() -> None:
    """Where a column ends in the middle of a sentence, the next one goes on with it."""
    left = _lines("The mayor said on", "Monday that nobody")
    right = _lines("had been told of the", "cracks.", left=300, top=700)
    later = _lines("The ministry denied it.", page=1)
    assert paragraphs(left + right + later, [PAGE, PAGE]) == [
        "The mayor said on Monday that nobody had been told of the cracks.",
        "The ministry denied it.",
    ]


def test_headlines_stand_by_themselves() -> None:
    """Another size of type is another paragraph, and a headline in two lines is one."""
    title = _lines("Dam to be drained,", "ministry says", size=22, step=24, top=760)
    assert paragraphs(title + _lines("The mayor said no.", top=700), [PAGE]) == [
        "Dam to be drained, ministry says",
        "The mayor said no.",
    ]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    """What stands off the text in the margins of several pages, and a bare number, is no part of the report."""
    pages = []
    for number, text in enumerate(["The mayor said no on Monday.", "The ministry said yes on Friday."]):
        pages += _lines("VALLEY COURIER 5 October 2024", top=810, size=8, page=number)
        pages += _lines(f"Page {number + 1} of 2", top=30, size=8, page=number)
        pages += _lines(text, page=number)
    assert paragraphs(pages, [PAGE, PAGE]) == ["The mayor said no on Monday.", "The ministry said yes on Friday."]


def test_text_that_runs_into_the_margin_is_kept() -> None:
    """Lines of the text that happen to repeat near the edge of two pages are no running heads."""
    pages = [line for number in (0, 1) for line in _lines(*["He said no again and again."] * 60, top=770, page=number)]
    assert " ".join(paragraphs(pages, [PAGE, PAGE])).count("He said no") == 120


def test_no_lines_are_no_paragraphs() -> None:
    """An empty page gives nothing, and no error."""
    assert paragraphs([], [PAGE]) == []
