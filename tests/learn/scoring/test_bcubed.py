import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.learn.scoring.bcubed import ReferenceTally, found_clusters, gold_clusters
from polesitter.learn.scoring.mention_score import LabelledSpan
from polesitter.text.plain import Mark
from polesitter.types import Mention


def drivers(*groups: str) -> dict[LabelledSpan, str]:
    """Clusters of one-letter mentions: "ab", "c" are two entities."""
    return {
        (ord(letter), ord(letter) + 1, "DRIVER"): str(number)
        for number, group in enumerate(groups)
        for letter in group
    }


@pytest.mark.parametrize(
    ("gold", "found", "precision", "recall"),
    [
        # The two responses of Bagga and Baldwin's paper: twelve mentions of three entities.
        (("abcde", "fg", "hijkl"), ("abcde", "fghijkl"), 16 / 21, 1),
        (("abcde", "fg", "hijkl"), ("abcdehijkl", "fg"), 7 / 12, 1),
        (("ab", "c"), ("ab", "c"), 1, 1),
        (("ab",), ("a", "b"), 1, 1 / 2),
        (("a", "b"), ("ab",), 1 / 2, 1),
        # What was not found recalls nothing; a and b have two of their three.
        (("abc",), ("ab",), 1, (2 / 3 + 2 / 3 + 0) / 3),
        # What is no mention has no precision, and makes its group less precise.
        (("ab",), ("abx",), (2 / 3 + 2 / 3 + 0) / 3, 1),
        (("a",), ("x",), 0, 0),
        (("a",), (), 0, 0),
    ],
)
def test_against_figures_by_hand(
    gold: tuple[str, ...], found: tuple[str, ...], precision: float, recall: float
) -> None:
    tally = ReferenceTally()
    tally.add(drivers(*gold), drivers(*found))
    score = tally.score("DRIVER")
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_reports_are_weighed_by_their_mentions() -> None:
    tally = ReferenceTally()
    tally.add(drivers("abc"), drivers("abc"))
    tally.add(drivers("a"), drivers("x"))
    assert (tally.score("DRIVER").precision, tally.score("DRIVER").recall) == (0.75, 0.75)
    assert (tally.score("TEAM").f1, tally.score().f1) == (0, 0.75)


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=9))
def test_the_names_of_entities_do_not_matter(entities: list[str]) -> None:
    gold = {(at, at + 1, "TEAM"): entity for at, entity in enumerate(entities)}
    found = {span: f"x{entity}" for span, entity in gold.items()}
    tally = ReferenceTally()
    tally.add(gold, found)
    assert tally.score("TEAM").f1 == pytest.approx(1)


def test_mentions_without_an_entity_stand_alone() -> None:
    marks = [Mark(0, 3, "DRIVER", "d1"), Mark(5, 8, "DRIVER"), Mark(9, 10, "GAP")]
    assert gold_clusters(marks) == {(0, 3, "DRIVER"): "d1", (5, 8, "DRIVER"): "5"}
    mentions = [
        Mention(0, 3, "Ann", "DRIVER", entity_id="d0"),
        Mention(5, 8, "Bee", "TEAM"),
        Mention(9, 10, "1", "NUMBER"),
    ]
    assert found_clusters(mentions) == {(0, 3, "DRIVER"): "d0", (5, 8, "TEAM"): "5"}
