"""A linear model over named features: logistic for two classes, softmax for more."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


class LinearModel:
    """Weights by feature name; `classes[0]` is "no relation" and has weight 0 throughout.

    `weights` maps a feature to one weight per further class.
    """

    __slots__ = ("classes", "weights")

    def __init__(self, classes: Sequence[str], weights: Mapping[str, Sequence[float]]) -> None:
        self.classes = tuple(classes)
        self.weights = {name: tuple(values) for name, values in weights.items()}

    def logits(self, features: Iterable[str]) -> list[float]:
        """Log-odds of each class but the first against the first; "" is the bias."""
        weights = self.weights
        totals = list(weights.get("", (0.0,) * (len(self.classes) - 1)))
        if len(totals) == 1:
            return [totals[0] + sum([weights[name][0] for name in features if name in weights])]
        for feature in features:
            found = weights.get(feature)
            if found is not None:
                for index, weight in enumerate(found):
                    totals[index] += weight
        return totals

    def to_dict(self) -> dict[str, Any]:
        """Plain data, weights rounded to 3 decimals and sorted by feature."""
        return {
            "classes": list(self.classes),
            "weights": {
                name: [round(value, 3) for value in values]
                for name, values in sorted(self.weights.items())
            },
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "LinearModel":
        """The model `to_dict` wrote."""
        return cls(data["classes"], data["weights"])


def shares(logits: Sequence[float]) -> list[float]:
    """P(class) of each class but the first, by their log-odds against it."""
    if len(logits) == 1:
        return [chance_of(logits[0])]
    top = max(0.0, *logits)
    odds = [math.exp(value - top) for value in logits]
    total = math.exp(-top) + sum(odds)
    return [value / total for value in odds]


def chance_of(logit: float) -> float:
    """P(yes) by its log-odds."""
    if logit >= 0.0:
        return 1.0 / (math.exp(-logit) + 1.0)
    odds = math.exp(logit)
    return odds / (1.0 + odds)
