"""One published text as it was read."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from typing import TYPE_CHECKING

from reportedly.values.identity import stable_id
from reportedly.values.paragraphs import paragraphs

if TYPE_CHECKING:
    from reportedly.values.moment import Moment
    from reportedly.values.span import Span


@dataclasses.dataclass(frozen=True, kw_only=True)
class Report:
    """One published text and what it says of itself. Its text never changes; every span is a place in it.

    `sha256` is the digest of the bytes as they were read (of the text in UTF-8, where there were no bytes);
    `path` is where they lay, `url` where they were published. What a report does not say is None.
    """

    text: str = dataclasses.field(repr=False)
    sha256: str = ""
    external_id: str | None = None
    path: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        """Take the digest of the text where the bytes' one is not given."""
        if not self.sha256:
            object.__setattr__(self, "sha256", self.text_sha256)

    @functools.cached_property
    def text_sha256(self) -> str:
        """The digest of the text in UTF-8; a lone surrogate counts as the three bytes that stand for it."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @functools.cached_property
    def id(self) -> str:
        """The report's id: the same wherever and from whatever path the same text of the same address is read."""
        return stable_id("r", self.text_sha256, self.url, self.external_id)

    @functools.cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs: stretches between blank lines; where there is none, lines, unless they only fill a column."""
        return tuple(paragraphs(self.text))
