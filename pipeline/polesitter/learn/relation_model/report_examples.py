"""Examples of what a whole report is about: a session that was held, or little of one."""

from collections.abc import Iterator, Sequence

from polesitter.learn.relation_model.truth import Lesson, Rows
from polesitter.relations.about.report_words import report_parts
from polesitter.relations.about.share import share_grade
from polesitter.relations.signs.family import Part

ReportExample = tuple[str, Sequence[Part], int]
"""Label, what speaks for it, which of its meanings holds: 0 for none."""


def report_examples(lesson: Lesson, rows: Rows) -> Iterator[ReportExample]:
    """Whether a report tells of a session; how many of those it names have a record."""
    parts = report_parts(lesson.view)
    yield "SESSION", parts, int(bool(lesson.records))
    named = set(lesson.view.head_of.values())
    if named:
        recorded = sum(1 for who in named if rows(who))
        yield "SHARE", parts, share_grade(recorded, len(named))
