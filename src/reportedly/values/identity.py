"""Ids that are the same on every machine: SHA-256 over canonical JSON."""

from __future__ import annotations

import hashlib
import json

ID_LENGTH = 20
"""Hexadecimal digits kept of the digest: 80 bits, a chance of collision below 1e-9 among ten million values."""


def stable_id(prefix: str, *parts: object) -> str:
    """Return `prefix` and a digest of the parts, which must be plain JSON values."""
    canonical = json.dumps(parts, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return prefix + hashlib.sha256(canonical.encode("ascii")).hexdigest()[:ID_LENGTH]
