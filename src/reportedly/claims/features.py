"""What the pair model looks at in a comparison, as numbers."""

from __future__ import annotations

from reportedly.claims.comparison import Comparison, Kinship

FEATURES = (
    "alike",
    "words",
    "names shared",
    "names differ",
    "place same",
    "place around",
    "country differs",
    "time same",
    "amount equal",
    "amount near",
    "same speaker",
)
"""The columns of the pair model. Polarity is none: who denies a claim speaks of that claim. Nor is a differing amount:
the values of a claim stand side by side. Another place and another day are none either, but rule a match out."""
_MANY = 3
"""Words of names from which on more of them tell no more."""


def features(comparison: Comparison) -> tuple[float, ...]:
    """Return a comparison as numbers, one for each of `FEATURES`, each from 0 to 1 (the cosines from -1)."""
    place, time, amount = comparison.place.kinship, comparison.time.kinship, comparison.amount.kinship
    return (
        comparison.alike or 0.0,
        comparison.words,
        min(len(comparison.shared), _MANY) / _MANY,
        float(comparison.others),
        float(place is Kinship.SAME),
        float(place is Kinship.AROUND),
        float(place is Kinship.ABROAD),
        float(time is Kinship.SAME),
        float(amount is Kinship.SAME),
        float(amount is Kinship.AROUND),
        float(comparison.same_speaker),
    )


def apart(comparison: Comparison) -> bool:
    """Say whether a place or a day tells two propositions apart, whatever else they share."""
    return Kinship.APART in {comparison.place.kinship, comparison.time.kinship}
