"""Why a cell was lost: the first stage at which what the text says went astray.

Read from what the pipeline leaves: mentions with their entities and framings, relations
with their scores (those below one in ten are not kept, and count as never claimed), and
the evidence of the rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from polesitter.learn.corpus import GoldReport
from polesitter.learn.framing_gold import FramingGold
from polesitter.learn.guide_names import COLUMNS, LABELS_OF
from polesitter.learn.predictions import Prediction
from polesitter.learn.scoring.align import Row, stated
from polesitter.learn.scoring.cells import Cell
from polesitter.learn.scoring.competitors import Competitor, competitors_of, known_by
from polesitter.learn.scoring.mention_score import LabelledSpan
from polesitter.learn.scoring.relation_score import FLOOR, same_value, triples_of
from polesitter.learn.scoring.same import same_driver
from polesitter.learn.scoring.whereabouts import Whereabouts
from polesitter.records.floors import OUTCOME
from polesitter.relations.framing.statement import OUTCOME as AS_OUTCOME
from polesitter.text.plain import Mark
from polesitter.types import Evidence, Mention


class Cause(StrEnum):
    """The stage to blame, in the order of the pipeline."""

    MENTION_MISSED = "mention missed"
    BOUNDARY = "wrong boundary"
    MENTION_FALSE = "false mention"
    REFERENCE = "wrong reference"
    FRAMING = "framing"
    NO_RULE = "no rule"
    WRONG_RULE = "wrong rule"
    ASSIGNMENT = "assignment"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class LostCell:
    """A cell that is not right, of which report, and why."""

    report: str
    cell: Cell
    cause: Cause


def lost_cells(
    gold: GoldReport, found: Prediction, cells: Iterable[Cell], framing: FramingGold | None = None
) -> list[LostCell]:
    """Return the cells of a report that are not right, each with its cause.

    The cause is unknown where the mentions of the prediction were not kept, or the text
    of the report is not marked.
    """
    lost = [cell for cell in cells if cell.verdict != "right"]
    if not lost or not gold.marks or found.mentions is None or found.relations is None:
        return [LostCell(gold.id, cell, Cause.UNKNOWN) for cell in lost]
    inquest = _Inquest(gold, found, framing)
    return [LostCell(gold.id, cell, inquest.cause(cell)) for cell in lost]


class _Inquest:
    """What is known of one report, on both sides."""

    def __init__(self, gold: GoldReport, found: Prediction, framing: FramingGold | None) -> None:
        self.where = Whereabouts(gold)
        self.records: Sequence[Row] = [stated(row) for row in gold.records]
        self.rows: Sequence[Row] = [stated(row) for row in found.rows]
        self.evidence = found.evidence
        self.mentions: Sequence[Mention] = found.mentions or ()
        self.relations = found.relations or ()
        self.claims = list(triples_of(self.mentions, self.relations))
        self.triples = [triple for _, triple in self.claims]
        self.competitors: Sequence[Competitor] = competitors_of(self.mentions)
        self.at: dict[LabelledSpan, int] = {
            (one.start, one.end, one.label): index for index, one in enumerate(self.mentions)
        }
        self.framings = framing.framings if framing is not None else {}

    def cause(self, cell: Cell) -> Cause:
        """Blame what hid the gold value, or what brought forth a value that is none."""
        if cell.gold_row is None or cell.verdict == "spurious":
            return self._of_found(cell, self.rows[cell.found_row or 0])
        row = self.records[cell.gold_row]
        found = self._of_gold(cell.field, row)
        outcome = _first_outcome(row)
        # Without an outcome there is no row, and what else was known of it is lost too.
        if cell.found_row is None and outcome is not None and found in (_NAME, Cause.ASSIGNMENT):
            return self._of_gold(outcome, row)
        return found

    def _of_gold(self, name: str, row: Row) -> Cause:
        heads = self.where.competitor(row)
        unseen = self._unseen(heads)
        if unseen is not None:
            return unseen
        if name == known_by(row):
            return _NAME
        values = self.where.nearest(self._value_marks(name, row), heads)
        unseen = self._unseen(values)
        if unseen is not None:
            return unseen
        if name == "gap_to":
            return self._of_target(row)
        return self._of_claims(name, row, heads, values)

    def _of_target(self, row: Row) -> Cause:
        claims = [t for t in self.triples if t.field == "gap" and t.who.is_of(row)]
        return Cause.WRONG_RULE if claims else Cause.NO_RULE

    def _of_claims(self, name: str, row: Row, heads: list[Mark], values: list[Mark]) -> Cause:
        value = row[name]
        told = [t for t in self.triples if t.field == name and same_value(name, value, t.value)]
        own = [triple.score for triple in told if triple.who.is_of(row)]
        if own and max(own) >= FLOOR:
            return Cause.ASSIGNMENT
        if self._misled(heads, row) or (name == "team" and self._misnamed(values, row)):
            return Cause.REFERENCE
        indices = [self.at[_span(mark)] for mark in values if _span(mark) in self.at]
        framings = {self.mentions[index].framing or AS_OUTCOME for index in indices}
        if framings and AS_OUTCOME not in framings:
            return Cause.FRAMING
        return Cause.WRONG_RULE if own else Cause.NO_RULE

    def _of_found(self, cell: Cell, row: Row) -> Cause:
        """Blame what brought forth a value the records do not hold."""
        name = cell.field
        if cell.gold_row is None:
            # All of a spurious row stands by its name and its outcome.
            own = self._false(self._cited(cell, name)) or self._false(self._cited(cell, "driver"))
            name = _first_outcome(row) or name
            if own is not None:
                return own
        cited = self._cited(cell, name)
        false = self._false(cited)
        if false is not None:
            return false
        if any(self.framings.get((e.start, e.end), AS_OUTCOME) != AS_OUTCOME for e in cited):
            return Cause.FRAMING
        return self._of_head(name, row)

    def _of_head(self, name: str, row: Row) -> Cause:
        """Ask of whom the used relation really speaks, by the marks of the text."""
        for relation, triple in self.claims:
            if triple.field != name or not relation.used:
                continue
            if not triple.who.is_of(row) or not same_value(name, row[name], triple.value):
                continue
            head = self.mentions[relation.head]
            marks = [m for m in self.where.gold.marks if _span(m) == _place(head)]
            if marks and head.label == "DRIVER" and not self._is_of(marks[0], row):
                return Cause.REFERENCE
        return Cause.WRONG_RULE

    def _cited(self, cell: Cell, name: str) -> list[Evidence]:
        row = cell.found_row
        if row is None or row >= len(self.evidence):
            return []
        return [one for one in self.evidence[row] if one.field in COLUMNS[name]]

    def _false(self, cited: Sequence[Evidence]) -> Cause | None:
        """Tell whether the cited words are mentions that nobody marked."""
        marks = self.where.gold.marks
        for one in cited:
            index = next((i for s, i in self.at.items() if s[:2] == (one.start, one.end)), None)
            if index is None:
                continue
            place = _place(self.mentions[index])
            if not any(_span(mark) == place for mark in marks):
                near = any(_overlap(_span(mark), place) for mark in marks)
                return Cause.BOUNDARY if near else Cause.MENTION_FALSE
        return None

    def _unseen(self, marks: Sequence[Mark]) -> Cause | None:
        """Tell what is wrong where not one of some marks was found as it is."""
        if not marks or any(_span(mark) in self.at for mark in marks):
            return None
        near = any(_overlap(_span(mark), place) for mark in marks for place in self.at)
        return Cause.BOUNDARY if near else Cause.MENTION_MISSED

    def _value_marks(self, name: str, row: Row) -> list[Mark]:
        if name == "gap_to" and row[name] == "leader":
            return []
        return self.where.of_value(name, row[name], *LABELS_OF[name]) if LABELS_OF[name] else []

    def _misled(self, heads: Sequence[Mark], row: Row) -> bool:
        """Tell whether a mention of the competitor was taken for another."""
        found = [self.at[_span(mark)] for mark in heads if _span(mark) in self.at]
        return any(not self.competitors[index].is_of(row) for index in found)

    def _misnamed(self, values: Sequence[Mark], row: Row) -> bool:
        found = [self.at[_span(mark)] for mark in values if _span(mark) in self.at]
        named = [self.competitors[index].name for index in found]
        return bool(named) and not any(same_value("team", row["team"], name) for name in named)

    def _is_of(self, mark: Mark, row: Row) -> bool:
        text = self.where.gold.text
        alike = [m for m in self.where.gold.marks if m.id == mark.id and m.label == mark.label]
        names = [text[m.start : m.end] for m in alike]
        return any(same_driver(str(row.get("driver")), name, every=False) for name in names)


_NAME = Cause.REFERENCE
"""What is wrong with the name of a competitor whose mentions were found."""


def _first_outcome(row: Row) -> str | None:
    return next((name for name in OUTCOME if name in row), None)


def _span(mark: Mark) -> LabelledSpan:
    return mark.start, mark.end, mark.label


def _place(mention: Mention) -> LabelledSpan:
    return mention.start, mention.end, mention.label


def _overlap(one: LabelledSpan, other: LabelledSpan) -> bool:
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]
