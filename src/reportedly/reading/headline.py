"""The headline stage: the headline beside the body's strongest statement that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.heading import headline_end
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.likeness import shared, telling, words_of
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import begins
from reportedly.values import Certainty, Headline, MadeBy, Passage, Polarity, Stance

if TYPE_CHECKING:
    from reportedly.values import Reading, Statement

LIKE = 0.5
"""The least share of common words of a headline and a statement that says the same."""
FEWEST = 2
_SURENESS = (
    Certainty.STATED,
    Certainty.PREDICTED,
    Certainty.BELIEVED,
    Certainty.SUSPECTED,
    Certainty.POSSIBLE,
    Certainty.CONDITIONAL,
    Certainty.HEARSAY,
    Certainty.DISPUTED,
    Certainty.UNCLEAR,
)
"""From the surest on."""


class Headlines:
    """Compare the headline with the body."""

    name = "headline"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences", "certainties", "voice"})
    gives = frozenset({"headline"})

    def __init__(self) -> None:
        """Open the lexicon of words that make less certain."""
        self._hedges = Lexicon("certainties")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the headline, where the body has a statement that says the same."""
        text, end = reading.report.text, headline_end(reading.report)
        if not end:
            return Proposal()
        words = Passage.of(text, [(reading.report.paragraphs[0].start, end)])
        told = words_of(words)
        like = [one for one in reading.statements if begins(one) >= end and _like(told, one)]
        if not like:
            return Proposal()
        certainty, own = self._certainty(reading, words)
        best = min(
            like, key=lambda one: (_SURENESS.index(_sure(one)), -shared(told, words_of(one.content)), begins(one))
        )
        weaker = _SURENESS.index(_sure(best)) > _SURENESS.index(certainty)
        bare = any(
            _same(told, text[span.start : span.end]) for span in (reading.voice.sentences if reading.voice else ())
        )
        reason = "the body says so in its own voice" if bare else f"the body's surest statement is {_sure(best).value}"
        return Proposal(
            headline=Headline(
                words=words,
                certainty=certainty,
                statement=best.id,
                body=best.content,
                body_certainty=_sure(best),
                stronger=weaker and not bare,
                made_by=MadeBy(self.name, self.version, reason=f"{own}; {reason}"),
            )
        )

    def _certainty(self, reading: Reading, words: Passage) -> tuple[Certainty, str]:
        """Return how sure the headline sounds, by a statement in it or else by its words, and why."""
        (span,) = words.spans
        within = [one for one in reading.statements if span.start <= begins(one) < span.end]
        if within:
            found = max((_sure(one) for one in within), key=_SURENESS.index)
            return found, "the headline attributes"
        hedges = [Certainty(match.entry.label) for match in self._hedges.matches(words.text)]
        if hedges:
            return max(hedges, key=_SURENESS.index), "the headline hedges"
        return Certainty.STATED, "nothing in the headline weakens it"


def _sure(statement: Statement) -> Certainty:
    """Return how sure a statement sounds; what is denied or doubted is disputed."""
    if statement.hedge is not None:
        return statement.hedge.value
    denied = statement.stance is not None and statement.stance.value in {Stance.DENIES, Stance.DISPUTES}
    negative = statement.polarity is not None and statement.polarity.value is Polarity.NEGATIVE
    if denied and negative:
        return Certainty.DISPUTED
    return statement.certainty.value if statement.certainty is not None else Certainty.STATED


def _like(told: frozenset[str], statement: Statement) -> bool:
    """Say whether a statement says the same as words."""
    return bool(statement.content) and _enough(told, words_of(statement.content))


def _same(told: frozenset[str], sentence: str) -> bool:
    """Say whether a sentence says the same as words."""
    return _enough(told, telling([sentence]))


def _enough(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of words have enough in common."""
    return shared(one, other) >= LIKE and len(one & other) >= FEWEST
