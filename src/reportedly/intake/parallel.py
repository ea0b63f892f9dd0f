"""Read in several processes, and take the results in the order of the inputs.

Each process opens the model once. It is handed a few reports at a time, and only so many are on their way that memory
stays bounded. A process that dies is replaced; what it was reading is then read one by one, so that only the report at
fault is lost.
"""

from __future__ import annotations

import collections
import dataclasses
import functools
import multiprocessing
import multiprocessing.connection
import queue
import signal
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.errors import ReportedlyError, ReportError, RunError
from reportedly.intake.batches import read_all
from reportedly.intake.packaged import packaged_pipeline
from reportedly.values.along import Along

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from typing import TypeAlias

    from reportedly.formats import Loaded
    from reportedly.intake.batches import Reads
    from reportedly.values import Reading

    Result: TypeAlias = Reading | ReportError

Key = TypeVar("Key")

_READY = "ready"

_AHEAD = 2
"""Pieces that a process has at a time: one that it reads, one so that it need not wait for the next."""

_WINDOW = 2 * _AHEAD
"""Tasks on their way for each process, at most; more than it has, since the first of them may take long."""

_SECONDS_TO_END = 5.0

_STILLBORN = 3
"""When so many processes ended before the model was open, the next one would, too; one may be ended by hand."""


def read_tasks(
    tasks: Iterable[tuple[Key, Sequence[Loaded]]], *, jobs: int = 1, open_pipeline: Callable[[], Reads] | None = None
) -> Iterator[tuple[Key, list[Result]]]:
    """Read the reports of each task, and yield its key with the results, in the order of the tasks.

    `open_pipeline` is called once in each process, with the first report; it is a function of a module, which can be
    sent there. Without it the packaged model reads.

    Raises:
        RunError: Nothing can be read, for a damaged installation.
    """
    opener = open_pipeline or packaged_pipeline
    if jobs > 1:
        yield from _Processes(jobs, opener).read(tasks)
        return
    opened = functools.cache(opener)
    for key, found in tasks:
        yield key, list(read_all(found, opened())) if found else []


@dataclasses.dataclass(slots=True)
class _Task:
    """Reports and their results, which come in pieces."""

    key: Any
    found: Sequence[Loaded]
    results: list[Result | None]

    @property
    def done(self) -> bool:
        """Whether all results are there."""
        return all(result is not None for result in self.results)


@dataclasses.dataclass(frozen=True, slots=True)
class _Piece:
    """Some reports of a task, which one process reads."""

    task: _Task
    start: int
    stop: int

    def given(self, results: Sequence[Result]) -> None:
        """Take the results."""
        self.task.results[self.start : self.stop] = results


@dataclasses.dataclass(slots=True)
class _Worker:
    """A process, and the pieces that it has, the one that it reads first."""

    process: SpawnProcess
    connection: Connection
    pieces: collections.deque[_Piece] = dataclasses.field(default_factory=collections.deque)
    ready: bool = False


class _Processes:
    """Several processes that read, and who has what."""

    def __init__(self, jobs: int, opener: Callable[[], Reads]) -> None:
        """Start nothing yet."""
        self._jobs = jobs
        self._opener = opener
        self._workers: list[_Worker] = []
        self._stillborn = 0
        self._waiting: collections.deque[_Piece] = collections.deque()
        self._order: collections.deque[_Task] = collections.deque()

    def read(self, tasks: Iterable[tuple[Any, Sequence[Loaded]]]) -> Iterator[tuple[Any, list[Result]]]:
        """Read everything. However that ends, no process is left behind."""
        coming = iter(tasks)
        more = True
        try:
            while more or self._order:
                if more and len(self._order) < self._jobs * _WINDOW:
                    more = self._take(next(coming, None))
                self._hand_out()
                full = not more or len(self._order) >= self._jobs * _WINDOW
                self._collect(block=full and bool(self._order) and not self._order[0].done)
                while self._order and self._order[0].done:
                    task = self._order.popleft()
                    yield task.key, [result for result in task.results if result is not None]
        finally:
            self._end()

    def _take(self, coming: tuple[Any, Sequence[Loaded]] | None) -> bool:
        """Take the next task; say whether there was one."""
        if coming is None:
            return False
        key, found = coming
        task = _Task(key, found, [None] * len(found))
        self._order.append(task)
        if found:
            self._waiting.append(_Piece(task, 0, len(found)))
        return True

    def _hand_out(self) -> None:
        """Give every process something to do, those with the least first; start one where all are busy."""
        while self._waiting:
            idle = min(self._workers, key=lambda worker: len(worker.pieces), default=None)
            if (idle is None or idle.pieces) and len(self._workers) < self._jobs:
                idle = self._start()
            if idle is None or len(idle.pieces) >= _AHEAD:
                return
            piece = self._waiting.popleft()
            idle.pieces.append(piece)
            try:
                idle.connection.send(piece.task.found[piece.start : piece.stop])
            except OSError:
                self._lost(idle)

    def _start(self) -> _Worker:
        """Start a process. It is spawned: a fork would copy the model's threads in whatever state they are."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._opener), daemon=True)
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _collect(self, *, block: bool) -> None:
        """Take the results that are there; wait for some where nothing else is to be done."""
        by_connection = {worker.connection: worker for worker in self._workers if worker.pieces}
        for connection in multiprocessing.connection.wait(list(by_connection), None if block else 0):
            worker = by_connection[connection]  # type: ignore[index] # only connections are waited for
            try:
                answer = worker.connection.recv()
            except (EOFError, OSError):
                self._lost(worker)
                continue
            if isinstance(answer, ReportedlyError):
                raise answer
            if answer == _READY:
                worker.ready = True
                continue
            worker.pieces.popleft().given([_unpacked(each) for each in answer])

    def _lost(self, worker: _Worker) -> None:
        """Go on without a process that died: what it read is suspected, what it would have read next is not."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        code = worker.process.exitcode or 0
        how = f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"
        if not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                msg = f"no process can open the model: {self._stillborn} were started, and the last one {how}"
                raise RunError(msg)
            self._waiting.extendleft(reversed(worker.pieces))
            return
        suspect, *innocent = worker.pieces
        self._waiting.extendleft(reversed(innocent))
        if suspect.stop - suspect.start > 1:
            singles = [_Piece(suspect.task, place, place + 1) for place in range(suspect.start, suspect.stop)]
            self._waiting.extendleft(reversed(singles))
            return
        where = suspect.task.found[suspect.start].where
        suspect.given([ReportError(where, f"the process that read it {how}")])

    def _end(self) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_SECONDS_TO_END)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def _work(connection: Connection, opener: Callable[[], Reads]) -> None:
    """Read what comes until nothing more does. An interrupt is for the parent, who ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    coming: queue.SimpleQueue[list[Loaded] | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, coming), daemon=True).start()
    try:
        try:
            pipeline = opener()
            connection.send(_READY)
            while (found := coming.get()) is not None:
                connection.send([_packed(result) for result in read_all(found, pipeline)])
        except ReportedlyError as error:
            connection.send(error)
    except OSError:
        return  # the parent is gone


def _receive(connection: Connection, coming: queue.SimpleQueue[list[Loaded] | None]) -> None:
    """Take what comes at once, so that the parent never waits for a process that waits for it."""
    try:
        while True:
            coming.put(connection.recv())
    except (EOFError, OSError):
        coming.put(None)


def _packed(result: Result) -> Reading | tuple[str, str]:
    """Return a result as it is sent: a reading without what only its stages work on, and an error by its parts.

    The mentions go with it: by them it is filed beside the others of its story.
    """
    if isinstance(result, ReportError):
        return result.where, result.reason
    return dataclasses.replace(result, words=Along(), sentences=Along())


def _unpacked(sent: Reading | tuple[str, str]) -> Result:
    """Return a result that was sent."""
    return ReportError(*sent) if isinstance(sent, tuple) else sent
