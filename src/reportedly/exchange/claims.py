"""A claim in the JSON of docs/reference/claims.md, which is a contract: keys are added, never renamed or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportedly.exchange.edges import edge_of, reference
from reportedly.exchange.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportedly.claims.claim import Claim, Drift, Grade, Member, Origins, Response, Standing, Story, Value
    from reportedly.values import Certainty, Passage, Speaker

Plain = dict[str, Any]


def encode_claim(story: Story, claim: Claim) -> Plain:
    """Return a claim as plain values, in the order and with the keys of the contract."""
    return Encoder(story).claim(claim)


def encode_values(story: Story, claim: Claim) -> Iterator[Plain]:
    """Yield the values of a claim in their order, each with the id of the claim."""
    encoder = Encoder(story)
    for value in claim.values:
        yield {"claim": claim.id, **encoder.value(value)}


def encode_grade(grade: Grade) -> Plain:
    """Return a proposed grade with its reasons."""
    return {
        "letter": grade.letter,
        "digit": grade.digit,
        "letter_reasons": list(grade.letter_reasons),
        "digit_reasons": list(grade.digit_reasons),
        "would_change": list(grade.would_change),
    }


class Encoder:
    """Makes plain values of the claims of one story."""

    def __init__(self, story: Story) -> None:
        """Take the story."""
        self._register = Register(story)

    def claim(self, claim: Claim) -> Plain:
        """Return a claim with all that follows from its statements."""
        return {
            "id": claim.id,
            "wording": claim.clearest.proposition.text,
            "clearest": claim.clearest.proposition.id,
            "about": claim.about,
            "status": claim.standing.status.value,
            "counts": {"reports": len(claim.reports), "publishers": len(claim.publishers)},
            "origins": self._origins(claim.origins),
            "grade": encode_grade(claim.grade),
            "first_seen": claim.first_seen,
            "last_change": claim.last_change,
            "story": self._register.story.id,
            "statements": [self._statement(member) for member in claim.members],
            "responses": [self._response(response) for response in claim.responses],
            "standing": _standing(claim.standing, claim.responses),
            "edges": [edge_of(self._register, edge) for edge in claim.edges],
            "cycles": [self._references(cycle) for cycle in claim.origins.cycles],
            "values": [self.value(value) for value in claim.values],
            "drift": [self._drift(claim, drift) for drift in claim.drifts],
            "why": list(dict.fromkeys((*claim.origins.reasons, *claim.standing.reasons))),
        }

    def value(self, value: Value) -> Plain:
        """Return how many it is said to be, in one report."""
        return {
            "words": value.words.text,
            "content": value.words.pairs,
            "words_in": self._register.words_in(value.report, value.words),
            "low": value.low,
            "high": value.high,
            "bound": value.bound.value,
            "unit": value.unit,
            "counted": value.counted,
            "statement": value.proposition,
            "report": self._report(value.report),
            "known_from": value.known_from,
        }

    def _statement(self, member: Member) -> Plain:
        """Return a place in a report that says the claim or denies it."""
        said = member.proposition
        found = self._register.statement(said.report, said.statement)
        return {
            "id": said.id,
            "statement": said.statement,
            "report": self._report(said.report),
            "content": said.words.pairs,
            "words": said.text,
            "words_in": self._register.words_in(said.report, said.words),
            "headline": said.headline,
            "stance": said.stance.value,
            "relation": member.relation.value,
            "negated": said.negated,
            "certainty": said.certainty.value,
            "hedge": found.hedge.value.value if found and found.hedge else None,
            "speaker": _speaker(found.speaker if found else None, said.speaker),
            "known_from": member.known_from,
            "reasons": list(member.reasons),
        }

    def _response(self, response: Response) -> Plain:
        """Return what somebody answers to the claim."""
        found = self._register.statement(response.report, response.statement)
        known = found.speaker if found else None
        speaker = _speaker(known, response.speaker) or {**_NOBODY, "identity": response.speaker}
        return {
            "id": response.statement,
            "report": self._report(response.report),
            "content": response.words.pairs,
            "words": response.words.text,
            "words_in": self._register.words_in(response.report, response.words),
            "stance": response.stance.value,
            "narrower": response.narrower,
            "speaker": {**speaker, "name": response.name, "named": response.named},
            "known_from": response.known_from,
            "reasons": list(response.reasons),
        }

    def _origins(self, origins: Origins) -> Plain:
        """Return how many of them know, and who."""
        return {
            "min": origins.minimum,
            "max": origins.maximum,
            "roots": [
                {
                    "id": root.id,
                    "kind": root.kind.value,
                    "name": root.name,
                    "named": root.named,
                    "reports": self._references(root.reports),
                    "statements": list(root.propositions),
                    "reasons": list(root.reasons),
                }
                for root in origins.roots
            ],
            "may_be_one": [{"roots": [first, second], "reason": reason} for first, second, reason in origins.one],
            "reasons": list(origins.reasons),
        }

    def _drift(self, claim: Claim, drift: Drift) -> Plain:
        """Return what changed on the way, with the words of both ends."""
        reports = {member.proposition.id: member.proposition.report for member in claim.members}

        def end(said: str, words: Passage, certainty: Certainty) -> Plain:
            report = reports.get(said, "")
            return {
                "statement": said,
                "report": reference(self._register, report),
                "content": words.pairs,
                "words": words.text,
                "words_in": self._register.words_in(report, words),
                "certainty": certainty.value,
            }

        return {
            "kind": drift.kind.value,
            "from": end(drift.from_, drift.before, drift.before_certainty),
            "to": end(drift.to, drift.after, drift.after_certainty),
            "reasons": list(drift.reasons),
        }

    def _report(self, report: str) -> Plain:
        """Return which report it is, and where and when it appeared."""
        entry = self._register.entry(report)
        about = entry.reading.report if entry else None
        return {
            **reference(self._register, report),
            "url": about.url if about else None,
            "published": str(about.published) if about and about.published else None,
        }

    def _references(self, reports: Sequence[str]) -> list[Plain]:
        """Return which reports they are."""
        return [reference(self._register, report) for report in reports]


def _standing(standing: Standing, responses: Sequence[Response]) -> Plain:
    """Return who confirmed, denied, did not answer or withdrew, each with the place among the responses."""
    groups = {
        "confirmed_by": standing.confirmed,
        "denied_by": standing.denied,
        "unanswered_by": standing.unanswered,
        "withdrawn_by": standing.withdrawn,
    }

    def who(response: Response) -> Plain:
        place = responses.index(response) if response in responses else None
        return {"name": response.name, "named": response.named, "narrower": response.narrower, "response": place}

    return {**{key: [who(each) for each in group] for key, group in groups.items()}, "reasons": list(standing.reasons)}


_NOBODY: Plain = dict.fromkeys(("identity", "id", "name", "kind", "named", "role", "affiliation", "country"))


def _speaker(speaker: Speaker | None, identity: str | None) -> Plain | None:
    """Return who says so, in plain words; None where the report names nobody."""
    if speaker is None:
        return None
    found = {key: getattr(speaker, key) for key in ("name", "role", "affiliation", "country")}
    values = {key: each.value if each else None for key, each in found.items()}
    return {
        **_NOBODY,
        **values,
        "identity": identity,
        "id": speaker.id,
        "kind": speaker.kind.value.value,
        "named": speaker.named,
    }
