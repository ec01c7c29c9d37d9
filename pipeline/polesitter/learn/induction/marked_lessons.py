"""Annotated reports as lessons without a pipeline: what a person marked is what is read."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy

from polesitter.entities.class_form import ClassForms
from polesitter.entities.tokenizer import make_tokenizer
from polesitter.learn.corpus import GoldReport
from polesitter.learn.marked_mentions import marked_mentions
from polesitter.learn.pattern_lines import lines
from polesitter.learn.relation_model.truth import Lesson
from polesitter.learn.short_teams import short_teams
from polesitter.references.cast import cast_of
from polesitter.relations.framing.cues import FramingCues
from polesitter.relations.framing.statement import frame_mentions
from polesitter.relations.reading.cues import CueFinder
from polesitter.relations.reading.read import read_view
from polesitter.text.layout import find_passages


class MarkedLessons:
    """Makes lessons; the lexicon comes from `patterns`/lexicon, no slot pattern is matched."""

    def __init__(self, patterns: Path) -> None:
        lexicon = patterns / "lexicon"
        self.nlp = spacy.blank("en")
        self.nlp.tokenizer = make_tokenizer()(self.nlp)
        self.forms = ClassForms.from_lines(lines(lexicon / "class_forms.jsonl"))
        self.framing = FramingCues(lines(lexicon / "cues.jsonl"))
        self.cues = CueFinder(lines(lexicon / "outcomes.jsonl"))
        self.abbreviations = short_teams(patterns)

    def __call__(self, reports: Iterable[GoldReport]) -> Iterator[Lesson]:
        """One lesson per report, in their order."""
        for report in reports:
            yield self._lesson(report)

    def _lesson(self, report: GoldReport) -> Lesson:
        doc: Any = self.nlp.make_doc(report.text)
        tokens = [(token.text, token.idx, token.idx + len(token)) for token in doc]
        passages = find_passages(report.text)
        mentions = marked_mentions(report, self.forms)
        told = frame_mentions(report.text, passages, mentions, self.framing)
        framed = [replace(m, framing=told.get(index)) for index, m in enumerate(mentions)]
        cast = cast_of(framed, self.abbreviations)
        slots = [*framed, *self.cues.find(report.text, framed)]
        view = read_view(report.text, tokens, passages, slots, cast)
        return Lesson(view, cast, report.records, report.id)
