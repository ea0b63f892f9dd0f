"""A value that was read, the words it was read from, and what made it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from reportedly.values.span import Passage

Value_co = TypeVar("Value_co", covariant=True)


@dataclasses.dataclass(frozen=True, slots=True)
class MadeBy:
    """What made a value.

    The stage, its version, and the digest of the model it asked (None where it asked none); the raw score behind the
    value from 0 to 1, where there is one; and the reason where a rule decided or overruled.
    """

    stage: str
    version: str
    model: str | None = None
    score: float | None = None
    reason: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Finding(Generic[Value_co]):
    """A value, the words of the report it was read from (none for what holds where nothing else is said), its maker."""

    value: Value_co
    words: Passage
    made_by: MadeBy
