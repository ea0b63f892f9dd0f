"""The answers stage: what a denial, a confirmation or a non-answer answers, and whether it is narrower than that."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.likeness import shared, telling, words_of
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import begins
from reportedly.values import Answer, MadeBy, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.lexicon import Matches
    from reportedly.values import Reading, Statement

RESPONSES = frozenset(
    {
        Stance.CONFIRMS,
        Stance.DENIES,
        Stance.DISPUTES,
        Stance.CANNOT_CONFIRM,
        Stance.NOT_YET_CONFIRMED,
        Stance.DECLINES_COMMENT,
        Stance.NO_RESPONSE,
        Stance.DEFLECTS,
        Stance.CORRECTS,
        Stance.RETRACTS,
    }
)
LIKE = 0.34
"""The least share of common words of a response and what it answers."""
FEWEST = 2
"""Words they must share at least, where the shorter has so many."""
FEW = 4
"""How many statements behind a response may stand in it."""
FARTHEST = 12
"""How many statements before a response are looked at."""
NEAR = 600
"""Code points before a response within which one that only points back ("denied it") finds what it answers."""
POINTING = 150
"""Code points of a content that only points back, at most."""
_POINTS = re.compile(
    r"\A(?:so|it|that|this|them|those|him|her|you|absolutely right|right|(?:a |an |the |any |all |his |her |its "
    r"|their |these |those |this |that |such |\w+['’]s )*"
    r"(?:reports?|claims?|allegations?|accusations?|accounts?|stor(?:y|ies)|charges?|remarks?|argument|question|matter|"
    r"suggestions?|rumou?rs?|version|question about (?:it|that))(?: as\b.*)?)\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Contents that only point back to what was said."""


class Answers:
    """Find what each response answers."""

    name = "answers"
    version = "1"
    needs = frozenset({"text", "statements", "speakers", "stances"})
    gives = frozenset({"answers"})

    def __init__(self) -> None:
        """Open the lexicon of words that narrow."""
        self._narrowing = Lexicon("narrowing")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with what they answer."""
        if not any(_responds(statement) for statement in reading.statements):
            return Proposal()
        narrowing = self._narrowing.matches(reading.report.text)
        out = list(reading.statements)
        for place, statement in enumerate(reading.statements):
            if _responds(statement) and (found := _answered(statement, reading.statements, place)) is not None:
                out[place] = dataclasses.replace(statement, answers=self._answer(statement, *found, narrowing))
        return Proposal(statements=tuple(out))

    def _answer(self, statement: Statement, target: Statement, reason: str, narrowing: Matches) -> Answer:
        """Write down what a response answers."""
        told = words_of(target.content)
        text = statement.content.within
        narrow = next(
            (
                text[match.start : match.end]
                for span in statement.content.spans
                for match in narrowing.within(span.start, span.end)
                if not shared(telling([text[match.start : match.end]]), told)
            ),
            None,
        )
        if narrow is not None:
            reason = f"{reason}; {narrow!r} narrows it"
        made_by = MadeBy(self.name, self.version, reason=reason)
        return Answer(statement=target.id, words=target.content, narrower=narrow is not None, made_by=made_by)


def _responds(statement: Statement) -> bool:
    """Say whether a statement answers something."""
    return statement.stance is not None and statement.stance.value in RESPONSES


def _answered(statement: Statement, statements: Sequence[Statement], place: int) -> tuple[Statement, str] | None:
    """Return the statement that another answers, and why; None rather than a guess."""
    inside = next(
        (one for one in statements[place + 1 : place + FEW] if one.parent == statement.id and one.content), None
    )
    if inside is not None and not _responds(inside):
        return inside, "it stands in the response"
    told = words_of(statement.content)
    before = [one for one in statements[max(0, place - FARTHEST) : place] if _may_be_answered(statement, one)]
    best: tuple[float, Statement] | None = None
    for distance, one in enumerate(reversed(before)):
        words = words_of(one.content)
        named = len(told) == 1 and told <= words_of(one.source)
        if not named and (shared(told, words) < LIKE or len(told & words) < min(FEWEST, len(told), len(words))):
            continue
        score = shared(told, words) + named - distance / (4 * FARTHEST)
        if best is None or score > best[0]:
            best = score, one
    if best is not None:
        return best[1], "they share most of the words that tell something"
    content = statement.content.text
    points = 0 < len(content) <= POINTING and _POINTS.match(content) is not None
    if points and before and begins(statement) - begins(before[-1]) <= NEAR:
        return before[-1], "it points back to what was said last"
    return None


def _may_be_answered(statement: Statement, one: Statement) -> bool:
    """Say whether a statement could be what another answers: somebody else's, no answer itself, and not around it."""
    if not one.content or one.id == statement.parent or _responds_silently(one):
        return False
    return one.speaker is None or statement.speaker is None or one.speaker.id != statement.speaker.id


def _responds_silently(one: Statement) -> bool:
    """Say whether a statement leaves open what was asked, so that there is nothing to answer in it."""
    return one.stance is not None and one.stance.value.unanswered
