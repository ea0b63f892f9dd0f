"""The words of a report, and which of them tell whose words they are: neither quoted nor around the story.

Two reports of one speech share the speech, and two pages of one paper its captions and its offers of a newsletter.
Neither has them from the other.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from typing import TYPE_CHECKING

import numpy as np

from reportedly.claims.shingles import SIZE, shingled
from reportedly.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from reportedly.claims.shingles import Shingled
    from reportedly.values import Reading, Report

_MARKS = {"“": '”"', "„": "“”", "«": "»", "»": "«", "‘": "’'", '"': '"”', "'": "'’", "``": "''"}
"""Opening marks, and what closes them: pages mix the straight with the curved."""
_ALWAYS = "“„«"
"""Marks that open wherever they stand; the others may be apostrophes, or close."""
_OPENS = re.compile(r"[“„«»‘\"']|``")
_SINGLE = "'’"
_CLOSES_LATER = re.compile(r" [^'‘’\n]*(?:\w['’]\w[^'‘’\n]*)*[.,?!…]['’](?!\w)")
"""What stands behind the apostrophe of a plural, where the quotation ends only later: 'the pumps' fault,'."""
_INSIDE = re.compile(r"\w")
_LONGEST_QUOTATION = 1500
"""Code points of a quotation within a paragraph: beyond that a mark was left out or means inches."""
_POST = re.compile(r"[-–—]\s*[^\n()]{1,60}\(@\w{2,30}\)|^@\w{2,30}\b|\s@\w{2,30}\s*$|\bpic\.twitter\.com/")
"""What stands under a post that a page shows: who wrote it, with the handle."""
_TURN = re.compile(r"(?:(?:[A-Z][A-Z.’'-]+ ){0,3}[A-Z][A-Z.’'-]+|Q|A)(?: \([^()\n]{1,30}\))?:\s")
"""How a turn of a transcript begins: "MINISTER RUIZ: "."""
_PICTURE = re.compile(
    r"\b(?:AP|AFP|EPA|REUTERS|Reuters|Getty|Pool|File|Courtesy)[ -](?:[Pp]hotos?|[Ii]mages|[Ff]ile)\b"
    r"|\b(?:Photo|Photograph|Picture|Image|Credit)s?(?: [Cc]redit)?\s?(?::|by\b)|\bPhoto illustration\b"
    r"|\bImage \d+ of \d+|\((?:[Ff]rom )?[Ll]-?[Rr]\b|^FILE(?: PHOTO)?\b|\bfile photo\b"
    r"|\bvia (?:AP|REUTERS|Reuters|Getty)\b"
    r"|\bREUTERS/\w|(?:[/|]|, ?)\s?(?:AP|AFP|EPA|TASS|Reuters|Associated Press|Getty Images|Bloomberg)"
    r"\)?(?:/\w+)?\s*\)?$"
    r"|\b(?:AFP|EPA|AP)/\w"
)
"""What gives a caption or a picture's credit away."""
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|^(?:FILE|In this)\b")
_CAPTION = 130
"""Words of the longest caption."""
_HOUSE = re.compile(
    r"\ball rights reserved\b|^\W*(?:copyright|©|\(c\)) |\bnewsletters?\b|\bsign(?:ing)? up (?:for|to)\b"
    r"|\bsubscri(?:be|ption)"
    r"|^(?:Recommended Video|Now Playing|JUST WATCHED|MUST WATCH)\b"
    r"|\bcookies?\b|\bprivacy policy\b|\bterms of (?:use|service)\b|\bfollow (?:us|him|her|them|\w+ \w+) on\b"
    r"|\bcheck out this story\b|\blink has been (?:sent|posted)\b|\bfacebook commenting\b"
    r"|\bread (?:more|next)\b|\bclick here\b|\bshare this\b|\bmay not be (?:published|broadcast|reproduced)\b"
    r"|\bget (?:the|our|breaking) [^.]{0,40}(?:news|updates|inbox)\b|\badvertis(?:ement|ing)\b"
    r"|\bdownload (?:the|our) [^.]{0,30}app\b",
    re.IGNORECASE,
)
"""What a paper says of itself on every page."""
_SCRIPT = re.compile(
    r"[\w.]+ = [^;]{0,40}\|\|.{0,20};|\.push\(\{|\bfunction ?\(|</?\w+[^>]{0,80}/?>|\{\s*[\w'\"-]+\s*:\s"
)
"""A piece of a page's program that was taken for text."""
_PLAYER = re.compile(r"(?:Now Playing|Recommended Video|JUST WATCHED):?\s*$")
"""What stands over the words that go with a video, which are not those of the story."""
_HOUSE_LENGTH = 60
"""Words of the longest such paragraph: a story on newsletters is none."""
_SENTENCE_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
_LINE = 20
"""Words of a paragraph that, without the end of a sentence, is a heading, an item of a menu or a name."""


class Standing(enum.IntEnum):
    """What a word stands in."""

    OWN = 0
    """The report's own telling."""
    QUOTED = 1
    """Quotation marks, a post or a turn of a transcript."""
    CAPTION = 2
    """The caption of a picture or its credit."""
    HOUSE = 3
    """A heading, a menu, an offer, a notice: what stands around a story."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """A report's words, and a `Standing` for each; `said` is 1 for words in the content of a statement, else 0."""

    report: Report = dataclasses.field(repr=False)
    words: Shingled
    standing: NDArray[np.uint8]
    said: NDArray[np.uint8]

    @property
    def own(self) -> int:
        """How many words are of the report's own telling."""
        return int(np.count_nonzero(self.standing == Standing.OWN))

    def all_in(self, kind: Standing) -> NDArray[np.bool_]:
        """Say of each shingle whether all of its words stand in something."""
        counts = np.concatenate([[0], np.cumsum(self.standing == kind)])
        inside: NDArray[np.bool_] = counts[SIZE:] - counts[: max(0, len(counts) - SIZE)] == SIZE
        return inside

    def standing_in(self, kind: Standing, words: NDArray[np.bool_]) -> Wording:
        """Return the same where some more of its own words stand in something."""
        standing = np.where(words & (self.standing == Standing.OWN), np.uint8(kind), self.standing)
        return dataclasses.replace(self, standing=standing.astype(np.uint8))


def wording(reading: Reading) -> Wording:
    """Return the words of what was read; of a report without statements none is `said`."""
    report = reading.report
    words = shingled(report.text)
    standing = np.zeros(len(words), dtype=np.uint8)
    for kind, spans in (
        (Standing.HOUSE, _around(report)),
        (Standing.QUOTED, quotations(report)),
        (Standing.CAPTION, captions(report)),
    ):
        _mark(words, standing, spans, kind)
    said = np.zeros(len(words), dtype=np.uint8)
    _mark(words, said, (span for each in reading.statements for span in each.content.spans), 1)
    return Wording(report, words, standing, said)


def _mark(words: Shingled, marks: NDArray[np.uint8], spans: Iterable[Span], mark: int) -> None:
    """Set the mark of every word that begins in one of the spans."""
    for span in spans:
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        marks[first:last] = mark


def quotations(report: Report) -> Iterator[Span]:
    """Yield what stands in quotation marks, in posts and in the turns of a transcript.

    A quotation over several paragraphs opens anew in each of them, as is the custom, so that none stays open over a
    paragraph's end; one that is not closed runs to that end only where the next paragraph opens one.
    """
    text, paragraphs = report.text, report.paragraphs
    for number, paragraph in enumerate(paragraphs):
        shown = text[paragraph.start : paragraph.end]
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        goes_on = following is not None and text[following.start] in _MARKS
        yield from _quoted(text, paragraph, goes_on=goes_on)
        if _TURN.match(shown):
            yield paragraph
        if found := _POST.search(shown):
            yield paragraph
            if not _INSIDE.search(shown, 0, found.start()) and number:
                yield paragraphs[number - 1]


def _quoted(text: str, paragraph: Span, *, goes_on: bool) -> Iterator[Span]:
    """Yield the quotations of one paragraph."""
    place = paragraph.start
    while found := _OPENS.search(text, place, paragraph.end):
        place = found.end()
        if not _opening(text, found.start(), found.end(), paragraph):
            continue
        end = _closing(text, found, min(paragraph.end, found.end() + _LONGEST_QUOTATION))
        if end is None:
            end = paragraph.end if goes_on else _closed_later(text, found, paragraph.end)
        if end is not None and end > found.start():
            yield Span(found.start(), end)
            place = end


def _closed_later(text: str, opened: re.Match[str], start: int) -> int | None:
    """Return where a quotation ends that a later paragraph closes without having opened one; None for none."""
    if opened.group() in "'‘":
        return None
    last = min(len(text), opened.end() + _LONGEST_QUOTATION)
    end = _closing(text, opened, last)
    if end is None:
        return None
    whole = Span(0, len(text))
    between = (each for each in _OPENS.finditer(text, start, end - 1) if each.group() not in "'‘")
    return None if any(_opening(text, each.start(), each.end(), whole) for each in between) else end


def _opening(text: str, start: int, end: int, paragraph: Span) -> bool:
    """Say whether a mark opens: nothing is glued to it in front, and something behind."""
    if text[start] in _ALWAYS:
        return True
    before = text[start - 1] if start > paragraph.start else " "
    after = text[end] if end < paragraph.end else " "
    return not (before.isalnum() or after.isspace())


def _closing(text: str, opened: re.Match[str], last: int) -> int | None:
    """Return the end of a quotation, behind its closing mark; None where it is not closed."""
    mark = opened.group()
    for place in range(opened.end(), last):
        if text[place] not in _MARKS[mark]:
            continue
        # An apostrophe looks like a closing single mark; it is one where letters follow.
        after = text[place + 1] if place + 1 < len(text) else " "
        if (mark not in _ALWAYS and text[place - 1].isspace()) or (text[place] in _SINGLE and after.isalnum()):
            continue
        if text[place] in _SINGLE and text[place - 1] == "s" and _CLOSES_LATER.match(text, place + 1, last):
            continue
        return place + 1
    return None


def captions(report: Report) -> Iterator[Span]:
    """Yield the captions of pictures, and their credits.

    A caption is known by a credit in it, or by one in the paragraph before or after it and a date of its own.
    """
    text, paragraphs = report.text, report.paragraphs
    shown = [text[each.start : each.end] for each in paragraphs]
    short = [len(each.split()) <= _CAPTION for each in shown]
    credited = [few and bool(_PICTURE.search(each)) for few, each in zip(short, shown, strict=True)]
    for number, paragraph in enumerate(paragraphs):
        beside = credited[max(0, number - 1) : number + 2]
        if credited[number] or (short[number] and any(beside) and _DATED.search(shown[number])):
            yield paragraph


def _around(report: Report) -> Iterator[Span]:
    """Yield the paragraphs that are no part of the story by their look: headings, menus, offers, notices."""
    before = ""
    for paragraph in report.paragraphs:
        shown = report.text[paragraph.start : paragraph.end]
        count = len(shown.split())
        if _PLAYER.search(before):
            yield paragraph
        before = shown
        line = count <= _LINE and not _SENTENCE_ENDS.search(shown)
        if line or (count <= _HOUSE_LENGTH and _HOUSE.search(shown)) or _SCRIPT.search(shown):
            yield paragraph
