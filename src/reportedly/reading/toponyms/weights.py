"""The learned weights of both models, from `weights.json`, which `training/train_places.py` writes."""

from __future__ import annotations

import importlib.resources

import msgspec


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Weights by the names of their features are kept in the file; here they are in the models' order.

    `recognition` tells names of places from others, kept from `threshold` (0 to 1) on. `passes` resolve them, each with
    what the one before made of the other names. `trained_on` says on what.
    """

    recognition: tuple[float, ...]
    threshold: float
    passes: tuple[tuple[float, ...], ...]
    trained_on: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file."""

    trained_on: str
    threshold: float
    recognition: dict[str, float]
    passes: tuple[dict[str, float], ...]


def _load() -> Weights:
    """Read the file."""
    raw = importlib.resources.files("reportedly.reading.toponyms").joinpath("weights.json").read_bytes()
    file = msgspec.json.decode(raw, type=_File)
    return Weights(
        recognition=tuple(file.recognition.values()),
        threshold=file.threshold,
        passes=tuple(tuple(one.values()) for one in file.passes),
        trained_on=file.trained_on,
    )


WEIGHTS = _load()
