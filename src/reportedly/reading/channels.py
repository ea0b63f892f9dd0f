"""By which way a statement's words went outward, and through which outlet: read off the words around its content.

The words belong to the statement whose cue they are or stand beside, and to those by which its speaker goes on in the
same sentence ("told the Evening Post that ..., and said ..."). What stands in a content belongs only to a statement
within it.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import TYPE_CHECKING

from reportedly.reading.outlets import owner
from reportedly.reading.wordlists import word_list
from reportedly.values import Channel, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportedly.reading.lexicon import Lexicon, Match
    from reportedly.reading.phrases import Phrases
    from reportedly.values import Statement

_AIRED = re.compile(
    r"\b(?:TV|[Tt]elevision|[Rr]adio|[Cc]hannel|[Bb]roadcast\w*|[Nn]etwork|[Pp]odcast|CNN|BBC|NPR|CBS|NBC|ABC|MSNBC|PBS"
    r"|C-SPAN|ITV|Fox|Sky|Al[ -]Jazeera|Al[ -]Arabiya)\b"
)
"""What makes an outlet one that is heard or seen."""
_BREAK = re.compile(
    r"[;:]|\b(?:and|but|while|whereas|when|after|before|because|who|which|that|if|as (?:he|she|it|they|the))\b",
    re.IGNORECASE,
)
"""What parts the words before it from those behind: they are not of one clause."""
_ANOTHER = re.compile(r"\s*(?:[\w-]+,?\s+){0,6}?(?:with|on|to|by|for|in)\s+", re.IGNORECASE)
"""What may stand before an outlet's name: "an interview on Sunday with"."""
_TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|january|february|march|april|may|june|july|august"
    r"|september|october|november|december",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\s+(?:(?:last|this|earlier|late|early|on|at|in|during|after|before|via|by)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?= (?:morning|evening|night|afternoon|that|and|he|she|it|they|the)\b|\W?\Z))"
)
"""What stands behind an outlet's name and is no part of it: "told CNN last year"."""
_PROGRAMME = re.compile(r"\s*[\"“‘'](?P<name>[A-Z][\w’'&]*(?: (?:[A-Z&][\w’']*|the|of|with|a|in|and|on))*)[,.]?[\"”’']")
_SAYS = re.compile(r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|wr(?:ote|ites|iting)|speak|spoke)", re.IGNORECASE)
_NO_POST = re.compile(r"\b(?:Post|Posts|Post-\w+)\Z")
"""The last word of a newspaper's name, where a post is looked for."""
_PROPER = re.compile(r"[A-Z]|(?:state|public)\b")
_OPENING = 8
"""Code points of a sentence in which it begins: with a mark of quotation, perhaps "and"."""
_TRIES = 3
"""Phrases behind "in an interview" that are looked at for an outlet."""
_BEHIND = 70
"""Code points behind words for a post in which its place is named."""
_MOST = 12
"""Statements of one sentence that are looked at together; more stand in no sentence, but in text without any."""
_AGAIN = frozenset({"he", "she", "it", "they"})


@dataclasses.dataclass(frozen=True, slots=True)
class Way:
    """A way that words went: its channel, the words that tell it, and the outlet or the platform that they name."""

    channel: Channel
    words: Span
    rank: int
    outlet: Span | None = None
    platform: Span | None = None
    direct: bool = False
    """Whether the outlet stands right behind: "told the Evening Post"."""


class Ways:
    """The ways of the statements of one report."""

    def __init__(
        self, lexicon: Lexicon, phrases: Phrases, outlet: Callable[[Span], bool], statements: Sequence[Statement]
    ) -> None:
        """Take the lexicon of channels, what looks for phrases, what tells outlets, and the statements."""
        self._phrases = phrases
        self._outlet = outlet
        self._rank = {id(entry): rank for rank, entry in enumerate(lexicon.entries)}
        self._matches = lexicon.matches(phrases.text)
        self._of: dict[str, list[Way]] = {}
        by_id = {statement.id: statement for statement in statements}
        near: dict[tuple[str | None, int], list[Statement]] = {}
        for statement in statements:
            sentence = phrases.sentence(statement.cue.spans[0].start) if statement.cue else None
            if sentence is not None:
                near.setdefault((statement.parent, sentence.start), []).append(statement)
        for (parent, _), group in near.items():
            group.sort(key=_place)
            for first in range(0, len(group), _MOST):
                after = group[first + _MOST] if first + _MOST < len(group) else None
                self._share(by_id.get(parent or ""), group[first : first + _MOST], after, opens=first == 0)

    def of(self, statement: Statement) -> list[Way]:
        """Return the ways that the words around a statement's content tell, the most telling first."""
        return sorted(self._of.get(statement.id, ()), key=lambda way: way.rank)

    def _share(
        self, parent: Statement | None, group: Sequence[Statement], after: Statement | None, *, opens: bool
    ) -> None:
        """Share the ways that one sentence, or its part up to another statement, tells among its statements."""
        sentence = self._phrases.sentence(_place(group[0]))
        if sentence is None:
            return
        around = [Span(sentence.start if opens else _place(group[0]), _place(after) if after else sentence.end)]
        if parent is not None:
            around = [part for span in parent.content.spans if (part := _common(span, around[0])) is not None]
        cues = [span for one in group for span in one.cue.spans]
        contents = [span for one in group for span in one.content.spans if not any(span.contains(cue) for cue in cues)]
        for match in (match for part in around for match in self._matches.within(part.start, part.end)):
            span = Span(match.start, match.end)
            if any(span.overlaps(content) for content in contents):
                continue
            whose = self._whose(span, group, contents)
            if whose is None or ("next" in match.entry.flags and not self._beside(span, group[whose], sentence.start)):
                continue
            if (way := self._way(match, sentence.end)) is not None:
                self._of.setdefault(group[whose].id, []).append(way)
        for index, one in enumerate(group):
            for other in group[:index]:
                if one.id not in self._of and other.id in self._of and _same(one, other):
                    self._of[one.id] = self._of[other.id]

    def _whose(self, span: Span, group: Sequence[Statement], contents: Sequence[Span]) -> int | None:
        """Return which of a sentence's statements some words belong to; None for none of them."""
        for index, one in enumerate(group):
            if any(cue.overlaps(span) for cue in one.cue.spans):
                return index
        before = [index for index, one in enumerate(group) if _place(one) < span.start]
        if not before:
            return 0
        last = group[before[-1]]
        begun = max(
            [cue.end for cue in last.cue.spans if cue.end <= span.start]
            + [content.end for content in contents if content.end <= span.start]
        )
        if _BREAK.search(self._phrases.text, begun, span.start) is None:
            return before[-1]
        after = before[-1] + 1
        return after if after < len(group) else None

    def _beside(self, span: Span, statement: Statement, start: int) -> bool:
        """Say whether "on" and the like belong to a verb of saying: behind it, or at the beginning of the sentence."""
        if any(cue.overlaps(span) for cue in statement.cue.spans):
            return _SAYS.search(statement.cue.text) is not None
        return span.start > _place(statement) or span.start - start <= _OPENING

    def _way(self, match: Match, end: int) -> Way | None:
        """Return the way that an entry tells; None where what it needs is not there."""
        flags, channel = match.entry.flags, Channel(match.entry.label)
        words, rank = Span(match.start, match.end), self._rank[id(match.entry)]
        if channel is Channel.POST and _NO_POST.search(self._phrases.text, match.start, match.end):
            return None
        platform = self._platform(match, end, written="written" in flags) if "platform" in flags else None
        if platform is not None:
            return Way(Channel.POST, words, rank, platform=platform)
        outlet: Span | None = None
        if "hearer" in flags or "next" in flags:
            outlet = self._named(match.end)
            if outlet is None or ("next" in flags and not _PROPER.match(self._phrases.text, outlet.start)):
                return None
        elif "outlet" in flags:
            outlet = self._search(match, end) or (self._anybody(match.end) if "any" in flags else None)
        if outlet is None and "only" in flags:
            return None
        direct = outlet is not None and "hearer" in flags
        aired = outlet is not None and direct and channel is Channel.INTERVIEW and self._aired(outlet)
        return Way(Channel.BROADCAST if aired else channel, words, rank, outlet=outlet, direct=direct)

    def _named(self, offset: int) -> Span | None:
        """Return the outlet whose name begins right at a place, or the programme that stands there in quotes."""
        text = self._phrases.text
        if programme := _PROGRAMME.match(text, offset):
            return Span(*programme.span("name"))
        named = self._phrases.object(offset)
        if named is None:
            return None
        later = _LATER.search(text, named.start, named.end)
        named = Span(named.start, later.start()) if later else named
        return next((span for span in (owner(self._phrases, named), named) if self._outlet(span)), None)

    def _anybody(self, offset: int) -> Span | None:
        """Return whoever is named right at a place."""
        named = self._phrases.object(offset)
        last = self._phrases.words.before(named.end) - 1 if named else -1
        return named if last >= 0 and self._phrases.words[last].pos == "PROPN" else None

    def _within(self, match: Match) -> Span | None:
        """Return the outlet that is named within some words: "in a Radio Corvane interview"."""
        words = self._phrases.words.within(match.start, match.end)
        names = [word for word in words[1:-1] if word.pos == "PROPN"]
        span = Span(names[0].start, names[-1].end) if names else None
        return span if span is not None and self._outlet(span) else None

    def _search(self, match: Match, end: int) -> Span | None:
        """Return the first outlet that some words or the phrases behind them name."""
        last = match.end
        found = self._within(match) or self._named(last)
        for _ in range(_TRIES):
            behind = None if found else _ANOTHER.match(self._phrases.text, last, end)
            if behind is None:
                break
            last = behind.end()
            found = self._named(last)
        return found

    def _platform(self, match: Match, end: int, *, written: bool) -> Span | None:
        """Return the place of a post that stands in some words or close behind them; None where none is named."""
        text, limit = self._phrases.text, min(end, match.end + _BEHIND)
        found = _platforms().search(text, match.start, limit)
        if found is not None and "next" in match.entry.flags and not text[match.end : found.start()].islower():
            found = None if text[match.end : found.start()].strip() else found
        if found is not None:
            place = "x" if found["x"] else "name" if found["name"] else "other"
            return Span(*found.span(place))
        named = self._phrases.object(match.end) if written and text[match.start : match.end].endswith("on") else None
        if named is None or not text[named.start].isupper() or named.end > end or self._outlet(named):
            return None
        return None if _TIMES.search(text, named.start, named.end) else named

    def _aired(self, outlet: Span) -> bool:
        """Say whether an outlet is one that is heard or seen."""
        return _AIRED.search(self._phrases.text, outlet.start, outlet.end) is not None


def _place(statement: Statement) -> int:
    """Return where a statement's cue begins."""
    return statement.cue.spans[0].start


def _same(one: Statement, before: Statement) -> bool:
    """Say whether somebody goes on whose words another statement of the same sentence told before."""
    again = one.source.spans == before.source.spans or one.source.text.lower() in _AGAIN
    who, whom = one.speaker, before.speaker
    return again and who is not None and whom is not None and who.id == whom.id


def _common(one: Span, other: Span) -> Span | None:
    """Return what two spans share."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


@functools.cache
def _platforms() -> re.Pattern[str]:
    """Return what finds the places of posts: by their names, or behind a noun for such places."""
    names, nouns = word_list("platforms", "names"), word_list("platforms", "nouns")
    listed = "|".join(sorted((re.escape(name) for name in names if name != "X"), key=len, reverse=True))
    kinds = "|".join(sorted(map(re.escape, nouns)))
    return re.compile(
        rf"\b(?:(?P<name>{listed})\b|(?:on|to|via|platform|site|network|formerly) (?P<x>X)\b"
        rf"|(?:{kinds}) (?P<other>[A-Z]\w+(?: [A-Z]\w+)?))"
    )


def joined(ways: Iterable[Way]) -> tuple[Way | None, Span | None]:
    """Return of the ways of one statement the most telling, and the outlet: the one that was told, or the first."""
    told = list(ways)
    outlets = sorted((way for way in told if way.outlet is not None), key=lambda way: not way.direct)
    return (told[0] if told else None), (outlets[0].outlet if outlets else None)
