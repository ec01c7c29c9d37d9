"""Where a report tells a value: the marks that say it, and the sentence they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.entities.measures.find import find_measures
from polesitter.learn.corpus import GoldReport
from polesitter.learn.guide_names import LABELS_OF
from polesitter.learn.scoring.align import Row
from polesitter.learn.scoring.competitors import known_by
from polesitter.learn.scoring.mention_score import LabelledSpan
from polesitter.learn.scoring.relation_score import same_value
from polesitter.learn.scoring.same import crew, norm, same_name
from polesitter.text.layout import Passage, find_passages
from polesitter.text.plain import Mark


@dataclass(slots=True)
class Whereabouts:
    """An annotated report, asked where it says what.

    `values`: what the measures of the text say, by bounds and label.
    """

    gold: GoldReport
    passages: list[Passage] = field(init=False)
    values: dict[LabelledSpan, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.passages = find_passages(self.gold.text)
        self.values = {
            (one.start, one.end, one.label): one.value for one in find_measures(self.gold.text)
        }

    def competitor(self, row: Row) -> list[Mark]:
        """Return the marks that name the competitor of a record."""
        name = known_by(row)
        return self.of_value(name, row[name]) if name is not None else []

    def of_value(self, name: str, value: Any, *labels: str) -> list[Mark]:
        """Return the marks that say a value of a field; all those of its entity."""
        chosen = labels or LABELS_OF[name]
        marks = [mark for mark in self.gold.marks if mark.label in chosen]
        saying = [mark for mark in marks if self.says(mark, name, value)]
        ids = {mark.id for mark in saying if mark.id is not None and name in ("driver", "team")}
        return [mark for mark in marks if mark in saying or mark.id in ids]

    def says(self, mark: Mark, name: str, value: Any) -> bool:
        """Tell whether a mark by itself says a value of a field."""
        text = self.gold.text[mark.start : mark.end]
        if name in ("driver", "gap_to"):
            return any(same_name(one, text) for one in crew(str(value)))
        if name == "car":
            return same_name(str(value), text) or set(norm(text).split()) <= set(
                norm(str(value)).split()
            )
        said = self.values.get((mark.start, mark.end, mark.label), text)
        return said is not None and same_value(name, value, said)

    def nearest(self, marks: Sequence[Mark], beside: Sequence[Mark]) -> list[Mark]:
        """Return the marks that share a sentence with one of `beside`; all if none does."""
        sentences = {self.sentence_at(mark.start) for mark in beside}
        close = [mark for mark in marks if self.sentence_at(mark.start) in sentences]
        return close or list(marks)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Return the bounds of the sentence, heading or table row around an offset."""
        for passage in self.passages:
            if passage.start <= offset < passage.end:
                return passage.start, passage.end
        return offset, offset

    def sentence(self, offset: int) -> str:
        """Return that sentence on one line."""
        return " ".join(self.gold.text[slice(*self.sentence_at(offset))].split())
