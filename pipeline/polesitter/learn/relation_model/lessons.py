"""Lessons for the relation stage: annotated reports as they are read unseen."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from spacy.language import Language

from polesitter.learn.corpus import GoldReport
from polesitter.learn.folds import session_key
from polesitter.learn.out_of_fold import Reading
from polesitter.learn.relation_model.truth import Lesson
from polesitter.learn.times import times_of_each
from polesitter.references.cast import cast_of
from polesitter.relations.framing.statement import frame_mentions
from polesitter.relations.reading.read import read_view
from polesitter.relations.reading.view import Token
from polesitter.relations.slots.hits import find_hits
from polesitter.text.layout import find_passages
from polesitter.types import Mention


def lessons_of(
    nlp: Language,
    reports: Iterable[GoldReport],
    readings: Mapping[str, Reading],
    invented: Collection[str] = (),
) -> Iterator[Lesson]:
    """One lesson per report: its mentions as found by a model that never saw it.

    So lessons teach what to do about wrong names, too. Those that were marked besides teach
    nothing more (held out), and take as long again.
    `invented`: the ids of such reports; all other reports may count more often.
    """
    golds = list(reports)
    times = times_of_each([report.id for report in golds], invented)
    for report in golds:
        tokens, rows = readings[report.id]
        lesson = _lesson(nlp, report, tokens, [Mention(**row) for row in rows])
        yield replace(lesson, times=times[report.id], session=" ".join(session_key(report)))


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
