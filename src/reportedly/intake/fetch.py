"""Fetch one page by its address: from the public web only, within bounds of time, size and redirects.

The standard library's HTTP is used with connections of our own, so that what was checked is what is connected to. No
proxy is used, no cookie kept or sent.
"""

from __future__ import annotations

import dataclasses
import http
import http.client
import importlib.metadata
import io
import socket
import ssl
import time
import urllib.parse
from typing import TYPE_CHECKING, Any, cast

from reportedly.errors import ReportError
from reportedly.formats import MAX_BYTES, http_message
from reportedly.intake.addresses import Address, parsed, resolved
from reportedly.intake.sources import why
from reportedly.ledger import Retrieval
from reportedly.ledger.moments import now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 64 * 1024
_FIRST_CONNECT = 10.0
"""Seconds for each of a host's addresses to answer, so that a dead one leaves time for the next."""

_PRIVATE_HEADERS = frozenset({"set-cookie", "set-cookie2"})
"""Headers that could be used to take part in a visit; they say nothing of the report."""

_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8"


@dataclasses.dataclass(frozen=True, slots=True)
class Limits:
    """How far fetching goes: redirects, seconds in all, and bytes, counted after they are unpacked."""

    redirects: int = 5
    seconds: float = 30.0
    size: int = MAX_BYTES


@dataclasses.dataclass(frozen=True, slots=True)
class Fetched:
    """What was fetched: the bytes, unpacked, and how they came.

    `media_type` and `charset` are those that the server states; the address that answered is the retrieval's.
    """

    data: bytes = dataclasses.field(repr=False)
    retrieval: Retrieval
    media_type: str | None = None
    charset: str | None = None


_LIMITS = Limits()


def fetch(address: str, *, allow_private: bool = False, limits: Limits = _LIMITS) -> Fetched:
    """Fetch an address, and where it redirects to.

    Hosts inside a network, on this machine or in other special places are refused, before each connection, unless
    `allow_private`.

    Raises:
        ReportError: It cannot be fetched, or must not be; the reason says why.
    """
    deadline = time.monotonic() + limits.seconds
    target = address
    for _ in range(limits.redirects + 1):
        try:
            answer = _asked(parsed(target), deadline, limits, allow_private=allow_private)
        except ReportError as error:
            reason = error.reason if target == address else f"it leads to {target}, and {error.reason}"
            raise ReportError(address, reason) from error
        if isinstance(answer, Fetched):
            return answer
        target = urllib.parse.urldefrag(urllib.parse.urljoin(target, answer)).url
    raise ReportError(address, f"it leads on and on: more than {limits.redirects} redirects")


def _asked(address: Address, deadline: float, limits: Limits, *, allow_private: bool) -> Fetched | str:
    """Ask for one address, and return what it answers, or where it redirects to."""
    where = str(address)
    try:
        places = resolved(address, seconds=deadline - time.monotonic(), allow_private=allow_private)
        with _connected(address, places, deadline) as connection:
            client = http.client.HTTPConnection(address.host, address.port)
            client.sock = cast("socket.socket", _Timed(connection, deadline))
            client.request("GET", address.target, headers=_headers(address))
            response = client.getresponse()
            if response.status in _REDIRECTS and (location := response.getheader("location")):
                return location
            return _answered(response, where, limits)
    except TimeoutError as error:
        raise ReportError(where, f"no whole answer within {limits.seconds:g} seconds") from error
    except ssl.SSLCertVerificationError as error:
        raise ReportError(where, f"its certificate is not valid: {error.verify_message}") from error
    except ssl.SSLError as error:
        raise ReportError(where, f"no secure connection ({(error.reason or 'unknown').lower()})") from error
    except OSError as error:
        raise ReportError(where, why(error)) from error
    except http.client.HTTPException as error:
        raise ReportError(where, f"its answer cannot be read ({type(error).__name__})") from error


def _connected(address: Address, places: list[tuple[int, Any]], deadline: float) -> socket.socket:
    """Connect to the first of a host's addresses that answers."""
    problem: OSError = TimeoutError()
    for family, place in places:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(min(_left(deadline), _FIRST_CONNECT))
            connection.connect(place)
            if address.scheme == "http":
                return connection
            connection.settimeout(_left(deadline))
            return ssl.create_default_context().wrap_socket(connection, server_hostname=address.host)
        except ssl.SSLError:
            connection.close()
            raise
        except OSError as error:
            connection.close()
            problem = error
    raise problem


def _left(deadline: float) -> float:
    """Return how many seconds are left; TimeoutError for none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _headers(address: Address) -> dict[str, str]:
    """Return what is said of who asks for what."""
    return {
        "Host": address.authority,
        "User-Agent": f"Reportedly/{importlib.metadata.version('reportedly')}",
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }


def _answered(response: http.client.HTTPResponse, where: str, limits: Limits) -> Fetched:
    """Read an answer."""
    if response.status != http.HTTPStatus.OK:
        said = f"{response.status} {response.reason}".strip()
        raise ReportError(where, f"the server answers {said!a}")
    too_large = f"too large: at most {limits.size:,} bytes are read"
    if (response.length or 0) > limits.size:
        raise ReportError(where, too_large)
    body = bytearray()
    while piece := response.read(min(_PIECE, limits.size + 1 - len(body))):
        body += piece
        if len(body) > limits.size:
            raise ReportError(where, too_large)
    if response.length:
        raise ReportError(where, "the answer is cut off")
    fields = {name.casefold(): value for name, value in _joined(response).items()}
    packed = {name: value for name, value in fields.items() if name != "transfer-encoding"}  # http.client undid it
    try:
        data = http_message.payload(http_message.Response(response.status, packed, bytes(body)), limits.size)
    except http_message.UnreadableError as error:
        raise ReportError(where, str(error)) from error
    kept = {name: value for name, value in _joined(response).items() if name.casefold() not in _PRIVATE_HEADERS}
    return Fetched(data, Retrieval(now(), where, kept), *http_message.media_type(fields.get("content-type", "")))


def _joined(response: http.client.HTTPResponse) -> Mapping[str, str]:
    """Return the fields of a header; one that stands there several times is one list (RFC 9110, 5.3)."""
    found: dict[str, str] = {}
    for name, value in response.getheaders():
        found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class _Timed:
    """A connection of which every part has only the time that is left: none who sends a byte at a time can hold it."""

    def __init__(self, connection: socket.socket, deadline: float) -> None:
        """Take a connection."""
        self._connection = connection
        self._deadline = deadline

    def sendall(self, data: bytes) -> None:
        """Send all of it."""
        self._connection.settimeout(_left(self._deadline))
        self._connection.sendall(data)

    def makefile(self, _: str) -> io.BufferedReader:
        """Return what the answer is read from."""
        return io.BufferedReader(_Stream(self._received))

    def close(self) -> None:
        """Do nothing: who connected closes it, and the answer may still be read."""

    def _received(self, buffer: memoryview) -> int:
        """Receive some bytes."""
        self._connection.settimeout(_left(self._deadline))
        return self._connection.recv_into(buffer)


class _Stream(io.RawIOBase):
    """Bytes that are received one after the other."""

    def __init__(self, receive: Callable[[memoryview], int]) -> None:
        """Take what fills a buffer."""
        super().__init__()
        self._receive = receive

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # typeshed asks for any Buffer
        """Fill the buffer as far as what is there goes."""
        return self._receive(memoryview(buffer))
