"""A sheet as plain data for the page. Every offset is in code points of the report's text."""

from collections.abc import Iterable
from typing import Any

from polesitter.review.app.cells import FIELDS, SESSION_FIELDS, shown
from polesitter.review.app.rows import Row
from polesitter.review.app.sheet import Sheet
from polesitter.types import Mention

DECIMALS = 3


def whole_view(sheet: Sheet) -> dict[str, Any]:
    """Return everything the page shows of a report, its text included."""
    view = changed_view(sheet, range(len(sheet.parts)))
    for part in view["parts"]:
        part["text"] = sheet.parts[part["number"]].text
    return view


def changed_view(sheet: Sheet, parts: Iterable[int]) -> dict[str, Any]:
    """Return grid and session, and the mentions of the parts that have changed."""
    history = sheet.history
    told = sheet.mentions()
    return {
        "revision": history.revision,
        "status": history.status,
        "steps": history.standing,
        "redo": len(history.steps) - history.standing,
        "parts": [
            {
                "number": number,
                "start": sheet.parts[number].start,
                "mentions": [_mention(one) for one in told[number]],
            }
            for number in parts
        ],
        "rows": [_row(row) for row in sheet.rows()],
        "session": _session(sheet),
    }


def _mention(one: Mention) -> list[Any]:
    """Return start, end, label, entity, framing, rule, score and value."""
    value = None if one.value is None else str(one.value)
    score = round(one.score, DECIMALS)
    return [one.start, one.end, one.label, one.entity_id, one.framing, one.rule, score, value]


def _row(row: Row) -> dict[str, Any]:
    confidence = None if row.confidence is None else round(row.confidence, DECIMALS)
    return {
        "id": row.id,
        "confidence": confidence,
        "flags": list(row.flags),
        "cells": [_cell(row, field.name) for field in FIELDS],
    }


def _cell(row: Row, name: str) -> dict[str, Any]:
    cell: dict[str, Any] = {"text": shown(name, row.values)}
    if row.spans.get(name):
        cell["spans"] = row.spans[name]
    if name in row.pinned:
        cell["pinned"] = True
    elif name in row.chances:
        cell["chance"] = round(row.chances[name], DECIMALS)
    return cell


def _session(sheet: Sheet) -> list[dict[str, Any]]:
    values, spans = sheet.session(), sheet.session_spans()
    return [
        {
            "text": values[field.name] or "",
            "spans": spans.get(field.name, []),
            "pinned": field.name in sheet.draft.session,
        }
        for field in SESSION_FIELDS
    ]
