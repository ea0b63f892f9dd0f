"""Read a text, a file, or many of them: who says what."""

from __future__ import annotations

import itertools
import os
from typing import TYPE_CHECKING

from reportedly.errors import ReportError, UsageError
from reportedly.formats import FORMATS, HOW_TO_WRITE_DATES, Given, Loaded, by_suffix, finish, parse_date
from reportedly.intake.batches import read_all, with_cautions
from reportedly.intake.opening import loaded
from reportedly.intake.packaged import packaged_pipeline
from reportedly.intake.sources import Skipped, Source, expand, shown
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO

    from reportedly.intake.batches import Reads
    from reportedly.values import Reading

_LONGEST_PATH = 4096
"""No string that is longer is taken for a path: Linux has none."""

_NOTHING = Given()


def read(  # noqa: PLR0913 - one keyword for each thing a plain text does not say
    source: str | os.PathLike[str],
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    min_confidence: float | None = None,
) -> Reading:
    """Read one report: a text, or a file that holds one.

    A path object is always a file. A string is a file if it is a single line that either ends in the suffix of a
    known format (`.txt`, `.md`, `.html`, `.pdf`, `.json`, `.jsonl` and their variants) or names a file that exists;
    any other string is the text itself. For text from strangers use `read_text`, which takes nothing for a path.

    `title`, `publisher`, `url` and `published` (`2025-03-04`, `4 March 2025`) fill in what the report itself does not
    say. Statements of which the engine is less sure than `min_confidence` are left out.

    The model is opened at the first reading and kept for the next ones.

    Raises:
        ReportError: The file cannot be read, or holds no report.
        UsageError: The file holds several reports, it is a folder, `published` is no date, or `min_confidence` is not
            from 0 to 1.
    """
    path = _path(source)
    if path is None:
        return read_text(
            str(source),
            title=title,
            publisher=publisher,
            url=url,
            published=published,
            min_confidence=min_confidence,
        )
    where = shown(path)
    if os.path.isdir(path):  # noqa: PTH112 - pathlib raises for some strings that are no paths
        msg = f"{where} is a folder: read_sources reads folders"
        raise UsageError(msg)
    given = _given(title, publisher, url, published)
    found = list(itertools.islice(loaded(Source(path, where), given=given), 2))
    if not found:
        raise ReportError(where, "holds no reports")
    if len(found) > 1:
        msg = f"{where} holds several reports: read_sources reads them all"
        raise UsageError(msg)
    if isinstance(found[0], ReportError):
        raise found[0]
    return _read(found[0], min_confidence)


def read_text(  # noqa: PLR0913 - one keyword for each thing a plain text does not say
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    min_confidence: float | None = None,
) -> Reading:
    """Read a text as it stands, whatever it looks like; the other arguments are those of `read`.

    Raises:
        UsageError: `published` is no date, or `min_confidence` is not from 0 to 1.
    """
    given = _given(title, publisher, url, published)
    return _read(finish(Loaded(Report(text=text), "the text"), None, given), min_confidence)


def read_sources(  # noqa: PLR0913 - what can be said about many reports at once
    paths: Sequence[str],
    *,
    given: Given = _NOTHING,
    pipeline: Reads | None = None,
    stdin: BinaryIO | None = None,
    kind: str | None = None,
    skipped: Callable[[Skipped], None] | None = None,
) -> Iterator[Reading | ReportError]:
    """Read every report that paths lead to: files, folders, which are walked, and `-`, which is standard input.

    Yields a reading for each report and an error for each place that holds none, in order, as they are read: only a
    few reports are in memory at any time. `given` fills in what reports do not say, `pipeline` reads (the packaged
    model's, unless given), `kind` names the format of all files, and `skipped` is told of the files in folders that
    were passed by.

    Raises:
        UsageError: `kind` is no format; at once, before anything is read.
        RunError: Nothing can be read, for a damaged installation.
    """
    if kind is not None and kind not in FORMATS:
        msg = f"there is no format {kind!r}; there are {', '.join(FORMATS)}"
        raise UsageError(msg)
    return read_all(_loaded(paths, given, stdin, kind, skipped), pipeline or packaged_pipeline())


def _loaded(
    paths: Sequence[str],
    given: Given,
    stdin: BinaryIO | None,
    kind: str | None,
    skipped: Callable[[Skipped], None] | None,
) -> Iterator[Loaded | ReportError]:
    """Yield what lies at the paths."""
    for found in expand(paths):
        match found:
            case Source():
                yield from loaded(found, given=given, stdin=stdin, kind=kind)
            case Skipped():
                if skipped:
                    skipped(found)
            case ReportError():
                yield found


def _path(source: str | os.PathLike[str]) -> str | None:
    """Return the path that a source names, or None for a text."""
    if not isinstance(source, str):
        return os.fspath(source)
    if not source or len(source) > _LONGEST_PATH or "\0" in source or len(source.splitlines()) != 1:
        return None
    if by_suffix(source) or os.path.isfile(source):  # noqa: PTH113 - pathlib raises for strings that are no paths
        return source
    return None


def _given(title: str | None, publisher: str | None, url: str | None, published: str | None) -> Given:
    """Put together what the caller says."""
    moment = None
    if published:
        moment = parse_date(published)
        if moment is None:
            msg = f"published: {published!r} is no date that can be read without a guess; {HOW_TO_WRITE_DATES}"
            raise UsageError(msg)
    return Given(title=title, publisher=publisher, url=url, published=moment)


def _read(found: Loaded, min_confidence: float | None) -> Reading:
    """Read one report with the packaged model."""
    return with_cautions(packaged_pipeline(min_confidence).read(found.report), found)
