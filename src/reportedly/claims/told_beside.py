"""What stands beside the words by which a report names a publisher: whether something comes from there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.ledger.identities import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.claims.pages import Page
    from reportedly.values import Statement

_VERB = (
    r"(?:report(?:s|ed|ing)?|told|tells?|sa(?:id|ys|ying)|accord\w*|cit(?:e|es|ed|ing)|wr(?:ote|ites?|itten|iting)"
    r"|publish\w*|reveal\w*|quot\w+|br(?:oke|eaks|oken)|put(?:s|ting)?|ha[sd]|ga(?:ve|ther\w*)|gives?|carr\w+|ran|runs"
    r"|claim\w*|announc\w+|inform\w*|stat(?:es?|ed|ing)|insist\w*|maintain\w*|count\w*|call\w*|blam\w*|learn\w*"
    r"|disclos\w*|confirm\w*|den(?:y|ies|ied)|regret\w*|admi\w+|acknowledg\w*|named?|show\w*|list\w*|spoke\w*"
    r"|speaks?|describ\w*|credit\w*|attribut\w*|post\w*|withdr\w+|correct\w*|retract\w*|apolog\w*|exclusive\w*"
    r"|interview\w*|repeat\w*|warn\w*|mention\w*|got|expos\w*|air(?:ed|s))"
)
_AFTER = re.compile(rf"['’]?s?,?\W*(?:[\w'’-]+\W+){{0,3}}?{_VERB}\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_VERB}\W+(?:[\w'’-]+\W+){{0,2}}$", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:according to|cit(?:e|es|ed|ing)|quot(?:ed|ing)|quoted (?:by|in)|reported (?:by|in)|credit(?:s|ed|ing)?|"
    r"from|via|by|in|on|to|with|says|as)\s+(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke(?:n)? (?:to|with)|says? to|said to|interview\w* (?:with|by))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:['’]s?)?\s+(?:own\s+|first\s+|live\s+|\w+\s+)?(?:report(?:ing|s|er|ers)?|stor(?:y|ies)|article|account|piece"
    r"|letter|list|exclusive|interview|investigation|version|figure|page|website|site|blog|correspondent|front page"
    r"|headline|scoop|number|count|correction|post|column|editorial|feature|tally|photo\w*|video)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:statement|release|press note|note|notice|bulletin|communiqu\w+|situation report|sitrep|notification"
    r"|announcement|website|in writing|written|letter|post(?:ed)?|comment|filing|disclosure)\b",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"\b(?:declin\w+|did(?: not|n['’]t) (?:answer|respond|reply|return|comment)"
    r"|not (?:answered|replied|responded|commented|been answered)|no (?:answer|reply|response|comment)"
    r"|could not be reached|unanswered|would not (?:say|comment|discuss)|refused"
    r"|ha[sd](?: not|n['’]t) (?:answered|replied|responded|commented))\b",
    re.IGNORECASE,
)
_US = re.compile(
    r"\b(?:told|tells?|says? to|said to|told by|asked by) "
    r"(?:us\b|this (?:news)?paper|this \w+|our (?:reporter|bureau|correspondent))"
    r"|\bby (?:phone|telephone)\b|\bto our\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:untrue|false|wrong(?:ly)?|withdr\w+|retract\w*|correct(?:ion|ed|s)\b|apolog\w*"
    r"|took (?:it )?(?:back|down)|deleted)",
    re.IGNORECASE,
)
_REACH = 60
"""Code points before and behind a name that are looked at."""
_DULL = frozenset("news the daily radio of press agency".split())
"""Words of a publisher's name by which it is not known in its own report."""
_SHORTEST = 3


def told_beside(page: Page, start: int, end: int) -> dict[str, float]:
    """Return what a model looks at beside the words from `start` to `end` of a report, which name a publisher."""
    text = page.text
    number = page.at(start)
    span = page.lines[number].span
    behind = text[end : min(span.end, end + _REACH)]
    ahead = text[max(span.start, start - _REACH) : start]
    shown = text[span.start : span.end]
    statements = page.spoken.get(number, ())
    hops = [place for statement in statements for place in _hops(statement, start, end)]
    return {
        "verb behind": float(_AFTER.match(behind) is not None),
        "verb before": float(_BEFORE.search(ahead) is not None),
        "from": float(_FROM.search(ahead) is not None),
        "told it": float(_TOLD.search(ahead) is not None),
        "its report": float(_THING.match(behind) is not None),
        "its paper": float(_PAPER.search(shown) is not None),
        "silent": float(_SILENT.search(shown) is not None),
        "told us": float(_US.search(shown) is not None or _names_itself(page, number)),
        "taken back": float(_DENIED.search(shown) is not None),
        "in the title": float(number == 0),
        "last line": float(number == len(page.lines) - 1),
        "in brackets": float(text[start - 1 : start] == "(" and text[end : end + 1] == ")"),
        "passed on": float(False in hops),
        "its speaker": float(True in hops),
        "in a content": float(any(_within(statement, start, end) for statement in statements)),
        "any statement": float(bool(statements)),
    }


def _hops(statement: Statement, start: int, end: int) -> Iterator[bool]:
    """Yield for each hop of a chain that some words touch whether it is the last one, who says it."""
    for place, hop in enumerate(statement.chain[1:], 2):
        if any(span.start < end and start < span.end for span in hop.words.spans):
            yield place == len(statement.chain)


def _within(statement: Statement, start: int, end: int) -> bool:
    """Say whether some words stand in what is said."""
    return any(span.start <= start and end <= span.end for span in statement.content.spans)


def _names_itself(page: Page, number: int) -> bool:
    """Say whether a line names the report's own publisher."""
    words = {word for word in folded(page.entry.publisher or "").split() if len(word) >= _SHORTEST} - _DULL
    return not words.isdisjoint(page.lines[number].names)
