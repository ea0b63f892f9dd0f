"""The gold of careful readers holds offsets and labels, and no words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evals.folders import Folders
from evals.gold import GOLD, documents
from reportedly.values import Certainty, Channel, EvidenceKind, Orientation, Polarity, SpeakerKind, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = sorted(GOLD.glob("*/*.json"))
LISTS = {
    "stance": Stance,
    "certainty": Certainty,
    "hedge": Certainty,
    "polarity": Polarity,
    "orientation": Orientation,
    "kind": SpeakerKind,
    "channel": Channel,
}
"""The closed list of each label."""
STATEMENTS = 400
"""What was promised at least."""


def labels(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of a value with the name of its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from labels(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from labels(inner, name)
    elif isinstance(value, str):
        yield name, value


def statements(path: Path) -> list[dict[str, Any]]:
    """Return the statements of a file as plain values."""
    given: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["statements"]
    return given


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_word_in_it_is_a_label(path: Path) -> None:
    """Whatever is not a number is an entry of one of our closed lists, or the code of a country."""
    for name, value in labels(statements(path)):
        if name == "country":
            assert len(value) == 2
            assert value.isupper()
        elif name == "evidence":
            assert EvidenceKind(value)
        else:
            assert LISTS[name](value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_parent_stands_before_what_is_in_it(path: Path) -> None:
    """A statement's parent is an earlier one of the file, and its content holds the statement's."""
    found = statements(path)
    for number, statement in enumerate(found):
        parent = statement.get("parent")
        if parent is not None and statement["content"]:
            assert parent < number
            around = found[parent]["content"]
            assert around[0][0] <= statement["content"][0][0] < statement["content"][-1][1] <= around[-1][1]


def test_there_are_enough() -> None:
    """Both halves together hold the statements that were promised, and no text is in both."""
    assert sum(len(statements(path)) for path in FILES) >= STATEMENTS
    texts = [json.dumps(json.loads(path.read_text(encoding="utf-8"))["text"]) for path in FILES]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("half", ["tune", "check"])
def test_the_texts_of_our_own_are_those_that_were_read(half: str, tmp_path: Path) -> None:
    """The files about reports of our own writing still fit their texts, every span included."""
    own = {path.stem for path in FILES if '"from": "polnear-dev"' not in path.read_text(encoding="utf-8")}
    for document in documents(Folders(tmp_path, tmp_path), half, own):
        for statement in document.statements:
            for start, end in [*statement.source, *statement.cue, *statement.content]:
                assert 0 <= start < end <= document.until
                assert document.report.text[start:end].strip() == document.report.text[start:end]
