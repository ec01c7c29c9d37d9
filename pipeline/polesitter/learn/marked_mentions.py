"""The marks of an annotated report, as the mentions that a pipeline would find."""

from polesitter.entities.class_form import ClassForms
from polesitter.entities.measures.find import find_measures
from polesitter.entities.senses.sense import any_sense
from polesitter.learn.corpus import GoldReport
from polesitter.types import Mention


def marked_mentions(report: GoldReport, forms: ClassForms) -> list[Mention]:
    """The marks of a report as mentions, their values read from their words."""
    found = {(m.start, m.end, m.label): m for m in find_measures(report.text, any_sense)}
    classes = [mark for mark in report.marks if mark.label == "CLASS"]
    called = forms.of_report([report.text[mark.start : mark.end] for mark in classes])
    names = {mark.start: name for mark, name in zip(classes, called, strict=True)}
    mentions = []
    for mark in report.marks:
        text = report.text[mark.start : mark.end]
        known = found.get((mark.start, mark.end, mark.label))
        value = names[mark.start] if mark.label == "CLASS" else None
        mentions.append(
            known or Mention(mark.start, mark.end, text, mark.label, value, rule="corpus.mark")
        )
    return mentions
