"""Bytes as they were received are packed, and come back."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ledger.packing import pack, unpack

SAID = b"The mayor said no. " * 40
EARLIER = bytes.fromhex("28b52ffd60f801d5000098546865206d61796f722073616964206e6f2e200100c55935c3")
"""`SAID` as zstandard 0.25.0 packed it, in ledgers that were written with it."""
HUGE = 50_000_000
"""Bytes of a frame that packs to a few thousand."""


@given(st.binary())
def test_bytes_come_back(data: bytes) -> None:
    """Whatever they are, none at all included, and only as many as they were."""
    packed = pack(data)
    assert unpack(packed, len(data)) == data
    assert unpack(packed, len(data) + 1) is None
    assert unpack(packed, len(data) - 1) is None


def test_what_was_packed_before_comes_back() -> None:
    """A ledger outlives the library that packed its bytes."""
    assert unpack(EARLIER, len(SAID)) == SAID


@pytest.mark.parametrize("lies", [False, True])
def test_a_frame_unpacks_to_no_more_than_it_should(*, lies: bool) -> None:
    """A frame that holds more than was packed is damaged, whatever its head states, and takes no memory."""
    bomb = pack(bytes(HUGE))
    assert stated(bomb) == HUGE
    if lies:
        bomb = bomb.replace(HUGE.to_bytes(4, "little"), len(SAID).to_bytes(4, "little"), 1)
        assert stated(bomb) == len(SAID)
    tracemalloc.start()
    try:
        assert unpack(bomb, len(SAID)) is None
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < HUGE // 10


def stated(packed: bytes) -> int:
    """Return the length that a frame states (RFC 8878, 3.1.1.1: here four bytes behind its first six)."""
    return int.from_bytes(packed[6:10], "little")


@pytest.mark.parametrize(
    "packed",
    [b"", b"x", EARLIER[:4], EARLIER[:12], EARLIER[:-1], EARLIER + b"x", EARLIER + EARLIER, EARLIER[:-4] + b"\0" * 4],
)
def test_what_is_damaged_is_nothing(packed: bytes) -> None:
    """A frame that is cut, goes on or was changed gives no bytes, and no exception."""
    data = unpack(packed, len(SAID))
    assert data is None or (len(data) == len(SAID) and data != SAID)
