"""Whether a new report may be taken as it is annotated: the checks of the corpus, and more.

Reports of the corpus were looked through by people; these may come from anywhere.
"""

from collections.abc import Iterator
from pathlib import Path

from polesitter.entities.measures.find import find_measures
from polesitter.learn.corpus import GoldReport, read_gold_report
from polesitter.learn.corpus_check.folders import check_folders
from polesitter.learn.retrain.cut_words import cut_word
from polesitter.learn.retrain.delivery import Delivered
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.outcome import Refusal
from polesitter.relations.about.is_qualifying import qualifying_score

FEWEST_FIGURES = 4
"""Marked figures below which their labels say nothing about the report."""


def check_report(delivered: Delivered, folder: Path) -> GoldReport | Refusal:
    """Write the files of a report to an empty folder and check them there."""
    folder.mkdir(parents=True)
    record = folder / f"{delivered.id}.json"
    record.write_bytes(delivered.record)
    record.with_suffix(".txt").write_bytes(delivered.marked)
    for finding in check_folders([folder]):
        if finding.severity == "error":
            return Refusal(delivered.id, finding.message, line=finding.line)
    report = read_gold_report(record)
    return next(_problems(report, delivered.from_tool), report)


def _problems(report: GoldReport, from_tool: bool) -> Iterator[Refusal]:
    cut = cut_word(report)
    if cut is not None:
        yield cut
    mislabelled = _mislabelled(report)
    if mislabelled is not None:
        yield mislabelled
    untold = not report.records and not any(report.session.values())
    if from_tool and untold and qualifying_score(report.text) > 0:
        # The tool had no room for records: they were not left empty by a reader.
        yield Refusal(report.id, RetrainErrors.E668)


def _mislabelled(report: GoldReport) -> Refusal | None:
    """Refuse a report most of whose figures are marked as something else.

    Speeds, times and gaps are told by their form alone, whatever series a report is of.
    """
    found: dict[tuple[int, int], list[str]] = {}
    for measure in find_measures(report.text):
        found.setdefault((measure.start, measure.end), []).append(measure.label)
    marked = [mark for mark in report.marks if (mark.start, mark.end) in found]
    wrong = [mark for mark in marked if mark.label not in found[mark.start, mark.end]]
    if len(marked) < FEWEST_FIGURES or 2 * len(wrong) <= len(marked):
        return None
    first = wrong[0]
    reason = RetrainErrors.E667.format(
        right=len(marked) - len(wrong),
        all=len(marked),
        words=report.text[first.start : first.end],
        found=found[first.start, first.end][0],
        label=first.label,
    )
    return Refusal(report.id, reason, offset=first.start)
