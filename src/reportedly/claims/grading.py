"""A proposed Admiralty grade (FM 2-22.3): a letter and a digit, set independently of one another.

docs/explanation/grading.md has the rules; `reliability` and `credibility` follow them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.claims.claim import Grade
from reportedly.claims.credibility import digit
from reportedly.claims.reliability import letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.claims.claim import Member, Origins, Response, Standing
    from reportedly.claims.entry import Entry
    from reportedly.claims.records import Record


def grade(  # noqa: PLR0913 - the parts of a claim, and a record
    members: Sequence[Member],
    responses: Sequence[Response],
    origins: Origins,
    standing: Standing,
    entries: Mapping[str, Entry],
    *,
    record: Record | None = None,
) -> Grade:
    """Return the proposed grade of a claim.

    `record` is that of the origin that stands for the claim, made without this claim; of several, that of the first.
    """
    by_record = letter(record)
    by_claim = digit(members, responses, origins, standing, entries)
    return Grade(
        letter=by_record.sign,
        digit=int(by_claim.sign),
        letter_reasons=by_record.reasons,
        digit_reasons=by_claim.reasons,
        would_change=(*by_claim.would_change, *by_record.would_change),
    )
