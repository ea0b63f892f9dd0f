"""What the reports of a story call people: "Health Minister Ana Ferro", "Ana Ferro, the minister"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.nouns import noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.claims.entry import Entry

_BEHIND = re.compile(
    r", (?!(?:on|in|at|by|for|from|with|to|as|after|before|under|over|about)\b)(?:the |a |an |its |his |her |who is )?"
    r"(?P<role>(?:[\w’'-]+ ){0,5}[\w’'-]+)"
)
"""Words behind a comma, unless they begin as no role does: "on the other hand"."""
_NEAR = 60
"""Code points beside a name in which a role stands."""


class Titles:
    """The roles by which the reports of a story introduce people, to be asked for by name."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the reports of a story."""
        self._texts = [entry.reading.report.text for entry in entries]
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the role that stands beside a name somewhere; empty where none does."""
        if name not in self._known:
            self._known[name] = next((role for text in self._texts if (role := self._beside(text, name))), "")
        return self._known[name]

    def _beside(self, text: str, name: str) -> str:
        """Return the role beside a name in a text."""
        for found in re.finditer(rf"\b{re.escape(name)}\b", text):
            before = text[max(0, found.start() - _NEAR) : found.start()].rpartition(".")[2].rstrip(", ").lower().split()
            known = noun(before)
            if known is not None and known[0].person and not known[0].plural:
                return " ".join(before[-known[1] :])
            behind = _BEHIND.match(text[found.end() : found.end() + _NEAR].partition(".")[0])
            if behind is not None and (role := _role(behind["role"].lower().split())):
                return role
        return ""


def _role(words: Sequence[str]) -> str:
    """Return the role that some words begin with, as far as it is one for a person; empty for none."""
    for length in range(len(words), 0, -1):
        known = noun(words[:length])
        if known is not None and known[0].person and not known[0].plural:
            return " ".join(words[:length])
    return ""
