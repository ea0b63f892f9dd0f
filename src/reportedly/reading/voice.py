"""The voice stage: which sentences a report asserts itself, and how much of it is attributed, hedged and bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.clauses import clauses
from reportedly.reading.heading import headline_end
from reportedly.reading.stage import Proposal
from reportedly.reading.wordlists import word_list
from reportedly.values import Along, Passage, Span, Voice

if TYPE_CHECKING:
    from reportedly.reading.clauses import Clauses
    from reportedly.values import Reading, Sentence, Statement

SHARE = 0.5
"""The share of a sentence's code points in statements from which it is theirs."""
GAP = 60
"""Code points between two parts of a statement that still belong to it: "on Monday", an apposition."""
_VERBS = frozenset({"VERB", "AUX"})
_MARKS = frozenset(".!?…:;")
_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«([—–-* "
_QUOTES = frozenset('"“«„')
_FURNITURE = 3
"""Words of the longest opener of what is no sentence of the report's, as far as it is compared."""


class Voices:
    """Find the sentences that a report asserts in its own voice."""

    name = "voice"
    version = "2"
    needs = frozenset({"text", "statements", "words", "sentences"})
    gives = frozenset({"voice"})

    def __call__(self, reading: Reading) -> Proposal:
        """Propose whose a report's sentences are.

        A sentence belongs to the statements that hold half of it or more, their sources and cues counted in, or whose
        cue is its main verb. Headlines, bylines, captions and whatever else has no verb or no mark at its end are
        nobody's.
        """
        whose = _Whose(reading)
        begin = headline_end(reading.report)
        bare: list[Span] = []
        sums = {"attributed": 0, "hedged": 0, "bare": 0}
        for sentence in reading.sentences:
            if sentence.start >= begin and _says(reading, sentence):
                name = whose.of(sentence)
                if name == "bare" and reading.report.text[sentence.start] in _QUOTES:
                    continue  # somebody else's words, whose the model did not find
                sums[name] += sentence.end - sentence.start
                if name == "bare":
                    bare.append(Span(sentence.start, sentence.end))
        total = sum(sums.values())
        shares = {name: value / total for name, value in sums.items()} if total else {}
        return Proposal(voice=Voice(sentences=tuple(bare), **shares))


class _Whose:
    """Tells whose a sentence is."""

    def __init__(self, reading: Reading) -> None:
        """Take a reading."""
        self._text = reading.report.text
        self._known: Clauses = clauses(reading.report.text, reading.words)
        sourced = [one for one in reading.statements if one.source]
        unsourced = [one for one in reading.statements if not one.source]
        self._parts = {
            name: Along(span for one in statements for span in _extent(one))
            for name, statements in (("attributed", sourced), ("hedged", unsourced))
        }
        self._cues = {
            name: Along(span for one in statements if one.parent is None for span in one.cue.spans)
            for name, statements in (("attributed", sourced), ("hedged", unsourced))
        }

    def of(self, sentence: Sentence) -> str:
        """Return whose a sentence is: attributed, hedged or bare."""
        size = sentence.end - sentence.start
        covered = {name: _covered(sentence, spans) for name, spans in self._parts.items()}
        most = max(covered, key=lambda name: covered[name])
        if covered[most] >= SHARE * size:
            return most
        if not covered[most]:
            return "bare"
        clause = self._known.of(Passage(self._text, (Span(sentence.start, sentence.end),)))
        for name, cues in self._cues.items():
            if clause is not None and clause.group and cues.touching(clause.group.start, clause.group.end):
                return name
        return "bare"


def _says(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a sentence says something: it has a verb, a mark at its end, and is no byline, caption or link."""
    shown = reading.report.text[sentence.start : sentence.end].rstrip(_CLOSING)
    verb = any(word.pos in _VERBS for word in reading.words[sentence.first : sentence.last])
    if not verb or shown[-1:] not in _MARKS:
        return False
    first = shown.lstrip(_OPENING).lower().split(maxsplit=_FURNITURE)[:_FURNITURE]
    openers = word_list("furniture", "openers")
    return not any(" ".join(first[:length]).rstrip(":") in openers for length in range(1, len(first) + 1))


def _extent(statement: Statement) -> list[Span]:
    """Return the parts of a statement, and what lies between them where they are near."""
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
