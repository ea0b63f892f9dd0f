"""Numbers that name something and count nothing: "Article 5", "S&P 500", "COVID-19", "16 Elm Street", "2-1"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.reading.numbers.numeral import Form
from reportedly.reading.numbers.tables import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.reading.numbers.amounts import Amount
    from reportedly.reading.numbers.surroundings import Surroundings, Token

_TABLE = table("designations")
_BEFORE = frozenset(_TABLE["before"].split())
_ENDS = frozenset(_TABLE["ends"].split())
_LONE = frozenset(_TABLE["lone"].split())
_PRONOUNS = frozenset(_TABLE["pronouns"].split())
_ADDRESS = re.compile(r"[A-Za-z]?(?:-[0-9]{1,4})?((?: [A-Z0-9][\w'’.]*){1,4})")
_LEADING = re.compile(r"0[0-9]")
_LONE_WORD = re.compile(r"-([A-Za-z]+)")
_HYPHENED = re.compile(r"([^\W_]+)[-\u2010\u2011]$")
_COUNTING_HYPHENS = frozenset("sub minus mid to and or non some just about pre up over under".split())
_LISTED = re.compile(r"(?:\A|\n)[ \t]*\(?$")
_MODEL = re.compile(
    r"7[0-8]7(?:-[0-9]+)?[A-Z]?(?= (?:[A-Z]|jet|plane|aircraft|airliner))"
    r"|(?:911|999|112) (?:call|dispatch|operator|centre|center)"
)
"""How Boeing numbers its airliners, and the numbers of emergency calls."""
_NAMED_MODEL = 10_000
"""Numbers from here on are hardly a part of a name ("Galaxy 20")."""
_CODE_BEHIND = re.compile(
    r" (?:(?:zip|area|dialling|post) ?code|block of )|-[A-Z](?![^\W_])|-[0-9]+-[0-9]|/[^\W_]|[_@\\=]", re.IGNORECASE
)
"""What follows a number that is a code, a block of houses or the beginning of a telephone number."""
_CHAINED = re.compile(r"[0-9]-[0-9]+-$")
_PRONOUN = re.compile(
    r" (?:another|by one|or the|day,|would|could|should|can|cannot|must|might|may|has to|he|she|they|it|i|we|you|that"
    r"|who|which|to)(?![^\W_])|[-'’]",
    re.IGNORECASE,
)
_PLURAL = re.compile(r" (?:[a-z]+ )?(?:[a-z]{3,}s|people|men|women|children)(?![^\W_])")
_STOPS = frozenset({"", *'.,;:!?)"”'})
_CASUALTIES = ("ed", "ing", "least", "than", "just", "only", "kills")
"""How a word ends behind which a "one" at a sentence's end counts: "killing one."."""
_RANKS = frozenset({"top", "bottom"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", ""})
_COMMON = frozenset({"NOUN", "ADJ"})
_DIVIDED = (" of ", "th ", " inch", " mile")
"""What follows digits with a slash that are a fraction: "1/16 of", "1/8th"."""
_GLUING = frozenset("#@&_=?/\\'’")
_HYPHENS = frozenset("-\u2010\u2011")
_NUMBER_BEHIND = re.compile("-[0-9]")
_LOOKBACK = 24


def names(around: Surroundings, made: Amount, before: Sequence[Token]) -> bool:
    """Say whether a number without a unit is a part of a name, an address, a code or a list's own numbering."""
    text, numeral = around.text, made.numeral
    if numeral.form is Form.VAGUE:
        return False
    if numeral.digits and numeral.form is Form.FRACTION:
        return not text.startswith(_DIVIDED, numeral.end)
    start, end = numeral.start, numeral.end
    if numeral.digits:
        other = _coded(text, start, end, numeral.digits) or _addressed(text, end, numeral.digits)
    else:
        lone = _LONE_WORD.match(text, end)
        other = (lone is not None and lone[1].lower() in _LONE) or _ends_word(text, start)
    return other or _designated(around, made, before) or _in_name(around, made, before)


def _ends_word(text: str, start: int) -> bool:
    """Say whether a hyphen makes what stands before a part of the word: "hole-in-one"."""
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isalpha()


def _designated(around: Surroundings, made: Amount, before: Sequence[Token]) -> bool:
    """Say whether the word before a number is one that takes numbers: "Article 5", "COVID -19", "the top three"."""
    text, numeral = around.text, made.numeral
    place = len(before) - 1
    if place > 0 and before[place].low == "-" and before[place].end == numeral.start:
        place -= 1
    if place < 0 or before[place].end < numeral.start - len(" -"):
        return False
    last = before[place]
    if last.low in _BEFORE:
        return numeral.form is Form.DIGITS or text[last.start].isupper()
    return last.low in _RANKS and around.pos(numeral.end + 1) not in _NOMINAL


def _coded(text: str, start: int, end: int, digits: str) -> bool:
    """Say whether digits are glued to letters, or are the number of a list's item, a telephone or a page."""
    last = text[start - 1 : start]
    if (last and last in _GLUING) or (last in _HYPHENS and last and _hyphened(text, start, end)):
        return True
    if _LEADING.match(digits) or _CODE_BEHIND.match(text, end) or _MODEL.match(text, start):
        return True
    return (
        text[end : end + 1] in {".", ")"}
        and text[end + 1 : end + 2] in {" ", "\t"}
        and _LISTED.search(text, max(0, start - _LOOKBACK), start) is not None
    )


def _hyphened(text: str, start: int, end: int) -> bool:
    """Say whether digits behind a hyphen belong to a name or a telephone number: "COVID-19", "555-010-1234"."""
    if text[start - 2 : start - 1].isdigit() and _NUMBER_BEHIND.match(text, end):
        return True
    if _CHAINED.search(text, max(0, start - _LOOKBACK), start):
        return True
    word = _HYPHENED.search(text, max(0, start - _LOOKBACK), start)
    return word is not None and word[1][-1].isalpha() and word[1].lower() not in _COUNTING_HYPHENS


def _addressed(text: str, end: int, digits: str) -> bool:
    """Say whether a number is that of a house."""
    if not digits.isdecimal() or text[end : end + 1] not in {" ", "-"}:
        return False
    found = _ADDRESS.match(text, end)
    if found is None:
        return False
    words = found[1].split()
    return len(words) > 1 and any(word.rstrip(".").lower() in _ENDS for word in words)


def _in_name(around: Surroundings, made: Amount, before: Sequence[Token]) -> bool:
    """Say whether a number follows a name and has no noun of its own, or stands in one."""
    text, numeral = around.text, made.numeral
    first = around.extent(numeral.start)[0]
    if not numeral.digits:
        capital = text[numeral.start].isupper() and around.pos(numeral.start) == "PROPN"
        return capital and first != numeral.start
    if not numeral.plain or (numeral.value or 0) >= _NAMED_MODEL or not before or before[-1].end != numeral.start - 1:
        return False
    name = before[-1]
    shown = text[name.start : name.end]
    if name.low == "the":
        return shown == "The" and first != name.start
    if name.low.endswith(("'s", "’s")) or not shown.strip("i")[:1].isupper() or around.pos(name.start) != "PROPN":
        return False
    return text[numeral.end : numeral.end + 1] != " " or around.pos(numeral.end + 1) not in _COMMON


def counts_nothing(around: Surroundings, made: Amount, before: Sequence[Token]) -> bool:
    """Say whether a "one" is a pronoun ("no one", "one another"), or a "zero" counts nothing ("zero tolerance")."""
    text, numeral = around.text, made.numeral
    if numeral.form is not Form.WORDS or numeral.value not in {0, 1}:
        return False
    if numeral.value == 0:
        return not _PLURAL.match(text, numeral.end)
    told = around.pos(numeral.start) not in {"NUM", ""} or (bool(before) and before[-1].low in _PRONOUNS)
    if told or _PRONOUN.match(text, numeral.end):
        return True
    stands_last = text[numeral.end : numeral.end + 1] in _STOPS
    return stands_last and bool(before) and not before[-1].low.endswith(_CASUALTIES)
