"""Predictions against annotated reports: rows, cells, sessions, mentions."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold_report
from polesitter.learn.mention_score import MentionTally
from polesitter.learn.predictions import Prediction
from polesitter.learn.score import Difference, Tally, score_report
from polesitter.learn.session_score import SESSION_FIELDS, Hits, score_session


def _no_hits() -> dict[str, Hits]:
    return {name: Hits() for name in SESSION_FIELDS}


@dataclass(slots=True)
class Evaluation:
    """The scores over some reports; `groups` by the series group of their ids."""

    whole: Tally = field(default_factory=Tally)
    groups: dict[str, Tally] = field(default_factory=dict)
    session: dict[str, Hits] = field(default_factory=_no_hits)
    mentions: MentionTally = field(default_factory=MentionTally)
    differences: dict[str, list[Difference]] = field(default_factory=dict)


def evaluate(
    golds: Iterable[GoldReport], predict: Callable[[GoldReport], Prediction]
) -> Evaluation:
    """Score `predict` on annotated reports; mentions where both sides have them."""
    evaluation = Evaluation()
    for gold in golds:
        found = predict(gold)
        differences = score_report(gold.records, found.rows, evaluation.whole)
        score_report(gold.records, found.rows, evaluation.groups.setdefault(gold.group, Tally()))
        score_session(gold.session, found.session or {}, evaluation.session)
        if differences:
            evaluation.differences[gold.id] = differences
        if gold.marks and found.spans is not None:
            marked = [(mark.start, mark.end, mark.label) for mark in gold.marks]
            evaluation.mentions.add(marked, found.spans)
    return evaluation


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
