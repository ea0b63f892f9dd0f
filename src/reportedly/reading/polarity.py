"""Whether a content is said to be so or not to be so: by a denying cue, or by the negation of its main clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.cues import at_cue, negated
from reportedly.values import Passage, Polarity, Stance

if TYPE_CHECKING:
    from reportedly.reading.clause import Clause
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.values import Statement

_TAKES_NEGATION = frozenset({Stance.SUPPOSES, Stance.PREDICTS, Stance.ASKS, Stance.CONFIRMS})
"""Stances whose cue hands its negation on: who does not expect a thing expects that it will not be."""


def polarity(statement: Statement, clause: Clause | None, denying: Matches) -> tuple[Polarity, Passage, str | None]:
    """Return a statement's polarity with the words and the reason; `denying` is where the denying cues stand."""
    text = statement.content.within
    stance = statement.stance.value if statement.stance else Stance.ASSERTS
    if stance.unanswered:
        return Polarity.POSITIVE, Passage(text), "a reply that is none tells nothing of the content"
    negatives: list[tuple[int, int, str]] = []
    cues = [match for match in at_cue(statement, denying) if match.entry.label == Polarity.NEGATIVE]
    if cues:
        negatives.append((cues[0].start, cues[0].end, f"cue {text[cues[0].start : cues[0].end]!r}"))
    elif stance in _TAKES_NEGATION and negated(statement):
        negatives.append((statement.cue.spans[0].start, statement.cue.spans[-1].end, "the cue is negated"))
    if clause is not None and clause.negation is not None and not _within(clause.negation.start, cues):
        words = clause.negation
        negatives.append((words.start, words.end, f"{text[words.start : words.end]!r} in the main clause"))
    if not negatives:
        return Polarity.POSITIVE, Passage(text), None
    value = Polarity.NEGATIVE if len(negatives) == 1 else Polarity.POSITIVE
    return (
        value,
        Passage.of(text, [(start, end) for start, end, _ in negatives]),
        " and ".join(reason for *_, reason in negatives),
    )


def _within(place: int, cues: list[Match]) -> bool:
    """Say whether a place lies in one of the cues: "warned not to" negates once."""
    return any(match.start <= place < match.end for match in cues)
