"""The check of a patterns folder in the terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from polesitter.review.pattern_check import Finding, PatternReport
from polesitter.review.terminal.palette import FAULT, HEADING, QUIET, WARNING

STYLES = {"error": FAULT, "warning": WARNING, "info": QUIET}


def pattern_report_view(report: PatternReport, *, with_infos: bool) -> RenderableType:
    """Return the findings, worst last, below them the counts."""
    parts: list[RenderableType] = []
    for severity in ("info", "warning", "error") if with_infos else ("warning", "error"):
        parts += [_line(one) for one in report.findings if one.severity == severity]
    parts += list(_counts(report))
    errors, warnings, infos = (report.count(one) for one in ("error", "warning", "info"))
    told = Text(f"{_number(errors, 'error')}", FAULT if errors else HEADING)
    told.append(f", {_number(warnings, 'warning')}", WARNING if warnings else "")
    told.append(f", {_number(infos, 'name')} with several labels", "")
    if infos and not with_infos:
        told.append(" (--all lists them)", QUIET)
    parts.append(told)
    return Group(*parts)


def _line(finding: Finding) -> Text:
    told = Text(f"{finding.file}:{finding.line}: ", HEADING)
    told.append(f"{finding.severity}: ", STYLES[finding.severity])
    return told.append(finding.message)


def _counts(report: PatternReport) -> Iterable[Text]:
    kinds = (("Entities", report.entities), ("Relations", report.relations))
    for title, counts in kinds:
        told = Text(f"{title:10}{sum(counts.values()):,}", HEADING)
        each = [f"{name} {number:,}" for name, number in sorted(counts.items())]
        yield told.append(f"  {'  '.join(each)}", QUIET)
    if report.relations:
        yield Text(f"Relation rules tried per sentence: {report.tries:.1f}", QUIET)


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
