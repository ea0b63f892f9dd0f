"""The certainty stage: how sure a speaker is made to sound, what the reporter adds to that, and the polarity."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.cues import at_cue, inside
from reportedly.reading.groups import Tense
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlook import outlooks
from reportedly.reading.polarity import polarity
from reportedly.reading.stage import Proposal
from reportedly.values import Certainty, Finding, MadeBy, Passage, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.clause import Clause
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.reading.outlook import Outlook
    from reportedly.values import Reading, Statement

_WEAKNESS = (
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
"""From the surest on: where several fit, the last counts."""
_POSSIBLE = frozenset({"may", "might", "could"})
_STATED = frozenset({Stance.PROMISES, Stance.THREATENS, Stance.ASKS})
"""What is promised or asked is not a matter of knowledge."""
_ABILITY = frozenset("see hear feel smell afford stand tell understand imagine remember care".split())
"""With these verbs "could" tells what somebody was able to."""
_WISHES = frozenset({"like", "love", "prefer", "rather"})
_OWN = re.compile(r"(?:i|we|he|she|they|it|there)(?:'|’|\b)", re.IGNORECASE)

_Sign = tuple[Certainty, int, int, str]
"""A certainty, where it is told, and why."""


class Certainties:
    """Find how certain each statement is made to sound."""

    name = "certainty"
    version = "1"
    needs = frozenset({"text", "statements", "words", "stances"})
    gives = frozenset({"certainties"})

    def __init__(self) -> None:
        """Open the lexicons."""
        self._hedges = Lexicon("certainties")
        self._denying = Lexicon("polarities")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their certainty, the reporter's hedge and the polarity."""
        text = reading.report.text
        known = outlooks(text, reading.words)
        hedges, denying = self._hedges.matches(text), self._denying.matches(text)
        return Proposal(
            statements=tuple(
                self._read(statement, known.of(statement), hedges, denying) for statement in reading.statements
            )
        )

    def _read(self, statement: Statement, outlook: Outlook, hedges: Matches, denying: Matches) -> Statement:
        """Return a statement with what this stage reads in it."""
        cues = [match for match in at_cue(statement, hedges) if _at_cue(match, statement)]
        hedge = next((match for match in cues if "reporter" in match.entry.flags and _speaks(statement)), None)
        signs = [_sign(match, statement, "cue") for match in cues if match is not hedge]
        signs += [_sign(match, statement, "source") for match in _sources(statement, hedges)]
        signs += _signs(statement, outlook, hedges)
        value, words, reason = polarity(statement, outlook.clause, denying)
        return dataclasses.replace(
            statement,
            certainty=self._weakest(statement, signs),
            hedge=None if hedge is None else self._finding(_sign(hedge, statement, "the report's own"), statement),
            polarity=Finding(value, words, MadeBy(self.name, self.version, reason=reason)),
        )

    def _weakest(self, statement: Statement, signs: list[_Sign]) -> Finding[Certainty]:
        """Return the weakest certainty that there is a sign of."""
        text = statement.content.within
        stance = statement.stance.value if statement.stance else Stance.ASSERTS
        signs = [sign for sign in signs if stance not in _STATED or _binds(sign, stance)]
        if stance.unanswered or not signs:
            plain = stance.unanswered or stance in _STATED
            reason = f"of what {stance.value} nobody asks how sure it is" if plain else "nothing weakens it"
            return Finding(Certainty.STATED, Passage(text), MadeBy(self.name, self.version, reason=reason))
        return self._finding(max(signs, key=lambda sign: _WEAKNESS.index(sign[0])), statement)

    def _finding(self, sign: _Sign, statement: Statement) -> Finding[Certainty]:
        """Write a certainty down."""
        value, start, end, reason = sign
        words = Passage.of(statement.content.within, [(start, end)])
        return Finding(value, words, MadeBy(self.name, self.version, reason=reason))


def _binds(sign: _Sign, stance: Stance) -> bool:
    """Say whether a promise or a request depends on a condition; a threat is made in any case."""
    return sign[0] is Certainty.CONDITIONAL and stance is not Stance.THREATENS


def _speaks(statement: Statement) -> bool:
    """Say whether somebody says so of whom the report could hedge that they do; documents only show."""
    speaker = statement.speaker
    return bool(statement.source) and (speaker is None or speaker.kind.value is not SpeakerKind.DOCUMENT)


def _at_cue(match: Match, statement: Statement) -> bool:
    """Say whether an entry counts in a statement's cue."""
    flags = match.entry.flags
    return "content" not in flags and "source" not in flags and not ("nobody" in flags and statement.source)


def _sources(statement: Statement, hedges: Matches) -> list[Match]:
    """Return the entries by which a source is itself hearsay: "published reports"."""
    return [
        match
        for span in statement.source.spans
        for match in hedges.within(span.start, span.end)
        if "source" in match.entry.flags and match.end == span.end
    ]


def _sign(match: Match, statement: Statement, where: str) -> _Sign:
    """Return what an entry of the lexicon tells."""
    shown = statement.content.within[match.start : match.end]
    return Certainty(match.entry.label), match.start, match.end, f"{where} {shown!r}"


def _signs(statement: Statement, outlook: Outlook, hedges: Matches) -> Iterator[_Sign]:
    """Yield what the main clause of a content tells of its certainty."""
    text, clause = statement.content.within, outlook.clause
    if clause is None:
        return
    for match in hedges.within(clause.start, clause.end):
        if _in_clause(match, statement, clause):
            shown = text[match.start : match.end]
            yield Certainty(match.entry.label), match.start, match.end, f"{shown!r} in the main clause"
    if clause.condition is not None:
        shown = text[clause.condition.start : clause.condition.end]
        yield Certainty.CONDITIONAL, clause.condition.start, clause.condition.end, f"{shown!r} beside the main clause"
    modal = _modal(clause, outlook)
    if modal is not None and clause.group is not None:
        yield modal, clause.group.start, clause.group.end, f"{clause.modal!r} in the main clause"


def _in_clause(match: Match, statement: Statement, clause: Clause) -> bool:
    """Say whether an entry that stands in a main clause weakens it."""
    flags = match.entry.flags
    if "cue" in flags or "source" in flags or not inside(statement.content, match):
        return False
    return "attitude" not in flags or _own(match, statement, clause)


def _own(match: Match, statement: Statement, clause: Clause) -> bool:
    """Say whether an attitude in a content is its speaker's own, or nobody's in particular ("is believed to")."""
    if clause.frame is not None and match.start < clause.frame.end:
        return True
    if clause.group is None or not (match.start < clause.group.end and clause.group.start < match.end):
        return clause.tense is Tense.NONE
    subject = clause.subject
    return clause.passive or subject is None or _OWN.match(statement.content.within, subject.start) is not None


def _modal(clause: Clause, outlook: Outlook) -> Certainty | None:
    """Return what a modal verb makes of a clause; an announced act of one's own is no prediction."""
    modal = clause.modal
    if modal in _POSSIBLE:
        return None if modal == "could" and _able(clause) else Certainty.POSSIBLE
    if modal == "would" and clause.perfect:
        return Certainty.CONDITIONAL
    future = modal == "will" or (modal == "would" and outlook.shifted and clause.verb not in _WISHES)
    return Certainty.PREDICTED if future and not outlook.own_act else None


def _able(clause: Clause) -> bool:
    """Say whether "could" tells of an ability: it does when negated, or with verbs such as "see"."""
    return (clause.negation is not None and not clause.perfect) or clause.verb in _ABILITY
