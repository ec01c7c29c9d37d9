"""Which of several overlapping candidates stand: one priority policy."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

MEASURES = frozenset({"SPEED", "LAPTIME", "GAP", "NUMBER", "POSITION", "SEGMENT", "DATE"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span somebody proposed: token and code-point bounds, label, by whom and how surely.

    `rule` is the id of the pattern, "learned.names" or a measure's rule; `score` 0..1.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    label: str
    rule: str
    score: float = 1.0


def resolve(
    candidates: Sequence[Candidate], single_seater: bool
) -> tuple[list[int], dict[int, int]]:
    """Choose the candidates that stand, and for each other one which of them beat it.

    Maximises the summed worth of non-overlapping spans (weighted interval
    scheduling, exact). `single_seater`: where a name is a team and a make, the team
    stands in single-seater reports and the make elsewhere, unless learned.
    """
    opinion = {(c.start, c.end): c.label for c in candidates if c.rule == "learned.names"}
    worths = [_worth(c, single_seater, opinion) for c in candidates]
    order = sorted(range(len(candidates)), key=_ByEnd(candidates, worths))
    chosen = _schedule(candidates, worths, order)
    standing = sorted(chosen, key=_ByStart(candidates))
    lost = {}
    for index, candidate in enumerate(candidates):
        if index in chosen:
            continue
        winner = next(
            (w for w in standing
             if candidates[w].start < candidate.end and candidates[w].end > candidate.start), -1,
        )  # fmt: skip
        lost[index] = winner
    return standing, lost


def _worth(candidate: Candidate, single_seater: bool, opinion: dict[tuple[int, int], str]) -> float:
    """How much a candidate is worth; longer ones more, so that parts do not win together."""
    length = candidate.end - candidate.start
    if candidate.label in MEASURES:
        return 3.0 + 0.8 * length
    if candidate.rule == "learned.names":
        odds = math.log(max(candidate.score, 1e-3) / max(1 - candidate.score, 1e-3))
        return max(0.2, 1.2 + 0.5 * min(odds, 4.0)) * (0.55 + 0.45 * length)
    worth = 1.6 * (0.55 + 0.5 * length)
    learned = opinion.get((candidate.start, candidate.end))
    if learned is not None:
        return worth + (1.0 if learned == candidate.label else -0.8)
    if candidate.label == "TEAM" and length == 1 and not single_seater:
        worth -= 0.4
    if candidate.label == "CAR" and length == 1 and single_seater:
        worth -= 0.4
    return worth


def _schedule(
    candidates: Sequence[Candidate], worths: Sequence[float], order: Sequence[int]
) -> set[int]:
    ends = [candidates[index].end for index in order]
    best = [0.0] * (len(order) + 1)
    take = [False] * len(order)
    before = [_last_not_after(ends, candidates[index].start, n) for n, index in enumerate(order)]
    for n, index in enumerate(order):
        with_it = best[before[n]] + worths[index]
        take[n] = worths[index] > 0 and with_it > best[n]
        best[n + 1] = with_it if take[n] else best[n]
    chosen = set()
    n = len(order)
    while n > 0:
        if take[n - 1]:
            chosen.add(order[n - 1])
            n = before[n - 1]
        else:
            n -= 1
    return chosen


def _last_not_after(ends: Sequence[int], start: int, limit: int) -> int:
    low, high = 0, limit
    while low < high:
        middle = (low + high) // 2
        if ends[middle] <= start:
            low = middle + 1
        else:
            high = middle
    return low


class _ByEnd:
    def __init__(self, candidates: Sequence[Candidate], worths: Sequence[float]) -> None:
        self.candidates, self.worths = candidates, worths

    def __call__(self, index: int) -> tuple[int, int, float, str]:
        candidate = self.candidates[index]
        return (candidate.end, candidate.start, -self.worths[index], candidate.label)


class _ByStart:
    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = candidates

    def __call__(self, index: int) -> int:
        return self.candidates[index].start
