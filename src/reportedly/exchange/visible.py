"""Characters that would steer a terminal or a page, made visible instead.

A report is written by others. Its escape sequences must not move a cursor, and its bidirectional overrides must not
show words in another order than the one they stand in (Unicode Technical Report 36, section 2.5).
"""

from __future__ import annotations

import re

_BIDIRECTIONAL = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Embeddings, overrides and isolates. The plain marks U+200E, U+200F and U+061C force nothing and stay."""

_C0_PICTURES = 0x2400
"""The Unicode block of control pictures shows U+0000 to U+001F in the same order."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_WHITE_SPACE = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")

_SHOWN: dict[int, str] = (
    {code: chr(_C0_PICTURES + code) for code in range(0x20) if chr(code) not in "\t\n"}
    | {0x7F: "\N{SYMBOL FOR DELETE}"}
    | {code: f"⟨U+{code:04X}⟩" for code in (*range(0x80, 0xA0), *_BIDIRECTIONAL, *range(0xD800, 0xE000))}
)


def visible(text: str) -> str:
    r"""Return the text with every control, bidirectional control and lone surrogate written out: `␛`, `⟨U+202E⟩`.

    Line ends of any kind become `\n`; tabs stay. The result can be encoded in UTF-8 whatever the text was.
    """
    return _LINE_ENDS.sub("\n", text).translate(_SHOWN)


def one_line(text: str) -> str:
    """Return the text as `visible` shows it, in a single line, with single blanks and none at either end."""
    return _WHITE_SPACE.sub(" ", text).strip(" ").translate(_SHOWN)
