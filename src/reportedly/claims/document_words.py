"""The words by which reports speak of documents: what sorts there are, their numbers, and who has them."""

from __future__ import annotations

import re

HAVING = r"(?:seen|obtained|reviewed|read|copy|copies|shown|leaked|got hold)"
"""How a report says that it has a document itself."""
REACH = 80
"""Code points between the document and that."""
_SORTS = (
    (
        "post",
        (
            r"posts?|posted|tweet(?:s|ed)?|account|profile|thread|caption|message|followers"
            r"|on [A-Z]\w*,? (?:that|saying|he|she)|put(?:s|ting)? (?:it |this |up )?on (?=[A-Z])"
            r"|wr(?:ote|ites|iting|itten) on (?=[A-Z])"
        ),
    ),
    ("picture", r"videos?|clips?|footage|photo(?:s|graphs?)?|pictures?|seconds|images?|filmed"),
    ("bulletin", r"bulletins?|communiqu[eé]s?|situation reports?|sitrep"),
    ("notice", r"notices?|notifications?|announcements?|recall|circular|list"),
    ("statement", r"statements?|release|note|commentary|in black and white|comment"),
    ("letter", r"letters?|resignation|wr(?:ote|ites) to"),
    ("memo", r"memo(?:randum|s)?|e-?mails?|cable|board papers?|papers?|internal|draft|documents?|pages?|paragraphs?"),
    ("ruling", r"rulings?|judg(?:e?ment)s?|verdict|order|indictment|charge sheet|charges"),
    (
        "finding",
        (
            r"assessment|audit|account statements?|bank (?:records?|statements?)|minutes|transcript|recording|dossier"
            r"|file|report by|contract|invoice"
        ),
    ),
)
SORTS = tuple(
    (sort, re.compile(rf"\b(?:{words})\b", re.NOFLAG if sort == "post" else re.IGNORECASE)) for sort, words in _SORTS
)
"""The sorts of documents; how networks are written tells a post from a place."""
WEB = frozenset({"post", "picture"})
"""Those that somebody puts up for all to see."""
HAS = re.compile(
    r"\b(?:(?:seen by|ha(?:s|ve) seen)|obtained|review(?:ed)?|(?:has|have|we) read|a copy|copies|shown to|was shown"
    r"|leaked|got hold|in front of us|in our hands|handed|passed to|signed|dated|headed|letterhead|marked)\b",
    re.IGNORECASE,
)
"""How a report says that somebody has a document, or what it looks like."""
POST = re.compile(
    r"\b(?:posts?|posted|tweet(?:s|ed)?|caption|followers|thread|message|video|clip"
    r"|put(?:s|ting)?\b[^.\n]{0,40} on [A-Z]\w+|wr(?:ote|ites|iting|itten)\b[^.\n]{0,30} on [A-Z]\w+"
    r"|said on [A-Z]\w+|channel|page|account|online)\b"
)
"""How a report says that somebody's words were posted."""
PAPER = re.compile(
    r"\b(?:bulletin|statement|letter|memo(?:randum)?|notice|ruling|paper|document|e-?mail|report|assessment"
    r"|indictment|draft|note|list|wr(?:ote|ites|itten))\b",
    re.IGNORECASE,
)
"""How it says that they were written."""
_CODE = re.compile(r"\b(?P<code>[A-Z]{2,}-\d[\d-]*)\b")
_ISSUED = re.compile(
    r"\b(?:bulletin|communiqu[eé]|notice|order|ruling|sitrep|situation report)s?,? "
    r"(?:no\.?|number|№)? ?(?P<number>\d[\w/-]*)",
    re.IGNORECASE,
)
_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)}) (?:\w+ )?(?:bulletin|notice|communiqu\w+|update)", re.IGNORECASE)
_NETWORK = re.compile(r"\b(?:on|via) (?:the \w+ |\w+ network )?([A-Z]\w+)")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")


def document_numbers(text: str) -> frozenset[str]:
    """Return the numbers by which documents are called in a text: "Bulletin No. 4", "the fourth bulletin", "EN-25"."""
    found = {each["number"] for each in _ISSUED.finditer(text)} | {each["code"] for each in _CODE.finditer(text)}
    return frozenset(found | {_ORDINALS[each.group(1).lower()] for each in _ORDINAL.finditer(text)})


def networks(text: str) -> frozenset[str]:
    """Return what a text says that something stands on, but no day and no month."""
    return frozenset(each for each in _NETWORK.findall(text) if not _DAY.match(each))
