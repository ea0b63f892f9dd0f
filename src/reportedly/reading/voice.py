"""The voice stage: which sentences a report asserts itself, and how much of it is attributed, hedged and bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.heading import headline_end
from reportedly.reading.stage import Proposal
from reportedly.values import Along, Span, Voice

if TYPE_CHECKING:
    from reportedly.values import Reading, Sentence, Statement

SHARE = 0.5
"""The share of a sentence's code points that must lie in statements for it to be theirs."""
GAP = 60
"""Code points between two parts of a statement that still belong to it: "on Monday", an apposition."""
_VERBS = frozenset({"VERB", "AUX"})


class Voices:
    """Find the sentences that a report asserts in its own voice."""

    name = "voice"
    version = "1"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"voice"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose whose a report's sentences are.

        A sentence belongs to a statement that holds half of it or more, its source and cue counted in. Headlines,
        datelines, bylines and whatever else has no verb are nobody's.
        """
        attributed = Along(span for one in reading.statements if one.source for span in _extent(one))
        hedged = Along(span for one in reading.statements if not one.source for span in _extent(one))
        begin = headline_end(reading.report)
        bare: list[Sentence] = []
        sums = {"attributed": 0, "hedged": 0, "bare": 0}
        for sentence in reading.sentences:
            if sentence.start < begin or not _asserts(reading, sentence):
                continue
            size = sentence.end - sentence.start
            whose = next(
                (
                    name
                    for name, spans in (("attributed", attributed), ("hedged", hedged))
                    if _covered(sentence, spans) >= SHARE * size
                ),
                "bare",
            )
            sums[whose] += size
            if whose == "bare":
                bare.append(sentence)
        total = sum(sums.values())
        shares = {name: value / total for name, value in sums.items()} if total else {}
        return Proposal(voice=Voice(sentences=tuple(Span(one.start, one.end) for one in bare), **shares))


def _asserts(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence has a verb, and so says something."""
    return any(word.pos in _VERBS for word in reading.words[sentence.first : sentence.last])


def _extent(statement: Statement) -> list[Span]:
    """Return the parts of a statement, and what lies between its source, its cue and its content on one line."""
    spans = sorted([*statement.source.spans, *statement.cue.spans, *statement.content.spans])
    out: list[Span] = []
    for span in spans:
        if out and span.start - out[-1].end <= GAP:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return out


def _covered(sentence: Sentence, spans: Along[Span]) -> int:
    """Return how many code points of a sentence lie in some spans."""
    done = sentence.start
    covered = 0
    for span in spans.touching(sentence.start, sentence.end):
        start, end = max(span.start, done), min(span.end, sentence.end)
        if start < end:
            covered += end - start
            done = end
    return covered
