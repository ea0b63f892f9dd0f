"""Web archives: the pages in them are reports, and whatever cannot be read is told."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped] # ships no types

from reportedly.errors import ReportError
from reportedly.formats import MAX_BYTES, Loaded, html, warc
from reportedly.values import Moment
from tests.formats.pages import BODY, HEADLINE, meta, page
from tests.formats.warcs import URL, numbered, packed, record, response


def _load(data: bytes) -> list[Loaded | ReportError]:
    """Load an archive."""
    return list(warc.load(data, "a.warc"))


def _one(data: bytes) -> Loaded:
    """Load an archive that holds one report."""
    (loaded,) = _load(data)
    assert isinstance(loaded, Loaded), loaded
    return loaded


def _reason(data: bytes) -> str:
    """Load an archive that holds one error."""
    (error,) = _load(data)
    assert isinstance(error, ReportError), error
    return error.reason


def _titles(found: list[Loaded | ReportError]) -> list[str | None]:
    """Return the titles of what was read."""
    return [item.report.title for item in found if isinstance(item, Loaded)]


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), gzip.compress])
def test_a_page_is_read_as_if_it_lay_in_a_file(pack: object) -> None:
    """Its text is that of the page, with its address, its record's id and the digest of its bytes."""
    assert callable(pack)
    loaded = _one(pack(record(response())))
    (alone,) = html.load(page(), "x")
    assert isinstance(alone, Loaded)
    assert loaded.report.text == alone.report.text
    assert loaded.report.title == HEADLINE
    assert loaded.report.url == URL
    assert loaded.report.external_id == "<urn:uuid:00000001-0000-4000-8000-000000000000>"
    assert loaded.report.sha256 == hashlib.sha256(page()).hexdigest()
    assert loaded.where == "a.warc, record 1"
    assert loaded.cautions == ()


def test_another_reader_finds_the_same_records() -> None:
    """What warcio says that these archives hold, the tests' own writer meant."""
    archive = packed(*numbered(5, digest=True), record(b"x: y\r\n", "warcinfo"))
    others = [entry.rec_headers.get_header("WARC-Record-ID") for entry in ArchiveIterator(io.BytesIO(archive))]
    ours = [item.report.external_id for item in _load(archive) if isinstance(item, Loaded)]
    assert others[:-1] == ours
    assert len(ours) == 5


def test_what_is_no_page_is_passed_by() -> None:
    """Requests, redirects, pictures, revisits, robots.txt: nothing is said of them beside a page."""
    others = [
        record(b"software: x\r\n", "warcinfo"),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(response(), "revisit"),
        record(response(status="404 Not Found")),
        record(response(status="301 Moved", Location="/")),
        record(response(b"\x89PNG", Content_Type="image/png")),
        record(response(b"User-agent: *", Content_Type="text/plain"), url="https://valleycourier.example/robots.txt"),
        record(b"no response of HTTP at all"),
        record(b"{}", "metadata"),
    ]
    assert _titles(_load(packed(*others, *numbered(1), *others))) == ["Notice 1"]
    assert _reason(packed(*others)) == (
        "no page or text among its records (5 response, 1 warcinfo, 1 request, 1 revisit, 1 metadata)"
    )


def test_an_empty_archive_says_so() -> None:
    """Nothing is no archive."""
    assert _reason(b"") == _reason(b"\r\n") == "holds no records"


def test_plain_text_and_resources_are_read() -> None:
    """A text keeps every character; a resource is a page without a header of HTTP."""
    text = "The mayor said no.\r\n\r\nShe left.\n"
    assert _one(packed(record(response(text.encode(), Content_Type="text/plain")))).report.text == text
    resource = record(page(), "resource", Content_Type="text/html")
    assert _one(packed(resource)).report.title == HEADLINE


def test_a_page_that_does_not_say_what_it_is_shows_it() -> None:
    """Without a type, a document that begins as a page is one."""
    unsaid = response().replace(b"Content-Type: text/html; charset=utf-8\r\n", b"")
    assert _one(packed(record(unsaid))).report.title == HEADLINE


def test_the_charset_of_the_header_goes_before_that_of_the_page() -> None:
    """As browsers do; the digest is that of the bytes as they were sent."""
    body = page(BODY.replace("Ada Venn", "Ада Венн")).decode().replace('charset="utf-8"', 'charset="koi8-r"')
    data = body.encode("cp1251", "replace")
    loaded = _one(packed(record(response(data, Content_Type="text/html; charset=windows-1251"))))
    assert "Ада Венн" in loaded.report.text
    assert loaded.report.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "idna", "undefined", "base64", ""])
def test_a_charset_that_the_bytes_are_not_in_counts_as_none(charset: str) -> None:
    """Then the page's own declaration holds."""
    body = page(BODY.replace("damp", "déjà vu")).decode().replace('charset="utf-8"', 'charset="windows-1252"')
    loaded = _one(packed(record(response(body.encode("cp1252"), Content_Type=f"text/html; charset={charset}"))))
    assert "déjà vu" in loaded.report.text


def test_a_page_cannot_be_younger_than_its_retrieval() -> None:
    """A time of publication after it is left out with a caution; one before it stays, and so does the same day."""
    late = page(head=meta(article__published_time="2024-10-08T08:00:00Z", article__modified_time="2024-10-05"))
    loaded = _one(packed(record(response(late))))
    assert loaded.report.published is None
    assert loaded.report.modified == Moment("2024-10-05")
    assert [caution.code for caution in loaded.cautions] == ["bad-date"]
    assert "2024-10-06T07:00:00Z" in loaded.cautions[0].message
    same_day = page(head=meta(article__published_time="2024-10-06"))
    assert _one(packed(record(response(same_day)))).report.published == Moment("2024-10-06")
    assert _one(packed(record(response(late), date="soon"))).report.published == Moment("2024-10-08T08:00:00Z")


def test_packed_and_chunked_pages_are_read() -> None:
    """Codings of transfer and content are undone, in whatever order they were laid on."""
    squeezed = gzip.compress(page())
    chunked = b"%x;a=b\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n" % (9, squeezed[:9], len(squeezed) - 9, squeezed[9:])
    sent = response(chunked, Transfer_Encoding="chunked", Content_Encoding="gzip")
    loaded = _one(packed(record(sent)))
    assert loaded.report.title == HEADLINE
    assert loaded.report.sha256 == hashlib.sha256(page()).hexdigest()


def test_a_bomb_is_an_error_and_the_next_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that unpacks to more than a report may have is refused, and says how much that is."""
    assert warc.MAX_PAYLOAD == MAX_BYTES
    monkeypatch.setattr(warc, "MAX_PAYLOAD", 100_000)
    bomb = response(zlib.compress(b"<p>" * 1_000_000), Content_Encoding="deflate")
    error, loaded = _load(packed(record(bomb), *numbered(1)))
    assert isinstance(error, ReportError)
    assert error.where == "a.warc, record 1"
    assert "100,000" in error.reason
    assert isinstance(loaded, Loaded)


def test_a_page_that_cannot_be_read_is_an_error_of_its_own() -> None:
    """The records around it are read."""
    menu = record(response(b"<html><nav>Home</nav></html>"))
    first, error, last = _load(packed(*numbered(1), menu, *numbered(1)))
    assert str(error) == "a.warc, record 2: no article text found"
    assert isinstance(first, Loaded)
    assert isinstance(last, Loaded)


def test_whatever_a_loader_raises_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which the library for pages fails does not end the archive."""

    def broken(_: bytes, where: str) -> object:
        raise ZeroDivisionError(where)

    monkeypatch.setattr(warc, "_LOADERS", {"text/html": broken})
    assert _reason(packed(*numbered(1))) == "could not be read (ZeroDivisionError: a.warc, record 1)"


def test_a_page_that_the_crawler_cut_off_says_so() -> None:
    """What there is of it is read, with a caution."""
    cut = response(page()[:-300])
    loaded = _one(packed(record(cut, WARC_Truncated="length")))
    assert loaded.report.text.startswith(HEADLINE)
    assert [caution.code for caution in loaded.cautions] == ["truncated"]
    assert "(length)" in loaded.cautions[0].message


def test_segments_are_told() -> None:
    """A page that was laid down in several records is not read by halves."""
    assert "segment" in _reason(packed(record(response(), WARC_Segment_Number="1")))


def test_a_loss_is_told_with_its_record_and_its_place() -> None:
    """A truncated archive gives what stands before the cut, and says where the rest is missing."""
    whole = packed(*numbered(3))
    at = len(packed(*numbered(2)))
    found = _load(whole[: at + 50])
    assert _titles(found) == ["Notice 1", "Notice 2"]
    assert str(found[-1]) == (
        f"a.warc, record 3 (byte {at:,}): lost: the file is cut off in the middle of a gzip member"
    )


def test_a_page_of_any_size_is_passed_over_if_it_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an error; a film of the same size is none."""
    monkeypatch.setattr("reportedly.formats.warc_records.MAX_BLOCK", 1000)
    page_, film = response(b"<html>" + b"a" * 200_000), response(b"a" * 200_000, Content_Type="video/mp4")
    found = _load(packed(record(film), record(page_), record(film)))
    assert [str(item) for item in found] == ["a.warc, record 2: too large: at most 50,000,000 bytes are read"]


def test_records_are_taken_from_a_stream_one_by_one() -> None:
    """The first report is there before the rest is read, from a stream that cannot be rewound."""
    rest = packed(*(record(response(bytes(200_000), Content_Type="image/png")) for _ in range(9)), *numbered(1))
    stream = io.BytesIO(b"".join(numbered(1)) + b"".join(numbered(2)) + bytes(1_000_000) + rest)
    found = warc.load_stream(stream, "x")
    assert isinstance(next(found), Loaded)
    assert stream.tell() < 200_000


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_raise_nothing(data: bytes, squeezed: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever the bytes are, only errors come of them."""
    for tail in (data, b"WARC/1.0\r\n" + data, b"WARC/1.0\r\nContent-Length: 5\r\n\r\n" + data):
        found = _load(gzip.compress(tail) if squeezed else tail)
        assert found
        assert all(isinstance(item, ReportError) for item in found)


@settings(max_examples=50)
@given(st.data())
def test_damage_anywhere_loses_little_and_is_told(data: st.DataObject) -> None:
    """Wherever bytes are changed or lost, most pages are read unchanged and in order, and the loss is told."""
    squeezed = data.draw(st.booleans())
    records = numbered(6, digest=True)
    archive = packed(*records) if squeezed else b"".join(records)
    at = data.draw(st.integers(0, len(archive) - 1))
    size = data.draw(st.integers(1, 60))
    put = data.draw(st.one_of(st.just(b""), st.binary(min_size=size, max_size=size)))
    damaged = archive[:at] + put + archive[at + size :]
    found = _load(damaged)
    titles = _titles(found)
    expected = [f"Notice {number}" for number in range(1, 7)]
    assert titles == [title for title in expected if title in titles]
    assert len(titles) >= 4
    if len(titles) < 6 and (squeezed or damaged.count(b"WARC-Type: response\r\n") == 6):
        assert any(isinstance(item, ReportError) for item in found)
    whole = {item.report.title: item.report.text for item in _load(archive) if isinstance(item, Loaded)}
    assert all(whole[item.report.title] == item.report.text for item in found if isinstance(item, Loaded))
