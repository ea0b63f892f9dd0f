"""Reading in several processes: the same results, in the same order, whatever happens to a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
from typing import TYPE_CHECKING

import pytest

from reportedly.errors import BundleError, ReportError, RunError
from reportedly.formats import Loaded
from reportedly.intake.parallel import read_tasks
from reportedly.values import Reading, Report
from tests.building import reading
from tests.intake.pipelines import Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

KILLED = "the process that read it was killed by signal 9"


class Dying(Quiet):
    """Ends its process on some texts."""

    def read(self, report: Report, /) -> Reading:
        """Read one report; the text says whether that is the end."""
        if report.text == "kills":
            os.kill(os.getpid(), signal.SIGKILL)
        if report.text == "exits":
            os._exit(3)
        return super().read(report)


class Speaking(Quiet):
    """Finds what Ann said."""

    def read(self, report: Report, /) -> Reading:
        """Read one report."""
        return reading(report.text, [("Ann", "said", "it rained")])


def damaged() -> Quiet:
    """Open nothing."""
    msg = "the model is damaged"
    raise BundleError(msg)


def broken() -> Quiet:
    """End at once, as a library that is not there for this machine may."""
    os._exit(4)


def _loaded(*texts: str) -> list[Loaded]:
    """Return reports."""
    return [Loaded(Report(text=text), f"place of {text}") for text in texts]


def _told(results: list[Reading | ReportError]) -> list[str]:
    """Return the texts that were read, and the errors in words."""
    return [str(result) if isinstance(result, ReportError) else result.report.text for result in results]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_tasks(jobs: int) -> None:
    """Each task has its key and its results, an empty one none; what fails is an error in its place."""
    tasks = [(number, _loaded(*(f"{number} {each}" for each in range(number % 4)))) for number in range(30)]
    tasks.append((30, _loaded("before", "fails", "is refused", "after")))
    found = list(read_tasks(iter(tasks), jobs=jobs, open_pipeline=Quiet))
    assert [key for key, _ in found] == list(range(31))
    for (_, given), (_, results) in zip(tasks[:30], found[:30], strict=True):
        assert _told(results) == [each.report.text for each in given]
    assert _told(found[30][1]) == [
        "before",
        "place of fails: reading it failed (ValueError: no good)",
        "the text: refused",
        "after",
    ]


def test_a_reading_comes_back_as_it_was_made() -> None:
    """What another process read equals what this one reads, statements, spans and warnings."""
    found = _loaded("Ann said it rained.", "Before that Ann said it rained.")
    here = list(read_tasks([(0, found)], open_pipeline=Speaking))
    there = list(read_tasks([(0, found)], jobs=2, open_pipeline=Speaking))
    assert here == there
    assert here[0][1][1] == reading(found[1].report.text, [("Ann", "said", "it rained")])


@pytest.mark.parametrize(("text", "said"), [("kills", KILLED), ("exits", "ended with exit code 3")])
def test_a_process_that_dies_costs_only_the_report_at_fault(text: str, said: str) -> None:
    """The others of its batch, and those that it would have read next, are read by another process."""
    tasks = [(0, _loaded("a", "b")), (1, _loaded("c", text, "d")), (2, _loaded("e")), (3, _loaded("f", text))]
    found = [_told(results) for _, results in read_tasks(tasks, jobs=2, open_pipeline=Dying)]
    assert found[0] == ["a", "b"]
    assert found[1] == ["c", found[1][1], "d"]
    assert found[2:] == [["e"], ["f", found[1][1]]]
    assert found[1][1].startswith(f"place of {text}: ")
    assert said in found[1][1]


@pytest.mark.parametrize(
    ("opener", "error", "said"),
    [
        (damaged, BundleError, "the model is damaged"),
        (broken, RunError, "3 were started, and the last one ended with exit code 4"),
    ],
)
def test_where_nothing_can_be_read_the_run_ends(opener: type[Quiet], error: type[RunError], said: str) -> None:
    """A damaged installation is said once, and no process is started for ever."""
    with pytest.raises(error) as caught:
        list(read_tasks([(0, _loaded("a"))], jobs=2, open_pipeline=opener))
    assert said in str(caught.value)
    assert multiprocessing.active_children() == []


def test_what_concerns_the_run_is_raised_from_a_process() -> None:
    """A model that turns out damaged while it reads ends the run here, too."""
    with pytest.raises(BundleError, match="the model is damaged"):
        list(read_tasks([(0, _loaded("a", "stops"))], jobs=2, open_pipeline=Quiet))


def test_only_so_much_is_on_its_way() -> None:
    """Tasks are taken as they are needed: an endless archive does not fill the memory."""
    taken: list[int] = []

    def endless() -> Iterator[tuple[int, list[Loaded]]]:
        number = 0
        while True:
            taken.append(number)
            yield number, _loaded(f"text {number}")
            number += 1

    found = read_tasks(endless(), jobs=2, open_pipeline=Quiet)
    assert [next(found)[0] for _ in range(20)] == list(range(20))
    assert len(taken) < 40
    found.close()  # type: ignore[attr-defined] # a generator
    assert multiprocessing.active_children() == []


def test_the_model_is_opened_only_for_something_to_read() -> None:
    """A run that finds everything in the ledger needs no model."""
    for jobs in (1, 2):
        assert list(read_tasks([(0, []), (1, [])], jobs=jobs, open_pipeline=damaged)) == [(0, []), (1, [])]
