"""What judged claims tell of ranks: marked reports with claims made by hand."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.all_told.belief import FAINT
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.ranks.evidence import FURTHEST, rank_evidence

from ...ranked import LIST, Told, evidence_of, judged, signs

SUMS = [
    # (claims, how probable the third place of Lee is by all of them)
    ([Told("Lee", 3, 0.6)], 0.6),
    # of one sentence the likeliest counts
    ([Told("Lee", 3, 0.6), Told("Lee", 3, 0.5, label="TOP")], 0.6),
    ([Told("Lee", 3, 0.5), Told("Lee", 3, 0.6, label="BEAT")], 0.6),
    # several sentences add up
    ([Told("Lee", 3, 0.6), Told("Lee", 3, 0.5, sentence=1)], 0.8),
    ([Told("Lee", 3, 0.5), Told("Lee", 3, 0.5, sentence=1), Told("Lee", 3, 0.5, sentence=2)],
     0.875),
    # other ranks and other competitors do not
    ([Told("Lee", 3, 0.6), Told("Lee", 4, 0.5, sentence=1)], 0.6),
    ([Told("Lee", 3, 0.6), Told("Ray", 3, 0.5, sentence=1)], 0.6),
    # nor what is counted, and what is no rank
    ([Told("Lee", 3, 0.6), Told("Lee", 3, 0.5, sentence=1, label="ORDER")], 0.6),
    ([Told("Lee", 3, 0.6), Told("Lee", "rear", 0.5, sentence=1)], 0.6),
    # nothing is surer than sure
    ([Told("Lee", 3, 1.0)], 0.999),
]  # fmt: skip


@pytest.mark.parametrize(("told", "chance"), SUMS)
def test_claims_to_a_rank_add_up(told: list[Told], chance: float) -> None:
    found, ids = evidence_of(*told)
    assert found.stated[ids["Lee"]][3] == pytest.approx(chance)
    assert found.best(ids["Lee"]) == pytest.approx(chance)


def test_what_is_hardly_told_counts_for_nothing() -> None:
    found, ids = evidence_of(Told("Lee", 3, FAINT), Told("Ray", 3, FAINT + 0.01))
    assert found.best(ids["Lee"]) == 0.0
    assert found.best(ids["Ray"]) == pytest.approx(FAINT + 0.01)
    assert set(found.proof) == {(ids["Ray"], 3)}


def test_what_is_told_is_kept_by_how_it_is_told() -> None:
    found, ids = evidence_of(
        Told("Lee", 1, 0.4, label="TOP"), Told("Lee", 3, 0.5, grid=0.3),
        Told("Lee", 4, 0.6, label="ORDER"),
    )  # fmt: skip
    lee = ids["Lee"]
    assert found.stated[lee] == pytest.approx({1: 0.4, 3: 0.5})
    assert found.position[lee] == pytest.approx({3: 0.5})
    assert found.implied[lee] == pytest.approx({1: 0.4})
    assert found.order[lee] == pytest.approx({4: 0.6})
    assert found.grid[lee] == pytest.approx({3: 0.3})


def test_what_is_told_right_there_is_told_in_that_sentence() -> None:
    found, ids = evidence_of(Told("Lee", 3, 0.6), Told("Lee", 3, 0.5, sentence=1))
    assert found.here == pytest.approx({(ids["Lee"], 3, 0): 0.6, (ids["Lee"], 3, 1): 0.5})


RIVALS = [
    # (classes of Lee and Ray, whether the third place of the one is one for the other)
    ({}, True),
    ({"Lee": "GS", "Ray": "GS"}, True),
    ({"Lee": "GS", "Ray": "TCR"}, False),
    ({"Lee": "GS"}, False),
]


@pytest.mark.parametrize(("classes", "rival"), RIVALS)
def test_rivals_are_of_the_same_class(classes: dict[str, str], rival: bool) -> None:
    told = [Told("Lee", 3, 0.95), Told("Ray", 3, 0.95)]
    alone, beside = (signs("Lee", 3, *told[:n], classes=classes) for n in (1, 2))
    assert (alone != beside) is rival
    assert any("rival:4" in sign for sign in beside) is rival
    assert not any("rival:4" in sign for sign in alone)


@pytest.mark.parametrize("chances", [(0.95, 0.4), (0.4, 0.95)])
def test_of_several_rivals_the_likeliest_counts(chances: tuple[float, float]) -> None:
    told = [Told(who, 3, chance) for who, chance in zip(("Ray", "Cox"), chances, strict=True)]
    assert any("rival:4" in sign for sign in signs("Lee", 3, *told))


def test_nobody_is_his_own_rival() -> None:
    two = Told("Lee", 3, 0.9), Told("Lee", 3, 0.9, sentence=1)
    assert not any("rival:4" in sign for sign in signs("Lee", 3, *two))


def test_another_rank_of_the_same_competitor_speaks_against_one() -> None:
    told = Told("Lee", 3, 0.5), Told("Lee", 7, 0.9)
    assert any("other:4 back" in sign for sign in signs("Lee", 3, *told))
    assert any("other:2 ahead" in sign for sign in signs("Lee", 7, *told))
    assert any("other:4 ahead" in sign for sign in signs("Lee", 9, *told))
    assert not any("other:4" in sign for sign in signs("Ray", 3, *told))


def test_what_is_told_of_a_rank_speaks_for_it() -> None:
    told = Told("Lee", 3, 0.97, grid=0.7)
    third, fourth = (signs("Lee", rank, told) for rank in (3, 4))
    assert {"here:0", "order:0"} <= third & fourth
    assert {sign for sign in third if sign.startswith("rank:")}.isdisjoint({"rank:0 order:0"})
    assert "rank:0 order:0" in fourth
    assert any("grid:3" in sign for sign in third)
    assert not any("grid:3" in sign for sign in fourth)
    here = signs("Lee", 3, told, sentence=0)
    assert "here:0" not in here


def test_the_order_of_a_list_speaks_for_a_rank() -> None:
    assert "order:4" in signs("Lee", 3, Told("Lee", 3, 0.9, label="ORDER"))
    assert "order:0" in signs("Lee", 4, Told("Lee", 3, 0.9, label="ORDER"))


def test_proof_of_a_rank_is_the_claim_that_tells_it_best() -> None:
    found, ids = evidence_of(
        Told("Lee", 3, 0.5, mention=7), Told("Lee", 3, 0.8, mention=8), Told("Lee", 4, mention=9),
        Told("Lee", 3, 0.7, mention=10, label="ORDER"), Told("Ray", 5, 0.1, mention=11),
        Told("Cox", 6, 0.6, mention=12), Told("Cox", 6, 0.9, mention=13, label="ORDER"),
        Told("Cox", "rear", mention=14), Claim("GAP", "d0", 0, 15, 0, 3.0, (), {"gap": 0.9}),
    )  # fmt: skip
    proofs = {key: claim.mention for key, claim in found.proof.items()}
    lee, ray, cox = (ids[name] for name in ("Lee", "Ray", "Cox"))
    assert proofs == {(lee, 3): 8, (lee, 4): 9, (ray, 5): 11, (cox, 6): 13}


LAST = [
    # (claims, the last rank that may be anybody's)
    ([], 5),
    ([Told("Lee", 3)], 5),
    ([Told("Lee", 12, 0.3)], 14),
    ([Told("Lee", 12, label="ORDER")], 14),
    ([Told("Lee", 12, FAINT)], 5),
    ([Told("Lee", 43)], FURTHEST),
    ([Told("Lee", FURTHEST)], FURTHEST),
    ([Told("Lee", 99)], 5),
]


@pytest.mark.parametrize(("told", "last"), LAST)
def test_the_last_rank_is_beyond_all_that_are_told_or_named(told: list[Told], last: int) -> None:
    assert evidence_of(*told)[0].last == last


def test_those_who_are_named_twice_are_one() -> None:
    assert evidence_of(marked="[Lee](DRIVER) led. [Lee](DRIVER) was happy.")[0].last == 3


def test_ranks_beyond_the_last_sure_one_are_told_apart() -> None:
    told = Told("Lee", 5, 0.9), Told("Ray", 9, 0.4)
    found, _ = evidence_of(*told)
    assert found.surest == 5
    within, next_one, beyond = (signs("Cox", rank, *told) for rank in (4, 6, 11))
    assert any("beyond:0" in sign for sign in within)
    assert any("beyond:1" in sign for sign in next_one)
    assert any("beyond:3" in sign for sign in beyond)


def test_numbers_of_places_in_the_text_are_known_whoever_they_are_told_of() -> None:
    found, _ = evidence_of(
        marked="[Lee](DRIVER) was [third](POSITION), [Ray](DRIVER) was [fifth](POSITION)."
    )
    assert {3, 5} <= found.numbers


def test_what_else_is_told_of_a_competitor_is_kept_at_its_best() -> None:
    found, ids = evidence_of(
        *[
            Claim("TEAM", "d0", 0, 9, 0, "Penske", (), {"team": chance})
            for chance in (0.4, 0.7, 0.5)
        ],
        Claim("LAPTIME", "d1", 0, 9, 0, 61.2, (), {"lap_time": 0.6}),
    )
    values = {(ids["Lee"], "team"): 0.7, (ids["Ray"], "lap_time"): 0.6}
    assert found.values == pytest.approx(values)


def test_a_start_alone_speaks_for_a_rank_in_its_own_way() -> None:
    told = Told("Lee", 3, 0.0, grid=0.9)
    assert any("grid:4" in sign for sign in signs("Lee", 3, told))
    assert not any("grid:4" in sign for sign in signs("Lee", 4, told))


def test_the_segment_that_is_likeliest_is_somebodys() -> None:
    view, all_told = judged(LIST)
    for value, chance in (("Q1", 0.6), ("Q2", 0.8), ("Q3", 0.7)):
        all_told.segments.append(ContextClaim("d0", value, 0, 9, 0, (), chance))
    all_told.segments.append(ContextClaim("d1", "Q1", 0, 9, 0, (), 0.4))
    assert rank_evidence(view, all_told, ()).segment == {"d0": "q2"}


def test_what_the_words_say_of_being_classified_counts_at_its_best() -> None:
    asked = [
        Claim("UNCLASSIFIED", "d0", 0, 0, 0, None, (), {"classified": p}) for p in (0.3, 0.8, 0.5)
    ]
    found, ids = evidence_of(asked=asked)
    assert found.classified == {ids["Lee"]: 0.8}


CLAIMS = st.builds(
    Told,
    st.sampled_from(["Lee", "Ray", "Cox"]),
    st.one_of(st.integers(0, 60), st.just("rear")),
    st.floats(0.0, 1.0),
    sentence=st.integers(0, 3),
    label=st.sampled_from(["POSITION", "TOP", "BEAT", "IMPLIED", "ORDER"]),
    grid=st.floats(0.0, 1.0),
)


@given(st.lists(CLAIMS, max_size=12), st.randoms())
def test_the_order_of_claims_changes_nothing(told: list[Told], shuffled: Random) -> None:
    other = told.copy()
    shuffled.shuffle(other)
    (one, ids), (two, _) = evidence_of(*told), evidence_of(*other)
    assert one.last == two.last
    for who in ids.values():
        assert one.best(who) == pytest.approx(two.best(who))
        for rank, chance in one.stated.get(who, {}).items():
            assert 0.0 < chance < 1.0
            assert 1 <= rank <= one.last <= FURTHEST
            assert chance == pytest.approx(two.stated[who][rank])
            assert chance >= max(
                [here for key, here in one.here.items() if key[:2] == (who, rank)]
            ) - 1e-3  # fmt: skip
