"""What becomes of new reports: taken, dropped or set aside, and why."""

import json
import shutil
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.exchange.label_studio import write_label_studio
from polesitter.learn.exchange.prodigy import write_prodigy
from polesitter.learn.invented import invented_ids
from polesitter.learn.retrain.intake import write_corpus
from polesitter.learn.retrain.outcome import Intake
from polesitter.learn.taught_parts import taught_parts

from .taking_in import edit, golds_of, intake, reason, taken
from .workshop import DRIVERS, TEAM_OF, write_reports


def test_new_reports_go_to_the_corpus_as_they_are(corpus: Path, new: Path) -> None:
    found = taken(corpus, new)
    assert found.told() == Intake(added=("kite-102", "kite-104", "surf-101", "surf-103"))
    assert found.files["added/kite-102.txt"] == (new / "kite-102.txt").read_bytes()
    assert found.files["added/kite-102.json"] == (new / "kite-102.json").read_bytes()
    assert len(found.files) == 8


def test_new_reports_are_real_however_those_that_were_invented_are_called(
    corpus: Path, new: Path
) -> None:
    write_reports(corpus / "own", range(105, 107))
    (corpus / "invented.txt").write_text("own/*\n", encoding="utf-8")
    write_corpus(corpus, taken(corpus, new).files)
    parts = taught_parts(corpus)
    assert {path.name for path in parts} == {"train", "dev", "own", "added"}
    assert invented_ids(parts) == {"surf-105", "kite-106"}


def test_exports_of_tools_are_the_same_reports(corpus: Path, new: Path, tmp_path: Path) -> None:
    prodigy, label_studio = tmp_path / "one.jsonl", tmp_path / "two.json"
    write_prodigy(golds_of(new), prodigy)
    write_label_studio(golds_of(new), label_studio)
    from_folder = taken(corpus, new).reports
    assert taken(corpus, prodigy).reports == from_folder
    assert taken(corpus, label_studio).reports == from_folder
    assert intake(corpus, prodigy, new).added == intake(corpus, new).added


def test_reports_of_the_measuring_part_are_refused(corpus: Path, tmp_path: Path) -> None:
    told = intake(corpus, corpus / "test")
    assert not told.added
    assert len(told.refused) == 4
    assert {one.reason.split(", which")[0] for one in told.refused} == {f"lies in {corpus}/test"}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ("", "has the text of a report of"),
        ("upper", "has the text of a report of"),
        ("a word more", "is all but the text of a report of"),
    ],
)
def test_copies_of_the_measuring_part_are_refused(
    corpus: Path, tmp_path: Path, changed: str, why: str
) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(corpus / "test", copied)
    for path in sorted(copied.glob("*.json")):
        renamed = path.with_name(f"mine-{path.name}")
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        if changed == "upper":
            text = text.replace(" was ", "  WAS ")
        elif changed:
            text += " Rain is due."
        renamed.with_suffix(".txt").write_text(text, encoding="utf-8")
        record = json.loads(path.read_text(encoding="utf-8"))
        renamed.write_text(json.dumps({**record, "id": renamed.stem}), encoding="utf-8")
        path.unlink()
        path.with_suffix(".txt").unlink()
    told = intake(corpus, copied)
    assert not told.added
    assert len(told.refused) == 4
    assert all(why in one.reason for one in told.refused)


def test_a_linked_folder_is_the_measuring_part_all_the_same(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "harmless").symlink_to(corpus / "test")
    told = intake(corpus, tmp_path / "harmless")
    assert len(told.refused) == 4
    assert not told.added


def test_what_is_in_the_corpus_is_dropped_and_another_version_replaces_it(
    corpus: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "copied"
    shutil.copytree(corpus / "train", copied)
    edit(copied / "surf-001.json", '"segment": null', '"segment": "Q1"')
    edit(copied / "surf-003.json", '"grid": null', '"grid": 4')
    found = taken(corpus, copied)
    assert found.told().replaced == ("surf-003",)
    assert len(found.told().unchanged) == 6
    assert set(found.files) == {"train/surf-003.txt", "train/surf-003.json"}
    assert "Q1" in reason(found.told(), "surf-001")


def test_an_id_or_a_text_that_is_taken(corpus: Path, new: Path) -> None:
    for suffix in (".txt", ".json"):
        (new / f"kite-102{suffix}").replace(new / f"kite-002{suffix}")
        shutil.copy(corpus / "train" / f"surf-001{suffix}", new / f"surf-900{suffix}")
        shutil.copy(new / f"kite-104{suffix}", new / f"kite-904{suffix}")
    for name, old in (("kite-002", "kite-102"), ("surf-900", "surf-001"), ("kite-904", "kite-104")):
        edit(new / f"{name}.json", old, name)
    told = intake(corpus, new)
    assert told.added == ("kite-104", "surf-101", "surf-103")
    assert "train/kite-002 has this id and another text" in reason(told, "kite-002")
    assert "has the text of train/surf-001" in reason(told, "surf-900")
    assert "has the text of kite-104, which is new as well" in reason(told, "kite-904")


def test_nearly_the_same_text_is_taken_and_told(corpus: Path, new: Path, tmp_path: Path) -> None:
    write_reports(tmp_path / "again", [101], extra=" Rain is due.")
    for suffix in (".txt", ".json"):
        (tmp_path / "again" / f"surf-101{suffix}").replace(new / f"surf-901{suffix}")
    edit(new / "surf-901.json", "surf-101", "surf-901")
    told = intake(corpus, new)
    assert "surf-901" in told.added
    assert told.alike == ("surf-901",)


def test_one_id_twice(corpus: Path, new: Path, tmp_path: Path) -> None:
    same = shutil.copytree(new, tmp_path / "same")
    assert not intake(corpus, new, same).refused
    other = write_reports(tmp_path / "other", [102], {**TEAM_OF, DRIVERS[0]: "Mauve"}, " More.")
    told = intake(corpus, new, other)
    assert "read before" in reason(told, "kite-102")
    assert "kite-102" in told.added


@pytest.mark.parametrize(("name", "why"), [("none", "no such"), ("a.csv", "no format")])
def test_paths_that_hold_no_reports(corpus: Path, tmp_path: Path, name: str, why: str) -> None:
    if "." in name:
        (tmp_path / name).write_text("x", encoding="utf-8")
    with pytest.raises(PolesitterError, match=why):
        intake(corpus, tmp_path / name)


def test_an_empty_folder(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(PolesitterError, match="no annotated reports"):
        intake(corpus, tmp_path / "empty")
