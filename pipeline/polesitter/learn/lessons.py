"""Lessons for the relation stage: annotated reports as read, and as marked."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language

from polesitter.entities.class_form import ClassForms
from polesitter.entities.measures.find import find_measures
from polesitter.learn.corpus import GoldReport
from polesitter.learn.out_of_fold import Reading
from polesitter.learn.truth import Lesson
from polesitter.references.cast import cast_of
from polesitter.relations.framing import frame_mentions
from polesitter.relations.read import read_view
from polesitter.relations.rules import find_hits
from polesitter.relations.view import Token
from polesitter.text.layout import find_passages
from polesitter.types import Mention

REAL = 3
"""How often at most a report of real racing counts beside those invented for training."""


def lessons_of(
    nlp: Language,
    reports: Iterable[GoldReport],
    readings: Mapping[str, Reading],
    invented: Collection[str] = (),
) -> Iterator[Lesson]:
    """Two lessons per report: its mentions as found by a model that never saw it, and as marked.

    The first kind teaches what to do about wrong names, the second what the words mean.
    `invented`: the ids of such reports; all other reports count as often as `times_of` says.
    """
    forms = ClassForms(nlp.get_pipe("overlap").data["class_forms"])  # type: ignore[attr-defined]
    golds = list(reports)
    made_up = {report.id for report in golds if report.id in invented}
    often = times_of(len(golds) - len(made_up), len(made_up))
    for report in golds:
        tokens, rows = readings[report.id]
        times = 1 if report.id in made_up else often
        for mentions in ([Mention(**row) for row in rows], marked_mentions(report, forms)):
            yield replace(_lesson(nlp, report, tokens, mentions), times=times)


def times_of(real: int, invented: int) -> int:
    """How often a report of real racing counts: REAL times at most, and 1 by themselves.

    What they count more stands against invented reports. Without these it would only make
    the weights larger than so few reports bear out.
    """
    return min(REAL, 1 + invented // real) if real else 1


def marked_mentions(report: GoldReport, forms: ClassForms) -> list[Mention]:
    """The marks of a report as mentions, their values read from their words."""
    found = {(m.start, m.end, m.label): m for m in find_measures(report.text)}
    mentions = []
    for mark in report.marks:
        text = report.text[mark.start : mark.end]
        known = found.get((mark.start, mark.end, mark.label))
        value = forms(text) if mark.label == "CLASS" else None
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
