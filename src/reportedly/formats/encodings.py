"""From bytes to text: what the bytes say of their encoding, and a guess only where they say nothing."""

from __future__ import annotations

import codecs
import dataclasses
import operator
from typing import TYPE_CHECKING

from reportedly.formats.loaded import caution

if TYPE_CHECKING:
    from reportedly.values import Caution

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; UTF-32's before UTF-16's, which it begins with."""

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Labels that stand for a wider encoding on the web: WHATWG Encoding Standard, https://encoding.spec.whatwg.org/"""

_SAMPLE = 64 * 1024
"""How many bytes a guess looks at: enough for charset-normalizer to be sure, and a tenth of a second at most."""

_BROKEN_SHARE = 0.1
"""Up to this share of broken sequences among all that are not ASCII, bytes still count as damaged UTF-8."""

_WIDE_SHARE, _RARE_SHARE = 0.7, 0.05
"""In UTF-16 at least the one share of the upper bytes of western text is NUL, and at most the other of the lower."""

_FEWEST_UNITS = 8
"""Fewer characters show nothing."""

_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüÿœßÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÖØÙÚÜŒ‘’“”„–—…•€£¥©®™°§½¼¾«»¿¡\xa0\xad")
"""What western European languages write beyond ASCII; not the capitals that Macintosh quotation marks would become."""

_FOREIGN_SHARE = 0.2
"""Western languages in Latin letters stay well under this share of characters beyond ASCII."""


@dataclasses.dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding that it was read in (Python's name), and what should be known about that."""

    text: str
    encoding: str
    cautions: tuple[Caution, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes: by their byte order mark, by what is `declared`, as UTF-8, and by a guess, in this order.

    Never raises. The byte order mark is left out; nothing else is changed. A declared one-byte encoding gives way to
    UTF-8 where the bytes are valid UTF-8 beyond ASCII, which text in a one-byte encoding never is by chance (pages
    saved from a browser often keep an old declaration).
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding) or _leniently(data[len(mark) :], encoding)
    if unmarked := _wide(data):
        return unmarked
    name = known(declared)
    as_utf8 = _strictly(data, "utf-8")
    if name in {None, "utf-8"}:
        return as_utf8 or _damaged(data) or _guessed(data)
    if as_utf8 and (data.isascii() or _one_byte(name)):
        if data.isascii():
            return as_utf8
        conflict = caution("encoding-conflict", f"declared as {declared}, but the bytes are UTF-8 and were read so")
        return dataclasses.replace(as_utf8, cautions=(conflict,))
    return _strictly(data, name) or as_utf8 or _leniently(data, name)


def known(label: str | None) -> str | None:
    """Return Python's name for a declared encoding, or None where it is unknown, no encoding of text, or UTF-16/32.

    A declaration that could be read as ASCII cannot be in UTF-16 or UTF-32, whatever it says (WHATWG).
    """
    if not label:
        return None
    try:
        info = codecs.lookup(label.strip())
        "".encode(info.name)
    except (LookupError, ValueError, UnicodeError):
        return None
    if info.name.startswith(("utf-16", "utf-32", "utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape")):
        return None
    return _AS_BROWSERS_READ.get(info.name, info.name)


def _wide(data: bytes) -> Decoded | None:
    """Decode UTF-16 without a byte order mark, which shows by its NULs; they would pass for valid UTF-8."""
    sample = data[: _SAMPLE // 2 * 2]
    units = len(sample) // 2
    if units < _FEWEST_UNITS or b"\0" not in sample:
        return None
    nulls = {"utf-16-be": sample[0::2].count(0), "utf-16-le": sample[1::2].count(0)}
    rare, (encoding, often) = min(nulls.values()), max(nulls.items(), key=operator.itemgetter(1))
    if often < _WIDE_SHARE * units or rare > _RARE_SHARE * units:
        return None
    found = _strictly(data, encoding) or _leniently(data, encoding)
    if any(character < " " and character not in "\t\n\r\f" for character in found.text[:_SAMPLE]):
        return None
    note = caution("encoding-guessed", f"nothing states the encoding; read as {encoding}, a guess from the bytes")
    return dataclasses.replace(found, cautions=(note, *found.cautions))


def _one_byte(name: str) -> bool:
    """Say whether an encoding has one byte for each character."""
    return name.startswith(("cp125", "iso8859", "koi8", "mac")) or name in {"cp437", "cp850", "cp866", "tis-620"}


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    """Decode without a single error, or not at all."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, ValueError, LookupError):
        return None


def _leniently(data: bytes, encoding: str) -> Decoded:
    """Decode with U+FFFD for what stands for nothing."""
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    return Decoded(text, encoding, (caution("undecodable", f"{lost} places could not be decoded as {encoding}"),))


def _damaged(data: bytes) -> Decoded | None:
    """Decode bytes that are UTF-8 but for a few broken places."""
    lenient = _leniently(data, "utf-8")
    foreign = sum(1 for character in lenient.text if character >= "\x80")
    broken = lenient.text.count("\ufffd")
    cut_off = broken == 1 and lenient.text.endswith("\ufffd") and foreign > 1
    return lenient if cut_off or broken <= _BROKEN_SHARE * (foreign - broken) else None


def _guessed(data: bytes) -> Decoded:
    """Decode by a guess: Windows-1252 for what looks like western text, else what charset-normalizer finds."""
    note = "nothing states the encoding; read as {}, a guess from the bytes"
    western = _strictly(data, "cp1252")
    if western and _looks_western(western.text[:_SAMPLE]):
        return dataclasses.replace(western, cautions=(caution("encoding-guessed", note.format("cp1252")),))
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most inputs are UTF-8 and need no guess

    best = from_bytes(data[:_SAMPLE]).best()
    guess = (known(best.encoding) if best else None) or "cp1252"
    found = _strictly(data, guess) or _leniently(data, guess)
    return dataclasses.replace(found, cautions=(caution("encoding-guessed", note.format(guess)), *found.cautions))


def _looks_western(text: str) -> bool:
    """Say whether a text read as Windows-1252 has only such letters and marks as western languages use, and few.

    charset-normalizer has too little to go by in an English text with three curly quotation marks, and then prefers
    code pages of central Europe or of old Macintoshes.
    """
    foreign = [character for character in text if character >= "\x80"]
    return len(foreign) <= _FOREIGN_SHARE * len(text) and all(character in _WESTERN for character in foreign)
