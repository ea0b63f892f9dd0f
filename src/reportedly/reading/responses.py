"""The responses stage: non-answers, which are statements even where nothing is attributed.

It adds those that the model missed, and of those that it found it puts the words that say that nobody answered
into the cue: "declined | to comment on the sale" becomes "declined to comment on | the sale".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.mending import Mending
from reportedly.reading.owners import Owners
from reportedly.reading.silences import Silences
from reportedly.reading.stage import Proposal
from reportedly.reading.statements import in_order, state
from reportedly.values import MadeBy, Passage

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match
    from reportedly.reading.silences import Silence
    from reportedly.values import Reading, Statement

CONFIDENCE = 0.95
"""Of 78 that were added to news (PolNeAR train, BASIL, LGL, GeoVirus, ECB+, Helsinki), a reader found 4 wrong."""


class Responses:
    """Find the non-answers of a report."""

    name = "responses"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences", "mentions"})
    gives = frozenset({"responses"})

    def __init__(self) -> None:
        """Open the lexicon."""
        self._lexicon = Lexicon("responses")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with the non-answers that were missed, and whole cues of the others."""
        matches = list(self._lexicon.matches(reading.report.text))
        if not matches:
            return Proposal()
        owners = Owners(reading.statements)
        silences = Silences(reading)
        mending = Mending(reading, owners, silences)
        added: list[Statement] = []
        for match in matches:
            known = owners.of_cue(match.start, match.end)
            if known:
                mending.mend(known, match)
            elif (made := self._add(reading, match, owners, silences)) is not None:
                added.append(made)
        return Proposal(statements=in_order(mending.statements(added)))

    def _add(self, reading: Reading, match: Match, owners: Owners, silences: Silences) -> Statement | None:
        """Write down a non-answer that the model missed; within another's content only one of somebody else's."""
        if owners.of_source(match.start, match.end):
            return None
        around = owners.around(match.start, match.end)
        if around is None and owners.of_content(match.start, match.end):
            return None
        silence = silences.of(match) if around is None else silences.told(match, around)
        if silence is None or (around is not None and not _within(silence, around)):
            return None
        text = reading.report.text
        return state(
            reading.report,
            Passage(text, (silence.source,)),
            Passage(text, silence.cue),
            Passage(text, silence.content),
            parent=around.id if around is not None else None,
            confidence=CONFIDENCE,
            made_by=MadeBy(self.name, self.version, reason=f"{text[match.start : match.end]!r}"),
        )


def _within(silence: Silence, around: Statement) -> bool:
    """Say whether a non-answer stands within the content of a statement."""
    extent = around.content.extent
    return extent is not None and all(extent.contains(span) for span in (silence.source, *silence.content))
