"""The agencies whose copy others print, by every name that they are credited by, and when two names are one outlet."""

from __future__ import annotations

import functools
import re

from reportedly.reading.imprint import Imprint
from reportedly.values import Report

AGENCIES: dict[str, tuple[str, ...]] = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP News"),
    "ANSA": (),
    "AP": ("Associated Press", "The Associated Press", "AP News", "apnews"),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansi"),
    "Belga": ("Belga News Agency",),
    "BelTA": (),
    "CTK": ("Czech News Agency",),
    "Canadian Press": ("The Canadian Press",),
    "DPA": ("Deutsche Presse-Agentur", "dpa International"),
    "EFE": ("Agencia EFE",),
    "Interfax": ("Interfax News Agency",),
    "Interfax-Ukraine": (),
    "Kyodo": ("Kyodo News",),
    "Lusa": (),
    "PA": ("Press Association", "PA Media", "The Press Association"),
    "PAP": ("Polish Press Agency",),
    "PTI": ("Press Trust of India",),
    "RIA Novosti": ("RIA", "RIA News"),
    "Reuters": ("Thomson Reuters", "Thomson/Reuters", "Reuters News"),
    "SPA": ("Saudi Press Agency",),
    "TASS": ("ITAR-TASS", "TASS News Agency"),
    "UPI": ("United Press International",),
    "Ukrinform": (),
    "Xinhua": ("Xinhua News Agency",),
    "Yonhap": ("Yonhap News", "Yonhap News Agency"),
}
"""Each under its usual name, with its others. From the members of MINDS and EANA and the American syndicates."""
SYNDICATES: dict[str, tuple[str, ...]] = {
    "Bloomberg": ("Bloomberg News",),
    "CBS News": (),
    "CNN": ("CNN NewSource", "CNN Wire", "CNN Newsource", "cnnwire"),
    "Chicago Tribune": (),
    "Fox News": (),
    "Guardian": ("The Guardian", "guardian.co.uk"),
    "Los Angeles Times": ("LA Times", "latimes"),
    "McClatchy": ("McClatchy Washington Bureau", "McClatchy DC"),
    "NBC News": (),
    "New York Times": ("The New York Times", "NYT", "nytimes"),
    "Tribune News Service": ("TNS", "Tribune Washington Bureau"),
    "USA Today": ("USA TODAY",),
    "Wall Street Journal": ("The Wall Street Journal", "WSJ"),
    "Washington Post": ("The Washington Post", "WaPo"),
}
"""Outlets that report for their own readers first, and whose copy others print as well."""
_SEPARATORS = re.compile(r"[\W_]+")
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?:[\w-]+\.)*?(?P<name>[\w-]+)(?:\.(?:com?|org|net|ac|gov))?\.[a-z]{2,}(?:/\S*)?"
)
_CREDITED = AGENCIES | SYNDICATES
_NAMES = sorted(
    {name for usual, others in _CREDITED.items() for name in (usual, *others)}, key=lambda name: (-len(name), name)
)
PATTERN = "(?:" + "|".join(re.escape(name) for name in _NAMES) + ")"
"""Any of the names, as a regular expression; the longest that stands there."""


@functools.cache
def key(name: str) -> str:
    """Return what tells an outlet from others: an agency's usual name, or the letters of its own name."""
    domain = _DOMAIN.fullmatch(name.strip().lower())
    letters = _letters(domain["name"] if domain else name)
    return _usual().get(letters, letters)


def agency(name: str | None) -> str | None:
    """Return the usual name of the agency that goes by a name; None where it is none that is known."""
    usual = key(name) if name else ""
    return usual if usual in AGENCIES else None


def usual(name: str) -> str | None:
    """Return the usual name of the agency or syndicate that goes by a name; None where it is none that is known."""
    return key(name) if key(name) in _CREDITED else None


@functools.cache
def same_outlet(name: str, publisher: str) -> bool:
    """Say whether a name is a publisher's: the same letters, or a part, the address or the initials of the other."""
    if not key(name):
        return False
    if key(name) == key(publisher) or _initials(name, publisher):
        return True
    return Imprint(Report(text="", publisher=publisher)).own(name)


def _initials(name: str, publisher: str) -> bool:
    """Say whether a name in capitals is the initials of a publisher's: "CNS" of the Cordillera News Service."""
    words = [word for word in publisher.split() if word.casefold() not in {"the", "of", "and"}]
    return len(words) > 1 and name.isupper() and name == "".join(word[0] for word in words).upper()


@functools.cache
def _usual() -> dict[str, str]:
    """Return the usual name of each agency by the letters of any of its names."""
    return {_letters(name): usual for usual, others in _CREDITED.items() for name in (usual, *others)}


def _letters(name: str) -> str:
    """Return the letters and digits of a name, without an article."""
    words = _SEPARATORS.sub(" ", name.casefold()).split()
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)
