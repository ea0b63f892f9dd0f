"""Packed web archives: every archive in them is read, and a ZIP file that does harm is not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ReportError
from reportedly.formats import Loaded, wacz
from tests.formats.warcs import numbered, packed, record


def _wacz(members: dict[str, bytes], how: int = zipfile.ZIP_STORED) -> bytes:
    """Return a collection with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as collection:
        for name, data in members.items():
            collection.writestr(zipfile.ZipInfo(name), data, how)
    return out.getvalue()


def _load(data: bytes) -> list[Loaded | ReportError]:
    """Load a collection."""
    return list(wacz.load(data, "c.wacz"))


def _reason(data: bytes) -> str:
    """Load a collection that holds one error."""
    (error,) = _load(data)
    assert isinstance(error, ReportError), error
    return error.reason


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_every_archive_in_it_is_read(how: int) -> None:
    """In their order, each named as it is called; other members are passed by."""
    one, two, three = numbered(3)
    data = _wacz(
        {
            "datapackage.json": b"{}",
            "archive/a.warc.gz": packed(one, two),
            "pages/pages.jsonl": b'{"text": "no report"}',
            "archive/b.warc": three,
            "indexes/archive/c.warc.gz": packed(one),
        },
        how,
    )
    found = _load(data)
    assert [item.where for item in found] == [
        "c.wacz, archive/a.warc.gz, record 1",
        "c.wacz, archive/a.warc.gz, record 2",
        "c.wacz, archive/b.warc, record 1",
    ]
    assert [item.report.title for item in found if isinstance(item, Loaded)] == ["Notice 1", "Notice 2", "Notice 3"]


def test_names_are_shown_and_never_paths() -> None:
    """A name that leads out of the collection, or that holds controls, is only a name."""
    (item,) = _load(_wacz({"archive/../../etc/\x1b[31mx.warc.gz": packed(*numbered(1))}))
    assert isinstance(item, Loaded)
    assert item.where == "c.wacz, archive/../../etc/\\x1b[31mx.warc.gz, record 1"


def test_a_damaged_archive_does_not_end_the_others() -> None:
    """Damage within a member, or of the ZIP file's own, is told with the member's name."""
    data = _wacz({"archive/a.warc": b"".join(numbered(3)), "archive/b.warc.gz": packed(*numbered(1))})
    broken = data.replace(b"gate 2 of", b"gate X of")
    found = _load(broken)
    assert isinstance(found[-1], Loaded)
    errors = [item for item in found if isinstance(item, ReportError)]
    assert [error.where for error in errors] == ["c.wacz, archive/a.warc"]
    assert "CRC" in errors[0].reason


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """By what a member claims to unpack to, by the number of members, and by their sum."""
    bomb = _wacz({"archive/a.warc": record(bytes(5_000_000))}, zipfile.ZIP_DEFLATED)
    assert "claims to unpack to 5,000," in _reason(bomb)
    monkeypatch.setattr(wacz, "MAX_UNPACKED", 1_000_000)
    assert "claims to unpack to more than 1,000,000" in _reason(bomb)
    monkeypatch.setattr(wacz, "MAX_MEMBERS", 2)
    assert "at most 2" in _reason(_wacz({"a": b"", "b": b"", "c": b""}))


def test_overlapping_members_are_refused() -> None:
    """A small file can claim the same bytes many times over."""
    data = _wacz({f"archive/{number}.warc": b"x" * 1000 for number in range(3)})
    directory = data.index(b"PK\x01\x02")
    claims = data[directory:].replace((1000).to_bytes(4, "little"), (100_000).to_bytes(4, "little"))
    assert _reason(data[:directory] + claims) == "its files overlap"


def test_what_is_none_says_so() -> None:
    """No archives, no ZIP file, a locked one."""
    assert _reason(_wacz({"page.html": b"<p>no</p>"})) == "holds no web archive (archive/*.warc.gz)"
    assert "not a ZIP file that can be opened" in _reason(b"PK\x03\x04 and nothing more")
    assert "not a ZIP file that can be opened" in _reason(b"")
    locked = bytearray(_wacz({"archive/a.warc": b"x"}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert _reason(bytes(locked)) == "locked with a password"


@given(st.data())
def test_any_damage_raises_nothing(data: st.DataObject) -> None:
    """Whatever bytes are changed, reports and errors are all that comes."""
    whole = _wacz({"archive/a.warc.gz": packed(*numbered(1))}, zipfile.ZIP_DEFLATED)
    at = data.draw(st.integers(0, len(whole) - 1))
    found = _load(whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + 4 :])
    assert found
    assert all(isinstance(item, (Loaded, ReportError)) for item in found)
