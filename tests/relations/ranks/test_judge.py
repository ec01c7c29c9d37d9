"""Chains of ranks judged by models made by hand: which ranks are claimed, and by what proof."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.linear import LinearModel
from polesitter.relations.all_told.place_signs import fine
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.judge import RelationModel
from polesitter.relations.ranks.chain import RankChain
from polesitter.relations.ranks.judge import FAINT, RANKED, RULE, STEPPED, TAKEN
from polesitter.relations.ranks.odds import Floats

from ...marked import frames
from ...ranked import HEAD, Told, chain_of
from .models import RANKS, STEPS, SURE, claimed, judge_of, likely, steps


def no_time(who: str) -> Claim:
    return Claim("STATUS", who, HEAD, 97, 0, "no_time", (), {"status": 0.95})


LIST = "[Lee](DRIVER), then [Ray](DRIVER), then [Cox](DRIVER), then [Kim](DRIVER)."
BEHIND = "[Lee](DRIVER) is behind [Ray](DRIVER)."
RANKED_SO = [
    # (report, what is told, the ranks that are likely)
    # a list is counted to its end
    (LIST, [Told("Lee", 3, SURE)], {"Lee": 3, "Ray": 4, "Cox": 5, "Kim": 6}),
    # and back to its beginning
    (LIST, [Told("Kim", 9, SURE)], {"Lee": 6, "Ray": 7, "Cox": 8, "Kim": 9}),
    (LIST, [Told("Cox", 5, SURE)], {"Lee": 3, "Ray": 4, "Cox": 5, "Kim": 6}),
    # forwards of who is told to be behind, either way
    (BEHIND, [Told("Lee", 3, SURE)], {"Lee": 3, "Ray": 2}),
    (BEHIND, [Told("Ray", 3, SURE)], {"Lee": 4, "Ray": 3}),
    # a rank that words give to somebody is not counted for another, whatever the step says
    ("[Lee](DRIVER) alias [Ray](DRIVER).", [Told("Lee", 3, SURE)], {"Lee": 3}),
    # but it is where the chain has it that this one is somewhere else
    ("[Lee](DRIVER), then [Ray](DRIVER). [Kim](DRIVER) was there.",
     [Told("Lee", 3, SURE), Told("Kim", 4, TAKEN + 0.1), Told("Kim", 9, SURE)],
     {"Lee": 3, "Ray": 4, "Kim": 9}),
    # from sentence to sentence
    ("[Lee](DRIVER) led. Then came [Ray](DRIVER). Then it was [Cox](DRIVER).",
     [Told("Lee", 3, SURE)], {"Lee": 3, "Ray": 4, "Cox": 5}),
    # nothing is counted where no words lead on
    ("[Lee](DRIVER) met [Ray](DRIVER).", [Told("Lee", 3, SURE)], {"Lee": 3}),
    # whose rank is told anew counts on from there
    (LIST, [Told("Lee", 3, SURE), Told("Cox", 8, SURE)], {"Lee": 3, "Cox": 8, "Kim": 9}),
    # who has no rank is passed over, be it one or more, at the end or at the beginning
    (LIST, [Told("Lee", 3, SURE), no_time("d1")], {"Lee": 3, "Cox": 4, "Kim": 5}),
    (LIST, [Told("Lee", 3, SURE), no_time("d1"), no_time("d2")], {"Lee": 3, "Kim": 4}),
    (LIST, [Told("Lee", 3, SURE), no_time("d3")], {"Lee": 3, "Ray": 4, "Cox": 5}),
    (LIST, [Told("Ray", 3, SURE), no_time("d0")], {"Ray": 3, "Cox": 4, "Kim": 5}),
    (LIST, [Told("Kim", 5, SURE), no_time("d1")], {"Lee": 3, "Cox": 4, "Kim": 5}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "told", "ranks"), RANKED_SO)
def test_ranks_are_counted_along_the_chain(
    marked: str, told: list[Told | Claim], ranks: dict[str, int]
) -> None:
    assert likely(marked, *told) == ranks


@pytest.mark.parametrize(("weight", "ranks"), [
    # the chain has Kim at ninth rather than at fourth, which is told of her too
    (7.0, {"Lee": 3, "Ray": 4, "Kim": 9}),
    # or at fourth for sure
    (20.0, {"Lee": 3, "Kim": 4}),
])  # fmt: skip
def test_a_rank_told_of_a_rival_is_kept_for_one_who_is_as_likely_to_have_it(
    weight: float, ranks: dict[str, int]
) -> None:
    told = [Told("Lee", 3, SURE), Told("Kim", 4, TAKEN + 0.1), Told("Kim", 9, SURE)]
    weights = {**RANKS.weights, f"rank:{fine(TAKEN + 0.1)}": (weight,)}
    judge = judge_of(LinearModel(RANKS.classes, weights))
    marked = "[Lee](DRIVER), then [Ray](DRIVER). [Kim](DRIVER) was there."
    assert likely(marked, *told, judge=judge) == ranks


def test_a_run_between_two_stated_ranks_is_surer_than_one_from_either() -> None:
    judge = judge_of(steps=steps(behind={"then": 2.5}))

    def chance(*told: Told) -> float:
        return max(
            claim.scores["position"]
            for claim in claimed(LIST, *told, judge=judge)
            if (claim.competitor, claim.value) == ("d1", "4")
        )

    first, last = Told("Lee", 3, SURE), Told("Cox", 5, SURE)
    assert chance(first, last) > max(chance(first), chance(last)) + 0.1


def test_what_follows_decides_between_two_ranks_that_are_told() -> None:
    either = [Told("Ray", rank, SURE, label="TOP") for rank in (4, 7)]
    assert likely(LIST, *either, Told("Cox", 5, SURE))["Ray"] == 4
    assert likely(LIST, *either, Told("Cox", 8, SURE))["Ray"] == 7


def test_nobody_is_ahead_of_the_pole() -> None:
    found = claimed(BEHIND, Told("Lee", 1, SURE))
    assert likely(BEHIND, Told("Lee", 1, SURE)) == {"Lee": 1}
    assert min(int(str(claim.value)) for claim in found) == 1


@given(st.lists(st.tuples(st.sampled_from(["Lee", "Ray", "Cox"]), st.integers(1, 9),
                          st.floats(0.0, 1.0)), max_size=6))  # fmt: skip
def test_claims_are_of_ranks_likely_enough(told: list[tuple[str, int, float]]) -> None:
    chain, _ = chain_of(LIST, *[Told(*one) for one in told])
    chances = judge_of().chances(chain)
    assert chances.sum(axis=1) == pytest.approx(chances.sum(axis=1).clip(0.0, 1.0))
    found = {
        (claim.competitor, int(str(claim.value))): claim.scores for claim in judge_of().judge(chain)
    }
    wanted = {
        (link.competitor, at + 1): {"position": pytest.approx(chance)}
        for link, own in zip(chain.links, chances, strict=True)
        for at, chance in enumerate(own)
        if chance >= FAINT and not is_taken(chain, chances, link.competitor, at + 1)
    }
    assert found == wanted


def is_taken(chain: RankChain, chances: Floats, who: str, rank: int) -> bool:
    """Whether words tell a rank of another who is likelier to have it, and none of who is asked."""
    evidence = chain.evidence
    best = {link.competitor: own[rank - 1] for link, own in zip(chain.links, chances, strict=True)}
    return (who, rank) not in evidence.proof and any(
        ranks.get(rank, 0.0) >= TAKEN and best[other] >= best[who]
        for other, ranks in evidence.stated.items()
        if other != who
    )


def test_of_several_sentences_the_likeliest_counts() -> None:
    marked = "[Lee](DRIVER) was third. [Ray](DRIVER) met [Lee](DRIVER)."
    chain, _ = chain_of(marked, Told("Lee", 3, 0.97))
    judge = judge_of(LinearModel(RANKS.classes, {f"here:{fine(0.97)}": (3.0,)}))
    (claim,) = [
        claim for claim in judge.judge(chain) if (claim.competitor, claim.value) == ("d0", "3")
    ]
    chances = judge.chances(chain)[[0, 2], 2]
    assert chances[0] > chances[1] + 0.1
    assert claim.scores["position"] == pytest.approx(chances[0])


PROOFS = [
    # (what is told, competitor, rank, the mention and the head that prove it: None its own)
    # a rank that is told, by what tells it best
    ([Told("Lee", 3, SURE, mention=70)], "Lee", 3, 70, HEAD),
    ([Told("Lee", 3, 0.5, mention=70), Told("Lee", 3, SURE, mention=71)], "Lee", 3, 71, HEAD),
    # one that is counted, by the rank told next to it
    ([Told("Lee", 3, SURE, mention=70)], "Ray", 4, 70, None),
    ([Told("Lee", 3, SURE, mention=70)], "Kim", 6, 70, None),
    ([Told("Lee", 3, SURE, mention=70), Told("Ray", 4, SURE, mention=71)], "Cox", 5, 71, None),
    ([Told("Kim", 6, SURE, mention=70)], "Lee", 3, 70, None),
    # of two told of one, by the likelier
    ([Told("Lee", 3, SURE, mention=70), Told("Lee", 9, 0.3, mention=71)], "Ray", 4, 70, None),
    # a doubtful one that is told of the same competitor, at the rank that is counted too
    ([Told("Lee", 3, SURE, mention=70), Told("Ray", 4, 0.3, mention=71)], "Ray", 4, 71, HEAD),
]  # fmt: skip


@pytest.mark.parametrize(("told", "who", "rank", "mention", "head"), PROOFS)
def test_what_proves_a_rank(
    told: list[Told], who: str, rank: int, mention: int, head: int | None
) -> None:
    chain, known = chain_of(LIST, *told)
    (claim,) = [
        claim
        for claim in judge_of().judge(chain)
        if (known[claim.competitor], claim.value) == (who, str(rank))
    ]
    (own,) = [link.mention for link in chain.links if known[link.competitor] == who]
    assert claim.mention == mention
    assert claim.head == (own if head is None else head)
    assert (claim.label, claim.rule) == (RANKED, RULE)


def test_a_rank_that_nothing_tells_is_proved_by_the_name() -> None:
    weights = {"first:True rank:0": (20.0,)}
    claims = claimed("Then [Lee](DRIVER).", judge=judge_of(LinearModel(RANKS.classes, weights)))
    assert [(claim.value, claim.mention, claim.head) for claim in claims] == [("1", 0, 0)]


def test_a_proof_is_cited_in_the_sentence_that_tells_it() -> None:
    marked = "[Lee](DRIVER) led. Then came [Ray](DRIVER). [Lee](DRIVER) was third."
    told = Told("Lee", 3, SURE, sentence=2)
    sentences = {(claim.competitor, claim.value): claim.sentence for claim in claimed(marked, told)}
    assert sentences["d0", "3"] == 2
    assert sentences["d1", "4"] == 1


def test_of_two_ranks_told_of_one_the_likelier_proves_what_is_counted() -> None:
    either = Told("Lee", 5, 0.9, mention=70), Told("Lee", 3, SURE, mention=71)
    ranks = LinearModel(RANKS.classes, RANKS.weights | {"rank:7": (8.0,)})
    far = Told("Kim", 12, 0.03)
    for told in (either, either[::-1]):
        claims = claimed(LIST, *told, far, judge=judge_of(ranks))
        chances = {(c.competitor, c.value): c for c in claims}
        assert chances["d0", "3"].scores["position"] > chances["d0", "5"].scores["position"] > 0.1
        assert chances["d1", "4"].mention == 71


def test_where_nothing_tells_of_steps_every_rank_is_as_likely() -> None:
    chain, _ = chain_of(LIST, Told("Lee", 3, SURE))
    for own in judge_of(steps=steps()).chances(chain)[1:]:
        assert own == pytest.approx([own[0]] * len(own))


def test_steps_over_somebody_have_weights_of_their_own() -> None:
    ways = len(MEANINGS[STEPPED])
    next_one, nothing = (9.0, *[0.0] * (ways - 1)), [0.0] * ways
    told = Told("Lee", 3, SURE), no_time("d1")
    found = {
        word: likely(
            LIST,
            *told,
            judge=judge_of(steps=LinearModel(STEPS.classes, {"": nothing, word: next_one})),
        )
        for word in ("in in:then", "off in in:then")
    }
    assert found["off in in:then"] == {"Lee": 3, "Cox": 4}
    assert "Cox" not in found["in in:then"]


def test_places_by_their_parity_are_stepped_from_each_in_its_own_way() -> None:
    weights = {"in of:odd told": (9.0, 0.0), "in of:even told": (0.0, 9.0)}
    ways = len(MEANINGS[STEPPED])
    rows = {"": [0.0] * ways} | {name: [*row, *[0.0] * (ways - 2)] for name, row in weights.items()}
    judge = judge_of(steps=LinearModel(STEPS.classes, rows))
    marked = "[Lee](DRIVER) met [Ray](DRIVER)."
    assert likely(marked, Told("Lee", 3, SURE), judge=judge) == {"Lee": 3, "Ray": 4}
    assert likely(marked, Told("Lee", 4, SURE), judge=judge) == {"Lee": 4, "Ray": 3}


def test_what_is_remembered_from_one_report_changes_nothing_in_the_next() -> None:
    judge = judge_of()
    first = likely(LIST, Told("Lee", 3, SURE), judge=judge)
    likely(LIST, Told("Lee", 7, SURE), Told("Ray", 9, 0.5), judge=judge)
    assert likely(LIST, Told("Lee", 3, SURE), judge=judge) == first


POSITIONS = LinearModel(("no", "position", "grid"), {"": (-4.0, -6.0), "hv": (14.0, 0.0)})
REPORT = "[Lee](DRIVER) was [third](POSITION), then [Ray](DRIVER)."


def test_ranks_are_judged_when_all_else_is() -> None:
    _, view = frames(REPORT)
    models = {"POSITION": POSITIONS, RANKED: RANKS, STEPPED: STEPS}
    found = [c for c in RelationModel(models).judge(view).claims if c.label == RANKED]
    likely = {(c.competitor, c.value) for c in found if c.scores["position"] > 0.5}
    assert likely == {("d0", "3"), ("d1", "4")}


@pytest.mark.parametrize("missing", [RANKED, STEPPED])
def test_a_model_that_learned_of_no_ranks_or_steps_claims_none(missing: str) -> None:
    _, view = frames(REPORT)
    models = {"POSITION": POSITIONS, RANKED: RANKS, STEPPED: STEPS}
    del models[missing]
    assert not any(c.label == RANKED for c in RelationModel(models).judge(view).claims)


def test_claims_tell_their_signs_and_no_last_bits() -> None:
    found = claimed(LIST, Told("Lee", 3, SURE), judge=judge_of(steps=steps(behind={"then": 2.5})))
    assert any(claim.scores["position"] < 1.0 for claim in found)
    for claim in found:
        assert claim.scores["position"] == round(claim.scores["position"], 9)
        assert "first:False claimed:True" in claim.signs or "claimed:False" in str(claim.signs)
