"""The packaged model: its files, checked against their digests before anything is made of them."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.resources
from typing import TYPE_CHECKING

import msgspec

from reportedly.errors import BundleError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FORMAT = 2
"""The layout of a bundle that this version reads; `config.json` names the one it was written in."""


class Config(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`config.json` of a bundle.

    `window`, `context` and `most` (the longest stretch looked at for one cue) are counted in pieces; `special` holds
    the ids of the tokens before and after a window. `labels` names the columns of the attribution head. `candidate` is
    the least chance of a cue that is looked at, `threshold` the least validity of a statement that is kept, `nested`
    the least chance of a cue whose statement is kept inside another's content. `parts` are the parts of speech,
    `mentions` the labels of both layers of mentions, `scales` the corpora on whose scales factuality is given, each in
    the order of its head's columns. `files` are the SHA-256 digests of the other files.
    """

    format: int
    name: str
    version: str
    window: int
    context: int
    most: int
    special: tuple[int, int]
    labels: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    parts: tuple[str, ...]
    mentions: tuple[str, ...]
    scales: tuple[str, ...]
    candidate: float
    threshold: float
    nested: float
    files: dict[str, str]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Bundle:
    """A checked bundle: its configuration and the bytes of its files."""

    config: Config
    digest: str
    """SHA-256 of `config.json`, which holds the digests of all the rest: it names the model as a whole."""
    files: dict[str, bytes] = dataclasses.field(repr=False)


def packaged(name: str = "newsroom") -> Bundle:
    """Return a bundle that ships with the package; BundleError where it is not there or not whole."""
    return load(importlib.resources.files("reportedly.engine").joinpath("bundles", name))


def load(folder: Traversable) -> Bundle:
    """Read and check the bundle in a folder; BundleError names the file that is wrong."""
    raw = _bytes(folder, "config.json")
    try:
        config = msgspec.json.decode(raw, type=Config)
    except msgspec.DecodeError as error:
        raise BundleError(_mend(folder, f"config.json makes no sense ({error})")) from error
    if config.format != FORMAT:
        raise BundleError(_mend(folder, f"config.json is in format {config.format}, this version reads {FORMAT}"))
    files = {name: _bytes(folder, name) for name in config.files}
    for name, digest in config.files.items():
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise BundleError(_mend(folder, f"{name} is damaged: its SHA-256 is not the one in config.json"))
    return Bundle(config, hashlib.sha256(raw).hexdigest(), files)


def _bytes(folder: Traversable, name: str) -> bytes:
    """Read one file of a bundle."""
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise BundleError(_mend(folder, f"{name} is missing")) from error


def _mend(folder: Traversable, reason: str) -> str:
    """Say what is wrong with a bundle and what to do about it."""
    return f"the model {folder.name!r} cannot be used: {reason}; reinstall reportedly"
