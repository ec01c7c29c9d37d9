"""Which of several overlapping candidates stand: one priority policy."""

from collections.abc import Sequence

from polesitter.entities.candidate import Candidate
from polesitter.entities.worth import LEARNED, worth


def resolve(
    candidates: Sequence[Candidate], single_seater: bool, text: str
) -> tuple[list[int], dict[int, int]]:
    """Choose the candidates that stand, and for each other one which of them beat it.

    Maximises the summed worth of non-overlapping spans (weighted interval
    scheduling, exact). `single_seater`: where a name is a team and a make, the team
    stands in single-seater reports and the make elsewhere. `text`: the report's.
    """
    opinion = {(c.start, c.end): c.label for c in candidates if c.rule == LEARNED}
    worths = [worth(c, single_seater, opinion, text[c.start_char : c.end_char]) for c in candidates]
    cars = {(c.start, c.end) for c in candidates if c.label == "CAR" and c.rule != LEARNED}
    for index, candidate in enumerate(candidates):
        if candidate.rule == LEARNED and _is_spoilt(candidate, cars, text):
            worths[index] = -1.0
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


def _is_spoilt(candidate: Candidate, cars: set[tuple[int, int]], text: str) -> bool:
    """A learned team that ends in a known make ("Lotus-Renault"), a car without any known part."""
    words = text[candidate.start_char : candidate.end_char]
    if candidate.label == "TEAM":
        return "-" in words and any(
            end == candidate.end
            and start > candidate.start
            and words.endswith(_after_dash(words))
            and (start, end) in cars
            for start, end in cars
        )
    if candidate.label == "CAR":
        return not any(
            start < candidate.end and end > candidate.start for start, end in cars
        ) and not any(char.isdigit() for char in words)
    return False


def _after_dash(words: str) -> str:
    return words.rpartition("-")[2]


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
