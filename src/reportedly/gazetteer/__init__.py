"""Places of the world by name, offline: one file that is mapped into memory."""

from reportedly.gazetteer.gazetteer import Found, Gazetteer, NameKind, Record, distances_km, packaged
from reportedly.gazetteer.keys import key

__all__ = ["Found", "Gazetteer", "NameKind", "Record", "distances_km", "key", "packaged"]
