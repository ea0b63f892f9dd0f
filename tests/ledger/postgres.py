"""A PostgreSQL server of one's own, for as long as the tests run."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

_FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_ACCOUNT = "postgres"


def programs() -> Path | None:
    """Return the folder of the server's programs; None where it is not installed."""
    if _FOLDERS:
        return _FOLDERS[0]
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """A server on a socket in a folder of its own; nothing of it listens on the network."""

    def __init__(self, bin_: Path) -> None:
        """Make a cluster and start it."""
        self._bin = bin_
        self.folder = Path(tempfile.mkdtemp(prefix="reportedly-pg-"))
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:  # initdb refuses root
            account = pwd.getpwnam(_ACCOUNT)
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self._as = {"user": _ACCOUNT, "group": account.pw_gid, "extra_groups": []}
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-A", "trust", "-U", "tester", "-E", "UTF8", "--no-locale", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self._run("pg_ctl", "-D", data, "-w", "-o", options, "-l", str(self.folder / "log"), "start")
        self._number = 0

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs."""
        subprocess.run(
            [str(self._bin / program), *arguments], check=True, capture_output=True, cwd=self.folder, **self._as
        )

    def database(self) -> str:
        """Return the address of a new, empty database."""
        self._number += 1
        name = f"ledger{self._number}"
        self._run("createdb", "-h", str(self.folder), "-U", "tester", name)
        return f"postgresql://tester@/{name}?host={self.folder}"

    def __enter__(self) -> Self:
        """Use it in a `with`."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it, and take everything away."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)
