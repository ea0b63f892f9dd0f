"""Read a report: a pipeline of stages, one file for each thing that is read."""

from reportedly.reading.pipeline import Pipeline, default_pipeline
from reportedly.reading.stage import Proposal, Stage

__all__ = ["Pipeline", "Proposal", "Stage", "default_pipeline"]
