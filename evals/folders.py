"""Where the data and the scorers lie, and what exactly was scored."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from pathlib import Path


class MissingError(Exception):
    """Data or a scorer is not where it was looked for; the evaluation that needs it is skipped."""


@dataclasses.dataclass(frozen=True, slots=True)
class Folders:
    """The folder of data and the folder of scorers, neither of them in the repository."""

    data: Path
    tools: Path

    @classmethod
    def named(cls, environment: dict[str, str] | None = None) -> Folders:
        """Return the folders that REPORTEDLY_DATA and REPORTEDLY_TOOLS name, or the defaults beside the checkout."""
        variables = os.environ if environment is None else environment
        data = Path(variables.get("REPORTEDLY_DATA") or Path(__file__).parents[2] / "shared" / "data")
        tools = Path(variables.get("REPORTEDLY_TOOLS") or data.parent / "tools")
        return cls(data, tools)

    def dataset(self, name: str) -> Path:
        """Return a folder of data; raise MissingError where it is not."""
        return _there(self.data / name, "REPORTEDLY_DATA")

    def scorer(self, name: str) -> Path:
        """Return the file of a scorer; raise MissingError where it is not."""
        return _there(self.tools / name, "REPORTEDLY_TOOLS")


def _there(path: Path, variable: str) -> Path:
    """Return a path that exists."""
    if not path.exists():
        msg = f"{path} does not exist (set {variable})"
        raise MissingError(msg)
    return path


def digest(folder: Path) -> str:
    """Return SHA-256 over the names and the bytes of all files under a folder, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix().encode()
        content = hashlib.sha256(path.read_bytes()).digest()
        total.update(len(name).to_bytes(4) + name + content)
    return total.hexdigest()
