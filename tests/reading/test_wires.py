"""Whose copy a report uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading.lexicon import Lexicon
from reportedly.reading.wires import Wires
from tests.reading.anything import draw_reading, prose
from tests.reading.attributed import marked

if TYPE_CHECKING:
    from reportedly.reading import Pipeline

TEXTS = prose(
    [
        *(entry.example for entry in Lexicon("wires").entries),
        "\n\nLESSA, Oct 9 (Norrpress) - The port was shut.",
        "\n\nBy Ana Ferro | Norrpress News\n",
        "\n\n© 2031 Norrpress Ltd. All rights reserved.",
    ]
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LESSA, May 3 (Norrpress) - The port was shut.", ["Norrpress"]),
        ("(Norrpress) - The port was shut.", ["Norrpress"]),
        ("The port was shut.\n\nWith reporting from the Evening Post.", ["Evening Post"]),
        ("The port was shut.\n\nThe Evening Post contributed to this report.", ["Evening Post"]),
        ("The port was shut.\n\nAdditional reporting by Jo Berg", ["Jo Berg"]),
        ("The port was shut.\n\nThis story was first published by the Evening Post.", ["Evening Post"]),
        ("The port was shut.\n\n© 2031 Evening Post Ltd. All rights reserved.", ["Evening Post"]),
        ("Port shut\n\nBy Ana Ferro, Reuters\n\nThe port was shut.", ["Reuters"]),
        ("The port (the largest of its kind) was shut.", []),
        ("The plan was first reported by the Evening Post.", []),
        ("Ana Ferro contributed money to the port.", []),
    ],
)
def test_the_credits_name_whose_copy_it_is(pipeline: Pipeline, text: str, names: list[str]) -> None:
    """Datelines, bylines and lines of credit are read, and nothing that only looks like one."""
    read = marked(pipeline, text, [Wires()])
    assert [finding.value.removeprefix("The ") for finding in read.wires] == names
    assert all(finding.words.text == finding.value for finding in read.wires)


def test_a_name_is_told_once(pipeline: Pipeline) -> None:
    """An agency of the dateline that is thanked at the end, too, is one finding."""
    text = "LESSA (Norrpress) - The port was shut.\n\nWith reporting from Norrpress."
    assert [finding.value for finding in marked(pipeline, text, [Wires()]).wires] == ["Norrpress"]


@settings(max_examples=60)
@given(data=st.data())
def test_any_text_names_nobody_twice(pipeline: Pipeline, data: st.DataObject) -> None:
    """Whatever the text, the names are words of it, in its order, each with a reason, and none comes twice."""
    found = Wires()(draw_reading(data, pipeline, TEXTS)).wires or ()
    assert all(one.value == one.words.text == one.value.strip() != "" and one.made_by.reason for one in found)
    assert len({one.value.lower() for one in found}) == len(found)
    places = [one.words.pairs for one in found]
    assert places == sorted(places)
