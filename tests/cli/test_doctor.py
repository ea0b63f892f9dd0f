"""`reportedly doctor`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.cli.doctor import lines
from reportedly.cli.installed import Part, State
from tests.cli.asked import ask
from tests.strategies import TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

PARTS = [
    Part("program", "reportedly", State.PRESENT, "1.2"),
    Part("package", "numpy", State.PRESENT, "2.4"),
    Part("package", "rich", State.PRESENT, "15.0"),
    Part("package", "lxml", State.FAULTY, "4.0", "too old: lxml>=5.3 is needed"),
    Part("model", "model", State.PRESENT, "newsroom 1", "SHA-256 " + "0123456789ab" + "c" * 52),
    Part("extra", "pdf", State.MISSING, "PDF with a text layer", "pip install 'reportedly[pdf]'"),
]


@pytest.fixture
def supplied(monkeypatch: pytest.MonkeyPatch) -> Callable[[list[Part]], None]:
    """Return a function that says what is found."""

    def supply(found: list[Part]) -> None:
        monkeypatch.setattr("reportedly.cli.installed.parts", lambda _: iter(found))

    return supply


def test_whole_packages_share_a_row_and_the_rest_has_one_each() -> None:
    """A sign and a word tell what is missing or faulty; digests are shortened."""
    assert [line.plain for line in lines(PARTS, 80)] == [
        "reportedly 1.2",
        "─" * 80,
        "✓ packages    numpy 2.4 · rich 15.0",
        "✗ lxml        faulty · 4.0 · too old: lxml>=5.3 is needed",
        "✓ model       newsroom 1 · SHA-256 0123456789ab…",
        "",
        "Extras",
        "─" * 80,
        "– pdf         missing · PDF with a text layer · pip install 'reportedly[pdf]'",
    ]


def test_only_a_fault_fails(supplied: Callable[[list[Part]], None]) -> None:
    """A missing extra ends with 0, what is needed and faulty with 1; every part is written."""
    supplied([part for part in PARTS if part.state is not State.FAULTY])
    assert ask("doctor").exit_code == 0
    supplied(PARTS)
    for form in ("table", "jsonl", "csv"):
        assert ask("doctor", "--format", form).exit_code == 1
    found = [json.loads(line) for line in ask("doctor").stdout.splitlines()]
    assert found[3] == {
        "area": "package",
        "name": "lxml",
        "state": "faulty",
        "value": "4.0",
        "note": "too old: lxml>=5.3 is needed",
    }


@given(
    st.lists(
        st.builds(
            Part,
            st.sampled_from(["program", "package", "model", "extra"]),
            st.just("name"),
            st.sampled_from(State),
            TEXTS,
            TEXTS,
        ),
        max_size=4,
    ),
    st.integers(24, 96),
)
def test_no_line_is_wider_than_asked(found: list[Part], width: int) -> None:
    """Whatever a part says of itself."""
    for line in lines(found, width):
        assert cell_len(line.plain) <= width
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in line.plain)
