"""Where two reports may have heard one speaker on one occasion: what is known of the speaker in both."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from reportedly.claims.evidence import Evidence
from reportedly.claims.heard import beside, both_heard, in_a_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.claims.heard import Both, Heard
    from reportedly.claims.story_pages import Pages

APART = 72.0
"""Hours within which two reports may be of one occasion."""
MASS = 5.0
"""What shared names weigh at most."""
LINES = 64
"""Pairs of lines that are looked at for the most alike."""
MET = re.compile(
    r"\b(?:(?:press|news) (?:conference|briefing|meeting|call)|conference call|briefing|presser"
    r"|(?:met|meeting) the press|(?:tell(?:s|ing)?|told|before|to|with) (?:the )?(?:assembled )?"
    r"(?:reporters|journalists|the press|the cameras)|microphones?|podium|lectern"
    r"|pressed by (?:reporters|journalists)|rostrum)\b",
    re.IGNORECASE,
)
"""Words for an occasion to which the press was asked."""
_SAT = re.compile(
    r"\b(?:hearing|committee|session|sitting|parliament|assembly|the house|debate|question time|rally|speech"
    r"|address(?:ed)?|testif\w+|members of)\b",
    re.IGNORECASE,
)
"""Words for one that sits in public."""
_THERE = re.compile(
    r"\b(?:at the (?:scene|site|gate|spot|car park|hospital)|asked by reporters|on television|video message"
    r"|interview with|at the microphone|this (?:morning|afternoon|evening)|a question|questions"
    r"|asked (?:about|whether|why|who|how|for)|hall|(?:fire )?station|collectorate|community house|hotel)\b",
    re.IGNORECASE,
)
"""Words for being there."""
ALONE = re.compile(
    r"\b(?:by (?:tele)?phone|told us|tells us|rang us|in an interview|told the [A-Z]\w+|to this (?:news)?paper"
    r"|in writing|e-?mail(?:ed)?|text message|over tea|on condition|declined)\b",
    re.IGNORECASE,
)
"""Words for what was said to one alone."""
_WRITTEN = re.compile(r"\b(?:statement|post(?:ed)?|letter|release|bulletin|note|notice|wrote|memo)\b", re.IGNORECASE)

OCCASIONS = (
    "leader",
    "role",
    "named person",
    "met both",
    "met one",
    "sat both",
    "sat one",
    "there both",
    "there one",
    "alone both",
    "alone one",
    "written one",
    "met anywhere",
    "quoted both",
    "values",
    "values many",
    "said alike",
    "around alike",
    "best alike",
    "whole alike",
    "names",
    "quoted words",
    "hours",
    "same day",
    "times open",
    "same publisher",
    "takes",
    "copies",
    "is body",
    "spoken of",
    "speaks little",
    "cites",
    "cites alike",
    "met and leader",
    "met and values",
    "leader and values",
    "leader and alike",
    "quoted and alike",
    "met and alike",
)
"""What the model looks at."""


def occasions(story: Pages) -> Iterator[Evidence]:
    """Yield the speakers by whom reports of a story may have been on one occasion."""
    for both in both_heard(story):
        if story.apart(both.second.page, both.first.page) <= APART:
            yield _row(story, both)


def _row(story: Pages, both: Both) -> Evidence:
    """Return what may show that two reports heard somebody on one occasion."""
    first, second = both.first, both.second
    numbers = dict.fromkeys(OCCASIONS, 0.0) | beside(story, second.page, first.page) | _told(first, second)
    numbers |= _shared(story, both)
    met = max(numbers["met both"], 0.5 * numbers["met one"])
    alike = max(numbers["said alike"], numbers["best alike"])
    numbers |= {
        "met and leader": met * numbers["leader"],
        "met and values": met * numbers["values"],
        "met and alike": met * alike,
        "leader and values": numbers["leader"] * numbers["values"],
        "leader and alike": numbers["leader"] * alike,
        "quoted and alike": numbers["quoted both"] * alike,
    }
    words, original = second.page.passage(*second.words), first.page.passage(*first.words)
    said = [f"both tell of {words.text!r}"]
    if numbers["met both"]:
        said.append("both speak of a meeting with the press")
    if numbers["quoted words"]:
        said.append("both use the same words")
    elif numbers["values many"]:
        said.append("both have the same numbers")
    return Evidence(second.page.id, first.page.id, numbers, words, original, tuple(said))


def _told(first: Heard, second: Heard) -> dict[str, float]:
    """Return what the words beside somebody say on where they spoke: in both reports, or in one."""
    found: dict[str, float] = {}
    for name, pattern in (("met", MET), ("sat", _SAT), ("there", _THERE), ("alone", ALONE)):
        one, other = (pattern.search(each.text) is not None for each in (first, second))
        found |= {f"{name} both": float(one and other), f"{name} one": float(one != other)}
    found["written one"] = float(any(_WRITTEN.search(each.text) for each in (first, second)))
    found["met anywhere"] = float(all(MET.search(each.page.text) for each in (first, second)))
    return found


def _shared(story: Pages, both: Both) -> dict[str, float]:
    """Return what two reports share of what they have of somebody."""
    sort, first, second = both.key[0], both.first, both.second
    rarity = story.rarity
    lines = itertools.islice(itertools.product(first.lines, second.lines), LINES)
    return {
        "leader": float(sort == "leader"),
        "role": float(sort == "role"),
        "named person": float(sort == "name" or (sort == "leader" and story.is_person(both.key[1:]))),
        "quoted both": float(first.quoted and second.quoted),
        "values": rarity.values(first.values, second.values),
        "values many": rarity.telling(first.values & second.values),
        "said alike": rarity.shared(first.said, second.said),
        "around alike": rarity.shared(first.around, second.around),
        "best alike": max(
            rarity.shared(first.page.lines[one].terms, second.page.lines[other].terms) for one, other in lines
        ),
        "names": min(MASS, rarity.mass(first.names & second.names)),
        "quoted words": float(in_a_row(first.text, second.text)),
        "is body": float(any(each.page.entry.publisher in story.bodies for each in (first, second))),
        "spoken of": both.having / len(story.pages),
        "speaks little": float(min(len(first.lines), len(second.lines)) == 1),
    }
