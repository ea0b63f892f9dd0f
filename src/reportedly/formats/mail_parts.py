"""The parts of a message (MIME, RFC 2045 to 2049): the one to read, and the messages that are attached to it."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from typing import TYPE_CHECKING

from reportedly.formats.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_MULTIPARTS = 200
"""A message that names more boundaries is refused: the parser compares each line with all that are open."""

MAX_ATTACHED = 1000
"""So many attached messages are read, and no more: a digest has some hundreds."""

MAX_PARTS = 20_000
"""A message with more lines that may part it is refused: each part takes a kilobyte of memory, however empty it is."""

_MAX_FIELD = 4_000
"""A longer field is not read: RFC 5322 allows 998 characters a line, and the parser's time grows faster."""

_BOUNDARY = re.compile(rb"boundary\*?[0-9*]*\s*=", re.IGNORECASE)
_DELIMITER = b"\n--"


class _Bounded(email.policy.EmailPolicy):
    """The standard library's default policy, for which a field that is too long says nothing."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Read a field from its lines: a Content-Type of 100,000 parameters would take minutes later."""
        name, value = super().header_source_parse(sourcelines)
        return name, value if len(value) <= _MAX_FIELD else ""


_POLICY = _Bounded()


class UnreadableError(ValueError):
    """A message cannot be taken apart; the message says why."""


def parse(data: bytes) -> EmailMessage:
    """Take a message apart.

    Raises:
        UnreadableError: It has too many parts, or parts nested too deep.
    """
    if sum(1 for _ in _BOUNDARY.finditer(data)) > MAX_MULTIPARTS:
        msg = f"more than {MAX_MULTIPARTS} parts that have parts"
        raise UnreadableError(msg)
    if (parts := data.count(_DELIMITER)) > MAX_PARTS:
        msg = f"some {parts:,} parts; at most {MAX_PARTS:,} are read"
        raise UnreadableError(msg)
    try:
        return email.message_from_bytes(data, policy=_POLICY)  # type: ignore[arg-type] # typeshed's default again
    except RecursionError as error:
        msg = "its parts are nested too deep"
        raise UnreadableError(msg) from error
    except Exception as error:
        msg = f"no message that can be taken apart ({type(error).__name__}: {error})"
        raise UnreadableError(msg) from error


def field(message: EmailMessage, name: str) -> str | None:
    """Return the first field of a name on one line, its encoded words decoded; None if there is none, or none to read.

    Bytes beyond ASCII, which RFC 5322 forbids and people write, are decoded as what they seem to be.
    """
    value = _raw(message, name)
    if value is None:
        return None
    try:
        words = " ".join(str(_POLICY.header_factory(name, value)).split())
    except Exception:  # noqa: BLE001 - the parser of headers promises no set of exceptions
        words = " ".join(value.split())
    return _clean(words) or None


def written(message: EmailMessage, name: str) -> str | None:
    """Return the first field of a name on one line, as it stands: the parser writes seconds that a date has not."""
    return _clean(" ".join((_raw(message, name) or "").split())) or None


def authors(message: EmailMessage) -> str | None:
    """Return who a message is from, parted by `; `: their names, or the addresses of those without one."""
    value = _raw(message, "from")
    if value is None:
        return None
    try:
        addresses = _POLICY.header_factory("from", value).addresses
        names = [" ".join((address.display_name or address.addr_spec).split()) for address in addresses]
    except Exception:  # noqa: BLE001 - the parser of headers promises no set of exceptions
        names = []
    return _clean("; ".join(name for name in names if name and name != "<>")) or None


def body(message: EmailMessage) -> EmailMessage | None:
    """Return the part that a reader is shown: of alternatives the plain text, else the HTML, else the first of both.

    Attachments, attached messages, and parts of any other kind are none.
    """
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if _has_parts(part):
            children = _children(part)
            if kind(part) == "multipart/alternative":
                children.sort(key=_holds_plain_text, reverse=True)
            waiting.extend(reversed(children))
        elif kind(part) in {"text/plain", "text/html"} and not _is_attachment(part):
            return part
    return None


def kind(part: EmailMessage) -> str:
    """Return the type of a part, in small letters; what states none that can be read is plain text, or a message."""
    try:
        return part.get_content_type()
    except Exception:  # noqa: BLE001 - the parser of headers promises no set of exceptions
        return part.get_default_type()


def content(part: EmailMessage) -> tuple[bytes, str | None]:
    """Return the bytes of a part and the charset that it declares."""
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 - base64 of no sense, or an encoding of transfer that does not exist
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    try:
        charset = part.get_content_charset()
    except Exception:  # noqa: BLE001 - the parser of headers promises no set of exceptions
        charset = None
    return (data if isinstance(data, bytes) else b""), charset


def attached(message: EmailMessage) -> Iterator[tuple[tuple[int, ...], EmailMessage]]:
    """Yield the messages within a message, with their place: (2, 1) is the first one within the second one."""
    waiting: list[tuple[tuple[int, ...], EmailMessage]] = [((), message)]
    count = 0
    while waiting:
        place, outer = waiting.pop()
        if place:
            yield place, outer
            count += 1
            if count == MAX_ATTACHED:
                return
        within = [((*place, number), inner) for number, inner in enumerate(_directly_attached(outer), 1)]
        waiting.extend(reversed(within))


def _directly_attached(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the messages that are attached to a message, and not those within them."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if kind(part) == "message/rfc822":
            yield from _children(part)
        elif _has_parts(part):
            waiting.extend(reversed(_children(part)))


def _holds_plain_text(part: EmailMessage) -> bool:
    """Say whether a part of an alternative is, or holds, plain text that is shown."""
    waiting = [part]
    while waiting:
        inner = waiting.pop()
        if kind(inner) == "text/plain" and not _is_attachment(inner):
            return True
        if _has_parts(inner):
            waiting.extend(_children(inner))
    return False


def _has_parts(part: EmailMessage) -> bool:
    """Say whether a part has parts of its own, and is no message by itself."""
    return kind(part).startswith("multipart/") and part.is_multipart()


def _children(part: EmailMessage) -> list[EmailMessage]:
    """Return the parts of a part."""
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, EmailMessage)] if isinstance(payload, list) else []


def _is_attachment(part: EmailMessage) -> bool:
    """Say whether a part is to be saved, and not to be shown."""
    try:
        return part.get_content_disposition() == "attachment"
    except Exception:  # noqa: BLE001 - the parser of headers promises no set of exceptions
        return False


def _raw(message: EmailMessage, name: str) -> str | None:
    """Return the first field of a name as it stands, unfolded."""
    for known, value in message.raw_items():
        if known.casefold() != name:
            continue
        unfolded = "".join(re.split(r"\r\n|\r|\n", str(value)))
        if not unfolded.isascii():
            unfolded = decode(unfolded.encode("utf-8", "surrogateescape")).text
        return unfolded.strip()
    return None


def _clean(words: str) -> str:
    """Write as U+FFFD what stands for no character: bytes that the parser smuggled into a string."""
    return re.sub("[\ud800-\udfff]", "\ufffd", words).strip()
