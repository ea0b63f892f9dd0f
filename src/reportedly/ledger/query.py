"""What is asked of a ledger, in one line: words, "quoted phrases" and filters such as `stance:denies`."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.errors import UsageError
from reportedly.ledger.moments import earliest, latest
from reportedly.values import Certainty, Moment, SpeakerKind, Stance

if TYPE_CHECKING:
    import enum
    from collections.abc import Callable, Mapping

_PART = re.compile(r'(?:(?P<filter>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_EMPTY = re.compile(r"(?<!\S)([A-Za-z]+):(?:\s|\Z)")
_YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_NEAR = 3
_POLE, _HALF_TURN = 90, 180
FILTERS: Mapping[str, str] = {
    "speaker": "words of the speaker's name",
    "kind": "the kind of speaker: " + ", ".join(SpeakerKind),
    "stance": "what the speaker does: " + ", ".join(Stance),
    "certainty": "how sure it sounds: " + ", ".join(Certainty),
    "unnamed": "yes or no: whether the speaker is not named",
    "publisher": "words of the publisher's name",
    "country": "the speaker's country, as ISO 3166-1 alpha-2",
    "near": "LAT,LON,KM: a place of the statement is at most so far from there",
    "after": "known on or after a date (2025, 2025-03, 2025-03-04)",
    "before": "known before a date",
}
"""Every filter, with what it takes."""


@dataclasses.dataclass(frozen=True, slots=True)
class Near:
    """A circle on the earth: degrees, and its radius in kilometres."""

    lat: float
    lon: float
    km: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is asked: words and phrases that must be there, and what else must hold. None asks nothing."""

    phrases: tuple[str, ...] = ()
    speaker: str | None = None
    kind: str | None = None
    stance: str | None = None
    certainty: str | None = None
    unnamed: bool | None = None
    publisher: str | None = None
    country: str | None = None
    near: Near | None = None
    after: str | None = None
    before: str | None = None


def parse(line: str) -> Query:
    """Read a query; UsageError where a filter is unknown or its value makes no sense."""
    phrases: list[str] = []
    asked: dict[str, object] = {}
    for part in _PART.finditer(line):
        value = part["phrase"] if part["phrase"] is not None else part["word"]
        name = part["filter"].lower() if part["filter"] else None
        if name is None or (name not in FILTERS and part["word"] and part["word"].startswith("//")):
            phrases.append(part[0] if name else value)
        elif name not in FILTERS:
            msg = f"there is no filter {name!r}; there are {', '.join(FILTERS)}"
            raise UsageError(msg)
        else:
            asked[name] = _value(name, value)
    for empty in _EMPTY.finditer(line):
        if (name := empty[1].lower()) in FILTERS:
            msg = f"{name}: needs a value: {FILTERS[name]}"
            raise UsageError(msg)
    return Query(phrases=tuple(each for each in phrases if any(map(str.isalnum, each))), **asked)  # type: ignore[arg-type]  # each of the type that its filter gives


def _value(name: str, value: str) -> object:
    """Return the value of a filter."""
    lists: dict[str, type[enum.StrEnum]] = {"kind": SpeakerKind, "stance": Stance, "certainty": Certainty}
    if name in lists:
        return _member(name, value, lists[name])
    if name == "unnamed" and value.lower() not in _YES:
        raise UsageError(_wrong(name, value))
    readers: dict[str, Callable[[str], object]] = {
        "unnamed": lambda said: _YES[said.lower()],
        "near": _near,
        "after": lambda said: earliest(_moment(name, said)),
        "before": lambda said: earliest(_moment(name, said)),
        "country": str.upper,
    }
    return readers.get(name, str)(value)


def _member(name: str, value: str, members: type[enum.StrEnum]) -> str:
    """Return a member of a closed list."""
    if value.lower() not in set(members):
        raise UsageError(_wrong(name, value))
    return value.lower()


def _moment(name: str, value: str) -> Moment:
    """Return a date."""
    try:
        return Moment(value)
    except ValueError as error:
        raise UsageError(_wrong(name, value)) from error


def _near(value: str) -> Near:
    """Return a circle."""
    try:
        numbers = [float(each) for each in value.split(",")]
    except ValueError as error:
        raise UsageError(_wrong("near", value)) from error
    if len(numbers) != _NEAR or not (abs(numbers[0]) <= _POLE and abs(numbers[1]) <= _HALF_TURN and numbers[2] > 0):
        raise UsageError(_wrong("near", value))
    return Near(*numbers)


def _wrong(name: str, value: str) -> str:
    """Say what a filter takes."""
    return f"{name}:{value} makes no sense; {name} takes {FILTERS[name]}"


def until(moment: Moment) -> str:
    """Return the last point in time that is meant by "as of" a moment."""
    return latest(moment)
