"""What lies between two models: names, slot patterns, weights and scores."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polesitter.entities.carried import FILE
from polesitter.learn.retrain.store import StoredModel


@dataclass(frozen=True, slots=True)
class WeightChange:
    """A feature of a relation model that weighs otherwise; 0 where a model lacks it.

    `toward`: the class it speaks for where it is positive.
    """

    model: str
    feature: str
    toward: str
    old: float
    new: float

    @property
    def size(self) -> float:
        """How far the weight moved."""
        return abs(self.new - self.old)


@dataclass(frozen=True, slots=True)
class ModelDiff:
    """Names as (label, words, id), slot patterns as (id, pattern), weights by size of change.

    `scores`: what each model's gate recorded, {"all": (old, new)}; None where it has none.
    """

    old: str
    new: str
    names_added: tuple[tuple[str, str, str], ...]
    names_removed: tuple[tuple[str, str, str], ...]
    patterns_added: tuple[tuple[str, str], ...]
    patterns_removed: tuple[tuple[str, str], ...]
    weights: tuple[WeightChange, ...]
    scores: Mapping[str, tuple[float | None, float | None]]


def diff_models(old: StoredModel, new: StoredModel) -> ModelDiff:
    """Compare two models by their files; neither is loaded."""
    names = _names(old.folder), _names(new.folder)
    before, after = _relations(old.folder), _relations(new.folder)
    rules = _rules(before), _rules(after)
    return ModelDiff(
        old.version,
        new.version,
        names_added=tuple(sorted(names[1] - names[0])),
        names_removed=tuple(sorted(names[0] - names[1])),
        patterns_added=tuple(sorted(rules[1] - rules[0])),
        patterns_removed=tuple(sorted(rules[0] - rules[1])),
        weights=_weight_changes(before.get("model", {}), after.get("model", {})),
        scores=_scores(old, new),
    )


def _names(folder: Path) -> set[tuple[str, str, str]]:
    path = folder / "names" / "patterns"
    if not path.exists():
        return set()
    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {(line["label"], _words(line["pattern"]), line.get("id", "")) for line in told}


def _words(pattern: object) -> str:
    return pattern if isinstance(pattern, str) else json.dumps(pattern, ensure_ascii=False)


def _relations(folder: Path) -> dict[str, Any]:
    path = folder / "relations" / FILE
    if not path.exists():
        return {}
    told: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()))
    return told


def _rules(relations: Mapping[str, Any]) -> set[tuple[str, str]]:
    rules = (relations.get("rules") or {}).get("rules", ())
    return {(rule["id"], rule["pattern"]) for rule in rules}


def _weight_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[WeightChange, ...]:
    changes = []
    for model in sorted({*old, *new}):
        before, after = _weights(old.get(model)), _weights(new.get(model))
        for feature, toward in sorted({*before, *after}):
            was, now = (side.get((feature, toward), 0.0) for side in (before, after))
            if was != now:
                changes.append(WeightChange(model, feature, toward, was, now))
    return tuple(sorted(changes, key=_most_changed))


def _weights(model: Mapping[str, Any] | None) -> dict[tuple[str, str], float]:
    """The weights of a linear model by feature and class; none of what is no such model."""
    if model is None or "weights" not in model:
        return {}
    classes = model["classes"][1:]
    return {
        (feature, toward): weight
        for feature, weights in model["weights"].items()
        for toward, weight in zip(classes, weights, strict=True)
    }


def _most_changed(change: WeightChange) -> tuple[float, str, str]:
    return -change.size, change.model, change.feature


def _scores(old: StoredModel, new: StoredModel) -> dict[str, tuple[float | None, float | None]]:
    before, after = ((model.learning.get("gate") or {}).get("scores", {}) for model in (old, new))
    return {name: (before.get(name), after.get(name)) for name in dict.fromkeys([*after, *before])}
