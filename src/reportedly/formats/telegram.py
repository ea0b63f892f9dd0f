"""Telegram: `result.json` as Telegram Desktop exports a chat, or all of them. One report a message with text."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
from typing import TYPE_CHECKING

from reportedly.errors import ReportError
from reportedly.formats import archive_times, records
from reportedly.formats.loaded import Loaded, caution
from reportedly.values import Caution, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Moment

_KINDS = ("_chat", "_channel", "_group", "_supergroup", "_messages")
"""How the types of chats end: personal_chat, bot_chat, public_channel, private_supergroup, saved_messages, ..."""

_LISTS = ("chats", "left_chats")
"""Where a full export keeps its chats."""

_MAX_PIECES = 100_000
"""A message has at most 4,096 characters (https://limits.tginfo.me), and no more pieces than that."""

_ADDRESS = re.compile(r"https://t\.me/[\w/-]{1,200}", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class _Chat:
    """What is known of the chat that a message stands in."""

    name: str | None
    identity: str | None
    public: bool
    sha256: str


def claims(record: object) -> bool:
    """Say whether a value that was read from JSON is an export of Telegram's."""
    if not isinstance(record, dict):
        return False
    if any(isinstance(chats := record.get(name), dict) and isinstance(chats.get("list"), list) for name in _LISTS):
        return True
    kind = record.get("type")
    return isinstance(kind, str) and kind.endswith(_KINDS) and isinstance(record.get("messages"), list)


def load(data: bytes, where: str) -> Iterator[Loaded | ReportError]:
    """Yield the report of each message that has a text; photographs, calls and notes of the service are passed by.

    The digest of each is that of the file, since the bytes of a single message are no unit in it.
    """
    try:
        record = records.DECODER.decode(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        yield ReportError(where, f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}), which JSON has to be")
        return
    except json.JSONDecodeError as error:
        yield ReportError(where, f"not JSON: {records.wrong(error)} in line {error.lineno}: the file may be cut off")
        return
    except (ValueError, RecursionError, ArithmeticError) as error:
        yield ReportError(where, f"JSON that cannot be read: {records.wrong(error)}")
        return
    if not isinstance(record, dict) or not claims(record):
        yield ReportError(where, "not an export of Telegram's: neither a chat with messages nor a list of chats")
        return
    empty = True
    for item in _export(record, hashlib.sha256(data).hexdigest(), where):
        empty = False
        yield item
    if empty:
        yield ReportError(where, "holds no messages with a text")


def _export(record: dict[str, object], sha256: str, where: str) -> Iterator[Loaded | ReportError]:
    """Read one chat, or all of them."""
    if isinstance(record.get("messages"), list):
        yield from _chat(record, sha256, where)
        return
    for name in _LISTS:
        chats = record.get(name)
        found = chats.get("list") if isinstance(chats, dict) else None
        for number, chat in enumerate(found if isinstance(found, list) else (), 1):
            identity = _identity(chat.get("id")) if isinstance(chat, dict) else None
            place = f"{where}, chat {identity or f'number {number:,}'}"
            if isinstance(chat, dict) and isinstance(chat.get("messages"), list):
                yield from _chat(chat, sha256, place)
            else:
                yield ReportError(place, "not a chat: it has no list of messages")


def _chat(record: dict[str, object], sha256: str, where: str) -> Iterator[Loaded | ReportError]:
    """Read the messages of a chat."""
    kind = record.get("type")
    chat = _Chat(
        name=_name(record.get("name")),
        identity=_identity(record.get("id")),
        public=isinstance(kind, str) and kind.startswith("public_"),
        sha256=sha256,
    )
    messages = record["messages"]
    for number, message in enumerate(messages if isinstance(messages, list) else (), 1):
        if not isinstance(message, dict):
            yield ReportError(f"{where}, message number {number:,}", "not an object")
            continue
        identity = _identity(message.get("id"))
        if item := _message(message, chat, identity, f"{where}, message {identity or f'number {number:,}'}"):
            yield item


def _message(message: dict[str, object], chat: _Chat, identity: str | None, where: str) -> Loaded | ReportError | None:
    """Make a report of a message; None for one that has no text."""
    if message.get("type") != "message":
        return None
    try:
        text = _text(message.get("text", message.get("text_entities")))
    except ValueError as error:
        return ReportError(where, str(error))
    if not text or text.isspace():
        return None
    published, problems = _time(message, "date", "date_unixtime")
    modified, more_problems = _time(message, "edited", "edited_unixtime")
    report = Report(
        text=text,
        sha256=chat.sha256,
        external_id=f"{chat.identity}/{identity}" if chat.identity and identity else None,
        url=_address(message) if chat.public else None,
        publisher=chat.name,
        byline=_byline(message, chat),
        published=published,
        modified=modified,
    )
    return Loaded(report, where, (*problems, *more_problems, *_hearsay(message)))


def _text(written: object) -> str:
    """Join the pieces of a text, strings and entities, as they stand; ValueError for what is no text."""
    if written is None or isinstance(written, str):
        return written or ""
    if not isinstance(written, list):
        msg = "its text is neither a string nor a list"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, and not the caller
    if len(written) > _MAX_PIECES:
        msg = f"its text has {len(written):,} pieces; at most {_MAX_PIECES:,} are read"
        raise ValueError(msg)
    pieces = [piece.get("text") if isinstance(piece, dict) else piece for piece in written]
    texts = [piece for piece in pieces if isinstance(piece, str)]
    if len(texts) < len(pieces):
        msg = "a piece of its text is neither a string nor an entity with a text"
        raise ValueError(msg)
    return "".join(texts)


def _time(message: dict[str, object], name: str, in_seconds: str) -> tuple[Moment | None, tuple[Caution, ...]]:
    """Read a time in UTC where there is one, else the local one, whose zone nobody stated.

    Old exports write the beginning of 1970 for "never".
    """
    seconds, local = message.get(in_seconds), message.get(name)
    if str(seconds) == "0" or (seconds is None and isinstance(local, str) and local.startswith("1970-01-01T")):
        return None, ()
    if seconds is not None:
        moment, problems = archive_times.since_1970(in_seconds, seconds)
        if moment or local is None:
            return moment, problems
    return archive_times.stated(name, local)


def _byline(message: dict[str, object], chat: _Chat) -> str | None:
    """Return who wrote a message, if that is not the chat itself: its sender, or who signed it."""
    names = (_name(message.get("from")), _name(message.get("author")))
    return next((name for name in names if name and name != chat.name), None)


def _address(message: dict[str, object]) -> str | None:
    """Return the address of a message, if the export states it."""
    stated = (message.get("link"), message.get("url"))
    return next((link for link in stated if isinstance(link, str) and _ADDRESS.fullmatch(link)), None)


def _hearsay(message: dict[str, object]) -> tuple[Caution, ...]:
    """Say whose words a message passes on."""
    if "forwarded_from" not in message and "forwarded_from_id" not in message:
        return ()
    name = _name(message.get("forwarded_from"))
    return (caution("forwarded", f"forwarded from {name or 'somebody whose name the export does not have'}"),)


def _name(value: object) -> str | None:
    """Return a name, or None for what is none."""
    return value if isinstance(value, str) and value.strip() else None


def _identity(value: object) -> str | None:
    """Return an id as it is shown, or None for what is none."""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 64:
        return str(value)
    return value if isinstance(value, str) and re.fullmatch(r"[\w-]{1,40}", value, re.ASCII) else None
