"""Who has shown the token or the password, and how often somebody failed to. Kept in memory: a restart forgets both."""

from __future__ import annotations

import collections
import hashlib
import secrets
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LASTS_S = 12 * 60 * 60
"""Seconds after which one logs in again: a working day."""
MOST = 1000
"""Sessions, or addresses that failed, that are remembered."""
FREE = 5
"""Failures before an address has to wait."""
LONGEST_WAIT_S = 15 * 60


class Sessions:
    """The open sessions, by the digest of what the visitor's cookie holds."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._now = now
        self._ends: collections.OrderedDict[bytes, float] = collections.OrderedDict()
        self._lock = threading.Lock()

    def begin(self) -> str:
        """Open a session, and return what goes into the cookie."""
        sign = secrets.token_urlsafe(32)
        with self._lock:
            self._ends[_digest(sign)] = self._now() + LASTS_S
            while len(self._ends) > MOST:
                self._ends.popitem(last=False)
        return sign

    def knows(self, sign: str | None) -> bool:
        """Say whether a cookie is of an open session."""
        if not sign:
            return False
        with self._lock:
            return self._ends.get(_digest(sign), 0.0) > self._now()

    def end(self, sign: str | None) -> None:
        """Close a session."""
        with self._lock:
            self._ends.pop(_digest(sign or ""), None)


class Tries:
    """Failures by address: after `FREE` of them the next must wait, each time twice as long."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with none."""
        self._now = now
        self._failed: collections.OrderedDict[str, tuple[int, float]] = collections.OrderedDict()
        self._lock = threading.Lock()

    def wait_s(self, who: str) -> int:
        """Return for how many seconds an address has to wait; 0 where it may try."""
        with self._lock:
            _, until = self._failed.get(who, (0, 0.0))
        return max(0, round(until - self._now() + 0.5)) if until > self._now() else 0

    def failed(self, who: str) -> None:
        """Count a failure."""
        with self._lock:
            count = self._failed.pop(who, (0, 0.0))[0] + 1
            wait = min(LONGEST_WAIT_S, 2.0 ** min(count - FREE, 16)) if count >= FREE else 0.0
            self._failed[who] = (count, self._now() + wait)
            while len(self._failed) > MOST:
                self._failed.popitem(last=False)

    def passed(self, who: str) -> None:
        """Forget the failures of an address that got it right."""
        with self._lock:
            self._failed.pop(who, None)


def _digest(sign: str) -> bytes:
    """Return what a session is looked up by: how it compares tells nothing about the cookie."""
    return hashlib.sha256(sign.encode("utf-8", "replace")).digest()
