"""Why a result is as it is: for every field its proof, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.scoring.same import norm, same_driver, surname
from polesitter.records.extraction import Extraction
from polesitter.review.absence import Witness
from polesitter.review.fields import FIELDS, ResultField, text_of
from polesitter.review.origin import DERIVED, Derived, field_named, told_value
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.proof import Proof, Proofs
from polesitter.review.readings import Readings
from polesitter.review.reason import Reason
from polesitter.review.rival import Rival
from polesitter.review.unread import Tokenize, UnreadWords
from polesitter.review.weights import NoWeights, Weights
from polesitter.types import Result


@dataclass(frozen=True, slots=True)
class FieldExplanation:
    """One field: its value and proofs, or why it is empty and what came closest.

    `origin`, where a value has no words of its own: what it follows from, or that it is
    the default. `rivals`: what was considered too, and why it lost.
    """

    name: str
    value: str | None
    proofs: tuple[Proof, ...] = ()
    reason: Reason | None = None
    rivals: tuple[Rival, ...] = ()
    origin: str | None = None

    @property
    def why_empty(self) -> str | None:
        """The reason in words; None where there is a value."""
        return self.reason.text if self.reason is not None else None

    @property
    def is_default(self) -> bool:
        """Whether it is empty because nothing is out of the ordinary."""
        return self.reason is not None and self.reason.kind == "default"


@dataclass(frozen=True, slots=True)
class RowExplanation:
    """One result: `fields` as people read them, `derived` what follows from those.

    `row["gap"]` is the explanation of a field, by its name in corpus/GUIDE.md or by its
    column.
    """

    result: Result
    fields: tuple[FieldExplanation, ...]
    derived: tuple[FieldExplanation, ...] = ()

    def __getitem__(self, name: str) -> FieldExplanation:
        """Return a field's explanation; raises KeyError for an unknown name."""
        columns = {field.column: field.name for field in FIELDS}
        found = [
            one for one in (*self.fields, *self.derived) if one.name in (name, columns.get(name))
        ]
        if not found:
            raise KeyError(name)
        # A status has a value by default: of two tellings the one with a value counts.
        return next((one for one in found if one.value is not None), found[0])


def explain(
    extraction: Extraction,
    places: PatternPlaces,
    driver: str | None = None,
    *,
    weights: Weights | None = None,
    tokenize: Tokenize = str.split,
) -> list[RowExplanation]:
    """Explain the results of a report, or those of one driver.

    `driver` is a full name, a surname or a part of the name. `weights` come with the
    pipeline: a dataset has none. `tokenize` cuts unread words as the pipeline does.
    Raises PolesitterError (E706) where no result is of that driver.
    """
    chosen = results_of(extraction, driver)
    reader = _Reader(extraction, places, weights or NoWeights(), tokenize)
    return [reader.row(row) for row in chosen]


def results_of(extraction: Extraction, driver: str | None) -> list[Result]:
    """Return the results of a driver, or all; raises PolesitterError (E706) where none is."""
    if driver is None:
        return list(extraction.results)
    those_with(driver, [extraction])
    return [row for row in extraction.results if is_called(row.driver, driver)]


def those_with(driver: str, read: Sequence[Extraction]) -> list[Extraction]:
    """Return the reports with a result of a driver; raises PolesitterError (E706) where none has.

    `read`: the reports of one file.
    """
    telling = [one for one in read if has_result(one, driver)]
    if not telling:
        names = [row.driver for one in read for row in one.results if row.driver]
        source = read[0].report.source
        path = source if len(read) == 1 else source.rpartition("#")[0]
        found = ", ".join(dict.fromkeys(names)) or "nobody"
        raise PolesitterError(Errors.E706.format(path=path, driver=driver, found=found))
    return telling


def has_result(extraction: Extraction, driver: str) -> bool:
    """Tell whether a report has a result of a driver."""
    return any(is_called(row.driver, driver) for row in extraction.results)


class _Reader:
    """Looks up the words of one report."""

    def __init__(
        self, extraction: Extraction, places: PatternPlaces, weights: Weights, tokenize: Tokenize
    ) -> None:
        self.readings = Readings(extraction)
        self.proofs = Proofs(self.readings, places, weights)
        self.unread = UnreadWords(extraction.mentions, places, tokenize)

    def row(self, row: Result) -> RowExplanation:
        witness = Witness(self.readings, row, self.unread)
        fields = tuple(self._field(field, row, witness) for field in FIELDS)
        by_name = {field.name: field for field in fields}
        derived = tuple(self._derived(one, row, by_name) for one in DERIVED)
        return RowExplanation(row, fields, derived)

    def _field(self, field: ResultField, row: Result, witness: Witness) -> FieldExplanation:
        value = text_of(field, row)
        rivals = tuple(witness.rivals(field))
        if value is None:
            return FieldExplanation(field.name, None, (), witness.reason(field), rivals)
        items = [item for item in row.evidence if field.is_named(item)]
        proofs = tuple(self.proofs.of(item, witness.own) for item in items)
        return FieldExplanation(field.name, value, proofs, None, rivals)

    def _derived(
        self, derived: Derived, row: Result, fields: dict[str, FieldExplanation]
    ) -> FieldExplanation:
        value = told_value(derived, row)
        if value is None:
            return FieldExplanation(derived.column, None, reason=Reason("untold", derived.empty))
        base = field_named(derived.from_field)
        proofs = fields[base.name].proofs if base is not None else ()
        return FieldExplanation(derived.column, value, proofs, origin=derived.how)


def is_called(driver: str | None, name: str) -> bool:
    """Tell whether a driver, or one of a crew, has a name: full, surname or a part of it."""
    if driver is None:
        return False
    if same_driver(driver, name, every=False) or norm(name) in norm(driver):
        return True
    return any(surname(one) == surname(name) for one in _crew(driver))


def _crew(driver: str) -> Sequence[str]:
    return driver.split(" / ")
