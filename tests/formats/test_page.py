"""What a web page says of itself, in its own words and as precisely as it says it."""

from __future__ import annotations

import pytest

from reportedly.formats import Loaded, load
from reportedly.values import Moment
from tests.formats.pages import BODY, HEADLINE, linked, meta, page


def _load(head: str = "", body: str = BODY, title: str = HEADLINE) -> Loaded:
    """Load a page with this head."""
    (loaded,) = load(page(body, head=head, title=title), where="page.html")
    assert isinstance(loaded, Loaded), loaded
    return loaded


def _codes(loaded: Loaded) -> list[str]:
    """Return the codes of the cautions."""
    return [caution.code for caution in loaded.cautions]


def test_a_bare_page_says_little() -> None:
    """What is not said is None, and never guessed."""
    report = _load().report
    assert (report.title, report.publisher, report.byline, report.url) == (HEADLINE, None, None, None)
    assert (report.published, report.modified) == (None, None)


def test_publisher_and_authors_are_read() -> None:
    """The site's name stays as it is written, and the authors are the byline."""
    head = meta(og__site_name="the valley Courier") + '<meta name="author" content="Mira Holt">'
    report = _load(head).report
    assert (report.publisher, report.byline) == ("the valley Courier", "Mira Holt")


def test_the_publisher_is_cut_from_the_title_of_the_tab() -> None:
    """A title that ends in the name of the site is the headline without it."""
    body = BODY.replace(f"<h1>{HEADLINE}</h1>", "")
    loaded = _load(meta(og__site_name="Valley Courier"), body, f"{HEADLINE} | Valley Courier")
    assert loaded.report.title == HEADLINE


def test_the_printed_headline_is_the_title() -> None:
    """Where the title for search engines differs from the one headline of the article, the printed one counts."""
    loaded = _load(meta(og__title="You will not believe what is wrong with this dam"))
    assert loaded.report.title == HEADLINE
    assert "believe" not in loaded.report.text


@pytest.mark.parametrize(
    ("head", "url"),
    [
        (
            '<link rel="canonical" href="https://valleycourier.example/dam?a=1">',
            "https://valleycourier.example/dam?a=1",
        ),
        (meta(og__url="https://valleycourier.example/dam"), "https://valleycourier.example/dam"),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ('<link rel="canonical" href="/dam">', None),
        ("<!-- saved from url=(0035)https://valleycourier.example/saved -->", "https://valleycourier.example/saved"),
    ],
)
def test_the_address_is_the_canonical_one(head: str, url: str | None) -> None:
    """A canonical address, or where the page was saved from; only of the web, and whole."""
    assert _load(head).report.url == url


def test_the_most_precise_of_agreeing_times_is_taken() -> None:
    """A day in the linked data and a minute in the meta properties are one time."""
    head = linked(datePublished="2024-10-05", dateModified="2024-10-06") + meta(
        article__published_time="2024-10-05T14:03:00+02:00", article__modified_time="2024-10-06T09:00:00+02:00"
    )
    loaded = _load(head)
    assert loaded.report.published == Moment("2024-10-05T14:03:00+02:00")
    assert loaded.report.modified == Moment("2024-10-06T09:00:00+02:00")
    assert _codes(loaded) == []


def test_times_that_disagree_are_said_to() -> None:
    """The linked data is taken, and the disagreement is not kept quiet."""
    head = linked(datePublished="2024-10-05T14:03Z") + meta(article__published_time="2024-10-07T14:03Z")
    loaded = _load(head)
    assert loaded.report.published == Moment("2024-10-05T14:03Z")
    assert _codes(loaded) == ["dates-disagree"]


def test_modified_is_never_taken_for_published() -> None:
    """A page that states only when it was modified was published nobody knows when."""
    loaded = _load(meta(article__modified_time="2024-10-06T09:00:00Z") + linked(dateModified="2024-10-06T09:00:00Z"))
    assert loaded.report.published is None
    assert loaded.report.modified == Moment("2024-10-06T09:00:00Z")


@pytest.mark.parametrize("date", ["2999-01-01", "1812-06-24", "0001-01-01T00:00:00Z", "soon"])
def test_impossible_dates_are_left_out_with_a_caution(date: str) -> None:
    """The future and the time before the press agencies are defaults and mistakes."""
    loaded = _load(meta(article__published_time=date))
    assert loaded.report.published is None
    assert _codes(loaded) == ["bad-date"]


def test_a_day_is_not_made_more_precise() -> None:
    """A month stays a month."""
    assert _load(linked(datePublished="2024-10")).report.published == Moment("2024-10")


@pytest.mark.parametrize(
    "data", ["{", "[" * 50_000, "null", '"text"', '{"@graph": 3}', '{"@type": "NewsArticle", "datePublished": 3}']
)
def test_broken_linked_data_is_passed_over(data: str) -> None:
    """The page is read all the same."""
    loaded = _load(f'<script type="application/ld+json">{data}</script>')
    assert loaded.report.text.startswith(HEADLINE)
    assert loaded.report.published is None


def test_marks_and_entities_are_no_part_of_names() -> None:
    """A title that is escaped twice, or holds marks, is words."""
    body = BODY.replace(f"<h1>{HEADLINE}</h1>", "")
    loaded = _load(meta(og__title="Dam &amp;amp; town &lt;b&gt;at risk&lt;/b&gt;"), body)
    assert loaded.report.title == "Dam & town at risk"
