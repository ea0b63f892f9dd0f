"""Floors go up, and down only with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evals.__main__ import FLOORS, HEADING
from evals.floors import AT_MOST, Floor, Floors, LoweredError, read_sections, write_sections

if TYPE_CHECKING:
    from pathlib import Path

GIVEN = Floors((Floor("f1", 70.0), Floor("seconds", 1.5, AT_MOST)), "digest of the old data")


def test_a_figure_at_its_bound_holds() -> None:
    """A figure may be exactly at its bound, on the good side of it, and not on the bad."""
    assert GIVEN.missed({"f1": 70.0, "seconds": 1.5}) == []
    assert [floor.name for floor in GIVEN.missed({"f1": 69.9, "seconds": 1.6})] == ["f1", "seconds"]


def test_a_figure_that_is_not_there_is_missed() -> None:
    """A floor cannot be passed by not measuring."""
    assert [floor.name for floor in GIVEN.missed({"seconds": 1.0})] == ["f1"]


def test_floors_rise_to_the_figures_less_the_margin() -> None:
    """A better figure raises its floor, and the new data's digest is kept."""
    raised = GIVEN.raised({"f1": 75.04, "seconds": 1.0}, margin=0.3, measured_on="new")
    assert [floor.bound for floor in raised.floors] == [74.7, 1.3]
    assert (raised.measured_on, raised.lowered) == ("new", ())


def test_a_figure_within_the_margin_leaves_its_floor() -> None:
    """Where the margin would take a floor down that still holds, it stays."""
    raised = GIVEN.raised({"f1": 70.1, "seconds": 1.4}, margin=0.3, measured_on="new")
    assert raised.floors == GIVEN.floors


def test_no_floor_goes_down_without_a_reason() -> None:
    """A worse figure is refused."""
    with pytest.raises(LoweredError, match=r"f1 is 69\.0, below 70\.0"):
        GIVEN.raised({"f1": 69.0, "seconds": 1.0}, margin=0.3, measured_on="new")


def test_the_reason_for_lowering_is_kept(tmp_path: Path) -> None:
    """A floor that goes down leaves its old bound and the reason in the file, which reads back the same."""
    reason = 'twice as fast, "half a point" worse\nsee the table'
    lowered = GIVEN.raised({"f1": 69.0, "seconds": 1.0}, margin=0.3, measured_on="new", reason=reason)
    file = tmp_path / "floors.toml"
    file.write_text(lowered.written("Floors."), encoding="utf-8")
    assert Floors.read(file) == lowered
    assert (lowered.lowered[0].before, lowered.lowered[0].after, lowered.lowered[0].reason) == (70.0, 68.7, reason)


def test_a_floor_without_a_figure_is_not_written() -> None:
    """Floors are not rewritten from an evaluation that left one of them out."""
    with pytest.raises(LoweredError, match="no figure"):
        GIVEN.raised({"f1": 75.0}, margin=0.3, measured_on="new", reason="any")


def test_the_file_in_the_repository_is_as_it_would_be_written() -> None:
    """The floors that are kept were written by the command, not by hand."""
    assert write_sections(read_sections(FLOORS), HEADING) == FLOORS.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["attribution f1", "full f1", "token content f1", "indirect detected", "unnamed attributed"]
)
def test_every_promised_floor_is_kept(name: str) -> None:
    """The figures that the engine is held to have a floor each."""
    assert name in {floor.name for floor in read_sections(FLOORS)["attribution"].floors}
