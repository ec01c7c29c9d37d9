import json
from math import exp

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.all_told.recorded import RECORD
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import EXCLUSIVE, MEANINGS
from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.competitors.mates import MateClaim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Judged
from polesitter.relations.order.anchors import Anchor, anchors_of, place_of
from polesitter.relations.signs.family import plain

from ..marked import frames, names, read_all

LIKES_OWN_PLACE = LinearModel(
    ("no", "position", "grid"), {"": (-4.0, -6.0), "hv": (6.0, 0.0), "hv hb:1 sb:1": (-4.0, 0.0)}
)
"""Takes a place to be that of the nearest head before it."""
COUNTS_ON = LinearModel(("no", "position"), {"": (-5.0,), "order.on": (8.0,)})
KNOWS_GAPS = LinearModel(("no", "gap"), {"": (-3.0,), "hv": (6.0,)})
KNOWS_TARGETS = LinearModel(("no", "target"), {"": (-3.0,), "behind:bgt": (6.0,)})
LIKES_HEADS = LinearModel(("no", "class"), {"": (-2.0,), "same before r:0": (4.0,)})


def likely(model: RelationModel, marked: str, floor: float = 0.5) -> set[tuple[str, str, object]]:
    """(competitor, meaning, value) of every claim the model believes."""
    view, _ = read_all(marked)
    known = names(view)
    return {
        (known[claim.competitor], meaning, claim.value)
        for claim in model.judge(view).claims
        for meaning, chance in claim.scores.items()
        if chance > floor
    }


def test_a_claim_is_scored_by_the_weights_of_its_label() -> None:
    model = RelationModel({"POSITION": LIKES_OWN_PLACE})
    marked = "[Lee](DRIVER) was [third](POSITION), [Ray](DRIVER) [fourth](POSITION)."
    assert likely(model, marked) == {("Lee", "position", "3"), ("Ray", "position", "4")}


def test_claims_without_weights_have_no_scores() -> None:
    view, _ = read_all("[Lee](DRIVER) was [third](POSITION).")
    judged = RelationModel({}).judge(view)
    assert judged.claims
    assert all(claim.scores == {} for claim in judged.claims)


def test_heads_compete_for_a_value_that_one_of_them_has_at_most() -> None:
    rivals = [Claim("SPEED", f"d{n}", n, 9, 0, 200.0, [plain("a")]) for n in (0, 1)]
    sure = LinearModel(("no", "speed"), {"a": (8.0,)})
    RelationModel({"SPEED": sure}).score(rivals)
    assert [claim.scores["speed"] for claim in rivals] == [pytest.approx(0.5, abs=0.01)] * 2
    assert "SPEED" in EXCLUSIVE


@pytest.mark.parametrize("label", ["SPEED", "POSITION"])
def test_what_several_names_of_one_competitor_have_of_a_value_adds_up(label: str) -> None:
    names_of_it = [Claim(label, "d0", n, 9, 0, "3", [plain(word)]) for n, word in enumerate("ab")]
    rival = Claim(label, "d1", 2, 9, 0, "3", [plain("a")])
    rest = (0.0,) * (len(MEANINGS[label]) - 1)
    model = LinearModel(("no", *MEANINGS[label]), {"a": (3.0, *rest), "b": (4.0, *rest)})
    RelationModel({label: model}).score([*names_of_it, rival])
    less, more = (claim.scores[MEANINGS[label][0]] for claim in names_of_it)
    odds = [exp(3.0), exp(4.0), exp(3.0)]
    others = 1.0 + (len(MEANINGS[label]) - 1) * len(odds)
    assert less == 0.0
    assert more == pytest.approx((odds[0] + odds[1]) / (others + sum(odds)))
    assert rival.scores[MEANINGS[label][0]] == pytest.approx(odds[2] / (others + sum(odds)))


def test_nobody_may_own_a_value() -> None:
    (claim,) = alone = [Claim("SPEED", "d0", 0, 9, 0, 200.0, [])]
    RelationModel({"SPEED": LinearModel(("no", "speed"), {})}).score(alone)
    assert claim.scores["speed"] == pytest.approx(0.5)


def test_heads_do_not_compete_for_a_team() -> None:
    rivals = [Claim("TEAM", f"d{n}", n, 9, 0, "Penske", [plain("a")]) for n in (0, 1)]
    sure = LinearModel(("no", "team"), {"a": (8.0,)})
    RelationModel({"TEAM": sure}).score(rivals)
    assert all(claim.scores["team"] > 0.99 for claim in rivals)


def test_nobody_has_two_teams() -> None:
    teams = [
        Claim("TEAM", "d0", 0, n, n, name, [plain(sign)])
        for n, (name, sign) in enumerate([("Nakajima", "a"), ("Honda", "b"), ("Nakajima", "a")])
    ]
    likely = LinearModel(("no", "team"), {"a": (3.0,), "b": (2.0,)})
    RelationModel({"TEAM": likely}).score(teams)
    first, other, again = [claim.scores["team"] for claim in teams]
    assert first == again == pytest.approx(exp(3) / (1 + exp(3) + exp(2)))
    assert other == pytest.approx(exp(2) / (1 + 2 * exp(3) + exp(2)))


def test_nobody_has_both_places_of_a_row() -> None:
    readings = [Claim("POSITION", "d0", 0, 1, 0, place, [plain("a")]) for place in ("3", "4")]
    RelationModel({"POSITION": LinearModel(("no", "position", "grid"), {"a": (8.0, 0.0)})}).score(
        readings
    )
    assert [claim.scores["position"] for claim in readings] == [pytest.approx(0.5, abs=0.02)] * 2


def test_places_of_different_sentences_do_not_compete() -> None:
    stated = [
        Claim("POSITION", "d0", 0, n, n, place, [plain("a")]) for n, place in ((1, "3"), (2, "4"))
    ]
    RelationModel({"POSITION": LinearModel(("no", "position", "grid"), {"a": (8.0, 0.0)})}).score(
        stated
    )
    assert all(claim.scores["position"] > 0.99 for claim in stated)


def test_a_report_of_no_session_is_not_believed() -> None:
    awaits = LinearModel(("no", "told"), {"": (3.0,), "awaited>=1": (-6.0,)})
    held, awaited = (
        "[Lee](DRIVER) was [third](POSITION).",
        ("[Lee](DRIVER) was [third](POSITION). Qualifying begins at noon."),
    )
    model = RelationModel({"POSITION": LIKES_OWN_PLACE, "SESSION": awaits})
    assert likely(model, held) == {("Lee", "position", "3")}
    assert likely(model, awaited) == set()


def test_where_few_have_a_record_the_same_words_tell_less_of_one() -> None:
    model = RelationModel(
        {
            "POSITION": LIKES_OWN_PLACE,
            "SHARE": LinearModel(("no", "some", "most"), {"word:podium": (-9.0, -9.0)}),
            RECORD: LinearModel(("no", "record"), {"share>=0.3": (2.0,)}),
        }
    )
    own = "[Lee](DRIVER) was [third](POSITION)."
    told, passed = (
        model.judge(read_all(text)[0]).recorded["d0"] for text in (own, f"{own} What a podium.")
    )
    assert told > 0.8
    assert passed == pytest.approx(0.5)


def test_lists_count_on_from_places_believed() -> None:
    model = RelationModel({"POSITION": LIKES_OWN_PLACE, "ORDER": COUNTS_ON})
    marked = "[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER) and [Cox](DRIVER)."
    assert {("Ray", "position", "4"), ("Cox", "position", "5")} <= likely(model, marked)


def test_targets_are_sought_for_gaps_believed() -> None:
    view, _ = read_all("[Lee](DRIVER) was [.803 seconds](GAP) behind [Ray](DRIVER).")
    believed = RelationModel({"GAP": KNOWS_GAPS, "TARGET": KNOWS_TARGETS}).judge(view)
    assert list(believed.targets) == [(1, 0)]
    (target,) = believed.targets[1, 0]
    assert (names(view)[target.competitor], target.scores["target"] > 0.5) == ("Ray", True)
    doubted = RelationModel({"TARGET": KNOWS_TARGETS}).judge(view)
    assert doubted.targets == {}


def test_classes_crews_and_mates_are_judged() -> None:
    view, _ = read_all("In [TCR](CLASS), [Lee](DRIVER) and teammate [Ray](DRIVER) came.")
    model = RelationModel(
        {"CLASS": LIKES_HEADS, "MATE": LinearModel(("no", "mate"), {"LR": (3.0,)})}
    )
    judged = model.judge(view)
    assert [round(context.probability, 2) for context in judged.classes] == [0.88, 0.88]
    assert [round(mate.probability, 2) for mate in judged.mates] == [0.95]
    assert [crew.scores for crew in judged.crews] == [{}]


def test_drivers_of_one_cell_are_a_crew_without_weights() -> None:
    view, _ = read_all(
        "It was a cold day for every one of the teams that had come to the track.\n"
        "1. [Lee](DRIVER) / [Ray](DRIVER), [Ford](CAR)"
    )
    (crew,) = RelationModel({}).judge(view).crews
    assert crew.scores == {"crew": 1.0}


CREW = ("no", "crew", "first", "second")


def test_who_of_two_has_the_record_is_judged() -> None:
    view, _ = read_all("[Lee](DRIVER) and [Ray](DRIVER) share it.")
    model = RelationModel({"CREW": LinearModel(CREW, {"rw:share": (2.0, 0.0, 1.0)})})
    (crew,) = model.judge(view).crews
    whole = 2.0 + exp(2.0) + exp(1.0)
    assert crew.scores == pytest.approx(
        {"crew": exp(2.0) / whole, "first": 1.0 / whole, "second": exp(1.0) / whole}
    )


def test_a_crew_has_one_place_and_lists_count_on_from_it() -> None:
    joined = LinearModel(CREW, {"joint:and": (4.0, -4.0, -4.0), "": (-1.0, -1.0, -1.0)})
    model = RelationModel({"POSITION": LIKES_OWN_PLACE, "ORDER": COUNTS_ON, "CREW": joined})
    marked = "[Lee](DRIVER) and [Ray](DRIVER) were [third](POSITION), then came [Cox](DRIVER)."
    assert likely(model, marked) == {("Lee", "position", "3"), ("Cox", "position", "4")}


def test_drivers_of_one_cell_share_a_car_for_sure() -> None:
    view, _ = read_all(
        "It was a cold day for every one of the teams that had come to the track.\n"
        "1. [Lee](DRIVER) / [Ray](DRIVER), [Ford](CAR)"
    )
    model = RelationModel({"CREW": LinearModel(CREW, {"": (-9.0, -9.0, -9.0)})})
    (crew,) = model.judge(view).crews
    assert crew.scores == pytest.approx(dict.fromkeys(CREW[1:], 1 / 3))


def test_what_is_judged_comes_back_from_json_without_its_features() -> None:
    scores = {"position": 0.9, "grid": 0.1}
    claim = Claim("POSITION", "d0", 0, 1, 0, "3", [plain("x")], scores, "rule.a")
    target = Claim("TARGET", "d1", 2, 3, 0, None, [plain("y")], {"target": 0.7})
    judged = Judged(
        [], [claim], {(3, 0): [target]}, [ContextClaim("d0", "GS", 0, 4, 0, [plain("z")], 0.8)],
        [ContextClaim("d0", "Q3", 0, 5, 0, [], 0.6)],
        [CrewClaim("d0", "d1", 0, [plain("w")], {"crew": 0.5})],
        [MateClaim("d0", "d1", 0, 6, [plain("v")], 0.4)],
    )  # fmt: skip
    again = Judged.from_dict(json.loads(json.dumps(judged.to_dict())))
    judged.forget_signs()
    all_told: list[Claim | ContextClaim | CrewClaim] = [claim, target]
    all_told += [*judged.classes, *judged.crews]
    assert not any(found.parts for found in all_told)
    assert again == judged


def test_a_relation_model_comes_back_from_json() -> None:
    model = RelationModel({"POSITION": LIKES_OWN_PLACE, "GAP": KNOWS_GAPS})
    again = RelationModel.from_dict(json.loads(json.dumps(model.to_dict())))
    assert again.to_dict() == model.to_dict()
    marked = "[Lee](DRIVER) was [third](POSITION)."
    assert likely(again, marked) == likely(model, marked) == {("Lee", "position", "3")}


def scored(competitor: str, value: str, chance: float, mention: int = 1) -> Claim:
    return Claim("POSITION", competitor, 0, mention, 0, value, [], {"position": chance})


def test_only_stated_places_are_anchors() -> None:
    found, _ = frames("[Lee](DRIVER) was [third](POSITION).")
    stated, weak = scored("d0", "3", 0.9), scored("d0", "4", 0.4)
    counted = Claim("ORDER", "d0", 0, 1, 0, "5", [], {"position": 0.99})
    assert anchors_of(found, [stated, weak, counted]) == {0: {0: Anchor(3, 1, 2)}}
    assert anchors_of(found, [weak, counted]) == {}


@pytest.mark.parametrize(("chance", "sure"), [(0.5, 0), (0.69, 0), (0.7, 1), (0.9, 2), (0.99, 3)])
def test_how_sure_an_anchor_is(chance: float, sure: int) -> None:
    found, _ = frames("[Lee](DRIVER) was [third](POSITION).")
    assert anchors_of(found, [scored("d0", "3", chance)]) == {0: {0: Anchor(3, 1, sure)}}


def test_the_item_of_a_mention() -> None:
    (frame,), _ = frames("[Lee](DRIVER) was [third](POSITION).")
    assert place_of(frame, 1) == 2
    assert place_of(frame, 99) == -1


def test_every_label_that_competes_means_something() -> None:
    assert set(MEANINGS) >= EXCLUSIVE


def test_what_a_value_tells_counts_for_its_own_claims_alone() -> None:
    sure = LinearModel(("no", "team"), {"a": (8.0,), "b": (-8.0,)})
    claims = [
        Claim("TEAM", "d0", 0, mention, 0, word, [], own=(plain(word),))
        for mention, word in enumerate("aab", start=1)
    ]
    RelationModel({"TEAM": sure}).score(claims)
    assert [round(claim.scores["team"]) for claim in claims] == [1, 1, 0]


def test_a_car_told_without_a_driver_is_told_of_its_likely_owner() -> None:
    view, _ = read_all(
        "[Ann Lee](DRIVER) beat [Bo Ray](DRIVER). The No. [22](NUMBER) was [third](POSITION)."
    )
    owner = LinearModel(("no", "owner"), {"focus d:1 r:1": (4.0,), "": (-2.0,)})
    heads = {c.competitor for c in RelationModel({"OWNER": owner}).judge(view).claims}
    assert "d1" in heads
    assert "x0" not in heads
    owner = LinearModel(("no", "owner"), {"": (-2.0,)})
    assert "x0" in {c.competitor for c in RelationModel({"OWNER": owner}).judge(view).claims}
