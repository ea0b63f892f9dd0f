"""Rows of tables become reports, whatever parts and quotes their cells."""

from __future__ import annotations

import csv
import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError, UsageError
from reportedly.formats import Loaded, csv_rows, csv_table, recognise
from reportedly.values import Moment
from tests.formats.wires import codes, found, reasons, reports

ACLED = (
    "event_id_cnty,event_date,event_type,source,notes,fatalities\r\n"
    'VAL1,05 October 2024,Strategic developments,Valley Courier; Hill Post,"On 5 October, the ""army"" said\r\nso.",'
    "0\r\n"
)


def test_a_table_of_acled_is_read() -> None:
    """Its names of columns are known; the text stays as it stands in its cell."""
    (loaded,) = reports(ACLED.encode())
    report = loaded.report
    assert report.text == 'On 5 October, the "army" said\r\nso.'
    assert (report.external_id, report.publisher) == ("VAL1", "Valley Courier; Hill Post")
    assert report.published == Moment("2024-10-05")
    assert loaded.where == "f, row 2"
    assert report.sha256 == hashlib.sha256(ACLED.split("\r\n", 1)[1].encode()).hexdigest()


def test_a_table_like_those_of_gdelt_is_read_with_a_named_text() -> None:
    """Its dates and addresses are known, and the caller says which column holds the text."""
    row = b'1\t20241005\t20241005140000\thttps://v.example/1\tHe said "no".\n'
    data = b"GLOBALEVENTID\tSQLDATE\tDATEADDED\tSOURCEURL\tQuote\n" + row
    columns = {"text": "quote", "modified": "DATEADDED"}
    (loaded,) = csv_table.load(data, "f", columns)
    assert isinstance(loaded, Loaded)
    report = loaded.report
    assert (report.text, report.url, report.external_id) == ('He said "no".', "https://v.example/1", "1")
    assert (report.published, report.modified) == (Moment("2024-10-05"), Moment("2024-10-05T14:00:00"))
    assert "no column of texts; the table has GLOBALEVENTID, SQLDATE" in reasons(data)[0]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("names", ["Headline{}Full Text{}URL{}Author", "title{}BODY{}link{}byline"])
def test_what_parts_the_cells_is_recognised(delimiter: str, names: str) -> None:
    """Whatever the names of the columns are written like."""
    row = delimiter.join(("Dam drained", "She said no.", "https://v.example", "Ada Venn"))
    data = f"{names.format(*delimiter * 3)}\n{row}\n".encode()
    assert recognise(data) == "csv"
    (loaded,) = reports(data)
    report = loaded.report
    assert (report.title, report.text, report.byline) == ("Dam drained", "She said no.", "Ada Venn")


def test_quotation_marks_in_a_table_parted_by_tabs_are_words() -> None:
    """Such tables are written without quoting more often than with it."""
    one, two = reports(b'url\ttext\nhttps://a.example\t"No," he said\nhttps://b.example\t"Never closed, she said\n')
    assert one.report.text == '"No," he said'
    assert two.report.text == '"Never closed, she said'
    (quoted,) = reports(b'url\ttext\nhttps://a.example\t"He said ""no""\nand left."\n')
    assert quoted.report.text == 'He said "no"\nand left.'


def test_what_the_caller_says_counts_for_more_than_names() -> None:
    """Names are compared exactly first, then by their letters."""
    (loaded,) = csv_table.load(b"text,Field Notes\nx,She said no.\n", "f", {"text": "field_notes"})
    assert isinstance(loaded, Loaded)
    assert loaded.report.text == "She said no."
    (error,) = csv_table.load(b"text,notes\nx,y\n", "f", {"text": "memo"})
    assert isinstance(error, ReportError)
    assert "no column 'memo'; the table has text, notes" in error.reason
    with pytest.raises(UsageError, match="'words'"):
        list(csv_table.load(b"text,notes\nx,y\n", "f", {"words": "notes"}))


def test_one_bad_row_never_stops_the_others() -> None:
    """An empty text, a cell too many and a quotation that is never closed are errors in their rows."""
    data = b'id,text\n1,One said.\n2,\n\n,\n3,He said, she said\n4,"Never closed\n5,Five said.\n'
    items = found(data)
    assert [item.report.text for item in items if isinstance(item, Loaded)] == ["One said.", "Five said."]
    errors = [str(item) for item in items if isinstance(item, ReportError)]
    assert [error.partition(":")[0] for error in errors] == ["f, row 3", "f, row 6", "f, row 7"]
    assert "no text" in errors[0]
    assert "3 fields, where there are 2 columns" in errors[1]
    assert "never closed" in errors[2]


def test_a_cell_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason says how long one may be, the next row is read, and the csv module keeps its own limit."""
    monkeypatch.setattr(csv_rows, "MAX_FIELD", 100)
    before = csv.field_size_limit()
    items = found(b"id,text\n1," + b"a" * 101 + b"\n2,Two said.\n")
    assert "more than 100 characters" in str(items[0])
    assert isinstance(items[1], Loaded)
    assert csv.field_size_limit() == before


def test_a_long_text_is_read() -> None:
    """The csv module's own limit of 131,072 is not that of a report."""
    (loaded,) = reports(b"id,text\n1," + b"said " * 60_000 + b"\n")
    assert len(loaded.report.text) == 300_000


@pytest.mark.parametrize("date", ["05/10/2024", "2999", "1970-01-01"])
def test_a_date_that_cannot_be_is_left_out(date: str) -> None:
    """It becomes a caution."""
    (loaded,) = reports(f"date,text\n{date},She said no.\n".encode())
    assert (loaded.report.published, codes(loaded)) == (None, ["bad-date"])


@pytest.mark.parametrize(("data", "part"), [(b"", "no rows"), (b"id,text\n", "no rows under"), (b"a,b\n1,2\n", "a, b")])
def test_what_holds_no_report_says_so(data: bytes, part: str) -> None:
    """The reason says how a table has to begin."""
    (reason,) = reasons(data, "csv")
    assert part in reason


@pytest.mark.parametrize(
    "data", [b"Text, she said, is all.\nNo.", b"One, two\nthree, four\n", b"text\nx\n", b"id,text\na\n"]
)
def test_prose_is_no_table(data: bytes) -> None:
    """Commas alone make none."""
    assert recognise(data) == "text"


@given(texts=st.lists(st.text().filter(str.strip), min_size=1, max_size=5), dialect=st.sampled_from(["excel", "unix"]))
def test_texts_come_back_as_they_were(texts: list[str], dialect: str) -> None:
    """Every cell as Python's own writer writes it is read unchanged."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, dialect)
    writer.writerows([("id", "text"), *((str(number), text) for number, text in enumerate(texts))])
    data = stream.getvalue().encode("utf-8", "surrogatepass")
    assert [item.report.text for item in reports(data, "csv")] == texts


@given(data=st.binary(max_size=100) | st.text('",;\t\r\n|ab', max_size=60).map(str.encode), start=st.integers(0, 200))
def test_no_bytes_raise(data: bytes, start: int) -> None:
    """Whatever stands anywhere in a table, reports and errors come out."""
    whole = ACLED.encode()
    assert found(whole[:start] + data + whole[start:], "csv")
    assert found(data, "csv")
