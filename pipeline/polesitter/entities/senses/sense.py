"""Which of its senses a word has: "third" a place or what is counted, "Am" a class or a word.

Word sense disambiguation by a linear model over the words around (as in Yarowsky 1994,
decision lists for accents; here all signs are weighed), learned from the corpus.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from polesitter.entities.linear import LinearModel, chance_of
from polesitter.entities.senses.prototype_signs import prototype_signs
from polesitter.entities.senses.sense_signs import signs_of
from polesitter.entities.senses.topic_signs import topic_signs

Sense = Callable[[str, int, int, str, bool], float]
"""Text, bounds of a word in code points, its kind, what the rules say -> how probable it is meant,
0 where it is not taken."""


PLACE: Final = -0.4
CLASS: Final = 0.4
"""Log-odds from which on a word is a place, or a class. What is claimed of a place is judged
again, so that the doubtful are let through; a class is told of whole paragraphs."""


def by_rule(text: str, start: int, end: int, kind: str, told: bool) -> float:
    """What the rules say."""
    return float(told)


def any_sense(text: str, start: int, end: int, kind: str, told: bool) -> float:
    """Take every word that may be meant."""
    return 1.0


class LearnedSense:
    """Judges words by what was learned; `least`: log-odds from which on they are meant."""

    def __init__(self, model: LinearModel, least: float) -> None:
        self.model = model
        self.least = least

    def __call__(
        self, text: str, start: int, end: int, kind: str, told: bool | None = None
    ) -> float:
        """How probable it is meant; the rules' word, where they are asked, is one sign of many."""
        odds = self.model.logits(signs_with_rule(text, start, end, kind, told))[0]
        return chance_of(odds) if odds >= self.least else 0.0


def signs_with_rule(text: str, start: int, end: int, kind: str, told: bool | None) -> list[str]:
    """The signs of a word, what the text is about there, and what the rules say, if anything."""
    signs = [
        *signs_of(text, start, end, kind),
        *topic_signs(text, start),
        *prototype_signs(text, start, end),
    ]
    return signs if told is None else [*signs, f"rule:{kind}:{told}"]


def learned_sense(data: Mapping[str, Any], least: float) -> LearnedSense | None:
    """Return the sense that a component carries, from `least` on, if it has learned one."""
    if "sense" not in data:
        return None
    return LearnedSense(LinearModel.from_dict(data["sense"]), least)
