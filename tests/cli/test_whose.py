"""Whose report it is."""

from __future__ import annotations

from reportedly.cli.whose import source, whose
from reportedly.exchange.register import Register
from tests.cli.claimed import LIEN, PAGE, STORY, WIRE

REGISTER = Register(STORY)


def test_a_report_is_its_publishers() -> None:
    """The name is enough."""
    assert [each.plain for each in whose(REGISTER, WIRE.report.id)] == ["Norrpress"]
    assert source(REGISTER, WIRE.report.id) == "Norrpress"


def test_a_report_without_a_publisher_is_told_apart() -> None:
    """What it is called stands beside."""
    assert [each.plain for each in whose(REGISTER, PAGE.report.id)] == ["publisher unknown", "page"]
    assert source(REGISTER, PAGE.report.id) == "page"


def test_a_source_may_be_a_speaker() -> None:
    """Then it has a name, and where nobody knows it is somebody."""
    assert source(REGISTER, LIEN.id) == "Odd Lien"
    assert source(REGISTER, "i0") == "somebody"
