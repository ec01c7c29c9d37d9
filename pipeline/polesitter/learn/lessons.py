"""Lessons for the relation stage: annotated reports as read, and as marked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language

from polesitter.entities.class_form import ClassForms
from polesitter.entities.measures.find import find_measures
from polesitter.entities.senses import any_sense
from polesitter.learn.corpus import GoldReport
from polesitter.learn.out_of_fold import Reading
from polesitter.learn.times import times_of_each
from polesitter.learn.truth import Lesson
from polesitter.references.cast import cast_of
from polesitter.relations.framing import frame_mentions
from polesitter.relations.read import read_view
from polesitter.relations.rules import find_hits
from polesitter.relations.view import Token
from polesitter.text.layout import find_passages
from polesitter.types import Mention


def lessons_of(
    nlp: Language,
    reports: Iterable[GoldReport],
    readings: Mapping[str, Reading],
    invented: Collection[str] = (),
) -> Iterator[Lesson]:
    """Two lessons per report: its mentions as found by a model that never saw it, and as marked.

    The first kind teaches what to do about wrong names, the second what the words mean.
    `invented`: the ids of such reports; all other reports may count more often.
    """
    forms = ClassForms.from_data(nlp.get_pipe("overlap").data)  # type: ignore[attr-defined]
    golds = list(reports)
    times = times_of_each([report.id for report in golds], invented)
    for report in golds:
        tokens, rows = readings[report.id]
        for mentions in ([Mention(**row) for row in rows], marked_mentions(report, forms)):
            yield replace(_lesson(nlp, report, tokens, mentions), times=times[report.id])


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


def _lesson(
    nlp: Language, report: GoldReport, tokens: Sequence[Token], mentions: Sequence[Mention]
) -> Lesson:
    relations: Any = nlp.get_pipe("relations")
    framing: Any = nlp.get_pipe("framing")
    references: Any = nlp.get_pipe("references")
    passages = find_passages(report.text)
    told = frame_mentions(report.text, passages, mentions, framing.cues)
    framed = [replace(m, framing=told.get(index)) for index, m in enumerate(mentions)]
    cast = cast_of(framed, references.abbreviations)
    slots = [*framed, *relations.cues.find(report.text, framed)]
    view = read_view(report.text, tokens, passages, slots, cast)
    view.hits = find_hits(view, relations.rules)
    return Lesson(view, cast, report.records, report.id)
