"""Pages are fetched from real servers on this machine, within bounds."""

from __future__ import annotations

import gzip
import http.server
import shutil
import ssl
import subprocess
import threading
import time
from typing import TYPE_CHECKING, ClassVar

import pytest

from reportedly.errors import ReportError
from reportedly.intake import addresses, fetch
from reportedly.intake.fetch import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = b"<!DOCTYPE html><html><body><p>The mayor said no to the plan.</p></body></html>"
SMALL = Limits(size=1000)


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers each path in its own way, and keeps what it was asked."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        self.asked.append((self.path, dict(self.headers)))
        self.close_connection = True
        name, _, rest = self.path.lstrip("/").partition("/")
        getattr(self, f"_{name or 'page'}")(rest)

    def _answer(self, body: bytes, status: int = 200, *, length: int | None = None, **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for field, value in headers.items():
            self.send_header(field.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def _page(self, _: str) -> None:
        self._answer(PAGE, Content_Type="text/html; charset=windows-1251", Set_Cookie="id=7", X_Kind="a page")

    def _gzipped(self, _: str) -> None:
        self._answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def _bomb(self, _: str) -> None:
        self._answer(gzip.compress(bytes(100_000)), Content_Encoding="gzip")

    def _strange(self, _: str) -> None:
        self._answer(PAGE, Content_Encoding="zstd")

    def _large(self, _: str) -> None:
        self._answer(bytes(2000))

    def _endless(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _number in range(100):
            self.wfile.write(b"64\r\n" + bytes(100) + b"\r\n")

    def _chunked(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"5\r\n" + PAGE[:5] + b"\r\n%x\r\n" % (len(PAGE) - 5) + PAGE[5:] + b"\r\n0\r\n\r\n")

    def _short(self, _: str) -> None:
        self._answer(PAGE, length=len(PAGE) + 10)

    def _shortchunk(self, _: str) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"64\r\n" + PAGE[:5])

    def _missing(self, _: str) -> None:
        self._answer(b"nothing", 404)

    def _garbage(self, _: str) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")

    def _drip(self, _: str) -> None:
        self._slowly(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"a")

    def _dripping_header(self, _: str) -> None:
        self._slowly(b"HTTP/1.1 200 OK\r\n", b"a")

    def _slowly(self, first: bytes, then: bytes) -> None:
        """Send a byte at a time, until nobody listens."""
        try:
            self.wfile.write(first)
            for _ in range(1000):
                self.wfile.write(then)
                time.sleep(0.01)
        except OSError:
            pass

    def _to(self, where: str) -> None:
        self._answer(b"", 302, Location=where)

    def _hop(self, count: str) -> None:
        self._answer(b"", 301, Location=f"/hop/{int(count) - 1}#part" if int(count) else "/page")


@pytest.fixture
def server() -> Iterator[str]:
    """Start a server, and return its address."""
    yield from _served()


def _served(context: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve on this machine."""
    Handler.asked.clear()
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.handle_error = lambda *_: None  # type: ignore[method-assign] # a client that hangs up is what is tested
    if context:
        made.socket = context.wrap_socket(made.socket, server_side=True)
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield f"{'https' if context else 'http'}://127.0.0.1:{made.server_address[1]}"
    made.shutdown()
    made.server_close()
    thread.join()


def _reason(address: str, limits: Limits | None = None, *, allow_private: bool = True) -> str:
    """Return why an address cannot be fetched."""
    with pytest.raises(ReportError) as caught:
        fetch.fetch(address, allow_private=allow_private, limits=limits or Limits())
    assert caught.value.where == address
    return caught.value.reason


def test_a_page_is_fetched_with_all_that_is_known_of_it(server: str) -> None:
    """The bytes come back with the address, the time, the header but for cookies, and the stated encoding."""
    fetched = fetch.fetch(f"{server}/page#part", allow_private=True)
    assert (fetched.data, fetched.media_type, fetched.charset) == (PAGE, "text/html", "windows-1251")
    assert fetched.retrieval.address == f"{server}/page"
    assert fetched.retrieval.headers["X-Kind"] == "a page"
    assert "id=7" not in str(fetched.retrieval.headers)
    assert fetched.retrieval.at.endswith("Z")
    ((path, headers),) = Handler.asked
    assert path == "/page"
    assert headers["User-Agent"].startswith("Reportedly/")
    assert headers["Host"] == server.removeprefix("http://")


@pytest.mark.parametrize("path", ["gzipped", "chunked", "hop/4"])
def test_what_is_packed_parted_or_elsewhere_comes_whole(server: str, path: str) -> None:
    """Codings of transfer and content are undone, and five redirects followed."""
    assert fetch.fetch(f"{server}/{path}", allow_private=True).data == PAGE


def test_the_address_that_answered_is_kept(server: str) -> None:
    """After a redirect it is the last one."""
    assert fetch.fetch(f"{server}/hop/0", allow_private=True).retrieval.address == f"{server}/page"


def test_this_machine_is_refused_and_not_asked(server: str) -> None:
    """Without leave no connection is made to a private address, however it is named."""
    port = server.rsplit(":", 1)[1]
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0"):
        reason = _reason(f"http://{host}:{port}/page", allow_private=False)
        assert "no address of the public web" in reason or "no host is found" in reason
    assert Handler.asked == []


def test_a_redirect_to_a_private_address_is_refused(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a page leads to is checked as it was itself."""
    monkeypatch.setattr(addresses, "public", lambda ip: ip == "127.0.0.1")
    inside = server.replace("127.0.0.1", "127.0.0.2")
    reason = _reason(f"{server}/to/{inside}/page", allow_private=False)
    assert reason == (
        f"it leads to {inside}/page, and 127.0.0.2 is at 127.0.0.2, which is no address of the public web"
    )
    assert len(Handler.asked) == 1


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/"])
def test_a_redirect_out_of_the_web_is_refused(server: str, target: str) -> None:
    """No page leads to a file."""
    assert "only http and https" in _reason(f"{server}/to/{target}")


def test_redirects_end(server: str) -> None:
    """The sixth is not followed."""
    assert "more than 5 redirects" in _reason(f"{server}/hop/5")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("large", "too large: at most 1,000 bytes are read"),
        ("endless", "too large: at most 1,000 bytes are read"),
        ("bomb", "too large: it unpacks to more than the 1,000 bytes that are read"),
    ],
)
def test_what_is_too_large_is_refused(server: str, path: str, said: str) -> None:
    """Stated, sent or unpacked: more than the limit is not taken."""
    assert _reason(f"{server}/{path}", SMALL) == said


@pytest.mark.parametrize("path", ["drip", "dripping_header"])
def test_who_sends_a_byte_at_a_time_is_left(server: str, path: str) -> None:
    """The time counts for the whole, and not for each byte."""
    assert _reason(f"{server}/{path}", Limits(seconds=0.3)) == "no whole answer within 0.3 seconds"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("short", "the answer is cut off"),
        ("shortchunk", "cannot be read (IncompleteRead)"),
        ("missing", "the server answers '404 Not Found'"),
        ("garbage", "its answer cannot be read (BadStatusLine)"),
        ("strange", "packed as 'zstd', which is not read"),
    ],
)
def test_an_answer_that_is_no_page_is_an_error(server: str, path: str, said: str) -> None:
    """The reason says what came instead."""
    assert said in _reason(f"{server}/{path}")


def test_a_server_that_is_not_there_is_an_error(server: str) -> None:
    """Nobody listens on the port next to none."""
    assert server
    assert _reason("http://127.0.0.1:1/") == "connection refused"


@pytest.fixture
def certified(tmp_path: Path) -> Callable[[], ssl.SSLContext]:
    """Return a function that makes a certificate nobody vouches for."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs openssl to make a certificate")

    def make() -> ssl.SSLContext:
        paths = ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
        named = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
        command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", *named, *paths]
        subprocess.run(command, check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(tmp_path / "cert.pem", tmp_path / "key.pem")
        return context

    return make


def test_a_certificate_that_nobody_vouches_for_is_refused(
    certified: Callable[[], ssl.SSLContext], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TLS is verified; a certificate that the system trusts is taken."""
    served = _served(certified())
    address = next(served)
    assert "its certificate is not valid: self-signed certificate" in _reason(f"{address}/page")
    assert Handler.asked == []
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    assert fetch.fetch(f"{address}/page", allow_private=True).data == PAGE
    assert list(served) == []
