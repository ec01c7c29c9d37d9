"""Places weighed again by all that is told: of the competitor, its rivals and its neighbours.

Each claim is judged by its own words. Whether a place holds is also a matter of what else
is told: another place of the same competitor, somebody else there, a list in which those
named before and after stand one place further up and down.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from polesitter.relations.all_told.belief import FAINT, SUREST, together, weigh_again
from polesitter.relations.all_told.place_signs import (
    PLACE,
    PLACE_LABELS,
    STATED,
    Grades,
    coarse,
    fine,
)
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import Part
from polesitter.relations.signs.weigher import Weigher

PLACES: Final = "PLACES"
"""Label of the model that weighs them."""
RANKS: Final = {label: rank for rank, label in enumerate(PLACE_LABELS)}
TOLD_UNDER: Final = 0.4
"""How probable a class must be for its places to be apart from those of others."""
MANY: Final = 3
"""Sentences that tell a place, beyond which their number tells no more."""
UNKNOWN: Final = (-1, -1)
"""Where nobody is named before or after."""


@dataclass(slots=True, init=False)
class PlaceTold:
    """A place that may be a competitor's: how probable as rank and as start, and by which claims.

    `of_rank`, `of_grid`: both chances in grades. `parts`: what speaks for it in the light of
    all others.
    """

    competitor: str
    place: int
    claims: list[Claim]
    rank: float
    grid: float
    of_rank: int
    of_grid: int
    parts: tuple[Part, ...]

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(self, competitor: str, place: int) -> None:
        self.competitor, self.place = competitor, place
        self.claims, self.rank, self.grid, self.parts = [], 0.0, 0.0, ()
        self.of_rank = self.of_grid = 0


def weigh_places(judged: Judged, head_of: Mapping[int, str], weigher: Weigher) -> None:
    """Make the claims to each rank as probable together as all that is told makes it.

    `head_of`: mention index -> competitor, crews as one.
    """
    for told in list(find_places(judged, head_of)):
        weigh_again(told.claims, "position", told.rank, weigher.chance(told.parts))


def find_places(judged: Judged, head_of: Mapping[int, str]) -> Iterator[PlaceTold]:
    """Every place that may be somebody's rank, with what speaks for it, in order of telling."""
    told: dict[tuple[str, int], PlaceTold] = {}
    for claim in judged.claims:
        if claim.label not in RANKS:
            continue
        scores = claim.scores
        if scores.get("position", 0.0) > FAINT or scores.get("grid", 0.0) > FAINT:
            value = str(claim.value)
            if value.isdigit():
                key = (claim.competitor, int(value))
                known = told.get(key)
                if known is None:
                    known = told[key] = PlaceTold(key[0], key[1])
                known.claims.append(claim)
    for place in told.values():
        place.rank = _chance(place.claims, "position")
        place.grid = _chance(place.claims, "grid")
        place.of_rank, place.of_grid = coarse(place.rank), coarse(place.grid)
    all_told = _AllTold(judged, told, head_of)
    for place in told.values():
        if place.rank > 0.0:
            place.parts = (all_told.part(place),)
            yield place


def _chance(claims: list[Claim], name: str) -> float:
    """How probable a place is by all claims to it, those that state and those that count it."""
    if len(claims) == 1:
        chance = claims[0].scores.get(name, 0.0)
        return min(chance, SUREST) if chance > FAINT else 0.0
    return together(
        [
            ((claim.sentence, RANKS[claim.label] >= STATED), claim.scores.get(name, 0.0))
            for claim in claims
        ]
    )


class _AllTold:
    """What is told of all places, by competitor and by class."""

    def __init__(
        self,
        judged: Judged,
        told: Mapping[tuple[str, int], PlaceTold],
        head_of: Mapping[int, str],
    ) -> None:
        self.told = told
        self.own: dict[str, list[PlaceTold]] = defaultdict(list)
        self.taken: dict[tuple[str | None, int], list[tuple[float, str]]] = defaultdict(list)
        """Class and place -> those who may have it, likeliest first."""
        self.class_of = classes_of(judged)
        for (who, place), one in told.items():
            self.own[who].append(one)
            if one.rank > 0.0:
                self.taken[self.class_of.get(who), place].append((one.rank, who))
        for found in self.taken.values():
            found.sort(reverse=True)
        self.besides = besides_of(judged)
        self.heads = [
            (item.mention, head_of[item.mention])
            for frame in judged.frames
            for item in [frame.sentence.items[at] for at in frame.heads]
        ]
        self.at = {mention: at for at, (mention, _) in enumerate(self.heads)}

    def part(self, told: PlaceTold) -> Part:
        """What all that is told says of one place of a competitor."""
        who, place = told.competitor, told.place
        rank, grid = fine(told.rank), fine(told.grid)
        of_rank, of_grid = told.of_rank, told.of_grid
        rear, gap, status = self.besides.get(who, (0, 0, 0))
        (other, way), (other_grid, grid_way) = self._others(told)
        of_other = coarse(other)
        car_class = self.class_of.get(who)
        rival = self._best(who, car_class, place)
        of_rival = coarse(rival)
        ahead = coarse(self._best(who, car_class, place - 1)) if place > 1 else -1
        behind = coarse(self._best(who, car_class, place + 1))
        grades = _grades(told.claims)
        lone = len(told.claims) == 1
        head = told.claims[0].head if lone else max(told.claims, key=_surest).head
        sentences = 1 if lone else len({claim.sentence for claim in told.claims})
        before, after = self._near(head, place, -1), self._near(head, place, 1)
        stepped = grades[-1] >= max(1, grades[-2]) and max(grades[:STATED]) < 2
        shapes = (
            (rank, grid, place),
            (grades, place == 1, min(MANY, sentences)),
            (rank, of_rank, of_grid, of_other, way, fine(other)),
            (of_rank, of_grid, coarse(other_grid), grid_way),
            (rank, of_rank, fine(rival), of_rival, of_other),
            (of_rank, of_grid, rear, gap, status, place),
            (of_rank, ahead, behind),
            (of_rank, of_rival, before, after),
            (before, after) if stepped else None,
            (
                fine(_surest_of(told.claims, *PLACE_LABELS[STATED + 1 :])),
                fine(_surest_of(told.claims, *PLACE_LABELS[:STATED])),
                place == 1,
            ),
        )
        return (PLACE, (), shapes)

    def _others(self, told: PlaceTold) -> tuple[tuple[float, int], tuple[float, int]]:
        """The likeliest other rank and start of the same competitor.

        Each with whether it is further back (1) or ahead (-1, as where there is none).
        """
        rank, grid = 0.0, 0.0
        at_rank, at_grid = 0, 0
        for one in self.own[told.competitor]:
            if one is told:
                continue
            if one.rank > rank:
                rank, at_rank = one.rank, one.place
            if one.grid > grid:
                grid, at_grid = one.grid, one.place
        place = told.place
        return (
            (rank, (at_rank > place) - (at_rank < place)),
            (grid, (at_grid > place) - (at_grid < place)),
        )

    def _best(self, who: str, car_class: str | None, place: int) -> float:
        """How probable a place of a competitor's class is for whoever else may have it."""
        for chance, rival in self.taken.get((car_class, place), ()):
            if rival != who:
                return chance
        return 0.0

    def _near(self, head: int, place: int, way: int) -> Grades:
        """Whether the competitor named next (or before) has the next place, on or back."""
        at = self.at.get(head)
        if at is None:
            return UNKNOWN
        own = self.heads[at][1]
        at += way
        while 0 <= at < len(self.heads):
            who = self.heads[at][1]
            if who != own:
                places = ((who, place + way), (who, place - way))
                return tuple([self.told[key].of_rank if key in self.told else 0 for key in places])
            at += way
        return UNKNOWN


def _grades(claims: list[Claim]) -> Grades:
    """How surely claims of each label tell a rank."""
    grades = [0] * len(PLACE_LABELS)
    for claim in claims:
        at, grade = RANKS[claim.label], coarse(claim.scores.get("position", 0.0))
        grades[at] = max(grades[at], grade)
    return tuple(grades)


def classes_of(judged: Judged) -> dict[str, str]:
    """Competitor -> the class it is told under most."""
    votes: dict[str, dict[str, float]] = defaultdict(dict)
    for one in judged.classes:
        if one.probability >= TOLD_UNDER:
            known = votes[one.competitor]
            known[one.value] = known.get(one.value, 0.0) + one.probability
    return {who: max(sorted(known), key=known.__getitem__) for who, known in votes.items()}


def besides_of(judged: Judged) -> dict[str, Grades]:
    """Competitor -> how surely it starts last, has a gap, has a status, in grades."""
    best: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for claim in judged.claims:
        if claim.value == "rear":
            known, at, chance = best[claim.competitor], 0, claim.scores.get("grid", 0.0)
        elif claim.label == "GAP":
            known, at, chance = best[claim.competitor], 1, claim.scores.get("gap", 0.0)
        elif "status" in claim.scores:
            known, at, chance = best[claim.competitor], 2, claim.scores["status"]
        else:
            continue
        known[at] = max(known[at], chance)
    return {who: tuple([coarse(chance) for chance in known]) for who, known in best.items()}


def _surest_of(claims: list[Claim], *labels: str) -> float:
    """The best chance of a rank among the claims of some labels."""
    return max(
        [claim.scores.get("position", 0.0) for claim in claims if claim.label in labels],
        default=0.0,
    )


def _surest(claim: Claim) -> tuple[float, int]:
    scores = claim.scores
    return (max(scores.get("position", 0.0), scores.get("grid", 0.0)), -claim.mention)
