"""HTTP responses as archives keep them: what was meant, within bounds."""

from __future__ import annotations

import contextlib
import gzip
import importlib
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.formats.http_message import Response, UnreadableError, media_type, parse, payload

LIMIT = 10_000


def _payload(body: bytes, *, cut_off: bool = False, **fields: str) -> bytes:
    """Return what a body means under a header."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return payload(Response(200, named, body), LIMIT, cut_off=cut_off)


def _deflated(data: bytes) -> bytes:
    """Deflate without a wrapping."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def test_a_response_is_split_into_its_parts() -> None:
    """Status, header and body, whatever ends the lines."""
    assert parse(b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody\r\n\r\n") == Response(200, {"a": "b"}, b"body\r\n\r\n")
    assert parse(b"HTTP/2 404\nA: b\n\nbody") == Response(404, {"a": "b"}, b"body")
    assert parse(b"HTTP/1.0 200 \r\n\r\n<p>") == Response(200, {}, b"<p>")
    assert parse(b"GET / HTTP/1.1\r\n\r\n") is None
    assert parse(b"") is None


@pytest.mark.parametrize(
    ("field", "kind", "charset"),
    [
        ("text/html", "text/html", None),
        ('Text/HTML; a=b; charset="UTF-8"', "text/html", "UTF-8"),
        ("text/html;charset=utf-8;x", "text/html", "utf-8"),
        ("html", None, None),
        ("", None, None),
    ],
)
def test_types_and_charsets_are_read(field: str, kind: str | None, charset: str | None) -> None:
    """As servers write them."""
    assert media_type(field) == (kind, charset)


@given(st.binary(max_size=LIMIT), st.sampled_from(["gzip", "x-gzip", "deflate", "br", "GZIP, deflate", "identity"]))
def test_what_was_packed_comes_back(body: bytes, coding: str) -> None:
    """Byte for byte, through every coding."""
    brotli = importlib.import_module("brotli")
    packers = {"gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}
    sent = body
    for step in coding.casefold().split(", "):
        sent = packers.get(step, bytes)(sent)
    assert _payload(sent, content_encoding=coding) == body


@given(st.binary(min_size=1, max_size=100))
def test_what_was_deflated_without_a_wrapping_comes_back(body: bytes) -> None:
    """Some servers send it so."""
    sent = _deflated(body)
    if sent[0] & 0x0F != zlib.DEFLATED and not sent.lstrip().startswith(b"<"):
        assert _payload(sent, content_encoding="deflate") == body


@given(st.lists(st.binary(min_size=1, max_size=50), max_size=5))
def test_chunks_are_joined(pieces: list[bytes]) -> None:
    """However they were parted."""
    sent = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
    assert _payload(sent, transfer_encoding="chunked") == b"".join(pieces)


def test_a_body_that_is_not_packed_is_taken_as_it_stands() -> None:
    """Archives keep unpacked bodies under the header of a packed one."""
    for coding in ("gzip", "deflate", "br"):
        assert _payload(b" <p>no</p>", content_encoding=coding) == b" <p>no</p>"
    assert _payload(b"<p>no</p>", transfer_encoding="chunked") == b"<p>no</p>"
    assert _payload(b"", content_encoding="br") == b""


@pytest.mark.parametrize(
    ("body", "fields", "reason"),
    [
        (b"a" * (LIMIT + 1), {}, "too large"),
        (gzip.compress(bytes(LIMIT + 1)), {"content_encoding": "gzip"}, "too large"),
        (gzip.compress(bytes(100))[:-9], {"content_encoding": "gzip"}, "cut off"),
        (gzip.compress(bytes(100))[:-8] + bytes(8), {"content_encoding": "gzip"}, "damaged"),
        (b"\x78\x9c\xff\xff\xff\xff", {"content_encoding": "deflate"}, "damaged"),
        (b"\xff\xff\xff", {"content_encoding": "br"}, "damaged"),
        (b"x", {"content_encoding": "zstd"}, "packed as 'zstd', which is not read"),
        (b"x", {"content_encoding": "gzip, gzip, gzip, gzip"}, "packed 4 times"),
        (b"5\r\nab", {"transfer_encoding": "chunked"}, "cut off or damaged"),
        (b"2\r\nab\r\nfffffffffffffff\r\nab", {"transfer_encoding": "chunked"}, "cut off or damaged"),
    ],
)
def test_what_cannot_be_unpacked_says_why(body: bytes, fields: dict[str, str], reason: str) -> None:
    """Bombs, damage and unknown codings."""
    with pytest.raises(UnreadableError, match=reason):
        payload(Response(200, {name.replace("_", "-"): value for name, value in fields.items()}, body), LIMIT)


def test_bombs_of_brotli_are_bounded() -> None:
    """No more than a buffer above the limit is ever unpacked."""
    brotli = importlib.import_module("brotli")
    with pytest.raises(UnreadableError, match="too large"):
        _payload(brotli.compress(bytes(50_000_000)), content_encoding="br")


def test_what_the_crawler_cut_off_is_read_as_far_as_it_goes() -> None:
    """Where the archive says that it kept only the beginning."""
    body = bytes(range(256)) * 20
    assert body.startswith(_payload(gzip.compress(body)[:200], cut_off=True, content_encoding="gzip"))
    assert _payload(b"5\r\nab", cut_off=True, transfer_encoding="chunked") == b"ab"


def test_without_the_library_brotli_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""

    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("reportedly.formats.http_message.importlib.import_module", missing)
    with pytest.raises(UnreadableError, match="pip install"):
        _payload(b"\x01", content_encoding="br")


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]), st.booleans())
def test_any_body_is_bytes_or_an_error(body: bytes, coding: str, cut_off: bool) -> None:  # noqa: FBT001 - drawn
    """Nothing else is raised."""
    found = None
    with contextlib.suppress(UnreadableError):
        found = _payload(body, cut_off=cut_off, content_encoding=coding, transfer_encoding="chunked")
    assert found is None or len(found) <= LIMIT
