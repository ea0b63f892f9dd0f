"""What changed between two versions of a report: statements kept, lost, added, changed, or only hedged otherwise."""

from __future__ import annotations

import dataclasses
import difflib
from typing import TYPE_CHECKING

from reportedly.ledger.rows import storable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.values import Reading

ALIKE = 0.6
"""The share of words in common from which on two contents are one that was changed (difflib's ratio)."""
MOST = 400
"""Statements of a version beyond which only equal ones are paired: comparing all with all would take too long."""


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """What of a statement is compared: its id, who says so, its words, and how sure it sounds."""

    id: str
    name: str | None
    source: str
    cue: str
    content: str
    certainty: str | None
    hedge: str | None


def said(reading: Reading) -> list[Said]:
    """Return what of the statements of a reading is compared, in words that any database can hold."""
    return [
        Said(
            id=one.id,
            name=storable(one.speaker.name.value) if one.speaker and one.speaker.name else None,
            source=storable(one.source.text) or "",
            cue=storable(one.cue.text) or "",
            content=storable(one.content.text) or "",
            certainty=one.certainty.value.value if one.certainty else None,
            hedge=one.hedge.value.value if one.hedge else None,
        )
        for one in reading.statements
    ]


@dataclasses.dataclass(frozen=True, slots=True)
class Changed:
    """A statement in two versions. `hedged` says that it sounds surer or less sure than before."""

    old: Said
    new: Said
    hedged: bool

    @property
    def words(self) -> list[tuple[str, str]]:
        """The words of the contents: each with " " (in both), "-" (only before) or "+" (only now)."""
        out: list[tuple[str, str]] = []
        before, after = self.old.content.split(), self.new.content.split()
        for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            if tag == "equal":
                out += [(" ", word) for word in before[a:b]]
            else:
                out += [("-", word) for word in before[a:b]] + [("+", word) for word in after[c:d]]
        return out


@dataclasses.dataclass(frozen=True, slots=True)
class Changes:
    """The statements of two versions: pairs that stayed as they were, pairs that changed, and those without a pair."""

    kept: tuple[tuple[Said, Said], ...]
    changed: tuple[Changed, ...]
    lost: tuple[Said, ...]
    added: tuple[Said, ...]


def compare(old: Sequence[Said], new: Sequence[Said]) -> Changes:
    """Pair the statements of two versions, equal ones first, then those that are most alike."""
    waiting: dict[tuple[str, str, str], list[Said]] = {}
    for one in new:
        waiting.setdefault((one.source, one.cue, one.content), []).append(one)
    kept: list[tuple[Said, Said]] = []
    left: list[Said] = []
    for one in old:
        same = waiting.get((one.source, one.cue, one.content))
        if same:
            kept.append((one, same.pop(0)))
        else:
            left.append(one)
    taken = {after.id for _, after in kept}
    fresh = [one for one in new if one.id not in taken]
    changed = _alike(left, fresh) if len(left) <= MOST and len(fresh) <= MOST else []
    paired = {each.old.id for each in changed} | {each.new.id for each in changed}
    rehedged = [
        Changed(before, after, hedged=True)
        for before, after in kept
        if (before.certainty, before.hedge) != (after.certainty, after.hedge)
    ]
    return Changes(
        kept=tuple(kept),
        changed=(*changed, *rehedged),
        lost=tuple(one for one in left if one.id not in paired),
        added=tuple(one for one in fresh if one.id not in paired),
    )


def _alike(old: Sequence[Said], new: Sequence[Said]) -> list[Changed]:
    """Pair statements that share most of their words, the most alike first."""
    pairs = []
    for before in old:
        matcher = difflib.SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(before.content.split())
        for after in new:
            matcher.set_seq1(after.content.split())
            if matcher.real_quick_ratio() >= ALIKE and (ratio := matcher.ratio()) >= ALIKE:
                pairs.append((ratio, before.name == after.name, before, after))
    used: set[str] = set()
    out = []
    for _, _, before, after in sorted(pairs, key=lambda pair: (-pair[0], not pair[1])):
        if before.id not in used and after.id not in used:
            used |= {before.id, after.id}
            hedged = (before.certainty, before.hedge) != (after.certainty, after.hedge)
            out.append(Changed(before, after, hedged))
    return out
