"""Whether a competitor has a record: what speaks for it, and what a model makes of that."""

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.all_told.recorded import RECORD, find_recorded
from polesitter.relations.claims.claim import Claim
from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Judged
from polesitter.relations.signs.family import names_of

from ...marked import frames, names

REPORT = "Cold\n\nIt was cold.\n\n[Ann Lee](DRIVER) was [third](POSITION). [Ray](DRIVER) left."
LEE, RAY = 0, 2
"""Mentions of the drivers."""


def place(
    who: str,
    value: str,
    chance: float,
    label: str = "POSITION",
    *,
    rule: str = "",
    framing: str = "outcome",
) -> Claim:
    """A claim to a place told in the sentence of the third."""
    scores = {"position": chance, "grid": 0.01}
    return Claim(label, who, LEE, 1, 2, value, (), scores, rule, framing)


def signs(
    *claims: Claim,
    told: tuple[Claim, ...] = (),
    report: str = REPORT,
    session: float = 1.0,
    share: float = 0.5,
) -> dict[str, set[str]]:
    """Who is named -> the signs."""
    made, view = frames(report)
    known = names(view)
    found = find_recorded(view, Judged(made, list(claims)), told, session, share)
    return {known[who]: set(names_of(parts)) for who, parts in found}


def word(who: str, chance: float) -> Claim:
    scores = {"no_time": chance / 2, "classified": chance / 2}
    return Claim("UNCLASSIFIED", who, 0, 0, 0, None, (), scores)


TOLD = [
    # (claims, whose signs, signs it has, signs it has not)
    ((place("d0", "3", 0.75),), "Ann Lee",
     {"position>=0.7", "position<0.8", "POSITION>=0.7", "any>=0.7", "place:3", "told by:POSITION",
      "framing:outcome"}, {"position>=0.8", "ORDER>=0.05"}),
    ((place("d0", "3", 0.75),), "Ray", {"position<0.05", "any<0.05", "rival<0.05"}, {"place:3"}),
    # the likeliest place counts, by whatever words
    ((place("d0", "3", 0.4), place("d0", "4", 0.6, "RANK", rule="rank.chain", framing="practice")),
     "Ann Lee", {"position>=0.6", "place:4", "told by:rank.chain", "framing:practice",
     "RANK>=0.6", "POSITION>=0.4"}, {"POSITION>=0.5", "place:3", "framing:outcome"}),
    # values that make a record each add to the chance of any
    ((place("d0", "3", 0.5), Claim("GAP", "d0", 0, 1, 2, 0.3, (), {"gap": 0.5})), "Ann Lee",
     {"any>=0.7", "gap>=0.5"}, {"any>=0.8", "position>=0.6"}),
    ((Claim("TEAM", "d0", 0, 1, 2, "Penske", (), {"team": 0.9}),), "Ann Lee",
     {"team>=0.9", "any<0.05"}, {"any>=0.05"}),
    # who has a place more surely is a rival for it, and so is who has it less so
    ((place("d0", "3", 0.45), place("d1", "3", 0.85)), "Ann Lee", {"rival>=0.8"}, {"rival>=0.9"}),
    ((place("d0", "3", 0.45), place("d1", "3", 0.85)), "Ray", {"rival>=0.4"}, {"rival>=0.5"}),
    ((place("d0", "3", 0.45), place("d1", "4", 0.85)), "Ann Lee", {"rival<0.05"}, set()),
    # a place far beyond those that the report tells
    ((place("d0", "21", 0.9),), "Ann Lee", {"beyond:5", "place:12", "places:1"}, set()),
    ((place("d0", "3", 0.9),), "Ann Lee", {"beyond:0"}, set()),
    ((place("d0", "rear", 0.9),), "Ann Lee", set(), {"beyond:0"}),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "who", "has", "lacks"), TOLD)
def test_what_is_told_of_a_competitor_speaks_for_its_record(
    claims: tuple[Claim, ...], who: str, has: set[str], lacks: set[str]
) -> None:
    found = signs(*claims)[who]
    assert has <= found
    assert not lacks & found


def test_the_words_around_all_names_of_a_competitor_count() -> None:
    found = signs(told=(word("d0", 0.3), word("d0", 0.3), word("d1", 0.1)))
    assert {"words>=0.6", "words<0.7"} <= found["Ann Lee"]
    assert {"words>=0.1", "words<0.2"} <= found["Ray"]


def test_who_may_share_a_car_with_whom_speaks_for_a_record() -> None:
    made, view = frames(REPORT)
    first, second = view.head_of[LEE], view.head_of[RAY]
    scores = {"first": 0.6, "second": 0.1, "crew": 0.2}
    crews = [
        CrewClaim(first, second, 2, (), scores),
        CrewClaim(second, "d9", 2, (), {"crew": 0.3}),
    ]
    told = dict(find_recorded(view, Judged(made, crews=crews), []))
    lee, ray = (set(names_of(told[who])) for who in (first, second))
    assert {"alone>=0.5", "rider<0.2", "crew<0.3"} <= lee
    assert {"rider>=0.5", "alone<0.2", "crew>=0.3"} <= ray
    assert {"alone<0.05", "rider<0.05", "crew<0.05"} <= signs()["Ann Lee"]


def test_whose_turn_it_is_to_be_named_counts() -> None:
    found = signs()
    assert {"turn:0", "turns left:2"} <= found["Ann Lee"]
    assert {"turn:1", "turns left:1"} <= found["Ray"]


def test_what_is_spoken_of_around_the_likeliest_place_counts() -> None:
    # The place that is told of Ray stands one sentence before its name.
    found = signs(place("d1", "3", 0.7), report=f"{REPORT}\n\n[Bo](DRIVER) won.")["Ray"]
    assert "par at:0" in found
    assert not {"par at:1", "par:race"} & found


def test_who_has_no_place_is_told_by_what_is_around_its_first_name() -> None:
    found = signs(report=f"{REPORT}\n\n[Bo](DRIVER) won. [Ray](DRIVER) too.")
    assert "par at:1" in found["Ray"]
    assert "par:race" in found["Bo"]


def test_what_stands_beside_its_names_counts() -> None:
    found = signs()
    assert {"l:^", "r:was", "r2:was <POSITION>"} <= found["Ann Lee"]
    assert "r:was" not in found["Ray"]


def test_how_often_and_how_fully_a_competitor_is_named() -> None:
    report = f"{REPORT} Then [Lee](DRIVER) left. The [Penske](TEAM) #[31](NUMBER) was slow."
    found = signs(report=report)
    assert {"named:2", "words:2", "head:DRIVER"} <= found["Ann Lee"]
    assert {"named:1", "words:1", "head:DRIVER"} <= found["Ray"]
    assert any("head:DRIVER" not in signs for signs in found.values())


def test_where_the_place_is_told_is_a_sign_and_what_the_report_is_about() -> None:
    practice = f"Practice\n\n{REPORT}"
    at = Claim("POSITION", "d0", LEE, 1, 3, "3", (), {"position": 0.9})
    found = signs(at, report=practice)
    assert {"lead practice", "at kind:prose", "at heads:1"} <= found["Ann Lee"]
    assert "lead practice" in found["Ray"]
    assert "at kind:prose" not in found["Ray"]
    assert "lead practice" not in signs(place("d0", "3", 0.9))["Ann Lee"]


def test_how_probable_a_session_is_is_told_of_everybody() -> None:
    found = signs(place("d0", "3", 0.75), session=0.62)
    assert all({"session>=0.6", "session<0.7"} <= told for told in found.values())
    assert "session>=0.99" in signs()["Ray"]


def test_a_record_is_as_probable_as_its_signs_weigh() -> None:
    weights = {"": (-2.0,), "position>=0.5": (4.0,)}
    place_weights = {"": (-3.0, -9.0), "vl:was": (5.0, 0.0), "onward": (-9.0, 0.0)}
    positions = LinearModel(("no", "position", "grid"), place_weights)
    record = LinearModel(("no", "record"), weights)
    _, view = frames(REPORT)
    known = names(view)
    judged = RelationModel({"POSITION": positions, RECORD: record}).judge(view)
    told = {known[who]: round(chance, 2) for who, chance in judged.recorded.items()}
    assert told == {"Ann Lee": 0.88, "Ray": 0.12}
    assert Judged.from_dict(judged.to_dict()).recorded == judged.recorded


def test_a_model_that_learned_of_no_records_says_nothing_of_them() -> None:
    _, view = frames(REPORT)
    assert RelationModel({}).judge(view).recorded == {}


@pytest.mark.parametrize(("share", "step"), [(0.0, 0), (0.33, 4), (0.97, 11)])
def test_how_many_have_a_record_is_told_beside_the_place_and_anything(
    share: float, step: int
) -> None:
    found = signs(place("d0", "3", 0.75), share=share)
    assert {f"share:{step} p:8", f"share:{step} any:8"} <= found["Ann Lee"]
    assert {f"share:{step} p:0", f"share:{step} any:0"} <= found["Ray"]
