"""Prodigy: JSON lines with tokens, spans and relations, as rel.manual writes them.

The id of an entity travels in each span as `entity`, the records in `meta`; Prodigy
leaves both alone. `head` and `child` of a relation are the last tokens of its spans.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import SAME_AS, Span, links_of
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, span_of
from polesitter.learn.exchange.jsonl import objects, read_lines, write_lines
from polesitter.learn.exchange.tokens import Token, covered, tokens_of


def read_prodigy(path: Path, annotator: str | None = None) -> Iterator[Item]:
    """Yield the accepted reports of a file of db-out, and what was set aside.

    `annotator`: only tasks whose `_annotator_id` or `_session_id` is this one.
    """

    def wanted(task: dict[str, Any], spare_id: str) -> Sheet | None:
        signed = (task.get("_annotator_id"), task.get("_session_id"))
        return _sheet(task, spare_id) if annotator is None or annotator in signed else None

    return read_lines(path, wanted)


def write_prodigy(reports: Iterable[GoldReport], path: Path) -> list[Item]:
    """Write one accepted task per report; nothing is ever set aside."""
    write_lines(path, reports, task_of)
    return []


def task_of(report: GoldReport) -> dict[str, Any]:
    """Return a report as a task of Prodigy."""
    tokens = tokens_of(report.text, report.marks)
    spans = [
        {
            "start": mark.start,
            "end": mark.end,
            **dict(zip(("token_start", "token_end"), covered(tokens, mark), strict=True)),
            "label": mark.label,
            **({"entity": mark.id} if mark.id is not None else {}),
        }
        for mark in report.marks
    ]
    relations = [
        {
            "head": spans[head]["token_end"],
            "child": spans[child]["token_end"],
            "label": SAME_AS,
            "head_span": spans[head],
            "child_span": spans[child],
        }
        for head, child in links_of(report.marks)
    ]
    return {
        "text": report.text,
        "tokens": [_token(report.text, token, number) for number, token in enumerate(tokens)],
        "spans": spans,
        "relations": relations,
        "meta": {"report": report.id, "session": report.session, "records": list(report.records)},
        "answer": "accept",
    }


def _token(text: str, token: Token, number: int) -> dict[str, Any]:
    return {
        "text": text[token.start : token.end],
        "start": token.start,
        "end": token.end,
        "id": number,
        "ws": token.space,
    }


def _sheet(task: dict[str, Any], spare_id: str) -> Sheet:
    answer = task.get("answer", "accept")
    if answer != "accept":
        raise UnfitError(Errors.E632.format(answer=answer))
    meta = task.get("meta") or {}
    if not isinstance(meta, dict):
        raise UnfitError(Errors.E633.format(what="meta"))
    told = objects(task.get("spans") or [], "spans")
    spans = [_span(one) for one in told]
    relations = task.get("relations")
    return Sheet(
        id=meta.get("report", spare_id),
        text=task.get("text"),
        spans=spans,
        links=None if relations is None else _links(objects(relations, "relations"), told),
        session=meta.get("session"),
        records=meta.get("records"),
    )


def _span(told: Mapping[str, Any]) -> Span:
    return span_of(told.get("start"), told.get("end"), told.get("label"), told.get("entity"))


def _links(
    relations: Sequence[Mapping[str, Any]], spans: Sequence[Mapping[str, Any]]
) -> list[tuple[int, int]]:
    """Index pairs of the same_as relations; other labels are the annotator's own affair."""
    index = {(one["start"], one["end"]): number for number, one in enumerate(spans)}
    links = []
    for relation in relations:
        if relation.get("label") == SAME_AS:
            ends = [_bounds(relation.get(name)) for name in ("head_span", "child_span")]
            for bounds in ends:
                if bounds not in index:
                    raise UnfitError(Errors.E635.format(ref=bounds))
            links.append((index[ends[0]], index[ends[1]]))
    return links


def _bounds(told: object) -> tuple[int, int]:
    if not isinstance(told, dict):
        raise UnfitError(Errors.E633.format(what="head_span and child_span"))
    span = _span({"label": SAME_AS, **told})
    return span.start, span.end
