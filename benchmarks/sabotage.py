"""Retrain on twenty spoilt corpora: each must be refused or do no harm. --jobs at a time.

The reports that are spoilt are first taken out of the corpus, and a model is built from the
rest; so each sabotage is of reports that the model would else have learned something from.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))  # Each worker starts from this file alone.

from many_models import drawn, options_for, silent
from project_copy import build_in, copy_project, folders_in
from sabotages import SABOTAGES

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.retrain.outcome import RetrainOutcome
from polesitter.learn.retrain.recipe import project_workshop
from polesitter.learn.retrain.retrain import Wishes, retrain

SPOILT = 40
"""Reports that are taken out and spoilt."""

PARTS = ("train", "own")
"""Parts of the corpus that they are taken from."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of a sabotage. `low`, `high`: of the change of cell F1 on dev."""

    name: str
    verdict: str
    taken: int
    refused: int
    cause: str
    before: float
    after: float
    low: float
    high: float

    @property
    def named(self) -> str:
        """The name in words."""
        return self.name.replace("_", " ")

    @property
    def harmed(self) -> bool:
        """Whether a model is in use that is worse on dev beyond noise."""
        return self.verdict == "promoted" and self.high < 0


def main() -> None:
    """Try them all, print a table and the causes, and leave with 1 where one did harm."""
    parser = options_for("Retrain on spoilt corpora.", "sabotage")
    parser.add_argument("--spoilt", type=int, default=SPOILT, help="reports that are spoilt")
    parser.add_argument("--only", nargs="+", choices=[one.__name__ for one in SABOTAGES])
    options = parser.parse_args()
    chosen = [one.__name__ for one in SABOTAGES if one.__name__ in (options.only or one.__name__)]
    start(options.root, options.out, options.spoilt)
    attempt = partial(try_one, root=options.root, out=options.out, number=options.spoilt)
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        trials = list(pool.map(attempt, chosen))
    (options.out / "trials.json").write_text(json.dumps([asdict(one) for one in trials], indent=1))
    print(table(trials))
    print("\n".join(f"{one.named}: {one.cause}" for one in trials if one.cause))
    sys.exit(1 if any(trial.harmed for trial in trials) else 0)


def start(root: Path, out: Path, number: int) -> None:
    """Build the model of the corpus without the reports to be spoilt, and its twin."""
    shutil.rmtree(out, ignore_errors=True)
    spoilt = {gold.id for gold in to_spoil(root, number)}
    folders = copy_project(root, spoilt, out / "start")
    build_in(folders, induce=False)
    workshop = project_workshop(folders.models)
    # A first dry run with nothing new leaves the twin, which then serves all trials.
    retrain([folders.corpus / "dev"], folders, workshop, silent, Wishes(dry_run=True))


def try_one(name: str, root: Path, out: Path, number: int) -> Trial:
    """Spoil the reports in one way and retrain on them, from the start."""
    folders = folders_in(out / name)
    shutil.copytree(out / "start", out / name)
    golds = to_spoil(root, number)
    sabotage = next(one for one in SABOTAGES if one.__name__ == name)
    sabotage(golds, Random(name), out / name / "new")
    outcome = retrain(
        [out / name / "new"],
        folders,
        project_workshop(folders.models),
        silent,
        Wishes(dry_run=True),
    )
    shutil.rmtree(out / name)
    return trial_of(name, outcome)


def trial_of(name: str, outcome: RetrainOutcome) -> Trial:
    """Return what became of a sabotage: its first cause, and how dev fared."""
    intake, gate = outcome.intake, outcome.gate
    causes = [*(gate.causes if gate else ()), *intake.suspicions]
    causes += [one.reason for one in intake.refused]
    dev = next((one for one in gate.standings if one.name == "dev"), None) if gate else None
    return Trial(
        name,
        outcome.verdict,
        len(intake.taken),
        len(intake.refused),
        causes[0] if causes else "",
        dev.f1_before if dev else 0.0,
        dev.f1_after if dev else 0.0,
        dev.difference.low if dev else 0.0,
        dev.difference.high if dev else 0.0,
    )


def to_spoil(root: Path, number: int) -> list[GoldReport]:
    """Return the reports to be spoilt, drawn by their ids alone."""
    return drawn(read_gold([root / "corpus" / part for part in PARTS]), "spoilt ")[:number]


def table(trials: Sequence[Trial]) -> str:
    """Return the trials as the table of docs/retrain.md; no change where no gate compared."""
    lines = ["| spoilt | verdict | taken in | change |", "|---|---|---:|---|"]
    for one in trials:
        verdict = f"**{one.verdict}, harmed**" if one.harmed else one.verdict
        taken = f"{one.taken} of {one.taken + one.refused}"
        change = f"{one.low:+.3f} to {one.high:+.3f}" if one.before else ""
        lines.append(f"| {one.named} | {verdict} | {taken} | {change} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
