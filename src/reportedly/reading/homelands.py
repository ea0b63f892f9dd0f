"""The state that somebody belongs to, as a report tells it or a body's name does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.affiliations import BODIES
from reportedly.reading.countries import of_title
from reportedly.reading.naming import Naming, home
from reportedly.reading.nominals import POSSESSIVE, complement
from reportedly.values import Finding, MadeBy, Passage, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportedly.reading.affiliations import Affiliations
    from reportedly.reading.discourse import Discourse
    from reportedly.reading.nominals import Nominal
    from reportedly.reading.referents import Referent

_OF_STATES = frozenset({Naming.STATE, Naming.NATIONALITY, Naming.PLACE, Naming.GOVERNMENT})
_PRIVATE = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.PUBLICATION})
"""Bodies whose presidents and secretaries are no officers of a state."""
_POLITICAL = frozenset({"party", "campaign", "opposition", "bloc", "coalition", "committee", "caucus", "pac"})
_DEEPEST = 3
"""Steps from somebody to whom they belong, and so on, over which a country is looked for."""
_OF_NO_STATE = frozenset(
    "european western eastern african asian arab foreign international allied regional nato un".split()
)
_PARTIES = frozenset({"r", "d", "i"})


class Homelands:
    """The states that those belong to of whom a report speaks."""

    def __init__(self, discourse: Discourse, affiliations: Affiliations, made_by: MadeBy) -> None:
        """Take who is spoken of, whom they belong to, and what makes the findings."""
        self._discourse = discourse
        self._script = discourse.script
        self._affiliations = affiliations
        self._made_by = made_by
        self._home = home(discourse.names)

    def of(self, referent: Referent, depth: int = 0) -> Finding[str] | None:
        """Return the state that a referent belongs to: by its own words, by whom it belongs to, or by the report."""
        referent = referent.itself
        return (
            self._by_name(referent)
            or self._by_phrases(referent)
            or self._by_affiliation(referent, depth)
            or self._by_title(referent)
            or self._by_report(referent)
        )

    def _found(self, code: str, words: Passage, reason: str) -> Finding[str]:
        """Return a country with the words that tell it."""
        return Finding(code, words, MadeBy(self._made_by.stage, self._made_by.version, reason=reason))

    def _by_name(self, referent: Referent) -> Finding[str] | None:
        """Return the state that a name tells, or what stands right beside it: "Norway's Health Agency", "(R-Texas)"."""
        script = self._script
        if referent.country:
            return self._found(referent.country, script.passage(*referent.name), "the name tells the country")
        for first, last in self._discourse.named(referent):
            if referent.kind is SpeakerKind.PERSON:
                if self._district(last):
                    return self._found("US", script.passage(first, last), "a party and a state stand behind the name")
                found = self._first(range(max(0, first - 1), first))
                if found is not None:
                    return found
                continue
            found = self._first(self._beside(first, last))
            if found is not None:
                return found
        return None

    def _beside(self, first: int, last: int) -> list[int]:
        """Return the words beside a body's name that may name its state."""
        low = self._script.low
        places = [first - 2 if first > 1 and low[first - 1] in POSSESSIVE else first - 1]
        if low[last : last + 1] in (["of"], ["in"]):
            places.append(last + 1 + (low[last + 1 : last + 2] == ["the"]))
        return [place for place in places if 0 <= place < len(low)]

    def _district(self, last: int) -> bool:
        """Say whether an American lawmaker's party and state stand behind a name: "(R-Texas)", ", D-Ohio"."""
        low = self._script.low[last : last + 3]
        return len(low) == len("(R-") and low[0] in {"(", ","} and low[1] in _PARTIES and low[2] in {"-", "–"}

    def _first(self, words: Iterable[int]) -> Finding[str] | None:
        """Return the first state that one of some words names."""
        for word in words:
            index = self._discourse.name_at[word]
            name = self._discourse.names[index] if index >= 0 else None
            if name is not None and name.country is not None and name.naming in _OF_STATES:
                return self._found(name.country.code, self._script.passage(name.first, name.last), "said of them")
        return None

    def _by_phrases(self, referent: Referent) -> Finding[str] | None:
        """Return the state that a noun phrase for a referent names: "a Norwegian official", "the mayor of Bergen"."""
        for each in referent.described:
            end = each.last
            of = self._script.low[end : end + 1] in (["of"], ["in"])
            if of and (referent.kind in BODIES or "state" in each.noun.flags):
                end = complement(self._script, end)
            found = self._first(range(each.first, end))
            if found is not None:
                return found
        return None

    def _by_affiliation(self, referent: Referent, depth: int) -> Finding[str] | None:
        """Return the state of whom a referent belongs to."""
        affiliation = self._affiliations.of(referent)
        if affiliation is None or affiliation.referent is None or depth == _DEEPEST:
            return None
        found = self.of(affiliation.referent, depth + 1) if affiliation.referent is not referent else None
        return self._found(found.value, affiliation.words, "the country of whom they belong to") if found else None

    def _by_title(self, referent: Referent) -> Finding[str] | None:
        """Return the state that alone has an office: "the Home Secretary"."""
        for each in referent.described:
            for first in range(each.last - each.length, each.last):
                code = of_title(" ".join(self._script.low[first : each.last]))
                if code is not None:
                    words = self._script.passage(first, each.last)
                    return self._found(code, words, "no other state has an office that is called so")
        return None

    def _by_report(self, referent: Referent) -> Finding[str] | None:
        """Return the state that the report is about at home, for a body or an officer of a state it says no more of."""
        officer = any("state" in each.noun.flags for each in referent.described)
        body = referent.kind is SpeakerKind.GOVERNMENT and referent.naming not in {Naming.STATE, Naming.PLACE}
        if self._private(referent):
            return None
        if not (body or officer) or any(self._foreign(each) for each in referent.described if referent.naming is None):
            return None
        code = self._home.by_bodies or (None if referent.kind is SpeakerKind.PERSON else self._home.by_all)
        reason = "the state of which the report names most"
        return self._found(code, Passage(self._script.text), reason) if code else None

    def _private(self, referent: Referent) -> bool:
        """Say whether somebody belongs to a body that is no state's and no party."""
        affiliation = self._affiliations.of(referent)
        if affiliation is None or affiliation.referent is None or affiliation.referent.kind not in _PRIVATE:
            return False
        return not _POLITICAL & set(affiliation.words.text.lower().split())

    def _foreign(self, each: Nominal) -> bool:
        """Say whether a noun phrase is about no state or another, as in "European officials"."""
        adjective = self._discourse.name_at[each.begin] >= 0 and self._script.pos[each.begin] == "ADJ"
        return adjective or self._script.low[each.begin] in _OF_NO_STATE
