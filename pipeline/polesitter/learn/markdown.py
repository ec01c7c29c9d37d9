"""The figures of an evaluation as Markdown tables, for docs/accuracy.md."""

from collections import Counter
from collections.abc import Iterable, Sequence

from polesitter.learn.evaluate import Evaluation
from polesitter.learn.scoring.align import FIELDS
from polesitter.learn.scoring.bcubed import RESOLVED
from polesitter.learn.scoring.bootstrap import Interval, f1_interval
from polesitter.learn.scoring.calibration import ScoredCell, calibration_interval, reliability
from polesitter.learn.scoring.causes import Cause
from polesitter.learn.scoring.f1 import Score
from polesitter.learn.scoring.relation_score import RELATED
from polesitter.learn.scoring.score import Tally
from polesitter.learn.scoring.session_score import Hits


def groups_table(evaluation: Evaluation) -> str:
    """Return rows and cells over all and by series group, and how sure cell F1 is."""
    head = ("", "reports", "exact", "rows", "found", "row F1", "exact rows",
            "cell P", "cell R", "cell F1")  # fmt: skip
    tallies = {"all": evaluation.whole, **dict(sorted(evaluation.groups.items()))}
    interval = f1_interval(list(evaluation.counts.values()))
    told = f"\nCell F1 over all: {_between(interval)}.\n"
    return _table(head, [(name, *_row_figures(each)) for name, each in tallies.items()]) + told


def fields_table(evaluation: Evaluation) -> str:
    """Return cells by field."""
    cells = evaluation.whole.cells
    lines = [(name, str(cells.gold(name)), *_scores(cells.score(name))) for name in FIELDS]
    return _table(("field", "cells", "P", "R", "F1"), lines)


def mentions_table(evaluation: Evaluation) -> str:
    """Return mentions by label, then the references of drivers and teams."""
    mentions, references = evaluation.mentions, evaluation.references
    lines = [
        (label, str(mentions.gold(label)), *_scores(mentions.score(label)))
        for label in mentions.names()
    ]
    whole = ("all", str(mentions.gold()), *_scores(mentions.score()))
    same = [
        (f"{label}, who is who (B³)", str(references.gold[label]),
         *_scores(references.score(label)))
        for label in RESOLVED
    ]  # fmt: skip
    return _table(("mentions", "gold", "P", "R", "F1"), [whole, *lines, *same])


def relations_table(evaluation: Evaluation) -> str:
    """Return relations by field; the last column is the share proposed with any score."""
    tally = evaluation.relations
    lines = [
        (title, str(tally.gold(*names)), *_scores(tally.score(*names)),
         f"{tally.share_proposed(*names):.3f}")
        for title, names in (("all", ()), *((name, (name,)) for name in RELATED))
    ]  # fmt: skip
    return _table(("relations", "gold", "P", "R", "F1", "proposed"), lines)


def framing_table(evaluation: Evaluation) -> str:
    """Return framing by what is spoken of, and its accuracy."""
    tally = evaluation.framing
    lines = [(name, str(tally.gold(name)), *_scores(tally.score(name))) for name in tally.names()]
    told = f"\nFramed rightly: {tally.accuracy():.3f} of {tally.gold()} figures.\n"
    return _table(("framing", "gold", "P", "R", "F1"), lines) + told


def session_table(evaluation: Evaluation) -> str:
    """Return the facts of the session: stated, right and wrong."""
    fields: dict[str, Hits] = {**evaluation.session, **evaluation.facts}
    lines = [
        (name, str(hits.stated), str(hits.right), str(hits.wrong)) for name, hits in fields.items()
    ]
    return _table(("session", "stated", "right", "wrong"), lines)


def causes_table(evaluation: Evaluation) -> str:
    """Return lost cells by field and by the stage at which they went astray."""
    cells = Counter((one.cell.field, one.cause) for one in evaluation.lost)
    causes = [cause for cause in Cause if any(one.cause == cause for one in evaluation.lost)]
    lines = []
    for title, names in (*((name, (name,)) for name in FIELDS), ("all", FIELDS)):
        counts = [sum(cells[name, cause] for name in names) for cause in causes]
        lines.append((title, str(sum(counts)), *(str(count or "") for count in counts)))
    return _table(("lost", "all", *(cause.value for cause in causes)), lines)


def reliability_table(evaluation: Evaluation) -> str:
    """Return bins of cells by score: what they promised and how many were right."""
    return _reliability("cells", evaluation.scored, len(evaluation.counts))


def row_reliability_table(evaluation: Evaluation) -> str:
    """Return bins of rows by confidence: in how many all that was told is right."""
    return _reliability("rows", evaluation.scored_rows, len(evaluation.counts))


TABLES = {
    "groups": groups_table,
    "fields": fields_table,
    "mentions": mentions_table,
    "relations": relations_table,
    "framing": framing_table,
    "session": session_table,
    "causes": causes_table,
    "reliability": reliability_table,
    "row_reliability": row_reliability_table,
}
"""Every table by name."""


def _reliability(what: str, scored: Sequence[ScoredCell], reports: int) -> str:
    lines = [
        (f"{each.low:.3f} to {each.high:.3f}", str(each.cells), f"{each.promised:.3f}",
         f"{each.right:.3f}")
        for each in reliability(scored)
    ]  # fmt: skip
    error = calibration_interval(scored, reports)
    told = f"\nExpected calibration error: {_between(error)}.\n"
    return _table(("scores", what, "promised", "right"), lines) + told


def _row_figures(tally: Tally) -> tuple[str, ...]:
    return (
        str(tally.reports),
        str(tally.reports_exact),
        str(tally.rows_gold),
        str(tally.rows_found),
        f"{tally.rows().f1:.3f}",
        f"{tally.rows_exact / max(1, tally.rows_gold):.3f}",
        *_scores(tally.cells.score()),
    )


def _scores(score: Score) -> tuple[str, ...]:
    return f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}"


def _between(interval: Interval) -> str:
    return f"{interval.value:.3f} ({interval.low:.3f} to {interval.high:.3f})"


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rule = ["---", *["--:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(line)} |\n" for line in (head, rule, *lines))
