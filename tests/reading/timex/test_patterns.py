"""Patterns over kinds of lexemes."""

from __future__ import annotations

import pytest

from reportedly.reading.timex.matching import RULES
from reportedly.reading.timex.patterns import beginnings, compiled, expression
from reportedly.reading.timex.scanning import letters, scan


@pytest.mark.parametrize(
    ("pattern", "text", "fits"),
    [
        ("month day comma? year", "May 10, 1940", True),
        ("month day comma? year", "May 10 1940", True),
        ("month day comma? year", "10 May 1940", False),
        ("(day | nth) MONTH", "10th Sept.", True),
        ("the? seen unit", "last week", True),
        ("QTY unit", "more than two hundred years", True),
        ("QTY other unit", "ten brutal months", True),
        ("cardinal{2,3}", "one two three", True),
    ],
)
def test_patterns_fit_kinds(pattern: str, text: str, fits: bool) -> None:  # noqa: FBT001 - pytest gives it
    """Names stand for lexemes of their kind, names in capitals for shared pieces."""
    assert (compiled(pattern).fullmatch(scan(text, ()).letters) is not None) is fits


def test_a_kind_that_there_is_not_is_an_error() -> None:
    """A misspelt name is noticed when the pattern is compiled."""
    with pytest.raises(KeyError):
        expression("moonth")


def test_beginnings_are_those_of_every_alternative() -> None:
    """What may be missing at the beginning makes what follows a beginning, too."""
    assert beginnings("the? (month | day)* comma") == frozenset(
        letters().having("the") + letters().having("month") + letters().having("day") + letters().having("comma")
    )
    assert beginnings("other{0,2} month") == frozenset("x" + letters().having("month"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_rule_fits_nothing(rule: object) -> None:
    """Every rule needs at least one lexeme, and names what it is for."""
    assert getattr(rule, "name", "")
    assert compiled(str(getattr(rule, "pattern", ""))).fullmatch("") is None
