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
    """Return an arc per pair of related mentions, as plain values for the page.

    `from` and `to` are numbers of spans; `kind` names all relations of the pair that are
    used, or that are not. A relation whose words are its value has no arc.
    """
    count = len(extraction.mentions)
    pairs: dict[tuple[int, int, bool], list[Relation]] = {}
    for relation in extraction.relations:
        if relation.tail is None or max(relation.head, relation.tail) >= count:
            continue
        pairs.setdefault((relation.head, relation.tail, relation.used), []).append(relation)
    return [
        _arc(spans.of_mention(head), spans.of_mention(tail), relations, used)
        for (head, tail, used), relations in pairs.items()
    ]


def _arc(start: int, stop: int, relations: Sequence[Relation], used: bool) -> dict[str, Any]:
    kinds = (KINDS.get(relation.kind, visible(relation.kind)) for relation in relations)
    return {
        "kind": ", ".join(dict.fromkeys(kinds)),
        "from": start,
        "to": stop,
        "score": round(max(relation.score for relation in relations), 4),
        "used": used,
    }
