"""The relations of a report as arcs between its spans."""

from collections.abc import Sequence
from typing import Any

from polesitter.records.extraction import Extraction
from polesitter.review.page.spans import PageSpans
from polesitter.review.page.visible import visible
from polesitter.types import Relation

KINDS = {
    "drives_for": "drives for", "drives": "drives", "has_number": "number", "in_class": "class",
    "qualified": "place", "grid": "starts", "lap_speed": "speed", "lap_time": "lap", "gap": "gap",
    "segment_reached": "segment", "status": "status",
}  # fmt: skip


def arcs_of(extraction: Extraction, spans: PageSpans) -> list[dict[str, Any]]:
    """Return an arc per relation between two mentions, as plain values for the page.

    `from` and `to` are numbers of spans; a relation whose words are its value has no arc.
    """
    count = len(extraction.mentions)
    return [
        _arc(relation, spans)
        for relation in extraction.relations
        if relation.tail is not None and _is_within(relation, count)
    ]


def _is_within(relation: Relation, count: int) -> bool:
    return relation.head < count and (relation.tail or 0) < count


def _arc(relation: Relation, spans: PageSpans) -> dict[str, Any]:
    ends: Sequence[int] = (relation.head, relation.tail or 0)
    start, stop = (spans.of_mention(index) for index in ends)
    return {
        "kind": KINDS.get(relation.kind, visible(relation.kind)),
        "from": start,
        "to": stop,
        "framing": relation.framing,
        "rule": visible(relation.rule),
        "score": round(relation.score, 4),
        "used": relation.used,
    }
