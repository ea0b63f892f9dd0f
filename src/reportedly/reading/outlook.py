"""What a content's main clause is about, seen from its speaker: an act of their own side or not, done or to come."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from reportedly.reading.clause import Mood
from reportedly.reading.clauses import clauses
from reportedly.reading.cues import inside, quoted
from reportedly.reading.groups import Tense
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.sides import own_side, states_of
from reportedly.reading.wordlists import word_list
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from reportedly.reading.clause import Clause
    from reportedly.reading.lexicon import Matches
    from reportedly.values import Along, Statement, Word

_FUTURE = frozenset({"will", "is-to"})
_POSSIBLE = frozenset({"may", "might", "could"})
_BODIES = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.ORGANISATION})
_BESIDE = 24
"""How far behind the verb the words may end that make it harmful: "hold them responsible"."""
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]+|^(?!Th|It\b|He\b|She\b|We\b|No\b|Any\b|His\b|Her\b|Its\b|An?\b)[A-Z][a-z]+")
_CHARGE = re.compile(
    r"(?:(?:any|the|all|those|these)\s+)?(?:claims?|suggestions?|reports?|assertions?|notion|idea)\s+(?:that|of)\s+"
    r"(?:it|he|she|they|its|his|her|their)\b",
    re.IGNORECASE,
)
_OFFER = re.compile(r"to\s", re.IGNORECASE)


class Outlooks:
    """The outlooks of one report's statements."""

    def __init__(self, text: str, words: Along[Word]) -> None:
        """Take a report's text and its words."""
        self.clauses = clauses(text, words)
        self._acts = _acts().matches(text)

    def of(self, statement: Statement) -> Outlook:
        """Return a statement's outlook."""
        cue = self.clauses.of(statement.cue)
        return Outlook(statement, self.clauses.of(statement.content), cue, self._acts)


@functools.lru_cache(maxsize=2)
def outlooks(text: str, words: Along[Word]) -> Outlooks:
    """Return what tells the outlooks of a report; stages that read one report share it."""
    return Outlooks(text, words)


@functools.cache
def _acts() -> Lexicon:
    """Open the lexicon of acts."""
    return Lexicon("acts")


class Outlook:
    """One content as its speaker means it: `clause` is its main clause, None where there is no content.

    `quoted` says that it begins within quotation marks; `shifted` that its tenses are set back by a verb of saying in
    the past ("said it was closed" tells that it is), so that "would" is a "will". `cue` is the tense of that verb, and
    `cue_clause` what else there is of it.
    """

    def __init__(self, statement: Statement, clause: Clause | None, cue: Clause | None, acts: Matches) -> None:
        """Take a statement, the clauses of its content and its cue, and where words for acts stand."""
        self._statement = statement
        self._acts = acts
        self.clause = clause
        self.cue_clause = cue
        self.cue = Tense.NONE if cue is None else cue.tense
        self.quoted = quoted(statement.content)
        self.shifted = not self.quoted and self.cue is not Tense.PRESENT

    @functools.cached_property
    def subject(self) -> str:
        """The words of the clause's subject."""
        span = self.clause.subject if self.clause else None
        return self._statement.content.within[span.start : span.end] if span else ""

    @functools.cached_property
    def own(self) -> bool:
        """Whether the subject is the speaker or of the speaker's side."""
        return own_side(self.subject, self._statement, quoted=self.quoted)

    @functools.cached_property
    def others(self) -> bool:
        """Whether the content is about somebody else, by name: a pronoun or a bare noun may mean the speaker."""
        return bool(self.subject) and not self.own and bool(_NAME.search(self.subject))

    @property
    def acts(self) -> bool:
        """Whether the content has a verb, and is no mere thing that is threatened."""
        return self.clause is not None and (self.clause.finite or self.clause.tense is Tense.INFINITIVE)

    @property
    def accused(self) -> bool:
        """Whether the content is a charge against the speaker: "claims that it had failed"."""
        content = self._statement.content
        return bool(content) and _CHARGE.match(content.within, content.spans[0].start) is not None

    @functools.cached_property
    def foreign(self) -> bool:
        """Whether the content is about another state than the speaker's."""
        speaker = self._statement.speaker
        states = states_of(self.subject)
        return bool(states) and (speaker is None or speaker.country is None or speaker.country.value not in states)

    @property
    def finite(self) -> bool:
        """Whether the clause has a finite verb."""
        return self.clause is not None and self.clause.finite

    @functools.cached_property
    def to_come(self) -> bool:
        """Whether the clause tells of the future, without a condition and not as what somebody thinks."""
        clause = self.clause
        if clause is None or clause.frame is not None or not self._future(clause):
            return False
        return clause.modal != "would" or clause.condition is None

    @functools.cached_property
    def may_come(self) -> bool:
        """Whether the clause tells of what may happen; what may be is no prediction."""
        clause = self.clause
        return clause is not None and clause.modal in _POSSIBLE and not (clause.perfect or clause.lasting)

    @functools.cached_property
    def own_act(self) -> bool:
        """Whether the clause announces an act of the speaker's side."""
        clause = self.clause
        if clause is None or clause.group is None or clause.mood is Mood.ASKS:
            return False
        if clause.tense in {Tense.PRESENT, Tense.PAST}:
            end = min(clause.end, clause.group.end + _BESIDE)
            return self.own and clause.negation is None and self._has("intent", clause.group.start, end)
        if not self._future(clause) or clause.copula or clause.verb in word_list("grammar", "no_act"):
            return False
        return self._announced(clause) or (self.own and not clause.passive)

    def _future(self, clause: Clause) -> bool:
        """Say whether a clause is in the future; "would" is so behind a verb of saying in the past."""
        return not clause.perfect and (clause.modal in _FUTURE or (clause.modal == "would" and self.shifted))

    def _announced(self, clause: Clause) -> bool:
        """Say whether a body tells what it is going to do with a thing: "the road will be reopened"."""
        speaker = self._statement.speaker
        body = speaker is not None and speaker.kind.value in _BODIES
        done = clause.passive or clause.verb in word_list("grammar", "scheduled")
        return body and done and not self.own and not self.others

    @functools.cached_property
    def disowned(self) -> bool:
        """Whether a body says of itself that it did not do a thing: what nobody claimed it need not say."""
        clause, speaker = self.clause, self._statement.speaker
        if clause is None or clause.negation is None or clause.copula or clause.modal:
            return False
        body = speaker is not None and speaker.kind.value in _BODIES
        did = clause.tense is Tense.PAST or clause.perfect
        return body and did and self.own and clause.verb not in word_list("grammar", "no_act")

    @functools.cached_property
    def harmful(self) -> bool:
        """Whether what is to come would harm somebody."""
        clause = self.clause
        if clause is None or clause.group is None or clause.negation is not None:
            return False
        return self._has("harm", clause.group.start, min(clause.end, clause.group.end + _BESIDE))

    @functools.cached_property
    def bids(self) -> bool:
        """Whether quoted words are an imperative, or tell whom they address what to do."""
        clause = self.clause
        if clause is None or not self.quoted:
            return False
        addressed = self.subject.lower() == "you" and clause.modal in {"should", "must"} and not clause.perfect
        return addressed or (clause.mood is Mood.BIDS and clause.subject is None)

    @functools.cached_property
    def demands(self) -> bool:
        """Whether the content says who shall do something: "the school to reopen"."""
        clause = self.clause
        return clause is not None and clause.tense is Tense.INFINITIVE and clause.subject is not None

    @functools.cached_property
    def proposes(self) -> bool:
        """Whether the content is what others might do: "closing the path", "the path should be closed"."""
        clause = self.clause
        return clause is not None and (clause.tense in {Tense.GERUND, Tense.BARE} or clause.modal == "should")

    @functools.cached_property
    def plans(self) -> bool:
        """Whether the content is a plan or an infinitive: what was announced is to be done."""
        content = self._statement.content
        if not content:
            return False
        start = content.spans[0].start
        return self._begins("plan") or _OFFER.match(content.within, start) is not None

    @functools.cached_property
    def commits(self) -> bool:
        """Whether the content is a plan or a promise of the speaker's own by name: "its plan to rebuild"."""
        return self.clause is not None and self.clause.tense is Tense.NONE and self._begins("commitment")

    def _begins(self, label: str) -> bool:
        """Say whether the content begins with an entry of the lexicon of acts."""
        first = self._statement.content.spans[0]
        found = self._acts.within(first.start, first.end)
        return bool(found) and found[0].start == first.start and found[0].entry.label == label

    def _has(self, label: str, start: int, end: int) -> bool:
        """Say whether an entry of the lexicon of acts stands in the content's [start, end)."""
        return any(
            match.entry.label == label and inside(self._statement.content, match)
            for match in self._acts.within(start, end)
        )
