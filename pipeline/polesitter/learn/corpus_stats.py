"""How much there is in annotated reports: by series group, label and field."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.align import FIELDS, stated
from polesitter.learn.scoring.session_score import SESSION_FIELDS
from polesitter.types import LABELS


@dataclass(slots=True)
class GroupCount:
    """Reports of one series group; `words` are split at white space."""

    reports: int = 0
    words: int = 0
    marks: int = 0
    rows: int = 0


@dataclass(slots=True)
class LabelCount:
    """Marks of one label; `entities` over all reports, counted within each."""

    marks: int = 0
    entities: int = 0
    surfaces: set[str] = field(default_factory=set)


@dataclass(slots=True)
class CorpusStats:
    """Counts over reports.

    `fields`: cells that state something, as they are scored. `session`: the same for
    session fields.
    """

    groups: dict[str, GroupCount] = field(default_factory=dict)
    labels: dict[str, LabelCount] = field(default_factory=dict)
    fields: Counter[str] = field(default_factory=Counter)
    session: Counter[str] = field(default_factory=Counter)

    def whole(self) -> GroupCount:
        """Return the groups added up."""
        groups = self.groups.values()
        return GroupCount(
            sum(one.reports for one in groups),
            sum(one.words for one in groups),
            sum(one.marks for one in groups),
            sum(one.rows for one in groups),
        )


def count(reports: Iterable[GoldReport]) -> CorpusStats:
    """Count what is annotated; every label and field has an entry, groups are sorted."""
    stats = CorpusStats(
        labels={label: LabelCount() for label in LABELS},
        fields=Counter(dict.fromkeys(FIELDS, 0)),
        session=Counter(dict.fromkeys(SESSION_FIELDS, 0)),
    )
    for report in reports:
        _add(stats, report)
    stats.groups = dict(sorted(stats.groups.items()))
    return stats


def _add(stats: CorpusStats, report: GoldReport) -> None:
    group = stats.groups.setdefault(report.group, GroupCount())
    group.reports += 1
    group.words += len(report.text.split())
    group.marks += len(report.marks)
    group.rows += len(report.records)
    for label in LABELS:
        marks = [mark for mark in report.marks if mark.label == label]
        stats.labels[label].marks += len(marks)
        stats.labels[label].entities += len({mark.id for mark in marks if mark.id is not None})
        stats.labels[label].surfaces |= {report.text[mark.start : mark.end] for mark in marks}
    for row in report.records:
        stats.fields.update(name for name in FIELDS if name in stated(row))
    stats.session.update(name for name in SESSION_FIELDS if report.session.get(name))
