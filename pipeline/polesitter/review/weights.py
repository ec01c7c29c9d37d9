"""What the learned weights say of a value: how much each sign speaks for it or against it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims.claim import Claim
from polesitter.relations.competitors.sharing import sharing_of
from polesitter.relations.component import Relations
from polesitter.relations.judged import Judged
from polesitter.text.clean import clean

if TYPE_CHECKING:
    from spacy.language import Language

    from polesitter.types import Report

SIGNS_TOLD = 4
RULE = "rule:"
MEANING_OF = {
    "car_class": "class", "grid_position": "grid", "starts_at_rear": "grid",
    "car_number": "number", "speed_unit": "speed", "lap_time_s": "lap_time", "gap_s": "gap",
    "gap_approx": "gap",
}  # fmt: skip
"""Columns that do not bear the name of what a claim means."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A feature of a claim as the model names it, and its weight in log-odds."""

    feature: str
    weight: float


@dataclass(frozen=True, slots=True)
class Weighing:
    """What spoke for a value.

    `rule`: the learned weight of the rule that read it, None where it was learned none;
    `total`: the log-odds of all signs together, raw: before rivals take their share,
    before sentences add up, before calibration. `signs`: the weightiest.
    """

    rule: float | None
    total: float
    signs: tuple[Sign, ...] = ()

    def beside(self, chance: float) -> str:
        """Return the rule's weight and the sum of all, as people read them; "" for neither.

        The sum is left out where it says the opposite of the value's `chance`, 0 to 1: then
        it was other sentences or rivals that decided.
        """
        # Adding zero makes a minus of what rounds to nought a plus.
        total = round(self.total, 1) + 0.0
        told = [] if self.rule is None else [f"weight {round(self.rule, 2) + 0.0:+.2f}"]
        if total * (chance - 0.5) >= 0.0:
            told.append(f"raw log-odds {total:+.1f}")
        return " of ".join(told)


class Weights(Protocol):
    """Weighs the values of one report."""

    def weigh(
        self, column: str, rule: str, heads: Iterable[int], mention: int | None
    ) -> Weighing | None:
        """Return what spoke for a mention as a column of the competitor with those heads."""

    def recorded(self, entity: str) -> float | None:
        """Return how probable it is that a driver has a row, None where it was not weighed."""

    def is_rider(self, entity: str) -> bool:
        """Tell whether a driver shares a car that another one qualified."""


class NoWeights:
    """Where the model is not at hand: a dataset holds no weights."""

    def weigh(
        self, column: str, rule: str, heads: Iterable[int], mention: int | None
    ) -> Weighing | None:
        """Return None."""
        return None

    def recorded(self, entity: str) -> float | None:
        """Return None."""
        return None

    def is_rider(self, entity: str) -> bool:
        """Return False."""
        return False


class LearnedWeights:
    """The weights of a pipeline over the claims of one report.

    `chances`: entity -> how probable it is that it has a row. `riders`: those who share a
    car that another one qualified.
    """

    def __init__(
        self,
        models: Mapping[str, LinearModel],
        claims: Sequence[Claim],
        chances: Mapping[str, float] | None = None,
        riders: Collection[str] = (),
    ) -> None:
        self.models = models
        self.chances = chances or {}
        self.riders = riders
        self.claims: dict[tuple[int, int], list[Claim]] = {}
        for claim in claims:
            self.claims.setdefault((claim.head, claim.mention), []).append(claim)

    def weigh(
        self, column: str, rule: str, heads: Iterable[int], mention: int | None
    ) -> Weighing | None:
        """Return what spoke for a mention as a column of the competitor with those heads.

        `heads`, `mention`: indices of the report's mentions. None where the value was
        not weighed: a name spelled in full, a class told by its heading.
        """
        meaning = MEANING_OF.get(column, column)
        claim = self._claim(meaning, rule, heads, mention)
        if claim is None:
            return None
        model = self.models[claim.label]
        at = model.classes.index(meaning) - 1
        found = {name: model.weights[name][at] for name in claim.signs if name in model.weights}
        ranked = sorted(found.items(), key=_weightiest)
        return Weighing(
            found.get(f"{RULE}{rule}"),
            round(model.logits(claim.signs)[at], 4),
            tuple(Sign(name, weight) for name, weight in ranked[:SIGNS_TOLD]),
        )

    def recorded(self, entity: str) -> float | None:
        """Return how probable it is that a driver has a row, None where it was not weighed."""
        return self.chances.get(entity)

    def is_rider(self, entity: str) -> bool:
        """Tell whether a driver shares a car that another one qualified."""
        return entity in self.riders

    def _claim(
        self, meaning: str, rule: str, heads: Iterable[int], mention: int | None
    ) -> Claim | None:
        if mention is None:
            return None
        claims = [
            claim
            for head in heads
            for claim in self.claims.get((head, mention), ())
            if claim.label in self.models and meaning in self.models[claim.label].classes
        ]
        named = [claim for claim in claims if claim.rule == rule]
        ranked = [(claim.scores.get(meaning, 0.0), -claim.head, claim) for claim in named or claims]
        return max(ranked, key=_probability)[2] if ranked else None


def weights_of(nlp: "Language", report: "Report") -> Weights:
    """Read a report up to its relations, and return the weights of their model.

    A pipeline without the component `polesitter_relations` gives NoWeights.
    """
    if not any(isinstance(pipe, Relations) for _, pipe in getattr(nlp, "pipeline", ())):
        return NoWeights()
    text = clean(report.text).text
    doc = nlp.make_doc(text if text.endswith("\n") else f"{text}\n")
    doc.user_data["published"] = report.published.isoformat() if report.published else None
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, Relations):
            return _learned(pipe, pipe.find(doc))
        doc = pipe(doc)
    return NoWeights()


def _learned(relations: Relations, judged: Judged) -> LearnedWeights:
    drivers = {name for crew in judged.crews for name in (crew.first, crew.second)}
    riders = sharing_of(judged.crews, sorted(drivers)).riders
    return LearnedWeights(relations.model.models, judged.claims, judged.recorded, riders)


def _weightiest(item: tuple[str, float]) -> tuple[float, str]:
    return -abs(item[1]), item[0]


def _probability(ranked: tuple[float, int, Claim]) -> tuple[float, int]:
    return ranked[0], ranked[1]
