"""The kinds of attribution that are counted apart, read off the spans alone.

They are approximations by spelling, the same for gold and for predictions, and good enough to see which kind suffers;
they are no linguistic analysis.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evals.scorer import Spans

KINDS = (
    "direct",
    "indirect",
    "named",
    "unnamed",
    "pronoun",
    "no source",
    "headline",
    "in pieces",
    "other cue",
)

_MARKS = re.compile('[“”"«»]')
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_PRONOUNS = frozenset(
    "he she they it i we you who him her them me us his hers theirs its our my your their himself herself themselves"
    " itself this that these those which one".split()
)
_NEVER_NAMES = frozenset(
    "a an the some any many most several few all both each every no one two three four other others another more"
    " at in of from for by on with as but and or that this these those if when while"
    " his her its their our my your".split()
)
"""Words that begin a sentence or a source without being a name, however small the corpus."""
_SAY_AND_TELL = frozenset("say says said saying tell tells told telling".split())
_SENTENCE_END = re.compile(r"(?:[.!?:;][)\]”\"’']*\s*|\n\s*|[“\"«(\[—–-]\s*)$")
"""What stands before the first word of a sentence, a line, a quotation or a bracket."""


@dataclasses.dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word is written small, and how often with a capital in the middle of a sentence."""

    small: Counter[str]
    capital: Counter[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Count the words of all texts that are scored."""
        small: Counter[str] = Counter()
        capital: Counter[str] = Counter()
        for text in texts:
            for found in _WORD.finditer(text):
                word = found.group()
                if word[0].islower():
                    small[word] += 1
                elif word[0].isupper() and not _begins(text, found.start()):
                    capital[word.lower()] += 1
        return cls(small, capital)

    def is_name(self, text: str, start: int, word: str) -> bool:
        """Say whether a word is written as a name: with a capital that the sentence's beginning does not explain."""
        if not word[0].isupper() or word.lower() in _NEVER_NAMES:
            return False
        if not _begins(text, start):
            return True
        return self.capital[word.lower()] >= self.small[word.lower()]


def _begins(text: str, start: int) -> bool:
    """Say whether a word that starts here begins a sentence or the like."""
    return start == 0 or bool(_SENTENCE_END.search(text[max(0, start - 8) : start]))


def kinds(text: str, vocabulary: Vocabulary, source: Spans, cue: Spans, content: Spans) -> frozenset[str]:
    """Return which of `KINDS` an attribution is."""
    out = {"direct" if any(_MARKS.search(text[start:end]) for start, end in content) else "indirect"}
    out.add(_kind_of_source(text, vocabulary, source))
    anchor = sorted(cue or content, key=tuple)
    line = len(text) - len(text.lstrip())
    first_line_end = text.find("\n", line)
    if anchor and anchor[0][0] < first_line_end:
        out.add("headline")
    if _in_pieces(text, content):
        out.add("in pieces")
    if cue and not _words(text, cue) & _SAY_AND_TELL:
        out.add("other cue")
    return frozenset(out)


def _kind_of_source(text: str, vocabulary: Vocabulary, source: Spans) -> str:
    """Return named, unnamed, pronoun or no source."""
    words = [
        (start + found.start(), found.group()) for start, end in source for found in _WORD.finditer(text[start:end])
    ]
    if not words:
        return "no source"
    if all(word.lower() in _PRONOUNS for _, word in words):
        return "pronoun"
    named = any(vocabulary.is_name(text, start, word) for start, word in words)
    return "named" if named else "unnamed"


def _words(text: str, spans: Spans) -> set[str]:
    """Return the words of some spans in small letters."""
    return {found.group().lower() for start, end in spans for found in _WORD.finditer(text[start:end])}


def _in_pieces(text: str, content: Spans) -> bool:
    """Say whether other words stand between the pieces."""
    ordered = sorted(content, key=tuple)
    return any(_WORD.search(text[before[1] : after[0]]) for before, after in itertools.pairwise(ordered))
