"""Label Studio: a JSON list of tasks, with annotations or predictions.

An entity's id travels as the note of a region (`meta.text`), the records in `data`.
Label Studio counts code points, and so do we.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from polesitter.errors import Errors
from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.entities import SAME_AS, Span, links_of
from polesitter.learn.exchange.item import Item, Sheet, UnfitError, gold_of, span_of
from polesitter.learn.exchange.jsonl import objects

FROM_NAME, TO_NAME = "label", "text"
"""The names of the labels and of the text in label_studio.xml."""

Task = dict[str, Any]


def write_label_studio(
    reports: Iterable[GoldReport], path: Path, *, predicted_by: str | None = None
) -> list[Item]:
    """Write one task per report; nothing is ever set aside.

    The marks are finished annotations, or predictions of the model `predicted_by`, which
    an annotator starts from.
    """
    tasks = [task_of(report, predicted_by=predicted_by) for report in reports]
    path.write_bytes(json.dumps(tasks, ensure_ascii=False, indent=1).encode())
    return []


def task_of(report: GoldReport, *, predicted_by: str | None = None) -> Task:
    """Return a report as a task to import."""
    regions = [
        {
            "id": f"m{number}",
            "type": "labels",
            "from_name": FROM_NAME,
            "to_name": TO_NAME,
            "value": {
                "start": mark.start,
                "end": mark.end,
                "text": report.text[mark.start : mark.end],
                "labels": [mark.label],
            },
            **({"meta": {"text": [mark.id]}} if mark.id is not None else {}),
        }
        for number, mark in enumerate(report.marks)
    ]
    relations = [
        {
            "type": "relation",
            "from_id": f"m{later}",
            "to_id": f"m{earlier}",
            "direction": "right",
            "labels": [SAME_AS],
        }
        for later, earlier in links_of(report.marks)
    ]
    told = {"result": [*regions, *relations]}
    marks = (
        {"annotations": [told]}
        if predicted_by is None
        else {"predictions": [{"model_version": predicted_by, **told}]}
    )
    data = {
        "text": report.text,
        "report": report.id,
        "session": report.session,
        "records": list(report.records),
    }
    return {"data": data, **marks}


def read_label_studio(path: Path, annotator: str | None = None) -> Iterator[Item]:
    """Yield the annotated reports of a JSON export, and what was set aside.

    Of several annotations of a task the one updated last is taken; predictions and
    cancelled annotations never are. `annotator`: only annotations completed by this
    e-mail address or number; tasks without one are passed over.
    """
    try:
        tasks = objects(json.loads(path.read_bytes()), "task")
    except UnfitError as error:
        yield error.at(path.name)
        return
    except (ValueError, RecursionError) as error:
        yield UnfitError(Errors.E642.format(detail=error)).at(path.name)
        return
    for number, task in enumerate(tasks, start=1):
        try:
            kept = _annotations(task, annotator)
            if annotator is None or kept:
                yield gold_of(_sheet(task, kept, f"{path.stem}-{number:04}"))
        except UnfitError as error:
            yield error.at(path.name, number)


def _sheet(task: Task, annotations: Sequence[Task], spare_id: str) -> Sheet:
    data = task.get("data")
    if not isinstance(data, dict):
        raise UnfitError(Errors.E633.format(what="data"))
    if not annotations:
        raise UnfitError(Errors.E634)
    results = objects(max(annotations, key=_updated).get("result"), "result")
    regions = [one for one in results if one.get("type") == "labels"]
    return Sheet(
        id=data.get("report", spare_id),
        text=data.get(TO_NAME),
        spans=[_span(region) for region in regions],
        links=list(_links(results, [region.get("id") for region in regions])),
        session=data.get("session"),
        records=data.get("records"),
    )


def _annotations(task: Task, annotator: str | None) -> list[Task]:
    """The annotations that were not cancelled, of one annotator if asked for."""
    told = objects(task.get("annotations") or [], "annotations")
    kept = [one for one in told if not one.get("was_cancelled")]
    return [one for one in kept if annotator is None or annotator in _signed(one)]


def _signed(annotation: Task) -> set[str]:
    """The ways in which an export names an annotator: a number, or number and address."""
    by = annotation.get("completed_by")
    return {str(by.get("id")), str(by.get("email"))} if isinstance(by, dict) else {str(by)}


def _updated(annotation: Task) -> str:
    return str(annotation.get("updated_at") or annotation.get("created_at") or "")


def _span(region: Mapping[str, Any]) -> Span:
    value = region.get("value")
    labels = value.get("labels") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(labels, list) or len(labels) != 1:
        raise UnfitError(Errors.E633.format(what="value with one label"))
    meta = region.get("meta")
    notes = meta.get("text") if isinstance(meta, dict) else None
    entity = notes[0] if isinstance(notes, list) and notes else notes
    return span_of(value.get("start"), value.get("end"), labels[0], entity, _words(value))


def _words(value: Mapping[str, Any]) -> str | None:
    """The surface as told; None across lines, where the tool writes the line break anew."""
    words = value.get("text")
    return words if isinstance(words, str) and not set(words) & {"\n", "\r", "\\"} else None


def _links(results: Sequence[Task], regions: Sequence[object]) -> Iterator[tuple[int, int]]:
    index = {str(ref): number for number, ref in enumerate(regions)}
    for one in results:
        if one.get("type") != "relation" or SAME_AS not in (one.get("labels") or [SAME_AS]):
            continue
        refs = [str(one.get(name)) for name in ("from_id", "to_id")]
        for ref in refs:
            if ref not in index:
                raise UnfitError(Errors.E635.format(ref=ref))
        yield index[refs[0]], index[refs[1]]
