"""Whether a bare sentence says that something is not so. In a statement the reading tells; see `reading.polarity`."""

from __future__ import annotations

import re

_NEGATES = re.compile(
    r"""
    \b(?:not(?!\s+only\b)|cannot|never|no(?!\.|\s+longer\b)|nobody|none|nothing|neither)\b
    | n['’]t\b
    | \b(?:false|fake|faked|hoax|untrue|bogus|debunk(?:s|ed|ing)?|den(?:y|ies|ied|ying|ial)|refut(?:e|es|ed|ing)
        |unfounded|baseless|fabricated)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def negates(words: str) -> bool:
    """Say whether words say that something is not so: an odd number of them negate ("denied it was not true")."""
    return len(_NEGATES.findall(words)) % 2 == 1
