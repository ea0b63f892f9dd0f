"""The packaged models: their files, checked against their digests before anything is made of them."""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.resources
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

import msgspec

from reportedly.errors import BundleError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

FORMAT = 2
"""The layout of a bundle that this version reads; `config.json` names the one it was written in."""


SENTENCES_FORMAT = 1
"""The same of a bundle of sentence vectors."""


class Described(Protocol):
    """What every bundle's `config.json` says: the layout, and the SHA-256 digest of each file."""

    @property
    def format(self) -> int:
        """The layout that it was written in."""

    @property
    def files(self) -> dict[str, str]:
        """The digests by the names of the files."""


ConfigType = TypeVar("ConfigType", bound=Described)


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


class SentencesConfig(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`config.json` of a bundle of sentence vectors.

    `width` is the length of a vector, `most` how many pieces are looked at, the special ones counted in; `special` are
    the ids of the tokens before and after a text. `files` are the SHA-256 digests of the other files.
    """

    format: int
    name: str
    version: str
    width: int
    most: int
    special: tuple[int, int]
    files: dict[str, str]


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Whole(Generic[ConfigType]):
    """A checked bundle: its configuration and the bytes of its files."""

    config: ConfigType
    digest: str
    """SHA-256 of `config.json`, which holds the digests of all the rest: it names the model as a whole."""
    files: dict[str, bytes] = dataclasses.field(repr=False)


Bundle = Whole[Config]
"""The bundle that reports are read with."""


def packaged(name: str = "newsroom") -> Bundle:
    """Return a bundle that ships with the package; BundleError where it is not there or not whole."""
    return load(_bundles().joinpath(name))


def packaged_sentences(name: str = "sentences") -> Whole[SentencesConfig]:
    """Return a bundle of sentence vectors that ships with the package; BundleError where it is not there or not whole.

    Its tokenizer is that of `newsroom`, and lies there.
    """
    shared = {"tokenizer.json": _bundles().joinpath("newsroom")}
    return _whole(_bundles().joinpath(name), SentencesConfig, SENTENCES_FORMAT, shared)


def packaged_sentences_digest(name: str = "sentences") -> str:
    """Return the digest of a bundle of sentence vectors that ships, without opening it: that of its `config.json`."""
    return hashlib.sha256(_bytes(_bundles().joinpath(name), "config.json")).hexdigest()


def load(folder: Traversable) -> Bundle:
    """Read and check the bundle in a folder; BundleError names the file that is wrong."""
    return _whole(folder, Config, FORMAT, {})


def _bundles() -> Traversable:
    """Return the folder of the bundles that ship."""
    return importlib.resources.files("reportedly.engine").joinpath("bundles")


def _whole(
    folder: Traversable, kind: type[ConfigType], layout: int, elsewhere: Mapping[str, Traversable]
) -> Whole[ConfigType]:
    """Read and check a bundle of some kind; `elsewhere` are the folders of the files that do not lie in its own."""
    raw = _bytes(folder, "config.json")
    try:
        config = msgspec.json.decode(raw, type=kind)
    except msgspec.DecodeError as error:
        raise BundleError(_mend(folder, f"config.json makes no sense ({error})")) from error
    if config.format != layout:
        raise BundleError(_mend(folder, f"config.json is in format {config.format}, this version reads {layout}"))
    files = {name: _bytes(elsewhere.get(name, folder), name) for name in config.files}
    for name, digest in config.files.items():
        if hashlib.sha256(files[name]).hexdigest() != digest:
            raise BundleError(_mend(folder, f"{name} is damaged: its SHA-256 is not the one in config.json"))
    return Whole(config, hashlib.sha256(raw).hexdigest(), files)


def _bytes(folder: Traversable, name: str) -> bytes:
    """Read one file of a bundle."""
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise BundleError(_mend(folder, f"{name} is missing")) from error


def _mend(folder: Traversable, reason: str) -> str:
    """Say what is wrong with a bundle and what to do about it."""
    return f"the model {folder.name!r} cannot be used: {reason}; reinstall reportedly"
