"""A driver who is named in a report and has no row there: what was told, and why it gave none."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from polesitter.records.extraction import Extraction
from polesitter.records.likely_rows import LEAST
from polesitter.review.explain import FieldExplanation, RowExplanation, explain, is_called
from polesitter.review.no_results import why_no_results
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.reason import Reason
from polesitter.review.unread import Tokenize
from polesitter.review.values import percent_text
from polesitter.review.weights import NoWeights, Weights
from polesitter.types import Evidence, Mention, Result

OUTCOMES = frozenset({"qualified", "grid", "lap_time", "lap_speed", "gap", "status"})
"""The relations of which a row needs at least one."""


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A driver without a row.

    `row`: what a row of it would have had to rest on: where it is named, and for every field
    what came closest. `chance`: how probable a row was, None where it was not weighed.
    """

    name: str
    why: str
    chance: float | None
    row: RowExplanation


def explain_unrecorded(
    extraction: Extraction,
    places: PatternPlaces,
    driver: str,
    *,
    weights: Weights | None = None,
    tokenize: Tokenize = str.split,
) -> list[Unrecorded]:
    """Explain the drivers of a report who are called `driver` and are not in its results."""
    return [
        _unrecorded(extraction, places, own, weights or NoWeights(), tokenize)
        for own in _named(extraction.mentions, driver)
    ]


def names_driver(extraction: Extraction, driver: str) -> bool:
    """Tell whether words of a report are marked as a driver called so."""
    return bool(_named(extraction.mentions, driver))


def _named(mentions: Sequence[Mention], driver: str) -> list[list[Mention]]:
    """The mentions of each driver who is called so in one of them."""
    entities: dict[str, list[Mention]] = {}
    for number, one in enumerate(mentions):
        if one.label == "DRIVER":
            entities.setdefault(one.entity_id or f"alone {number}", []).append(one)
    return [own for own in entities.values() if any(is_called(one.text, driver) for one in own)]


def _unrecorded(
    extraction: Extraction,
    places: PatternPlaces,
    own: Sequence[Mention],
    weights: Weights,
    tokenize: Tokenize,
) -> Unrecorded:
    name = max(own, key=_length).text
    proofs = tuple(
        Evidence("driver", one.start, one.end, one.text, one.rule, one.score) for one in own
    )
    made_up = Result(len(extraction.results), driver=name, evidence=proofs)
    alone = replace(extraction, results=(*extraction.results, made_up))
    row = explain(alone, places, name, weights=weights, tokenize=tokenize)[-1]
    row = replace(row, fields=tuple(_without_row(field) for field in row.fields))
    entity = own[0].entity_id
    chance = weights.recorded(entity) if entity is not None else None
    return Unrecorded(name, _why(extraction, own, chance, weights), chance, row)


def _without_row(field: FieldExplanation) -> FieldExplanation:
    """A value that nothing speaks against but that there is no row, with that as the reason."""
    if field.reason is None or field.reason.kind != "outweighed" or not field.rivals:
        return field
    first = field.rivals[0]
    told = f"{first.text!r} ({percent_text(first.score)}): there is no row for it to stand in"
    return replace(field, reason=Reason("outweighed", told))


def _why(
    extraction: Extraction, own: Sequence[Mention], chance: float | None, weights: Weights
) -> str:
    """Why there is no row, from what rules out most to what rules out least."""
    if not extraction.results:
        return why_no_results(extraction.qualifying, extraction.report.text)
    if own[0].entity_id is not None and weights.is_rider(own[0].entity_id):
        return "the car that it shares was qualified by another driver"
    if chance is not None and chance < LEAST:
        return f"a row was {percent_text(chance)} probable, and {percent_text(LEAST)} is the least"
    if not _has_outcome(extraction, own):
        return "no place, lap, gap or status is told of it"
    told = "" if chance is None else f"a row was {percent_text(chance)} probable, but "
    return f"{told}no place, lap, gap or status that is told of it was probable enough"


def _has_outcome(extraction: Extraction, own: Sequence[Mention]) -> bool:
    return any(
        relation.kind in OUTCOMES and extraction.mentions[relation.head] in own
        for relation in extraction.relations
    )


def _length(mention: Mention) -> int:
    return len(mention.text)
