"""The packaged bundle: whole, small, plain, and refused where any of it is damaged."""

from __future__ import annotations

import hashlib
import importlib.resources
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from reportedly.engine import Engine, load, packaged
from reportedly.engine.pieces import FEATURES
from reportedly.errors import BundleError, RunError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportedly.engine import Bundle

FOLDER = Path(str(importlib.resources.files("reportedly.engine").joinpath("bundles", "newsroom")))
UNLISTED = {"config.json", "CARD.md"}
"""What `config.json` names no digest of: itself, and what no program reads."""
NAMED = sorted(path.name for path in FOLDER.iterdir() if path.name not in UNLISTED)
MOST_BYTES = 30_000_000
"""The bundle's share of the wheel."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the packaged bundle."""
    return Path(shutil.copytree(FOLDER, tmp_path / "newsroom"))


@pytest.fixture
def rewrite(copy: Path) -> Callable[[dict[str, Any]], Path]:
    """Return a function that changes some of the values of the copy's `config.json`."""

    def change(values: dict[str, Any]) -> Path:
        config = json.loads((copy / "config.json").read_bytes())
        (copy / "config.json").write_text(json.dumps(config | values), encoding="utf-8")
        return copy

    return change


def test_packaged_bundle_is_whole(bundle: Bundle) -> None:
    """The packaged bundle loads, and its files have the digests that its configuration names."""
    assert {name: hashlib.sha256(data).hexdigest() for name, data in bundle.files.items()} == bundle.config.files
    assert bundle.digest == hashlib.sha256((FOLDER / "config.json").read_bytes()).hexdigest()
    assert packaged().digest == bundle.digest


def test_copy_is_the_same_model(copy: Path, bundle: Bundle) -> None:
    """Where a bundle lies makes no difference to what it is."""
    again = load(copy)
    assert (again.config, again.digest, again.files) == (bundle.config, bundle.digest, bundle.files)


def test_every_file_is_named(bundle: Bundle) -> None:
    """Every file in the folder but the configuration and the card is one whose digest is checked."""
    assert sorted(bundle.config.files) == NAMED


def test_bundle_is_small() -> None:
    """The bundle takes no more of the wheel than it may."""
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < MOST_BYTES


def test_bundle_knows_the_features_that_are_read(bundle: Bundle) -> None:
    """The packaged model was trained on the features and the labels that this version reads, in their order."""
    assert bundle.config.features == FEATURES
    assert bundle.config.labels == ("none", "source", "cue", "content")


def test_thresholds_are_chances(bundle: Bundle) -> None:
    """The thresholds are chances: none lets everything through, and none nothing."""
    config = bundle.config
    assert all(0 < threshold < 1 for threshold in (config.candidate, config.threshold, config.nested))


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("place", [0.0, 0.5, 1.0], ids=["first", "middle", "last"])
def test_flipped_byte_is_found(name: str, place: float, copy: Path) -> None:
    """One changed byte anywhere in a file is damage, and the error names the file and what to do."""
    data = bytearray((copy / name).read_bytes())
    data[round(place * (len(data) - 1))] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(BundleError, match=rf"'newsroom'.*{name} is damaged.*reinstall reportedly"):
        load(copy)


@pytest.mark.parametrize("name", NAMED)
def test_cut_file_is_found(name: str, copy: Path) -> None:
    """A file that lost its end is damaged."""
    (copy / name).write_bytes((copy / name).read_bytes()[:-1])
    with pytest.raises(BundleError, match=f"{name} is damaged"):
        load(copy)


@pytest.mark.parametrize("name", ["config.json", *NAMED])
def test_missing_file_is_found(name: str, copy: Path) -> None:
    """A file that is not there is named."""
    (copy / name).unlink()
    with pytest.raises(BundleError, match=f"{name} is missing"):
        load(copy)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b'{"format": 1}', b"\xff\xfe{}", b'{"format": "\xff"}', b"\x80\x04]."]
)
def test_configuration_that_makes_no_sense_is_refused(raw: bytes, copy: Path) -> None:
    """A configuration that is no JSON, or not a whole one, is an error that names it."""
    (copy / "config.json").write_bytes(raw)
    with pytest.raises(BundleError, match=r"config\.json makes no sense"):
        load(copy)


@pytest.mark.parametrize(
    "values",
    [{"colour": "blue"}, {"window": "256"}, {"special": [1, 2, 3]}, {"files": ["encoder.onnx"]}, {"threshold": None}],
    ids=["unknown field", "text for a number", "three specials", "no digests", "no threshold"],
)
def test_configuration_of_other_fields_is_refused(
    values: dict[str, Any], rewrite: Callable[[dict[str, Any]], Path]
) -> None:
    """A field that nobody knows, or of another type, is an error that names the configuration."""
    with pytest.raises(BundleError, match=r"config\.json makes no sense"):
        load(rewrite(values))


@pytest.mark.parametrize("number", [0, 1, 999])
def test_other_format_is_refused(number: int, rewrite: Callable[[dict[str, Any]], Path]) -> None:
    """A bundle of another layout is refused, and the error says which one it has."""
    with pytest.raises(BundleError, match=rf"config\.json is in format {number}, this version reads 2"):
        load(rewrite({"format": number}))


def test_bundle_that_is_not_there_is_missed() -> None:
    """A bundle that does not ship is an error for the whole run."""
    with pytest.raises(RunError, match=r"'nightdesk'.*config\.json is missing"):
        packaged("nightdesk")


def test_changed_configuration_is_another_model(bundle: Bundle, rewrite: Callable[[dict[str, Any]], Path]) -> None:
    """What was read with another threshold is told from what was read with this one, by the model's digest."""
    assert load(rewrite({"threshold": 0.123})).digest != bundle.digest


def test_configuration_cannot_be_changed(bundle: Bundle) -> None:
    """The settings of a loaded model are frozen."""
    with pytest.raises(AttributeError):
        bundle.config.threshold = 0.0  # type: ignore[misc] # that it cannot be set is what is tested


def test_nothing_is_pickled() -> None:
    """The bundle holds graphs, JSON and words, and nothing that runs when it is opened."""
    for path in FOLDER.iterdir():
        head = path.read_bytes()[:4]
        assert path.suffix in {".onnx", ".json", ".md"}, path.name
        assert not head.startswith((b"\x80", b"PK", b"\x93NUM", b"\x1f\x8b")), path.name
        if path.suffix == ".json":
            assert isinstance(msgspec.json.decode(path.read_bytes()), dict)


def test_engine_knows_its_model(engine: Engine, bundle: Bundle) -> None:
    """The engine carries the digest of the bundle that it was opened from."""
    assert (engine.digest, engine.config) == (bundle.digest, bundle.config)
