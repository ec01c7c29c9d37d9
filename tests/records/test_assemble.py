"""From judged claims to rows."""

import pytest

from polesitter.records.assemble import assemble
from polesitter.records.attributes import FAR_FLOOR
from polesitter.records.told import likely, shares_under, telling_of
from polesitter.relations.claims.afar import RULE
from polesitter.relations.claims.claim import Claim
from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.competitors.mates import MateClaim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged

from .assembled import HEADS, cast, cells, claim, rows


def test_only_competitors_with_an_outcome_have_a_row() -> None:
    found = rows(
        claim("d0", "position", "1"), claim("d1", "team", "Penske", label="TEAM", mention=7)
    )
    assert [row.draft.competitor for row in found] == ["d0"]


def test_one_place_each() -> None:
    found = rows(claim("d0", "position", "1", 0.9), claim("d1", "position", "1", 0.6),
                 claim("d1", "position", "2", 0.5))  # fmt: skip
    assert [cells(row) for row in found] == [
        {"who": "d0", "position": "1"}, {"who": "d1", "position": "2"},
    ]  # fmt: skip


def test_a_team_told_of_nobody_else_comes_before_one_told_of_another_more_surely() -> None:
    places = [claim("d0", "position", "1"), claim("d1", "position", "2")]
    shared = [
        claim("d0", "team", "Ganassi", 0.99, label="TEAM", mention=8),
        claim("d1", "team", "Ganassi", 0.80, label="TEAM", mention=8),
    ]
    own = claim("d1", "team", "Penske", 0.75, label="TEAM", mention=7, sentence=1)
    assert [row.fields["team"].value for row in rows(*places, *shared, own)] == [
        "Ganassi", "Penske",
    ]  # fmt: skip
    alone = rows(*places, *shared)
    assert [row.fields["team"].value for row in alone] == ["Ganassi", "Ganassi"]
    assert alone[1].fields["team"].probability == pytest.approx(0.80**2 / 0.99)


@pytest.mark.parametrize(
    ("label", "meaning", "rival", "stands"),
    [
        ("CAR", "car", 0.45, True),
        ("CAR", "car", 0.95, False),
        ("TEAM", "team", 0.45, True),
        ("TEAM", "team", 0.95, False),
    ],
)
def test_words_that_tell_of_a_rival_more_surely_tell_less_of_another(
    label: str, meaning: str, rival: float, stands: bool
) -> None:
    places = [claim("d0", "position", "1"), claim("d1", "position", "2")]
    shared = [
        claim("d0", meaning, "Penske", rival, label=label, mention=7),
        claim("d1", meaning, "Penske", 0.42, label=label, mention=7),
    ]
    assert (meaning in rows(*places, *shared)[1].fields) is stands


def test_two_claims_of_one_sentence_lean_on_the_same_words() -> None:
    places = [claim("d0", "position", "1")]
    told = [claim("d0", "car", "BMW", 0.5, label="CAR", mention=at) for at in (8, 9)]
    (one,) = rows(*places, *told)
    assert one.fields["car"].probability == pytest.approx(0.5)
    told[1].sentence = 1
    (two,) = rows(*places, *told)
    assert two.fields["car"].probability == pytest.approx(0.75)


@pytest.mark.parametrize(("label", "meaning"), [("TEAM", "team"), ("CAR", "car")])
@pytest.mark.parametrize(
    ("chance", "stands"), [(FAR_FLOOR - 0.05, False), (FAR_FLOOR + 0.05, True)]
)
def test_what_another_sentence_tells_must_be_surer(
    label: str, meaning: str, chance: float, stands: bool
) -> None:
    told = claim("d0", meaning, "Penske", chance, label=label, mention=7)
    (near,) = rows(claim("d0", "position", "1"), told)
    told.rule = RULE
    (afar,) = rows(claim("d0", "position", "1"), told)
    assert meaning in near.fields
    assert (meaning in afar.fields) is stands


def test_rows_stand_by_place_whatever_the_order_of_the_claims() -> None:
    found = rows(claim("d0", "position", "10"), claim("d1", "position", "9"),
                 claim("d2", "lap_time", 90.0))  # fmt: skip
    assert [row.draft.competitor for row in found] == ["d1", "d0", "d2"]


def test_of_two_places_told_of_one_the_second_is_likelier_where_it_starts() -> None:
    doubtful = claim("d0", "grid", "12", 0.2, sentence=1)
    doubtful.scores["position"] = 0.6
    (alone,) = rows(doubtful)
    assert cells(alone) == {"who": "d0", "position": "12"}
    (both,) = rows(claim("d0", "position", "14", 0.95), doubtful)
    assert cells(both) == {"who": "d0", "position": "14", "grid": "12"}


def test_places_of_two_classes_do_not_compete() -> None:
    classes = [
        ContextClaim("d0", "GS", 0, 5, 0, [], 0.9),
        ContextClaim("d1", "TCR", 1, 6, 1, [], 0.9),
    ]
    found = rows(claim("d0", "position", "1"), claim("d1", "position", "1", sentence=1),
                 classes=classes)  # fmt: skip
    assert [(row.car_class, cells(row)["position"]) for row in found] == [("GS", "1"), ("TCR", "1")]


def test_a_start_is_told_only_where_it_differs_from_the_place() -> None:
    (same,) = rows(claim("d0", "position", "3"), claim("d0", "grid", "3", sentence=1))
    assert cells(same) == {"who": "d0", "position": "3"}
    (other,) = rows(claim("d0", "position", "3"), claim("d0", "grid", "8", sentence=1))
    assert cells(other) == {"who": "d0", "position": "3", "grid": "8"}
    (rear,) = rows(claim("d0", "position", "3"), claim("d0", "grid", "rear", sentence=1))
    assert cells(rear) == {"who": "d0", "position": "3", "grid": "rear"}


def test_a_crew_has_one_row() -> None:
    found = rows(claim("d0", "position", "1"), crews=[CrewClaim("d0", "d1", 0, [], {"crew": 0.9})])
    assert [row.draft.members for row in found] == [("d0", "d1")]


def test_who_did_not_qualify_the_shared_car_has_no_row() -> None:
    told = CrewClaim("d0", "d1", 0, [], {"second": 0.9})
    found = rows(claim("d0", "position", "2"), claim("d1", "position", "1"), crews=[told])
    assert [cells(row) for row in found] == [{"who": "d1", "position": "1"}]


def test_teams_are_chosen_by_entrant_not_by_spelling() -> None:
    known = cast()
    known.team_of = {7: "t0", 8: "t0", 6: "t1"}
    found = rows(
        claim("d0", "position", "1"),
        claim("d0", "team", "PEN", 0.4, label="TEAM", mention=7),
        claim("d0", "team", "Penske", 0.4, label="TEAM", mention=8, sentence=1),
        claim("d0", "team", "Ganassi", 0.5, label="TEAM", mention=6),
        known=known,
    )
    assert cells(found[0])["team"] == "Penske"


def test_a_teammate_shares_the_team() -> None:
    found = rows(
        claim("d0", "position", "1"), claim("d1", "position", "2"),
        claim("d0", "team", "Penske", label="TEAM", mention=7),
        mates=[MateClaim("d0", "d1", 0, 9, [], 0.9)],
    )  # fmt: skip
    assert [cells(row).get("team") for row in found] == ["Penske", "Penske"]


@pytest.mark.parametrize(
    ("make", "model"),
    [("BMW", "BMW M4 GT4"), ("BMWs", "BMW M4 GT4"), ("Mercedes", "Mercedes AMG GT3"),
     ("Lotus", "Lotus Evora")],
)  # fmt: skip
def test_the_fullest_form_of_a_car(make: str, model: str) -> None:
    (row,) = rows(
        claim("d0", "position", "1"), claim("d0", "car", make, 0.9, label="CAR"),
        claim("d0", "car", model, 0.5, label="CAR", mention=10, sentence=1),
        claim("d0", "car", "Ford Mustang GT4", 0.3, label="CAR", mention=11, sentence=2),
    )  # fmt: skip
    assert cells(row)["car"] == model


def test_words_that_tell_two_rows_a_number_tell_the_surer_one() -> None:
    places = [claim("d0", "position", "1"), claim("d1", "position", "2")]
    told = [claim(who, "number", "31", chance, label="NUMBER")
            for who, chance in (("d0", 0.7), ("d1", 0.9))]  # fmt: skip
    assert [cells(row).get("number") for row in rows(*places, *told)] == [None, "31"]
    other = claim("d0", "number", "31", 0.7, label="NUMBER", mention=8)
    assert [cells(row).get("number") for row in rows(*places, other, told[1])] == ["31", "31"]


def test_a_status_that_takes_a_place_leaves_no_start_and_no_segment_by_it() -> None:
    sized = [ContextClaim("d1", "Fast Six", 1, 5, 0, [], 0.9)]
    lost, other = rows(
        claim("d0", "position", "3", 0.6), claim("d0", "grid", "3", 0.6, mention=8),
        claim("d0", "status", "no_time", 0.85, label="STATUS"),
        claim("d1", "position", "2"), segments=sized,
    )[::-1]  # fmt: skip
    assert cells(lost) == {"who": "d0", "status": "no_time", "grid": "3"}
    assert cells(other) == {"who": "d1", "position": "2", "segment": "Fast Six"}


def test_a_car_told_by_its_number_is_the_drivers_whose_number_it_is() -> None:
    known = cast()
    known.entries = {"x0": ("31", None)}
    judged = Judged(
        [],
        [claim("d0", "number", "31", label="NUMBER"), claim("d0", "position", "1"),
         Claim("STATUS", "x0", 5, 9, 3, "disallowed", [], {"status": 0.9})],
    )  # fmt: skip
    (row,) = assemble({**HEADS, 5: "x0"}, known, judged)
    assert cells(row)["status"] == "disallowed"
    assert row.draft.members == ("d0", "x0")


def test_sentences_that_tell_an_outcome_say_more_of_the_class() -> None:
    told = [ContextClaim("d0", "GS", 0, 5, 0, [], 0.6), ContextClaim("d0", "TCR", 0, 6, 1, [], 0.7)]
    judged = Judged([], [claim("d0", "position", "3", sentence=0)])
    telling = telling_of(judged, {"d0": "d0"})
    assert telling == {("d0", 0): 0.9}
    shares = shares_under(told, telling, {"d0": "d0"})
    chosen = likely(shares, 0.4)
    assert chosen["d0"][0] == "GS"
    assert likely(shares, 0.99) == {}


def test_words_that_tell_the_place_of_one_are_no_start_of_another() -> None:
    pole = claim("d0", "position", "1", mention=8)
    start = claim("d0", "grid", "2", 0.4)
    second = claim("d1", "position", "2", 0.6)
    assert [cells(row) for row in rows(pole, start, second)] == [
        {"who": "d0", "position": "1"}, {"who": "d1", "position": "2"},
    ]  # fmt: skip
    # Told in other words, or more surely than the other's place, it is a start.
    elsewhere = claim("d0", "grid", "2", 0.4, mention=7)
    assert cells(rows(pole, elsewhere, second)[0]) == {"who": "d0", "position": "1", "grid": "2"}
    surer = claim("d0", "grid", "2", 0.7)
    assert cells(rows(pole, surer, second)[0]) == {"who": "d0", "position": "1", "grid": "2"}


@pytest.mark.parametrize(
    ("sentence", "chance", "car"), [(0, 0.9, None), (0, 0.95, "BMW"), (1, 0.9, "BMW")]
)
def test_a_car_told_right_behind_a_rivals_team_is_hardly_another_s(
    sentence: int, chance: float, car: str | None
) -> None:
    told = [
        claim("d0", "position", "1"), claim("d0", "team", "Penske", label="TEAM", mention=7),
        claim("d1", "position", "2"), claim("d1", "team", "Ganassi", label="TEAM", mention=8),
        claim("d0", "car", "BMW", chance, label="CAR", mention=9, sentence=sentence),
    ]  # fmt: skip
    first = next(row for row in rows(*told) if row.draft.competitor == "d0")
    assert cells(first).get("car") == car


@pytest.mark.parametrize(("drivers", "placed"), [(1, ["d0"]), (2, ["d0", "d1"])])
def test_a_team_is_no_competitor_beside_its_drivers(drivers: int, placed: list[str]) -> None:
    known = cast()
    known.entries["d2"] = (None, "t0")
    told = [claim("d2", "position", "1")]
    for who, place in (("d0", "1"), ("d1", "2"))[:drivers]:
        told.append(claim(who, "position", place))
        told.append(claim(who, "team", "Penske", label="TEAM", mention=7))
    assert [row.draft.competitor for row in rows(*told, known=known)] == placed
