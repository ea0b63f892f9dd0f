"""How a ledger grows: add varied sample reports up to a number, and time what is asked of it.

    python -m benchmarks.scale [--reports 1000 10000 100000] [--ledger PATH]

The sample reports are read once; each variation has its own ending, address and hour, and so its own ids, which costs
the ledger what a report of its own does. Only storing and asking is timed.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import resource
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.intake import packaged_pipeline, read_sources
from reportedly.ledger import Ledger, parse
from reportedly.values import Moment, Reading, stable_id
from reportedly.values.plain import plain_reading
from reportedly.values.restoring import restore

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

EXAMPLES = Path(__file__).parents[1] / "examples"
QUERIES = (
    "engineers",
    '"cannot confirm" harbour',
    "stance:denies",
    "unnamed:yes dozens",
    "speaker:minister",
    "storm Bergen",
    "near:60.4,5.3,30",
    "near:64,-21,300 stance:denies",
)
ROUNDS = 5
FIRST = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
MB = 1_000_000


def samples() -> list[Reading]:
    """Read the sample reports."""
    found = read_sources([str(EXAMPLES)], pipeline=packaged_pipeline())
    return [one for one in found if isinstance(one, Reading) and one.statements]


def variations(read: Sequence[Reading], first: int, last: int) -> Iterator[Reading]:
    """Yield readings that nobody has seen before: the samples, each time with other ids."""
    plain = [json.dumps(plain_reading(one, digits=None)) for one in read]
    for number in range(first, last):
        made, text = read[number % len(read)], plain[number % len(read)]
        hour = (FIRST + datetime.timedelta(hours=number)).strftime("%Y-%m-%dT%H:00Z")
        report = dataclasses.replace(
            made.report,
            text=f"{made.report.text}\n\nVariation {number}.",
            sha256="",
            url=f"https://paper{number % 97}.example/{number}",
            external_id=None,
            publisher=f"Paper {number % 97}",
            published=Moment(hour),
        )
        for place, statement in enumerate(made.statements):
            text = text.replace(statement.id, stable_id("s", report.id, place))
        yield restore(json.loads(text), report)


def asked(what: Callable[[], object]) -> float:
    """Return the median milliseconds of an answer."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        what()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def main() -> None:
    """Grow a ledger step by step, and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--ledger", type=Path)
    options = parser.parse_args()
    read = samples()
    where = options.ledger or Path(tempfile.mkdtemp()) / "ledger.sqlite"
    print("| reports | statements | MB | adding, ms a report | search, ms (median, worst) | stats, ms | memory, MB |")
    print("|---|---|---|---|---|---|---|")
    done = 0
    with Ledger.open(where, create=True) as ledger:
        writer, view = ledger.writer(), ledger.view()
        for wanted in options.reports:
            spent = 0.0
            for one in variations(read, done, wanted):
                begun = time.perf_counter()
                writer.add(one)
                spent += time.perf_counter() - begun
            searches = [asked(lambda line=line: _first(view.statements(parse(line)))) for line in QUERIES]  # type: ignore[misc]  # a default binds the line
            counted = asked(view.stats)
            size = where.stat().st_size / MB
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            print(
                f"| {wanted:,} | {view.stats().statements:,} | {size:,.0f} | {1000 * spent / (wanted - done):.1f} | "
                f"{statistics.median(searches):.0f}, {max(searches):.0f} | {counted:.0f} | {memory:.0f} |",
                flush=True,
            )
            done = wanted


def _first(found: Iterator[object], most: int = 50) -> None:
    """Take what a table shows of an answer."""
    for _ in zip(range(most), found, strict=False):
        pass


if __name__ == "__main__":
    main()
