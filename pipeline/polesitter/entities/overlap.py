"""Which of several overlapping candidates stand: one priority policy."""

from bisect import bisect_right
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
    order = _by_end(candidates, worths)
    chosen = _schedule(candidates, worths, order)
    standing = [index for index in order if index in chosen]
    losers = [index for index in range(len(candidates)) if index not in chosen]
    winners = find_winners(
        [candidates[index] for index in standing], [candidates[index] for index in losers]
    )
    lost = {
        loser: -1 if winner < 0 else standing[winner]
        for loser, winner in zip(losers, winners, strict=True)
    }
    return standing, lost


def find_winners(chosen: Sequence[Candidate], losers: Sequence[Candidate]) -> list[int]:
    """For each loser the place among `chosen` of the first one it overlaps, -1 where there is none.

    `chosen` stand by start and do not overlap.
    """
    ends = [candidate.end for candidate in chosen]
    winners = []
    for loser in losers:
        place = bisect_right(ends, loser.start)
        beaten = place < len(ends) and chosen[place].start < loser.end
        winners.append(place if beaten else -1)
    return winners


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
    best = [0.0]
    before = []
    for n, index in enumerate(order):
        before.append(bisect_right(ends, candidates[index].start, 0, n))
        with_it = best[before[n]] + worths[index]
        best.append(with_it if worths[index] > 0 and with_it > best[n] else best[n])
    chosen = set()
    n = len(order)
    while n > 0:
        if best[n] > best[n - 1]:
            chosen.add(order[n - 1])
            n = before[n - 1]
        else:
            n -= 1
    return chosen


def _by_end(candidates: Sequence[Candidate], worths: Sequence[float]) -> list[int]:
    keys = [
        (candidate.end, candidate.start, -worths[index], candidate.label, index)
        for index, candidate in enumerate(candidates)
    ]
    return [key[-1] for key in sorted(keys)]
