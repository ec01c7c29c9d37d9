"""From rows to Results: units, names, flags of starts, and the words behind every field."""

import pytest

from polesitter.records.draft import Choice, Draft
from polesitter.records.evidence import Cited, Grounds
from polesitter.records.makes import Makes
from polesitter.records.results import driver_name, results_of
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.types import Mention, Result

TEXT = "Ann Lee of Penske in the No. 08 Ford, third at 113.575 mph, 180.5 km/h, half a second back."
MENTIONS = [
    Mention(0, 7, "Ann Lee", "DRIVER"),
    Mention(11, 17, "Penske", "TEAM"),
    Mention(29, 31, "08", "NUMBER", "08"),
    Mention(32, 36, "Ford", "CAR"),
    Mention(38, 43, "third", "POSITION", "3"),
    Mention(47, 58, "113.575 mph", "SPEED", 113.575, "mph"),
    Mention(60, 70, "180.5 km/h", "SPEED", 180.5, "km/h"),
    Mention(72, 85, "half a second", "GAP", 0.5, "s", approx=True),
]


def told(cast: Cast | None = None) -> Grounds:
    known = cast or Cast({0: "d0"}, {1: "t0"}, {"d0": "Ann Lee"}, {"t0": "Penske"})
    makes = Makes([{"make": "Ford"}])
    return Grounds(TEXT, MENTIONS, {0: "d0"}, known, makes, {"Penske": "team:penske"}, {})


def choice(value: float | str, mention: int, rule: str = "", chance: float = 0.9) -> Choice:
    claim = Claim("X", "d0", 0, mention, 0, value, [], rule=rule)
    return Choice(value, chance, [claim])


def row(**fields: Choice) -> Row:
    return Row(Draft("d0", ("d0",)), fields=dict(fields))


def result(**fields: Choice) -> Result:
    (found,) = results_of([row(**fields)], told())
    return found


def test_every_field_is_taken_over() -> None:
    found = result(
        position=choice("3", 4), team=choice("Penske", 1), car=choice("Ford", 3),
        number=choice("08", 2), speed=choice(113.575, 5),
    )  # fmt: skip
    assert (found.driver, found.position, found.team, found.car, found.car_number) == (
        "Ann Lee", 3, "Penske", "Ford", "08",
    )  # fmt: skip
    assert (found.driver_id, found.team_id, found.manufacturer) == (
        "~ann lee", "team:penske", "Ford",
    )  # fmt: skip
    assert found.status == "classified"


SPEEDS = [(113.575, 5, "mph", 182.781), (180.5, 6, "km/h", 180.5), (100.0, 5, "mph", 160.934)]


@pytest.mark.parametrize(("speed", "mention", "unit", "kph"), SPEEDS)
def test_speeds_in_kph(speed: float, mention: int, unit: str, kph: float) -> None:
    found = result(position=choice("3", 4), speed=choice(speed, mention))
    assert (found.speed, found.speed_unit, found.speed_kph) == (speed, unit, kph)


def test_a_number_keeps_its_leading_zero() -> None:
    assert result(position=choice("3", 4), number=choice("08", 2)).car_number == "08"


def test_a_start_from_the_rear_is_no_grid_place() -> None:
    found = result(grid=choice("rear", 4))
    assert (found.starts_at_rear, found.grid_position) == (True, None)
    assert [proof.field for proof in found.evidence] == ["driver", "starts_at_rear"]
    other = result(grid=choice("15", 4))
    assert (other.starts_at_rear, other.grid_position) == (False, 15)


def test_round_words_make_a_gap_approximate() -> None:
    made = row(position=choice("3", 4), gap=choice(0.5, 7))
    made.gap_to = "leader"
    (found,) = results_of([made], told())
    assert (found.gap_s, found.gap_to, found.gap_approx) == (0.5, "leader", True)
    assert {"gap_s", "gap_to", "gap_approx"} <= {proof.field for proof in found.evidence}


def test_a_gap_to_another_bears_the_name() -> None:
    cast = Cast({0: "d0"}, {}, {"d0": "Ann Lee", "d1": "Bo Ray"}, {})
    made = row(position=choice("3", 4), gap=choice(0.5, 7))
    made.gap_to = "d1"
    other = Row(Draft("d1", ("d1",)), fields={"position": choice("2", 4)})
    found = results_of(
        [other, made], Grounds(TEXT, MENTIONS, {0: "d0", 1: "d1"}, cast, Makes([]), {}, {})
    )
    assert found[1].gap_to == "Bo Ray"


def test_a_gap_to_a_car_without_a_driver_bears_the_team_or_nothing() -> None:
    for team, name in (("t0", "Penske"), (None, None)):
        cast = Cast({0: "d0"}, {}, {"d0": "Ann Lee"}, {"t0": "Penske"}, {"x0": ("31", team)})
        made = row(position=choice("3", 4), gap=choice(0.5, 7))
        made.gap_to = "x0"
        other = Row(Draft("x0", ("x0",)), fields={"position": choice("2", 4)})
        found = results_of([other, made], told(cast))[1]
        assert (found.gap_s, found.gap_to) == (0.5, name)
        assert ("gap_to" in {proof.field for proof in found.evidence}) is (name is not None)


def test_evidence_is_the_words_of_the_text_under_the_names_of_the_columns() -> None:
    found = result(
        position=choice("3", 4),
        number=choice("08", 2),
        speed=choice(113.575, 5, "rule.x", 0.87654321),
    )
    assert [(p.field, p.text) for p in found.evidence] == [
        ("driver", "Ann Lee"), ("position", "third"), ("car_number", "08"),
        ("speed", "113.575 mph"), ("speed_unit", "113.575 mph"),
    ]  # fmt: skip
    assert all(TEXT[p.start : p.end] == p.text for p in found.evidence)
    assert (found.evidence[-1].rule, found.evidence[-1].score) == ("rule.x", 0.8765)


def test_words_prove_a_field_where_there_is_a_record_of_each_row_by_itself() -> None:
    rows = [row(position=choice("3", 4), speed=choice(113.575, 5)) for _ in range(3)]
    for made, recorded in zip(rows, (1.0, None, 0.5), strict=True):
        made.draft.recorded = recorded
    cited = Cited(told())
    side_by_side = zip(*(cited.evidence(made, None) for made in rows), strict=True)
    assert [(p.field, p.score, q.score, r.score) for p, q, r in side_by_side] == [
        ("driver", 0.9, 0.9, 0.45), ("position", 0.9, 0.9, 0.45),
        ("speed", 0.9, 0.9, 0.45), ("speed_unit", 0.9, 0.9, 0.45),
    ]  # fmt: skip


def test_a_place_counted_on_cites_the_anchor_and_the_driver() -> None:
    found = result(position=choice("4", 4, "order.on"))
    assert [p.text for p in found.evidence if p.field == "position"] == ["third", "Ann Lee"]


def test_a_team_told_by_a_short_form_cites_that_and_the_words_in_full() -> None:
    known = Cast({0: "d0"}, {1: "t0", 3: "t0"}, {"d0": "Ann Lee"}, {"t0": "Team Penske"})
    mentions = [*MENTIONS[:3], Mention(32, 36, "Team Penske", "TEAM"), *MENTIONS[4:]]
    words = Grounds(TEXT, mentions, {0: "d0"}, known, Makes([]), {}, {})
    (found,) = results_of([row(position=choice("3", 4), team=choice("Team Penske", 1))], words)
    assert [(p.start, p.rule) for p in found.evidence if p.field == "team"] == [
        (11, "link.team"), (32, "reference.team"),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "start"), [("Ford", 32), ("Penske", 11), ("Ferrari", 11)])
def test_a_car_without_a_driver_cites_its_team_in_full_or_as_it_is_told(
    name: str, start: int
) -> None:
    """The Ferraris are Ferrari, which may stand nowhere."""
    known = Cast({}, {1: "t0", 3: "t0"}, {}, {"t0": name}, {"x0": (None, "t0")})
    made = Row(Draft("x0", ("x0",)), fields={"position": choice("3", 4)})
    (found,) = results_of([made], told(known))
    assert found.team == name
    assert [(p.start, p.rule) for p in found.evidence if p.field == "team"] == [
        (start, "reference.entry")
    ]


def test_what_is_told_of_others_cites_the_place_that_it_is_inferred_from() -> None:
    under = ContextClaim("d9", "Fast Six", 0, 3, 0, [], 0.8)
    told_of_it = result(position=choice("3", 4), segment=Choice("Fast Six", 0.8, [under]))
    inferred = Choice("Fast Six", 0.8, [under], "segment.size")
    found = result(position=choice("3", 4), segment=inferred)
    proofs = [
        [(p.text, p.rule) for p in one.evidence if p.field == "segment"]
        for one in (told_of_it, found)
    ]
    assert proofs == [
        [("Ford", "context.segment")], [("Ford", "segment.size"), ("third", "segment.size")],
    ]  # fmt: skip


def test_confidence_is_that_of_all_fields_together() -> None:
    found = result(position=choice("3", 4, chance=0.8), number=choice("08", 2, chance=0.5))
    assert found.confidence == pytest.approx(0.4)


def test_what_proves_a_field_is_as_sure_as_the_record_is_besides() -> None:
    made = row(position=choice("2", 3, chance=0.9))
    made.draft.recorded = 0.5
    (result,) = results_of([made], told())
    assert {(one.field, one.score) for one in result.evidence} == {
        ("driver", 0.45), ("position", 0.45),
    }  # fmt: skip
    made.draft.recorded = None
    (result,) = results_of([made], told())
    assert {one.score for one in result.evidence} == {0.9}


def test_a_row_without_an_outcome_is_as_sure_as_its_record() -> None:
    made = row(number=choice("08", 2, chance=0.5))
    made.draft.recorded = 0.8
    (found,) = results_of([made], told())
    assert found.confidence == pytest.approx(0.4)
    assert {proof.field: proof.score for proof in found.evidence}["driver"] == 0.8


def test_a_crew_is_named_together() -> None:
    cast = Cast({}, {}, {"d0": "Ann Lee", "d1": "Bo Ray"}, {})
    assert driver_name(Row(Draft("d0", ("d0", "d1"))), cast) == "Ann Lee / Bo Ray"
    assert driver_name(Row(Draft("x0", ("x0",))), cast) is None


def test_a_car_without_a_driver_has_its_number_and_team() -> None:
    cast = Cast({}, {1: "t0"}, {}, {"t0": "Penske"}, {"x0": ("08", "t0")})
    entry = Row(Draft("x0", ("x0",)), fields={"position": choice("3", 4)})
    (found,) = results_of([entry], told(cast))
    assert (found.driver, found.driver_id, found.car_number, found.team) == (
        None, None, "08", "Penske",
    )  # fmt: skip
    assert {(p.field, p.text) for p in found.evidence} == {
        ("car_number", "08"), ("team", "Penske"), ("position", "third"),
    }  # fmt: skip


def test_results_are_numbered_in_order() -> None:
    rows = [row(position=choice(str(place), 4)) for place in (1, 2, 3)]
    assert [found.result_id for found in results_of(rows, told())] == [0, 1, 2]
