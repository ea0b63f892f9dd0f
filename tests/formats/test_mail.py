"""Mail: a message is a report, whether it lies in a file of its own or among others in a mailbox."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import MAX_BYTES, Loaded, mail, mail_parts, mbox_messages
from reportedly.values import Moment

HEADER = (
    b"From: Mira Holt <mira@valleycourier.example>\r\n"
    b"To: desk@valleycourier.example\r\n"
    b"Subject: =?utf-8?q?Dam_above_Orlen_=E2=80=93_drained?=\r\n"
    b"Date: Sat, 05 Oct 2024 14:03:00 +0200 (CEST)\r\n"
    b"Message-ID: <dam-1@valleycourier.example>\r\n"
    b"List-Id: Valley Courier alerts <alerts.valleycourier.example>\r\n"
)
TEXT = "The mayor said no.\r\n\r\nShe left.\r\n"


def _load(data: bytes) -> list[Loaded | ReportError]:
    """Load mail."""
    return list(mail.load(data, "m"))


def _one(data: bytes) -> Loaded:
    """Load one message."""
    (loaded,) = _load(data)
    assert isinstance(loaded, Loaded), loaded
    return loaded


def _reason(data: bytes) -> str:
    """Load a message that cannot be read."""
    (error,) = _load(data)
    assert isinstance(error, ReportError), error
    return error.reason


def _shown(found: list[Loaded | ReportError]) -> list[str]:
    """Return where each item is, and its text or what is wrong."""
    return [f"{item.where}: {item.report.text}" if isinstance(item, Loaded) else str(item) for item in found]


def _parts(boundary: str, *parts: bytes, kind: str = "mixed") -> bytes:
    """Return the fields and the body of a message that has parts."""
    line = b"--" + boundary.encode()
    body = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n'.encode() + body + line + b"--\r\n"


PLAIN = b"Content-Type: text/plain; charset=utf-8\r\n\r\nThe mayor said no."
PAGE = b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>The mayor of Orlen said no.</p><p>She left.</p>"
ATTACHED = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNo report."


def test_a_message_says_who_when_and_what() -> None:
    """Everything that its header states is in the report, and the text is as it was sent."""
    data = HEADER + b"\r\n" + TEXT.encode()
    report = _one(data).report
    assert report.text == TEXT
    assert (report.title, report.byline) == ("Dam above Orlen – drained", "Mira Holt")
    assert (report.publisher, report.external_id) == ("Valley Courier alerts", "<dam-1@valleycourier.example>")
    assert report.published == Moment("2024-10-05T14:03:00+02:00")
    assert report.sha256 == hashlib.sha256(data).hexdigest()
    assert report.url is None


def test_what_a_message_does_not_say_stays_open() -> None:
    """No date is today, no publisher is guessed from an address, a sender without a name is an address."""
    loaded = _one(b"From: desk@valleycourier.example\nList-Id: <alerts.valleycourier.example>\n\nNo.\n")
    report = loaded.report
    assert report.byline == "desk@valleycourier.example"
    assert (report.title, report.publisher, report.published, report.external_id) == (None, None, None, None)
    assert loaded.cautions == ()


@pytest.mark.parametrize("date", ["soon", "Sat, 05 Oct 2999 14:03:00 +0000", "Sat, 05 Oct 1985 14:03:00 +0000", "é"])
def test_a_date_of_no_sense_is_left_out(date: str) -> None:
    """With a caution that shows it."""
    loaded = _one(f"Subject: x\nDate: {date}\n\nNo.\n".encode())
    assert loaded.report.published is None
    assert [caution.code for caution in loaded.cautions] == ["bad-date"]


def test_a_date_without_a_zone_keeps_none() -> None:
    """`-0000` says that nobody knows the zone (RFC 5322, 3.3)."""
    assert _one(b"Date: Sat, 05 Oct 2024 14:03 -0000\n\nNo.\n").report.published == Moment("2024-10-05T14:03")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_raw_bytes_in_a_header_are_decoded(encoding: str) -> None:
    """RFC 5322 forbids them, and people write them."""
    report = _one("From: Jörg Müller <j@x.example>\nSubject: naïve café\n\nNo.\n".encode(encoding)).report
    assert (report.title, report.byline) == ("naïve café", "Jörg Müller")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (_parts("a", PAGE, PLAIN, kind="alternative"), "The mayor said no."),
        (_parts("a", ATTACHED, PLAIN), "The mayor said no."),
        (_parts("a", _parts("b", PLAIN, PAGE, kind="alternative"), ATTACHED), "The mayor said no."),
        (_parts("a", PAGE, ATTACHED, kind="related"), "The mayor of Orlen said no.\n\nShe left."),
        (_parts("a", PAGE, kind="alternative"), "The mayor of Orlen said no.\n\nShe left."),
        (PAGE, "The mayor of Orlen said no.\n\nShe left."),
    ],
)
def test_the_part_that_readers_are_shown_is_read(message: bytes, text: str) -> None:
    """Plain text where there is a choice, else HTML; attachments are passed by, and nothing is said of them."""
    assert _shown(_load(b"Subject: x\r\n" + message)) == [f"m: {text}"]


@pytest.mark.parametrize(
    ("coding", "charset", "data"),
    [
        ("quoted-printable", "utf-8", b"caf=C3=A9 =\nclosed"),
        ("base64", "iso-8859-1", base64.b64encode("café closed".encode("cp1252"))),
        ("base64", "utf-16", base64.b64encode("café closed".encode("utf-16"))),
        ("8bit", "us-ascii", "café closed".encode()),
        ("8bit", "nonsense", "café closed".encode()),
        ("x-unheard-of", "utf-8", "café closed".encode()),
    ],
)
def test_codings_and_charsets_are_undone(coding: str, charset: str, data: bytes) -> None:
    """Also where they are wrong."""
    header = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {coding}\n\n"
    assert _one(header.encode() + data).report.text == "café closed"


def test_attached_messages_are_reports_of_their_own() -> None:
    """However deep they lie, each says where."""
    inner = b"Content-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nShe denied it."
    middle = b"Content-Type: message/rfc822\r\n\r\nSubject: middle\r\n" + _parts("m", PLAIN, inner)
    data = b"Subject: outer\r\n" + _parts("o", PLAIN, middle, inner)
    found = _load(data)
    assert _shown(found) == [
        "m: The mayor said no.",
        "m, attached message 1: The mayor said no.",
        "m, attached message 1, attached message 1: She denied it.",
        "m, attached message 2: She denied it.",
    ]
    assert [item.report.title for item in found if isinstance(item, Loaded)] == ["outer", "middle", "inner", "inner"]
    assert {item.report.sha256 for item in found if isinstance(item, Loaded)} == {hashlib.sha256(data).hexdigest()}


def test_a_message_that_only_holds_others_is_no_loss() -> None:
    """A digest is the messages in it."""
    digest = _parts("d", b"\r\nSubject: one\r\n\r\nNo.", b"\r\nSubject: two\r\n\r\nYes.", kind="digest")
    assert _shown(_load(b"Subject: x\r\n" + digest)) == ["m, attached message 1: No.", "m, attached message 2: Yes."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no message: it has no header"),
        (b"\n\nThe mayor said no.", "no message: it has no header"),
        (b"Subject: x\nContent-Type: image/png\n\n\x89PNG", "no text among its parts"),
        (b"Subject: x\n" + ATTACHED, "no text among its parts"),
        (b"Content-Type: message/rfc822\n\n" * 10_000 + b"Subject: x\n\nNo.", "nested too deep"),
        (b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(10_000)), "200"),
        (b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n" * 30_000, "30,000 parts"),
        (b"Content-Type: text/html\n\n<nav>Home</nav>", "no article text found"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    """Without a header, without a text, or made to do harm."""
    assert reason in _reason(data)


def test_attached_messages_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """After so many, that there may be more is told."""
    monkeypatch.setattr(mail_parts, "MAX_ATTACHED", 3)
    digest = _parts("d", *([b"\r\nSubject: one\r\n\r\nNo."] * 5), kind="digest")
    *read, error = _load(b"Subject: x\r\n" + digest)
    assert len(read) == 3
    assert isinstance(error, ReportError)
    assert "first 3" in error.reason


def test_fields_made_to_do_harm_say_nothing() -> None:
    """A field of many thousand parameters, comments or quotes, which would take minutes, is not read."""
    for field in (b"a*1=b;" * 100_000, b"(" * 100_000, b'"' * 100_000):
        data = b"Subject: x\nFrom: " + field + b"\nContent-Type: text/plain; " + field + b"\n\nNo."
        report = _one(data).report
        assert (report.text, report.title, report.byline) == ("No.", "x", None)


MARK = b"From mira@valleycourier.example Sat Oct  5 14:03:00 2024\n"


def test_a_mailbox_is_its_messages() -> None:
    """Quoted lines lose one mark, the blank line before the next message is none of the text."""
    data = (
        MARK + b"Subject: one\n\n>From the mayor: no.\n>>From her: yes.\n> From x\n\n"
        b"From Monday on it was closed.\n\n" + MARK + b"Subject: two\n\nYes.\n\n"
        b"From mira Sat, 5 Oct 2024 14:03:00 +0000\nSubject: three\n\nNo."
    )
    assert _shown(_load(data)) == [
        "m, message 1: From the mayor: no.\n>From her: yes.\n> From x\n\nFrom Monday on it was closed.\n",
        "m, message 2: Yes.\n",
        "m, message 3: No.",
    ]


def test_a_mailbox_without_dates_is_parted_at_blank_lines() -> None:
    """Then a line "From ..." begins a message only after one."""
    data = b"From x\nSubject: one\n\nNo.\nFrom y it went on.\n\nFrom x\nSubject: two\n\nYes.\n"
    assert _shown(_load(data)) == ["m, message 1: No.\nFrom y it went on.\n", "m, message 2: Yes.\n"]


def test_a_bad_message_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is too long, or none at all, is an error with its number."""
    assert mbox_messages.MAX_MESSAGE_BYTES == MAX_BYTES
    monkeypatch.setattr(mbox_messages, "MAX_MESSAGE_BYTES", 200)
    good = MARK + b"Subject: x\n\nNo.\n\n"
    found = _load(good + MARK + b"Subject: y\n\n" + b"a\n" * 200 + good + MARK + b"\n\n" + good)
    assert _shown(found) == [
        "m, message 1: No.\n",
        "m, message 2: too large: a message has at most 200 bytes",
        "m, message 3: No.\n",
        "m, message 4: no message: it has no header",
        "m, message 5: No.\n",
    ]
    assert "at most 200" in _reason(b"Subject: y\n\n" + b"a" * 200)


def test_messages_are_taken_from_a_stream_one_by_one() -> None:
    """The first report is there before the rest is read."""
    stream = io.BytesIO((MARK + b"Subject: x\n\n" + b"No.\n" * 50) * 100)
    assert isinstance(next(mail.load_stream(stream, "x")), Loaded)
    assert stream.tell() < 2000


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1))
def test_texts_come_back_as_they_were(text: str) -> None:
    """In a message of the standard library's making, alone and in a mailbox, but for NULs and the last line's end."""
    message = EmailMessage()
    message["Subject"] = "x"
    message.set_content(text.encode(), "text", "plain", cte="base64", params={"charset": "utf-8"})
    data = message.as_bytes()
    boxed = MARK + re.sub(rb"(?m)^(>*From )", rb">\1", data) + b"\n"
    for found in (_one(data), _one(boxed)):
        assert found.report.text == text.removeprefix("\ufeff") or "\0" in text


@given(st.binary(max_size=400), st.sampled_from([b"", b"Subject: x\n\n", MARK, MARK + b"Subject: x\n", b"From: "]))
def test_any_bytes_raise_nothing(data: bytes, before: bytes) -> None:
    """Whatever the bytes are, reports and errors are all that comes."""
    for kind in (
        b"",
        b"Content-Type: ",
        b"Content-Type: text/html\n\n",
        b"Content-Type: multipart/mixed; boundary=a\n",
    ):
        found = _load(before + kind + data)
        assert found
        assert all(isinstance(item, (Loaded, ReportError)) for item in found)
