"""Make propositions of a reading: every statement's content, every bare sentence, and the headline."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.claims.circumstances import amounts, places, times, within
from reportedly.claims.clauses import clauses
from reportedly.claims.names import Names
from reportedly.claims.negation import negates
from reportedly.claims.proposition import Proposition
from reportedly.ledger.identities import folded, identity
from reportedly.reading.heading import headline
from reportedly.values import Certainty, Passage, Polarity, Span, Stance, stable_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.values import Reading, Report, Statement

FEWEST_WORDS = 4
"""Words of a bare sentence at least: "More to follow." says nothing that could be compared."""
FEWEST_OF_HEADLINE = 2
"""Words of a headline at least: "Mayor resigns" says a thing."""
SHARE = 0.5
"""The share of a sentence in statements' contents from which on it is theirs, as in `reading.voice`."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_PARTS = re.compile(r"\s+[-–—|]\s+|\s*\|\s*")
"""What parts a headline from the publisher's name behind it."""
_CREDIT = re.compile(
    r"\(?(?:(?:additional )?reporting|editing|writing|compiled|with files|edited|written) by\b", re.IGNORECASE
)
"""How a line begins that says who worked on a report, which is no news."""


def propositions(reading: Reading) -> list[Proposition]:
    """Return what a report says: the headline first, then in the order of its text.

    They are the same whether the reading is fresh or comes back from a ledger. Statements without a content (nobody
    answered) make none.
    """
    return sorted(_Maker(reading).made(), key=lambda each: (not each.headline, each.spans[0].start, each.id))


class _Maker:
    """Makes the propositions of one reading."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading."""
        self._reading = reading
        self._report = reading.report
        self._names = Names(reading.report)
        self._headline = _headline(reading.report)

    def made(self) -> Iterator[Proposition]:
        """Yield them all."""
        for statement in self._reading.statements:
            if statement.content:
                numbers = (span for each in statement.quantities for span in each.words.spans)
                for place, words in enumerate(clauses(statement.content, numbers)):
                    yield self._of_statement(statement, words, place)
        if _enough(self._headline.text, FEWEST_OF_HEADLINE) and not self._stated(self._headline):
            yield self._bare(self._headline, headline=True)
        for span in self._reading.voice.sentences if self._reading.voice is not None else ():
            words = Passage(self._report.text, (span,))
            if _enough(words.text, FEWEST_WORDS) and not _CREDIT.match(words.text) and not self._stated(words):
                yield self._bare(words, headline=False)

    def _of_statement(self, statement: Statement, words: Passage, place: int) -> Proposition:
        """Make what a statement says in one of its clauses."""
        headed = self._headline.extent if self._in_text(self._headline) else None
        return Proposition(
            id=stable_id("p", self._report.id, statement.id, *([place] if place else [])),
            report=self._report.id,
            statement=statement.id,
            words=words,
            headline=headed is not None and headed.contains(words.spans[0]),
            speaker=identity(statement.speaker, self._report.id) if statement.speaker is not None else None,
            negated=statement.polarity is not None and statement.polarity.value is Polarity.NEGATIVE,
            stance=statement.stance.value if statement.stance is not None else Stance.ASSERTS,
            certainty=statement.certainty.value if statement.certainty is not None else Certainty.STATED,
            names=self._named(words),
            around=self._around(words),
            places=places(place for place in statement.places if within(place.words, words)),
            times=times(time for time in statement.times if within(time.words, words)),
            quantities=amounts((each for each in statement.quantities if within(each.words, words)), words),
        )

    def _bare(self, words: Passage, *, headline: bool) -> Proposition:
        """Make what the report says in its own voice; nothing but names is known of a title outside the text."""
        reading, in_text = self._reading, self._in_text(words)
        made = Proposition(
            id=stable_id("p", self._report.id, in_text, words.pairs),
            report=self._report.id,
            statement=None,
            words=words,
            headline=headline,
            speaker=None,
            negated=negates(words.text),
            stance=Stance.ASSERTS,
            certainty=Certainty.STATED,
            names=self._named(words) if in_text else self._names.in_title(words.text),
        )
        if not in_text:
            return made
        return dataclasses.replace(
            made,
            around=self._around(words),
            places=places(place for place in reading.places if within(place.words, words)),
            times=times(time for time in reading.times if within(time.words, words)),
            quantities=amounts((each for each in reading.quantities if within(each.words, words)), words),
        )

    def _named(self, words: Passage) -> tuple[str, ...]:
        """Return the names in a passage of the text; those of known places are compared as places."""
        known = (place.words for place in self._reading.places if place.place is not None)
        return self._names.within(words.spans, (span for each in known if within(each, words) for span in each.spans))

    def _around(self, words: Passage) -> tuple[str, ...]:
        """Return the words of names in the paragraph of a passage, and in the one before, but for the headline."""
        paragraphs = self._report.paragraphs
        start = words.spans[0].start
        number = next((place for place, each in enumerate(paragraphs) if each.start <= start < each.end), None)
        if number is None:
            return ()
        spans = paragraphs[max(min(number, 1), number - 1) : number + 1]
        return tuple(sorted({word for name in self._names.within(spans) for word in name.split()}))

    def _in_text(self, words: Passage) -> bool:
        """Say whether a passage is one of the report's text, and not of its title."""
        return words.within == self._report.text

    def _stated(self, words: Passage) -> bool:
        """Say whether most of a sentence or a headline stands in the contents of statements."""
        if not self._in_text(words):
            return False
        (whole,) = words.spans
        covered = sum(
            min(span.end, whole.end) - max(span.start, whole.start)
            for statement in self._reading.statements
            if statement.parent is None
            for span in statement.content.spans
            if span.overlaps(whole)
        )
        return covered >= SHARE * len(whole)


def _headline(report: Report) -> Passage:
    """Return the headline in the text, or the title outside it, without the publisher's name behind it."""
    found = headline(report)
    text = report.text if found is not None else report.title or ""
    start, end = (found.start, found.end) if found is not None else (len(text) - len(text.lstrip()), len(text.rstrip()))
    parts = list(_PARTS.finditer(text, start, end))
    if report.publisher and parts and folded(text[parts[-1].end() : end]) == folded(report.publisher):
        end = parts[-1].start()
    return Passage(text, (Span(start, end),)) if start < end else Passage(report.text)


def _enough(text: str, fewest: int) -> bool:
    """Say whether words are enough to say something."""
    return len(_WORD.findall(text)) >= fewest
