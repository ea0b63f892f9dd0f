"""Bytes whose encoding is declared outside them: by the header of an HTTP response, or of a part of a mail."""

from __future__ import annotations

import codecs
import dataclasses
import hashlib
from typing import TYPE_CHECKING

from reportedly.errors import ReportedlyError, ReportError
from reportedly.formats import encodings
from reportedly.formats.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reportedly.values import Caution


def load_declared(
    loader: Callable[[bytes, str], Iterator[Loaded | ReportError]], data: bytes, charset: str | None, where: str
) -> Loaded | ReportError:
    """Return the one report that a loader makes of bytes; `charset` goes before what the bytes themselves declare.

    One that is unknown, or that the bytes are not in, counts as none. The digest is that of the bytes. Whatever the
    loader raises becomes an error, so that the rest of an archive is read all the same.
    """
    marked, cautions = _marked(data, charset)
    try:
        found = next(loader(marked, where), None)
    except ReportedlyError:
        raise
    except Exception as error:  # noqa: BLE001 - one report must never stop the others, whatever its bytes are
        return ReportError(where, f"could not be read ({type(error).__name__}: {error})")
    if not isinstance(found, Loaded):
        return found or ReportError(where, "holds no report")
    report = dataclasses.replace(found.report, sha256=hashlib.sha256(data).hexdigest())
    return dataclasses.replace(found, report=report, cautions=(*cautions, *found.cautions))


def _marked(data: bytes, charset: str | None) -> tuple[bytes, tuple[Caution, ...]]:
    """Write bytes in UTF-8 with a byte order mark, which goes before any declaration, if they are in `charset`."""
    name = encodings.known(charset)
    if name is None:
        return data, ()
    try:
        data.decode(name)
    except (UnicodeError, ValueError, LookupError):
        return data, ()
    decoded = encodings.decode(data, charset)
    return codecs.BOM_UTF8 + decoded.text.encode("utf-8", "replace"), decoded.cautions
