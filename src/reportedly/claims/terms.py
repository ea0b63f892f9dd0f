"""The terms of a text, and those of a report by where they stand: what reports are compared by."""

from __future__ import annotations

import collections
import dataclasses
import math
import re
from typing import TYPE_CHECKING

from reportedly.claims.table import packaged_table
from reportedly.claims.vectors import Vector
from reportedly.values import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportedly.claims.table import Table
    from reportedly.values import Reading, When

FIELDS = ("words", "names", "people", "lead", "numbers", "dates")
"""What a report has a vector for, in the order in which likenesses are weighed."""
LEAD = 500
"""Code points from the beginning that count as the lead: the headline and two or three sentences."""
MOST = 160
"""Terms that a vector keeps, the heaviest ones."""
_WORD = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\b|[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DAY = re.compile(r"[0-9X]{4}-([0-9]{2}-[0-9]{2})")
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_OF_DAY = 2.0
"""How much a day of the year weighs beside a weekday or a year, of which there are few."""
_ENDINGS = (("ies", "y", 2), ("ing", "", 4), ("ed", "", 4), ("s", "", 3))
"""Endings that are cut, what stands in their place, and the letters that must remain before it."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The vectors of a report: all its words; names; the people named in its lead; the lead; numbers; dates.

    They depend on nothing but the reading and the table of weights.
    """

    words: Vector
    names: Vector
    people: Vector
    lead: Vector
    numbers: Vector
    dates: Vector


def terms(text: str) -> Iterator[str]:
    """Yield the terms of a text in its order: words in lower case, without the commonest endings, and numbers.

    The endings are those of Harman's S stemmer (How effective is suffixing?, 1991) and of past and participle. What is
    cut need not be a word; it need only be the same for the forms of one.
    """
    for found in _WORD.finditer(text):
        yield _stem(_POSSESSIVE.sub("", found.group().casefold()).replace(",", ""))


def vector(counts: Mapping[str, float], table: Table | None = None) -> Vector:
    """Return a vector of terms by how often they occur: 1 + ln(how often), times the weight of the term."""
    weights = table or packaged_table()
    return Vector.of({term: (1 + math.log(count)) * weights.weight(term) for term, count in counts.items()}, most=MOST)


def terms_of(reading: Reading, table: Table | None = None) -> Terms:
    """Return the terms of a report, from its text, its title, its mentions and its times."""
    report = reading.report
    text = report.text
    if report.title and not text.lstrip().startswith(report.title):
        text = f"{report.title}\n{text}"
    names = [(one, report.text[one.start : one.end]) for one in reading.mentions if one.named]
    people = [name for one, name in names if one.kind is MentionKind.PERSON and one.start < LEAD]
    return Terms(
        words=_counted([text], table),
        names=_counted((name for _, name in names), table),
        people=_people(people, table or packaged_table()),
        lead=_counted([text[:LEAD]], table),
        numbers=_numbers(reading, table),
        dates=_dates(reading.times),
    )


def _counted(texts: Iterable[str], table: Table | None) -> Vector:
    """Return the vector of some texts."""
    return vector(collections.Counter(term for text in texts for term in terms(text)), table)


def _people(names: Iterable[str], table: Table) -> Vector:
    """Return the vector of names of people by how often they occur: whose story it is, is named again and again."""
    counts = collections.Counter(term for name in names for term in terms(name))
    return Vector.of({term: count * table.weight(term) for term, count in counts.items()}, most=MOST)


def _numbers(reading: Reading, table: Table | None) -> Vector:
    """Return the vector of the numbers that belong to no time."""
    left, start = [], 0
    for span in sorted((span for one in reading.times for span in one.words.spans), key=lambda span: span.start):
        left.append(reading.report.text[start : span.start])
        start = max(start, span.end)
    left.append(reading.report.text[start:])
    found = (term for part in left for term in terms(part) if term[0].isdigit() and not _YEAR.fullmatch(term))
    return vector(collections.Counter(found), table)


def _dates(times: Iterable[When]) -> Vector:
    """Return the vector of days of the year, weekdays and years.

    A weekday counts as it is written: reports of one event say "on Sunday", and not all of them say of which week.
    """
    counts: collections.Counter[str] = collections.Counter()
    for one in times:
        counts.update(_WEEKDAYS.intersection(terms(one.words.text)))
        counts.update(_YEAR.findall(one.words.text))
        counts.update(_DAY.findall(one.timex))
    weights = {term: (1 + math.log(count)) * (_OF_DAY if "-" in term else 1) for term, count in counts.items()}
    return Vector.of(weights, most=MOST)


def _stem(word: str) -> str:
    """Return a word without a common ending."""
    for ending, instead, least in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + least and not word.endswith("ss"):
            return word.removesuffix(ending) + instead
    return word
