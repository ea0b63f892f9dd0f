"""How long it takes to find the story of one report more, in a ledger that holds many.

    python -m benchmarks.joins [--reports 1000 10000 100000]

The sample reports are read once. Every few hours of the ledger's year they tell another story: their names are others,
letter by letter, and their numbers too. Timed is what adding one report costs beyond storing it: filing it beside the
others, finding its story, and joining the claims of that story anew.
"""

from __future__ import annotations

import argparse
import dataclasses
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.scale import samples
from reportedly.claims.assembling import assemble
from reportedly.claims.entry import Entry
from reportedly.claims.meanings import Meanings
from reportedly.claims.shelf import Shelf
from reportedly.ledger import Ledger
from reportedly.values import Moment, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LAST = 40
"""Reports at the end of each step whose times are told."""
YEAR = 365 * 24 * 60
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def renamed(text: str, number: int, mentions: Sequence[tuple[int, int]]) -> str:
    """Return a text whose names are others of the same length, the same for one number."""
    shift = 1 + number % 25
    turned = LETTERS[shift:] + LETTERS[:shift]
    table = str.maketrans(LETTERS + LETTERS.upper(), turned + turned.upper())
    out = list(text)
    for start, end in mentions:
        for place in range(start, end):
            word = LETTERS[(number // 25 + place - start) % 26] if place == start + 1 else text[place].translate(table)
            out[place] = word if text[place].isalpha() else text[place]
    return "".join(out)


def reports(read: Sequence[Reading], count: int) -> Iterator[Reading]:
    """Yield readings over a year, a new story as often as all samples were told."""
    for number in range(count):
        story, sample = divmod(number, len(read))
        made = read[sample]
        named = [(each.start, each.end) for each in made.mentions if each.named]
        minute = number * YEAR // count
        day, rest = divmod(minute, 24 * 60)
        moment = Moment(f"2025-{1 + day // 31:02}-{1 + day % 28:02}T{rest // 60:02}:{rest % 60:02}Z")
        report = dataclasses.replace(
            made.report,
            text=renamed(made.report.text, story, named),
            sha256="",
            url=f"https://paper{number % 97}.example/{number}",
            external_id=None,
            publisher=f"Paper {number % 97}",
            published=moment,
        )
        yield Reading(report, mentions=made.mentions)


def main() -> None:
    """Grow a ledger step by step, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 10_000, 100_000])
    options = parser.parse_args()
    read = samples()
    print("| reports | filing one, ms (median, worst) | finding its story, ms (median, worst) | reports of the story |")
    print("|---|---|---|---|")
    for wanted in options.reports:
        where = Path(tempfile.mkdtemp()) / "ledger.sqlite"
        filing, finding, sizes = [], [], []
        with Ledger.open(where, create=True) as ledger:
            writer, shelf = ledger.writer(), Shelf(ledger)
            for number, reading in enumerate(reports(read, wanted)):
                writer.add(reading)
                begun = time.perf_counter()
                shelf.file(reading)
                filed = time.perf_counter()
                if number >= wanted - LAST:
                    story = shelf.story_of(reading.report.id)
                    filing.append(1000 * (filed - begun))
                    finding.append(1000 * (time.perf_counter() - filed))
                    sizes.append(len(story))
        print(
            f"| {wanted:,} | {statistics.median(filing):.0f}, {max(filing):.0f} | "
            f"{statistics.median(finding):.0f}, {max(finding):.0f} | {statistics.median(sizes):.0f} |",
            flush=True,
        )
    entries = [Entry.of(each) for each in read]
    meanings = Meanings()
    assemble(entries, meanings)
    begun = time.perf_counter()
    whole = assemble(entries, meanings)
    spent = time.perf_counter() - begun
    told = f"{len(whole.claims)} claims of a story of {len(entries)} reports"
    print(f"joining the {told}: {spent:.2f} s, vectors at hand")


if __name__ == "__main__":
    main()
