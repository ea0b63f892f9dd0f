"""The stance stage: what a speaker does with the content, by the cue and, where that only says, by the content."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from reportedly.reading.clause import Mood
from reportedly.reading.cues import at_cue, inside, negated
from reportedly.reading.groups import Tense
from reportedly.reading.lexicon import Lexicon
from reportedly.reading.outlook import outlooks
from reportedly.reading.stage import Proposal
from reportedly.reading.wordlists import word_list
from reportedly.values import Finding, MadeBy, Passage, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportedly.reading.clause import Clause
    from reportedly.reading.lexicon import Match, Matches
    from reportedly.reading.outlook import Outlook
    from reportedly.values import Along, Reading, Statement, Word

_ORDER = (
    Stance.RETRACTS,
    Stance.CORRECTS,
    Stance.NO_RESPONSE,
    Stance.DECLINES_COMMENT,
    Stance.CANNOT_CONFIRM,
    Stance.NOT_YET_CONFIRMED,
    Stance.DEFLECTS,
    Stance.CONFIRMS,
    Stance.DENIES,
    Stance.DISPUTES,
    Stance.THREATENS,
    Stance.PROMISES,
    Stance.ASKS,
    Stance.PREDICTS,
    Stance.SUPPOSES,
    Stance.ASSERTS,
)
"""From the most specific on: where several fit, the first counts (docs/explanation/what-is-read.md)."""
_RANK = {stance.value: rank for rank, stance in enumerate(_ORDER)}
_UNDER_NEGATION = {
    Stance.CONFIRMS: Stance.NOT_YET_CONFIRMED,
    Stance.DENIES: Stance.NO_RESPONSE,
    Stance.DISPUTES: Stance.NO_RESPONSE,
}
"""What is left of a stance that the speaker is said not to take: who does not deny has not answered."""
_ABLE = re.compile(r"\b(?:can|could|will|would|ca|wo)(?:not|n['’]t)?\b", re.IGNORECASE)
"""Auxiliaries under whose negation nothing was left unanswered: "he can't admit it"."""
_CLAIMS = frozenset({"confirms", "denies", "disputes", "asks", "retracts", "corrects"})
"""What a clause does by telling that it is so now; a mere noun or the future does not."""
_ASSERTIVE = frozenset({"", "can", "could"})
"""Modal verbs with which a clause may still do so: "we can confirm"."""
_ACCUSED = re.compile(r"\b(?:accusations?|allegations?|charges?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_FIRST = re.compile(r"\b(?:I|we)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:tells?|told|telling|signal(?:s|led|ed|ling)?)\b", re.IGNORECASE)
_BUT = re.compile(r"\bbut\s+(?:I|we|it|he|she|they)\s+\Z", re.IGNORECASE)
"""What joins a refusal to the main clause before it: "we have read it, but we cannot confirm it"."""
_FAR = 60
"""How far behind the main clause such a refusal may stand."""
_BESIDE = 25
"""How far behind its verb a word may stand that belongs to it: "was not in any way involved"."""


class Stances:
    """Find what a speaker does with the content of each statement."""

    name = "stance"
    version = "1"
    needs = frozenset({"text", "statements", "words", "speakers"})
    gives = frozenset({"stances"})

    def __init__(self) -> None:
        """Open the lexicons."""
        self._cues = Lexicon("stances")
        self._replies = Lexicon("replies")

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the statements of a reading with their stance."""
        text = reading.report.text
        known = outlooks(text, reading.words)
        cues, replies = self._cues.matches(text), self._replies.matches(text)
        made = []
        for statement in reading.statements:
            outlook = known.of(statement)
            found = _verbal(at_cue(statement, cues), outlook.cue_clause, reading.words)
            stance = self._by_cue(statement, outlook, found) or self._by_content(statement, outlook, replies)
            made.append(dataclasses.replace(statement, stance=stance))
        return Proposal(statements=tuple(made))

    def _by_cue(self, statement: Statement, outlook: Outlook, found: Sequence[Match]) -> Finding[Stance] | None:
        """Return the stance that the most specific entry at the cue gives; None where the content has to tell."""
        if not found:
            return None
        best = min(found, key=_rank)
        stance: Stance | None = Stance(best.entry.label)
        if stance in _UNDER_NEGATION and negated(statement):
            stance = None if _ABLE.search(statement.cue.text) else _UNDER_NEGATION[stance]
        elif best.entry.flags:
            stance = _BY_FLAG[best.entry.flags[0]](outlook, stance)
        elif stance is Stance.DISPUTES and (outlook.accused or (outlook.own and outlook.finite)):
            stance = Stance.DENIES
        if stance is None:
            return None
        return self._found(stance, statement, (best.start, best.end), f"cue {_shown(best, statement)!r}")

    def _by_content(self, statement: Statement, outlook: Outlook, replies: Matches) -> Finding[Stance]:
        """Return the stance of a statement whose cue only says that something is said."""
        clause = outlook.clause
        if clause is None:
            return self._found(Stance.ASSERTS, statement, None, "there is no content")
        fitting = _replies(statement, outlook, clause, replies)
        if fitting:
            best = min(fitting, key=_rank)
            stance = Stance(best.entry.label)
            if stance is Stance.DISPUTES and _ACCUSED.search(outlook.subject):
                stance = Stance.DENIES
            shown = _shown(best, statement)
            return self._found(stance, statement, (best.start, best.end), f"{shown!r} in the main clause")
        group = (clause.group.start, clause.group.end) if clause.group else None
        for stance, reason, holds in _BY_OUTLOOK:
            if holds(outlook):
                return self._found(stance, statement, group, reason)
        if clause.tense is Tense.INFINITIVE and _tells(statement, outlook):
            return self._found(Stance.ASKS, statement, group, "the content tells others what to do")
        return self._found(Stance.ASSERTS, statement, None, "neither cue nor content tell of more")

    def _found(
        self, stance: Stance, statement: Statement, place: tuple[int, int] | None, reason: str
    ) -> Finding[Stance]:
        """Write a stance down, with the words that tell it; of a mere assertion that is the cue."""
        words = statement.cue if place is None else Passage.of(statement.content.within, [place])
        return Finding(stance, words, MadeBy(self.name, self.version, reason=reason))


_BY_OUTLOOK: tuple[tuple[Stance, str, Callable[[Outlook], bool]], ...] = (
    (Stance.DENIES, "the speaker's own side did not do it", lambda outlook: outlook.disowned),
    (
        Stance.THREATENS,
        "a harmful act of the speaker's own side is to come",
        lambda outlook: outlook.own_act and outlook.harmful,
    ),
    (
        Stance.PROMISES,
        "an act of the speaker's own side is to come",
        lambda outlook: outlook.own_act or outlook.commits,
    ),
    (Stance.ASKS, "the content is an imperative", lambda outlook: outlook.bids),
    (Stance.PREDICTS, "the main clause is in the future", lambda outlook: outlook.to_come),
)
"""What a content may do by its main clause alone, from the most specific on."""


def _warned(outlook: Outlook, _: Stance | None) -> Stance | None:
    """Return what a warning does: threaten with one's own act, tell others what to do, predict, or say so."""
    if outlook.own_act:
        return Stance.THREATENS
    if outlook.demands or outlook.bids:
        return Stance.ASKS
    return Stance.PREDICTS if outlook.to_come or outlook.may_come else None


def _agreed(outlook: Outlook, stance: Stance | None) -> Stance | None:
    """Return what an agreement does: promise an act, or say that something is so."""
    clause = outlook.clause
    return Stance.PROMISES if clause is not None and clause.tense is Tense.INFINITIVE else stance


_BY_FLAG: Mapping[str, Callable[[Outlook, Stance | None], Stance | None]] = {
    "own": lambda outlook, stance: Stance.DISPUTES if outlook.foreign else stance,
    "vow": lambda outlook, stance: Stance.THREATENS if outlook.harmful else stance,
    "threat": lambda outlook, stance: stance if outlook.acts or outlook.plans else None,
    "agrees": _agreed,
    "suggests": lambda outlook, stance: stance if outlook.proposes else None,
    "warns": _warned,
    "future": lambda outlook, stance: stance if outlook.to_come or outlook.own_act else None,
    "act": lambda outlook, stance: stance if outlook.own_act or outlook.plans else None,
    "demand": lambda outlook, stance: stance if outlook.demands else Stance.SUPPOSES,
}
"""What the flags of `lexicons/stances.toml` make of an entry's stance; None where the content has to tell."""


def _rank(match: Match) -> int:
    """Return how specific an entry's stance is: less is more specific."""
    return _RANK[match.entry.label]


def _shown(match: Match, statement: Statement) -> str:
    """Return an entry's words as they stand in the report."""
    return statement.content.within[match.start : match.end]


def _verbal(found: Sequence[Match], cue: Clause | None, words: Along[Word]) -> list[Match]:
    """Leave out what is only a noun in a cue that has a verb: the "press" of "told the press"."""
    group = cue.group if cue is not None and not cue.copula else None
    if group is None:
        return list(found)
    return [
        match
        for match in found
        if (match.start < group.end and group.start < match.end)
        or ((word := words.at(match.start)) is not None and word.pos not in {"NOUN", "PROPN"})
    ]


def _tells(statement: Statement, outlook: Outlook) -> bool:
    """Say whether somebody tells, and is not told of: "told him to leave", but not "was told to have left"."""
    cue = outlook.cue_clause
    return cue is not None and not cue.passive and _TELLS.search(statement.cue.text) is not None


def _replies(statement: Statement, outlook: Outlook, clause: Clause, replies: Matches) -> list[Match]:
    """Return what in a content makes it more than an assertion."""
    text = statement.content.within
    found = [match for match in replies.within(clause.start, clause.end) if _fits(match, outlook, clause)]
    found += [match for match in replies.within(clause.end, clause.end + _FAR) if _behind(match, text)]
    return [match for match in found if inside(statement.content, match)]


def _behind(match: Match, text: str) -> bool:
    """Say whether an entry behind the main clause counts: one that may stand anywhere, or a refusal joined to it."""
    if "anywhere" in match.entry.flags:
        return True
    return Stance(match.entry.label).unanswered and _BUT.search(text, match.start - _FAR, match.start) is not None


def _fits(match: Match, outlook: Outlook, clause: Clause) -> bool:
    """Say whether the main clause has what an entry's flags need."""
    flags = match.entry.flags
    label = match.entry.label
    if clause.mood is Mood.ASKS or (label in _CLAIMS and (not outlook.finite or clause.modal not in _ASSERTIVE)):
        return False
    return not (
        ("self" in flags and not outlook.own and (outlook.subject or label == Stance.DENIES))
        or ("negated" in flags and clause.negation is None)
        or ("plain" in flags and clause.negation is not None)
        or ("charge" in flags and _words(outlook.subject).isdisjoint(word_list("grammar", "charges")))
        or ("first" in flags and not _FIRST.search(outlook.subject))
        or ("verb" in flags and not _near(match, clause, 0))
        or ("near" in flags and not _near(match, clause, _BESIDE))
    )


def _words(text: str) -> set[str]:
    """Return the words of a text in small letters."""
    return set(_WORD.findall(text.lower()))


def _near(match: Match, clause: Clause, beside: int) -> bool:
    """Say whether an entry holds the clause's verb or begins at most so far behind it."""
    return clause.group is not None and match.start < clause.group.end + beside and clause.group.start < match.end
