"""The stage of speakers: who says so, as the report identifies them anywhere in its text."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.profiles import STAGE, VERSION
from reportedly.reading.resolving import resolver
from reportedly.reading.stage import Proposal

if TYPE_CHECKING:
    from reportedly.values import Reading


class Speakers:
    """Resolve the source of every statement into its speaker."""

    name = STAGE
    version = VERSION
    needs = frozenset({"statements", "words", "sentences", "mentions"})
    gives = frozenset({"speakers"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements with their speakers; one without a source has none."""
        resolve = resolver(reading)
        return Proposal(
            statements=tuple(
                dataclasses.replace(statement, speaker=resolve.source(statement)) for statement in reading.statements
            )
        )
