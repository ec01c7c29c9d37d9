"""How a report's other rows bear on whether one is told under no class."""

import pytest

from polesitter.records.untold import Rate, with_rate

USUAL = Rate(0.3, 3.0)


def chances(report: dict[str, float], sure: float = 1.0) -> dict[str, float]:
    """The chances of GS once the report's rate is known."""
    shares = {who: [("GS", chance, [])] for who, chance in report.items()}
    telling = {(who, 0): sure for who in report}
    return {who: told[0][1] for who, told in with_rate(shares, telling, USUAL).items()}


ALL = {f"d{n}": 0.95 for n in range(8)}
NONE = {f"d{n}": 0.05 for n in range(8)}


@pytest.mark.parametrize(
    ("others", "more"),
    [
        # where all others have a class, so will one that is doubtful
        (ALL, True),
        # where none has, it will not
        (NONE, False),
    ],
)
def test_a_doubtful_row_goes_with_the_others(others: dict[str, float], more: bool) -> None:
    chance = chances({**others, "lee": 0.5})["lee"]
    assert chance > 0.6 if more else chance < 0.4


def test_a_report_like_most_changes_nothing() -> None:
    told = {"lee": 0.7, "ray": 0.7, "cox": 0.7}
    assert chances(told) == pytest.approx(told, abs=0.02)


def test_rows_without_an_outcome_do_not_count() -> None:
    shares = {"lee": [("GS", 0.5, [])], **{who: [("GS", 0.05, [])] for who in NONE}}
    silent = with_rate(shares, {("lee", 0): 1.0}, USUAL)
    heard = with_rate(shares, {(who, 0): 1.0 for who in shares}, USUAL)
    assert silent["lee"][0][1] > heard["lee"][0][1]


def test_classes_keep_their_odds_and_sum_to_less_than_one() -> None:
    shares = {"lee": [("GS", 0.5, []), ("TCR", 0.25, [])], "ray": [("GS", 0.99, [])]}
    told = with_rate(shares, {("lee", 0): 1.0, ("ray", 0): 1.0}, USUAL)["lee"]
    assert told[0][1] == pytest.approx(2 * told[1][1])
    assert 0.75 < told[0][1] + told[1][1] < 1.0


def test_sure_rows_stay_within_bounds() -> None:
    told = chances({"lee": 1.0, "ray": 0.0})
    assert 0.0 <= told["ray"] <= told["lee"] <= 1.0


def test_no_row_no_rate() -> None:
    assert with_rate({}, {}, USUAL) == {}
