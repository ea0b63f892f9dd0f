"""Very long texts: cut in slices of a bounded length, which change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from reportedly.engine.pieces import cut
from tests.engine.checking import check

if TYPE_CHECKING:
    from pathlib import Path

    from tokenizers import Encoding, Tokenizer

LIMIT = 200_000
"""More than this many code points are never given to the tokenizer at once."""


class Counting:
    """A tokenizer that keeps what it was given."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        """Stand in front of a tokenizer."""
        self._tokenizer = tokenizer
        self.given: list[str] = []

    def encode(self, text: str, **options: Any) -> Encoding:  # noqa: ANN401 - whatever the tokenizer takes
        """Keep the text, and encode it."""
        self.given.append(text)
        return self._tokenizer.encode(text, **options)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 500_000,
        "字" * 250_000,
        "ship " * 100_000,
        "The mayor said that the bridge was unsafe.\n" * 10_000,
        "a" * 199_999 + "\ud800" * 3 + " b" * 20_000,
    ],
    ids=["one word", "no spaces", "one line", "lines", "long word with surrogates"],
)
def test_long_text_is_cut_in_bounded_slices(text: str, tokenizer: Tokenizer) -> None:
    """However long a text or its words are, the tokenizer gets all of it in slices of a bounded length."""
    counting = Counting(tokenizer)
    check(text, cut(text, counting), tokenizer)  # type: ignore[arg-type] # has the one method that is used
    assert sum(map(len, counting.given)) == len(text)
    assert len(counting.given) > 1
    assert max(map(len, counting.given)) <= LIMIT


def test_two_megabytes_are_cut(tokenizer: Tokenizer, root: Path) -> None:
    """A text of two megabytes is cut as its parts are: its last report has the pieces it has alone."""
    report = _reports(root)[0] + "\n\n"
    text = report * (2_000_000 // len(report) + 1)
    pieces = cut(text, tokenizer)
    check(text, pieces, tokenizer)
    alone = cut(report, tokenizer)
    assert len(text) >= 2_000_000
    assert len(pieces) == len(alone) * (len(text) // len(report))
    assert pieces.ids[-len(alone) :].tolist() == alone.ids.tolist()
    assert (pieces.starts[-len(alone) :] - (len(text) - len(report))).tolist() == alone.starts.tolist()


@pytest.mark.parametrize("limit", [1001, 1500, 4000])
def test_slices_change_no_piece(limit: int, tokenizer: Tokenizer, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary text that is cut in slices has the pieces that it has in one go."""
    text = "\n\n".join(_reports(root))
    whole = cut(text, tokenizer)
    monkeypatch.setattr("reportedly.engine.pieces._SLICE", limit)
    counting = Counting(tokenizer)
    sliced = cut(text, counting)  # type: ignore[arg-type] # has the one method that is used
    assert len(counting.given) >= len(text) // limit
    for name in ("ids", "starts", "ends", "features"):
        assert np.array_equal(getattr(sliced, name), getattr(whole, name))


def _reports(root: Path) -> list[str]:
    """Return the texts of the sample reports that are plain text."""
    return [path.read_text(encoding="utf-8") for path in sorted((root / "examples").rglob("*.txt"))]
