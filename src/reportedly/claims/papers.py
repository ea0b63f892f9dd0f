"""Where two reports may rest on one document: a paper, a numbered bulletin, a letter, somebody's post or pictures."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.claims.evidence import Evidence
from reportedly.claims.heard import beside, both_heard, in_a_row
from reportedly.claims.occasions import ALONE, MET
from reportedly.ledger.identities import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reportedly.claims.heard import Both, Heard
    from reportedly.claims.pages import Page
    from reportedly.claims.story_pages import Pages

MOST = 40
"""Reports beside each of which one that speaks of a document of a sort is looked at: those before it in time."""
PLACES = 6
"""Places of a report that are looked at for a sort of document."""
NAMES = 4.0
"""Names beyond which more tell no more."""
NEAREST = 3
"""Places of two reports that are weighed: those that are most alike."""
_SORTS: tuple[tuple[str, str], ...] = (
    (
        "post",
        r"posts?|posted|tweet(?:s|ed)?|account|profile|thread|caption|message|followers|on (?:Facebook|X|LinkedIn|Telegram|[A-Z]\w+),? (?:that|saying|he|she)|put(?:s|ting)? (?:it |this |up )?on (?=[A-Z])|wr(?:ote|ites|iting|itten) on (?=[A-Z])",
    ),
    ("picture", r"videos?|clips?|footage|photo(?:s|graphs?)?|pictures?|seconds|images?|filmed"),
    ("bulletin", r"bulletins?|communiqu[eé]s?|situation reports?|sitrep"),
    ("notice", r"notices?|notifications?|announcements?|recall|circular|list"),
    ("statement", r"statements?|release|note|commentary|in black and white|comment"),
    ("letter", r"letters?|resignation|wr(?:ote|ites) to"),
    ("memo", r"memo(?:randum|s)?|e-?mails?|cable|board papers?|papers?|internal|draft|documents?|pages?|paragraphs?"),
    ("ruling", r"rulings?|judg(?:e?ment)s?|verdict|order|indictment|charge sheet|charges"),
    (
        "finding",
        r"assessment|audit|account statements?|bank (?:records?|statements?)|minutes|transcript|recording|dossier|file|report by|contract|invoice",
    ),
)
_HAS = re.compile(
    r"\b(?:seen by|has seen|have seen|obtained|review(?:ed)?|(?:has|have|we) read|a copy|copies|shown to|was shown|leaked|got hold|in front of us|"
    r"in our hands|handed|passed to|signed|dated|headed|letterhead|marked)\b",
    re.IGNORECASE,
)
"""How a report says that it has a document itself."""
_CODE = re.compile(r"\b(?P<code>[A-Z]{2,}-\d[\d-]*)\b")
_ISSUED = re.compile(
    r"\b(?:bulletin|communiqu[eé]|notice|order|ruling|sitrep|situation report)s?,? (?:[Nn]o\.?|number|№)? ?(?P<number>\d[\w/-]*)",
    re.IGNORECASE,
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth) (?:\w+ )?(?:bulletin|notice|communiqu\w+|update)", re.IGNORECASE
)
_PATTERNS = tuple(
    (sort, re.compile(rf"\b(?:{words})\b", re.IGNORECASE if sort != "post" else 0)) for sort, words in _SORTS
)
_WEB = frozenset({"post", "picture"})

_NETWORK = re.compile(r"\b(?:on|via) (?:the \w+ |\w+ network )?([A-Z]\w+)")
_POST = re.compile(
    r"\b(?:posts?|posted|tweet(?:s|ed)?|caption|followers|thread|message|video|clip|put(?:s|ting)?\b[^.\n]{0,40} on [A-Z]\w+|"
    r"wr(?:ote|ites|iting|itten)\b[^.\n]{0,30} on [A-Z]\w+|said on [A-Z]\w+|channel|page|account|online)\b"
)
_PAPER = re.compile(
    r"\b(?:bulletin|statement|letter|memo(?:randum)?|notice|ruling|paper|document|e-?mail|report|assessment|indictment|draft|note|list|wr(?:ote|ites|itten))\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")

PAPERS = (
    *(f"both {sort}" for sort, _ in _SORTS),
    "same word",
    "number same",
    "number differs",
    "has both",
    "has one",
    "around alike",
    "line alike",
    "wide alike",
    "whole alike",
    "values",
    "values many",
    "names",
    "names rare",
    "speaker shared",
    "person named",
    "hours",
    "same day",
    "times open",
    "same publisher",
    "takes",
    "copies",
    "one is body",
    "both bodies",
    "is the paper",
    "common",
    "quoted words",
    "post and names",
    "paper and has",
    "alike and sort",
    "number and alike",
    "values and alike",
    "post and person",
    "cites",
    "cites alike",
    "by speaker",
    "post both",
    "post one",
    "same network",
    "paper both",
    "paper one",
    "spoken of",
    "leader",
    "role",
    "alone one",
    "met one",
    "network and alike",
    "post and alike",
    "post and leader",
    "quoted both",
    "named person",
    "body and titled",
)
"""What the model looks at."""


class _Place(NamedTuple):
    """Where a report speaks of a document: the line, the words, and what stands about them."""

    page: Page
    number: int
    start: int
    end: int
    word: str
    terms: frozenset[str]
    wide: frozenset[str]
    values: frozenset[float]
    names: frozenset[str]
    text: str


def papers(story: Pages) -> Iterator[Evidence]:
    """Yield the documents, and the people with a post or a letter, by which reports of a story may rest on one."""
    numbers = {page.id: _numbers(page.text) for page in story.pages}
    for sort, pattern in _PATTERNS:
        by = [places for page in story.pages if (places := list(_places(page, pattern)))]
        for place, second in enumerate(by):
            for first in by[max(0, place - MOST) : place]:
                for one, other in _nearest(story, first, second):
                    yield _of_a_sort(story, sort, one, other, numbers, len(by) / len(story.pages))
    for both in both_heard(story):
        found = _by_speaker(story, both, numbers)
        if found is not None:
            yield found


def _places(page: Page, pattern: re.Pattern[str]) -> Iterator[_Place]:
    """Yield the first places at which a report speaks of documents of a sort, one in a line."""
    seen: set[int] = set()
    for found in pattern.finditer(page.text):
        number = page.at(found.start())
        if number in seen or len(seen) == PLACES:
            continue
        seen.add(number)
        near, wide = page.around(number, 1, 2), page.around(number, 4, 6)
        yield _Place(
            page,
            number,
            *found.span(),
            folded(found.group()).rstrip("s"),
            frozenset[str]().union(*(page.lines[each].terms for each in near)),
            frozenset[str]().union(*(page.lines[each].terms for each in wide)),
            frozenset[float]().union(*(page.lines[each].values for each in wide)),
            frozenset[str]().union(*(page.lines[each].names for each in near)),
            page.shown(*near),
        )


def _numbers(text: str) -> frozenset[str]:
    """Return the numbers by which documents are called in a text."""
    found = {each["number"] for each in _ISSUED.finditer(text)} | {each["code"] for each in _CODE.finditer(text)}
    return frozenset(found | {_ORDINALS[each.group(1).lower()] for each in _ORDINAL.finditer(text)})


def _nearest(story: Pages, first: Sequence[_Place], second: Sequence[_Place]) -> Sequence[tuple[_Place, _Place]]:
    """Return the places of two reports that are most alike."""

    def fit(pair: tuple[_Place, _Place]) -> tuple[float, int, int]:
        return -story.rarity.shared(pair[0].terms, pair[1].terms), pair[0].start, pair[1].start

    return sorted(itertools.product(first, second), key=fit)[:NEAREST]


def _of_a_sort(
    story: Pages, sort: str, one: _Place, other: _Place, numbers: Mapping[str, frozenset[str]], common: float
) -> Evidence:
    """Return what may show that two places speak of one document."""
    rarity = story.rarity
    near = [each.page.around(each.number, 1, 2) for each in (one, other)]
    lines = [each.page.lines[each.number].terms for each in (one, other)]
    n = dict.fromkeys(PAPERS, 0.0) | beside(story, one.page, other.page) | _common(story, one, other, numbers)
    n |= {
        f"both {sort}": 1.0,
        "same word": float(one.word == other.word),
        "around alike": rarity.shared(one.terms, other.terms),
        "line alike": rarity.shared(*lines),
        "wide alike": rarity.shared(one.wide, other.wide),
        "speaker shared": float(story.share_lines(one.page, near[0], other.page, near[1])),
        "person named": float(not (one.names & other.names).isdisjoint(story.surnames)),
        "is the paper": float(one.number == 0 or other.number == 0),
        "common": common,
    }
    web = float(sort in _WEB)
    n |= {
        "post and names": web * n["names rare"],
        "post and person": web * n["person named"],
        "paper and has": (1 - web) * n["has both"],
        "alike and sort": n["around alike"] * n["same word"],
        "number and alike": n["number same"] * n["around alike"],
        "values and alike": n["values"] * n["around alike"],
        "body and titled": n["one is body"] * n["is the paper"],
    }
    words, original = other.page.passage(other.start, other.end), one.page.passage(one.start, one.end)
    return Evidence(
        other.page.id, one.page.id, n, words, original, (f"both speak of a {sort}: {words.text!r}", *_reasons(n))
    )


def _by_speaker(story: Pages, both: Both, numbers: Mapping[str, frozenset[str]]) -> Evidence | None:
    """Return what may show that two reports have somebody's words from one post or paper; None where neither says so."""
    first, second = both.first, both.second
    post, other_post = (_POST.search(each.text) is not None for each in (first, second))
    paper, other_paper = (_PAPER.search(each.text) is not None for each in (first, second))
    if not (post or other_post or paper or other_paper):
        return None
    rarity, sort = story.rarity, both.key[0]
    ours, theirs = (frozenset(_NETWORK.findall(each.text)) for each in (first, second))
    n = dict.fromkeys(PAPERS, 0.0) | beside(story, first.page, second.page) | _common(story, first, second, numbers)
    n |= {
        "by speaker": 1.0,
        "post both": float(post and other_post),
        "post one": float(post != other_post),
        "paper both": float(paper and other_paper),
        "paper one": float(paper != other_paper),
        "same network": float(any(not _DAY.match(each) for each in ours & theirs)),
        "spoken of": both.count / len(story.pages),
        "leader": float(sort == "leader"),
        "role": float(sort == "role"),
        "named person": float(sort == "name" or (sort == "leader" and story.is_person(both.key[1:]))),
        "alone one": float(any(ALONE.search(each.text) for each in (first, second))),
        "met one": float(any(MET.search(each.text) for each in (first, second))),
        "quoted both": float(first.quoted and second.quoted),
        "around alike": rarity.shared(first.around, second.around),
        "line alike": rarity.shared(first.said, second.said),
    }
    n |= {
        "network and alike": n["same network"] * n["around alike"],
        "post and alike": n["post both"] * max(n["around alike"], n["line alike"]),
        "post and leader": n["post both"] * n["leader"],
    }
    words, original = second.page.passage(*second.words), first.page.passage(*first.words)
    told = f"both have words of {words.text!r}, {'posted' if post or other_post else 'in writing'}"
    return Evidence(second.page.id, first.page.id, n, words, original, (told, *_reasons(n)))


def _common(
    story: Pages, one: _Place | Heard, other: _Place | Heard, numbers: Mapping[str, frozenset[str]]
) -> dict[str, float]:
    """Return what both sorts of evidence have: numbers, names, and how the reports have the document."""
    rarity = story.rarity
    ours, theirs = numbers[one.page.id], numbers[other.page.id]
    has = [_HAS.search(each.text) is not None for each in (one, other)]
    names = one.names & other.names
    bodies = [each.page.entry.publisher in story.bodies for each in (one, other)]
    return {
        "number same": float(not ours.isdisjoint(theirs)),
        "number differs": float(bool(ours and theirs) and ours.isdisjoint(theirs)),
        "has both": float(all(has)),
        "has one": float(any(has)),
        "values": rarity.values(one.values, other.values),
        "values many": rarity.telling(one.values & other.values),
        "names": min(NAMES, float(len(names))),
        "names rare": max(map(rarity.name, names), default=0.0),
        "one is body": float(bodies[0] != bodies[1]),
        "both bodies": float(all(bodies)),
        "quoted words": float(in_a_row(one.text, other.text)),
    }


def _reasons(numbers: Mapping[str, float]) -> Iterator[str]:
    """Yield in words what else speaks for one document."""
    if numbers["number same"]:
        yield "both call it by the same number"
    if numbers["quoted words"]:
        yield "both use the same words"
    elif numbers["values many"]:
        yield "both have the same numbers"
