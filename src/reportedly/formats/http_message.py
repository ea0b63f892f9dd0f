"""An HTTP response as an archive keeps it: status, header and the bytes that were meant (RFC 9110, RFC 9112)."""

from __future__ import annotations

import dataclasses
import importlib
import re
import zlib
from typing import TYPE_CHECKING, Any, Protocol, cast

from reportedly.formats.warc_records import MAX_HEADER, fields

if TYPE_CHECKING:
    from collections.abc import Callable

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b[^\n]{0,1000}\n")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_TYPE = re.compile(r"\s*([\w.+-]+/[\w.+-]+)")
_CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_MAX_CODINGS = 3
"""Who packs a page more often than this wants to do harm."""

_GZIP, _ZLIB, _RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS
_GZIP_MAGIC = b"\x1f\x8b"


class UnreadableError(ValueError):
    """A body cannot be unpacked; the message says why."""


@dataclasses.dataclass(frozen=True, slots=True)
class Response:
    """A response; the names of its header's fields are in small letters."""

    status: int
    fields: dict[str, str]
    body: bytes


class _Unpacks(Protocol):
    """What unpacks a stream of bytes up to a size."""

    def decompress(self, data: bytes, size: int, /) -> bytes:
        """Unpack as much as fits the size."""
        ...

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""
        ...


def parse(block: bytes) -> Response | None:
    """Split a response into its parts; None for what is none."""
    status = _STATUS.match(block)
    if not status:
        return None
    end = _HEADER_END.search(block, status.end() - 2, MAX_HEADER)
    header, body = (block[: end.end()], block[end.end() :]) if end else (block[:MAX_HEADER], b"")
    return Response(int(status[1]), fields(header), body)


def media_type(field: str) -> tuple[str | None, str | None]:
    """Return the type, in small letters, and the charset that a Content-Type field states."""
    kind, charset = _TYPE.match(field), _CHARSET.search(field)
    return kind[1].casefold() if kind else None, charset[1] if charset else None


def payload(response: Response, limit: int, *, cut_off: bool = False) -> bytes:
    """Return the bytes that were meant, without the codings of transfer and content.

    Many archives keep a body unpacked under the header of a packed one: a body that is evidently not packed is taken as
    it stands. `cut_off` says that the archive kept only its beginning, so that it need not be whole.

    Raises:
        UnreadableError: The body is larger than `limit`, damaged, or packed in a way that is not known.
    """
    body = response.body
    if "chunked" in response.fields.get("transfer-encoding", "").casefold():
        body = _unchunked(body, cut_off=cut_off)
    codings = [coding.strip().casefold() for coding in response.fields.get("content-encoding", "").split(",")]
    codings = [coding for coding in codings if coding not in {"", "identity", "none", "utf-8"}]
    if len(codings) > _MAX_CODINGS:
        msg = f"it is packed {len(codings)} times"
        raise UnreadableError(msg)
    for coding in reversed(codings):
        body = _unpacked(body, coding, limit, cut_off=cut_off)
    if len(body) > limit:
        msg = f"too large: at most {limit:,} bytes are read"
        raise UnreadableError(msg)
    return body


def _unchunked(body: bytes, *, cut_off: bool) -> bytes:
    """Join the chunks of a body."""
    pieces: list[bytes] = []
    place = 0
    while size := _CHUNK_SIZE.match(body, place):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces)
        piece = body[size.end() : size.end() + length]
        pieces.append(piece)
        place = size.end() + length
        if len(piece) < length:
            break
        place += 2 if body.startswith(b"\r\n", place) else int(body.startswith(b"\n", place))
    if not pieces:
        return body
    if not cut_off:
        msg = "its chunks are cut off or damaged"
        raise UnreadableError(msg)
    return b"".join(pieces)


def _unpacked(body: bytes, coding: str, limit: int, *, cut_off: bool) -> bytes:
    """Undo one content coding."""
    if not body:
        return body
    if coding in {"gzip", "x-gzip"}:
        return _inflated(body, _zlib(_GZIP), limit, cut_off=cut_off) if body.startswith(_GZIP_MAGIC) else body
    if coding not in {"deflate", "br"}:
        msg = f"packed as {coding[:20]!a}, which is not read"
        raise UnreadableError(msg)
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return body
    if coding == "br":
        return _inflated(body, _Brotli(), limit, cut_off=cut_off)
    wrapped = body[0] & 0x0F == zlib.DEFLATED and int.from_bytes(body[:2], "big") % 31 == 0  # RFC 1950, 2.2
    return _inflated(body, _zlib(_ZLIB if wrapped else _RAW), limit, cut_off=cut_off)


def _inflated(body: bytes, unpacker: _Unpacks, limit: int, *, cut_off: bool) -> bytes:
    """Unpack as much as is allowed."""
    try:
        data = unpacker.decompress(body, limit + 1)
    except zlib.error as error:
        msg = "its packed content is damaged"
        raise UnreadableError(msg) from error
    if len(data) > limit:
        msg = f"too large: it unpacks to more than the {limit:,} bytes that are read"
        raise UnreadableError(msg)
    if not unpacker.eof and not cut_off:
        msg = "its packed content is cut off"
        raise UnreadableError(msg)
    return data


def _zlib(form: int) -> _Unpacks:
    """Unpack deflate in one of its forms."""
    return cast("_Unpacks", zlib.decompressobj(form))


class _Brotli:
    """Brotli (RFC 7932), where the library is there; it has the form of zlib's."""

    def __init__(self) -> None:
        """Look for the library."""
        try:
            library: Any = importlib.import_module("brotli")
        except ModuleNotFoundError as error:
            msg = "packed with brotli, which is read by an extra: pip install 'reportedly[archives]'"
            raise UnreadableError(msg) from error
        self._decoder = library.Decompressor()
        self._error: type[Exception] = library.error
        self._process: Callable[..., bytes] = self._decoder.process

    def decompress(self, data: bytes, size: int, /) -> bytes:
        """Unpack as much as fits the size, and at most one buffer more."""
        try:
            return self._process(data, output_buffer_limit=size)
        except self._error as error:
            raise zlib.error from error

    @property
    def eof(self) -> bool:
        """Whether the end was reached."""
        return bool(self._decoder.is_finished())
