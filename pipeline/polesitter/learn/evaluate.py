"""Predictions against annotated reports, stage by stage, from mentions to rows."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold_report
from polesitter.learn.framing_gold import FACTS, FramingGold
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.bcubed import ReferenceTally, found_clusters, gold_clusters
from polesitter.learn.scoring.bootstrap import Counts
from polesitter.learn.scoring.calibration import ScoredCell, scored_cells, scored_rows
from polesitter.learn.scoring.causes import LostCell, lost_cells
from polesitter.learn.scoring.cells import cells_of, counts_of
from polesitter.learn.scoring.facts_score import score_facts
from polesitter.learn.scoring.framing_score import FramingTally
from polesitter.learn.scoring.mention_score import MentionTally
from polesitter.learn.scoring.relation_score import RelationTally
from polesitter.learn.scoring.score import Difference, Tally, score_report
from polesitter.learn.scoring.session_score import SESSION_FIELDS, Hits, score_session


def _session_hits() -> dict[str, Hits]:
    return {name: Hits() for name in SESSION_FIELDS}


def _fact_hits() -> dict[str, Hits]:
    return {name: Hits() for name in FACTS}


@dataclass(slots=True)
class Evaluation:
    """The scores over some reports; `groups` by the series group of their ids.

    `counts`: right, wrong and missed cells by report id. `lost`: every cell that is
    not right, with its cause. `scored`, `scored_rows`: the cells found with their scores,
    the rows found with their confidence.
    """

    whole: Tally = field(default_factory=Tally)
    groups: dict[str, Tally] = field(default_factory=dict)
    session: dict[str, Hits] = field(default_factory=_session_hits)
    mentions: MentionTally = field(default_factory=MentionTally)
    references: ReferenceTally = field(default_factory=ReferenceTally)
    relations: RelationTally = field(default_factory=RelationTally)
    framing: FramingTally = field(default_factory=FramingTally)
    facts: dict[str, Hits] = field(default_factory=_fact_hits)
    counts: dict[str, Counts] = field(default_factory=dict)
    scored: list[ScoredCell] = field(default_factory=list)
    scored_rows: list[ScoredCell] = field(default_factory=list)
    lost: list[LostCell] = field(default_factory=list)
    differences: dict[str, list[Difference]] = field(default_factory=dict)
    found: dict[str, Prediction] = field(default_factory=dict)


def evaluate(
    golds: Iterable[GoldReport],
    predict: Callable[[GoldReport], Prediction],
    framing: Mapping[str, FramingGold] | None = None,
) -> Evaluation:
    """Score `predict` on annotated reports; each stage where both sides have it.

    `framing`: by report id, for those that have one.
    """
    evaluation = Evaluation()
    for gold in golds:
        found = predict(gold)
        told = (framing or {}).get(gold.id)
        _add_rows(evaluation, gold, found)
        _add_cells(evaluation, gold, found, told)
        if gold.marks:
            _add_stages(evaluation, gold, found)
        if told is not None:
            _add_framing(evaluation, told, found)
        evaluation.found[gold.id] = found
    return evaluation


def _add_rows(evaluation: Evaluation, gold: GoldReport, found: Prediction) -> None:
    differences = score_report(gold.records, found.rows, evaluation.whole)
    score_report(gold.records, found.rows, evaluation.groups.setdefault(gold.group, Tally()))
    score_session(gold.session, found.session or {}, evaluation.session)
    if differences:
        evaluation.differences[gold.id] = differences


def _add_cells(
    evaluation: Evaluation, gold: GoldReport, found: Prediction, framing: FramingGold | None
) -> None:
    cells = cells_of(gold.records, found.rows)
    number = len(evaluation.counts)
    evaluation.scored += scored_cells(number, cells, found.evidence)
    evaluation.scored_rows += scored_rows(number, cells, found.confidences)
    evaluation.counts[gold.id] = counts_of(cells)
    evaluation.lost += lost_cells(gold, found, cells, framing)


def _add_stages(evaluation: Evaluation, gold: GoldReport, found: Prediction) -> None:
    if found.mentions is None or found.spans is None:
        return
    evaluation.mentions.add([(one.start, one.end, one.label) for one in gold.marks], found.spans)
    evaluation.references.add(gold_clusters(gold.marks), found_clusters(found.mentions))
    if found.relations is not None:
        evaluation.relations.add(gold.records, found.mentions, found.relations)


def _add_framing(evaluation: Evaluation, framing: FramingGold, found: Prediction) -> None:
    if found.facts is not None:
        score_facts(framing.facts, found.facts, evaluation.facts)
    if found.mentions is not None:
        evaluation.framing.add(framing.framings, found.mentions)


def read_answers(folder: Path, *, only: str = "", every: int = 0) -> list[GoldReport]:
    """Return the annotated reports of a folder, sorted by id.

    `only`: ids that begin so; `every`: ids whose number it divides. A record without
    marked text beside it has an empty text and no marks. Raises PolesitterError where
    there is no record (E707) or one cannot be read (E602).
    """
    answers = [_read(path) for path in sorted(folder.glob(f"{only}*.json")) if _wanted(path, every)]
    if not answers:
        raise PolesitterError(Errors.E707.format(path=folder))
    return answers


def _read(path: Path) -> GoldReport:
    if path.with_suffix(".txt").exists():
        return read_gold_report(path)
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return GoldReport(path.stem, "", (), record["session"], tuple(record["records"]))
    except (ValueError, KeyError, TypeError) as error:
        raise PolesitterError(Errors.E602.format(path=path, error=error)) from error


def _wanted(path: Path, every: int) -> bool:
    if not every:
        return True
    number = re.search(r"\d+$", path.stem)
    return number is not None and int(number.group()) % every == 0
