"""From judged claims to records: crews, classes, places, then every other field."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from polesitter.records.assign import assign
from polesitter.records.draft import Choice, combined, crews_of, drafts_of
from polesitter.records.row import Row
from polesitter.records.segments import set_segments
from polesitter.references.cast import Cast
from polesitter.relations.claims import Claim
from polesitter.relations.context import ContextClaim
from polesitter.relations.judge import Judged

OUTCOME = ("position", "grid", "lap_time", "speed", "gap", "status")
SIZED_FLOOR = 0.15
FLOOR = {
    "position": 0.33, "grid": 0.25, "lap_time": 0.5, "speed": 0.5, "gap": 0.5, "number": 0.5,
    "team": 0.4, "car": 0.4, "segment": 0.5, "status": 0.5, "class": 0.4, "mate": 0.5,
}  # fmt: skip


def assemble(heads: Mapping[int, str], cast: Cast, judged: Judged) -> list[Row]:
    """The records of a report, in order of class and place.

    `heads`: mention index -> competitor, for all who could qualify.
    """
    lead = crews_of(judged, dict.fromkeys(heads.values()))
    _claim_entries(judged, cast, lead)
    drafts = drafts_of(judged, lead)
    classes = told_under(judged.classes, judged, lead, FLOOR["class"])
    segments = told_under(judged.segments, judged, lead, FLOOR["segment"])
    rows = [Row(draft) for draft in drafts]
    for row in rows:
        for name, told in (("class", classes), ("segment", segments)):
            if row.draft.competitor in told:
                row.fields[name] = Choice(*told[row.draft.competitor])
        row.car_class = str(row.fields["class"].value) if "class" in row.fields else None
    _places(rows)
    set_segments(rows, judged.segments, SIZED_FLOOR)
    _second_by_gap(rows, judged, lead)
    for row in rows:
        _values(row)
    rows = [row for row in rows if any(name in row.fields for name in OUTCOME)]
    _teams(rows, cast, judged, lead)
    _cars(rows)
    _gaps(rows, judged, lead)
    order: dict[str | None, int] = {}
    for row in rows:
        order.setdefault(row.car_class, len(order))
    rows.sort(key=_Order(order))
    return rows


def _claim_entries(judged: Judged, cast: Cast, lead: dict[str, str]) -> None:
    """A car told by its number alone is the driver's whose number that is."""
    best: dict[str, tuple[float, str]] = {}
    for claim in judged.claims:
        if claim.label == "NUMBER" and claim.competitor not in cast.entries:
            chance = claim.scores.get("number", 0.0)
            if chance > best.get(str(claim.value), (FLOOR["number"], ""))[0]:
                best[str(claim.value)] = (chance, claim.competitor)
    for entry, (number, _) in cast.entries.items():
        if number in best and entry in lead:
            lead[entry] = lead.get(best[number][1], best[number][1])


class _Order:
    def __init__(self, classes: Mapping[str | None, int]) -> None:
        self.classes = classes

    def __call__(self, row: Row) -> tuple[int, float]:
        place = row.fields.get("position")
        return (self.classes[row.car_class], float(place.value) if place else 999.0)


def told_under(
    found: Iterable[ContextClaim], judged: Judged, lead: Mapping[str, str], floor: float
) -> dict[str, tuple[str, float, list[ContextClaim]]]:
    """Competitor -> (class or segment, probability, claims).

    Sentences weigh by how surely they tell an outcome of the competitor.
    """
    telling: dict[tuple[str, int], float] = defaultdict(float)
    for claim in judged.claims:
        weight = max((claim.scores.get(name, 0.0) for name in OUTCOME), default=0.0)
        key = (lead.get(claim.competitor, claim.competitor), claim.sentence)
        telling[key] = max(telling[key], weight)
    best: dict[tuple[str, int, str], ContextClaim] = {}
    for context in found:
        competitor = lead.get(context.competitor, context.competitor)
        place = (competitor, context.sentence, context.value)
        if place not in best or best[place].probability < context.probability:
            best[place] = context
    votes: dict[str, dict[str, list[tuple[float, ContextClaim]]]] = defaultdict(dict)
    total: dict[str, dict[int, float]] = defaultdict(dict)
    for (competitor, sentence, value), context in best.items():
        weight = (telling[competitor, sentence] + 0.02) ** 2
        total[competitor][sentence] = weight
        votes[competitor].setdefault(value, []).append((weight * context.probability, context))
    chosen = {}
    for competitor, values in votes.items():
        sums = {value: sum(weight for weight, _ in told) for value, told in values.items()}
        value = max(sorted(sums), key=sums.__getitem__)
        chance = sums[value] / sum(total[competitor].values())
        if chance >= floor:
            claims = [context for _, context in sorted(values[value], key=_by_weight)]
            chosen[competitor] = (value, chance, claims)
    return chosen


def _by_weight(pair: tuple[float, ContextClaim]) -> tuple[float, int]:
    return (-pair[0], pair[1].mention)


def _places(rows: list[Row]) -> None:
    """Positions within each class, then starting places that differ from them."""
    by_class: dict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        by_class[row.car_class].append(row)
    for members in by_class.values():
        for meaning in ("position", "grid"):
            chances = {
                row.draft.competitor: {
                    int(choice.value): choice.probability
                    for choice in row.draft.votes.get(meaning, [])
                    if str(choice.value).isdigit()
                }
                for row in members
            }
            taken = assign(chances, FLOOR[meaning])
            for row in members:
                if row.draft.competitor in taken:
                    place = taken[row.draft.competitor][0]
                    _take(row, meaning, str(place))


def _take(row: Row, meaning: str, value: str) -> None:
    for choice in row.draft.votes[meaning]:
        if str(choice.value) == value:
            row.fields[meaning] = choice


def _values(row: Row) -> None:
    rear = next((c for c in row.draft.votes.get("grid", []) if c.value == "rear"), None)
    if rear is not None and rear.probability >= FLOOR["grid"]:
        if "grid" not in row.fields or row.fields["grid"].probability < rear.probability:
            row.fields["grid"] = rear
    place, grid = row.fields.get("position"), row.fields.get("grid")
    if place is not None and grid is not None and str(place.value) == str(grid.value):
        del row.fields["grid"]
    for name in ("lap_time", "speed", "gap", "number", "status"):
        choices = [c for c in row.draft.votes.get(name, []) if _stands(row, name, c)]
        if choices and choices[0].probability >= FLOOR[name]:
            row.fields[name] = choices[0]


def _stands(row: Row, name: str, choice: Choice) -> bool:
    """A lap told as provisional is the result of the polesitter at most."""
    if name not in ("lap_time", "speed"):
        return True
    framings = {claim.framing for claim in choice.claims if isinstance(claim, Claim)}
    return True


def _second_by_gap(rows: list[Row], judged: Judged, lead: Mapping[str, str]) -> None:
    """The only one with a gap to the polesitter takes the empty second place.

    Only where the third place is told and nobody is second: reports say "X was .803
    seconds faster than Y. Z will start third" and mean that Y is second.
    """
    by_class: dict[str | None, dict[int, Row]] = defaultdict(dict)
    for row in rows:
        if "position" in row.fields:
            by_class[row.car_class][int(row.fields["position"].value)] = row
    for car_class, places in by_class.items():
        if 1 not in places or 2 in places or 3 not in places:
            continue
        pole = places[1].draft.competitor
        behind = [row for row in rows
                  if row.car_class == car_class and "position" not in row.fields
                  and _trails(row, pole, judged, lead)]  # fmt: skip
        if len(behind) == 1:
            gap = behind[0].draft.votes["gap"][0]
            behind[0].fields["position"] = Choice("2", gap.probability, gap.claims)


def _trails(row: Row, pole: str, judged: Judged, lead: Mapping[str, str]) -> bool:
    """Whether a row has a likely gap, measured in its sentence to the polesitter."""
    gap = row.draft.best("gap", FLOOR["gap"])
    if gap is None:
        return False
    claim = gap.claims[0]
    targets = judged.targets.get((claim.mention, claim.head), [])
    best = min(targets, key=_by_target, default=None)
    return best is not None and lead.get(best.competitor, best.competitor) == pole


def _teams(rows: list[Row], cast: Cast, judged: Judged, lead: Mapping[str, str]) -> None:
    votes: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in judged.claims:
        if claim.label == "TEAM" and claim.scores.get("team", 0.0) > 0.02:
            leader = lead.get(claim.competitor, claim.competitor)
            votes[leader][cast.team_of[claim.mention]].append(claim)
    chosen: dict[str, tuple[str, float, list[Claim]]] = {}
    for leader, teams in votes.items():
        ranked = sorted(
            (-combined(c.scores["team"] for c in claims), team) for team, claims in teams.items()
        )
        chance, team = -ranked[0][0], ranked[0][1]
        if chance >= FLOOR["team"]:
            claims = sorted(teams[team], key=_by_team)
            chosen[leader] = (team, chance, claims)
    for mate in sorted(judged.mates, key=_by_mate):
        if mate.probability < FLOOR["mate"]:
            continue
        first, second = lead.get(mate.first, mate.first), lead.get(mate.second, mate.second)
        for a, b in ((first, second), (second, first)):
            if a in chosen and b not in chosen:
                team, chance, claims = chosen[a]
                chosen[b] = (team, chance * mate.probability, claims)
    for row in rows:
        if row.draft.competitor in chosen:
            team, chance, claims = chosen[row.draft.competitor]
            row.fields["team"] = Choice(cast.team_names[team], chance, claims)


def _by_team(claim: Claim) -> tuple[float, int]:
    return (-claim.scores["team"], claim.mention)


def _by_mate(mate: object) -> float:
    return -mate.probability  # type: ignore[attr-defined,no-any-return]


def _cars(rows: list[Row]) -> None:
    """The fullest form among the cars a competitor is told to drive."""
    for row in rows:
        claims: dict[str, list[Claim]] = defaultdict(list)
        for choice in row.draft.votes.get("car", []):
            claims[str(choice.value)].extend(choice.claims)
        likely = {
            text: chance
            for text, found in claims.items()
            if (chance := combined(c.scores["car"] for c in found)) >= FLOOR["car"]
        }
        if likely:
            best = max(sorted(likely), key=likely.__getitem__)
            fuller = [t for t in likely if _is_fuller(t, best)]
            text = max(fuller, key=len) if fuller else best
            row.fields["car"] = Choice(text, likely[text], claims[text])


def _is_fuller(a: str, b: str) -> bool:
    return set(b.casefold().rstrip("s").split()) <= set(a.casefold().split())


def _gaps(rows: list[Row], judged: Judged, lead: Mapping[str, str]) -> None:
    leaders = {row.car_class: row for row in rows if _is_first(row)}
    by_name = {row.draft.competitor: row for row in rows}
    for row in rows:
        gap = row.fields.get("gap")
        if gap is None:
            continue
        if _is_first(row):
            del row.fields["gap"]
            continue
        row.gap_to = "leader"
        claim = gap.claims[0]
        targets = judged.targets.get((claim.mention, claim.head), [])
        ranked = sorted(targets, key=_by_target)
        if not ranked or ranked[0].scores.get("target", 0.0) < 0.5:
            continue
        target = lead.get(ranked[0].competitor, ranked[0].competitor)
        row.gap_mention = ranked[0].head
        leader = leaders.get(row.car_class)
        if leader is not None and target == leader.draft.competitor:
            continue
        if target in by_name and target != row.draft.competitor:
            row.gap_to = target


def _by_target(claim: Claim) -> tuple[float, int]:
    return (-claim.scores.get("target", 0.0), claim.head)


def _is_first(row: Row) -> bool:
    place = row.fields.get("position")
    return place is not None and str(place.value) == "1"
