import pytest
import spacy

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims.claim import Claim
from polesitter.relations.signs.family import plain
from polesitter.review.weights import LearnedWeights, NoWeights, Sign, Weighing, weights_of
from polesitter.types import Report


def claim(head: int, rule: str, features: list[str], chance: float) -> Claim:
    scores = {"position": chance, "grid": 1 - chance}
    return Claim("POSITION", "d0", head, 5, 0, "1", [plain(*features)], scores, rule)


MODEL = LinearModel(
    ["no", "position", "grid"],
    {"": (-1.0, 0.0), "near": (2.0, 0.5), "far": (-0.25, 4.0), "rule:pole.took": (1.5, 0.0)},
)
WEIGHTS = LearnedWeights(
    {"POSITION": MODEL},
    [
        claim(1, "pole.took", ["near", "far", "unknown", "rule:pole.took"], 0.3),
        claim(2, "", ["near"], 0.9),
    ],
)


def test_the_rule_its_total_and_the_weightiest_signs() -> None:
    found = WEIGHTS.weigh("position", "pole.took", {1, 2}, 5)
    assert found is not None
    assert found.rule == 1.5
    assert found.total == pytest.approx(-1.0 + 2.0 - 0.25 + 1.5)
    assert found.signs == (Sign("near", 2.0), Sign("rule:pole.took", 1.5), Sign("far", -0.25))


@pytest.mark.parametrize(
    ("weighing", "chance", "told"),
    [
        (Weighing(None, 3.14), 0.9, "raw log-odds +3.1"),
        (Weighing(-0.048, 3.14), 0.9, "weight -0.05 of raw log-odds +3.1"),
        (Weighing(-0.001, -2.0), 0.2, "weight +0.00 of raw log-odds -2.0"),
        # a minus that rounds to nought says nothing against a chance
        (Weighing(None, -0.04), 0.54, "raw log-odds +0.0"),
        # what other words decided is not told by these
        (Weighing(0.41, -2.0), 0.97, "weight +0.41"),
        (Weighing(None, -2.0), 0.97, ""),
        (Weighing(None, 2.0), 0.3, ""),
    ],
)
def test_weights_in_words(weighing: Weighing, chance: float, told: str) -> None:
    assert weighing.beside(chance) == told


def test_a_column_is_weighed_by_what_it_means() -> None:
    found = WEIGHTS.weigh("grid_position", "pole.took", {1}, 5)
    assert found is not None
    assert found.signs[0] == Sign("far", 4.0)


def test_without_a_rule_the_likeliest_claim_counts() -> None:
    found = WEIGHTS.weigh("position", "link.position", {1, 2}, 5)
    assert found is not None
    assert found.rule is None
    assert found.total == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("column", "heads", "mention"),
    [("position", {3}, 5), ("position", {1}, 6), ("position", {1}, None), ("team", {1}, 5)],
)
def test_what_was_not_weighed(column: str, heads: set[int], mention: int | None) -> None:
    assert WEIGHTS.weigh(column, "x", heads, mention) is None


def test_a_pipeline_without_relations_weighs_nothing() -> None:
    weights = weights_of(spacy.blank("en"), Report("a", "Ann took pole.", ""))
    assert isinstance(weights, NoWeights)
    assert weights.weigh("position", "x", {0}, 0) is None
