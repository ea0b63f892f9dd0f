"""What somebody is told to have said within other words: who, by which verb, and what.

A verb of the lexicon counts only where it tells what happened: not under "would" or "if" or a negation, not in a
question, and only with a subject that can say something and with words behind it that can be said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.edges import trim
from reportedly.reading.sayers import can_say
from reportedly.values import Span

if TYPE_CHECKING:
    from reportedly.reading.lexicon import Match
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Along, Mention, Sentence

_PRONOUNS = frozenset({"he", "she", "they"})
_ANYBODY = frozenset(
    "no none nobody noone everyone everybody anyone anybody people whoever any every i we you it who which that what "
    "there this these those".split()
)
"""First words of subjects of which no statement of somebody is told."""
_UNREAL = frozenset(
    "would could might may should must will can 'll ’ll 'd ’d wo ca if not n't n’t to never let did do does be".split()
)
"""Before a verb, these tell that nothing was said."""
_BE = frozenset("was were been being is are get got getting".split())
_HAVE = frozenset("has have had having 's ’s 've ’ve".split())
_CONDITIONS = frozenset({"if", "unless", "until", "suppose", "imagine", "as", "than"})
"""Before a subject, these tell that nothing was said, or only compare."""
_SUBORDINATE = frozenset({"because", "since", "while", "although", "though", "when", "after", "before", "once"})
"""Before a subject, these open a clause that a comma closes."""
_ANEW = frozenset({"every", "each", "another", "most", "many", "some"})
"""Behind "and", these begin another subject."""
_OPENERS = frozenset({"that", "whether", "how", "why", "where", "what", "who"})
_DETERMINERS = frozenset("a an the his her its their this that these those any no an".split())
_THINGS = frozenset({"it", "this"})
_HEARERS = frozenset("me him her us them".split())
_TURNED = _HEARERS | {"by"}
"""Behind "that" or "to", these tell by whom or to whom it was said, not what: "told that by a friend"."""
_OBJECTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_SUBJECTS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_TIME = re.compile(
    r",?\s+(?:(?:last|this|on|earlier|late|in)\s+)*(?:night|week|month|year|yesterday|today|(?:\w{3,6})day|morning|evening"
    r"|[12]\d{3}|publicly|also|later|once|repeatedly|recently)\s*,?\s*\Z"
)
"""What may stand between a subject and its verb: "the mayor last night said"."""
_MARK = re.compile(r"[\"“”»«;:]|''")
_ASIDE = re.compile(r"\s*\([^()]{1,40}\)\s*,?\s*\Z")
"""A party or an age behind a name: "Ana Ferro (Green) said"."""
_END = re.compile(
    r"[;—–]|\s--\s|,\s+(?:and|but|so|which)\s+(?:i|we|you|he|she|they|it|that|if|as|then)\b", re.IGNORECASE
)
"""Where what was said ends, and the words around go on."""
_SOON = 10
"""Words behind a verb among which the verb of a clause that it opens must be."""
_NEAR = 4
"""Words before a verb that may be its auxiliaries."""
_LOOK = 40
"""Code points before a verb in which a time or an aside may stand."""
_LONGEST = 1000
"""Code points of the longest thing that is said."""
_FEWEST = 2
"""Words of the shortest thing that is said."""


class Told(NamedTuple):
    """What is told of somebody: who (None where nobody is named), by which words, and what."""

    source: Span | None
    cue: Span
    content: Span


class Hearsay:
    """Reads what is told within the words of one report."""

    def __init__(self, phrases: Phrases, mentions: Along[Mention]) -> None:
        """Take what looks for phrases, and the mentions that tell who can say something."""
        self._phrases = phrases
        self._mentions = mentions
        self._text = phrases.text

    def told(self, match: Match, piece: Span) -> Told | None:
        """Return what an entry within a piece of a content tells; None where it tells nothing of anybody."""
        sentence = self._phrases.sentence(match.start)
        if sentence is None or self._asks(sentence):
            return None
        piece = Span(
            max(piece.start, sentence.start), max(min(piece.end, sentence.end, match.end + _LONGEST), match.end)
        )
        if match.entry.label == "according":
            return self._according(match, piece)
        begin = self._group(match, sentence)
        if begin is None or begin < piece.start:
            return None
        if match.entry.label == "from":
            return self._heard(begin, match, piece)
        if self._passive(begin, match):
            return self._to_somebody(begin, match, piece) if match.entry.label in {"asked", "hearer"} else None
        return self._by_somebody(begin, match, piece)

    def _heard(self, begin: int, match: Match, piece: Span) -> Told | None:
        """Return what was heard from somebody: "had heard from a colleague that"."""
        source = self._object(match.end)
        content = self._clause(source.end, piece, "that") if source and self._who(source, match) else None
        return Told(source, Span(begin, match.end), content) if content is not None else None

    def _by_somebody(self, begin: int, match: Match, piece: Span) -> Told | None:
        """Return what the subject of a verb says."""
        source = self._subject(begin)
        if source is None or source.start < piece.start or not self._who(source, match):
            return None
        if self._before(source.start) in _SUBORDINATE and (comma := self._text.find(",", match.end, piece.end)) > 0:
            piece = Span(piece.start, comma)
        content = self._content(match, piece)
        return Told(source, Span(begin, match.end), content) if content is not None else None

    def _before(self, offset: int) -> str:
        """Return the word before a place, in small letters."""
        place = self._phrases.words.before(offset)
        return self._phrases.low(place - 1) if place else ""

    def _asks(self, sentence: Sentence) -> bool:
        """Say whether a sentence is a question."""
        return "?" in self._text[max(sentence.start, sentence.end - 3) : sentence.end]

    def _group(self, match: Match, sentence: Sentence) -> int | None:
        """Return where the verb group begins; None where the verb is none, or tells of nothing that happened."""
        phrases = self._phrases
        place = phrases.words.before(match.start)
        if place >= len(phrases.words) or phrases.words[place].pos not in {"VERB", "AUX"}:
            return None
        first = place
        while first > max(sentence.first, place - _NEAR):
            low, pos = phrases.low(first - 1), phrases.words[first - 1].pos
            if low in _UNREAL:
                return None
            if low not in _HAVE | _BE and pos != "ADV":
                break
            first -= 1
        while first < place and phrases.words[first].pos == "ADV":
            first += 1
        return phrases.words[first].start

    def _passive(self, begin: int, match: Match) -> bool:
        """Say whether a verb group is passive: "had been told"."""
        words = self._phrases.words
        group = range(words.before(begin), words.before(match.start))
        return any(self._phrases.low(place) in _BE for place in group)

    def _to_somebody(self, begin: int, match: Match, piece: Span) -> Told | None:
        """Return what was said to a subject, by whom a "by" names: "she had been told by a guard that"."""
        if self._phrases.subject(begin) is None:
            return None
        source: Span | None = None
        place = self._phrases.words.before(match.end)
        end = match.end
        if place < len(self._phrases.words) and self._phrases.low(place) == "by":
            source = self._object(self._phrases.words[place].end)
            if source is None:
                return None
            end = source.end
        openers = ("that",) if "that" in match.entry.flags else ("that", "to", "not")
        content = self._clause(end, piece, *openers)
        return Told(source, Span(begin, match.end), content) if content is not None else None

    def _subject(self, begin: int) -> Span | None:
        """Return the subject of a verb group, before a time or an aside that stands between."""
        for sign in (_ASIDE, _TIME):
            found = sign.search(self._text, max(0, begin - _LOOK), begin)
            if found is not None and found.start() > 0:
                begin = found.start()
                place = self._phrases.words.before(begin)
                return self._whole(self._phrases.subject(begin if place == 0 else self._phrases.words[place - 1].end))
        return self._whole(self._phrases.subject(begin))

    def _whole(self, source: Span | None) -> Span | None:
        """Return a noun phrase with an adverb at its beginning, and the article before that: "a usually reliable"."""
        words = self._phrases.words
        place = words.before(source.start) if source else 0
        if source is None or place < 2 or words[place - 1].pos != "ADV" or words[place - 2].pos != "DET":  # noqa: PLR2004 - two words
            return source
        return Span(words[place - 2].start, source.end)

    def _who(self, source: Span, match: Match) -> bool:
        """Say whether a subject is somebody of whom a statement is told."""
        phrases = self._phrases
        first, last = phrases.words.before(source.start), phrases.words.before(source.end)
        lows = [phrases.low(place) for place in range(first, last)]
        if not lows or lows[0] in _ANYBODY or self._conditional(first):
            return False
        if len(lows) == 1 and lows[0] in _PRONOUNS:
            return "attitude" not in match.entry.flags and match.entry.label not in {"act", "asked"}
        joined = lows[lows.index("and") + 1] if "and" in lows[:-1] else ""
        anew = joined in _ANEW or joined.isdecimal() or _MARK.search(self._text, source.start, source.end)
        return not anew and can_say(phrases, self._mentions, source)

    def _conditional(self, first: int) -> bool:
        """Say whether an "if" stands before the subject that begins at a word, or "as" right before it."""
        phrases = self._phrases
        for place in range(first - 1, max(-1, first - 1 - _NEAR), -1):
            low = phrases.low(place)
            if low in _CONDITIONS:
                return place == first - 1 or low == "if"
            if phrases.words[place].pos == "PUNCT":
                return False
        return False

    def _content(self, match: Match, piece: Span) -> Span | None:
        """Return what is said, behind the verb and whoever it was said to."""
        label, flags = match.entry.label, match.entry.flags
        if label == "hearer":
            end = self._hearer(match.end)
            return self._clause(end, piece, *_OPENERS, "to", "about", "not") if end is not None else None
        if label in {"act", "asked"}:
            return self._act(match, piece)
        if "that" in flags:
            return self._clause(match.end, piece, "that", only=True)
        return self._clause(match.end, piece, "that", "whether", "how", "why") or (
            self._noun(match.end, piece) if "noun" in flags else None
        )

    def _object(self, offset: int) -> Span | None:
        """Return the noun phrase that begins at a place, with its article."""
        core = self._phrases.object(offset)
        place = self._phrases.words.before(offset)
        return Span(self._phrases.words[place].start, core.end) if core is not None else None

    def _hearer(self, offset: int) -> int | None:
        """Return where the words for whoever was told something end; None where nobody is named."""
        phrases = self._phrases
        place = first = phrases.words.before(offset)
        if place < len(phrases.words) and phrases.low(place) in _HEARERS:
            return phrases.words[place].end
        while place < len(phrases.words) and phrases.words[place].pos in _OBJECTS and place - first < _SOON:
            if place > first and phrases.words[place].pos == "DET":
                break
            place += 1
        return phrases.words[place - 1].end if place > first else None

    def _act(self, match: Match, piece: Span) -> Span | None:
        """Return what somebody asks for or announces: "to", a clause, or a noun with its article."""
        place = self._phrases.words.before(match.end)
        if place >= len(self._phrases.words):
            return None
        low, pos = self._phrases.low(place), self._phrases.words[place].pos
        asks = self._text[match.start : match.end].lower().split()[-1] == "for"
        if low in {"to", "that"} or low in _DETERMINERS or low in _HEARERS or (asks and pos in _OBJECTS):
            return self._span(match.end, piece)
        return None

    def _noun(self, offset: int, piece: Span) -> Span | None:
        """Return a noun phrase with its article that stands behind a verb, or a mere "it": "denied the claim"."""
        place = self._phrases.words.before(offset)
        if place >= len(self._phrases.words):
            return None
        if self._phrases.low(place) in _THINGS:
            return Span(self._phrases.words[place].start, self._phrases.words[place].end)
        return self._span(offset, piece) if self._phrases.low(place) in _DETERMINERS else None

    def _clause(self, offset: int, piece: Span, *openers: str, only: bool = False) -> Span | None:
        """Return the clause that begins at `offset`: behind one of some words or, unless `only` so, with a subject."""
        phrases = self._phrases
        place, last = phrases.words.before(offset), phrases.words.before(piece.end)
        while place < last and phrases.low(place) in {",", ":"}:
            place += 1
        if place >= last:
            return None
        low = phrases.low(place)
        if low in openers:
            turned = place + 1 < last and phrases.low(place + 1) in _TURNED
            return None if turned else self._span(phrases.words[place].start, piece)
        if only or phrases.words[place].pos not in _SUBJECTS or low in _OPENERS:
            return None
        verb = next(
            (
                after
                for after in range(place + 1, min(last, place + _SOON))
                if phrases.words[after].pos in {"AUX", "VERB"} or phrases.low(after) in {",", ";"}
            ),
            last,
        )
        finite = verb < last and phrases.words[verb].pos in {"AUX", "VERB"}
        return self._span(phrases.words[place].start, piece) if finite and phrases.low(verb - 1) != "to" else None

    def _span(self, start: int, piece: Span) -> Span | None:
        """Return what stands from `start` on, up to where the words around go on, with clean edges."""
        place = self._phrases.words.before(start)
        if place >= len(self._phrases.words):
            return None
        start = self._phrases.words[place].start
        if self._phrases.low(place) == "that" and place + 1 < len(self._phrases.words):
            start = self._phrases.words[place + 1].start
        found = _END.search(self._text, start, piece.end)
        end = found.start() if found else piece.end
        if start >= end:
            return None
        start, end = trim(self._text, start, end)
        return Span(start, end) if start < end and len(self._text[start:end].split()) >= _FEWEST else None

    def _according(self, match: Match, piece: Span) -> Told | None:
        """Return what is said "according to" somebody, before it."""
        source = self._object(match.end)
        begin = self._text[piece.start : match.start].rstrip()
        if source is None or source.end > piece.end or not begin.endswith(",") or not self._who(source, match):
            return None
        start = piece.start + len("that ") * begin.lower().startswith("that ")
        start, end = trim(self._text, start, piece.start + len(begin))
        words = len(self._text[start:end].split())
        return Told(source, Span(match.start, match.end), Span(start, end)) if words >= _FEWEST else None
