"""Annotated reports in the terminal: what is wrong with them, and how many there are."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from polesitter.learn.corpus_check.finding import Finding
from polesitter.learn.corpus_stats import CorpusStats, GroupCount
from polesitter.review.terminal.figures import WHOLE, figure_table
from polesitter.review.terminal.palette import FAULT, HEADING, WARNING
from polesitter.types import NAMES

STYLES = {"error": FAULT, "warning": WARNING}


def findings_view(findings: Sequence[Finding]) -> RenderableType:
    """Return one line per finding, warnings first, below them the counts."""
    parts: list[RenderableType] = []
    for severity in ("warning", "error"):
        parts += [_line(one) for one in findings if one.severity == severity]
    errors = sum(one.severity == "error" for one in findings)
    warnings = len(findings) - errors
    told = Text(_number(errors, "error"), FAULT if errors else HEADING)
    parts.append(told.append(f", {_number(warnings, 'warning')}", WARNING if warnings else ""))
    return Group(*parts)


def stats_view(stats: CorpusStats) -> RenderableType:
    """Return three tables: groups, labels, fields."""
    groups = figure_table("Group", "Reports", "Words", "Mentions", "Rows")
    for name, group in {WHOLE: stats.whole(), **stats.groups}.items():
        groups.add_row(name, *_group(group))
    labels = figure_table("Label", "Mentions", "Entities", "Surfaces")
    for name, label in stats.labels.items():
        entities = f"{label.entities:,}" if name in NAMES else "–"
        labels.add_row(name, f"{label.marks:,}", entities, f"{len(label.surfaces):,}")
    fields = figure_table("Field", "Cells")
    for name, cells in stats.fields.items():
        fields.add_row(name, f"{cells:,}")
    for name, cells in stats.session.items():
        fields.add_row(f"session {name}", f"{cells:,}")
    return Group(groups, Text(), labels, Text(), fields)


def _line(finding: Finding) -> Text:
    line = "" if finding.line is None else f":{finding.line}"
    told = Text(f"{finding.file}{line}: ", HEADING)
    told.append(f"{finding.severity}: ", STYLES[finding.severity])
    return told.append(finding.message)


def _group(group: GroupCount) -> tuple[str, ...]:
    counts = (group.reports, group.words, group.marks, group.rows)
    return tuple(f"{number:,}" for number in counts)


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
