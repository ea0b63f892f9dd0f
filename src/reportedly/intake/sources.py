"""From the paths that a person names to the files that may hold reports."""

from __future__ import annotations

import dataclasses
import os
import pathlib
import stat
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import by_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDIN = "-"
"""The path that stands for standard input."""

_PAGE_SUFFIXES = (".html", ".htm")
_PARTS_OF_PAGE = "_files"
"""How browsers call the folder beside a saved page that holds its pictures, styles and frames."""


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A place to read reports from: a file, or standard input where `path` is None."""

    path: str | None
    where: str


@dataclasses.dataclass(frozen=True, slots=True)
class Skipped:
    """What a walk through a folder passed by, and why. It is no error: nobody asked for this one."""

    where: str
    reason: str


def expand(paths: Iterable[str]) -> Iterator[Source | Skipped | ReportError]:
    """Yield the sources that paths lead to, in the order given; a folder is walked by name, one entry after the other.

    In a folder, hidden entries are passed by in silence, and files that no format claims by their suffix with a
    `Skipped`. Links are followed, but no folder is walked twice. What cannot be read is an error in its place.
    """
    for path in paths:
        where = shown(path)
        if path == STDIN:
            yield Source(None, "standard input")
            continue
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116 - a path that is no path raises ValueError here, once
        except (OSError, ValueError) as error:
            yield ReportError(where, why(error))
            continue
        if not stat.S_ISDIR(mode):
            yield Source(path, where)
            continue
        sources = passed = failed = 0
        for found in _walk(pathlib.Path(path)):
            sources += isinstance(found, Source)
            passed += isinstance(found, Skipped)
            failed += isinstance(found, ReportError)
            yield found
        if not sources and not failed:
            others = f", only {passed} of other kinds" if passed else ""
            yield ReportError(where, f"the folder holds no files of reports{others}")


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path as it can be written anywhere: bytes in it that are no text become U+FFFD."""
    return os.fspath(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def why(error: Exception) -> str:
    """Say in words why a file could not be read."""
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case PermissionError():
            return "permission denied"
        case OSError():
            return (error.strerror or str(error)).lower()
        case _:
            return f"is no path ({error})"


def _walk(folder: pathlib.Path) -> Iterator[Source | Skipped | ReportError]:
    """Walk a folder and those in it."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        where = shown(path)
        try:
            status = path.stat()
            if not stat.S_ISDIR(status.st_mode):
                yield _file(path, where, status)
                continue
            if (status.st_dev, status.st_ino) in seen:
                yield Skipped(where, "leads to a folder that was walked before")
                continue
            seen.add((status.st_dev, status.st_ino))
            names = sorted(name for name in os.listdir(path) if not name.startswith("."))  # noqa: PTH208 - only names
        except FileNotFoundError:
            yield Skipped(where, "a link that leads nowhere, or gone meanwhile")
            continue
        except OSError as error:
            yield ReportError(where, why(error))
            continue
        own = [name for name in names if not _part_of_page(name, names)]
        yield from (Skipped(shown(path / name), "parts of a saved page") for name in names if name not in own)
        waiting.extend(path / name for name in reversed(own))


def _file(path: pathlib.Path, where: str, status: os.stat_result) -> Source | Skipped:
    """Say whether a file in a folder is one to read."""
    if not stat.S_ISREG(status.st_mode):
        return Skipped(where, "no regular file")
    if by_suffix(path.name) is None:
        return Skipped(where, "no format claims a file of this name")
    return Source(os.fspath(path), where)


def _part_of_page(name: str, beside: Sequence[str]) -> bool:
    """Say whether an entry is the folder of a saved page that lies beside it."""
    page = name.removesuffix(_PARTS_OF_PAGE)
    return page != name and any(page + suffix in beside for suffix in _PAGE_SUFFIXES)
