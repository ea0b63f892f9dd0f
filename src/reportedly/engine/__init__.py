"""The packaged model and its session: the only place that knows how a text becomes numbers."""

from reportedly.engine.bundle import Bundle, Config, load, packaged
from reportedly.engine.encoder import Candidate, Engine, Marked, Understood
from reportedly.engine.pieces import Pieces

__all__ = ["Bundle", "Candidate", "Config", "Engine", "Marked", "Pieces", "Understood", "load", "packaged"]
