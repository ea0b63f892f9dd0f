"""From bytes to reports, whatever their format."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError, ReportError, UsageError
from reportedly.formats import language
from reportedly.formats.jsonl import load_stream
from reportedly.formats.loaded import Given, Loaded, caution
from reportedly.formats.recognise import foreign, recognise
from reportedly.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

MAX_BYTES = 50_000_000
"""A single report larger than this is refused."""

MAX_JSON_BYTES = 500_000_000
"""Many reports in one piece of JSON: larger ones are refused, since all of it is in memory. JSON lines that are
streamed by `load_lines` have no limit but that of a line."""

NOTHING = Given()


def load(
    data: bytes, *, where: str, path: str | None = None, given: Given = NOTHING, kind: str | None = None
) -> Iterator[Loaded | ReportError]:
    """Yield the reports that some bytes hold, and an error for each place that holds none.

    `where` names the bytes in messages; `path` is where they lay, and its suffix helps where their content does not
    tell the format. `kind` is the name of a format in `FORMATS`, where the caller knows better. `given` fills in what
    the bytes do not say.

    Raises:
        UsageError: `kind` is no format. Whatever the bytes are, nothing else is raised.
    """
    if kind is not None and kind not in FORMATS:
        msg = f"there is no format {kind!r}; there are {', '.join(FORMATS)}"
        raise UsageError(msg)
    if kind is None and (what := foreign(data)):
        return iter((ReportError(where, f"cannot be read: it is {what}"),))
    kind = kind or recognise(data, path)
    limit = MAX_JSON_BYTES if FORMATS[kind].archive else MAX_BYTES
    if len(data) > limit:
        return iter((too_large(where, limit),))
    return _finished(_guarded(data, where, kind), path, given)


def too_large(where: str, limit: int) -> ReportError:
    """Return the error of what has more bytes than are read of its kind."""
    return ReportError(where, f"too large: at most {limit:,} bytes are read")


def load_lines(
    stream: BinaryIO, *, where: str, path: str | None = None, given: Given = NOTHING
) -> Iterator[Loaded | ReportError]:
    """Yield the reports of JSON lines as they come in from a stream: one line in memory at a time."""
    return _finished(load_stream(stream, where), path, given)


STREAMED = frozenset({"warc", "wacz", "mail"})
"""Archives that are read record by record, whatever their size; of WACZ the stream must be one to seek in."""


def load_archive(
    stream: BinaryIO, kind: str, *, where: str, path: str | None = None, given: Given = NOTHING
) -> Iterator[Loaded | ReportError]:
    """Yield the reports of an archive of a kind in `STREAMED`: one record in memory at a time."""
    return _finished(_guarded_stream(stream, where, kind), path, given)


def finish(loaded: Loaded, path: str | None, given: Given) -> Loaded:
    """Add to a report what stands outside its bytes: its path, what the caller says, and the language it is in."""
    text = loaded.report.text
    code = language.identify(text)
    report = given.fill(dataclasses.replace(loaded.report, path=path, language=code))
    empty = () if text and not text.isspace() else (caution("no-text", "the report holds no text"),)
    return dataclasses.replace(loaded, report=report, cautions=(*loaded.cautions, *empty, *language.about(code)))


def _finished(found: Iterable[Loaded | ReportError], path: str | None, given: Given) -> Iterator[Loaded | ReportError]:
    """Finish every report, and pass the errors on."""
    for item in found:
        yield finish(item, path, given) if isinstance(item, Loaded) else item


def _guarded_stream(stream: BinaryIO, where: str, kind: str) -> Iterator[Loaded | ReportError]:
    """Turn what a reader of archives raises into an error; a stream that cannot be read is its opener's to tell of."""
    try:
        yield from FORMATS[kind].streamer(stream, where)
    except ReportError as error:
        yield error
    except (ReportedlyError, OSError):
        raise
    except Exception as error:  # noqa: BLE001 - one archive must never stop the others, whatever its bytes are
        yield ReportError(where, f"could not be read as {kind} ({type(error).__name__}: {error})")


def _guarded(data: bytes, where: str, kind: str) -> Iterator[Loaded | ReportError]:
    """Turn what a loader raises into an error: the parsers under them promise no set of exceptions."""
    try:
        yield from FORMATS[kind].loader(data, where)
    except ReportError as error:
        yield error
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must never stop the others, whatever its bytes are
        yield ReportError(where, f"could not be read as {kind} ({type(error).__name__}: {error})")
