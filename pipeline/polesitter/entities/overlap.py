"""Which of several overlapping candidates stand: one priority policy."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from polesitter.entities.candidate import Candidate
from polesitter.entities.worth import LEARNED, worth

LIKELY_CAR: Final = 0.7
"""Where the learned finder is as sure as this, a car needs no known make or figure."""


def resolve(
    candidates: Sequence[Candidate], single_seater: bool, text: str
) -> tuple[list[int], dict[int, int]]:
    """Choose the candidates that stand, and for each other one which of them beat it."""
    standing = choose(candidates, single_seater, text)
    chosen = frozenset(standing)
    losers = [index for index in range(len(candidates)) if index not in chosen]
    winners = find_winners(
        [candidates[index] for index in standing], [candidates[index] for index in losers]
    )
    lost = {
        loser: -1 if winner < 0 else standing[winner]
        for loser, winner in zip(losers, winners, strict=True)
    }
    return standing, lost


def choose(candidates: Sequence[Candidate], single_seater: bool, text: str) -> list[int]:
    """Choose the candidates that stand: their indices, in text order.

    Maximises the summed worth of non-overlapping spans (weighted interval
    scheduling, exact). `single_seater`: where a name is a team and a make, the team
    stands in single-seater reports and the make elsewhere. `text`: the report's.
    """
    opinion: dict[tuple[int, int], str] = {}
    cars: set[tuple[int, int]] = set()
    for start, end, _, _, label, rule, _ in candidates:
        if rule == LEARNED:
            opinion[start, end] = label
        elif label == "CAR":
            cars.add((start, end))
    worths = [
        -1.0
        if candidate.rule == LEARNED and _is_spoilt(candidate, cars, text)
        else worth(candidate, single_seater, opinion, text)
        for candidate in candidates
    ]
    return _schedule(candidates, worths)


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
    """A learned team that ends in a make ("Lotus-Renault"), a doubtful car of no known part."""
    words = text[candidate.start_char : candidate.end_char]
    if candidate.label == "TEAM":
        return "-" in words and any(
            end == candidate.end
            and start > candidate.start
            and words.endswith(_after_dash(words))
            and (start, end) in cars
            for start, end in cars
        )
    if candidate.label == "CAR" and candidate.score < LIKELY_CAR:
        return not any(
            start < candidate.end and end > candidate.start for start, end in cars
        ) and not any(char.isdigit() for char in words)
    return False


def _after_dash(words: str) -> str:
    return words.rpartition("-")[2]


def _schedule(candidates: Sequence[Candidate], worths: Sequence[float]) -> list[int]:
    """Indices of the candidates of the greatest summed worth, by end."""
    order = _by_end(candidates, worths)
    ends: list[int] = []
    best = [0.0]
    before = []
    for n, (end, start, negative, _, _) in enumerate(order):
        # Most stand apart from all that end before them.
        apart = not n or start >= ends[-1]
        before.append(n if apart else bisect_right(ends, start))
        ends.append(end)
        with_it = best[before[n]] - negative
        best.append(max(best[n], with_it))
    chosen = []
    n = len(order)
    while n > 0:
        if best[n] > best[n - 1]:
            chosen.append(order[n - 1][-1])
            n = before[n - 1]
        else:
            n -= 1
    return chosen[::-1]


def _by_end(
    candidates: Sequence[Candidate], worths: Sequence[float]
) -> list[tuple[int, int, float, str, int]]:
    """End, start, worth below zero, label and index of each candidate of any worth, in order."""
    rows = [
        (end, start, -value, label, index)
        for index, ((start, end, _, _, label, _, _), value) in enumerate(
            zip(candidates, worths, strict=True)
        )
        if value > 0
    ]
    rows.sort()
    return rows
