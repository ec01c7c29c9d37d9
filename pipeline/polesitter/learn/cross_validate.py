"""Cross-validation: every report read by a model that was taught nothing of its session.

Run as `python -m polesitter.learn.cross_validate`. Names and relations are learned anew
for each fold by the same build as the model's, which takes that many times as long.
"""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from polesitter.learn.build import build
from polesitter.learn.corpus import TRAINED_ON, GoldReport, read_gold
from polesitter.learn.evaluate import Evaluation, evaluate
from polesitter.learn.fold_corpus import copy_without, write_plain
from polesitter.learn.folds import fold_of
from polesitter.learn.framing_gold import read_framing
from polesitter.learn.markdown import fields_table, groups_table
from polesitter.learn.predictions import read_predictions
from polesitter.learn.sources import LookUp
from polesitter.run.batch import run_batch


def cross_validate(
    corpus: Path, out: Path, *, folds: int, config: Path, patterns: Path, only: str = ""
) -> Evaluation:
    """Build a model without each fold, read the fold with it, and score all readings.

    `out` is replaced; its folders `fold-0`, `fold-1` and so on keep each model and what
    it read, as polesitter extract writes it. `only`: hold out reports whose id begins
    so; the others are taught in every fold. Deterministic.
    """
    golds = taught_reports(corpus)
    fold = fold_of([gold for gold in golds if gold.id.startswith(only)], folds)
    shutil.rmtree(out, ignore_errors=True)
    for number in range(folds):
        held = [gold for gold in golds if fold.get(gold.id) == number]
        if held:
            _read_held(corpus, held, out / f"fold-{number}", config, patterns)
    return score_folds(corpus, out, [gold for gold in golds if gold.id in fold])


def taught_reports(corpus: Path) -> list[GoldReport]:
    """Return the reports that the model is taught, sorted by id within each part."""
    return list(read_gold([corpus / part for part in TRAINED_ON if (corpus / part).exists()]))


def score_folds(corpus: Path, out: Path, golds: Sequence[GoldReport]) -> Evaluation:
    """Score what cross_validate left in `out`; a report of no fold counts as not read."""
    framing = {told.report.id: told for told in read_framing(corpus)}
    return evaluate(golds, LookUp(read_predictions(out)), framing)


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
    parser.add_argument("--only", default="", help="hold out only reports whose id begins so")
    chosen = parser.parse_args(arguments)
    evaluation = cross_validate(
        chosen.corpus,
        chosen.out,
        folds=chosen.folds,
        config=chosen.config,
        patterns=chosen.patterns,
        only=chosen.only,
    )
    sys.stdout.write(f"{groups_table(evaluation)}\n{fields_table(evaluation)}")


if __name__ == "__main__":
    main()
