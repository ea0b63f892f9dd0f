"""Markdown becomes its words, and its front matter becomes metadata."""

from __future__ import annotations

import pytest

from reportedly.errors import ReportError
from reportedly.formats import Loaded, load
from reportedly.values import Moment

NOTE = """---
title: "Who knew of the cracks?"
author: [Mira Holt, Jon Astley]
publisher: 'Valley Notes'
date: 2024-10-05
updated: 2024-10-06T09:00Z
url: https://notes.example/cracks
tags:
  - dams
---

# Who knew of the cracks?

The *ministry* said that [nobody](https://example.org) had
known &amp; that `gate 3` was **safe**.

- The mayor denied it.
- A farmer, who asked not to be named, said:

  > Everybody knew.

| Gate | State |
|------|-------|
| 3 | cracked |

```
not_words()
```

![the dam](dam.jpg) <script>alert("no")</script>
"""


def _load(text: str) -> Loaded:
    """Load one Markdown report."""
    (loaded,) = load(text.encode(), where="note.md", path="note.md")
    assert isinstance(loaded, Loaded)
    return loaded


def test_the_text_is_words_in_paragraphs() -> None:
    """Headings, items, quotations and rows are paragraphs; marks, code, pictures and raw HTML are gone."""
    report = _load(NOTE).report
    assert [report.text[span.start : span.end] for span in report.paragraphs] == [
        "Who knew of the cracks?",
        "The ministry said that nobody had known & that gate 3 was safe.",
        "The mayor denied it.",
        "A farmer, who asked not to be named, said:",
        "Everybody knew.",
        "Gate\tState",
        "3\tcracked",
        'alert("no")',
    ]


def test_front_matter_is_metadata() -> None:
    """Plain fields are read, with or without quotation marks, lists as one string; the rest is left alone."""
    report = _load(NOTE).report
    assert report.title == "Who knew of the cracks?"
    assert report.byline == "Mira Holt, Jon Astley"
    assert report.publisher == "Valley Notes"
    assert report.url == "https://notes.example/cracks"
    assert (report.published, report.modified) == (Moment("2024-10-05"), Moment("2024-10-06T09:00Z"))


def test_the_first_heading_is_the_title_where_none_is_stated() -> None:
    """Without front matter the first heading is the title; without either there is none."""
    assert _load("Wire copy\n\n## Dam drained\n\nHe said so.").report.title == "Dam drained"
    assert _load("He said so.").report.title is None


def test_a_rule_is_no_front_matter() -> None:
    """Three dashes further down, or never closed, are what they look like."""
    assert _load("He said so.\n\n---\ntitle: no\n---\n").report.title != "no"
    assert "title: no" in _load("---\ntitle: no\n").report.text


def test_a_date_that_cannot_be_read_is_left_out_with_a_caution() -> None:
    """The report is kept without the date, and says so."""
    loaded = _load("---\ndate: 05/10/2024\n---\nHe said so.")
    assert loaded.report.published is None
    assert [caution.code for caution in loaded.cautions] == ["bad-date"]


@pytest.mark.parametrize("mark", ["> ", "*a ", "[", "![", "- ", "`a", "<!--", "&", "|", "#", "_a "])
def test_many_marks_raise_nothing(mark: str) -> None:
    """Marks without end or sense are read as what they are."""
    assert isinstance(_load(mark * 3000), Loaded)


def test_marks_are_left_in_a_paragraph_that_nobody_wrote() -> None:
    """A paragraph of more than 20,000 characters keeps its words and its marks; the others lose theirs."""
    loaded = _load("He said *so*.\n\n" + "![ a\n" * 5000 + "\nShe *denied* it.")
    first, long, last = loaded.report.text.split("\n\n")
    assert (first, last) == ("He said so.", "She denied it.")
    assert long.split() == ["![", "a"] * 5000
    assert "\n" not in long


def test_what_is_too_large_is_refused() -> None:
    """A file beyond all reports is refused with its size."""
    (error,) = load(b"a" * 2_500_001, where="note.md", kind="markdown")
    assert isinstance(error, ReportError)
    assert "2,500,001" in error.reason
