"""When a content holds, seen from the report: by its stance, and by the tense of its main clause.

Behind a verb of saying in the past English sets the content's tenses one step back ("said it was closed" tells that it
is); within quotation marks and behind "says" it does not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.clause import Mood
from reportedly.reading.cues import at_cue, inside
from reportedly.reading.groups import Tense
from reportedly.values import Certainty, Orientation, Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading.clause import Clause
    from reportedly.reading.clauses import Clauses
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.reading.outlook import Outlook
    from reportedly.values import Statement

NO_VERB = "there is no verb that tells another time"

_PLANNED = frozenset({Stance.PROMISES, Stance.THREATENS})
_TELLING = frozenset({Stance.ASSERTS, Stance.DISPUTES, Stance.CONFIRMS, Stance.DENIES})
_OPEN = frozenset({Tense.MODAL, Tense.PRESENT, Tense.INFINITIVE})
_POSSIBLE = frozenset({"may", "might", "could"})
_WISHES = frozenset({"like", "love", "prefer"})
_LASTING_VERBS = frozenset({"have", "has", "had", "be"})
_AT_VERB = frozenset({"expected", "planned", "hoped"})
_BEHIND = len(" during")
"""A "since" or "when" may stand right behind the main clause."""
_BESIDE = 14
"""How far behind the verb group "likely to" may stand."""
_YEAR = re.compile(r"\b(?:in|during|until|by|of) (?:1[5-9]|20)\d\d\b")
_AS = re.compile(r"\sas\s")
_WHETHER = re.compile(r"(?:whether|if|why|how|what|who|which|when|where)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:i|we|he|she|they|it)\b", re.IGNORECASE)
_INDIVIDUAL = re.compile(
    r"(?:he|she|i)\b|(?:.*\s)?(?:man|men|woman|women|boy|girl|suspects?|gunm[ae]n|drivers?|attackers?|victims?)\s*\Z",
    re.IGNORECASE,
)

Told = tuple[Orientation, str]
"""An orientation and why."""


class Timing:
    """One statement, looked at for its place in time."""

    def __init__(
        self, statement: Statement, outlook: Outlook, known: Clauses, signs: Matches, *, headline: bool
    ) -> None:
        """Take a statement with its outlook, where the lexicon's words stand, and whether it stands in a headline."""
        self._statement = statement
        self._outlook = outlook
        self._known = known
        self._signs = signs
        self._headline = headline
        self._stance = statement.stance.value if statement.stance else Stance.ASSERTS
        clause = outlook.clause
        found = signs.within(clause.start, clause.end + _BEHIND) if clause is not None else []
        found = [match for match in found if inside(statement.content, match)]
        self._labels = {match.entry.label for match in found if clause is not None and _counts(match, clause)}
        self._lasts = clause is not None and (
            clause.lasting or clause.verb in _LASTING_VERBS or _is_state(clause, found)
        )

    def told(self) -> Told:
        """Return the orientation and the reason."""
        clause, stance = self._outlook.clause, self._stance
        bound = self._bound(clause)
        if bound is not None:
            return bound
        if clause is None or clause.tense is Tense.NONE or self._describes(clause):
            return self._noun()
        if stance is Stance.PREDICTS:
            return Orientation.PREDICTED, "what is predicted is to come"
        return self._modal(clause) if clause.modal else self._plain(clause)

    def _bound(self, clause: Clause | None) -> Told | None:
        """Return what the stance or a condition alone tells."""
        stance = self._stance
        depends = clause is not None and clause.condition is not None and clause.tense in _OPEN
        if stance is Stance.ASKS and not self._asks_whether(clause):
            return Orientation.PLANNED, "what is asked for is to be done"
        if depends and stance is not Stance.THREATENS:
            return Orientation.HYPOTHETICAL, "it depends on a condition"
        if stance in _PLANNED:
            return Orientation.PLANNED, f"what {stance.value} is to be done"
        if stance is Stance.PREDICTS and (clause is None or clause.tense is Tense.NONE):
            return Orientation.PREDICTED, "what is predicted is to come"
        return None

    def _asks_whether(self, clause: Clause | None) -> bool:
        """Say whether a request is a question about what is or was: "asked whether he left"."""
        content = self._statement.content
        if clause is None:
            return False
        return clause.mood is Mood.ASKS or _WHETHER.match(content.within, content.spans[0].start) is not None

    def _describes(self, clause: Clause) -> bool:
        """Say whether an infinitive tells what was not done, or only describes the noun that the content is."""
        if clause.tense is not Tense.INFINITIVE:
            return False
        if self._stance.unanswered or "refused" in self._cues():
            return True
        plain = not (clause.perfect or clause.copula or clause.passive)
        return plain and clause.subject is not None and self._stance in _TELLING

    def _cues(self) -> set[str]:
        """Return what the lexicon says of the cue."""
        return {match.entry.label for match in at_cue(self._statement, self._signs)}

    def _noun(self) -> Told:
        """Tell of a content without a finite verb."""
        outlook, content, cues = self._outlook, self._statement.content, self._cues()
        able = self._stance is Stance.CANNOT_CONFIRM and outlook.cue_clause is not None and outlook.cue_clause.copula
        then = outlook.cue in {Tense.PAST, Tense.MODAL} and not able
        if then and (self._stance.unanswered or outlook.clause is None):
            return Orientation.PAST, "the cue's past"
        if "refused" in cues and outlook.cue is Tense.PAST:
            return Orientation.PAST, "it was not done"
        names = self._names()
        if "opposed" in cues or "proposed" in names:
            return Orientation.PLANNED, "what is proposed or opposed is yet to be done"
        happened = "event" in names and not _AS.search(content.text)
        if happened or ("blamed" in cues and self._known.charged(content)) or self._known.past(content):
            return Orientation.PAST, "an event or an act that was"
        return Orientation.ONGOING, NO_VERB

    def _names(self) -> set[str]:
        """Return what the lexicon says of the noun that heads the content."""
        head = self._known.head(self._statement.content)
        return set() if head is None else {match.entry.label for match in self._signs.within(head.start, head.end)}

    def _modal(self, clause: Clause) -> Told:
        """Tell of a clause with a modal verb."""
        modal, wishes = clause.modal, clause.verb in _WISHES
        able = modal == "could" and clause.negation is not None
        if clause.perfect:
            unmet = modal == "would" or (modal in {"could", "might"} and clause.condition is not None)
            value = Orientation.HYPOTHETICAL if unmet else Orientation.PAST
        elif modal == "would" and not self._outlook.shifted and not wishes:
            value = Orientation.HYPOTHETICAL
        elif modal in {"will", "would"} and not wishes:
            value = Orientation.PLANNED if self._outlook.own_act else Orientation.PREDICTED
        elif modal == "is-to":
            value = Orientation.PLANNED
        elif modal in _POSSIBLE and not self._lasts and not able:
            value = Orientation.PREDICTED
        else:
            value = Orientation.ONGOING
        return value, f"{modal!r} in the main clause"

    def _plain(self, clause: Clause) -> Told:
        """Tell of a clause without a modal verb."""
        unfinished = self._unfinished(clause)
        if unfinished is not None:
            return unfinished
        if "expected" in self._labels or ("hoped" in self._labels and self._hopes(clause)):
            return Orientation.PREDICTED, "the main clause tells what is expected"
        if "planned" in self._labels and not clause.perfect and clause.negation is None:
            return Orientation.PLANNED, "the main clause tells what is planned"
        if clause.perfect:
            lasts = "lasting" in self._labels or (clause.tense is Tense.PRESENT and clause.lasting)
            return (Orientation.ONGOING if lasts else Orientation.PAST), "a perfect in the main clause"
        return self._past(clause) if clause.tense is Tense.PAST else self._present()

    def _present(self) -> Told:
        """Tell of the present, which in headlines tells what happened."""
        if self._headline and not self._lasts:
            return Orientation.PAST, "a headline's present"
        return Orientation.ONGOING, "the present tense"

    def _hopes(self, clause: Clause) -> bool:
        """Say whether a hope is the speaker's own."""
        return clause.frame is not None or _PRONOUN.match(self._outlook.subject) is not None

    def _unfinished(self, clause: Clause) -> Told | None:
        """Tell of a clause without a finite verb, or of an imperative; None of any other."""
        if clause.mood is Mood.BIDS:
            return Orientation.PLANNED, "an imperative"
        if clause.tense is Tense.INFINITIVE:
            return self._infinitive(clause)
        if clause.tense is Tense.PARTICIPLE:
            return Orientation.PAST, "a participle alone tells what was done"
        if clause.tense is Tense.GERUND:
            done = self._stance in {Stance.DENIES, Stance.CONFIRMS}
            return (Orientation.PAST if done else Orientation.ONGOING), "a form in -ing"
        return None

    def _infinitive(self, clause: Clause) -> Told:
        """Tell of an infinitive: what the cue wants, or what it takes to be so."""
        if clause.perfect:
            return Orientation.PAST, "a perfect infinitive"
        certainty = self._statement.certainty
        seems = certainty is not None and certainty.value is not Certainty.STATED
        if (self._lasts or seems) and (self._stance in _TELLING or self._stance is Stance.SUPPOSES):
            return Orientation.ONGOING, "an infinitive of what is or seems"
        return Orientation.PLANNED, "an infinitive"

    def _past(self, clause: Clause) -> Told:
        """Tell of the past, which behind "said" may be a present set back."""
        if clause.progressive and _INDIVIDUAL.match(self._outlook.subject):
            return Orientation.PAST, "what somebody was doing"
        if self._outlook.shifted and self._lasts and "over" not in self._labels and not self._dated(clause):
            return Orientation.ONGOING, "a present set back by the cue's past"
        return Orientation.PAST, "the past tense"

    def _dated(self, clause: Clause) -> bool:
        """Say whether a year or an event for a subject puts a state into the past."""
        if _YEAR.search(self._statement.content.within, clause.start, clause.end):
            return True
        subject = clause.subject
        return subject is not None and any(
            match.entry.label == "event" for match in self._signs.within(subject.start, subject.end)
        )


def _is_state(clause: Clause, found: Iterable[Match]) -> bool:
    """Say whether a clause's verb is one of those that tell of what goes on holding."""
    group = clause.group
    return group is not None and any(
        match.entry.label == "state" and match.start < group.end <= match.end for match in found
    )


def _counts(match: Match, clause: Clause) -> bool:
    """Say whether an entry within a clause tells of the clause: what is expected or planned stands at its verb."""
    if match.entry.label == "over":
        subject = clause.subject
        return subject is None or not subject.start <= match.start < subject.end
    if match.entry.label not in _AT_VERB:
        return True
    group = clause.frame or clause.group
    return group is not None and match.start < group.end + _BESIDE and group.start < match.end
