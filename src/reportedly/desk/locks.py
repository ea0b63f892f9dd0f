"""What keeps strangers out of a desk that others can reach: a token, or a password of which only a hash is kept."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import threading
from typing import TYPE_CHECKING, Protocol

import argon2

from reportedly.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST_TOKEN = 24
"""Characters of a token at least: some 100 bits even where they are hexadecimal digits."""
SHORTEST_PASSWORD = 12
"""Characters of a password at least (NIST SP 800-63B asks for 8 where a second factor stands behind it)."""
_PRIVATE = 0o600


class Lock(Protocol):
    """Tells whether what a visitor shows is right; `asks` is the word for it."""

    @property
    def asks(self) -> str:
        """What a visitor is asked for."""

    def opens(self, shown: str) -> bool:
        """Say whether it is right, in a time that tells nothing about how wrong it was."""


class Token:
    """A long random token; its digest is kept, so that a dump of the memory does not show it."""

    asks = "token"

    def __init__(self, token: str) -> None:
        """Take the token; UsageError where it is too short to be one."""
        if len(token) < SHORTEST_TOKEN:
            msg = f"a token has {SHORTEST_TOKEN} characters or more; an empty file or no file gets a fresh one"
            raise UsageError(msg)
        self._digest = hashlib.sha256(token.encode()).digest()

    def opens(self, shown: str) -> bool:
        """Compare digests."""
        return hmac.compare_digest(hashlib.sha256(shown.encode("utf-8", "replace")).digest(), self._digest)


class Password:
    """A password, as an Argon2 hash (RFC 9106)."""

    asks = "password"

    def __init__(self, hashed: str) -> None:
        """Take the hash; UsageError where it is none."""
        try:
            argon2.extract_parameters(hashed)
        except argon2.exceptions.InvalidHashError as error:
            msg = "the password file holds no Argon2 hash; --new-password writes one"
            raise UsageError(msg) from error
        self._hashed = hashed
        self._one_at_a_time = threading.Lock()  # each takes 64 MB: many at once would be a way to fill the memory

    def opens(self, shown: str) -> bool:
        """Hash it likewise and compare."""
        with self._one_at_a_time:
            try:
                return argon2.PasswordHasher().verify(self._hashed, shown)
            except (argon2.exceptions.VerificationError, UnicodeEncodeError):
                return False


def token_in(path: Path) -> Token:
    """Return the token of a file; where there is none a fresh one is written, for its owner's eyes only."""
    try:
        text = path.read_text(encoding="utf-8").strip() if path.exists() else ""
        if not text:
            text = secrets.token_urlsafe(32)
            _write(path, text)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_unusable(path, error)) from error
    return Token(text)


def password_in(path: Path) -> Password:
    """Return the password whose hash is in a file."""
    try:
        return Password(path.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(_unusable(path, error)) from error


def write_password(path: Path, password: str) -> None:
    """Write the hash of a password into a file; UsageError where it is too short or cannot be written."""
    if len(password) < SHORTEST_PASSWORD:
        msg = f"a password has {SHORTEST_PASSWORD} characters or more; several words make a good one"
        raise UsageError(msg)
    try:
        _write(path, argon2.PasswordHasher().hash(password))
    except OSError as error:
        raise UsageError(_unusable(path, error)) from error


def _write(path: Path, text: str) -> None:
    """Write a file that only its owner may read, also where it was there before."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE), "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), _PRIVATE)
        file.write(text + "\n")


def _unusable(path: Path, error: Exception) -> str:
    """Say why a file is of no use."""
    reason = getattr(error, "strerror", None) or "it is no text"
    return f"{path}: {str(reason).lower()}"
