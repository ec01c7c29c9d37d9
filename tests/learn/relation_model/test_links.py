"""Which claims hold by the records, and weights learned from that."""

from typing import Any

import pytest

from polesitter.learn.relation_model.links import train_relations
from polesitter.learn.relation_model.truth import (
    Lesson,
    Rows,
    crew_truth,
    owner_truth,
    place_truth,
    status_truth,
    truth,
)
from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims

from ...marked import names, read_all

EMPTY: dict[str, Any] = dict.fromkeys(
    ("class", "position", "grid", "driver", "team", "car", "number", "speed", "lap_time", "gap",
     "gap_to", "segment")
) | {"status": "classified"}  # fmt: skip

TRUTHS = [
    # (sentence, record of Ann Lee, label -> what each of her claims means)
    ("[Ann Lee](DRIVER) was [third](POSITION).", {"position": 3}, {("POSITION", "3", "position")}),
    ("[Ann Lee](DRIVER) was [third](POSITION).", {"position": 4}, {("POSITION", "3", "no")}),
    ("[Ann Lee](DRIVER) was [third](POSITION).", {"position": 4, "grid": 3},
     {("POSITION", "3", "grid")}),
    ("[Ann Lee](DRIVER) starts from [Row 2](POSITION).", {"position": 4},
     {("POSITION", "3", "no"), ("POSITION", "4", "position")}),
    ("[Ann Lee](DRIVER) drives for [BHA](TEAM), [Bryan Herta Autosport](TEAM).",
     {"team": "Bryan Herta Autosport"},
     {("TEAM", "BHA", "team"), ("TEAM", "Bryan Herta Autosport", "team")}),
    ("[Ann Lee](DRIVER)'s [BMW](CAR)", {"car": "BMW M4 GT4"}, {("CAR", "BMW", "car")}),
    ("[Ann Lee](DRIVER)'s [Ford](CAR)", {"car": "BMW M4 GT4"}, {("CAR", "Ford", "no")}),
    ("[Ann Lee](DRIVER) in No. [08](NUMBER)", {"number": "08"}, {("NUMBER", "08", "number")}),
    ("[Ann Lee](DRIVER) lapped in [1:45.166](LAPTIME).", {"lap_time": "1:45.166"},
     {("LAPTIME", 105.166, "lap_time")}),
    ("[Ann Lee](DRIVER) lapped in [1:45.166](LAPTIME).", {}, {("LAPTIME", 105.166, "no")}),
    ("[Ann Lee](DRIVER) was disqualified.", {"status": "disallowed"},
     {("STATUS", "disallowed", "status")}),
    ("[Ann Lee](DRIVER) was disqualified.", {}, {("STATUS", "disallowed", "no")}),
]  # fmt: skip


def lesson(marked: str, *records: dict[str, Any]) -> Lesson:
    view, cast = read_all(marked)
    return Lesson(view, cast, [EMPTY | record for record in records])


@pytest.mark.parametrize(("marked", "record", "expected"), TRUTHS)
def test_what_a_claim_means_by_the_records(
    marked: str, record: dict[str, Any], expected: set[tuple[str, object, str]]
) -> None:
    made = lesson(marked, record | {"driver": "Ann Lee"})
    claims = list(find_claims(made.view, frames_of(made.view)))
    assert {(c.label, c.value, truth(made, Rows(made), c)) for c in claims} == expected


def test_a_claim_of_somebody_without_a_record_does_not_hold() -> None:
    made = lesson("[Bo Ray](DRIVER) was [third](POSITION).", {"driver": "Ann Lee", "position": 3})
    claim = Claim("POSITION", "d0", 0, 1, 0, "3", [])
    assert truth(made, Rows(made), claim) == "no"


def test_the_records_of_a_car_without_a_driver_are_found_by_number() -> None:
    made = lesson(
        "The No. [31](NUMBER) was disqualified.",
        {"number": "31", "status": "disallowed"}, {"number": "13"},
    )  # fmt: skip
    assert [row["number"] for row in made.rows_of("x0")] == ["31"]


def test_the_records_of_a_driver_are_those_of_the_crew_too() -> None:
    made = lesson("[Ray](DRIVER), [Bo Ray](DRIVER).", {"driver": "Ann Lee / Bo Ray"})
    assert len(made.rows_of("d0")) == 1


PEOPLE = [
    ("Ann Lee", "Bo Ray"),
    ("Di Cox", "Ed Day"),
    ("Flo Fox", "Gus Hay"),
    ("Ida Jay", "Ken Low"),
]


def lessons() -> list[Lesson]:
    """Reports in which the place is always that of the driver before it."""
    return [
        lesson(
            f"[{a}](DRIVER) was [{low}](POSITION) and [{b}](DRIVER) was [{high}](POSITION).",
            {"driver": a, "position": n},
            {"driver": b, "position": n + 1},
        )
        for n, (low, high) in ((3, ("third", "fourth")), (5, ("fifth", "sixth")))
        for a, b in PEOPLE
    ]


def test_what_always_holds_is_learned_and_carries_over_to_other_names() -> None:
    model = train_relations(lessons(), l2=0.1)
    view, _ = read_all(
        "[Zoe](DRIVER) was [eighth](POSITION) and [Yan](DRIVER) was [ninth](POSITION)."
    )
    known = names(view)
    believed = {
        (known[claim.competitor], claim.value)
        for claim in model.judge(view).claims
        if claim.label == "POSITION" and claim.scores["position"] > 0.5
    }
    assert believed == {("Zoe", "8"), ("Yan", "9")}


def test_a_status_in_whatever_words_is_learned_and_carries_over_to_other_names() -> None:
    taught = [
        lesson(
            f"[{a}](DRIVER) {word} and parked. [{b}](DRIVER) was {word} by the pits.",
            {"driver": a, "status": "no_time"}, {"driver": b, "position": 3},
        )
        for a, b in PEOPLE
        for word in ("spun", "stalled", "crashed")
    ]  # fmt: skip
    model = train_relations(taught, l2=0.1)
    view, _ = read_all("[Zoe](DRIVER) slid and parked. [Yan](DRIVER) was slow by the pits.")
    found = [
        (names(view)[claim.competitor], claim.value, claim.scores["status"] > 0.5)
        for claim in model.judge(view).claims
        if claim.label == "UNCLASSIFIED"
    ]
    assert found == [("Zoe", "no_time", True)]


CREW_TRUTHS = [
    (["Ann Lee / Bo Ray"], "crew"),
    (["Ann Lee / Di Cox / Bo Ray"], "crew"),
    (["Ann Lee"], "first"),
    (["Bo Ray / Di Cox"], "second"),
    (["Ann Lee", "Bo Ray"], "no"),
    (["Di Cox"], "no"),
]


@pytest.mark.parametrize(("drivers", "told"), CREW_TRUTHS)
def test_who_of_two_has_the_record(drivers: list[str], told: str) -> None:
    made = lesson(
        "[Ann Lee](DRIVER) and [Bo Ray](DRIVER) came.", *[{"driver": name} for name in drivers]
    )
    assert crew_truth(Rows(made), "d0", "d1") == told


@pytest.mark.parametrize(("place", "told"), [(3, "position"), (12, "no"), (4, "no")])
def test_a_place_is_a_rank_where_a_record_says_so(place: int, told: str) -> None:
    records = {"driver": "Ann Lee", "position": 3, "grid": 12}, {"driver": "Bo Ray", "position": 4}
    made = lesson("[Ann Lee](DRIVER) came.", *records)
    assert place_truth(Rows(made), "d0", place) == told


STATUS_TRUTHS = [
    ([{"status": "dnq"}], "dnq"),
    ([{"status": "classified"}], "classified"),
    ([{"status": "classified"}, {"status": "withdrawn"}], "withdrawn"),
    ([], "no"),
]


@pytest.mark.parametrize(("records", "told"), STATUS_TRUTHS)
def test_which_status_the_records_give(records: list[dict[str, Any]], told: str) -> None:
    made = lesson("[Ann Lee](DRIVER) came.", *[{"driver": "Ann Lee", **row} for row in records])
    assert status_truth(Rows(made), "d0") == told
    assert status_truth(Rows(made), "d9") == "no"


def test_training_twice_gives_the_same_weights() -> None:
    assert train_relations(lessons()).to_dict() == train_relations(lessons()).to_dict()


def test_a_lesson_counts_as_often_as_it_says() -> None:
    once, twice = lessons(), lessons()
    for made in (once, twice):
        for number, one in enumerate(made):
            one.report = f"report-{number}"
    for one in twice[:2]:
        one.times = 3
    weights, repeated, unlike = (
        train_relations(made, l2=0.5).models["POSITION"].weights
        for made in (twice, once + 2 * once[:2], once)
    )
    assert weights.keys() == repeated.keys()
    for name, values in weights.items():
        assert values == pytest.approx(repeated[name], abs=0.005)
    assert weights != unlike


def test_a_car_is_the_drivers_who_has_its_record() -> None:
    view, cast = read_all("[Ann Lee](DRIVER) beat [Bo Ray](DRIVER). The No. [22](NUMBER) was slow.")
    record = EMPTY | {"driver": "Ann Lee", "number": "22"}
    rows = Rows(Lesson(view, cast, [record, EMPTY | {"driver": "Bo Ray"}]))
    assert owner_truth(rows, "x0", "d0")
    assert not owner_truth(rows, "x0", "d1")
