"""From what a person names, a text, files or folders, to readings."""

from reportedly.intake.batches import Reads
from reportedly.intake.packaged import packaged_pipeline
from reportedly.intake.read import read, read_sources, read_text
from reportedly.intake.sources import Skipped, Source, expand

__all__ = ["Reads", "Skipped", "Source", "expand", "packaged_pipeline", "read", "read_sources", "read_text"]
