"""Writes the report of a retraining: Markdown, a page, and the charts of both."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from polesitter.analysis.charts.draw import draw
from polesitter.analysis.charts.learning_chart import learning_chart
from polesitter.analysis.charts.standings_chart import standings_chart
from polesitter.analysis.charts.theme import Spec
from polesitter.analysis.retraining.inline_chart import inline_chart
from polesitter.errors import PolesitterError
from polesitter.learn.retrain.history import HistoryLine
from polesitter.learn.retrain.outcome import RetrainOutcome
from polesitter.review.page.files import write_page
from polesitter.review.page.retraining_page import retraining_page
from polesitter.review.retraining.curve import curve_points
from polesitter.review.retraining.markdown import retraining_markdown
from polesitter.review.retraining.story import tell

STANDINGS, CURVE = "standings.svg", "learning-curve.svg"


def write_report(
    folder: Path, outcome: RetrainOutcome, history: Sequence[HistoryLine] = ()
) -> list[Path]:
    """Write report.md, report.html and two charts; return what was written, page first.

    The page needs nothing beside it. Without vl-convert there are no charts. The same
    outcome gives the same bytes. Raises PolesitterError where a file stands in the way
    (E712, E126).
    """
    specs = _charts(outcome, history)
    inline: dict[str, str] = {}
    written: list[Path] = []
    for name, spec in specs.items():
        try:
            inline[name] = inline_chart(spec)
            draw(spec, folder / name)
        except PolesitterError:
            continue
        written.append(folder / name)
    story = tell(outcome)
    page = retraining_page(story, inline.get(STANDINGS, ""), inline.get(CURVE, ""))
    write_page(folder / "report.html", page)
    text = folder / "report.md"
    text.write_text(retraining_markdown(story, sorted(inline)), encoding="utf-8", newline="\n")
    return [folder / "report.html", text, *written]


def _charts(outcome: RetrainOutcome, history: Sequence[HistoryLine]) -> Mapping[str, Spec]:
    if outcome.gate is None or not outcome.gate.standings:
        return {}
    return {
        STANDINGS: standings_chart(outcome.gate.standings),
        CURVE: learning_chart(curve_points(outcome, history)),
    }
