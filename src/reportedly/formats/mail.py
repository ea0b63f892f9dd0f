"""Mail: a message in a file (EML, RFC 5322), or a mailbox of them (mbox). One report a message."""

from __future__ import annotations

import hashlib
import io
import re
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import archive_times, html, mail_parts, mbox_messages
from reportedly.formats.declared import load_declared
from reportedly.formats.encodings import decode
from reportedly.formats.loaded import Loaded
from reportedly.values import Report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage
    from typing import BinaryIO

_PHRASE = re.compile(r"\s*\"?([^<>\"]*[^<>\"\s])\"?\s*<[^<>]*>\s*")
"""A List-Id (RFC 2919) whose list has a name before its identifier."""

_OF_THE_BYTES = frozenset({"encoding-guessed", "encoding-conflict", "undecodable"})
"""What can be said of the encoding of a part in HTML; that its page states no date is no news, for the message does."""


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of a message, or of every message of a mailbox, that is in memory."""
    yield from load_stream(io.BytesIO(data), where)


def load_stream(stream: BinaryIO, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the reports of a message or a mailbox, with one message in memory at a time.

    A message's text is its plain text where it has one, else the words of its HTML. Messages that are attached to it
    are reports of their own, whose digest is that of the message that holds them; other attachments are passed by.
    """
    head = stream.read(len(mbox_messages.MARK))
    if head != mbox_messages.MARK:
        data = head + stream.read(mbox_messages.MAX_MESSAGE_BYTES + 1 - len(head))
        if len(data) > mbox_messages.MAX_MESSAGE_BYTES:
            yield ReportError(where, _too_long())
        else:
            yield from _message(data, where)
        return
    for number, message in enumerate(mbox_messages.messages(stream), 1):
        place = f"{where}, message {number:,}"
        if message is None:
            yield ReportError(place, _too_long())
        else:
            yield from _message(message, place)


def _too_long() -> str:
    """Say how long a message may be."""
    return f"too large: a message has at most {mbox_messages.MAX_MESSAGE_BYTES:,} bytes"


def _message(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Read a message and those attached to it."""
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        message = mail_parts.parse(data)
    except mail_parts.UnreadableError as error:
        yield ReportError(where, str(error))
        return
    attached = list(mail_parts.attached(message))
    for path, one in [((), message), *attached]:
        place = where + "".join(f", attached message {number:,}" for number in path)
        if item := _guarded(one, sha256, place):
            yield item
    if len(attached) == mail_parts.MAX_ATTACHED:
        yield ReportError(where, f"more messages may be attached; the first {len(attached):,} are read")


def _guarded(message: EmailMessage, sha256: str, where: str) -> Loaded | ReportError | None:
    """Turn what the parser raises into an error: it takes a message's parts apart only when they are asked for."""
    try:
        return _report(message, sha256, where)
    except Exception as error:  # noqa: BLE001 - one message must never stop the others, whatever its bytes are
        return ReportError(where, f"could not be read ({type(error).__name__}: {error})")


def _report(message: EmailMessage, sha256: str, where: str) -> Loaded | ReportError | None:
    """Make a report of one message; None for one that only holds others."""
    if not len(message):
        return ReportError(where, "no message: it has no header")
    part = mail_parts.body(message)
    if part is None:
        others = any(True for _ in mail_parts.attached(message))
        return None if others else ReportError(where, "no text among its parts")
    data, charset = mail_parts.content(part)
    if mail_parts.kind(part) == "text/html":
        found = load_declared(html.load, data, charset, where)
        if not isinstance(found, Loaded):
            return found
        text = found.report.text
        cautions = tuple(caution for caution in found.cautions if caution.code in _OF_THE_BYTES)
    else:
        decoded = decode(data, charset)
        text, cautions = decoded.text, decoded.cautions
    list_id = _PHRASE.fullmatch(mail_parts.field(message, "list-id") or "")
    published, problems = archive_times.stated("date", mail_parts.written(message, "date"))
    report = Report(
        text=text,
        sha256=sha256,
        title=mail_parts.field(message, "subject"),
        publisher=list_id[1].strip() if list_id else None,
        byline=mail_parts.authors(message),
        published=published,
        external_id=mail_parts.written(message, "message-id"),
    )
    return Loaded(report, where, (*cautions, *problems))
