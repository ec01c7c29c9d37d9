"""The recipe of a model without its reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from polesitter.learn.corpus import GoldReport
from polesitter.learn.pattern_changes import Inducer
from polesitter.learn.predictions import Prediction


class Trained(Protocol):
    """What of a spaCy pipeline is needed here."""

    def to_disk(self, path: Path) -> None:
        """Write the model as a folder."""


Builder: TypeAlias = Callable[[Path, Path, Path], Trained]
"""(config, patterns, corpus) -> a trained pipeline, as learn.build.build."""

Reader: TypeAlias = Callable[[Path, Sequence[GoldReport]], dict[str, Prediction]]
"""(model, reports) -> what it reads in them by id, as learn.sources.predictions_of."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Config of the pipeline, training, induction of patterns, and reading.

    `build_twin`: builds models that are only compared, if there is a quicker way.
    """

    config: Path
    build: Builder
    induce: Inducer
    read: Reader
    build_twin: Builder | None = None
