"""Nested mentions as two flat layers: names, and the noun phrases that refer without one.

The corpora annotate whole noun phrases, one inside another ("an envoy of the ministry who had left"). The layer of
names keeps the name itself, without article or title ("Ana Ferro"); the layer of nominals keeps the noun phrase up to
its head ("an envoy", "the ministry").
"""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

KINDS = ("person", "organisation", "state", "place", "document", "nationality")
LABELS = ("O", *(f"{part}-{kind}" for kind in KINDS for part in "BI"))
"""The labels of both layers. A set of labels is the sum of `1 << index`."""
NONE = 1
ANY = (1 << len(LABELS)) - 1

LEXICONS = {
    name: frozenset(words)
    for name, words in tomllib.loads(Path(__file__).with_name("mentions.toml").read_text(encoding="utf-8")).items()
}
TITLES, DOCUMENTS, NUMBERS = (LEXICONS[name] for name in ("titles", "documents", "numbers"))
_PARTICLES = frozenset(
    {"-", "–", "’", "'", "al", "el", "de", "la", "du", "van", "von", "der", "bin", "ibn", "da", "di"}
)
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_WITHIN_NAMES = frozenset({"-", "–", "'", "’", ".", '"', "“", "”"})
"""Marks that may stand in a noun phrase."""
_CONNECTORS = _PARTICLES | {"of", "the", "and", "&", "for", "on", "'s", "’s"}
"""What may stand between the words of a name; in names of people only the particles."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """Tokens [start, end) that refer to something of one of some kinds."""

    start: int
    end: int
    kinds: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text with their parts of speech."""

    words: Sequence[str]
    upos: Sequence[str]

    def namely(self, i: int) -> bool:
        """Say whether a token can be a word of a name."""
        if self.upos[i] == "PROPN":
            return True
        return self.words[i][:1].isupper() and self.upos[i] in {"ADJ", "NOUN", "VERB", "NUM", "X"} and i > 0


def part(kinds: frozenset[str], letter: str) -> int:
    """Return the set of the labels that begin (B) or continue (I) one of some kinds."""
    return sum(1 << LABELS.index(f"{letter}-{kind}") for kind in kinds)


def put(layer: list[int], start: int, end: int, kinds: frozenset[str]) -> None:
    """Write a mention down in a layer."""
    layer[start] = part(kinds, "B")
    for i in range(start + 1, end):
        layer[i] = part(kinds, "I")


def base(tokens: Tokens, mention: Mention) -> int:
    """Return where the noun phrase ends without what follows its head: "an envoy" of "an envoy of the ministry"."""
    for i in range(mention.start + 1, mention.end):
        if not (tokens.words[i].lower() == "of" and tokens.words[i - 1].lower() in NUMBERS) and _ends(
            tokens, i, mention
        ):
            return i
    return mention.end


def _ends(tokens: Tokens, i: int, mention: Mention) -> bool:
    """Say whether a noun phrase ends before a token."""
    word, pos, before = tokens.words[i].lower(), tokens.upos[i], tokens.upos[i - 1]
    if pos == "PART":
        return word == "to"
    if before not in {"NOUN", "PROPN", "NUM", "PRON", "SYM"}:
        return False
    if pos in {"ADP", "SCONJ", "CCONJ"}:
        inside = word in _CONNECTORS and tokens.namely(i - 1) and i + 1 < mention.end
        return not (inside and _resumes(tokens, i, mention.end))
    if pos in {"VERB", "AUX"}:
        return i + 1 == mention.end or tokens.upos[i + 1] not in {"NOUN", "PROPN"}
    return (pos == "PUNCT" and tokens.words[i] not in _WITHIN_NAMES) or (pos == "PRON" and before != "PRON")


def _resumes(tokens: Tokens, i: int, end: int) -> bool:
    """Say whether a name goes on after the connectors from i on."""
    while i < end and tokens.words[i].lower() in _CONNECTORS:
        i += 1
    return i < end and tokens.namely(i)


def name(tokens: Tokens, start: int, end: int, kinds: frozenset[str]) -> tuple[int, int] | None:
    """Return the name that ends at `end`, without titles and articles; None where the last word is of no name."""
    if start >= end or not tokens.namely(end - 1):
        return None
    allowed = _PARTICLES if kinds == {"person"} else _CONNECTORS
    first = i = end - 1
    while i > start:
        i -= 1
        if tokens.namely(i):
            first = i
        elif tokens.words[i].lower() not in allowed or tokens.words[i] in {"'s", "’s"}:
            break
    if "person" in kinds:
        titles = [i for i in range(first, end - 1) if tokens.words[i].lower() in TITLES]
        first = titles[-1] + 1 if titles else first
    return first, end


def layers(
    tokens: Tokens, mentions: Sequence[Mention], refine: Callable[[str, frozenset[str]], frozenset[str]]
) -> tuple[list[int], list[int]]:
    """Return the sets of labels that each token may have in the layer of names and in that of nominals.

    Where the annotation does not say, a token may have any label: a proper noun that belongs to no mention, an
    adjective with a capital (it may be a nationality). `refine` looks at the words of a name once more.
    """
    made = _Layers(tokens, mentions, refine)
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        made.add(mention)
    return made.names, made.nominals


class _Layers:
    """Both layers of a text, filled mention by mention, the longest first."""

    def __init__(
        self, tokens: Tokens, mentions: Sequence[Mention], refine: Callable[[str, frozenset[str]], frozenset[str]]
    ) -> None:
        """Begin with what the parts of speech alone leave open."""
        self._tokens, self._mentions, self._refine = tokens, mentions, refine
        count = len(tokens.words)
        self.names, self.nominals = [_open(tokens, i) for i in range(count)], [NONE] * count
        self._taken, self._named = [False] * count, [False] * count

    def add(self, mention: Mention) -> None:
        """Write a mention down in the layer that it belongs to."""
        tokens = self._tokens
        start, end = _core(tokens, mention)
        if end <= start or tokens.upos[end - 1] == "PRON":
            return
        people = "person" in mention.kinds
        within = [m.end for m in self._mentions if mention.start <= m.start and m.end < mention.end]
        low = max(within, default=start) if people else start
        if people and tokens.words[end - 1].lower() in TITLES:
            self._nominal(start, end, mention.kinds)
            if end < mention.end:
                self._name(name(tokens, max(low, end), mention.end, mention.kinds), mention.kinds)
            return
        found = name(tokens, max(low, start) if low < end else start, end, mention.kinds)
        if found is not None:
            self._name(found, mention.kinds)
            self._before_name(start, found[0], mention.kinds)
        elif tokens.upos[end - 1] == "NOUN":
            kinds = mention.kinds - {"nationality"}
            start = self._behind_owner(start, end)
            if kinds and not any(self._taken[start:end]):
                self._nominal(start, end, kinds)

    def _nominal(self, start: int, end: int, kinds: frozenset[str]) -> None:
        """Write down a noun phrase without a name."""
        put(self.nominals, start, end, kinds)
        self._taken[start:end] = [True] * (end - start)

    def _name(self, found: tuple[int, int] | None, kinds: frozenset[str]) -> None:
        """Write down a name, unless its words are one already."""
        if found is not None and not any(self._named[found[0] : found[1]]):
            put(self.names, *found, self._refine(" ".join(self._tokens.words[slice(*found)]), kinds))
            self._named[found[0] : found[1]] = [True] * (found[1] - found[0])

    def _before_name(self, start: int, end: int, kinds: frozenset[str]) -> None:
        """Leave open whether what stands before a name ("harbour master Ana Ferro") is a noun phrase of its own."""
        prefix = frozenset({"person"}) & kinds or kinds
        if end > start and self._tokens.upos[end - 1] != "NOUN":
            for i in range(start, end):
                if self._tokens.upos[i] != "DET" or end - start > 1:
                    self.nominals[i] |= part(prefix, "B") | part(prefix, "I")

    def _behind_owner(self, start: int, end: int) -> int:
        """Return where a noun phrase begins behind whom it belongs to: "the port's | director"."""
        owned = [
            i + 1
            for i in range(start, end - 1)
            if self._tokens.words[i] in POSSESSIVE and self._tokens.upos[i - 1] == "NOUN"
        ]
        return owned[-1] if owned else start


def _open(tokens: Tokens, i: int) -> int:
    """Return the labels that a token may have as long as no mention tells: what looks like a name may be one."""
    if tokens.upos[i] == "PROPN":
        return ANY
    if tokens.words[i][:1].isupper() and tokens.upos[i] in {"ADJ", "NOUN"}:
        return ANY if i == 0 else NONE | part(frozenset({"nationality", "organisation", "document"}), "B")
    return NONE


def _core(tokens: Tokens, mention: Mention) -> tuple[int, int]:
    """Return a mention's words up to its head, without marks at the ends and prepositions at the beginning."""
    start, end = mention.start, base(tokens, mention)
    while end > start and tokens.upos[end - 1] in {"PUNCT", "PART"} and tokens.words[end - 1] != ".":
        end -= 1
    while start < end and tokens.upos[start] in {"PUNCT", "ADP", "CCONJ"}:
        start += 1
    return start, end
