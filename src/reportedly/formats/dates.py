"""Dates as reports state them, read no more precisely than they are written."""

from __future__ import annotations

import datetime
import email.utils
import re

from reportedly.values import Moment

OLDEST_PAGE = 1900
"""A web page that claims to be older than this year states no date of publication, but a default."""

_SLACK = datetime.timedelta(days=1)
"""How far ahead of now a date may lie: clocks and time zones differ by less than a day."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_ISO = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ]+(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?)?)?",
    re.IGNORECASE,
)
_BASIC = re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)")
_IN_WORDS = tuple(
    re.compile(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)
_LONGEST = 80

HOW_TO_WRITE = "write 2024, 2024-10, 2024-10-05, 2024-10-05T14:00Z or 5 October 2024"
"""What to say to somebody whose date cannot be read."""


def parse(wording: str) -> Moment | None:
    """Return the moment that a wording states, or None for one that it does not state unambiguously.

    Understands ISO 8601 and EDTF dates with or without a time and a zone, RFC 5322 ("Sat, 05 Oct 2024 14:03:00 +0200")
    and English dates ("5 October 2024", "Oct. 5, 2024", "October 2024"). "05/10/2024" is two dates, so it is none.
    """
    wording = wording.strip()
    if not wording or len(wording) > _LONGEST or not wording.isascii():
        return None
    for form in (_ISO, _BASIC, *_IN_WORDS):
        if found := form.fullmatch(wording):
            return _moment(found.groupdict())
    return _from_mail(wording)


def plausible(moment: Moment, *, oldest: int = 0, now: datetime.datetime | None = None) -> bool:
    """Say whether a moment can be one of publication: not in the future, and not before the year `oldest`."""
    now = now or datetime.datetime.now(datetime.UTC)
    return int(moment.edtf[:4]) >= oldest and instant(moment) <= now + _SLACK


def instant(moment: Moment) -> datetime.datetime:
    """Return the earliest instant that a moment can mean, taking UTC where it states no zone."""
    date, _, time = moment.edtf.partition("T")
    full = (date + "-01-01")[:10] if len(date) == len("2024") else (date + "-01")[:10]
    found = datetime.datetime.fromisoformat(f"{full}T{time or '00:00'}")
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


def agree(one: Moment, other: Moment) -> bool:
    """Say whether two moments can be the same: one's wording continues the other's, or both are within a day.

    A date without a time is in some zone that nobody stated, so a day's difference to a time is none.
    """
    if one.edtf.startswith(other.edtf) or other.edtf.startswith(one.edtf):
        return True
    apart = abs(instant(one) - instant(other))
    if "T" in one.edtf and "T" in other.edtf:
        return apart < datetime.timedelta(minutes=1)
    fine = {"day", "minute", "second"}
    return {one.precision, other.precision} <= fine and one.precision != other.precision and apart <= _SLACK


def _moment(parts: dict[str, str | None]) -> Moment | None:
    """Put the parts of a date together; None where the calendar has no such day."""
    edtf = parts["year"] or ""
    if month := parts.get("month"):
        number = month if month.isdigit() else f"{_MONTHS.index(month[:3].casefold()) + 1:02}"
        edtf += f"-{number}"
    if day := parts.get("day"):
        edtf += f"-{int(day):02}"
    if parts.get("hour"):
        edtf += f"T{parts['hour']}:{parts['minute']}" + (f":{parts['second']}" if parts["second"] else "")
        edtf += _zone(parts["zone"])
    try:
        moment = Moment(edtf)
        instant(moment)
    except (ValueError, OverflowError):
        return None
    return moment


def _zone(wording: str | None) -> str:
    """Write a zone as EDTF has it."""
    if not wording:
        return ""
    if wording.upper() in {"Z", "UTC", "GMT"}:
        return "Z"
    digits = wording[1:].replace(":", "").ljust(4, "0")
    return f"{wording[0]}{digits[:2]}:{digits[2:]}"


def _from_mail(wording: str) -> Moment | None:
    """Read a date as mail and feeds write it (RFC 5322)."""
    try:
        found = email.utils.parsedate_to_datetime(wording)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    stated = found.strftime("%Y-%m-%dT%H:%M") if found.second == 0 and wording.count(":") == 1 else ""
    zone = _zone(found.strftime("%z")) if found.tzinfo else ""
    try:
        return Moment((stated or found.strftime("%Y-%m-%dT%H:%M:%S")) + zone)
    except ValueError:
        return None


def stated(name: str, wording: object, *, oldest: int = 0) -> tuple[Moment | None, str | None]:
    """Return the moment that a field states, and what is wrong with it; both are None for an empty field."""
    if wording is None or wording == "":
        return None, None
    moment = parse(wording) if isinstance(wording, str) else None
    if moment is None:
        return None, f"{name}: {_shown(wording)} is no date that can be read without a guess, and is left out"
    if not plausible(moment, oldest=oldest):
        when = "in the future" if instant(moment).year >= OLDEST_PAGE else f"before {oldest}"
        return None, f"{name}: {_shown(wording)} lies {when}, and is left out"
    return moment, None


def _shown(wording: object) -> str:
    """Show what was written, cut to a length that fits a message."""
    shown = ascii(wording)
    return shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "..."
