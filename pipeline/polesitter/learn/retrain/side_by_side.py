"""Several models built at once, each in a process of its own that ends with this one."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
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


@contextmanager
def building(workshop: Workshop, orders: Sequence[Order], processes: int) -> Iterator[None]:
    """Build models in processes of their own while the block runs; at its end they are there.

    Without processes they are built here when the block is done.
    """
    if processes < 1:
        yield
        for order in orders:
            build_one(workshop, order)
        return
    workers, context = min(processes, len(orders)), get_context("spawn")
    with (
        one_thread_each(),
        ProcessPoolExecutor(workers, mp_context=context, initializer=begin_worker) as pool,
    ):
        begun = [pool.submit(build_one, workshop, order) for order in orders]
        try:
            yield
            for one in begun:
                one.result()  # also raises what went wrong in a worker
        finally:
            pool.shutdown(cancel_futures=True)


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
