"""From bytes to reports: one file for each format."""

from reportedly.formats.dates import HOW_TO_WRITE as HOW_TO_WRITE_DATES
from reportedly.formats.dates import parse as parse_date
from reportedly.formats.loaded import CAUTIONS, Given, Loaded
from reportedly.formats.loading import (
    MAX_BYTES,
    MAX_JSON_BYTES,
    STREAMED,
    finish,
    load,
    load_archive,
    load_lines,
    too_large,
)
from reportedly.formats.recognise import HEAD, by_suffix, foreign, recognise
from reportedly.formats.registry import FORMATS, Format

__all__ = [
    "CAUTIONS",
    "FORMATS",
    "HEAD",
    "HOW_TO_WRITE_DATES",
    "MAX_BYTES",
    "MAX_JSON_BYTES",
    "STREAMED",
    "Format",
    "Given",
    "Loaded",
    "by_suffix",
    "finish",
    "foreign",
    "load",
    "load_archive",
    "load_lines",
    "parse_date",
    "recognise",
    "too_large",
]
