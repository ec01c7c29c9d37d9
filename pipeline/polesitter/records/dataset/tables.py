"""Extractions into Arrow columns, a batch of reports at a time.

Columns are filled as plain lists and handed to Arrow by the stated schema: a dict
per row would cost several times the memory, an inferred type would change with
what a batch happens to hold.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.schemas import SCHEMAS
from polesitter.records.extraction import Extraction
from polesitter.types import ClassFacts, Evidence, Mention, ReportError, Result, Session

Tables = dict[str, pa.Table]
"""One Arrow table per name of SCHEMAS; without file metadata."""


class Columns:
    """The columns of one table under construction."""

    def __init__(self, schema: pa.Schema) -> None:
        self.schema = schema
        self.lists: list[list[Any]] = [[] for _ in schema]

    def append(self, *row: Any) -> None:
        """Add a row: one value for each column of the schema, in its order."""
        for column, value in zip(self.lists, row, strict=True):
            column.append(value)

    def table(self) -> pa.Table:
        """Return the rows as Arrow.

        Raises pyarrow.ArrowException where a value fits no column, PolesitterError
        (E407) where one is missing that must be there: Arrow itself would only
        complain when the part is written, with all reports lost.
        """
        arrays = [
            pa.array(column, field.type)
            for column, field in zip(self.lists, self.schema, strict=True)
        ]
        for array, field in zip(arrays, self.schema, strict=True):
            _check_filled(array, field)
        return pa.Table.from_arrays(arrays, schema=self.schema)


def build_tables(
    extractions: Iterable[Extraction],
    errors: Iterable[ReportError] = (),
    *,
    keep_text: bool = True,
) -> Tables:
    """Return the rows of some reports and of the inputs set aside, in the order given.

    Every table is there, if need be empty. Scores are rounded to 4 decimals.
    `keep_text=False` leaves `reports.text` null. Raises what Columns.table raises, and
    UnicodeEncodeError for half a surrogate pair.
    """
    columns = {name: Columns(schema) for name, schema in SCHEMAS.items()}
    for extraction in extractions:
        _add_results(columns["results"], extraction)
        _add_sessions(columns["sessions"], extraction)
        _add_mentions(columns["mentions"], extraction)
        _add_relations(columns["relations"], extraction)
        _add_report(columns["reports"], extraction, keep_text)
    for error in errors:
        _add_error(columns["errors"], error)
    return {name: filled.table() for name, filled in columns.items()}


def _check_filled(array: pa.Array, field: pa.Field) -> None:
    if array.null_count and not field.nullable:
        raise PolesitterError(Errors.E407.format(column=field.name))
    if pa.types.is_list(field.type):
        _check_filled(array.flatten(), field.type.value_field)
    elif pa.types.is_struct(field.type):
        for child, child_field in zip(array.flatten(), field.type.fields, strict=True):
            _check_filled(child, child_field)


def _add_results(columns: Columns, extraction: Extraction) -> None:
    source, session = extraction.report.source, extraction.session
    shared = _evidence(session.evidence)
    for result in extraction.results:
        columns.append(
            source,
            result.result_id,
            *_session_cells(session),
            result.session_name,
            *_competitor_cells(result),
            *_lap_cells(result),
            _score(result.confidence),
            list(result.flags),
            _evidence(result.evidence) + shared,
        )


def _session_cells(session: Session) -> tuple[Any, ...]:
    """Cells of session_id to session_date."""
    return (
        session.session_id,
        session.series,
        session.event,
        session.track,
        session.session_date,
    )


def _competitor_cells(result: Result) -> tuple[Any, ...]:
    """Cells of car_class to car_number."""
    return (
        result.car_class,
        result.position,
        result.grid_position,
        result.starts_at_rear,
        result.driver,
        result.driver_id,
        result.team,
        result.team_id,
        result.car,
        result.manufacturer,
        result.car_number,
    )


def _lap_cells(result: Result) -> tuple[Any, ...]:
    """Cells of speed to status."""
    return (
        result.speed,
        result.speed_unit,
        result.speed_kph,
        result.lap_time_s,
        result.gap_s,
        result.gap_to,
        result.gap_approx,
        result.segment,
        result.status,
    )


def _add_sessions(columns: Columns, extraction: Extraction) -> None:
    session = extraction.session
    shared = _evidence(session.evidence)
    for facts in session.classes or (ClassFacts(),):
        columns.append(
            extraction.report.source,
            *_session_cells(session),
            facts.car_class,
            facts.pole_driver,
            facts.entries,
            facts.red_flags,
            facts.track_record,
            facts.record_holder,
            facts.record_year,
            facts.race_start,
            facts.broadcaster,
            _evidence(facts.evidence) + shared,
        )


def _add_mentions(columns: Columns, extraction: Extraction) -> None:
    for number, mention in enumerate(extraction.mentions):
        columns.append(
            extraction.report.source,
            number,
            mention.start,
            mention.end,
            mention.text,
            mention.label,
            mention.entity_id,
            _value(mention),
            mention.unit,
            mention.approx,
            mention.rule,
            _score(mention.score),
            mention.framing,
        )


def _add_relations(columns: Columns, extraction: Extraction) -> None:
    for number, relation in enumerate(extraction.relations):
        columns.append(
            extraction.report.source,
            number,
            relation.kind,
            relation.head,
            relation.tail,
            relation.value,
            relation.framing,
            relation.rule,
            _score(relation.score),
            relation.used,
        )


def _add_report(columns: Columns, extraction: Extraction, keep_text: bool) -> None:
    report = extraction.report
    flags = {flag for result in extraction.results for flag in result.flags}
    columns.append(
        report.source,
        report.sha256,
        report.title,
        report.published,
        report.text if keep_text else None,
        *_session_cells(extraction.session)[1:],
        len(report.text.split()),
        _score(extraction.qualifying),
        len(extraction.mentions),
        len(extraction.results),
        sorted(flags),
        extraction.model,
    )


def _add_error(columns: Columns, error: ReportError) -> None:
    columns.append(error.source, error.stage, error.error, error.message, error.sha256, error.model)


def _evidence(items: Sequence[Evidence]) -> list[tuple[Any, ...]]:
    return [
        (item.field, item.start, item.end, item.text, item.rule, _score(item.score))
        for item in items
    ]


def _value(mention: Mention) -> str | None:
    """A measure's value as text: one column holds places, times and class names."""
    return None if mention.value is None else str(mention.value)


def _score(score: float) -> float:
    return round(float(score), 4)
