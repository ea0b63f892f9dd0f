"""Join the tokens of a corpus to text as people write it, and keep where each token lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Spans = list[tuple[int, int]]

_WRITTEN = {
    "``": '"',
    "''": '"',
    "`": "'",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
}
"""What the Penn Treebank's escapes stand for."""
_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", "%", ")", "]", "}", "...", "..", "n't", "n’t"})
_NO_SPACE_AFTER = frozenset({"(", "[", "{", "$", "#", "£", "€"})
_GLUED = frozenset({"-", "/"})
"""Marks that the corpora cut out of the middle of a word."""


def join(tokens: Sequence[str]) -> tuple[str, Spans]:
    """Return a sentence's text and the place of each of its tokens in it."""
    text, spans, quoted, glue = "", [], False, True
    for given in tokens:
        word = _WRITTEN.get(given, given)
        closing = word == '"' and (given == "''" or quoted)
        clitic = len(word) > 1 and word[0] in "'’" and word[1:].isalpha()
        if text and not glue and not (word in _NO_SPACE_BEFORE or word in _GLUED or closing or clitic or word == "'"):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glue = word in _NO_SPACE_AFTER or word in _GLUED or (word == '"' and not closing)
        if word == '"':
            quoted = not closing
    return text, spans


def paragraph(sentences: Iterable[Sequence[str]]) -> tuple[str, list[Spans]]:
    """Return several sentences as one paragraph, and the places of their tokens."""
    text, places = "", []
    for tokens in sentences:
        sentence, spans = join(tokens)
        start = len(text) + 1 if text else 0
        text = f"{text} {sentence}" if text else sentence
        places.append([(start + a, start + b) for a, b in spans])
    return text, places
