"""Judging claims: the learned weights applied, lists counted on, crews and classes found."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.relations.claims import Claim, find_claims, frames_of
from polesitter.relations.context import ContextClaim, find_context_claims
from polesitter.relations.crews import CrewClaim, find_crews
from polesitter.relations.gap_target import target_claims
from polesitter.relations.linear import LinearModel
from polesitter.relations.mates import MateClaim, find_mates
from polesitter.relations.order import walk
from polesitter.relations.pairs import Frame
from polesitter.relations.relative import find_relative
from polesitter.relations.superseded import superseded
from polesitter.relations.view import View

MEANINGS: dict[str, tuple[str, ...]] = {
    "POSITION": ("position", "grid"),
    "LAPTIME": ("lap_time",),
    "SPEED": ("speed",),
    "GAP": ("gap",),
    "NUMBER": ("number",),
    "TEAM": ("team",),
    "CAR": ("car",),
    "SEGMENT": ("segment",),
    "STATUS": ("status",),
    "TOP": ("position",),
    "BEAT": ("position",),
    "IMPLIED": ("position",),
    "MATE": ("mate",),
    "ORDER": ("position",),
    "RELATIVE": ("position",),
    "TARGET": ("target",),
    "CLASS": ("class",),
    "TOLD_SEGMENT": ("segment",),
    "CREW": ("crew",),
}
"""What a claim on a slot of each label can mean; "no" comes first in every model."""


Bases = dict[tuple[str, int], tuple[Sequence[str], list[float]]]
"""Label and identity of a value's own features -> those features (kept alive), their log-odds."""
TAKEN_BACK = 0.3
"""What is left of a lap's probability when the next sentence says it was beaten."""
EXCLUSIVE = frozenset(
    {"POSITION", "LAPTIME", "SPEED", "GAP", "NUMBER", "TOP", "BEAT", "IMPLIED", "TARGET", "ORDER"}
)
"""Labels whose values belong to one competitor at most: the heads compete for them."""


def group_of(claim: Claim) -> tuple[Any, ...]:
    """What the rivals of a claim share: the value's mention and its reading."""
    if claim.label == "ORDER":
        return (claim.label, claim.sentence, claim.mention, claim.value)
    return (claim.label, claim.mention, claim.value)


@dataclass(slots=True)
class Judged:
    """All claims of a report, scored."""

    frames: list[Frame]
    claims: list[Claim] = field(default_factory=list)
    targets: dict[tuple[int, int], list[Claim]] = field(default_factory=dict)
    classes: list[ContextClaim] = field(default_factory=list)
    segments: list[ContextClaim] = field(default_factory=list)
    crews: list[CrewClaim] = field(default_factory=list)
    mates: list[MateClaim] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Plain data: everything but the features."""
        return {
            "claims": [_claim_row(claim) for claim in self.claims],
            "targets": [
                [mention, head, [_claim_row(claim) for claim in claims]]
                for (mention, head), claims in self.targets.items()
            ],
            "classes": [_context_row(context) for context in self.classes],
            "segments": [_context_row(context) for context in self.segments],
            "crews": [[c.first, c.second, c.sentence, c.probability] for c in self.crews],
            "mates": [[m.first, m.second, m.sentence, m.cue, m.probability] for m in self.mates],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Judged":
        """What `to_dict` wrote, without features and frames."""
        return cls(
            frames=[],
            claims=[_claim(row) for row in data["claims"]],
            targets={(m, h): [_claim(row) for row in rows] for m, h, rows in data["targets"]},
            classes=[_context(row) for row in data["classes"]],
            segments=[_context(row) for row in data["segments"]],
            crews=[CrewClaim(a, b, n, [], p) for a, b, n, p in data["crews"]],
            mates=[MateClaim(a, b, n, cue, [], p) for a, b, n, cue, p in data["mates"]],
        )


def _claim_row(claim: Claim) -> list[Any]:
    return [claim.label, claim.competitor, claim.head, claim.mention, claim.sentence,
            claim.value, claim.scores, claim.rule, claim.framing]  # fmt: skip


def _claim(row: Sequence[Any]) -> Claim:
    label, competitor, head, mention, sentence, value, scores, rule, framing = row
    return Claim(label, competitor, head, mention, sentence, value, [], dict(scores), rule, framing)


def _context_row(context: ContextClaim) -> list[Any]:
    return [context.competitor, context.value, context.head, context.mention, context.sentence,
            context.probability]  # fmt: skip


def _context(row: Sequence[Any]) -> ContextClaim:
    competitor, value, head, mention, sentence, probability = row
    return ContextClaim(competitor, value, head, mention, sentence, [], probability)


class RelationModel:
    """One linear model per label; plain data in and out."""

    def __init__(self, models: Mapping[str, LinearModel]) -> None:
        self.models = dict(models)

    def judge(self, view: View) -> Judged:
        """Score every claim of a report; those without weights score 0."""
        frames = frames_of(view)
        judged = Judged(frames, list(find_claims(view, frames)))
        self.score(judged.claims)
        taken_back = superseded(frames)
        for claim in judged.claims:
            if claim.label in ("SPEED", "LAPTIME") and claim.sentence in taken_back:
                claim.scores = {name: chance * TAKEN_BACK for name, chance in claim.scores.items()}
        ordered = list(walk(frames, anchors_of(frames, judged.claims), view.head_of))
        self.score(ordered)
        ordered.extend(self._walk_on(view, frames, judged.claims, ordered))
        judged.claims.extend(ordered)
        relative = list(find_relative(frames, known_places(judged.claims), view.head_of))
        self.score(relative)
        judged.claims.extend(relative)
        for claim in judged.claims:
            if claim.label == "GAP" and claim.scores.get("gap", 0.0) > 0.3:
                place = place_of(frames[claim.sentence], claim.mention)
                targets = list(target_claims(frames, claim, place, view.head_of))
                self.score(targets)
                judged.targets[claim.mention, claim.head] = targets
        for label, found in (("CLASS", judged.classes), ("TOLD_SEGMENT", judged.segments)):
            slot = label.removeprefix("TOLD_")
            for context in find_context_claims(slot, frames, view.mentions, view.head_of):
                context.probability = self.probability(label, context.features)
                found.append(context)
        judged.crews = list(find_crews(frames, view.head_of))
        judged.mates = list(find_mates(frames, view.head_of))
        for mate in judged.mates:
            mate.probability = self.probability("MATE", mate.features)
        for crew in judged.crews:
            crew.probability = 1.0 if crew.certain else self.probability("CREW", crew.features)
        return judged

    def _walk_on(
        self, view: View, frames: list[Frame], claims: list[Claim], ordered: list[Claim]
    ) -> list[Claim]:
        """Count on once more from the places that were counted: lists run over sentences."""
        anchors = anchors_of(frames, [*claims, *ordered], counted=True)
        seen = {(claim.sentence, claim.head, claim.value) for claim in ordered}
        further = [
            claim
            for claim in walk(frames, anchors, view.head_of)
            if (claim.sentence, claim.head, claim.value) not in seen
        ]
        self.score(further)
        return further

    def score(self, claims: Iterable[Claim]) -> None:
        """Fill `scores` of each claim; where one head at most can be right, they compete."""
        groups: dict[tuple[Any, ...], list[Claim]] = {}
        bases: Bases = {}
        for claim in claims:
            model = self.models.get(claim.label)
            if model is None:
                continue
            if claim.label in EXCLUSIVE:
                groups.setdefault(group_of(claim), []).append(claim)
                continue
            chances = model.probabilities(claim.features, self._base(claim, bases))
            claim.scores = dict(zip(model.classes[1:], chances[1:], strict=True))
        for rivals in groups.values():
            self._choose(rivals, bases)

    def _base(self, claim: Claim, bases: Bases) -> list[float]:
        """What the value's own features add, worked out once for all claims on it."""
        key = (claim.label, id(claim.own))
        if key not in bases:
            bases[key] = (claim.own, self.models[claim.label].base(claim.own))
        return bases[key][1]

    def _choose(self, rivals: Sequence[Claim], bases: Bases) -> None:
        """Share one probability among the claims on a value and "nobody's"."""
        model = self.models[rivals[0].label]
        odds = [
            [
                math.exp(min(logit, 30.0))
                for logit in model.logits(claim.features, self._base(claim, bases))
            ]
            for claim in rivals
        ]
        total = 1.0 + sum(sum(row) for row in odds)
        for claim, row in zip(rivals, odds, strict=True):
            chances = [value / total for value in row]
            claim.scores = dict(zip(model.classes[1:], chances, strict=True))

    def probability(self, label: str, features: Sequence[str]) -> float:
        """P(yes) of a two-class model; 0 where there is none."""
        model = self.models.get(label)
        return model.probabilities(features)[1] if model is not None else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain data, a model per label."""
        return {label: model.to_dict() for label, model in sorted(self.models.items())}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RelationModel":
        """The models `to_dict` wrote."""
        return cls({label: LinearModel.from_dict(model) for label, model in data.items()})


def known_places(claims: Iterable[Claim], floor: float = 0.35) -> dict[str, tuple[int, int]]:
    """The likeliest position of each competitor so far, with the mention that states it."""
    best: dict[str, tuple[float, int, int]] = {}
    for claim in claims:
        chance = claim.scores.get("position", 0.0)
        value = str(claim.value)
        known = best.get(claim.competitor)
        if chance >= floor and value.isdigit() and (known is None or known[0] < chance):
            best[claim.competitor] = (chance, int(value), claim.mention)
    return {who: (place, mention) for who, (_, place, mention) in best.items()}


def anchors_of(
    frames: Sequence[Frame], claims: Iterable[Claim], *, counted: bool = False
) -> dict[int, dict[int, tuple[int, int]]]:
    """The stated places lists count on from: sentence -> head's item -> (position, mention)."""
    labels = ("POSITION", "TOP", "ORDER") if counted else ("POSITION", "TOP")
    best: dict[tuple[int, int], tuple[tuple[bool, float], int, int]] = {}
    for claim in claims:
        chance = claim.scores.get("position", 0.0)
        if claim.label not in labels or chance < 0.5:
            continue
        value = str(claim.value)
        key = (claim.sentence, claim.head)
        rank = (claim.label != "ORDER", chance)  # what is stated comes before what was counted
        if value.isdigit() and (key not in best or best[key][0] < rank):
            best[key] = (rank, int(value), claim.mention)
    anchors: dict[int, dict[int, tuple[int, int]]] = {}
    for (sentence, head), (_, position, mention) in best.items():
        for place in frames[sentence].heads:
            if frames[sentence].sentence.items[place].mention == head:
                anchors.setdefault(sentence, {})[place] = (position, mention)
    return anchors


def place_of(frame: Frame, mention: int) -> int:
    """The item of a mention in its sentence; -1 where it is not there."""
    return next((at for at, item in enumerate(frame.sentence.items) if item.mention == mention), -1)
