"""Whom somebody belongs to or speaks for, and in which role, as a report's noun phrases tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.reading.apposition import OWNERS
from reportedly.reading.countries import Calling
from reportedly.reading.designation import designation
from reportedly.reading.naming import Naming
from reportedly.reading.nominals import POSSESSIVE, complement
from reportedly.reading.nouns import LONGEST, noun
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.reading.antecedents import Spoken
    from reportedly.reading.discourse import Discourse
    from reportedly.reading.nominals import Nominal
    from reportedly.reading.referents import Referent
    from reportedly.values import Passage

BODIES = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.PUBLICATION})
_EMPLOYERS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.PUBLICATION})
_NO_ROLE = frozenset(
    "senior top leading prominent unnamed anonymous another other same first second third fourth local own several "
    "many some various high-ranking ranking high level mid-level unidentified different two three four five".split()
)
"""Words before a role that are none of it."""
_OF = frozenset({"of", "for", "at", "with", "from", "in", "to", "on", "by"})
_LOOSELY = frozenset({"in", "to", "on"})
"""Prepositions behind which only an organisation is somebody's body; anything else is where they are."""
_BEHIND_NAMES = frozenset({"of", "from", "at", "with"})
_WORKING = frozenset({"for", "at", "with"})
_ABROAD = frozenset({"ambassador", "envoy", "consul", "representative", "attaché"})
"""Roles that go on with where somebody is sent: "ambassador to Norway"."""
_ONE_WORD = frozenset("officer chief member worker minister secretary director leader board clerk".split())
"""Roles that make one word with the body before them: "police officer"."""
_RUNNING = frozenset(
    {"chief executive", "chief executive officer", "ceo", "managing director", "chairman", "chairwoman"}
)
"""Roles in the body that a report is about, where it says no other."""
_BELONGED = frozenset(
    "police army navy coastguard military government company firm union party hospital university ministry church city "
    "state campaign bank embassy council department agency court presidency palace parliament group club airline "
    "opposition administration commission committee authority foundation charity museum institute federation "
    "association".split()
)
"""Bodies that somebody is said to belong to by standing right before their role."""
_NEAR = 2
"""Sentences back to which a spokesman without a body belongs to the one that was spoken of."""


class Affiliation(NamedTuple):
    """The words for whom somebody belongs to, and who that is where the report speaks of them."""

    words: Passage
    referent: Referent | None


class Affiliations:
    """Whom those belong to of whom a report speaks, each worked out once."""

    def __init__(self, discourse: Discourse) -> None:
        """Take who is spoken of."""
        self._discourse = discourse
        self._script = discourse.script
        self._known: dict[int, Affiliation | None] = {}

    def of(self, referent: Referent) -> Affiliation | None:
        """Return whom a referent belongs to or speaks for; None where the report does not say."""
        referent = referent.itself
        if id(referent) not in self._known:
            self._known[id(referent)] = None
            self._known[id(referent)] = next(self._all(referent), None)
        return self._known[id(referent)]

    def role(self, referent: Referent) -> Passage | None:
        """Return the role of a person or of several: the first that is told, in the fullest words for it."""
        best: tuple[int, int] | None = None
        for each in referent.described:
            owning = each.noun.singular in OWNERS and referent.kind in BODIES
            if owning or (each.noun.person and not each.noun.flags & {"plain", "address"}):
                first, last = self._role(each)
                same = best is not None and self._script.low[best[1] - 1] == self._script.low[last - 1]
                if best is None or (same and last - first > best[1] - best[0]):
                    best = first, last
        return self._script.passage(*best) if best else None

    def _role(self, each: Nominal) -> tuple[int, int]:
        """Return the words of a role within a noun phrase."""
        script, name_at = self._script, self._discourse.name_at
        first, last = each.last - each.length, each.last
        while first > each.begin:
            before = first - 1
            told = script.low[before] in _NO_ROLE or script.low[before] in POSSESSIVE
            if told or name_at[before] >= 0 or self._body_before(each, before):
                break
            first = before
        if each.noun.singular in _ABROAD and script.low[last : last + 1] == ["to"]:
            sent = next((name_at[w] for w in range(last, complement(script, last)) if name_at[w] >= 0), None)
            last = last if sent is None else self._discourse.names[sent].last
        return first, last

    def _body_before(self, each: Nominal, word: int) -> bool:
        """Say whether a word before a role is the body somebody belongs to: "company" of "a company spokesman"."""
        if each.noun.singular in _ONE_WORD or word + 1 != each.last - each.length:
            return False
        found = noun(self._script.low[max(0, word - LONGEST + 1) : word + 1])
        return found is not None and not found[0].plural and found[0].singular in _BELONGED

    def _all(self, referent: Referent) -> Iterator[Affiliation]:
        """Yield what tells a referent's affiliation, the surest first."""
        if not (referent.person or referent.plural or referent.kind is SpeakerKind.DOCUMENT):
            return
        for each in referent.described:
            if "kin" not in each.noun.flags:
                yield from self._in_phrase(each, referent)
        if referent.kind is SpeakerKind.PERSON:
            for first, last in self._discourse.named(referent):
                yield from self._at_name(first, last, referent)
        for each in referent.described:
            if "speaks" in each.noun.flags or each.noun.singular in _RUNNING:
                yield from self._spoken_of(self._discourse.reference.latest_body(each.first, near=_NEAR))

    def _in_phrase(self, each: Nominal, referent: Referent) -> Iterator[Affiliation]:
        """Yield the owner, the name or the body before the role, and what stands behind "of" or "for"."""
        script, reference = self._script, self._discourse.reference
        owner = reference.owner(each)
        if owner is not None and owner is not referent:
            yield from self._spoken_of(owner)
        names = [
            spoken for word in range(each.last - each.length - 1, each.begin - 1, -1) if (spoken := self._name(word))
        ]
        places = [spoken for spoken in names if spoken.referent.naming is Naming.PLACE]
        for spoken in names:
            if spoken not in places:
                yield Affiliation(script.passage(spoken.first, spoken.last), spoken.referent.itself)
        before = each.last - each.length - 1
        if before >= each.begin and self._body_before(each, before):
            known = reference.body(before)
            yield Affiliation(
                designation(self._discourse, known) if known else script.passage(before, before + 1), known
            )
        yield from self._behind(each.last, referent)
        for spoken in places:
            yield Affiliation(script.passage(spoken.first, spoken.last), spoken.referent.itself)
        if script.low[each.last : each.last + 1] == ["there"]:
            yield from self._spoken_of(reference.latest_body(each.first))

    def _name(self, word: int) -> Spoken | None:
        """Return the name that ends with a word before a role, unless it is that of a people; a party's is none."""
        index = self._discourse.name_at[word]
        if index < 0:
            return None
        name = self._discourse.names[index]
        party = name.country is not None and name.country.calling is Calling.TELLS
        return None if name.naming is Naming.NATIONALITY and not party else self._discourse.at.get(word)

    def _spoken_of(self, referent: Referent | None) -> Iterator[Affiliation]:
        """Yield somebody known as the affiliation, if there is anybody."""
        if referent is not None:
            yield Affiliation(designation(self._discourse, referent), referent)

    def _behind(self, last: int, referent: Referent) -> Iterator[Affiliation]:
        """Yield who stands behind "of", "for" or "at"."""
        low = self._script.low
        if last >= len(low) or low[last] not in _OF:
            return
        for word in range(last + 1, complement(self._script, last)):
            spoken = self._discourse.at.get(word)
            if spoken is None or spoken.owner:
                continue
            found = spoken.referent.itself
            unfit = found.kind is SpeakerKind.DOCUMENT or (found.plural and found.naming is None)
            if found is referent or unfit:
                continue
            if low[last] not in _LOOSELY or found.kind is SpeakerKind.ORGANISATION:
                yield from self._spoken_of(found)
            return

    def _at_name(self, first: int, last: int, referent: Referent) -> Iterator[Affiliation]:
        """Yield the body beside a person's name: "the Post's Ana Ferro", "Ana Ferro of the union"."""
        script, discourse = self._script, self._discourse
        party = self._name(first - 1) if first else None
        if party is not None and party.referent.naming is Naming.NATIONALITY:
            yield Affiliation(script.passage(party.first, party.last), party.referent.itself)
        if first > 1 and script.low[first - 1] in POSSESSIVE and first - 2 in discourse.at:
            owner = discourse.at[first - 2].referent.itself
            if owner.kind in BODIES:
                yield from self._spoken_of(owner)
        if last >= len(script):
            return
        if script.low[last] in _BEHIND_NAMES:
            kinds = BODIES if script.low[last] == "of" else _EMPLOYERS
            for found in self._behind(last, referent):
                if found.referent is not None and found.referent.kind in kinds:
                    yield found
        yield from self._worked_for(last + (script.low[last] == ","), referent)

    def _worked_for(self, who: int, referent: Referent) -> Iterator[Affiliation]:
        """Yield the body of a clause about somebody: "who works for the union"."""
        script = self._script
        if script.low[who : who + 1] != ["who"]:
            return
        for word in range(who + 1, min(who + 2 * LONGEST, len(script))):
            if script.pos[word] == "PUNCT":
                return
            if script.low[word] in _WORKING and script.pos[word] == "ADP":
                yield from self._behind(word, referent)
