"""What makes claims, in a word: another word, and what was made of stories before is made again."""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.resources

from reportedly.engine.bundle import packaged_sentences_digest

_PARTS = (".py", ".json", ".toml", ".gz")
"""How the names of the files end that claims are made by: the rules, and the models and lists that they go by."""

_DIGITS = 16
"""Of the digest: as many as tell versions apart that one ledger ever sees."""


@functools.cache
def made_by() -> str:
    """Return the version of the package, and the digest of all that makes claims in it: rules, models and lists."""
    digest = hashlib.sha256(packaged_sentences_digest().encode())
    for file in sorted(importlib.resources.files("reportedly.claims").iterdir(), key=lambda each: each.name):
        if file.name.endswith(_PARTS):
            digest.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    release = importlib.metadata.version("reportedly")
    return f"claims {release} {digest.hexdigest()[:_DIGITS]}"
