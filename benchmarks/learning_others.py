"""What learning a group of series does to all others: `python benchmarks/learning_others.py`.

The others have some thirty reports in corpus/test, too few for half a point to show. So the
same is measured by cross-validation over `corpus/train` and `corpus/dev`: a fold of these
is held out, a model is built from the rest without the group, another from the rest with
the group's reports for training and what they teach patterns/, and both read the fold.
Nothing is read that either model was taught. The gate is left out: it may only refuse.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # Each worker starts from this file alone.

from learning_steps import GROUPS, list_invented, reports_to_give, together
from many_models import options_for
from project_copy import build_in, copy_project
from without_group import make_project_without

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.exchange.folder import write_folder
from polesitter.learn.folds import fold_of
from polesitter.learn.retrain.known_reports import NEW_PART
from polesitter.learn.retrain.retrain import Folders
from polesitter.learn.scoring.bootstrap import Counts, Interval, f1_interval, paired_difference
from polesitter.learn.scoring.cells import cells_of, counts_of
from polesitter.learn.sources import predictions_of
from polesitter.run.model import NAME

FOLDS = 4
HELD = ("train", "dev")
"""Parts of the corpus that are held out in turn."""


@dataclass(frozen=True, slots=True)
class Change:
    """Right, wrong and missed cells by report of the other groups, before and after."""

    group: str
    before: dict[str, Counts]
    after: dict[str, Counts]


def main() -> None:
    """Learn each group without each fold, and print the table."""
    told = "Measure what learning a group does to others."
    options = options_for(told, "learning-others", jobs=2).parse_args()
    tasks = [(group, fold) for fold in range(FOLDS) for group in GROUPS]
    with Pool(options.jobs) as pool:
        changes = pool.starmap(partial(change_in, options.root, options.out), tasks, chunksize=1)
    print("\n".join(table(changes)))


def change_in(root: Path, out: Path, group: str, fold: int) -> Change:
    """Return what the other groups' reports of a fold gain; kept in `out` for the next time."""
    done = out / f"{group}-{fold}.json"
    if not done.is_file():
        place = out / f"{group}-{fold}"
        shutil.rmtree(place, ignore_errors=True)
        before, after = _learn(root, place, group, fold)
        done.write_text(json.dumps({"before": before, "after": after}), encoding="utf-8")
        shutil.rmtree(place)
    told = json.loads(done.read_text(encoding="utf-8"))
    before, after = (
        {id: (right, wrong, missed) for id, (right, wrong, missed) in told[name].items()}
        for name in ("before", "after")
    )
    return Change(group, before, after)


def table(changes: Sequence[Change]) -> list[str]:
    """Return a row for each group, and one for all of them together; Markdown."""
    rows = [_row(group, [one for one in changes if one.group == group]) for group in GROUPS]
    return [
        "| without | reports | at the start | with all | difference |",
        "|---|---:|---:|---:|---:|",
        *rows,
        _row("together", changes),
    ]


def _learn(
    root: Path, place: Path, group: str, fold: int
) -> tuple[dict[str, Counts], dict[str, Counts]]:
    golds = list(read_gold(root / "corpus" / part for part in HELD))
    folds = fold_of(golds, FOLDS)
    held = {gold.id for gold in golds if folds[gold.id] == fold}
    rest = place / "rest"
    copy_project(root, held, rest)
    folders = make_project_without(group, rest, place / "project")
    others = [gold for gold in golds if gold.id in held and gold.group != group]
    before = _read(folders, others)
    given = reports_to_give(group, rest)
    list_invented(given, rest, folders.corpus)
    write_folder(given, folders.corpus / NEW_PART)
    # As retraining does where the gate is open.
    build_in(folders, induce=True, only_compared=True)
    return before, _read(folders, others)


def _read(folders: Folders, golds: Sequence[GoldReport]) -> dict[str, Counts]:
    found = predictions_of(folders.models / NAME, golds)
    return {gold.id: counts_of(cells_of(gold.records, found[gold.id].rows)) for gold in golds}


def _row(name: str, changes: Sequence[Change]) -> str:
    before = together([change.before for change in changes])
    after = together([change.after for change in changes])
    old, new = list(before.values()), [after[id] for id in before]
    scores = f"{f1_interval(old).value:.3f} | {f1_interval(new).value:.3f}"
    return f"| {name} | {len(before)} | {scores} | {_told(paired_difference(old, new))} |"


def _told(found: Interval) -> str:
    return f"{found.value:+.3f} ({found.low:+.3f} to {found.high:+.3f})"


if __name__ == "__main__":
    main()
