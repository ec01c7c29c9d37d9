from polesitter.learn.scoring.f1 import score_of


def test_figures_of_counts() -> None:
    score = score_of(right=6, wrong=2, missed=6)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert score_of(0, 0, 0).f1 == 0
