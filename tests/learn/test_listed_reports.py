"""What files beside the corpus list: invented reports, and which were modelled on which."""

from pathlib import Path

from polesitter.learn.invented import invented_ids
from polesitter.learn.siblings import models_of
from polesitter.learn.teacher import NameTeacher, make_name_teacher


def put(folder: Path, *ids: str) -> Path:
    """Write reports with nothing in them."""
    folder.mkdir(parents=True)
    for id in ids:
        (folder / f"{id}.json").write_text("{}", encoding="utf-8")
    return folder


def test_lines_name_reports_by_folder_and_id(tmp_path: Path) -> None:
    folders = [
        put(tmp_path / "own", "stock-101", "stock-7"),
        put(tmp_path / "added", "stock-102", "indy-201", "indy-202"),
        put(tmp_path / "train", "stock-01", "stock-103"),
    ]
    lines = "# told\n\nown/*\nadded/indy-20[2-9]\n train/stock-103 \nstock-01\n"
    (tmp_path / "invented.txt").write_text(lines, encoding="utf-8")
    assert invented_ids(folders) == {"stock-101", "stock-7", "indy-202", "stock-103"}


def test_only_the_folders_that_are_asked_for_and_only_their_own_list(tmp_path: Path) -> None:
    put(tmp_path / "here" / "own", "stock-101")
    elsewhere = put(tmp_path / "elsewhere" / "own", "stock-102")
    (tmp_path / "here" / "invented.txt").write_text("*\n", encoding="utf-8")
    assert invented_ids([elsewhere]) == frozenset()
    (tmp_path / "elsewhere" / "invented.txt").write_text("own/*\n", encoding="utf-8")
    assert invented_ids([elsewhere]) == {"stock-102"}


def test_what_the_corpus_lists_is_all_of_its_own_reports(root: Path) -> None:
    parts = [root / "corpus" / part for part in ("train", "dev", "own")]
    assert invented_ids(parts) == {path.stem for path in parts[2].glob("*.json")}


def test_siblings_and_their_models_are_all_there(root: Path) -> None:
    parts = [root / "corpus" / part for part in ("train", "dev", "own")]
    models = models_of(parts)
    real = {path.stem for part in parts[:2] for path in part.glob("*.json")}
    # They are numbered so: two thousand, ten times the number of the model, and one to nine.
    siblings = {path.stem for path in parts[2].glob("*-2[0-3]??.json")}
    assert set(models) == siblings
    assert set(models.values()) == real


def test_the_teacher_of_spacys_loop_knows_them(tmp_path: Path) -> None:
    put(tmp_path / "own", "stock-101")
    put(tmp_path / "train", "stock-05")
    (tmp_path / "invented.txt").write_text("own/*\n", encoding="utf-8")
    teacher = make_name_teacher("lexicon", str(tmp_path))
    assert isinstance(teacher, NameTeacher)
    assert teacher.invented == {"stock-101"}
    alone = make_name_teacher("lexicon")
    assert isinstance(alone, NameTeacher)
    assert not alone.invented
