"""The sample reports are what examples/README.md says of them."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reportedly.errors import ReportError
from reportedly.formats import load
from reportedly.values import Moment

if TYPE_CHECKING:
    from reportedly.values import Report

ROOT = Path(__file__).parent.parent / "examples"
FILES = sorted(path for path in ROOT.glob("*/*") if path.is_file())
FEWEST_WORDS, MOST_WORDS = 120, 600
_ROW = re.compile(r"^\| `(?P<file>[^`]+)` \| (?P<publisher>[^|]+) \| (?P<published>[^|]+) \|", re.MULTILINE)


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: a file, who published it, and when each of its reports appeared."""

    file: str
    publisher: str
    published: tuple[str, ...]


ROWS = {
    found["file"]: Row(found["file"], found["publisher"], tuple(found["published"].split(" and ")))
    for found in _ROW.finditer((ROOT / "README.md").read_text(encoding="utf-8"))
}
# Words of the saved pages that stand outside their articles: navigation, banner, scripts, sidebars, comments, footer.
OUTSIDE = {
    "port-engineers/2-sorrenby-courier-retelling.html": (
        "cookies",
        "Accept all",
        "Subscribe for a groat",
        "courierLayer",
        "advertising script",
        "Harbour Morning",
        "Herring",
        "Gull47",
        "All rights reserved",
        "switch on scripts",
        "font-family",
    ),
    "ferry-fire/3-merrow-gazette-live.html": (
        "setInterval",
        "coverageStartTime",
        "Notices",
        "Regatta",
        "June tides",
        "printed on the island",
    ),
}


def name(path: Path) -> str:
    """Return a file's name as the table writes it."""
    return path.relative_to(ROOT).as_posix()


def reports(path: Path) -> list[Report]:
    """Load a file's reports; fail at the first thing that cannot be read, or has to be warned of."""
    out = []
    for found in load(path.read_bytes(), where=name(path), path=str(path)):
        assert not isinstance(found, ReportError), found
        assert not found.cautions, f"{name(path)}: {found.cautions}"
        out.append(found.report)
    return out


def test_table_lists_every_file() -> None:
    """examples/README.md names each file once, and no other."""
    assert sorted(ROWS) == sorted(map(name, FILES))
    assert len(_ROW.findall((ROOT / "README.md").read_text(encoding="utf-8"))) == len(FILES)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_loads_as_many_reports_as_the_table_says(path: Path) -> None:
    """A file is read without an error, and holds one report for each time in the table."""
    assert len(reports(path)) == len(ROWS[name(path)].published)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_length_is_that_of_a_report(path: Path) -> None:
    """A report has 120 to 600 words."""
    counts = [len(report.text.split()) for report in reports(path)]
    assert [count for count in counts if not FEWEST_WORDS <= count <= MOST_WORDS] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_dates_are_dates(path: Path) -> None:
    """The times in the table are dates, and agree with those that the reports state themselves."""
    stated = tuple(Moment(edtf) for edtf in ROWS[name(path)].published)
    assert [
        (said, at) for said, at in zip(reports(path), stated, strict=True) if said.published not in {None, at}
    ] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix != ".txt"], ids=name)
def test_metadata_is_read(path: Path) -> None:
    """Where a file states publisher, address, title and time, its reports have them."""
    row = ROWS[name(path)]
    for report, published in zip(reports(path), row.published, strict=True):
        assert (report.publisher, str(report.published)) == (row.publisher, published)
        assert report.title
        assert report.byline
        assert report.url
        assert ".example/" in report.url


@pytest.mark.parametrize("file", sorted(OUTSIDE))
def test_page_gives_its_article_alone(file: str) -> None:
    """Nothing that stands around the article of a saved page gets into its text."""
    (report,) = reports(ROOT / file)
    page = (ROOT / file).read_text(encoding="utf-8")
    assert [words for words in OUTSIDE[file] if words not in page] == [], "the page lost what the test looks for"
    assert [words for words in OUTSIDE[file] if words in report.text] == []


@pytest.mark.parametrize("file", sorted(OUTSIDE))
def test_page_gives_its_whole_article(file: str) -> None:
    """Every paragraph of the article is in the text, with its entities as characters."""
    (report,) = reports(ROOT / file)
    page = (ROOT / file).read_text(encoding="utf-8")
    article = re.search(r"<article>(.*)</article>", page, re.DOTALL)
    assert article
    own = re.sub(r"<(aside|header|figure)\b.*?</\1>", "", article[1], flags=re.DOTALL)
    paragraphs = [
        re.sub(r"<[^>]+>|&[a-z]+;", "\0", body).split("\0") for body in re.findall(r"<p\b.*?</p>", own, re.DOTALL)
    ]
    missing = [words for pieces in paragraphs for words in pieces if words.strip() and words.strip() not in report.text]
    assert missing == []
    assert not re.search(r"&[a-z]+;|<p", report.text)


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".txt"], ids=name)
def test_plain_text_begins_with_its_headline(path: Path) -> None:
    """A plain text has a headline of one line, a blank line, and more."""
    headline, blank, more = path.read_text(encoding="utf-8").split("\n", 2)
    assert headline.strip() == headline != ""
    assert (blank, bool(more)) == ("", True)
