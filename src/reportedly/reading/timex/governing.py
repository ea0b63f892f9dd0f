"""The verb that governs a time, the nearest of its clause, with its tense; and what the word before makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.inflection import Shape, shape
from reportedly.reading.timex.context import Tense
from reportedly.reading.wording import BE, MODALS
from reportedly.reading.wordlists import word_list
from reportedly.values import TimeRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.timex.found import Found
    from reportedly.values import Along, Sentence, Word

_REACH = 25
"""How many words away, to either side, a verb is looked for."""
_COMMA, _CLAUSE, _MARK = 3, 6, 9
"""What it costs a verb to stand behind a comma, in another clause, behind a colon or a quotation mark: in words."""
_MARKS = frozenset('"“”;:—–()')
_OPENING = frozenset(
    {"that", "who", "which", "whose", "where", "when", "while", "because", "although", "if", "whether", "but"}
)
_PAST = frozenset({"was", "were", "had", "did", "has", "have", "'ve", "been", "having"})
_AHEAD = frozenset({"will", "would", "may", "might", "can", "could", "should", "must"})
_IS = frozenset({"is", "are", "'re", "'s", "am", "'m", "being"})
_WAS = frozenset({"was", "were", "had", "did"})
_GROUP = frozenset({"AUX", "ADV", "PART"})
_SKIPPED = frozenset({'"', "'", "“", "‘", "early", "late", "just", "only", "about", "around", "the"})
_FROM_REACH = 8
_TO = frozenset({"to", "until", "till", "through", "on", "onward", "onwards", "forward"})
_WORD = 40
"""No word of any grammar is longer; some texts are one word of a megabyte."""
_LONGEST = 7
"""A verb with its auxiliaries and adverbs is no longer: "has not yet been quite so often"."""
_LEADING = frozenset({"ADP", "PUNCT", "ADV", "DET"})
_LEAD = 4
"""So few words stand before a time that begins its sentence: "But late on ..."."""


class Governing:
    """The verbs of a text, asked by the places of times."""

    def __init__(self, text: str, words: Along[Word], sentences: Along[Sentence]) -> None:
        """Take a text with its words and sentences."""
        self._text = text
        self._words = words
        self._sentences = sentences

    def verb(self, start: int, end: int, within: tuple[int, int] | None = None, most: int | None = None) -> int | None:
        """Return the index of the word that governs what stands at [start, end); None where no verb is near.

        `within` are places in the text that the verb must not leave: those of a content; a verb that costs `most` is
        none, where that is given.
        """
        first, last = self._words.before(start), self._words.before(end)
        sentence = self._sentence(start)
        if sentence is None:
            return None
        low, high = max(sentence.first, first - _REACH), min(sentence.last, last + _REACH)
        if within is not None:
            low, high = max(low, self._words.before(within[0])), min(high, self._words.before(within[1]))
        leads = all(self._words[place].pos in _LEADING for place in range(sentence.first, first)[:_LEAD])
        begins = leads and first - sentence.first < _LEAD
        found = (
            self._nearest(range(first - 1, low - 1, -1), at_begin=False),
            self._nearest(range(last, high), at_begin=begins),
        )
        _, place, cost = min((each for each in found if each is not None), default=(0, None, 0))
        return place if most is None or cost < most else None

    def event(self, start: int, end: int, within: tuple[int, int] | None = None) -> int | None:
        """Return the index of the word of what happens at a time; None where no verb of its clause tells.

        Behind a form of "be" it is what somebody is or was: "was shelled", "was angry".
        """
        place = self.verb(start, end, within, _MARK)
        if place is None or self._words[place].pos != "AUX":
            return place
        after = place + 1
        while after < len(self._words) and self._words[after].pos in _GROUP:
            after += 1
        if after >= len(self._words) or self._words[after].start == start:
            return place
        told = self._words[after].pos in {"ADJ", "VERB"} or shape(self.low(after)) in {Shape.EITHER, Shape.PARTICIPLE}
        return after if told else place

    def tense(self, found: Found) -> Tense:
        """Return where the governing verb puts what happens."""
        lexemes = found.lexemes
        place = self.verb(lexemes[0].start, lexemes[-1].end)
        return Tense.UNKNOWN if place is None else self._tense(place, lexemes[0].start)

    def role(self, found: Found) -> TimeRole | None:
        """Return the role that the words before a time tell; None where none do."""
        place = found.first - 1
        while place >= 0 and found.low(place) in _SKIPPED:
            place -= 1
        low = found.low(place)
        back = [found.low(each) for each in range(max(0, place - _FROM_REACH), place)]
        if low == "to":
            return TimeRole.UNTIL if "from" in back else None
        if low == "between":
            return TimeRole.SINCE
        if low == "from":
            return TimeRole.SINCE if self._goes_on(found, place) else None
        if low == "and" and "between" in back:
            return TimeRole.UNTIL
        lexemes = found.scan.lexemes
        told = lexemes[place].values.get("role") if 0 <= place < len(lexemes) else None
        return TimeRole(str(told)) if told is not None else None

    def _goes_on(self, found: Found, place: int) -> bool:
        """Say whether a "from" tells of when something began, and not of what something is compared with."""
        ahead = {found.low(each) for each in range(found.last, found.last + _FROM_REACH)}
        return bool(ahead & _TO) or not found.low(place - 1)[:1].isalnum()

    def pos_after(self, found: Found) -> str:
        """Return the part of speech of the word behind a match; empty at the end of a sentence."""
        end = found.lexemes[-1].end
        place = self._words.before(end)
        if place >= len(self._words):
            return ""
        sentence = self._sentence(found.lexemes[0].start)
        return self._words[place].pos if sentence is None or place < sentence.last else ""

    def pos_before(self, found: Found) -> str:
        """Return the part of speech of the word before a match; empty at the beginning of a sentence."""
        place = self._words.before(found.lexemes[0].start) - 1
        if place < 0:
            return ""
        sentence = self._sentence(found.lexemes[0].start)
        return self._words[place].pos if sentence is None or place >= sentence.first else ""

    def pos_at(self, start: int) -> str:
        """Return the part of speech of the word that begins at a place; empty where none does."""
        place = self._words.before(start)
        return self._words[place].pos if place < len(self._words) and self._words[place].start == start else ""

    def low(self, place: int) -> str:
        """Return a word in small letters, as much of it as words of grammar are long."""
        word = self._words[place]
        return self._text[word.start : min(word.end, word.start + _WORD)].lower().replace("’", "'")

    def _sentence(self, place: int) -> Sentence | None:
        """Return the sentence in which a place lies."""
        number = self._sentences.before(place + 1) - 1
        if number < 0 or self._sentences[number].end <= place:
            return None
        return self._sentences[number]

    def _nearest(self, places: range, *, at_begin: bool) -> tuple[int, int, int] | None:
        """Return how far the nearest verb is with what stands between, its index, and what only the latter costs.

        A comma right behind a time that begins its sentence counts nothing.
        """
        cost = 0
        for number, place in enumerate(places):
            pos, low = self._words[place].pos, self.low(place)
            if pos == "PUNCT":
                if not (at_begin and number == 0):
                    cost += _MARK if low in _MARKS else _COMMA if low == "," else 1
            elif pos == "SCONJ" or low in _OPENING:
                cost += _CLAUSE
            elif (pos == "VERB" and self._tells(place)) or (pos == "AUX" and not self._helps(place)):
                return cost + number, place, cost
        return None

    def _tells(self, place: int) -> bool:
        """Say whether what is tagged as a verb is one: no mark, and nothing that somebody has ("Monday's closing")."""
        before = place - 1
        owned = before >= 0 and self._words[before].pos == "PART" and self.low(before) in {"'s", "'"}
        return not owned and self.low(place)[:1].isalpha()

    def _helps(self, place: int) -> bool:
        """Say whether an auxiliary stands before its verb."""
        for after in range(place + 1, min(place + 4, len(self._words))):
            pos = self._words[after].pos
            if pos == "VERB":
                return True
            if pos not in _GROUP:
                return False
        return False

    def _tense(self, place: int, start: int) -> Tense:
        """Return the tense of the group that ends with a verb."""
        low = self.low(place)
        group: list[str] = []
        before = place - 1
        while before >= 0 and self._words[before].pos in _GROUP and place - before < _LONGEST:
            group.append(self.low(before))
            before -= 1
        leading = self.low(before) if before >= 0 else ""
        planned = (
            low in word_list("timex_verbs", "planned") and start > self._words[place].start and self._looks_ahead(start)
        )
        if planned or any(MODALS.get(each) == "will" or each == "'ll" for each in group):
            return Tense.FUTURE
        if "to" in group or leading == "to":
            return Tense.PAST if leading in word_list("timex_verbs", "done") else Tense.FUTURE
        return _of_group(low, group)

    def _looks_ahead(self, start: int) -> bool:
        """Say whether "for", "to", "by", "until" or "on" stands right before a time."""
        place = self._words.before(start) - 1
        return place >= 0 and self.low(place) in {"for", "to", "by", "until", "on", "in", "from", "before"}


def _of_group(low: str, group: Sequence[str]) -> Tense:
    """Return the tense of a verb, with the auxiliaries and adverbs before it."""
    form = shape(low)
    if any(each in _PAST for each in group) or low in _WAS:
        return Tense.PAST
    if any(MODALS.get(each) in _AHEAD for each in group):
        return Tense.FUTURE
    is_ = any(each in _IS for each in group)
    if form is Shape.GERUND:
        arranged = low in word_list("timex_verbs", "arranged")
        return Tense.PAST if not is_ else Tense.FUTURE if arranged else Tense.UNKNOWN
    past = form is not Shape.PRESENT and low not in BE and not is_ and "be" not in group
    return Tense.PAST if past else Tense.UNKNOWN
