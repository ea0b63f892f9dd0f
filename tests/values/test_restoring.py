"""Readings made again of what was written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given

from reportedly.exchange.json import dumps, encode
from reportedly.values.restoring import restore
from tests.strait import strait
from tests.strategies import readings

if TYPE_CHECKING:
    from reportedly.values import Reading


@given(readings())
def test_a_reading_comes_back_whole(made: Reading) -> None:
    """Whatever a reading holds is there again, to the last digit where none was cut."""
    assert restore(encode(made, digits=None), made.report) == made


def test_a_reading_comes_back_from_json() -> None:
    """What is read from the bytes is what was written, to the digits that were."""
    made = strait()
    assert restore(json.loads(dumps(made)), made.report) == made
