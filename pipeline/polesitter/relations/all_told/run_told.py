"""Laps, speeds, gaps and margins that are told of competitors, each with all its claims."""

from dataclasses import dataclass
from typing import Final

from polesitter.relations.all_told.belief import FAINT, together
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import Part

MEANING: Final = {"LAPTIME": "lap_time", "SPEED": "speed", "GAP": "gap", "MARGIN": "margin"}


@dataclass(slots=True, init=False)
class RunTold:
    """A lap, speed, gap or margin that may be a competitor's, and the claims to it.

    `chance`: how probable the claims make it together. `parts`: what speaks for it in the
    light of all others.
    """

    competitor: str
    label: str
    value: float
    claims: list[Claim]
    chance: float
    parts: tuple[Part, ...]

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(self, competitor: str, label: str, value: float) -> None:
        self.competitor, self.label, self.value = competitor, label, value
        self.claims, self.chance, self.parts = [], 0.0, ()


def runs_told(judged: Judged) -> list[RunTold]:
    """Every value that may be somebody's, in order of telling."""
    told: dict[tuple[str, str, float], RunTold] = {}
    for claim in judged.claims:
        meaning, value = MEANING.get(claim.label), claim.value
        if meaning is None or value is None or isinstance(value, str):
            continue
        if claim.scores.get(meaning, 0.0) > FAINT:
            key = (claim.competitor, claim.label, value)
            known = told.get(key)
            if known is None:
                known = told[key] = RunTold(*key)
            known.claims.append(claim)
    for run in told.values():
        meaning = MEANING[run.label]
        run.chance = together([(claim.sentence, claim.scores[meaning]) for claim in run.claims])
    return list(told.values())
