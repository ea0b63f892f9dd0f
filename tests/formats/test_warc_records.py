"""The records of web archives: whole ones are found behind any damage, and lengths are not believed unseen."""

from __future__ import annotations

import gzip
import io
import re

import pytest

from reportedly.formats import gzip_members, warc_records
from reportedly.formats.warc_records import Loss, Record
from tests.formats.warcs import numbered, packed, record


class _Pipe(io.BytesIO):
    """A stream that cannot be rewound."""

    def seekable(self) -> bool:
        """Say so."""
        return False


def _read(data: bytes, *, pipe: bool = False) -> tuple[list[str], list[str]]:
    """Return the ids of whole records, cut to their numbers, and what is said of the others."""
    found = list(warc_records.records(_Pipe(data) if pipe else io.BytesIO(data)))
    ids = [item.fields["warc-record-id"][14:18].lstrip("0") for item in found if isinstance(item, Record)]
    return ids, [item.reason for item in found if isinstance(item, Loss)]


def _claiming(change: int) -> list[bytes]:
    """Return three records of which the second claims another length than it has."""
    one, two, three = numbered(3)
    length = re.search(rb"Content-Length: (\d+)", two)
    assert length
    return [one, two.replace(length[0], b"Content-Length: %d" % (int(length[1]) + change)), three]


@pytest.mark.parametrize("change", [-300, -5, -1, 5, 20, 400, 900, 10**6, 10**9, 10**17])
@pytest.mark.parametrize("squeezed", [True, False])
def test_a_record_that_claims_another_length_is_the_only_one_lost(change: int, squeezed: bool) -> None:  # noqa: FBT001 - drawn
    """The records before and behind it are read, and the loss says what was claimed."""
    records = _claiming(change)
    ids, losses = _read(packed(*records) if squeezed else b"".join(records))
    assert ids == ["1", "3"]
    assert len(losses) == 1
    assert "claims" in losses[0]


def test_what_a_huge_claim_passed_over_is_told_where_it_is_lost() -> None:
    """In a stream that is not packed and cannot be rewound, the records within the claim are gone."""
    ids, losses = _read(b"".join(_claiming(10**9)), pipe=True)
    assert ids == ["1"]
    assert "what else was in them is lost" in losses[0]


def test_a_record_whose_block_has_another_digest_is_lost() -> None:
    """Changed bytes that change no length show by the digest."""
    one, two, three = numbered(3, digest=True)
    ids, losses = _read(one + two.replace(b"was safe", b"was lost") + three)
    assert ids == ["1", "3"]
    assert "digest" in losses[0]


def test_a_digest_proves_a_record_whatever_follows_it() -> None:
    """Without one, bytes behind a record make its length doubtful."""
    (one,), (proven,) = numbered(1), numbered(1, digest=True)
    assert _read(proven + b"rubbish\n" + one) == (["1", "1"], ["no record begins here: 8 bytes are passed over"])
    assert _read(one + b"rubbish\n" + one)[0] == ["1"]


@pytest.mark.parametrize("digest", ["sha1:", "sha1:x", "sha1:" + "A" * 31, "crc:1", "", "sha256:" + "é" * 64])
def test_a_digest_of_no_sense_proves_nothing(digest: str) -> None:
    """The record is read."""
    assert _read(record(b"x", WARC_Block_Digest=digest)) == (["1"], [])


def test_a_web_archive_within_a_page_is_no_record() -> None:
    """What stands within the length of a sound record is its own, also if it looks like another one."""
    nested = record(b"a page about archives\r\n\r\n" + b"".join(numbered(2)), number=7)
    assert _read(nested + numbered(1)[0]) == (["7", "1"], [])
    assert _read(packed(nested, *numbered(1))) == (["7", "1"], [])


@pytest.mark.parametrize("pipe", [True, False])
def test_records_behind_rubbish_are_found(pipe: bool) -> None:  # noqa: FBT001 - drawn
    """Before, between and behind records, packed or not."""
    one, two = numbered(2, digest=True)
    rubbish = b"rubbish \x1f\x8b\x08 \n" * 9000
    assert _read(rubbish[:1300] + one + rubbish + two + rubbish, pipe=pipe)[0] == ["1", "2"]
    ids, losses = _read(packed(one) + rubbish + packed(two) + rubbish, pipe=pipe)
    assert ids == ["1", "2"]
    assert len(losses) == 2


def test_an_archive_that_is_one_gzip_member_is_read_up_to_its_damage() -> None:
    """What stands before the damage is in; the rest of the member is lost, and told."""
    whole = gzip.compress(b"".join(numbered(200)), compresslevel=0)
    assert len(_read(whole)[0]) == 200
    ids, losses = _read(whole[: len(whole) // 2])
    assert ids == [str(number) for number in range(1, len(ids) + 1)]
    assert 90 < len(ids) <= 100
    assert losses == ["lost: the file is cut off in the middle of a gzip member"]


def test_records_may_be_parted_at_any_place() -> None:
    """Gzip members that end in the middle of a record (as bgzip writes them) are joined."""
    data = b"".join(numbered(3))
    pieces = [data[place : place + 100] for place in range(0, len(data), 100)]
    assert _read(packed(*pieces)) == (["1", "2", "3"], [])


def test_padding_is_no_loss() -> None:
    """Tapes and some file systems fill up with NULs, and some writers with blank lines."""
    assert _read(packed(*numbered(2)) + bytes(1000)) == (["1", "2"], [])
    assert _read(b"\r\n".join(numbered(2)) + b"\r\n") == (["1", "2"], [])


def test_a_member_that_is_a_bomb_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It unpacks to much out of next to nothing; the members behind it are read."""
    monkeypatch.setattr(gzip_members, "LARGEST", 1_000_000)
    ids, losses = _read(packed(numbered(1)[0], record(b"a" * 9_000_000, number=2), record(b"x", number=3)))
    assert ids == ["1", "3"]
    assert "out of next to nothing" in losses[0]


def test_losses_without_end_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hostile archive of nothing but damage is given up."""
    monkeypatch.setattr(warc_records, "MAX_LOSSES", 10)
    _, losses = _read(b"WARC/1.0\r\n\r\n" * 1000)
    assert len(losses) == 11
    assert "given up" in losses[-1]


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "does not say how long it is"),
        (b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: -1\r\n\r\n", "does not say how long it is"),
        (b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 1" + b"0" * 30 + b"\r\n\r\n", "does not say how long it is"),
        (b"WARC/1.0\r\n" + b"a: b\r\n" * 20_000, "its header has no end"),
        (b"WARC/1.0\r\nWARC-Ty", "cut off within its header"),
        (b"WARC/1.0\r\nContent-Length: 9\r\n\r\nabc", "its header is damaged: it has no version, or no WARC-Type"),
        (
            b"WARC/1.0\r\nWARC-Type: x\r\nContent-Length: 9\r\n\r\nabc",
            "cut off: claims 9 bytes, and the file ends after 3",
        ),
    ],
)
def test_a_broken_header_is_told(header: bytes, reason: str) -> None:
    """The reason says what is wrong with it."""
    assert _read(header) == ([], [reason])


def test_fields_are_read_as_they_are_written() -> None:
    """Folded lines are joined, names are in small letters, the first of each name counts."""
    assert warc_records.fields(
        b"WARC/1.0\r\nA: one\r\n\ttwo\r\nnothing\r\n lost\r\na: 3\r\n four\r\nB:\xff\r\n\r\n"
    ) == {
        "a": "one two",
        "b": "\ufffd",
    }
