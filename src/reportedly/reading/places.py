"""The places stage: names of places, each with the place of the gazetteer that the report most likely means."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.reading.circumstances import of_statement
from reportedly.reading.stage import Proposal
from reportedly.reading.toponyms.grouping import groups
from reportedly.reading.toponyms.pointing import pointed
from reportedly.reading.toponyms.publishing import country_of, places_of
from reportedly.reading.toponyms.ranking import rank
from reportedly.reading.toponyms.reasons import why
from reportedly.reading.toponyms.recognising import recognised
from reportedly.reading.toponyms.roles import Use, Uses
from reportedly.reading.toponyms.spotting import Spotter
from reportedly.values import Candidate, Feature, MadeBy, Passage, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportedly.gazetteer import Gazetteer
    from reportedly.reading.toponyms.grouping import Group
    from reportedly.reading.toponyms.ranking import Choice
    from reportedly.reading.toponyms.recognising import Named
    from reportedly.values import Reading

RUNNERS_UP = 3
"""Places that a name may mean as well, and that are kept, at most."""
UNLIKELY = 1.0
"""How much likelier none of the places of a name must be than the best of them for it to be left open."""
_OFTEN_NAMESAKES = frozenset({Feature.CITY, Feature.ADMIN1, Feature.ADMIN2, Feature.COUNTRY})
_WORTH_KEEPING = 0.01
"""The chance of a runner-up at least."""


class Places:
    """Find the places that a report names."""

    name = "places"
    version = "1"
    needs = frozenset({"text", "words", "sentences", "mentions", "statements"})
    gives = frozenset({"places"})

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Look names up in a gazetteer."""
        self._gazetteer = gazetteer
        self.spotter = Spotter(gazetteer)

    def __call__(self, reading: Reading) -> Proposal:
        """Propose the places of a reading, and its statements with those that stand in them."""
        found = self.find(reading)
        if not found:
            return Proposal()
        return Proposal(
            places=found,
            statements=tuple(dataclasses.replace(one, places=of_statement(one, found)) for one in reading.statements),
        )

    def find(self, reading: Reading) -> tuple[Place, ...]:
        """Return the places that a reading's report names, in order."""
        names = recognised(reading, self.spotter.spot(reading), self._gazetteer)
        found = self.resolve(reading, names)
        more = pointed(reading, found, self._made_by)
        return tuple(sorted((*found, *more), key=lambda place: place.words.pairs)) if more else found

    def resolve(self, reading: Reading, names: Sequence[Named]) -> tuple[Place, ...]:
        """Return what each name is taken for, in their order."""
        text = reading.report.text
        low = [text[word.start : word.end].lower() for word in reading.words]
        found = groups(text, low, names)
        keys = {group.key for group in found}
        publisher = [group for group in places_of(reading.report, self.spotter) if group.key not in keys]
        choices = rank(self._gazetteer, [*found, *publisher], country_of(reading.report, self._gazetteer))
        of_name = {member: number for number, group in enumerate(found) for member in group.members}
        uses = Uses(reading, low)
        out: list[Place] = []
        use: Use | None = None
        for place, name in enumerate(names):
            number = of_name[place]
            behind = place > 0 and number in found[of_name[place - 1]].within
            use = uses.of(name.spotted, use if behind else None)
            out.append(self._place(text, name, use, found[number], number, choices))
        return tuple(out)

    def _place(  # noqa: PLR0913, PLR0917 - one for each thing that a place is made of
        self, text: str, name: Named, use: Use, group: Group, number: int, choices: Sequence[Choice | None]
    ) -> Place:
        """Return the place that a name is taken for, with the runners-up and the reason."""
        choice = choices[number]
        words = Passage.of(text, [(name.spotted.start, name.spotted.end)])
        if choice is not None and choice.none > UNLIKELY * choice.chances[0] and not self._listed(choice):
            others = tuple(self._candidate(choice, rank) for rank in range(min(RUNNERS_UP, len(choice.places))))
            made_by = self._made_by("none of the places of that name fits the report", choice.none)
            return Place(words=words, place=None, others=others, role=use.role, part=use.part, made_by=made_by)
        if choice is not None:
            likely = self._candidate(choice, 0)
            others = tuple(
                self._candidate(choice, rank)
                for rank in range(1, min(1 + RUNNERS_UP, len(choice.places)))
                if choice.chances[rank] >= _WORTH_KEEPING
            )
            made_by = self._made_by(why(choice), choice.chances[0])
            return Place(words=words, place=likely, others=others, role=use.role, part=use.part, made_by=made_by)
        around = next((choices[each] for each in group.within if choices[each] is not None), None)
        if around is not None:
            reason = "the gazetteer has no place of that name; it is somewhere in the one that is named behind it"
            whole = self._candidate(around, 0)
            made_by = self._made_by(reason, around.chances[0])
            return Place(words=words, place=whole, others=(), role=use.role, part=use.part, made_by=made_by)
        made_by = self._made_by("the gazetteer has no place of that name", name.score)
        return Place(words=words, place=None, others=(), role=use.role, part=use.part, made_by=made_by)

    def _listed(self, choice: Choice) -> bool:
        """Say whether the likeliest place is a water or a region, whose names news uses for nothing else."""
        return self._gazetteer.features[int(self._gazetteer.feature[choice.places[0]])] not in _OFTEN_NAMESAKES

    def _candidate(self, choice: Choice, rank: int) -> Candidate:
        """Return one of the places that a name may mean."""
        record = self._gazetteer.record(choice.places[rank])
        return Candidate(
            name=record.name,
            lat=record.lat,
            lon=record.lon,
            geonames=record.geonames,
            country=record.country,
            admin1=record.admin1,
            feature=record.feature,
            extent_km=record.extent_km,
            score=round(choice.chances[rank], 4),
        )

    def _made_by(self, reason: str, score: float) -> MadeBy:
        """Say what made a place."""
        return MadeBy(self.name, self.version, score=round(score, 4), reason=reason)
