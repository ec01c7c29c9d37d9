"""Several models built at once, each in a process of its own that ends with this one."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from polesitter.learn.fold_corpus import copy_without
from polesitter.learn.retrain.fingerprint import taught_parts
from polesitter.learn.retrain.learnt_lines import copy_by_hand, write_changes
from polesitter.learn.retrain.workshop import Workshop
from polesitter.run.processes import begin_worker, one_thread_each


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


def build_all(workshop: Workshop, orders: Sequence[Order], jobs: int) -> None:
    """Build models, as many as `jobs` at a time; with one job in this process."""
    if jobs == 1 or len(orders) == 1:
        for order in orders:
            build_one(workshop, order)
        return
    workers, context = min(jobs, len(orders)), get_context("spawn")
    with (
        one_thread_each(),
        ProcessPoolExecutor(workers, mp_context=context, initializer=begin_worker) as pool,
    ):
        # list() also raises what went wrong in a worker.
        list(pool.map(build_one, [workshop] * len(orders), orders))


def build_one(workshop: Workshop, order: Order) -> None:
    """Build one model."""
    corpus, patterns = order.corpus, order.patterns
    order.place.mkdir(parents=True)
    if order.held:
        corpus = order.place / "corpus"
        copy_without(order.corpus, order.held, corpus)
    if order.learns_patterns:
        patterns = order.place / "patterns"
        copy_by_hand(order.patterns, patterns)
        write_changes(patterns, workshop.induce(taught_parts(corpus), patterns))
    build = (order.twin and workshop.build_twin) or workshop.build
    build(workshop.config, patterns, corpus).to_disk(order.model)
