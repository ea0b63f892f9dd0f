"""Which addresses may be fetched from: those of the public web, as they are named and as they resolve.

A name is resolved once. What is checked is what is connected to, so that nobody can answer with another address between
the check and the use (DNS rebinding).
"""

from __future__ import annotations

import dataclasses
import ipaddress
import queue
import re
import socket
import threading
import urllib.parse
from typing import TYPE_CHECKING

from reportedly.errors import ReportError

if TYPE_CHECKING:
    from typing import Any, TypeAlias

    IP: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
"""The schemes that are fetched, with their ports."""

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
"""What no address holds: control characters, which could end a line of a request, blanks, and backslashes, which
programs read differently."""

_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}")
"""A name (RFC 1035: at most 253 characters) or an IPv6 address, without the name of a network card behind it."""

_KEPT = "!$%&'()*+,/:;=?@[]~"
"""Signs of a path or a query that stand as they are (RFC 3986, 2.2), and `%`, for what is written with it already."""

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 in IPv6 by translation: RFC 6052, 2.1."""

_COMPATIBLE = ipaddress.IPv6Network("::/96")
"""IPv4 in IPv6 by an old form: RFC 4291, 2.5.5.1."""

_IPV4 = 0xFFFFFFFF


@dataclasses.dataclass(frozen=True, slots=True)
class Address:
    """An address that can be asked for: `target` is its path and query."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        """Return it as it is written."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """Its host and, where it is an unusual one, its port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(source: str) -> bool:
    """Say whether a source is the address of something, and no path: whatever its scheme is."""
    return bool(_SCHEME.match(source))


def parsed(address: str) -> Address:
    """Return the parts of an address; ReportError for one that is not fetched."""
    if _UNSAFE.search(address):
        raise ReportError(address, "is no address: it holds blanks, backslashes or control characters")
    try:
        return _parts(address)
    except ValueError as error:
        raise ReportError(address, f"is no address: {str(error).lower()}") from error


def _parts(address: str) -> Address:
    """Take an address apart; ValueError for what is none."""
    parts = urllib.parse.urlsplit(address)
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise ReportError(address, "only http and https addresses are fetched")
    if parts.username is not None or parts.password is not None:
        raise ReportError(parts._replace(netloc="…").geturl(), "an address with a name or a password is not fetched")
    target = urllib.parse.quote(parts.path or "/", safe=_KEPT)
    if parts.query:
        target += "?" + urllib.parse.quote(parts.query, safe=_KEPT)
    return Address(scheme, _host(parts.hostname), parts.port or PORTS[scheme], target)


def resolved(address: Address, *, seconds: float, allow_private: bool) -> list[tuple[int, Any]]:
    """Return where a host can be reached: families of sockets with what to connect to.

    Raises:
        ReportError: There is no such host, or one of its addresses is no public one.
        TimeoutError: Nobody answers within some seconds.
    """
    found = list(dict.fromkeys(_looked_up(address, seconds)))
    for _, where in found:
        if not allow_private and not public(where[0]):
            raise ReportError(str(address), f"{address.host} is at {where[0]}, which is no address of the public web")
    return found


def public(text: str) -> bool:
    """Say whether an IP address is one of the public web; also by an IPv4 address that an IPv6 one stands for."""
    try:
        return all(_is_public(each) for each in _meant(ipaddress.ip_address(text)))
    except ValueError:
        return False


def _host(name: str | None) -> str:
    """Return a host as the resolver knows it, names beyond ASCII in their IDNA form; ValueError for none."""
    if not name:
        msg = "it names no host"
        raise ValueError(msg)
    known = name if name.isascii() else name.encode("idna").decode("ascii")
    if not _HOST.fullmatch(known):
        msg = "no host has such a name"
        raise ValueError(msg)
    return known


def _looked_up(address: Address, seconds: float) -> list[tuple[int, Any]]:
    """Resolve a name. The system's resolver takes no time limit, so it is left behind when it takes too long."""
    answers: queue.SimpleQueue[list[tuple[int, Any]] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
            answers.put([(row[0], row[4]) for row in rows])
        except (OSError, ValueError) as error:  # a label that is too long is a UnicodeError
            answers.put(error)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise ReportError(str(address), f"no host is found under the name {address.host}") from answer
    return answer


def _meant(ip: IP) -> list[IP]:
    """Return what an address stands for: itself, or the IPv4 addresses that are written in it."""
    if isinstance(ip, ipaddress.IPv4Address):
        return [ip]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    if ip in _NAT64 or (ip in _COMPATIBLE and int(ip) > 1):
        return [ipaddress.IPv4Address(int(ip) & _IPV4)]
    inner: list[IP] = [ip]
    if ip.sixtofour:
        inner.append(ip.sixtofour)
    if ip.teredo:
        inner.extend(ip.teredo)
    return inner


def _is_public(ip: IP) -> bool:
    """Say whether an address is given to the public (IANA's registries of special-purpose addresses)."""
    special = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_reserved or ip.is_multicast
    site_local = isinstance(ip, ipaddress.IPv6Address) and ip.is_site_local
    return ip.is_global and not special and not ip.is_unspecified and not site_local
