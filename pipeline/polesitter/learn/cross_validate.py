"""Cross-validation: every report read by a model that was taught nothing of its session.

Run as `python -m polesitter.learn.cross_validate`. Names and relations are learned anew
for each fold by the same build as the model's, which takes that many times as long, or a
share of it with several jobs. Reports that were modelled on one another share a fold.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from polesitter.learn.build import build
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.evaluate import Evaluation, evaluate
from polesitter.learn.fold_corpus import copy_without, write_plain
from polesitter.learn.folds import fold_of
from polesitter.learn.framing_gold import framing_of
from polesitter.learn.markdown import fields_table, groups_table
from polesitter.learn.predictions import read_predictions
from polesitter.learn.retrain.side_by_side import builders
from polesitter.learn.siblings import models_of
from polesitter.learn.sources import LookUp
from polesitter.learn.taught_parts import taught_parts
from polesitter.run.batch import run_batch


def cross_validate(
    corpus: Path,
    out: Path,
    *,
    folds: int,
    config: Path,
    patterns: Path,
    only: str = "",
    jobs: int = 1,
) -> Evaluation:
    """Build a model without each fold, read the fold with it, and score all readings.

    `out` is replaced; its folders `fold-0`, `fold-1` and so on keep each model and what
    it read, as polesitter extract writes it. `only`: hold out reports whose id begins
    so; the others are taught in every fold. `jobs`: how many folds are built side by side, with
    5 GB of memory each for the whole corpus. Deterministic.
    """
    golds = [gold for gold in taught_reports(corpus) if gold.id.startswith(only)]
    fold = fold_of(golds, folds, models_of(taught_parts(corpus)))
    framing = framing_of(golds, corpus)  # First: what is broken is told of before hours of work.
    shutil.rmtree(out, ignore_errors=True)
    parts = {number: [g for g in golds if fold[g.id] == number] for number in range(folds)}
    with builders(min(jobs, folds)) as crew:
        under_way = [
            crew.submit(_read_held, corpus, held, out / f"fold-{number}", config, patterns)
            for number, held in parts.items()
            if held
        ]
        for one in under_way:
            one.result()
    return evaluate(golds, LookUp(read_predictions(out)), framing)


def taught_reports(corpus: Path) -> list[GoldReport]:
    """Return the reports that the model is taught, sorted by id within each part."""
    return list(read_gold(taught_parts(corpus)))


def _read_held(
    corpus: Path, held: Sequence[GoldReport], place: Path, config: Path, patterns: Path
) -> None:
    copy_without(corpus, {gold.id for gold in held}, place / "corpus")
    build(config, patterns, place / "corpus").to_disk(place / "model")
    shutil.rmtree(place / "corpus")
    write_plain(held, place / "reports")
    run_batch([place / "reports"], place / "read", model=place / "model")


def main(arguments: Sequence[str] | None = None) -> None:
    """Cross-validate, and write the figures by series group and field."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--config", type=Path, default=Path("models/config.cfg"))
    parser.add_argument("--patterns", type=Path, default=Path("patterns"))
    parser.add_argument("--out", type=Path, default=Path("out/cross-validation"))
    parser.add_argument("--jobs", type=int, default=1, help="folds built side by side")
    parser.add_argument("--only", default="", help="hold out only reports whose id begins so")
    chosen = parser.parse_args(arguments)
    evaluation = cross_validate(
        chosen.corpus,
        chosen.out,
        folds=chosen.folds,
        config=chosen.config,
        patterns=chosen.patterns,
        only=chosen.only,
        jobs=chosen.jobs,
    )
    sys.stdout.write(f"{groups_table(evaluation)}\n{fields_table(evaluation)}")


if __name__ == "__main__":
    main()
