"""How one report came by what it says: an edge of the graph of derivation, with its reasons."""

from __future__ import annotations

import dataclasses
import enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.values import Passage


class EdgeKind(enum.StrEnum):
    """What an edge says."""

    COPIES = "copies"
    """The report takes its words from the source."""
    CITES = "cites"
    """A chain of the report names the source."""
    SAME_WIRE = "same-wire"
    """Both carry the copy of one wire, and neither has it from the other."""
    SAME_OCCASION = "same-occasion"
    """Both quote one speaker on one occasion."""
    SAME_DOCUMENT = "same-document"
    """Both rest on one document."""

    @property
    def directed(self) -> bool:
        """Say whether the source was there first; of the other kinds, both ends stand side by side."""
        return self in {EdgeKind.COPIES, EdgeKind.CITES}


@dataclasses.dataclass(frozen=True, slots=True)
class Edge:
    """One report beside where it has something from. Both ends are ids; the `source` is that of a report or a speaker.

    `wire` is whose copy it is, as far as anybody says so: the agency's or the outlet's name. `credited` says whether
    the report itself names it. `sure` is False where times leave open which was first, or where the words leave open
    how they were taken; the `reasons` say so, in words for people. `passages` are what shows it, each in the report's
    text; `originals` are the same passages in the source's text, one for each, or none where the source has no text.
    """

    report: str
    source: str
    kind: EdgeKind
    wire: str | None
    credited: bool
    sure: bool
    passages: tuple[Passage, ...]
    reasons: tuple[str, ...]
    originals: tuple[Passage, ...] = ()

    def __post_init__(self) -> None:
        """Refuse originals that do not go with the passages."""
        if self.originals and len(self.originals) != len(self.passages):
            msg = f"{len(self.passages)} passages do not go with {len(self.originals)} originals"
            raise ValueError(msg)
