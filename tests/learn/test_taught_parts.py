from pathlib import Path

from polesitter.learn.taught_parts import TAUGHT, taught_parts


def test_the_held_out_part_of_the_corpus_is_never_learned_from() -> None:
    assert "test" not in TAUGHT
    assert {"train", "dev"} <= set(TAUGHT)


def test_the_parts_that_there_are(tmp_path: Path) -> None:
    for name in ("own", "sample", "test", "train"):
        (tmp_path / name).mkdir()
    assert taught_parts(tmp_path) == [tmp_path / "train", tmp_path / "own"]
