"""The proposed letter of a grade: how reliable a speaker was, by its record in this ledger.

The rules are those of docs/explanation/grading.md; nothing is computed from F.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.proposed import Proposed

if TYPE_CHECKING:
    from reportedly.claims.records import Record

FEWEST_SETTLED = 5
"""Settled claims of a record from which on there is a letter: one case more moves the share by at most a fifth."""
FLAWLESS = 20
"""Settled claims without a failure for an A: by the rule of three, failures are then below 15% with 95% confidence."""
SHARES = (("B", 0.85), ("C", 0.6), ("D", 0.3), ("E", 0.0))
"""The letters by the least share of settled claims that were confirmed."""
_HISTORY = {
    "A": "complete reliability",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
}


def letter(record: Record | None) -> Proposed:
    """Return the letter of a speaker by its record in this ledger; F where fewer than five claims are settled."""
    settled = record.settled if record is not None else 0
    if record is None or settled < FEWEST_SETTLED or record.share is None:
        name = f"{record.name!r}" if record is not None else "whoever stands for it"
        return Proposed(
            "F",
            (f"{settled} settled claims of {name} in this ledger; it takes {FEWEST_SETTLED} to judge",),
            (f"{FEWEST_SETTLED - settled} more settled claims of {name} would give a letter",),
        )
    told = f"{record.confirmed} of {settled} settled claims of {record.name!r} were confirmed by an independent origin"
    if record.refuted == 0 and settled >= FLAWLESS:
        return Proposed("A", (told, _HISTORY["A"]), ("one that is withdrawn, or denied and not confirmed, ends it",))
    sign = next(sign for sign, least in SHARES if record.share >= least)
    change = f"what becomes of the {record.stood - settled} that are not settled would move it"
    if record.refuted == 0:
        change = f"{FLAWLESS - settled} more confirmed without a failure would make it A"
    return Proposed(sign, (told, _HISTORY[sign]), (change,))
