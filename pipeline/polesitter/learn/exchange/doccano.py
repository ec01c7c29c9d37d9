"""doccano: JSON lines as its relation projects write them, and plain sequence labels.

Every key that is not doccano's own is kept by it as metadata: so travel the report's
id, the entities' ids and the records.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import SAME_AS, Span, links_of
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, span_of
from polesitter.learn.exchange.jsonl import objects, read_lines, write_lines


def read_doccano(path: Path) -> Iterator[Item]:
    """Yield the reports of an export, and what was set aside.

    Takes `entities` and `relations`, or `label` (`labels`) as [start, end, label].
    """
    return read_lines(path, _sheet)


def write_doccano(reports: Iterable[GoldReport], path: Path) -> list[Item]:
    """Write one example per report; nothing is ever set aside."""
    write_lines(path, reports, example_of)
    return []


def example_of(report: GoldReport) -> dict[str, Any]:
    """Return a report as an example of doccano; ids of entities and relations are its own."""
    entities = [
        {"id": number, "label": mark.label, "start_offset": mark.start, "end_offset": mark.end}
        for number, mark in enumerate(report.marks)
    ]
    relations = [
        {"id": number, "from_id": later, "to_id": earlier, "type": SAME_AS}
        for number, (later, earlier) in enumerate(links_of(report.marks))
    ]
    return {
        "text": report.text,
        "entities": entities,
        "relations": relations,
        "report": report.id,
        "names": [[mark.start, mark.end, mark.id] for mark in report.marks if mark.id is not None],
        "session": report.session,
        "records": list(report.records),
    }


def _sheet(example: dict[str, Any], spare_id: str) -> Sheet:
    names = _names(example.get("names"))
    if "entities" in example:
        told = objects(example["entities"], "entities")
        spans = [_span(one, names) for one in told]
        links = _links(objects(example.get("relations") or [], "relations"), told)
    else:
        spans = _labels(example.get("label", example.get("labels")), names)
        links = None
    return Sheet(
        id=example.get("report", spare_id),
        text=example.get("text", example.get("data")),
        spans=spans,
        links=links,
        session=example.get("session"),
        records=example.get("records"),
    )


def _names(value: object) -> dict[tuple[int, int], str]:
    """Entity ids by bounds; a mention whose bounds were changed has none."""
    spans = [_triple(one, "names") for one in _triples(value or [], "names")]
    return {(span.start, span.end): span.label for span in spans}


def _span(told: Mapping[str, Any], names: Mapping[tuple[int, int], str]) -> Span:
    span = span_of(told.get("start_offset"), told.get("end_offset"), told.get("label"))
    return replace(span, entity=names.get((span.start, span.end)))


def _labels(value: object, names: Mapping[tuple[int, int], str]) -> list[Span]:
    spans = [_triple(one, "label") for one in _triples(value, "label")]
    return [replace(span, entity=names.get((span.start, span.end))) for span in spans]


def _triples(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise UnfitError(Errors.E633.format(what=what))
    return value


def _triple(value: object, what: str) -> Span:
    """What [start, end, label] tells."""
    if not isinstance(value, list) or len(value) != 3:
        raise UnfitError(Errors.E633.format(what=what))
    return span_of(*value)


def _links(
    relations: list[dict[str, Any]], entities: list[dict[str, Any]]
) -> list[tuple[int, int]]:
    index = {str(one.get("id")): number for number, one in enumerate(entities)}
    links = []
    for relation in relations:
        if relation.get("type") != SAME_AS:
            continue
        refs = [str(relation.get(name)) for name in ("from_id", "to_id")]
        for ref in refs:
            if ref not in index:
                raise UnfitError(Errors.E635.format(ref=ref))
        links.append((index[refs[0]], index[refs[1]]))
    return links
