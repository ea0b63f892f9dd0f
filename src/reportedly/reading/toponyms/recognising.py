"""Tell names of places from other names: a logistic model over what stands around each possible one."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from reportedly.gazetteer import NameKind
from reportedly.reading.toponyms.spotting import PLACES
from reportedly.reading.toponyms.weights import WEIGHTS
from reportedly.reading.toponyms.wordlists import PLACE_WORDS
from reportedly.values import Feature, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportedly.gazetteer import Gazetteer
    from reportedly.reading.toponyms.spotting import Spotted
    from reportedly.values import Mention, Reading

FEATURES = (
    "bias",
    "place",
    "state",
    "people",
    "within place",
    "around place",
    "organisation",
    "begins organisation",
    "within organisation",
    "person",
    "within person",
    "document",
    "unmentioned",
    "score",
    "person score",
    "organisation score",
    "somebody's name here",
    "after locative",
    "after motion",
    "after and of place",
    "after comma of place",
    "before comma of place",
    "abbreviation",
    "abbreviation after comma",
    "known",
    "inhabitants",
    "namesakes",
    "country",
    "first-level",
    "only people",
    "only other names",
    "words",
    "proper",
    "begins sentence",
    "capitals",
    "before what it is",
    "before body",
    "after title",
    "after capital",
    "before capital",
    "in a person's name elsewhere",
    "small elsewhere",
    "everyday word",
    "place elsewhere",
    "only in organisations",
    "people before noun",
    "dateline",
)
"""What the model looks at, in the order of its weights."""
_SPEAKS = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION})
_FAR = 7
"""Words back from "for" to the verb of going, at most."""
_FEW = 3
"""Places of a name up to which it is a name of a place first of all."""
_BEGIN = 40
"""Words of a report within which a dateline stands."""
_TEN_MILLION = 7.0


class Named(NamedTuple):
    """A name of a place, with how sure it is to be one, from 0 to 1."""

    spotted: Spotted
    score: float


class _Report:
    """What the features need to know of the whole report."""

    def __init__(self, reading: Reading, spotted: Iterable[Spotted]) -> None:
        self.text = reading.report.text
        self.words = tuple(reading.words)
        self.mentions = reading.mentions
        self.low = [self.text[word.start : word.end].lower() for word in reading.words]
        self.begins = {sentence.first for sentence in reading.sentences}
        self.small = {low for low, word in zip(self.low, reading.words, strict=True) if self.text[word.start].islower()}
        self.persons = {
            low
            for mention in reading.mentions
            if mention.kind is MentionKind.PERSON and mention.named
            for low in self.low[reading.words.before(mention.start) : reading.words.before(mention.end)]
        }
        self.as_place = self._called(PLACES)
        self.people = self._called(frozenset({MentionKind.PERSON}))
        self.surnames = Counter(
            self.text[each.start : each.end].rsplit(" ", 1)[-1]
            for each in self.mentions
            if each.named and each.kind is MentionKind.PERSON and " " in self.text[each.start : each.end]
        )
        self.in_body = self._called(frozenset({MentionKind.ORGANISATION}))
        self.begun = {one.first for one in spotted if one.found is not None}
        self.ended = {one.last for one in spotted if one.found is not None}

    def _called(self, kinds: frozenset[MentionKind]) -> Counter[str]:
        """Count by their first words what the model takes for mentions of some kinds."""
        return Counter(
            self.text[each.start : each.end].split(" ", 1)[0]
            for each in self.mentions
            if each.named and each.kind in kinds
        )

    def features(self, one: Spotted, gazetteer: Gazetteer) -> list[float]:
        """Return the values of `FEATURES` for one possible name."""
        values = dict.fromkeys(FEATURES, 0.0)
        values["bias"] = 1.0
        self._mentioned(one, values)
        self._around(one, values)
        self._known(one, gazetteer, values)
        return list(values.values())

    def stands_for_the_state(self, one: Spotted) -> bool:
        """Say whether people are named for their state: "Norwegian officials", "the Norwegian parliament"."""
        if one.found is None or any(kind != NameKind.PEOPLE for kind in one.found.kinds.tolist()):
            return False
        here = {each.kind for each in self.mentions.touching(one.start, one.end) if each.named}
        if not here & {MentionKind.NATIONALITY, MentionKind.STATE} or not self._joined(one.last - 1):
            return False
        noun = self.words[one.last]
        return any(each.kind in _SPEAKS for each in self.mentions.touching(noun.start, noun.end))

    def somebody_goes_there(self, one: Spotted) -> bool:
        """Say whether somebody leaves, or leaves for, a name of few places: "left Stavanger for Lerwick"."""
        if one.found is None or len(one.found.places) > _FEW or not self._capital(one.first):
            return False
        return self._after_motion(one) and not self._joined_capital(one)

    def _after_motion(self, one: Spotted) -> bool:
        """Say whether a verb of going stands before a name, or before "for" and the name."""
        low = self.low
        before = low[one.first - 1] if one.first else ""
        near = low[max(0, one.first - _FAR) : one.first]
        return before in PLACE_WORDS["motion"] or (
            before == "for" and any(each in PLACE_WORDS["motion"] for each in near)
        )

    def _joined_capital(self, one: Spotted) -> bool:
        """Say whether the name is a part of a longer one: a word with a capital right before or behind."""
        behind = self._joined(one.last - 1) and self._capital(one.last)
        return behind or (one.first > 0 and self._joined(one.first - 1) and self._capital(one.first - 1))

    def _mentioned(self, one: Spotted, values: dict[str, float]) -> None:
        """Tell what the model takes the words for."""
        touching = [each for each in self.mentions.touching(one.start, one.end) if each.named]
        values["unmentioned"] = float(not touching)
        for each in touching:
            exact = (each.start == one.start and each.end >= one.end and each.end - one.end <= 1) or (
                each.start == one.start and each.end == one.end
            )
            name = _relation(each, one, exact=exact)
            values[name] = 1.0
            if each.kind is MentionKind.ORGANISATION:
                values["organisation score"] = max(values["organisation score"], each.score)
            if each.kind is MentionKind.PERSON:
                values["person score"] = max(values["person score"], each.score)
            if each.kind in PLACES:
                values["score"] = max(values["score"], each.score)

    def _around(self, one: Spotted, values: dict[str, float]) -> None:
        """Tell what stands beside the words."""
        low, words = self.low, self.words
        before = low[one.first - 1] if one.first else ""
        before_that = low[one.first - 2] if one.first > 1 else ""
        after = low[one.last] if one.last < len(low) else ""
        if before in {"the", "a"} or before in PLACE_WORDS["parts"]:
            before, before_that = before_that, low[one.first - 3] if one.first > 2 else ""  # noqa: PLR2004 - one further
        values["after locative"] = float(before in PLACE_WORDS["locative"])
        values["after motion"] = float(self._after_motion(one))
        values["after and of place"] = float(before in {"and", "or", "to"} and one.first - 1 in self.ended)
        values["after comma of place"] = float(before == "," and one.first - 1 in self.ended)
        values["before comma of place"] = float(after == "," and one.last + 1 in self.begun)
        values["before what it is"] = float(after in PLACE_WORDS["divisions"] or after in PLACE_WORDS["towns"])
        values["before body"] = float(after in PLACE_WORDS["bodies"] and self._capital(one.last))
        values["after title"] = float(before.rstrip(".") in PLACE_WORDS["titles"] and self._capital(one.first - 1))
        values["after capital"] = float(one.first > 0 and self._joined(one.first - 1) and self._capital(one.first - 1))
        values["before capital"] = float(self._joined(one.last - 1) and self._capital(one.last))
        values["words"] = float(one.last - one.first)
        values["proper"] = sum(word.pos == "PROPN" for word in words[one.first : one.last]) / (one.last - one.first)
        values["begins sentence"] = float(one.first in self.begins)
        values["capitals"] = float(self.text[one.start : one.end].isupper() and one.end - one.start > 3)  # noqa: PLR2004 - longer than a code
        own = low[one.first : one.last]
        values["in a person's name elsewhere"] = float(all(each in self.persons for each in own))
        last = self.text[words[one.last - 1].start : words[one.last - 1].end]
        surname = self.surnames[last] > 0 and self.people[last] >= self.as_place[last]
        values["somebody's name here"] = float(surname and one.last - one.first == 1)
        values["small elsewhere"] = float(all(each in self.small for each in own))
        values["everyday word"] = float(values["words"] == 1 and low[one.first] in PLACE_WORDS["everyday"])
        first = self.text[one.start : one.end].split(" ", 1)[0]
        elsewhere = self.as_place[first] > (values["place"] or values["state"] or values["people"])
        values["place elsewhere"] = float(elsewhere)
        values["only in organisations"] = float(not self.as_place[first] and self.in_body[first] > 0)
        noun = one.last < len(words) and words[one.last].pos == "NOUN" and self._joined(one.last - 1)
        values["people before noun"] = float(noun)
        values["dateline"] = float(one.last < _BEGIN and after in {"-", "–", "—", "--", "("})

    def _known(self, one: Spotted, gazetteer: Gazetteer, values: dict[str, float]) -> None:
        """Tell what the gazetteer has of the name."""
        if one.found is None:
            return
        places, kinds = one.found.places, one.found.kinds.tolist()
        most = int(gazetteer.population[places].max())
        features = {gazetteer.features[each] for each in gazetteer.feature[places].tolist()}
        values["known"] = 1.0
        values["namesakes"] = math.log10(len(places)) / 2
        values["inhabitants"] = math.log10(most + 1) / _TEN_MILLION
        values["country"] = float(Feature.COUNTRY in features)
        values["first-level"] = float(Feature.ADMIN1 in features)
        values["only people"] = float(all(kind == NameKind.PEOPLE for kind in kinds))
        values["only other names"] = float(all(kind in {NameKind.ALTERNATE, NameKind.SHORT} for kind in kinds))
        short = all(kind == NameKind.ABBREVIATION for kind in kinds)
        values["abbreviation"] = float(short)
        values["abbreviation after comma"] = float(short and bool(values["after comma of place"]))

    def _capital(self, place: int) -> bool:
        """Say whether a word begins with a capital."""
        return 0 <= place < len(self.words) and self.text[self.words[place].start].isupper()

    def _joined(self, place: int) -> bool:
        """Say whether a word and the next have no more than a blank between them, and are no marks."""
        if place + 1 >= len(self.words):
            return False
        return self.words[place + 1].start - self.words[place].end <= 1 and self.low[place + 1][0].isalnum()


def _relation(mention: Mention, one: Spotted, *, exact: bool) -> str:
    """Return the feature for how a mention covers the words."""
    kind = mention.kind
    if kind in PLACES:
        if exact:
            return {MentionKind.PLACE: "place", MentionKind.STATE: "state"}.get(kind, "people")
        return "within place" if mention.start <= one.start and mention.end >= one.end else "around place"
    if kind is MentionKind.PERSON:
        return "person" if exact else "within person"
    if kind is MentionKind.ORGANISATION:
        if exact:
            return "organisation"
        return "begins organisation" if mention.start == one.start else "within organisation"
    return "document"


def features(reading: Reading, spotted: Sequence[Spotted], gazetteer: Gazetteer) -> list[list[float]]:
    """Return the values of `FEATURES` for each possible name of a reading."""
    report = _Report(reading, spotted)
    return [report.features(one, gazetteer) for one in spotted]


def recognised(reading: Reading, spotted: Sequence[Spotted], gazetteer: Gazetteer) -> list[Named]:
    """Return the names of places among the possible ones, in order; of those that overlap the surest stays."""
    weights, threshold = WEIGHTS.recognition, WEIGHTS.threshold
    report = _Report(reading, spotted)
    scored = [Named(one, _chance(weights, report.features(one, gazetteer))) for one in spotted]
    text = reading.report.text
    sure = {text[one.spotted.start : one.spotted.end] for one in scored if one.score >= SURE}
    return apart(
        one
        for one in scored
        if one.score >= threshold
        or (one.score >= threshold * AGAIN and text[one.spotted.start : one.spotted.end] in sure)
        or report.stands_for_the_state(one.spotted)
        or (one.score >= threshold * GOING and report.somebody_goes_there(one.spotted))
    )


def _chance(weights: Sequence[float], values: Sequence[float]) -> float:
    """Return the chance that a logistic model gives."""
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return 1 / (1 + math.exp(-max(-_STEEP, min(_STEEP, total))))


SURE = 0.7
"""The chance from which on a name is one wherever it stands again in the report."""
AGAIN = 0.5
"""The part of the threshold that it needs there."""
GOING = 0.3
"""The part of the threshold that it needs where somebody leaves it, or for it."""
_STEEP = 30.0
"""Where the logistic curve is flat for all that counts."""


def _rank(one: Named) -> float:
    """Return what names that overlap are ordered by."""
    return WORTH_OF_A_WORD * (one.spotted.first - one.spotted.last) - one.score


WORTH_OF_A_WORD = 0.1
"""What a word more of a name is worth, in chance."""


def apart(scored: Iterable[Named]) -> list[Named]:
    """Keep of names that overlap the surer, where a word more counts for something too: "District of Columbia"."""
    kept: list[Named] = []
    taken: set[int] = set()
    for one in sorted(scored, key=_rank):
        own = range(one.spotted.first, one.spotted.last)
        if taken.isdisjoint(own):
            kept.append(one)
            taken.update(own)
    return sorted(kept, key=lambda each: each.spotted.start)
