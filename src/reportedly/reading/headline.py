"""The headline stage: the headline beside the body's strongest statement that says the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.heading import headline, headline_end
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.likeness import telling, words_of
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import begins
from reportedly.values import Certainty, Headline, MadeBy, Passage, Polarity, Span, Stance

if TYPE_CHECKING:
    from reportedly.values import Reading, Statement

LIKE = 0.5
"""The share of a headline's telling words that a statement must have to say the same."""
FEWEST = 2
"""Words they must share at least."""
_LEVELS = {
    Certainty.STATED: 0,
    Certainty.PREDICTED: 0,
    Certainty.BELIEVED: 1,
    Certainty.SUSPECTED: 2,
    Certainty.POSSIBLE: 3,
    Certainty.CONDITIONAL: 3,
    Certainty.HEARSAY: 4,
    Certainty.DISPUTED: 5,
    Certainty.UNCLEAR: 5,
}
"""From the surest on. What will be is no less sure than what is: a headline's present stands for either."""

_POSSIBLE = re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE)


class Headlines:
    """Compare the headline with the body."""

    name = "headline"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "certainties", "voice"})
    gives = frozenset({"headline"})

    def __init__(self) -> None:
        """Open the lexicon of words that make less certain."""
        self._hedges = Lexicon("certainties")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the headline, where the body has a statement that says the same."""
        words = _words(reading)
        if not words:
            return Proposal()
        end = headline_end(reading.report)
        certainty, told, own = self._read(reading, words, end)
        like = [one for one in reading.statements if begins(one) >= end and _claims(one) and _like(told, one)]
        if not like:
            return Proposal()
        best = min(like, key=lambda one: (_LEVELS[_sure(one)], -len(told & words_of(one.content)), begins(one)))
        sentences = reading.voice.sentences if reading.voice is not None else ()
        text = reading.report.text
        bare = any(_enough(told, telling([text[span.start : span.end]])) for span in sentences)
        reason = "the body says so in its own voice" if bare else f"the body's surest statement is {_sure(best).value}"
        return Proposal(
            headline=Headline(
                words=words,
                certainty=certainty,
                statement=best.id,
                body=best.content,
                body_certainty=_sure(best),
                stronger=_LEVELS[_sure(best)] > _LEVELS[certainty] and not bare,
                made_by=MadeBy(self.name, self.version, reason=f"{own}; {reason}"),
            )
        )

    def _read(self, reading: Reading, words: Passage, end: int) -> tuple[Certainty, frozenset[str], str]:
        """Return how sure the headline sounds, the words that tell what it says, and why."""
        within = [one for one in reading.statements if begins(one) < end and one.parent is None]
        if within:
            certainty = max((_sure(one) for one in within), key=_LEVELS.__getitem__)
            told = words_of(max(within, key=lambda one: len(one.content.text)).content)
            return certainty, told, "the headline attributes"
        hedges = [Certainty(match.entry.label) for match in self._hedges.matches(words.text)]
        if hedges:
            return max(hedges, key=_LEVELS.__getitem__), words_of(words), "the headline hedges"
        if words.text.rstrip().endswith("?"):
            return Certainty.UNCLEAR, words_of(words), "the headline asks"
        if found := _POSSIBLE.search(words.text):
            return Certainty.POSSIBLE, words_of(words), f"{found.group()!r} in the headline"
        return Certainty.STATED, words_of(words), "nothing in the headline weakens it"


def _words(reading: Reading) -> Passage:
    """Return the headline of the text, or the report's title where the text has none."""
    found = headline(reading.report)
    if found is not None:
        return Passage(reading.report.text, (found,))
    title = reading.report.title or ""
    return Passage(title, (Span(0, len(title)),)) if title.strip() else Passage(reading.report.text)


def _sure(statement: Statement) -> Certainty:
    """Return how sure a statement sounds; the reporter's hedge weakens it, and what is denied is disputed."""
    denied = statement.stance is not None and statement.stance.value in {Stance.DENIES, Stance.DISPUTES}
    negative = statement.polarity is not None and statement.polarity.value is Polarity.NEGATIVE
    if denied and negative:
        return Certainty.DISPUTED
    signs = [finding.value for finding in (statement.certainty, statement.hedge) if finding is not None]
    return max(signs, key=_LEVELS.__getitem__, default=Certainty.STATED)


def _claims(statement: Statement) -> bool:
    """Say whether a statement claims something: it neither asks nor leaves open what was asked."""
    stance = statement.stance.value if statement.stance is not None else Stance.ASSERTS
    return not stance.unanswered and stance is not Stance.ASKS


def _like(told: frozenset[str], statement: Statement) -> bool:
    """Say whether a statement says the same as a headline."""
    return _enough(told, words_of(statement.content))


def _enough(told: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether words say the same as a headline: they have enough of its words."""
    return len(told & other) >= max(FEWEST, LIKE * len(told))
