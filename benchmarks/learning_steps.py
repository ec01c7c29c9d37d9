"""A series group learned step by step: scores on reports never given after each retraining."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from many_models import drawn, silent
from without_group import make_project_without

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.exchange.folder import write_folder
from polesitter.learn.invented import INVENTED, invented_ids
from polesitter.learn.retrain.known_reports import NEW_PART
from polesitter.learn.retrain.recipe import project_workshop
from polesitter.learn.retrain.retrain import Folders, retrain
from polesitter.learn.scoring.bootstrap import Counts
from polesitter.learn.scoring.cells import cells_of, counts_of
from polesitter.learn.sources import predictions_of
from polesitter.run.model import NAME

GROUPS = ("pilot", "sports", "stock", "indy", "formula")
STEPS = (2, 5, 10)
"""Reports of the group given so far, after each step but the last, which gives all."""

GIVEN = ("train", "own")
"""Parts of the corpus that reports of the group are given from."""
KEPT_FROM, KEEP_ONE_IN = "own", 5
"""Of this part one report in so many is kept back: read after each step, and never given."""


@dataclass(frozen=True, slots=True)
class Step:
    """Where a model stands: its counts of cells by report, of corpus/test unless told otherwise.

    `given`: reports of the group that it was retrained on; `own`, `others`: right, wrong
    and missed cells by report, of the group and of all other groups; `kept`: the same of
    the reports of the group that were kept back from corpus/own.
    """

    given: int
    verdict: str
    version: str
    own: dict[str, Counts]
    others: dict[str, Counts]
    kept: dict[str, Counts]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much to do: of each group at most so many reports are given, to learn and to read.

    `steps`: as STEPS; without any all reports are given at once.
    """

    given: int | None = None
    read: int | None = None
    steps: tuple[int, ...] = STEPS


@dataclass(frozen=True, slots=True)
class Unseen:
    """Reports that no model is given: the group's, all others', and the group's kept back."""

    own: Sequence[GoldReport]
    others: Sequence[GoldReport]
    kept: Sequence[GoldReport]


def learn_group(group: str, root: Path, place: Path, limits: Limits) -> list[Step]:
    """Start without a group, retrain on more and more of its reports, and score each model.

    A model that the gate refuses leaves the one before in use. What was done is kept in
    `place`/steps.json and read from there the next time.
    """
    done = place / "steps.json"
    if done.is_file():
        return [_step(told) for told in json.loads(done.read_text(encoding="utf-8"))]
    shutil.rmtree(place, ignore_errors=True)
    folders = make_project_without(group, root, place)
    unseen = _unseen(group, root, limits)
    steps = [_score(unseen, folders, 0, "start")]
    given = reports_to_give(group, root)[: limits.given]
    list_invented(given, root, folders.corpus)
    for number in counts_given(len(given), limits.steps):
        new = place / f"new-{number}"
        write_folder(given[:number], new)
        outcome = retrain([new], folders, project_workshop(folders.models), silent)
        steps.append(_score(unseen, folders, number, outcome.verdict))
    done.write_text(json.dumps([asdict(step) for step in steps]), encoding="utf-8")
    return steps


def counts_given(reports: int, steps: Sequence[int]) -> list[int]:
    """Return how many of so many reports are given after each step, all of them after the last."""
    return [*(count for count in steps if count < reports), reports]


def reports_to_give(group: str, root: Path) -> list[GoldReport]:
    """Return the reports of a group to learn from, in an order that only their ids decide."""
    kept = {gold.id for gold in reports_kept_back(group, root)}
    return [gold for gold in _of_group(group, root, GIVEN) if gold.id not in kept]


def reports_kept_back(group: str, root: Path) -> list[GoldReport]:
    """Return the reports of a group that no model is given; only their ids decide which."""
    drawn_first = _of_group(group, root, (KEPT_FROM,), "kept ")
    return drawn_first[: len(drawn_first) // KEEP_ONE_IN]


def _of_group(group: str, root: Path, parts: Sequence[str], salt: str = "") -> list[GoldReport]:
    folders = [root / "corpus" / part for part in parts]
    return drawn((gold for gold in read_gold(folders) if gold.group == group), salt)


def _unseen(group: str, root: Path, limits: Limits) -> Unseen:
    test = list(read_gold([root / "corpus" / "test"]))
    return Unseen(
        [gold for gold in test if gold.group == group][: limits.read],
        [gold for gold in test if gold.group != group][: limits.read],
        reports_kept_back(group, root)[: limits.read],
    )


def list_invented(given: Sequence[GoldReport], root: Path, corpus: Path) -> None:
    """Add to invented.txt of `corpus` those of the reports to be given that `root` calls so."""
    invented = invented_ids(root / "corpus" / part for part in GIVEN)
    lines = [f"{NEW_PART}/{gold.id}\n" for gold in given if gold.id in invented]
    with (corpus / INVENTED).open("a", encoding="utf-8") as file:
        file.writelines(lines)


def _score(unseen: Unseen, folders: Folders, given: int, verdict: str) -> Step:
    model = folders.models / NAME
    parts = (unseen.own, unseen.others, unseen.kept)
    found = predictions_of(model, [gold for golds in parts for gold in golds])
    counts = [
        {gold.id: counts_of(cells_of(gold.records, found[gold.id].rows)) for gold in golds}
        for golds in parts
    ]
    version = json.loads((model / "meta.json").read_text(encoding="utf-8"))["version"]
    return Step(given, verdict, version, *counts)


def together(found: Sequence[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Return the summed cells of each report: one that is read often is still one report."""
    summed: dict[str, Counts] = {}
    for counts in found:
        for id, (right, wrong, missed) in counts.items():
            known = summed.get(id, (0, 0, 0))
            summed[id] = (known[0] + right, known[1] + wrong, known[2] + missed)
    return summed


def _step(told: dict[str, object]) -> Step:
    counts = {
        name: {id: tuple(cells) for id, cells in told[name].items()}  # type: ignore[attr-defined]
        for name in ("own", "others", "kept")
    }
    return Step(**{**told, **counts})  # type: ignore[arg-type]
