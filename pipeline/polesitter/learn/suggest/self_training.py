"""Reports that the model reads with confidence, annotated by its own reading.

Learning from these is self-training (Scudder 1965; Yarowsky 1995). It can only confirm what
the model believes, so a report in which anything was left unread stays out: what was missed
there would be taught as nothing. The gate of a retraining has the last word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.folder import write_folder
from polesitter.learn.exchange.item import SetAside, safe_id
from polesitter.learn.predicted import annotated
from polesitter.learn.predictions import prediction_of
from polesitter.learn.suggest.expected import cell_scores
from polesitter.learn.suggest.reading import Reader, Reading
from polesitter.learn.suggest.unexplained import MEASURES, unexplained
from polesitter.records.extraction import Extraction
from polesitter.records.flags import AMBIGUOUS, DROPPED
from polesitter.types import Report

if TYPE_CHECKING:
    from spacy.language import Language

FEWEST_ROWS = 3
"""Competitors a report must tell of; of fewer there is little to learn."""
UNPLACED = frozenset({AMBIGUOUS, DROPPED})
"""The flags of a row whose place was told and does not stand."""


@dataclass(frozen=True, slots=True)
class SelfTaught:
    """What was chosen. `sure`: share of cells that are right, as expected, by report id.

    `left_out`: by source, why a report was not chosen.
    """

    reports: tuple[GoldReport, ...]
    sure: Mapping[str, float]
    left_out: Mapping[str, str]


def confident_reports(
    nlp: "Language", reports: Iterable[Report], at_least: float = 0.9
) -> SelfTaught:
    """Choose the reports that the model reads with confidence; ids begin with "read-".

    `at_least`: the share of a report's cells that must be right, as the model expects, 0 to 1.
    Texts are those the pipeline reads, with plain quotes and spaces.
    """
    reader = Reader(nlp)
    chosen: list[GoldReport] = []
    sure: dict[str, float] = {}
    left_out: dict[str, str] = {}
    for report in reports:
        reading = reader(report)
        reason = next(_doubts(reading, at_least), None)
        if reason is not None:
            left_out[report.source] = reason
            continue
        gold = _annotated(reading)
        chosen.append(gold)
        sure[gold.id] = round(expected_share(reading), 4)
    return SelfTaught(tuple(chosen), sure, left_out)


def write_confident(taught: SelfTaught, folder: Path) -> SelfTaught:
    """Write `<id>.txt` and `<id>.json` of each report; return those that could be written."""
    aside: Sequence[SetAside] = [
        item for item in write_folder(taught.reports, folder) if isinstance(item, SetAside)
    ]
    unfit = {item.source.removesuffix(".json"): item.reason for item in aside}
    return replace(
        taught,
        reports=tuple(one for one in taught.reports if one.id not in unfit),
        left_out={**taught.left_out, **unfit},
    )


def expected_share(reading: Reading) -> float:
    """The share of the cells of a report that are right, as the model expects, 0 to 1."""
    scores = [score for result in reading.results for score in cell_scores(result).values()]
    return sum(scores) / len(scores) if scores else 0.0


def _doubts(reading: Reading, at_least: float) -> Iterator[str]:
    if not reading.qualifying:
        yield "tells of no qualifying"
    if len(reading.results) < FEWEST_ROWS:
        yield f"fewer than {FEWEST_ROWS} competitors"
    if any(UNPLACED.intersection(result.flags) for result in reading.results):
        yield "a place that is told and does not stand"
    share = expected_share(reading)
    if share < at_least:
        yield f"{share:.0%} of its cells are right, as expected"
    for pair in unexplained(reading):
        if pair.label in MEASURES and not pair.used:
            words = reading.view.text[slice(*pair.bounds)]
            yield f"nothing was made of {words!r}"


def _annotated(reading: Reading) -> GoldReport:
    source = reading.report.source
    name = f"read-{safe_id(source).replace('-', '_')}"
    text = reading.cleaned.text
    report = replace(reading.report, text=text)
    extraction = Extraction(
        report, "", reading.qualifying, reading.session, reading.results, reading.mentions
    )
    return annotated(name, text, prediction_of(extraction))
