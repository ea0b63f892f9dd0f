"""What a stage of the reading is: it looks at a reading and proposes; the pipeline applies."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from reportedly.values import (
        Along,
        Caution,
        Finding,
        Headline,
        Mention,
        Place,
        Quantity,
        Reading,
        Sentence,
        Statement,
        Voice,
        When,
        Word,
    )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a stage would put into a reading. None leaves what is there as it is; warnings are added."""

    statements: tuple[Statement, ...] | None = None
    words: Along[Word] | None = None
    sentences: Along[Sentence] | None = None
    mentions: Along[Mention] | None = None
    wires: tuple[Finding[str], ...] | None = None
    voice: Voice | None = None
    headline: Headline | None = None
    places: tuple[Place, ...] | None = None
    times: tuple[When, ...] | None = None
    quantities: tuple[Quantity, ...] | None = None
    warnings: tuple[Caution, ...] = ()


class Stage(Protocol):
    """One thing that is read. A stage changes nothing and imports no other stage.

    `needs` and `gives` name what it works on ("text", "statements", ...), so that the pipeline can check its order;
    `version` changes whenever what it proposes could.
    """

    @property
    def name(self) -> str:
        """The stage's name, as it stands in `made_by`."""

    @property
    def version(self) -> str:
        """The stage's version, as it stands in `made_by`."""

    @property
    def needs(self) -> frozenset[str]:
        """What must have been read before."""

    @property
    def gives(self) -> frozenset[str]:
        """What has been read after it."""

    def __call__(self, reading: Reading) -> Proposal:
        """Propose what to add to a reading."""
