"""What a time is told from: when the report was published, the last time that the text names, and the tense."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from reportedly.reading.timex.calendar import WEEK, Point, Unit, first_day, is_day

if TYPE_CHECKING:
    from reportedly.reading.timex.found import Found
    from reportedly.reading.timex.governing import Governing
    from reportedly.values import Moment, TimeRole


class Tense(enum.Enum):
    """Where the verb puts what happens."""

    PAST = "the verb is in the past"
    FUTURE = "the verb looks ahead"
    UNKNOWN = "no verb tells"


class Context:
    """What is known when the expressions of a text are read, from the first to the last."""

    def __init__(self, published: Point | None, governing: Governing, *, narrative: bool) -> None:
        """Take when the text was published, and whether it tells of times long past in their order."""
        self.published = published
        self.narrative = narrative
        self.last: Point | None = None
        self.hint: Point | None = None
        """A point with a year that stands right behind and gives it to the one that is read: "May and June 1940"."""
        self.before_christ = False
        self._governing = governing

    @property
    def seen(self) -> Point | None:
        """What "last week" is told from."""
        return (self.last or self.published) if self.narrative else self.published

    @property
    def told(self) -> Point | None:
        """What "the previous week" is told from."""
        return self.last or self.published

    @property
    def origin(self) -> str:
        """What `seen` is, in words."""
        if self.narrative and self.last is not None:
            return "the last time named before"
        return "the publication"

    @property
    def told_origin(self) -> str:
        """What `told` is, in words."""
        return "the last time named before" if self.last is not None else "the publication"

    @property
    def day(self) -> Point | None:
        """The day that is spoken of: the last one named, or in news, if that is not near, that of the publication."""
        if self.narrative and self.last is not None:
            return self.last
        if self.published is None or self.last is None or self.last.unit is not Unit.DAY:
            return self.published or self.last
        begin, now = first_day(self.last), first_day(self.published)
        near = begin is not None and now is not None and abs((now - begin).days) <= WEEK
        return self.last if near else self.published

    def role(self, found: Found) -> TimeRole | None:
        """Return the role that the words before tell."""
        return self._governing.role(found)

    def tense(self, found: Found) -> Tense:
        """Return where the verb of the clause puts what happens."""
        return self._governing.tense(found)

    def pos_after(self, found: Found) -> str:
        """Return the part of speech of the word behind; empty at the end of a sentence."""
        return self._governing.pos_after(found)

    def pos_before(self, found: Found) -> str:
        """Return the part of speech of the word before; empty at the beginning of a sentence."""
        return self._governing.pos_before(found)

    def pos(self, found: Found, place: int) -> str:
        """Return the part of speech of a lexeme of the scan."""
        return self._governing.pos_at(found.scan.lexemes[place].start)


def is_named(found: Found, context: Context) -> bool:
    """Say whether a word of time with a capital is a part of somebody's or something's name: a "Radio Today"."""
    place = found.last - 1
    if not found.scan.text[found.lexemes[-1].start].isupper() or context.pos(found, place) != "PROPN":
        return False
    return context.pos_after(found) == "PROPN" or (found.first == place and context.pos_before(found) == "PROPN")


def published_point(moment: Moment | None) -> Point | None:
    """Return the day, month or year of a moment as a point."""
    if moment is None:
        return None
    year, month, day = (int(part) if part else 0 for part in (moment.edtf[:4], moment.edtf[5:7], moment.edtf[8:10]))
    if day and is_day(year, month, day):
        return Point(Unit.DAY, year, month, day)
    return Point(Unit.MONTH, year, month) if month else Point(Unit.YEAR, year)
