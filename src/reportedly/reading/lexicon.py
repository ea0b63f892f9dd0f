"""Word lists in TOML, and where their entries stand in a text.

A lexicon is a file of `lexicons/`: entries with a `label`, the `words` to look for and an `example`. The words are
plain words with little notation, so that a list can be read by whoever checks it:

    <deny>            any form of the verb: deny, denies, denied, denying; of several words (<rule out>) the first
    (a|b c|<deny>)    one of them
    word? (a|b)?      it or nothing
    _                 up to two words that may stand between ("did not _ respond")

An apostrophe is straight or curly, a blank any white space within a paragraph, and case does not count. Marks that
belong to a word ("won't", "e-mail") are written with it; other marks cannot be looked for.
"""

from __future__ import annotations

import bisect
import functools
import importlib.resources
import re
import tomllib
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from reportedly.reading.inflection import forms

if TYPE_CHECKING:
    from collections.abc import Iterator

_START = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"(?P<words><[^>]+>|\([^()]*\)|[^\s()<>?]+)(?P<optional>\?)?")
_BLANK = r"(?:[^\S\n]|\n(?![^\S\n]*\n))+"
_FILLER = rf"(?:[\w'’-]+,?{_BLANK}){{0,2}}?"


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a lexicon: what it is, the words in the notation above, and a sentence that has them.

    `flags` are for the stage that owns the lexicon; `source` names where an entry was taken from, if from anywhere.
    """

    label: str
    words: str
    example: str
    flags: tuple[str, ...] = ()
    source: str = ""


class Match(NamedTuple):
    """An entry's words at [start, end) of a text."""

    start: int
    end: int
    entry: Entry


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lexicon's file."""

    about: str
    entry: tuple[Entry, ...]


class Lexicon:
    """A packaged lexicon, ready to search. Of entries that fit at one place the first in the file counts."""

    def __init__(self, name: str) -> None:
        """Read `lexicons/NAME.toml`."""
        raw = importlib.resources.files("reportedly.reading").joinpath("lexicons", f"{name}.toml").read_text("utf-8")
        self.name = name
        self.entries = msgspec.convert(tomllib.loads(raw), _File).entry
        self._by_first: dict[str, list[tuple[re.Pattern[str], Entry]]] = {}
        for entry in self.entries:
            pattern = re.compile(_expression(entry.words), re.IGNORECASE)
            for word in _first_words(entry.words):
                self._by_first.setdefault(word, []).append((pattern, entry))

    def matches(self, text: str) -> Matches:
        """Return where entries stand in a text, in order; none overlaps the one before."""
        found: list[Match] = []
        done = 0
        by_first = self._by_first
        for start, word in _starts(text):
            if start >= done and word in by_first:
                for pattern, entry in by_first[word]:
                    if fits := pattern.match(text, start):
                        done = fits.end()
                        found.append(Match(start, done, entry))
                        break
        return Matches(found)


class Matches:
    """The matches of one lexicon in one text."""

    def __init__(self, found: list[Match]) -> None:
        """Keep matches that are in order."""
        self._found = found
        self._keys = [match.start for match in found]

    def within(self, start: int, end: int) -> list[Match]:
        """Return those that lie wholly in [start, end)."""
        first, last = bisect.bisect_left(self._keys, start), bisect.bisect_left(self._keys, end)
        return [match for match in self._found[first:last] if match.end <= end]

    def __iter__(self) -> Iterator[Match]:
        """Yield all, in order."""
        return iter(self._found)


@functools.lru_cache(maxsize=2)
def _starts(text: str) -> tuple[tuple[int, str], ...]:
    """Return where each word of a text begins, and the word in small letters; all lexicons search the same text."""
    return tuple((found.start(), found[0].lower()) for found in _START.finditer(text))


def _expression(words: str) -> str:
    """Turn the notation into a regular expression. An optional word comes with its blank."""
    out: list[str] = []
    blank = ""
    for token in _TOKEN.finditer(words):
        if token["words"] == "_":
            out.append(blank + _FILLER)
            blank = ""
            continue
        options = sorted(_options(token["words"]), key=len, reverse=True)
        either = "(?:" + "|".join(_literal(option) for option in options) + r")(?!\w)"
        if token["optional"] and out:
            out.append(f"(?:{blank}{either})?")
        elif token["optional"]:
            out.append(f"(?:{either}{_BLANK})?")
            blank = ""
            continue
        else:
            out.append(blank + either)
        blank = _BLANK
    return "".join(out)


def _literal(option: str) -> str:
    """Return an expression for plain words."""
    return _BLANK.join(re.escape(word).replace("'", "['’]") for word in option.split())


def _options(words: str) -> tuple[str, ...]:
    """Return the words that a token stands for: those of a group, the forms of a verb, or itself."""
    inner = words[1:-1] if words.startswith("(") else words
    out: list[str] = []
    for option in inner.split("|"):
        verb = option.strip()
        out.extend(forms(verb[1:-1]) if verb.startswith("<") else (verb,))
    return tuple(out)


def _first_words(words: str) -> set[str]:
    """Return the words that an entry can begin with, as `_starts` has them."""
    found: set[str] = set()
    for token in _TOKEN.finditer(words):
        found.update(begin[0].lower() for option in _options(token["words"]) if (begin := _START.search(option)))
        if not token["optional"]:
            break
    return found
