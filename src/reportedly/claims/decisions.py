"""What people decided on claims: what is one, what never is, which edge is wrong, and which grade holds.

Decisions are judgements of the ledger: attributed, with a reason, taken back by another and never overwritten. They are
about propositions, which stay when claims are computed anew.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.claims.edge import EdgeKind
from reportedly.errors import UsageError
from reportedly.ledger.joining import JOIN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from reportedly.claims.derivation import Wrong
    from reportedly.ledger import Judgement, Ledger

SAME, NEVER, WRONG, GRADE = "same-claim", "never-one-claim", "wrong-edge", "grade"
"""The keys of decisions: the subject is one proposition or report, the value tells the rest."""
_SPEAKER = "i"
"""How the ids of speakers across reports begin."""
_LETTERS, _DIGITS = "ABCDEF", range(1, 7)


@dataclasses.dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that hold: pairs of propositions that must be one claim or never are, wrong edges, speakers.

    A later decision on a pair goes before an earlier one. `speakers` has who stands for whom, by their identities, and
    `apart` the pairs of speakers who are two.
    """

    must: frozenset[tuple[str, str]] = frozenset()
    never: frozenset[tuple[str, str]] = frozenset()
    wrong: frozenset[Wrong] = frozenset()
    speakers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    apart: frozenset[tuple[str, str]] = frozenset()


def decided(
    judgements: Iterable[Judgement], speakers: Mapping[str, str], apart: frozenset[tuple[str, str]] = frozenset()
) -> Decisions:
    """Return what holds of judgements in the order of time; those that were taken back do not.

    What was decided on speakers is the ledger's to say: `speakers` and `apart` are its.
    """
    pairs: dict[tuple[str, str], str] = {}
    wrong: set[Wrong] = set()
    for one in judgements:
        if one.undone or one.undoes:
            continue
        for key, value in one.decision.items():
            if key in {SAME, NEVER} and isinstance(value, str):
                first, second = sorted((one.subject, value))
                pairs[first, second] = key
            elif key == WRONG and isinstance(value, dict):
                wrong.add((one.subject, str(value["source"]), EdgeKind(value["kind"])))
    return Decisions(
        must=frozenset(pair for pair, key in pairs.items() if key == SAME),
        never=frozenset(pair for pair, key in pairs.items() if key == NEVER),
        wrong=frozenset(wrong),
        speakers=speakers,
        apart=apart,
    )


def touched_by(judgements: Sequence[Judgement], some: Collection[str]) -> set[str]:
    """Return the ids of all that some judgements, by their ids, are about: what is told of these may change.

    All judgements are given. One that takes another back is about the same. A speaker stands for all whom anybody ever
    joined with them, since a chain may break or close in its middle. A grade changes nothing that is told.
    """
    by_id = {one.id: one for one in judgements}
    found: set[str] = set()
    for one in (by_id[each] for each in some):
        found |= _about(by_id.get(one.undoes or "", one))
    pairs = [(one.subject, str(one.decision[JOIN])) for one in judgements if JOIN in one.decision]
    waiting = list(found)
    while waiting:
        speaker = waiting.pop()
        near = {each for pair in pairs if speaker in pair for each in pair} - found
        found |= near
        waiting += near
    return found


def _about(judgement: Judgement) -> set[str]:
    """Return the ids of what a judgement is about."""
    values = [value for key, value in judgement.decision.items() if key != GRADE]
    values += [inner for value in values if isinstance(value, dict) for inner in value.values()]
    return {judgement.subject, *(value for value in values if isinstance(value, str))} if values else set()


def join(ledger: Ledger, first: str, second: str, *, who: str, why: str) -> str:
    """Say that two propositions are one claim, or two speakers one, by their ids; return the id of that judgement."""
    _reasoned(why)
    if _speakers(first, second):
        return ledger.join(first, second, who=who, why=why)
    return ledger.judge(who=who, subject=first, decision={SAME: second}, why=why)


def split(ledger: Ledger, first: str, second: str, *, who: str, why: str) -> str:
    """Say that two propositions are never one claim, or two speakers never one."""
    _reasoned(why)
    if _speakers(first, second):
        return ledger.keep_apart(first, second, who=who, why=why)
    return ledger.judge(who=who, subject=first, decision={NEVER: second}, why=why)


def wrong_edge(  # noqa: PLR0913 - the three things that an edge is told by
    ledger: Ledger, report: str, source: str, kind: EdgeKind, *, who: str, why: str
) -> str:
    """Say that an edge between two reports is wrong."""
    _reasoned(why)
    return ledger.judge(who=who, subject=report, decision={WRONG: {"source": source, "kind": kind.value}}, why=why)


def grade(  # noqa: PLR0913 - both halves of a grade
    ledger: Ledger, subject: str, letter: str | None, digit: int | None, *, who: str, why: str
) -> str:
    """Give a claim (by one of its propositions) or a speaker a grade: a letter, a digit, or both.

    None leaves one open. Raises UsageError for what is no grade, or without a reason.
    """
    _reasoned(why)
    if (letter is None and digit is None) or letter not in {None, *_LETTERS} or digit not in {None, *_DIGITS}:
        shown = "".join(str(each) for each in (letter, digit) if each is not None)
        msg = f"{shown!r} is no grade: a letter A to F, a digit 1 to 6, or both"
        raise UsageError(msg)
    return ledger.judge(who=who, subject=subject, decision={GRADE: {"letter": letter, "digit": digit}}, why=why)


def undo(ledger: Ledger, judgement: str, *, who: str, why: str) -> str:
    """Take a judgement back."""
    _reasoned(why)
    return ledger.undo(judgement, who=who, why=why)


def grades(ledger: Ledger, subjects: Iterable[str]) -> list[Judgement]:
    """Return the grades that people gave to a claim (by its propositions) or to a speaker, and that hold."""
    wanted = set(subjects)
    return [
        one
        for one in ledger.decisions()
        if one.subject in wanted and GRADE in one.decision and not one.undone and not one.undoes
    ]


def _speakers(first: str, second: str) -> bool:
    """Say whether two ids are speakers'; UsageError where only one is."""
    speakers = [each.startswith(_SPEAKER) for each in (first, second)]
    if any(speakers) and not all(speakers):
        msg = f"{first} and {second}: one is a speaker and the other is none"
        raise UsageError(msg)
    return all(speakers)


def _reasoned(why: str) -> None:
    """Refuse a judgement without a reason."""
    if not why.strip():
        msg = "a judgement needs a reason"
        raise UsageError(msg)
