"""What the desk is opened with: which ledger, where it listens, and who may come in."""

from __future__ import annotations

import dataclasses
import ipaddress
from typing import TYPE_CHECKING

from reportedly.errors import UsageError

if TYPE_CHECKING:
    from reportedly.desk.locks import Lock

HOST, PORT = "127.0.0.1", 8765
LONGEST_BODY = 4 * 1024 * 1024
"""Bytes of a request that are taken in: a draft of a million words fits."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a desk.

    `ledger` is a path or an address, None for the user's own. `names` are further names by which browsers may ask for
    the desk, such as that of a proxy in front of it. `lock` is what visitors must open; None lets in whoever can reach
    the machine's own loopback. Raises UsageError where others could reach the desk and nothing is locked.
    """

    ledger: str | None = None
    host: str = HOST
    port: int = PORT
    names: tuple[str, ...] = ()
    lock: Lock | None = dataclasses.field(default=None, repr=False)
    longest_body: int = LONGEST_BODY

    def __post_init__(self) -> None:
        """Refuse what would let everybody in."""
        if self.lock is None and not loopback(self.host):
            msg = (
                f"--host {self.host} lets other machines in, so say who may: --token-file FILE (made if it is not "
                "there) or --password-file FILE (made with --new-password)"
            )
            raise UsageError(msg)

    @property
    def address(self) -> str:
        """Where a browser finds the desk."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def loopback(host: str) -> bool:
    """Say whether only this machine reaches an address to listen at."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
