"""Pack bytes as they were received, and unpack them, never to more than they were.

They are frames of zstd (RFC 8878) that state their length: Python has it from 3.14 on, and a backport of the same
before.
"""

from __future__ import annotations

import sys

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_LEVEL = 10
"""How hard zstd packs kept bytes: about as fast as reading, and nearly as small as it gets."""


def pack(data: bytes) -> bytes:
    """Return bytes packed, as one frame."""
    return zstd.compress(data, _LEVEL)


def unpack(packed: bytes, size: int) -> bytes | None:
    """Return the bytes that were packed; None where they are not `size` many, or the frame is damaged.

    However much a frame unpacks to, no more than one byte beyond `size` is.
    """
    made = zstd.ZstdDecompressor()
    try:
        if zstd.get_frame_info(packed).decompressed_size != size:
            return None
        data = made.decompress(packed, max_length=size + 1)
    except zstd.ZstdError:
        return None
    return data if made.eof and not made.unused_data and len(data) == size else None
