"""Why a result is as it is: for every field its proof, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.same import norm, same_driver, surname
from polesitter.records.extraction import Extraction
from polesitter.review.absence import Rival, Witness
from polesitter.review.fields import FIELDS, ResultField, text_of
from polesitter.review.pattern_places import PatternPlace, PatternPlaces
from polesitter.review.sentences import Sentence, Sentences
from polesitter.types import Evidence, Result


@dataclass(frozen=True, slots=True)
class Proof:
    """Words that prove a field: where they stand, who read them, as what.

    `place`: the line of the pattern that read the value, where a person wrote it;
    `mention_rule`: what found the words themselves.
    """

    evidence: Evidence
    sentence: Sentence
    framing: str | None
    mention_rule: str | None
    place: PatternPlace | None


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """One field: its value and proofs, or why it is empty and what came closest."""

    name: str
    value: str | None
    proofs: tuple[Proof, ...] = ()
    why_empty: str | None = None
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class RowExplanation:
    """One result, field by field."""

    result: Result
    fields: tuple[FieldExplanation, ...]


def explain(
    extraction: Extraction, places: PatternPlaces, driver: str | None = None
) -> list[RowExplanation]:
    """Explain the results of a report, or those of one driver.

    `driver` is a full name, a surname or a part of the name. Raises PolesitterError
    (E706) where no result is of that driver.
    """
    chosen = [row for row in extraction.results if driver is None or _is_called(row, driver)]
    if driver is not None and not chosen:
        found = ", ".join(row.driver for row in extraction.results if row.driver) or "nobody"
        path = extraction.report.source
        raise PolesitterError(Errors.E706.format(path=path, driver=driver, found=found))
    reader = _Reader(extraction, places)
    return [RowExplanation(row, tuple(reader.fields(row))) for row in chosen]


class _Reader:
    """Looks up the words of one report."""

    def __init__(self, extraction: Extraction, places: PatternPlaces) -> None:
        self.extraction = extraction
        self.places = places
        self.sentences = Sentences(extraction.report.text)
        self.bounds = {(one.start, one.end): one for one in extraction.mentions}

    def fields(self, row: Result) -> list[FieldExplanation]:
        witness = Witness(self.extraction, self.sentences, row)
        explained = []
        for field in FIELDS:
            value = text_of(field, row)
            rivals = tuple(witness.rivals(field))
            if value is not None:
                proofs = tuple(self._proof(item) for item in row.evidence if field.is_named(item))
                explained.append(FieldExplanation(field.name, value, proofs, None, rivals))
            elif not _is_default(field, row):
                why = witness.why_empty(field)
                explained.append(FieldExplanation(field.name, None, (), why, rivals))
        return explained

    def _proof(self, item: Evidence) -> Proof:
        mention = self.bounds.get((item.start, item.end))
        place = self.places.find(item.rule, item.text)
        if place is None and mention is not None:
            place = self.places.find(mention.rule, item.text)
        return Proof(
            item,
            self.sentences.around(item.start, item.end),
            mention.framing if mention is not None else None,
            mention.rule if mention is not None else None,
            place,
        )


def _is_default(field: ResultField, row: Result) -> bool:
    """An empty field that needs no excuse: only a change would be told."""
    if field.name == "gap_to":
        return row.gap_s is None
    if field.name == "gap":
        return row.position == 1
    return field.name in ("grid", "status")


def _is_called(row: Result, name: str) -> bool:
    if row.driver is None:
        return False
    if same_driver(row.driver, name, every=False) or norm(name) in norm(row.driver):
        return True
    return any(surname(one) == surname(name) for one in _crew(row.driver))


def _crew(driver: str) -> Sequence[str]:
    return driver.split(" / ")
