"""Laps, speeds, gaps and margins weighed again by all that is told: of competitor and rivals.

Each claim is judged by its own words. Whether a lap holds is also a matter of what else is
told: another lap of the same competitor, a place, those ahead who were quicker or not, a gap
by which two laps differ. "His first try was good for 1:12.8" is no lap of the polesitter where
the third has a 1:12.5.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from polesitter.relations.all_told.belief import FAINT, weigh_again
from polesitter.relations.all_told.gap_offers import gap_offers
from polesitter.relations.all_told.likely_places import UNPLACED, likeliest_places
from polesitter.relations.all_told.margin_told import Margins, Next
from polesitter.relations.all_told.place_signs import coarse
from polesitter.relations.all_told.places import classes_of
from polesitter.relations.all_told.run_signs import (
    MOST,
    RUN,
    Place,
    grade,
    group_apart,
    group_of_place,
    group_of_size,
)
from polesitter.relations.all_told.run_told import MEANING, RunTold, runs_told
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Part
from polesitter.relations.signs.weigher import Weigher

RUNS: Final = "RUNS"
"""Label of the model that weighs them."""
TIMED: Final = frozenset({"LAPTIME", "SPEED"})
"""Labels of what is measured on the track."""
LIKELY: Final = 0.5
"""How probable a value must be for others to be held against it."""
PLACED: Final = 0.3
"""How probable a place must be for that."""
ALIKE: Final = 0.0012
"""Seconds by which a gap and the difference of two laps may differ: they are rounded."""
TENTH: Final = 0.06
"""The same for gaps in tenths."""


class _Best(NamedTuple):
    """The likeliest lap or speed of a competitor, and its likeliest place."""

    competitor: str
    value: float
    chance: float
    place: int


def weigh_runs(judged: Judged, view: View, weigher: Weigher) -> None:
    """Make the claims to each lap, speed and gap as probable as all that is told makes it."""
    for told in list(find_runs(judged, view)):
        chance = weigher.chance(told.parts)
        if told.chance:
            weigh_again(told.claims, MEANING[told.label], told.chance, chance)
        else:
            _accept(judged, told.claims[0], chance)
    _share(judged)


def _accept(judged: Judged, offered: Claim, chance: float) -> None:
    """Add the claim to a value that is offered, where it is at all likely."""
    if chance > FAINT:
        offered.scores[MEANING[offered.label]] = chance
        judged.claims.append(offered)


def _share(judged: Judged) -> None:
    """What is told once is one competitor's: no more than certainty is left for all of them."""
    best: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    for claim in judged.claims:
        meaning = MEANING.get(claim.label)
        if meaning is not None and meaning in claim.scores:
            known, who = best[claim.label, claim.mention], claim.competitor
            known[who] = max(known.get(who, 0.0), claim.scores[meaning])
    wholes = {key: sum(known.values()) for key, known in best.items() if len(known) > 1}
    for claim in judged.claims:
        whole = wholes.get((claim.label, claim.mention), 0.0)
        if whole > 1.0:
            meaning = MEANING[claim.label]
            claim.scores[meaning] = claim.scores.get(meaning, 0.0) / whole


def find_runs(judged: Judged, view: View) -> Iterator[RunTold]:
    """Every value of a run that may be somebody's, with what speaks for it.

    Those told of somebody come first, then those offered, all in order of telling.
    """
    runs = runs_told(judged)
    all_told = _AllRuns(judged, runs)
    for run in (*runs, *gap_offers(judged, view, runs, all_told.place_of)):
        run.parts = (all_told.part(run), *run.parts)
        yield run


class _AllRuns:
    """What is told of all runs, by competitor and by label."""

    def __init__(self, judged: Judged, runs: list[RunTold]) -> None:
        self.targets = judged.targets
        self.place_of = likeliest_places(judged)
        self.class_of = classes_of(judged)
        self.own: dict[tuple[str, str], list[RunTold]] = defaultdict(list)
        """Competitor and label -> its values, likeliest first."""
        for run in runs:
            self.own[run.competitor, run.label].append(run)
        self.best: dict[str, list[_Best]] = defaultdict(list)
        for (who, label), values in self.own.items():
            values.sort(key=_by_chance)
            place, likely = self.place_of.get(who, UNPLACED)
            best = _Best(who, values[0].value, values[0].chance, place if likely >= PLACED else 0)
            self.best[label].append(best)
        self.margins = Margins(judged, self.own)
        self.at: dict[tuple[str | None, int], Next] = {}
        """Class and place -> who most probably has it."""
        for who, (place, likely) in self.place_of.items():
            key = (self.class_of.get(who), place)
            if likely > self.at.get(key, (PLACED, ""))[0]:
                self.at[key] = likely, who
        self.sorted = {
            label: sorted(one.value for one in bests if one.chance > LIKELY)
            for label, bests in self.best.items()
        }

    def part(self, run: RunTold) -> Part:
        """What all that is told says of one value of a competitor."""
        label, of = run.label, coarse(run.chance)
        place, likely = self.place_of.get(run.competitor, UNPLACED)
        group = group_of_place(place)
        placed: Place = (group, coarse(likely))
        behind = self._next(run, place) if label == "MARGIN" else None
        framing = max(run.claims, key=_Surest(MEANING[label])).framing
        timed = label in TIMED
        shapes = (
            (label, grade(run.chance), framing),
            self._others(run),
            (label, of, placed),
            (label, of, *self._order(run, place if likely >= PLACED else 0)) if timed else None,
            self._apart(run, group) if timed else None,
            None if label == "SPEED" else (label, of, coarse(self._differing(run, behind))),
            None if timed else (label, group_of_size(run.value), group),
            (of, *self._target(run, place)) if label == "GAP" else None,
            (of, place == 1, *self.margins.signs(run, behind)) if label == "MARGIN" else None,
        )
        return (RUN, (), shapes)

    def _others(self, run: RunTold) -> tuple[str, int, int, int, int, bool, int]:
        values = self.own.get((run.competitor, run.label), ())
        others = [one for one in values if one is not run]
        other, less = (others[0].chance, others[0].value < run.value) if others else (0.0, False)
        return (
            run.label, coarse(run.chance), grade(run.chance), coarse(other), grade(other), less,
            min(MOST, len(others)),
        )  # fmt: skip

    def _order(self, run: RunTold, place: int) -> tuple[int, int, int]:
        """How many fit the order of places, how many break it, and if the first (1) does (-1)."""
        fits = breaks = first = 0
        if place:
            car_class, value = self.class_of.get(run.competitor), run.value
            quicker = run.label == "LAPTIME"
            for one in self.best.get(run.label, ()):
                if (one.chance < LIKELY or not one.place or one.place == place
                        or one.value == value or one.competitor == run.competitor
                        or self.class_of.get(one.competitor) != car_class):  # fmt: skip
                    continue
                fit = ((value < one.value) == quicker) == (place < one.place)
                if fit:
                    fits += 1
                else:
                    breaks += 1
                if one.place == 1:
                    first = 1 if fit else -1
        return fits, breaks, first

    def _apart(self, run: RunTold, group: int) -> tuple[str, int, int] | None:
        known = self.sorted.get(run.label)
        if not known:
            return None
        return run.label, group_apart(run.value / known[len(known) // 2] - 1.0), group

    def _differing(self, run: RunTold, behind: Next | None) -> float:
        """How probable two laps and a gap are that they differ by, one of them `run`."""
        who, lap = run.competitor, run.label == "LAPTIME"
        if run.label == "MARGIN":
            return self._by(behind[1], run, who) if behind else 0.0
        best = 0.0
        for one in self.own.get((who, "GAP" if lap else "LAPTIME"), ()):
            own, gap = (run, one) if lap else (one, run)
            best = max(best, self._nearest(own, gap, one.chance))
        return best

    def _by(self, who: str, gap: RunTold, ahead: str) -> float:
        """How probable the likeliest lap of somebody is that differs from another's by a gap."""
        laps = self.own.get((who, "LAPTIME"), ())
        return max([self._nearest(lap, gap, lap.chance, ahead) for lap in laps], default=0.0)

    def _nearest(self, lap: RunTold, gap: RunTold, chance: float, ahead: str = "") -> float:
        near = TENTH if round(gap.value * 10, 6).is_integer() else ALIKE
        best = 0.0
        for rival in self.best.get("LAPTIME", ()):
            if (ahead and rival.competitor != ahead) or rival.competitor == lap.competitor:
                continue
            if abs(lap.value - rival.value - gap.value) < near:
                best = max(best, min(chance, rival.chance))
        return best

    def _next(self, run: RunTold, place: int) -> Next | None:
        """Who is right behind in the class."""
        return self.at.get((self.class_of.get(run.competitor), place + 1)) if place else None

    def _target(self, run: RunTold, place: int) -> tuple[str, int]:
        """How the one whom a gap is likeliest measured to is placed, and how likely it is."""
        found = [
            (target.scores.get("target", 0.0), target.competitor)
            for claim in run.claims
            for target in self.targets.get((claim.mention, claim.head), ())
        ]
        if not found:
            return "-", 0
        chance, who = max(found)
        ahead = self.place_of.get(who, UNPLACED)[0]
        return _way(place, ahead), coarse(chance)


def _way(place: int, ahead: int) -> str:
    """How the place that a gap is measured to stands to the place of the one behind."""
    if not place or not ahead:
        return "?"
    if ahead < place:
        return "first" if ahead == 1 else "next" if ahead == place - 1 else "ahead"
    return "same" if ahead == place else "behind"


def _by_chance(run: RunTold) -> float:
    return -run.chance


class _Surest:
    """How sure a claim is, the first told where several are; a key to sort by."""

    def __init__(self, meaning: str) -> None:
        self.meaning = meaning

    def __call__(self, claim: Claim) -> tuple[float, int]:
        return claim.scores[self.meaning], -claim.mention
