"""How long lists of claims take in a ledger of many reports, and what keeping the claims costs.

    nice python -m benchmarks.lists [--reports 1000 10000] [--told 40] [--ledger PATH]

The sample reports are read once, and told again under other names as in `benchmarks.joins`, each seventeen another
story. Every report is stored and filed, and every story found. The latest stories are told as a desk has them told; of
all others the rows of one of these are kept under other ids and times, so that lists look through as many claims as if
all had been told, in a part of the time. With --ledger, what such a run made before is not made again.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import functools
import itertools
import json
import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.joins import reports
from benchmarks.scale import asked, samples
from reportedly.claims.book import Book
from reportedly.claims.decisions import join, undo
from reportedly.claims.listing import listed, words
from reportedly.claims.made_by import made_by
from reportedly.claims.shelf import Shelf
from reportedly.ledger import Ledger
from reportedly.ledger.claim_records import ClaimQuery
from reportedly.values import Reading, stable_id
from reportedly.values.plain import plain_reading
from reportedly.values.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reportedly.claims.claim import Story

TOLD = 40
"""Stories that are told, and timed."""
PAGE, PAGES = 50, 20
MB = 1_000_000
LAST = datetime.datetime(2025, 12, 28, tzinfo=datetime.UTC)
YEAR = datetime.timedelta(days=350)
QUERIES = {
    "all": ClaimQuery(),
    "a status": ClaimQuery(status=("contested",)),
    "a rare status": ClaimQuery(status=("withdrawn",)),
    "a publisher": ClaimQuery(publisher="Paper 11"),
    "a word": ClaimQuery(words=("engineers",)),
    "two words": ClaimQuery(words=("engineers", "pier")),
    "a phrase and a status": ClaimQuery(words=("naval pier",), status=("confirmed",)),
    "a word of one story": ClaimQuery(words=("nr7",)),
    "a week": ClaimQuery(after="2025-06-01T00:00:00Z", before="2025-06-08T00:00:00Z"),
    "three origins at least": ClaimQuery(origins_from=3),
    "one origin, how it knows unknown": ClaimQuery(origins_to=1, unknown=True),
    "nothing there": ClaimQuery(words=("zeppelin",)),
}


def retold(read: Sequence[Reading], first: int, count: int) -> Iterator[Reading]:
    """Yield the readings of `benchmarks.joins` with their statements, whose ids are the report's own."""
    plain = [json.dumps(plain_reading(one, digits=None)) for one in read]
    for number, made in itertools.islice(enumerate(reports(read, count)), first, None):
        sample = number % len(read)
        text = plain[sample]
        for place, statement in enumerate(read[sample].statements):
            text = text.replace(statement.id, stable_id("s", made.report.id, place))
        yield dataclasses.replace(restore(json.loads(text), made.report), mentions=made.mentions)


def grow(ledger: Ledger, read: Sequence[Reading], count: int) -> tuple[list[float], list[float]]:
    """Store and file so many reports, and find their stories; return the ms of filing each, and of finding some."""
    writer, shelf, tellings = ledger.writer(), Shelf(ledger), ledger.tellings()
    filing, finding = [], []
    for reading in retold(read, tellings.last_filed(), count):
        writer.add(reading)
        filing.append(_ms(lambda: shelf.file(reading)))  # noqa: B023 - called at once
    version = f"{made_by()} {shelf.made_by}"
    for report in tellings.without():
        begun = time.perf_counter()
        found = None if tellings.of(report) else shelf.neighbourhood(report)
        if found is not None:
            tellings.place(found.level, found.inside, found.stories, upto=tellings.last_filed(), made_by=version)
            finding.append(1000 * (time.perf_counter() - begun))
    return filing, finding


def fill(ledger: Ledger, told: Sequence[Story]) -> None:
    """Keep for each story that is not told the claims of one that is, under ids, words and times of their own."""
    tellings = ledger.tellings()
    version = f"{made_by()} {Shelf(ledger).made_by}"
    kept = [(story, tellings.of(story.entries[0].id)) for story in told]
    left = tellings.waiting()
    for number in itertools.count():
        telling = tellings.next_to_tell()
        if telling is None:
            return
        story, like = kept[number % len(kept)]
        stamp = (LAST - number * YEAR / left).strftime("%Y-%m-%dT%H:%M:%SZ")
        rows = [
            (
                dataclasses.replace(
                    listed(story, claim), id=stable_id("c", claim.id, number), first_seen=stamp, last_change=stamp
                ),
                f"{words(claim)}\nnr{number}",
            )
            for claim in story.claims
        ]
        packed = (like.packed if like is not None else None) or b""
        tellings.keep(telling, version, packed, rows, [record.id for record, _ in rows])


def _ms(what: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    begun = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - begun)


def _spread(times: Sequence[float]) -> str:
    """Return the median and the worst of some times."""
    return f"{statistics.median(times):,.0f}, {max(times):,.0f}" if times else "-"


def tell(ledger: Ledger, count: int) -> tuple[list[Story], list[float]]:
    """Tell so many stories, the latest; return them, and the ms that each took."""
    told, telling = [], []
    stories = Book(ledger).stories()
    for _ in range(count):
        begun = time.perf_counter()
        told.append(next(stories))
        telling.append(1000 * (time.perf_counter() - begun))
    return told, telling


def measure(ledger: Ledger, told: Sequence[Story]) -> None:
    """Print how long lists and claims take, and what a judgement more costs."""
    book = Book(ledger)
    for name, query in QUERIES.items():
        found = functools.partial(book.listed, query, limit=PAGE)
        print(f"  list, {name:34} {asked(found):.0f} ms, {len(found().claims)} claims")
    after, pages = None, []
    for _ in range(PAGES):
        begun = time.perf_counter()
        after = book.listed(after=after, limit=PAGE).next
        pages.append(1000 * (time.perf_counter() - begun))
        if after is None:
            break
    _print("page after page, ms (median, worst)", _spread(pages))
    claims = [functools.partial(Book(ledger).claim, story.claims[0].id) for story in told if story.claims]
    _print("a claim of a told story, ms", _spread([_ms(each) for each in claims]))
    latest = next(story for story in told if len(story.claims) > 1)
    book.claim(latest.claims[0].id)
    _print("another of the same story, ms", f"{_ms(lambda: book.claim(latest.claims[-1].id)):.0f}")
    one, other = (claim.members[0].proposition.id for claim in latest.claims[:2])
    judged = join(ledger, one, other, who="benchmark", why="to time it")
    _print("the list after a judgement, ms", f"{_ms(book.listed):.0f}, {book.listed().waiting} to tell")
    undo(ledger, judged, who="benchmark", why="it was timed")
    _print("telling the story again, ms", f"{_ms(book.tell):.0f}")


def main() -> None:
    """Grow a ledger step by step, and print what was measured at each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--told", type=int, default=TOLD)
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args()
    read = samples()
    folder = Path(tempfile.mkdtemp())
    for wanted in options.reports:
        where = options.ledger or folder / f"{wanted}.sqlite"
        print(f"{wanted:,} reports, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores", flush=True)
        with Ledger.open(where, create=not where.exists()) as ledger:
            filing, finding = grow(ledger, read, wanted)
        size = where.stat().st_size / MB
        _print("filing a report, ms (median, worst)", _spread(filing))
        _print("finding the stories around one, ms", _spread(finding))
        with Ledger.open(where) as ledger:
            told, telling = tell(ledger, options.told)
            fill(ledger, told)
        entries, claims = ([len(getattr(one, name)) for one in told] for name in ("entries", "claims"))
        _print("telling a story, ms (median, worst)", _spread(telling))
        _print("reports of a story (median, most)", _spread(entries))
        _print("claims of a story (median, most)", _spread(claims))
        _print("the ledger, MB, and with its claims kept", f"{size:.0f}, {where.stat().st_size / MB:.0f}")
        with Ledger.open(where) as ledger:
            measure(ledger, told)


def _print(name: str, figure: str) -> None:
    """Print a figure."""
    print(f"  {name:40} {figure}", flush=True)


if __name__ == "__main__":
    main()
