"""Where reports may say that they have something from others: words that name a publisher, weighed with its reports."""

from __future__ import annotations

import collections
import math
import re
from typing import TYPE_CHECKING

from reportedly.claims.evidence import Evidence
from reportedly.claims.naming import Manner, Naming, Namings
from reportedly.claims.precedence import order
from reportedly.claims.told_beside import told_beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportedly.claims.pages import Page
    from reportedly.claims.precedence import Order
    from reportedly.claims.story_pages import Pages

MOST = 8
"""Reports of one publisher that are looked at for one naming: the nearest by what is said, those before first."""
_BY_VALUES = 0.3
"""What a shared number weighs beside shared words, where the nearest report of a publisher is sought."""
_ITSELF = re.compile(
    r"\b(?:correct(?:ion|ed)|clarification|withdr\w+|retract\w*|wrong(?:ly)?|earlier"
    r"|our (?:own )?(?:\w+ )?(?:report|story|telegram|dispatch|live page|article|first)"
    r"|(?:this|the) (?:news)?(?:paper|agency|station|channel|blog) (?:\w+ )?"
    r"(?:report|said|wrote|reveal|publish|put)\w*|as (?:we|this) "
    r"|we (?:first )?(?:\w+ )?(?:report|said|wrote|reveal|publish|nam|carri|quot|describ|told)\w*"
    r"|revis\w+|updat\w+|previous\w*|to editors|last (?:week|month|issue)"
    r"|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""How a report speaks of what its own publisher reported before."""
_TITLED = re.compile(
    r"\b(?:statement|press (?:release|note)|news release|notice|bulletin|communiqu\w+|situation report|sitrep"
    r"|information|announcement|comment|update|notification|market notice)\b",
    re.IGNORECASE,
)
"""How the first line of a body's own report calls it."""
_VAGUE = frozenset({Manner.KIND, Manner.FIRM, Manner.OFFICE})
"""Ways of naming by which several may be meant."""

CITES = (
    *(f"named: {manner.value}" for manner in Manner),
    "verb behind",
    "verb before",
    "from",
    "told it",
    "its report",
    "its paper",
    "silent",
    "told us",
    "taken back",
    "in the title",
    "last line",
    "in brackets",
    "passed on",
    "its speaker",
    "in a content",
    "any statement",
    "line alike",
    "around alike",
    "line within",
    "values",
    "value first",
    "words first",
    "best of its",
    "only one of its",
    "latest of its",
    "fit gap",
    "before",
    "order open",
    "hours",
    "body",
    "by a body",
    "titled",
    "copies somebody",
    "is copied by it",
    "copied words",
    "lines",
    "topic",
    "fitting",
    "speaker shared",
    "whole alike",
    "body and paper",
    "body and alike",
    "body and values",
    "body and speaker",
    "body and first",
    "body and copied",
    "outlet and passed on",
    "outlet and verb",
    "outlet and told",
    "outlet and from",
    "outlet and alike",
    "outlet and topic",
    "kind and alike",
    "kind and fitting",
    "kind and verb",
    "own and alike",
    "own and taken back",
    "own and values",
    "body and told us",
    "body and topic",
)
"""What the model looks at."""


def citations(story: Pages) -> Iterator[Evidence]:
    """Yield the words by which reports of a story may cite others, never one that they copy."""
    namings = Namings(list(story.publishers), story.bodies)
    named = {page.id: [*namings.of(page), *_itself(page)] for page in story.pages}
    topics = _topics(story, named)
    for page in story.pages:
        lines: dict[str, set[int]] = collections.defaultdict(set)
        meant = collections.Counter(each.start for each in named[page.id] if each.manner in _VAGUE)
        for naming in named[page.id]:
            lines[naming.publisher].add(page.at(naming.start))
        for naming in named[page.id]:
            about = {"lines": 0.0, "topic": 0.0, "fitting": 1.0}
            if naming.manner is not Manner.OWN:
                about["lines"] = math.log(len(lines[naming.publisher]))
                about["topic"] = topics[naming.publisher]
                about["fitting"] = 1.0 / max(1, meant[naming.start])
            yield from _rows(story, page, naming, about)


def _itself(page: Page) -> Iterator[Naming]:
    """Yield the words by which a report may mean an earlier one of its own publisher."""
    if page.entry.publisher:
        for found in _ITSELF.finditer(page.text):
            yield Naming(page.entry.publisher, Manner.OWN, *found.span())


def _topics(story: Pages, named: Mapping[str, Sequence[Naming]]) -> dict[str, float]:
    """Return for each publisher the share of the reports that name it: what all name, the story is about."""
    told = collections.Counter(
        publisher
        for found in named.values()
        for publisher in {each.publisher for each in found if each.manner not in {Manner.KIND, Manner.FIRM, Manner.OWN}}
    )
    return {publisher: told[publisher] / len(story.pages) for publisher in story.publishers}


def _rows(story: Pages, page: Page, naming: Naming, about: Mapping[str, float]) -> Iterator[Evidence]:
    """Yield a naming beside each of the reports that it may mean."""
    others = [each for each in story.by(naming.publisher) if each.id != page.id]
    if not others:
        return
    number = page.at(naming.start)
    around = page.around(number)
    values = frozenset[float]().union(*(page.lines[each].values for each in around))
    own = story.naming_terms(naming.publisher)
    wide = frozenset[str]().union(*(page.lines[each].terms for each in around)) - own
    fits = {
        each.id: story.rarity.within(wide, each.terms) + _BY_VALUES * story.rarity.values(values, each.values)
        for each in others
    }
    orders = {each.id: order(each.entry.reading.report, page.entry.reading.report, story.known_by) for each in others}
    before = [each for each in others if orders[each.id].first]
    latest = max(before, key=lambda each: story.rank[each.id], default=None)
    beside = {**told_beside(page, naming.start, naming.end), **about, f"named: {naming.manner}": 1.0}
    for source in sorted(others, key=lambda each: (not orders[each.id].first, -fits[each.id], each.id))[:MOST]:
        if (page.id, source.id) in story.copied:
            continue
        told = orders[source.id]
        rest = [fits[each.id] for each in (before if told.first else others) if each.id != source.id]
        numbers = dict.fromkeys(CITES, 0.0) | beside | _shared(story, page, source, number, own)
        numbers |= {
            "best of its": float(told.first and all(fits[source.id] >= each for each in rest)),
            "only one of its": float(len(others) == 1),
            "latest of its": float(latest is not None and latest.id == source.id),
            "fit gap": fits[source.id] - max(rest, default=fits[source.id]),
            "before": float(told.first and told.sure),
            "order open": float(not told.sure),
            "hours": story.hours(page, source),
            "body": float(naming.publisher in story.bodies),
            "by a body": float(page.entry.publisher in story.bodies),
            "titled": float(_TITLED.search(source.shown(0)) is not None) if source.lines else 0.0,
            "copies somebody": float(story.copies_from(page.id)),
            "is copied by it": float((source.id, page.id) in story.copied),
            "copied words": float(story.is_copied(page.id, naming.start, naming.end)),
        }
        words = page.passage(naming.start, naming.end)
        reasons = _reasons(words.text, told)
        yield Evidence(page.id, source.id, _crossed(numbers), words, None, reasons, sure=told.sure and told.first)


def _shared(story: Pages, page: Page, source: Page, number: int, own: frozenset[str]) -> dict[str, float]:
    """Return what the lines about a naming share with a report that it may mean."""
    rarity = story.rarity
    around = page.around(number)
    narrow = page.lines[number].terms - own
    wide = frozenset[str]().union(*(page.lines[each].terms for each in around)) - own
    values = frozenset[float]().union(*(page.lines[each].values for each in around))
    first = [value for value in values & source.values if story.first_value[value] == source.id]
    fresh = frozenset(term for term in wide & source.terms if story.first_term[term] == source.id)
    mass = rarity.mass(wide)
    return {
        "line alike": max((rarity.shared(narrow, each.terms) for each in source.lines), default=0.0),
        "line within": rarity.within(narrow, source.terms),
        "around alike": max((rarity.shared(wide, each.terms) for each in source.lines), default=0.0),
        "values": rarity.values(values, source.values),
        "value first": max(map(rarity.value, first), default=0.0),
        "words first": rarity.mass(fresh) / mass if mass else 0.0,
        "speaker shared": float(story.share_lines(page, around, source, range(len(source.lines)))),
        "whole alike": rarity.shared(page.terms, source.terms),
    }


def _crossed(numbers: dict[str, float]) -> dict[str, float]:
    """Return what the model looks at, with what tells one thing of bodies and another of outlets."""
    body, outlet = numbers["body"], 1 - numbers["body"]
    vague = max(numbers[f"named: {manner}"] for manner in _VAGUE)
    own = numbers[f"named: {Manner.OWN}"]
    crossed = {
        "body and paper": body * numbers["its paper"],
        "body and alike": body * numbers["around alike"],
        "body and values": body * numbers["values"],
        "body and speaker": body * numbers["its speaker"],
        "body and first": body * numbers["words first"],
        "body and copied": body * numbers["copies somebody"],
        "body and told us": body * numbers["told us"],
        "body and topic": body * numbers["topic"],
        "outlet and passed on": outlet * numbers["passed on"],
        "outlet and verb": outlet * max(numbers["verb behind"], numbers["verb before"]),
        "outlet and told": outlet * numbers["told it"],
        "outlet and from": outlet * numbers["from"],
        "outlet and alike": outlet * numbers["around alike"],
        "outlet and topic": outlet * numbers["topic"],
        "kind and alike": vague * numbers["around alike"],
        "kind and fitting": vague * numbers["fitting"],
        "kind and verb": vague * numbers["verb behind"],
        "own and alike": own * numbers["around alike"],
        "own and taken back": own * numbers["taken back"],
        "own and values": own * numbers["values"],
    }
    return numbers | crossed


def _reasons(shown: str, told: Order) -> tuple[str, ...]:
    """Say what names a report, and what is open of which was first."""
    named = f"it names {shown!r}"
    if not told.sure:
        return named, told.reason
    return (named,) if told.first else (named, "the report that it names appeared later")
