"""The page of readings."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import itertools
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.exchange.html import LINKED, page
from reportedly.exchange.marks import Part
from reportedly.exchange.outline import outline
from reportedly.exchange.visible import one_line, visible
from reportedly.values import Moment, Reading, Span, Voice
from tests.building import reading
from tests.strait import strait
from tests.strategies import readings

VOID = {"meta", "br"}
ELEMENTS = set(
    "html head meta title style body div nav main article footer h1 h2 ol li p a b i bdi span dl dt dd".split()
)
ATTRIBUTES = set(
    "lang charset http-equiv content name id class href rel dir role tabindex title aria-label".split()
) | {"aria-labelledby", "data-of"}


class Page(HTMLParser):
    """A page taken apart: its elements, and the words of its paragraphs with the classes over them."""

    def __init__(self, markup: str) -> None:
        """Read the whole page, and check that its elements are closed in order."""
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[list[tuple[str, dict[str, str]]], str]] = []
        self.feed(markup)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Keep words with all that they stand in."""
        self.words.append((list(self.open), data))

    def text(self, within: str) -> str:
        """Return all words within elements of a name or class, put together."""
        return "".join(words for around, words in self.words if any(_is(element, within) for element in around))

    def words_under(self, within: str) -> list[str]:
        """Return the words within elements of a name or class, piece by piece."""
        return [words for around, words in self.words if any(_is(element, within) for element in around)]

    def part(self, number: int, part: Part) -> str:
        """Return the words that are marked as one part of one statement of the first report."""
        return self.body(of=f"{number}:{part.value}")

    def body(self, *classes: str, of: str | None = None) -> str:
        """Return the words of the first report's text under all of these classes, without the numbers set into it."""
        return "".join(
            words
            for around, words in self.words
            if any(attributes.get("id") == "r1" for _, attributes in around)
            and (_paragraph(around) or _headline(around))
            and not any(_is(element, "number") for element in around)
            and all(any(_is(element, name) for element in around) for name in classes)
            and (of is None or any(of in attributes.get("data-of", "").split() for _, attributes in around))
        )


def _is(element: tuple[str, dict[str, str]], name: str) -> bool:
    """Say whether an element has this name or class."""
    return name == element[0] or name in element[1].get("class", "").split()


def _paragraph(around: list[tuple[str, dict[str, str]]]) -> bool:
    """Say whether these elements end in a paragraph of the text."""
    return any(_is(above, "block") and below[0] == "p" for above, below in itertools.pairwise(around))


def _headline(around: list[tuple[str, dict[str, str]]]) -> bool:
    """Say whether these elements end in a headline."""
    return any(element[0] == "h1" for element in around)


def _shown(made: Reading, span: Span) -> str:
    """Return the words of a span as a page shows them."""
    return visible(made.report.text.replace("\r\n", " \n")[span.start : span.end])


def _untitled(made: Reading) -> bool:
    """Say whether the headline is not part of the text."""
    paragraphs = made.report.paragraphs
    if not paragraphs:
        return True
    first = made.report.text[paragraphs[0].start : paragraphs[0].end]
    return one_line(first) != one_line(made.report.title or "")


@given(st.lists(readings(), min_size=1, max_size=3))
@settings(max_examples=150)
def test_nothing_of_a_report_becomes_markup(made: list[Reading]) -> None:
    """Whatever the readings hold: only our elements and attributes, unique ids, links that lead somewhere."""
    markup = page(made)
    markup.encode()
    parsed = Page(markup)
    assert {tag for tag, _ in parsed.elements} <= ELEMENTS
    assert {name for _, attributes in parsed.elements for name in attributes} <= ATTRIBUTES
    ids = [attributes["id"] for _, attributes in parsed.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in parsed.elements:
        if tag == "a":
            href = attributes["href"]
            assert href.removeprefix("#") in ids if href.startswith("#") else href.startswith("https://")


@given(readings())
@settings(max_examples=150)
def test_the_text_is_whole_and_the_marks_lie_where_the_spans_do(made: Reading) -> None:
    """The paragraphs of the page are those of the report, and a statement's marked words are those of its spans."""
    parsed = Page(page([made]))
    text = parsed.body()
    if _untitled(made):
        headline = parsed.text("h1")
        assert text.startswith(headline)
        text = text[len(headline) :]
    assert text == "".join(_shown(made, paragraph) for paragraph in made.report.paragraphs)
    for entry in outline(made):
        for part in Part:
            words = "".join(
                _shown(made, Span(max(span.start, paragraph.start), min(span.end, paragraph.end)))
                for span in getattr(entry.statement, part.value).spans
                for paragraph in made.report.paragraphs
                if span.overlaps(paragraph)
            )
            assert parsed.part(entry.number, part) == words


def test_each_part_is_marked_as_what_it_is() -> None:
    """Source, cue and content have marks of their own; pointing at words means the innermost statement there."""
    made = reading("Ann said that Bo saw it.", [("Ann", "said", "that Bo saw it"), ("Bo", "saw", "it", 0)])
    parsed = Page(page([made]))
    assert [parsed.part(1, part) for part in Part] == ["Ann", "said", "that Bo saw it"]
    assert [parsed.part(2, part) for part in Part] == ["Bo", "saw", "it"]
    assert parsed.body("source") == "AnnBo"
    assert parsed.body("cue") == "saidsaw"
    assert parsed.body("content") == "that Bo saw it"
    assert parsed.body("in2") == "it"
    assert parsed.body("to2") == "Bosawit"
    assert 'said</span> <a class="number to1 s1"' in page([made])


def test_a_note_has_the_parts_of_its_statement() -> None:
    """Beside the text each statement has a note that the keyboard reaches, with source, cue, content and confidence."""
    made = reading(
        "It was late, Ann said. Bo reportedly left.",
        [("Ann", "said", "It was late"), (None, "reportedly", ["Bo", "left"])],
    )
    parsed = Page(page([made]))
    notes = [attributes for _, attributes in parsed.elements if attributes.get("role") == "note"]
    assert [(note["id"], note["tabindex"]) for note in notes] == [("r1-n1", "0"), ("r1-n2", "0")]
    assert parsed.text("who") == "0.901 Ann said" + "0.902 no source reportedly"
    assert parsed.words_under("what")[0] == "It was late"
    assert "Bo … left" in parsed.words_under("what")


def test_pointing_at_a_part_lights_its_statement() -> None:
    """Each statement has its rule, under which hovering or focusing one part changes all; too many have none."""
    text = "Ann said so. Bo said no."
    made = reading(text, [("Ann", ("said", 0), "so"), ("Bo", ("said", 1), "no")])
    style = Page(page([made, made])).text("style")
    for rule in (
        "#r1:has(.to1:is(:hover,:focus,:focus-within)) .s1",
        "#r2:has(.to2:is(:hover,:focus,:focus-within)) .s2",
    ):
        assert rule in style
    many = reading(text, [("Ann", ("said", 0), "so")] * (LINKED + 1))
    assert "#r1:has(.to" not in Page(page([many])).text("style")


def test_a_note_says_what_is_not_plain_in_place_of_the_cue() -> None:
    """The unnamed have their sign and word; a stance stands where a plain statement has its cue."""
    who = Page(page([strait()])).text("who")
    assert "○ senior official, unnamed told · possible · told Evening Post · rests on imagery" in who
    assert "Ana Ferro, spokeswoman, ministry · cannot confirm · answers 1" in who


def test_a_note_has_every_field_with_its_words_and_its_maker() -> None:
    """Label, value, words and stage stand in rows; what the report does not state is named; the id stands below."""
    made = strait()
    fields = Page(page([made])).text("fields")
    assert "name“senior official”rules 1: by hand" in fields
    assert "certaintypossible “may”" in fields
    assert "not statedhedge, polarity, orientation, factuality" in fields
    assert made.statements[0].id in fields
    assert "publisherThe Strait Observer" in fields


def test_pointing_at_a_field_lights_the_words_it_was_read_from() -> None:
    """A field's words lead to their place in the text, and have a rule that lights them there and nowhere else."""
    parsed = Page(page([strait()]))
    (link,) = {
        (attributes["class"], attributes["href"])
        for around, words in parsed.words
        for tag, attributes in around
        if tag == "a" and words == "may"
    }
    name, href = link
    number = name.removeprefix("p").split()[0]
    assert f"#r1:has(.p{number}:is(:hover,:focus,:focus-within)) .l{number} {{" in parsed.text("style")
    assert parsed.body(f"l{number}") == "may"
    (led_to,) = [attributes for _, attributes in parsed.elements if attributes.get("id") == href.removeprefix("#")]
    assert f"l{number}" in led_to["class"].split()


def test_a_line_sums_the_report_up_and_a_bar_shows_whose_voice_it_is() -> None:
    """Counts, shares with their words, the wires, and the headline beside the body stand above the text."""
    parsed = Page(page([strait()]))
    assert parsed.text("found") == "3 statements · 2 speakers, 1 unnamed · 2 unanswered · 10% bare"
    assert parsed.text("voice") == "90% attributed0% hedged10% bare"
    assert "#r1 .bar { grid-template-columns: 0.9000fr 0.0000fr 0.1000fr; }" in parsed.text("style")
    assert "with reporting from Norrpress" in parsed.text("about")
    assert parsed.text("surer") == (
        "The headline sounds surer than the body."
        "Headlinestated “Mines close strait”"
        "Body, statement 1possible “mines may have closed the strait”"
    )


def test_bare_sentences_light_up_with_their_share() -> None:
    """The words for the bare share point at the sentences that the report asserts in its own voice."""
    made = reading("It rained. Ann said so.", [("Ann", "said", "so")])
    voice = Voice(sentences=(Span(0, 10),), attributed=0.5, bare=0.5)
    parsed = Page(page([dataclasses.replace(made, voice=voice)]))
    assert parsed.body("l0") == "It rained."
    assert [words for around, words in parsed.words if any(_is(element, "p0") for element in around)] == ["50% bare"]


def test_what_was_not_read_is_not_shown() -> None:
    """A reading without voice and headline has neither bar nor box."""
    parsed = Page(page([reading("Ann said so.", [("Ann", "said", "so")])]))
    assert (parsed.text("voice"), parsed.text("surer")) == ("", "")
    assert ".bar { grid-template-columns" not in parsed.text("style")


def test_the_page_forbids_itself_everything_but_its_own_style() -> None:
    """The policy allows nothing but the style by its digest; nothing on the page asks for anything from elsewhere."""
    markup = page([reading("Ann said so.", [("Ann", "said", "so")])])
    parsed = Page(markup)
    (policy,) = [a["content"] for _, a in parsed.elements if a.get("http-equiv") == "Content-Security-Policy"]
    digest = base64.b64encode(hashlib.sha256(parsed.text("style").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert not re.search(r"url\(|@import|https?:|<script|\son\w+=", markup)


def test_light_and_dark_narrow_and_printed() -> None:
    """The style answers to the reader's colour scheme, to a narrow window and to paper."""
    style = Page(page([reading("Ann left.")])).text("style")
    for query in ("(prefers-color-scheme: dark)", "(max-width: 52rem)", "@media print"):
        assert query in style


def test_only_web_addresses_are_links() -> None:
    """An address that would run something is shown as words."""
    for address in ("javascript:alert(1)", "data:text/html,x", " https://observer.example/", "//observer.example"):
        parsed = Page(page([reading("Ann left.", url=address)]))
        assert "a" not in {tag for tag, _ in parsed.elements}
        assert address.strip() in parsed.text("about")
    parsed = Page(page([reading("Ann left.", url="https://observer.example/a?b=1&c=2")]))
    (link,) = [attributes for tag, attributes in parsed.elements if tag == "a"]
    assert link == {"href": "https://observer.example/a?b=1&c=2", "rel": "noreferrer noopener nofollow"}


def test_a_title_that_begins_the_text_is_the_headline_with_its_marks() -> None:
    """Where the text begins with the title, it is shown once, as the headline, and statements in it are marked."""
    made = reading("Ann: ship sank\n\nIt rained.", [("Ann", ":", "ship sank")], title="Ann:  ship sank")
    parsed = Page(page([made]))
    assert parsed.text("h1") == "Ann: 1ship sank"
    assert parsed.body() == "Ann: ship sankIt rained."


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ({"title": "Ferry", "path": "a.txt"}, "Ferry"),
        ({"path": "a.txt"}, "a.txt"),
        ({"url": "https://observer.example/"}, "https://observer.example/"),
        ({"external_id": "a-1"}, "a-1"),
        ({}, "Untitled report"),
    ],
)
def test_a_report_is_named_by_what_there_is(about: dict[str, Any], title: str) -> None:
    """Without a title a report is called by where it came from."""
    parsed = Page(page([reading("It rained.", **about)]))
    assert parsed.text("title") == title
    assert parsed.text("h1") == title


def test_the_head_says_what_the_report_says_of_itself() -> None:
    """Publisher, times, byline, warnings and the number of statements stand above the text."""
    made = reading(
        "Ann said so.",
        [("Ann", "said", "so")],
        publisher="The Strait Observer",
        byline="Ines Calder",
        published=Moment("2025-03-04"),
        modified=Moment("2025-03-05"),
        warnings=[("language", "The engine knows English.")],
    )
    parsed = Page(page([made]))
    assert parsed.text("kicker") == "The Strait Observer · 2025-03-04"
    about = parsed.text("about")
    for part in (
        "Ines Calder",
        "modified 2025-03-05",
        "The engine knows English.",
        "1 statement",
        made.report.sha256[:12],
    ):
        assert part in about
    assert "attribution 1, model 000000000000" in parsed.text("footer")


def test_nothing_found_is_said() -> None:
    """A report without statements, and one without text, say so."""
    assert "No statements found" in Page(page([reading("It rained.")])).text("about")
    assert Page(page([reading("")])).text("nothing") == "This report has no text."


def test_several_reports_have_a_table_of_contents() -> None:
    """Two reports are listed with their numbers of statements and linked; one is not."""
    made = [reading("Ann said so.", [("Ann", "said", "so")], title="One"), reading("It rained.", title="Two")]
    parsed = Page(page(made))
    assert [a["href"] for tag, a in parsed.elements if tag == "a"][:2] == ["#r1", "#r2"]
    assert "One1" in parsed.text("nav").replace("\n", "")
    assert "Two0" in parsed.text("nav").replace("\n", "")
    assert parsed.text("title") == "Who says what in 2 reports"
    assert Page(page(made[:1])).text("nav") == ""


def test_lines_of_a_hand_wrapped_paragraph_flow() -> None:
    """Line ends that only fill a column are not shown; those of an address or a verse are."""
    wrapped = "The coastguard said on Tuesday that two of the four\nlifeboats had not been lowered."
    markup = page([reading(wrapped + "\n\nQuay 4\nSkarvik")])
    assert markup.count('<p class="flow" dir="auto">The coastguard') == 1
    assert '<p dir="auto">Quay 4\nSkarvik' in markup


def test_a_language_is_declared_when_it_is_one() -> None:
    """The report's language is on its article; a language that is none is left out."""
    assert Page(page([reading("מים", language="he")])).elements
    articles = [
        attributes
        for language in ("he", "x' onload='")
        for tag, attributes in Page(page([reading("מים", language=language)])).elements
        if tag == "article"
    ]
    assert articles[0]["lang"] == "he"
    assert "lang" not in articles[1]
