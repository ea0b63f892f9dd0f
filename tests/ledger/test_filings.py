"""Where it is kept which reports may tell one story, over SQLite and PostgreSQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import Ledger
from reportedly.ledger.filings import Filing
from reportedly.values import Moment
from tests.ledger.told import bridge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NOW = "this"
DAY = 86_400


def added(ledger: Ledger, *names: str) -> list[str]:
    """Add a report of each name, one a day, and return their ids."""
    writer = ledger.writer()
    return [
        writer.add(bridge(url=f"https://{name}.example/", published=Moment(f"2025-03-{day:02}"))).report
        for day, name in enumerate(names, 1)
    ]


def filed(
    ledger: Ledger, report: str, terms: Sequence[int] = (), *links: tuple[int, float], day: int = 0, made_by: str = NOW
) -> int:
    """File a report of a day, and return its number."""
    filing = Filing(0, report, day * DAY, day * DAY + DAY - 1, b"\0terms of it\xff")
    return ledger.filings().put(filing, made_by, terms, links)


def found(ledger: Ledger, terms: Sequence[int], day: int, *, window: int = DAY, shared: int = 2) -> list[str]:
    """Return the reports that share terms with one of a day."""
    begins, ends = day * DAY, day * DAY + DAY - 1
    candidates = ledger.filings().candidates(terms, begins, ends, made_by=NOW, window=window, shared=shared)
    return [filing.report for filing in candidates]


def test_what_was_not_filed_by_this_version_is_missing(ledger: Ledger) -> None:
    """Reports are missing in the order of adding, also those that another version filed."""
    one, two, three = added(ledger, "one", "two", "three")
    assert ledger.filings().missing(NOW) == [one, two, three]
    filed(ledger, two)
    filed(ledger, three, made_by="another")
    assert ledger.filings().missing(NOW) == [one, three]


def test_filing_twice_files_once(ledger: Ledger) -> None:
    """Who files a report that somebody else filed meanwhile gets the same number."""
    (one,) = added(ledger, "one")
    assert filed(ledger, one, [1, 2]) == filed(ledger, one, [1, 2])
    assert found(ledger, [1, 2], 0) == [one]


def test_what_another_version_made_is_forgotten(ledger: Ledger) -> None:
    """Its filings, terms and links go, and what this version made stays."""
    one, two, three = added(ledger, "one", "two", "three")
    first = filed(ledger, one, [1, 2])
    old = filed(ledger, two, [1, 2], (first, 3.0), made_by="another")
    filed(ledger, three, [1, 2], (first, 2.0))
    ledger.filings().forget_others(NOW)
    assert ledger.filings().number(two) is None
    assert ledger.filings().missing(NOW) == [two]
    assert ledger.filings().around(first, -9.0, 9) == {first, ledger.filings().number(three)}
    assert old not in (ledger.filings().around(first, -9.0, 9) or ())
    ledger.filings().forget_others(NOW)
    assert ledger.filings().missing(NOW) == [two]


def test_candidates_share_terms_and_time(ledger: Ledger) -> None:
    """It takes as many terms as asked for, and a day in the window; what is kept comes back as it was."""
    one, two, three, four = added(ledger, "one", "two", "three", "four")
    filed(ledger, one, [1, 2, 3])
    filed(ledger, two, [1, 9], day=1)
    filed(ledger, three, [1, 2], day=5)
    filed(ledger, four, [1, 2, 3], made_by="another")
    assert found(ledger, [1, 2, 3, 7], 0) == [one]
    assert found(ledger, [1, 2, 3, 7], 0, shared=1) == [one, two]
    assert found(ledger, [1, 2], 0, window=5 * DAY) == [one, three]
    assert found(ledger, [1, 2], 3, window=2 * DAY) == [three]
    assert found(ledger, [], 0) == []
    (filing,) = ledger.filings().candidates([1, 2], 0, 0, made_by=NOW, window=0, shared=2)
    assert (filing.begins, filing.ends, filing.packed) == (0, DAY - 1, b"\0terms of it\xff")


def test_large_numbers_are_kept(ledger: Ledger) -> None:
    """Terms are 32 bits without a sign, and times may lie far from 1970."""
    (one,) = added(ledger, "one")
    term = 2**32 - 1
    key = ledger.filings().put(Filing(0, one, -(10**12), 10**12, b""), NOW, [term], [])
    (filing,) = ledger.filings().candidates([term], 0, 0, made_by=NOW, window=0, shared=1)
    assert (filing.key, filing.begins, filing.ends) == (key, -(10**12), 10**12)


def test_links_lead_both_ways_and_on(ledger: Ledger) -> None:
    """A neighbourhood is what links of some strength connect, over others too; one that is too large is none."""
    one, two, three, four = added(ledger, "one", "two", "three", "four")
    first = filed(ledger, one)
    second = filed(ledger, two, [], (first, 3.0))
    third = filed(ledger, three, [], (second, 1.0))
    filed(ledger, four)
    filings = ledger.filings()
    assert filings.around(first, 0.0, 9) == filings.around(third, 0.0, 9) == {first, second, third}
    assert filings.around(first, 2.0, 9) == {first, second}
    assert filings.around(first, 0.0, 2) is None
    assert filings.around(first, 0.0, 3) == {first, second, third}
    between = filings.between([first, second, third], 0.0)
    assert sorted((*sorted(pair), odds) for *pair, odds in between) == sorted(
        [(*sorted((one, two)), 3.0), (*sorted((two, three)), 1.0)]
    )
    assert filings.between([first, third], 0.0) == []
    assert filings.reports([third, first]) == sorted([one, three])


def test_the_strongest_links_come_first(ledger: Ledger) -> None:
    """Of equal ones the first ids are taken."""
    one, two, three, four = added(ledger, "one", "two", "three", "four")
    numbers = {each: filed(ledger, each) for each in (two, three, four)}
    middle = filed(ledger, one, [], (numbers[two], 1.0), (numbers[three], 2.0), (numbers[four], 1.0))
    expected = [numbers[three], numbers[min(two, four)], numbers[max(two, four)]]
    assert ledger.filings().strongest(middle, 3) == expected
    assert ledger.filings().strongest(middle, 2) == expected[:2]


def test_as_of_an_hour_only_what_was_known_is_there(ledger: Ledger) -> None:
    """A report of the third day is no neighbour on the second, and leads to none."""
    one, two, three = added(ledger, "one", "two", "three")
    first = filed(ledger, one)
    third = filed(ledger, three, [], (first, 2.0))
    second = filed(ledger, two, [], (third, 2.0))
    then = ledger.filings(Moment("2025-03-02"))
    assert then.number(three) is None
    assert then.number(two) == second
    assert then.around(first, 0.0, 9) == {first}
    assert then.strongest(first, 9) == []
    assert ledger.filings(Moment("2025-03-03")).around(first, 0.0, 9) == {first, second, third}


def test_a_filing_is_kept_whole_or_not_at_all(ledger: Ledger) -> None:
    """Where a link leads nowhere nothing is kept."""
    one, two = added(ledger, "one", "two")
    with pytest.raises(LedgerError, match="not written"):
        filed(ledger, one, [1, 2], (4711, 1.0))
    assert ledger.filings().missing(NOW) == [one, two]
    assert found(ledger, [1, 2], 0) == []


def test_who_only_reads_files_nothing(tmp_path: Path) -> None:
    """A ledger that is open for reading only is asked all the same, and says that it cannot be written."""
    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as ledger:
        (one,) = added(ledger, "one")
    with Ledger.open(path, read_only=True) as ledger:
        ledger.filings().forget_others(NOW)
        assert ledger.filings().missing(NOW) == [one]
        with pytest.raises(LedgerError, match=r"ledger\.sqlite"):
            filed(ledger, one)
