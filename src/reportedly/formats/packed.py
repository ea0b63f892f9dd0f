"""What a compressed file or a ZIP archive holds, as far as its beginning, or its list of entries, shows."""

from __future__ import annotations

import re
import zlib

LOOKED_AT = 1024 * 1024
"""How many bytes at the beginning and at the end are looked at."""

_WARC = re.compile(rb"WARC/1\.\d")
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
"""zlib: 16 is added for a gzip header."""

_LOCAL = re.compile(rb"PK\x03\x04.{22}(?P<size>..)..", re.DOTALL)
_CENTRAL = re.compile(rb"PK\x01\x02.{24}(?P<size>..).{16}", re.DOTALL)
"""Headers of entries up to their names: APPNOTE.TXT 4.3.7 and 4.3.12,
https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT"""

_ARCHIVE = re.compile(r"archive/.+\.warc(?:\.gz)?")
_PACKAGE = "datapackage.json"


def is_warc(data: bytes) -> bool:
    """Say whether bytes begin a web archive, whose records may be gzipped one by one."""
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(_GZIP_WINDOW).decompress(data[:LOOKED_AT], len(b"WARC/1.0"))
        except zlib.error:
            return False
    return bool(_WARC.match(data))


def is_wacz(data: bytes) -> bool:
    """Say whether bytes begin a packed web archive (https://specs.webrecorder.net/wacz/1.1.1/).

    Its description may stand last, beyond a beginning that is all there is to see: then a web archive in the folder
    of a WACZ is enough.
    """
    if not data.startswith(_ZIP):
        return False
    listed = _names(_CENTRAL, data[-LOOKED_AT:])
    names = listed or _names(_LOCAL, data[:LOOKED_AT])
    archived = any(_ARCHIVE.fullmatch(name) for name in names)
    return archived and (not listed or _PACKAGE in names)


def _names(header: re.Pattern[bytes], data: bytes) -> set[str]:
    """Return the names of the entries whose headers stand in some bytes."""
    found = set()
    for one in header.finditer(data):
        size = int.from_bytes(one["size"], "little")
        found.add(data[one.end() : one.end() + size].decode("utf-8", "replace"))
    return found
