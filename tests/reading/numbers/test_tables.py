"""The page on quantities says what the lexicons hold, and the lexicons are sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from reportedly.reading.numbers.bounds import NEARLY
from reportedly.reading.numbers.tables import table
from reportedly.reading.numbers.units import OURS, TIME
from reportedly.reading.numbers.vague import READINGS
from reportedly.values import Bound, Trend

if TYPE_CHECKING:
    from pathlib import Path

NAMES = [name for kind in ("words", "symbols", "glued") for name in table("units")[kind]]
CODE = re.compile(r"[A-Z]{3}")


def vague_rows() -> list[str]:
    """Return the rows of the table of vague numbers."""
    return [
        "| words | `low` | `high` | because |",
        "|---|---|---|---|",
        *(
            f"| {each.words} | {each.low:,.0f} | {'' if each.high is None else f'{each.high:,.0f}'} "
            f"| {each.because}{' (*ours*)' if each.ours else ''} |"
            for each in READINGS
        ),
    ]


def bound_rows() -> list[str]:
    """Return the rows of the table of bounds."""
    found = table("bounds")
    kinds = dict.fromkeys([*found["before"], *found["after"]])
    rows = ["| `bound` | before the number | behind it |", "|---|---|---|"]
    for kind in kinds:
        name = f"`{Bound.ABOUT}`, and the number is the upper end" if kind == NEARLY else f"`{kind}`"
        sides = [", ".join(found[side].get(kind, [])).replace("|", "\\|") for side in ("before", "after")]
        rows.append(f"| {name} | {sides[0]} | {sides[1]} |")
    return rows


@pytest.mark.parametrize("rows", [vague_rows(), bound_rows()], ids=["vague", "bounds"])
def test_the_page_has_every_reading(root: Path, rows: list[str]) -> None:
    """docs/reference/quantities.md lists the vague numbers and the bounds as the lexicons have them."""
    page = (root / "docs" / "reference" / "quantities.md").read_text(encoding="utf-8")
    assert "\n".join(rows) in page


def test_the_page_names_the_units_that_pint_lacks(root: Path) -> None:
    """A unit that no library knows is told of."""
    page = (root / "docs" / "reference" / "quantities.md").read_text(encoding="utf-8")
    assert [name for name in sorted(OURS) if f"`{name}`" not in page] == []


def test_every_unit_has_pint_s_name() -> None:
    """Pint parses the name of every unit, and would write it the same; none of ours is known to it."""
    pint = pytest.importorskip("pint", reason="pint tells the names of units: pip install pint")
    registry = pint.UnitRegistry()
    assert [name for name in NAMES if str(registry.parse_units(name)) != name] == []
    for name in OURS:
        with pytest.raises(pint.UndefinedUnitError):
            registry.parse_units(name)


def test_no_word_has_two_units() -> None:
    """Within each table a word stands for one unit."""
    for kind in ("words", "symbols", "glued"):
        words = [word for listed in table("units")[kind].values() for word in listed]
        assert sorted(words) == sorted(set(words))
    assert set(NAMES) >= TIME


def test_every_bound_is_one_and_no_phrase_is_two() -> None:
    """The kinds of the lexicon are those of `Bound`, and "nearly"; a phrase on one side has one kind."""
    for side in ("before", "after"):
        found = table("bounds")[side]
        assert set(found) <= {bound.value for bound in Bound} | {NEARLY}
        phrases = [phrase for listed in found.values() for phrase in listed]
        assert sorted(phrases) == sorted(set(phrases))


def test_no_verb_goes_both_ways() -> None:
    """No verb tells of a rise and of a fall."""
    sides = [{verb for key in ("any", "scaled") for verb in table("trends")[trend.value][key]} for trend in Trend]
    assert sides[0] & sides[1] == set()


def test_currencies_have_codes() -> None:
    """Every currency has the form of an ISO 4217 code, or none."""
    found = table("currencies")
    codes = {code for kind in ("before", "behind", "names") for code in found[kind].values()}
    codes |= {each["code"] for each in found["large"].values()}
    assert [code for code in codes if code and not CODE.fullmatch(code)] == []
    assert "USD" in codes


def test_the_readings_are_intervals() -> None:
    """Each vague number begins above one and, where it ends, ends above that."""
    assert all(each.low > 1 and (each.high is None or each.high > each.low) for each in READINGS)
