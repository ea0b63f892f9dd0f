"""Read reports: the stages in their order, each proposing, the pipeline applying."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from reportedly.errors import UsageError
from reportedly.reading.stage import Proposal
from reportedly.values import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reportedly.reading.stage import Stage
    from reportedly.values import Report

_PROPOSED = tuple(field.name for field in dataclasses.fields(Proposal) if field.name != "warnings")


class Pipeline:
    """Stages in an order in which each finds what it needs. It keeps no state between reports."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        """Check the order of the stages; UsageError names the one that comes too early, or a name used twice."""
        ready = {"text"}
        names: set[str] = set()
        for stage in stages:
            missing = sorted(stage.needs - ready)
            if missing:
                msg = f"the stage {stage.name!r} needs {', '.join(missing)}, which no stage before it gives"
                raise UsageError(msg)
            if stage.name in names:
                msg = f"two stages are named {stage.name!r}"
                raise UsageError(msg)
            names.add(stage.name)
            ready |= stage.gives
        self.stages = tuple(stages)

    def read(self, report: Report) -> Reading:
        """Return what is read in a report. Any text is read without an error, also an empty one."""
        reading = Reading(report)
        for stage in self.stages:
            reading = _apply(reading, stage(reading))
        return reading

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """Yield the reading of each report, in order, as the reports come. Each is the same as if read alone."""
        for report in reports:
            yield self.read(report)


def _apply(reading: Reading, proposal: Proposal) -> Reading:
    """Put what a stage proposed into a new reading."""
    proposed = {name: value for name in _PROPOSED if (value := getattr(proposal, name)) is not None}
    return dataclasses.replace(reading, **proposed, warnings=reading.warnings + proposal.warnings)


def default_pipeline(min_confidence: float | None = None) -> Pipeline:
    """Return the pipeline with the packaged model.

    Statements of less than `min_confidence` (0 to 1) are left out; without it the model's own threshold holds.
    Raises BundleError where the model is damaged.
    """
    # Opening the model and the lexicons is heavy; only readers pay.
    from reportedly.engine import Engine, packaged  # noqa: PLC0415
    from reportedly.gazetteer import packaged as packaged_gazetteer  # noqa: PLC0415
    from reportedly.reading.answers import Answers  # noqa: PLC0415
    from reportedly.reading.attribution import Attribution  # noqa: PLC0415
    from reportedly.reading.backing import Backings  # noqa: PLC0415
    from reportedly.reading.certainty import Certainties  # noqa: PLC0415
    from reportedly.reading.chain import Chains  # noqa: PLC0415
    from reportedly.reading.citing import Citing  # noqa: PLC0415
    from reportedly.reading.entities import Entities  # noqa: PLC0415
    from reportedly.reading.evidence import Evidence  # noqa: PLC0415
    from reportedly.reading.factuality import Factuality  # noqa: PLC0415
    from reportedly.reading.headline import Headlines  # noqa: PLC0415
    from reportedly.reading.hedges import Hedges  # noqa: PLC0415
    from reportedly.reading.nested import Nested  # noqa: PLC0415
    from reportedly.reading.orientation import Orientations  # noqa: PLC0415
    from reportedly.reading.places import Places  # noqa: PLC0415
    from reportedly.reading.quantities import Quantities  # noqa: PLC0415
    from reportedly.reading.responses import Responses  # noqa: PLC0415
    from reportedly.reading.speakers import Speakers  # noqa: PLC0415
    from reportedly.reading.stance import Stances  # noqa: PLC0415
    from reportedly.reading.threshold import Threshold  # noqa: PLC0415
    from reportedly.reading.times import Times  # noqa: PLC0415
    from reportedly.reading.voice import Voices  # noqa: PLC0415
    from reportedly.reading.wires import Wires  # noqa: PLC0415
    from reportedly.reading.words import Words  # noqa: PLC0415

    engine = Engine(packaged())
    return Pipeline(
        [
            Attribution(engine, min_confidence),
            Words(engine),
            Entities(engine),
            Citing(),
            Responses(),
            Hedges(),
            Nested(),
            *(() if min_confidence is None else (Threshold(min_confidence),)),
            Speakers(),
            Chains(),
            Wires(),
            Stances(),
            Certainties(),
            Orientations(),
            Answers(),
            Evidence(),
            Backings(),
            Factuality(engine),
            Places(packaged_gazetteer()),
            Times(),
            Quantities(),
            Voices(),
            Headlines(),
        ]
    )
