"""Whom a noun phrase speaks of: whom the name beside it names, somebody spoken of before, or somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.reading.antecedents import FARTHEST, Antecedents, Number, Pronoun
from reportedly.reading.genders import Gender
from reportedly.reading.naming import Naming
from reportedly.reading.newcomers import Beginning, kind
from reportedly.reading.nominals import Determiner, Nominal, complement
from reportedly.reading.nouns import LONGEST, noun
from reportedly.reading.referents import Referent
from reportedly.values import SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportedly.reading.antecedents import Spoken
    from reportedly.reading.apposition import Appositions
    from reportedly.reading.script import Script

_OWNERS: dict[str, tuple[Number, Gender | None]] = {
    "his": (Number.PERSON, Gender.MALE),
    "her": (Number.PERSON, Gender.FEMALE),
    "its": (Number.THING, None),
    "their": (Number.SEVERAL, None),
}
_FIRMS = frozenset(
    "company firm corporation group airline carrier bank lender retailer manufacturer maker giant chain".split()
)
_OUTLETS = frozenset("newspaper paper magazine outlet website journal broadcaster channel publication network".split())
_KINDS = {
    **dict.fromkeys(_FIRMS, (SpeakerKind.ORGANISATION, Naming.ORGANISATION)),
    **dict.fromkeys(_OUTLETS, (SpeakerKind.PUBLICATION, Naming.PUBLICATION)),
    **dict.fromkeys(("country", "nation"), (SpeakerKind.GOVERNMENT, Naming.STATE)),
    **dict.fromkeys(("state", "city", "town", "province", "county"), (SpeakerKind.GOVERNMENT, Naming.PLACE)),
}
"""What a definite noun can mean that was not used of it before: "the airline" is the last company named."""
_ANYBODY = frozenset({"person", "man", "woman", "source"})
_SPEAKING = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})


class Reference:
    """What the noun phrases of one report speak of, as far as it has been gone through."""

    def __init__(  # noqa: PLR0913, PLR0917 - all that a report was found to speak of
        self,
        script: Script,
        antecedents: Antecedents,
        at: Mapping[int, Spoken],
        referents: Sequence[Referent],
        appositions: Appositions,
        beginning: Beginning,
    ) -> None:
        """Take the words of a report and what is known of whom it speaks."""
        self._script = script
        self._antecedents = antecedents
        self._at = at
        self._referents = referents
        self._appositions = appositions
        self._beginning = beginning
        self._same: dict[str, Referent] = {}
        self._joined: tuple[int, Referent] | None = None
        """Where the last apposition ends, and whom it describes."""

    def of(self, each: Nominal) -> Referent:
        """Return whom a noun phrase speaks of."""
        return self._beside_name(each) or self._known(each) or self._new(each)

    def _beside_name(self, each: Nominal) -> Referent | None:
        """Return whom the name beside a noun phrase names; None where there is none."""
        index = self._appositions.beside(each)
        if index is not None:
            referent = self._referents[index]
        elif self._joined is not None and self._goes_on(each, self._joined[0]):
            referent = self._joined[1]
        else:
            return None
        self._joined = complement(self._script, each.last), referent
        if each.determiner in {Determiner.DEFINITE, Determiner.OWNED}:
            known = self._antecedents.definite(each, each.first)
            if known is not None and known is not referent and known.kind is SpeakerKind.UNNAMED_PERSON:
                known.turn_out(referent)
        self._beginning.called(each, referent)
        return referent

    def _goes_on(self, each: Nominal, end: int) -> bool:
        """Say whether a noun phrase goes on with an apposition that ends before it: "a lawyer and former judge"."""
        person = each.noun.person and not each.noun.plural
        return person and end == each.first - 1 and self._script.low[end] == "and"

    def _known(self, each: Nominal) -> Referent | None:
        """Return whom a noun phrase goes back to; None where it brings in somebody new."""
        if each.determiner is Determiner.DEFINITE:
            return self._antecedents.definite(each, each.first) or self._by_kind(each) or self._repeated(each)
        if each.determiner is Determiner.OWNED:
            known = self._antecedents.definite(each, each.first)
            return known if known is not None and self._owned_alike(each, known) else None
        if each.determiner is not Determiner.BARE:
            return None
        if not each.noun.person and each.begin == each.last - each.length:
            known = self._antecedents.definite(each, each.first)
            if known is not None and known.kind in _SPEAKING:
                return known
        return self._repeated(each)

    def _key(self, each: Nominal) -> str:
        """Return what is the same where a phrase is used again for the same; empty where that tells nothing."""
        again = not each.noun.person or (each.noun.plural and each.determiner is Determiner.BARE)
        again = again and "several" not in each.noun.flags
        return " ".join(self._script.low[each.begin : each.last]) if again else ""

    def _repeated(self, each: Nominal) -> Referent | None:
        """Return whom the same words spoke of before: "police", "officials"."""
        known = self._same.get(self._key(each))
        return known.itself if known is not None else None

    def _new(self, each: Nominal) -> Referent:
        """Return somebody new."""
        words = each.begin, complement(self._script, each.last)
        referent = Referent(kind(self._script, each), None, words, count=each.many)
        if key := self._key(each):
            self._same[key] = referent
        self._beginning.new(each, referent)
        return referent

    def _owned_alike(self, each: Nominal, known: Referent) -> bool:
        """Say whether somebody known belongs to the same as an owned noun phrase: "his lawyer" is "Ferro's lawyer"."""
        owner = self.owner(each)
        return owner is not None and any(
            other.owner is not None and other.noun.singular == each.noun.singular and self.owner(other) is owner
            for other in known.described[:LONGEST]
        )

    def _by_kind(self, each: Nominal) -> Referent | None:
        """Return the last named one that "the company" or "the newspaper" can mean, without being called so before.

        "The person" is the last one of whom no more was said.
        """
        if each.noun.plural or each.begin < each.last - each.length:
            return None
        if each.noun.singular in _ANYBODY:
            return self._antecedents.latest(SpeakerKind.UNNAMED_PERSON, each.first, None)
        found = _KINDS.get(each.noun.singular)
        return self._antecedents.latest(found[0], each.first, found[1]) if found else None

    def owner(self, each: Nominal) -> Referent | None:
        """Return whom the owner of a noun phrase names: "Ferro" of "Ferro's lawyer", whoever "his" goes back to."""
        if each.owner is None:
            return None
        first, last = each.owner
        spoken = self._at.get(last - 1)
        if spoken is not None:
            return spoken.referent.itself
        pronoun = _OWNERS.get(self._script.low[first])
        found = self._antecedents.pronoun(Pronoun(first, *pronoun)) if pronoun else None
        return found.referent if found else None

    def body(self, word: int) -> Referent | None:
        """Return the body that a noun before a role stands for: "company" of "a company spokesman"."""
        found = noun(self._script.low[word : word + 1])
        if found is None:
            return None
        each = Nominal(word, word + 1, word, Determiner.DEFINITE, found[0], 1, None, None)
        return self._antecedents.definite(each, word) or self._by_kind(each)

    def latest_body(self, place: int, near: int = FARTHEST) -> Referent | None:
        """Return the body that was spoken of last before a word, as one that does something."""
        for spoken in self._antecedents.before(place):
            if self._script.sentence[place] - self._script.sentence[spoken.first] > near:
                return None
            referent = spoken.referent.itself
            if referent.kind in _SPEAKING and (spoken.subject or spoken.source) and referent.naming is not Naming.PLACE:
                return referent
        return None
