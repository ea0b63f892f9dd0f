"""Score whether responses are attached to the claims that they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.retold import shared
from evals.share import Scored, Share
from evals.truth import ANSWERS, Answer
from reportedly.values import Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals import truth
    from evals.retold import Found
    from evals.share import Row
    from reportedly.claims.claim import Claim, Response
    from reportedly.values import Span

_DOES = {
    Stance.CONFIRMS: Answer.CONFIRMS,
    Stance.DENIES: Answer.DENIES,
    Stance.DISPUTES: Answer.DENIES,
    Stance.RETRACTS: Answer.WITHDRAWS,
    Stance.CORRECTS: Answer.WITHDRAWS,
    **{stance: Answer.UNANSWERED for stance in Stance if stance.unanswered},
}
_NARROWER = "narrower"


def answering(found: Found) -> Scored:
    """Return the responses that are attached, what they are taken to do, and the attached ones that are right.

    `responses found` are the true responses for which a response with some of their words is attached to any claim,
    `responses to a piece` those for which one is attached to a claim with a mention of the one that they answer, and
    `responses attached` those for which one is attached to the claim that stands for the one that they answer. With
    `responses stance` one of the last does the same (confirms; denies or disputes; leaves unanswered; withdraws or
    corrects), with `responses scope` one covers as much, the whole or something narrower. `responses right` are, of the
    responses attached to claims with a mention, those with words of a true response to that claim, or of a mention
    that confirms it, denies it or takes it back. `responses elsewhere` are, of all that are attached, those attached to
    claims without a mention; nothing tells whether they are right.
    """
    anywhere = piece = attached = stance = scope = 0
    rows: list[Row] = []
    responses, mentioned = found.retold.dossier.truth.responses, found.mentioned
    for true in responses:
        claim = found.standing_for[true.answers]
        place = found.retold.dossier.place(true.report, true.words)
        fitting = _with_words(found, claim.responses, true.report, place) if claim is not None else []
        taken = [claim for claim in found.retold.claims if _with_words(found, claim.responses, true.report, place)]
        anywhere += bool(taken)
        piece += any(true.answers in mentioned.get(claim.id, ()) for claim in taken)
        acts = any(_DOES.get(each.stance) is ANSWERS[true.stance] for each in fitting)
        covers = any(each.narrower == (true.scope == _NARROWER) for each in fitting)
        attached, stance, scope = attached + bool(fitting), stance + acts, scope + covers
        if not (fitting and acts and covers):
            rows.append(_missed(found, true, taken, fitting))
    right, wrong, elsewhere = 0, [], 0
    for claim in found.retold.claims:
        known = mentioned.get(claim.id)
        for each in claim.responses:
            if known is None:
                elsewhere += 1
            elif _is_right(found, each, known):
                right += 1
            else:
                wrong.append(_row(found, "response not in the truth", claims=sorted(known), **_shown(found, each)))
    count = len(responses)
    shares = {
        "responses found": Share(anywhere, count),
        "responses to a piece": Share(piece, count),
        "responses attached": Share(attached, count),
        "responses stance": Share(stance, count),
        "responses scope": Share(scope, count),
        "responses right": Share(right, right + len(wrong)),
        "responses elsewhere": Share(elsewhere, right + len(wrong) + elsewhere),
    }
    return Scored(shares, (*rows, *wrong))


def _with_words(found: Found, responses: Sequence[Response], report: str, place: Span) -> list[Response]:
    """Return the responses of a report that have words of a place."""
    names = found.retold.names
    return [each for each in responses if names[each.report] == report and shared(each.words.spans, place)]


def _is_right(found: Found, response: Response, known: set[str]) -> bool:
    """Say whether a response has words of one to a claim that is known to be the one it is attached to."""
    dossier = found.retold.dossier
    places = [(each.report, each.words) for each in dossier.truth.responses if each.answers in known]
    places += [
        (each.report, each.words) for each in found.placed if each.claims & known and each.stances & ANSWERS.keys()
    ]
    return any(_with_words(found, [response], report, dossier.place(report, words)) for report, words in places)


def _missed(found: Found, true: truth.Response, taken: Sequence[Claim], fitting: Sequence[Response]) -> Row:
    """Return the row of a response that is not attached, or not taken for what it is."""
    elsewhere = [
        {"claim": claim.id, "true": sorted(found.mentioned.get(claim.id, ())), "text": claim.clearest.proposition.text}
        for claim in taken
    ]
    claim = found.standing_for[true.answers]
    return _row(
        found,
        "response",
        report=true.report,
        words=true.words,
        true=[true.stance, true.scope, true.answers],
        claim=claim and claim.clearest.proposition.text,
        got=[_shown(found, each) for each in fitting],
        attached_to=elsewhere,
    )


def _shown(found: Found, response: Response) -> Row:
    """Return a response as it is written down."""
    return {
        "report": found.retold.names[response.report],
        "words": response.words.text,
        "stance": response.stance,
        "narrower": response.narrower,
        "name": response.name,
        "reasons": response.reasons,
    }


def _row(found: Found, what: str, **values: object) -> Row:
    """Return a row of differences."""
    return {"dossier": found.retold.dossier.name, "what": what, **values}
