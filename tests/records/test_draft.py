import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.records.draft import drafts_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.judged import Judged


def claim(
    who: str, meaning: str, value: float | str, chance: float, sentence: int = 0, mention: int = 9,
    label: str = "POSITION",
) -> Claim:  # fmt: skip
    return Claim(label, who, 0, mention, sentence, value, [], {meaning: chance})


def votes(*claims: Claim) -> dict[str, list[tuple[object, float]]]:
    """The choices of competitor d0, by meaning."""
    (draft,) = drafts_of(Judged([], list(claims)), {"d0": "d0"})
    return {
        meaning: [(choice.value, round(choice.probability, 4)) for choice in choices]
        for meaning, choices in draft.votes.items()
    }


def test_sentences_that_agree_add_up() -> None:
    found = votes(claim("d0", "position", "3", 0.5, 0), claim("d0", "position", "3", 0.5, 4))
    assert found == {"position": [("3", 0.75)]}


def test_one_sentence_counts_once() -> None:
    found = votes(
        claim("d0", "position", "3", 0.5, 0, mention=1),
        claim("d0", "position", "3", 0.4, 0, mention=2),
    )
    assert found == {"position": [("3", 0.5)]}


def test_a_place_counted_on_adds_to_one_stated_in_the_sentence() -> None:
    found = votes(
        claim("d0", "position", "3", 0.5), claim("d0", "position", "3", 0.5, label="ORDER")
    )
    assert found == {"position": [("3", 0.75)]}


TOLD = st.tuples(
    st.floats(0.03, 1.0),
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from(["POSITION", "RANK"]),
)


@given(st.lists(TOLD, min_size=1, max_size=6))
def test_a_partner_of_whom_nothing_is_told_changes_nothing(
    told: list[tuple[float, int, int, str]],
) -> None:
    claims = [claim("d0", "position", "3", *rest) for rest in told]
    alone, paired = (
        drafts_of(Judged([], claims), lead)[0].votes["position"]
        for lead in ({"d0": "d0"}, {"d0": "d0", "d1": "d0"})
    )
    assert alone == paired


def test_choices_stand_by_probability() -> None:
    found = votes(
        claim("d0", "position", "4", 0.3, 0), claim("d0", "position", "3", 0.6, 1),
        claim("d0", "gap", 0.5, 0.9, 2),
    )  # fmt: skip
    assert found == {"position": [("3", 0.6), ("4", 0.3)], "gap": [(0.5, 0.9)]}


def test_the_strongest_claim_comes_first() -> None:
    weak, strong = claim("d0", "position", "3", 0.2, 0), claim("d0", "position", "3", 0.6, 1)
    (draft,) = drafts_of(Judged([], [weak, strong]), {"d0": "d0"})
    assert list(draft.votes["position"][0].claims) == [strong, weak]


def test_whispers_and_claims_without_a_value_are_left_out() -> None:
    nothing = Claim("TARGET", "d0", 0, 1, 0, None, [], {"target": 0.9})
    assert votes(claim("d0", "position", "3", 0.01), nothing) == {}


def test_the_best_value_must_reach_the_floor() -> None:
    (draft,) = drafts_of(Judged([], [claim("d0", "position", "3", 0.6)]), {"d0": "d0"})
    best = draft.best("position", 0.5)
    assert best is not None
    assert best.value == "3"
    assert draft.best("position", 0.7) is None
    assert draft.best("gap") is None


def test_a_crew_is_one_draft_with_the_claims_of_all() -> None:
    claims = [claim("d0", "position", "3", 0.4, 0), claim("d1", "position", "3", 0.4, 0)]
    (draft,) = drafts_of(Judged([], claims), {"d0": "d0", "d1": "d0"})
    assert draft.members == ("d0", "d1")
    assert draft.votes["position"][0].probability == pytest.approx(0.8)


def test_who_shares_the_car_of_another_has_no_draft() -> None:
    claims = [claim("d0", "position", "3", 0.4, 0), claim("d1", "position", "3", 0.4, 0)]
    (draft,) = drafts_of(Judged([], claims), {"d0": "d0", "d1": "d1"}, {"d0"})
    assert draft.competitor == "d1"


@pytest.mark.parametrize(("stated", "first"), [(0.6, "POSITION"), (0.1, "RANK")])
def test_words_that_state_a_place_prove_it_before_what_counts_it(stated: float, first: str) -> None:
    claims = [claim("d0", "position", "3", stated),
              claim("d0", "position", "3", 0.99, label="RANK")]  # fmt: skip
    (draft,) = drafts_of(Judged([], claims), {"d0": "d0"})
    (choice,) = draft.votes["position"]
    proof = choice.claims[0]
    assert isinstance(proof, Claim)
    assert proof.label == first
