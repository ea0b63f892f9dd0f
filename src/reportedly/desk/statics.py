"""The scripts, styles and fonts of the pages: read once, and served under an address that changes with them."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import importlib.resources
import json
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".woff2": "font/woff2",
}
"""What is served, and as what; nothing else is."""
VENDORED = "vendored.json"
_FOREVER = "private, max-age=31536000, immutable"
_DIGITS = 12


class Statics:
    """The packaged files by their paths."""

    def __init__(self) -> None:
        """Read the files."""
        folder = importlib.resources.files("reportedly.desk").joinpath("static")
        self._files = dict(sorted(_walk(folder, "")))
        digest = hashlib.sha256()
        for path, data in self._files.items():
            digest.update(f"{path}\0{len(data)}\0".encode() + data)
        self.version = digest.hexdigest()[:_DIGITS]

    def url(self, path: str) -> str:
        """Return the address of a file; KeyError where there is none, which is a mistake in a template."""
        self._files[path]
        return f"/static/{self.version}/{path}"

    def answer(self, version: str, path: str) -> Response:
        """Return a file as an answer; an older version's address is answered with 404, never with other bytes."""
        data = self._files.get(path) if version == self.version else None
        if data is None:
            raise HTTPException(404, "There is no such file.")
        kind = TYPES["." + path.rpartition(".")[2]]
        return Response(data, media_type=kind, headers={"Cache-Control": _FOREVER})


@functools.cache
def statics() -> Statics:
    """Return the packaged files, read once in a process."""
    return Statics()


def _walk(folder: Traversable, stem: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files under a folder with their paths."""
    for each in folder.iterdir():
        if each.is_dir():
            yield from _walk(each, f"{stem}{each.name}/")
        elif "." + each.name.rpartition(".")[2] in TYPES:
            yield stem + each.name, each.read_bytes()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something that others made: its name, version and licence, what it is for, and the path of its licence's text."""

    name: str
    version: str
    licence: str
    purpose: str
    text: str
    bytes: int


def vendored() -> tuple[Part, ...]:
    """Return what others made that the pages load, as the list beside the files has it."""
    raw = importlib.resources.files("reportedly.desk").joinpath("static", VENDORED).read_text("utf-8")
    return tuple(
        Part(
            name=part["name"],
            version=part["version"],
            licence=part["licence"],
            purpose=part["for"],
            text=part["text"],
            bytes=sum(file["bytes"] for file in part["files"]),
        )
        for part in json.loads(raw)
    )
