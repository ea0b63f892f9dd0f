"""What may be fetched from: the public web, as it is named and as it resolves."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.intake.addresses import Address, is_address, parsed, public, resolved

if TYPE_CHECKING:
    import ipaddress

EXAMPLE = Address("https", "example.org", 443, "/")


@pytest.mark.parametrize(
    "ip",
    [
        "0.0.0.0",  # noqa: S104 - an address that must be refused
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:0:7f00:1::",
        "2001:db8::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "100::1",
        "",
        "localhost",
        "127.1",
    ],
)
def test_what_is_not_public_is_refused(ip: str) -> None:
    """This machine, its networks, and whatever stands for them in IPv6, are no public web; neither is what is no IP."""
    assert not public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2a00:1450::1"]
)
def test_what_is_public_is_let_through(ip: str) -> None:
    """Addresses that everybody can reach are fetched from."""
    assert public(ip)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_within_ipv6_counts_as_itself(ip: ipaddress.IPv4Address) -> None:
    """An address written in the other form is as public as it is."""
    assert public(f"::ffff:{ip}") == public(str(ip))
    assert public(f"64:ff9b::{ip}") == public(str(ip))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG/a", True),
        ("file:///etc/passwd", True),
        ("gopher://example.org", True),
        ("reports/", False),
        ("-", False),
        ("http:/one/slash.txt", False),
        ("C:\\reports", False),
    ],
)
def test_an_address_is_told_from_a_path(source: str, expected: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Whatever begins with a scheme and two slashes is an address, also one that is refused later."""
    assert is_address(source) is expected


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("http://example.org", "http://example.org/"),
        ("HTTP://Example.ORG:80/a?b=c#d", "http://example.org/a?b=c"),
        ("https://example.org:8443/", "https://example.org:8443/"),
        ("https://example.org/caf\u00e9?q=\u00fc", "https://example.org/caf%C3%A9?q=%C3%BC"),
        ("https://example.org/100%25/a%20b", "https://example.org/100%25/a%20b"),
        ("https://b\u00fccher.example/", "https://xn--bcher-kva.example/"),
        ("http://[2606:2800::1]:8080/x", "http://[2606:2800::1]:8080/x"),
    ],
)
def test_an_address_is_written_as_it_is_asked_for(address: str, written: str) -> None:
    """Hosts are in small letters, other signs are encoded, what names a place in the page is left out."""
    assert str(parsed(address)) == written


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/", "only http and https"),
        ("http://", "names no host"),
        ("http://example.org:99999/", "port out of range"),
        ("http://example.org:x/", "is no address"),
        ("http://[::1", "is no address"),
        ("http://[fe80::1%25eth0]/", "is no address"),
        ("http://ann:secret@example.org/", "a name or a password"),
        ("http://example.org/a\r\nHost: b", "control characters"),
        ("http://example.org\\@evil.example/", "backslashes"),
        ("http://a b/", "blanks"),
        ("http://" + "a" * 64 + "\u00e4.example/", "is no address"),
        ("http://exa$mple.org/", "no host has such a name"),
        ("http://example.org/\ud800", "is no address"),
    ],
)
def test_what_is_no_address_is_refused(address: str, said: str) -> None:
    """The reason says what is wrong with it."""
    with pytest.raises(ReportError, match=said) as caught:
        parsed(address)
    assert "secret" not in str(caught.value)


@given(st.one_of(st.text(), st.text().map("http://".__add__), st.text().map("https://example.org/".__add__)))
def test_any_string_is_an_address_or_none(address: str) -> None:
    """Whatever comes in is taken apart, or refused as a report that cannot be read."""
    try:
        made = parsed(address)
    except ReportError:
        return
    assert made.target.startswith("/")
    assert str(made).isascii()


def test_a_host_inside_is_refused_by_what_it_resolves_to() -> None:
    """It does not matter how an address of this machine is written."""
    for host in ("localhost", "127.0.0.1", "127.1", "2130706433", "0x7f000001", "::1", "::ffff:127.0.0.1"):
        with pytest.raises(ReportError, match=r"no address of the public web|no host is found"):
            resolved(Address("http", host, 80, "/"), seconds=10, allow_private=False)


def test_one_private_address_among_several_is_enough_to_refuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads outside and inside is not trusted."""
    monkeypatch.setattr(socket, "getaddrinfo", _answers("93.184.216.34", "10.0.0.1"))
    with pytest.raises(ReportError, match=r"example.org is at 10\.0\.0\.1"):
        resolved(EXAMPLE, seconds=10, allow_private=False)
    assert len(resolved(EXAMPLE, seconds=10, allow_private=True)) == 2


def test_a_name_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was checked is what comes back, to be connected to."""
    asked: list[str] = []
    monkeypatch.setattr(socket, "getaddrinfo", _answers("93.184.216.34", asked=asked))
    assert resolved(EXAMPLE, seconds=10, allow_private=False) == [(socket.AF_INET, ("93.184.216.34", 443))]
    assert asked == ["example.org"]


def test_a_name_that_nobody_knows_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason names the host."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ReportError, match=r"no host is found under the name example\.org"):
        resolved(EXAMPLE, seconds=10, allow_private=False)


def test_a_resolver_that_does_not_answer_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time is bounded although the system's resolver takes none."""
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: over.wait(30) and [])
    with pytest.raises(TimeoutError):
        resolved(EXAMPLE, seconds=0.05, allow_private=False)
    over.set()


def _answers(*ips: str, asked: list[str] | None = None) -> Any:  # noqa: ANN401 - stands for a function of the library
    """Return a resolver that gives the same answer to all."""

    def answer(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        if asked is not None:
            asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ips]

    return answer
