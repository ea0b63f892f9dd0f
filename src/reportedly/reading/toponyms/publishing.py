"""Where a report's publisher is: by the names of places in its own, and by the country of its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.gazetteer import key
from reportedly.reading.toponyms.grouping import Group
from reportedly.reading.toponyms.wordlists import PLACE_WORDS

if TYPE_CHECKING:
    from reportedly.gazetteer import Gazetteer
    from reportedly.reading.toponyms.spotting import Spotter
    from reportedly.values import Report

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_HOST = re.compile(r"[a-z]+://[^/?#]*?\.([a-z]{2})(?::\d+)?(?:[/?#]|\Z)", re.IGNORECASE)
_OTHERWISE = {"uk": "GB"}
"""Country codes of addresses that ISO 3166-1 has otherwise."""
_ANYWHERE = frozenset({"tv", "co", "io", "me", "ai", "ly", "fm", "cc", "to", "eu"})
"""Country codes of addresses that are sold all over the world."""
_LONGEST = 4
"""Words of a publisher's name that are looked up together, at most."""


def places_of(report: Report, spotter: Spotter) -> list[Group]:
    """Return the names of places in the publisher's name: "The Lerwick Courier", "Radio Andina, Lima"."""
    found: list[Group] = []
    words = list(_WORD.finditer(report.publisher or ""))
    first = 0
    while first < len(words):
        taken = 1
        for last in range(min(len(words), first + _LONGEST), first, -1):
            name = words[first].string[words[first].start() : words[last - 1].end()]
            everyday = name.lower() in PLACE_WORDS["everyday"] or name.lower() in PLACE_WORDS["bodies"]
            places = None if everyday or not name[0].isupper() else spotter.find(name)
            if places is not None:
                found.append(Group(key(name), places, (), (), division=False, town=False))
                taken = last - first
                break
        first += taken
    return found


def country_of(report: Report, gazetteer: Gazetteer) -> int:
    """Return the number of the country that the report's address ends with; 0 where it tells none."""
    host = _HOST.match(report.url or "")
    code = host[1].lower() if host else ""
    return 0 if code in _ANYWHERE else gazetteer.country_index(_OTHERWISE.get(code, code.upper()))
