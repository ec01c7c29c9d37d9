"""What the records of a report say of what was read: the truth that learning goes by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from polesitter.learn.scoring.same import (
    TOLERANCE,
    same,
    same_driver,
    same_name,
    seconds,
    segment_key,
)
from polesitter.references.cast import Cast
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.reading.view import View
from polesitter.text.normal import normal
from polesitter.text.plural import singular

Record = dict[str, Any]


@dataclass(slots=True)
class Lesson:
    """A report to learn from: as read, who is who, and the records that hold.

    `report`: its id; lessons of one report are never learned from to judge each other, nor are
    those of one `session` (its report alone, where left out). `times`: how often it counts.
    """

    view: View
    cast: Cast
    records: Sequence[Record]
    report: str = ""
    times: int = 1
    session: str = ""

    def rows_of(self, competitor: str) -> list[Record]:
        """The records of a competitor: by its driver's name, or by number or team."""
        name = self.cast.driver_names.get(competitor)
        if name is not None:
            return [
                r
                for r in self.records
                if r["driver"] and same_driver(r["driver"], name, every=False)
            ]
        return [r for r in self.records if self.cast.is_entry(competitor, r["number"], r["team"])]


class Rows:
    """Records by competitor, looked up once."""

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson
        self.known: dict[str, list[Record]] = {}

    def __call__(self, competitor: str) -> list[Record]:
        """The records of a competitor."""
        if competitor not in self.known:
            self.known[competitor] = self.lesson.rows_of(competitor)
        return self.known[competitor]


def truth(lesson: Lesson, rows: Rows, claim: Claim) -> str:
    """What a claim means by the records: one of its label's meanings, or "no"."""
    if claim.label == "MARGIN":
        return margin_truth(lesson, rows, claim)
    for record in rows(claim.competitor):
        for meaning in MEANINGS[claim.label]:
            if _holds(lesson, record, claim, meaning):
                return meaning
    return "no"


def _holds(lesson: Lesson, record: Record, claim: Claim, meaning: str) -> bool:
    value = claim.value
    wanted = record.get(meaning)
    if meaning == "team":
        name = lesson.cast.team_names[lesson.cast.team_of[claim.mention]]
        return bool(wanted) and same_name(str(wanted), name)
    if meaning == "car":
        text = lesson.view.mentions[claim.mention].text
        return bool(wanted) and (
            same_name(str(wanted), text) or singular(normal(text)) in normal(str(wanted))
        )
    if wanted is None or value is None:
        return False
    if meaning in ("position", "grid", "number", "status"):
        return same(meaning, wanted, value)
    if meaning == "segment":
        return segment_key(str(wanted)) == segment_key(str(value))
    number, found = seconds(wanted), seconds(value)
    return number is not None and found is not None and abs(number - found) < TOLERANCE


def margin_truth(lesson: Lesson, rows: Rows, claim: Claim) -> str:
    """Whether a gap is by how much a competitor is ahead of the next: "margin" or "no"."""
    for own in rows(claim.competitor):
        for record in lesson.records:
            if _is_next(own, record) and _holds(lesson, record, claim, "gap"):
                return "margin"
    return "no"


def _is_next(own: Record, record: Record) -> bool:
    """Whether a record is the one behind another in its class, and its gap is to that one."""
    place, to = own["position"], record["gap_to"]
    if not place or not to or record["class"] != own["class"]:
        return False
    if record["position"] != place + 1:
        return False
    if to == "leader":
        return bool(place == 1)
    return bool(own["driver"]) and same_driver(str(to), str(own["driver"]), every=False)


def target_truth(lesson: Lesson, rows: Rows, claim: Claim, target: Claim) -> str:
    """Whether a gap is measured to a competitor: "target" or "no"."""
    for record in rows(claim.competitor):
        to = record.get("gap_to")
        if not to:
            continue
        if to == "leader":
            if any(r["position"] == 1 and r["class"] == record["class"]
                   for r in rows(target.competitor)):  # fmt: skip
                return "target"
        elif same_driver(
            str(to), lesson.cast.driver_names.get(target.competitor, "-"), every=False
        ):
            return "target"
    return "no"


def context_truth(name: str, rows: Rows, competitor: str, value: str) -> str:
    """Whether a competitor has a class or segment: the field's name or "no"."""
    wanted = [record[name] for record in rows(competitor) if record[name]]
    return name if any(same(name, cell, value) for cell in wanted) else "no"


def status_truth(rows: Rows, competitor: str) -> str:
    """What status the records give a competitor: "no" where it has none.

    One of those who are not classified comes before "classified".
    """
    told = [record["status"] for record in rows(competitor)]
    known = [status for status in MEANINGS["UNCLASSIFIED"] if status in told]
    return known[0] if known else "no"


def place_truth(rows: Rows, competitor: str, place: int) -> str:
    """Whether a place is a competitor's rank in any class: "position" or "no"."""
    told = [record["position"] for record in rows(competitor) if record["position"]]
    return "position" if any(same("position", known, place) for known in told) else "no"


def crew_truth(rows: Rows, first: str, second: str) -> str:
    """Whether two drivers share a record ("crew"), or which of them alone has one; else "no"."""
    theirs, others = rows(first), rows(second)
    if any(record in others for record in theirs):
        return "crew"
    if bool(theirs) == bool(others):
        return "no"
    return "first" if theirs else "second"


def owner_truth(rows: Rows, entry: str, driver: str) -> bool:
    """Whether a car told without a driver is a driver's by the records."""
    theirs = rows(driver)
    return any(record in theirs for record in rows(entry))


def one_team(rows: Rows, first: str, second: str) -> bool:
    """Whether two drivers have one team by their records."""
    teams = {record["team"] for record in rows(first)}
    return any(record["team"] and record["team"] in teams for record in rows(second))
