from polesitter.learn.corpus import TRAINED_ON


def test_the_held_out_part_of_the_corpus_is_never_learned_from() -> None:
    assert "test" not in TRAINED_ON
    assert {"train", "dev"} <= set(TRAINED_ON)
