"""How this project makes a model, put together for retraining."""

from functools import partial
from pathlib import Path

from polesitter.learn.build import build
from polesitter.learn.induction import induce
from polesitter.learn.retrain.workshop import Workshop
from polesitter.learn.sources import predictions_of

CONFIG = "config.cfg"
"""The config of the pipeline, in the folder of models."""


def project_workshop(models: Path) -> Workshop:
    """Return what `retrain` builds with: models/config.cfg, and what `make model` runs.

    Models that are only compared by their cells need no fitted scores.
    """
    twin = partial(build, calibrated=False)
    return Workshop(models / CONFIG, build, induce, predictions_of, twin)
