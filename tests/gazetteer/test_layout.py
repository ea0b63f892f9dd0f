"""The gazetteer's file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest

from reportedly.errors import BundleError
from reportedly.gazetteer.layout import ARRAYS, MAGIC, mapped, write

if TYPE_CHECKING:
    from pathlib import Path


def _file(path: Path) -> Path:
    """Write a small file."""
    out = io.BytesIO()
    arrays = {name: np.arange(3) for name in ARRAYS}
    write(out, {"maker": "1"}, ("", "NO"), ("city",), arrays)
    path.write_bytes(out.getvalue())
    return path


def test_what_was_written_is_mapped(tmp_path: Path) -> None:
    """Every array comes back with its type, and the header with what it was built from."""
    header, arrays = mapped(_file(tmp_path / "small.bin"))
    assert header.built_from == {"maker": "1"}
    assert header.countries == ("", "NO")
    assert {name: array.dtype.str for name, array in arrays.items()} == {
        name: np.dtype(kind).str for name, kind in ARRAYS.items()
    }
    assert all(array.tolist() == [0, 1, 2] for array in arrays.values())


def test_the_mapped_numbers_cannot_be_changed(tmp_path: Path) -> None:
    """The map is read-only: every process sees the same places."""
    _, arrays = mapped(_file(tmp_path / "small.bin"))
    with pytest.raises(ValueError, match="read-only"):
        arrays["lat"][0] = 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "missing or empty"),
        (b"something else entirely", "another format"),
        (MAGIC + b"\x02\0\0\0\0\0\0\0{}", "damaged"),
        (MAGIC + b"\xff\xff\0\0\0\0\0\0{", "damaged"),
    ],
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """The error names the file and what is wrong, and says what mends it."""
    path = tmp_path / "places.bin"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=rf"'places\.bin'.*{reason}.*reinstall"):
        mapped(path)


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    """Numbers that are not there are not invented."""
    whole = _file(tmp_path / "small.bin").read_bytes()
    (tmp_path / "small.bin").write_bytes(whole[:-40])
    with pytest.raises(BundleError, match="damaged"):
        mapped(tmp_path / "small.bin")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(BundleError, match=r"nowhere\.bin"):
        mapped(tmp_path / "nowhere.bin")
