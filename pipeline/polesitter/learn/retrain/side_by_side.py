"""Models built side by side, in processes that end with this one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

from polesitter.learn.fold_corpus import copy_without
from polesitter.learn.retrain.apart import Apart
from polesitter.learn.retrain.kept_memory import kept_memory
from polesitter.learn.retrain.learnt_lines import copy_by_hand, write_changes
from polesitter.learn.retrain.workshop import Workshop
from polesitter.learn.taught_parts import taught_parts
from polesitter.run.processes import one_thread_each

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Order:
    """A model to be built, written to `place`/model; `place` must not exist.

    `held`: reports that it is not taught. `learns_patterns`: whether patterns that were
    learned are learned anew from the others; else the patterns are taken as they stand.
    `twin`: whether the model is only compared.
    """

    corpus: Path
    patterns: Path
    place: Path
    held: frozenset[str] = frozenset()
    learns_patterns: bool = False
    twin: bool = False

    @property
    def model(self) -> Path:
        """The folder of the model."""
        return self.place / "model"


class Awaited(Protocol[R_co]):
    """What a function was asked for; a Future is one."""

    def result(self) -> R_co:
        """Return what the function returns, or raise what it raises."""


class Builders(Protocol):
    """Who does the work, what was given out first first."""

    def submit(self, function: Callable[P, R], /, *args: P.args, **more: P.kwargs) -> Awaited[R]:
        """Give out a piece of work."""


class Asked(Generic[R]):
    """A piece of work that is done here, as soon as its result is wanted."""

    def __init__(self, function: Callable[..., R], args: Any, more: Any) -> None:
        self.work = function, args, more

    @cached_property
    def _done(self) -> R:
        function, args, more = self.work
        return function(*args, **more)

    def result(self) -> R:
        """Do the work unless it is done."""
        return self._done


class Here:
    """Does all work in this process."""

    def submit(self, function: Callable[P, R], /, *args: P.args, **more: P.kwargs) -> Asked[R]:
        """Take note of a piece of work."""
        return Asked(function, args, more)


@contextmanager
def builders(jobs: int) -> Iterator[Builders]:
    """Give work to so many processes; one job is done in this process.

    At the end of the block nothing is under way any more, whatever ended it: what was not
    begun is dropped, and what was is stopped.
    """
    if jobs < 2:
        yield Here()
        return
    with one_thread_each(), kept_memory(), Apart(jobs) as crew:
        yield crew


def prepare(workshop: Workshop, order: Order) -> Order:
    """Write out what a model is taught, and return the order for what is left to do."""
    corpus, patterns = order.corpus, order.patterns
    order.place.mkdir(parents=True)
    if order.held:
        corpus = order.place / "corpus"
        copy_without(order.corpus, order.held, corpus)
    if order.learns_patterns:
        patterns = order.place / "patterns"
        copy_by_hand(order.patterns, patterns)
        write_changes(patterns, workshop.induce(taught_parts(corpus), patterns))
    return Order(corpus, patterns, order.place, twin=order.twin)


def build(workshop: Workshop, order: Order) -> None:
    """Build a model that was prepared."""
    train = (order.twin and workshop.build_twin) or workshop.build
    train(workshop.config, order.patterns, order.corpus).to_disk(order.model)


def build_one(workshop: Workshop, order: Order) -> None:
    """Build one model."""
    build(workshop, prepare(workshop, order))
