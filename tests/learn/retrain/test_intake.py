"""What becomes of new reports: taken, dropped or set aside, and why."""

import json
import shutil
from pathlib import Path

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.exchange.label_studio import write_label_studio
from polesitter.learn.exchange.prodigy import task_of, write_prodigy
from polesitter.learn.retrain.delivery import read_deliveries
from polesitter.learn.retrain.intake import TakenIn, take_in
from polesitter.learn.retrain.known_reports import KnownReports
from polesitter.learn.retrain.outcome import Intake

from .workshop import DRIVERS, TEAM_OF, write_reports


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Eight reports to learn from, four of dev and four to measure on."""
    folder = tmp_path / "corpus"
    write_reports(folder / "train", range(1, 9))
    write_reports(folder / "dev", range(9, 13))
    write_reports(folder / "test", range(13, 17))
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Four new reports: kite-102, kite-104, surf-101 and surf-103."""
    return write_reports(tmp_path / "new", range(101, 105))


def taken(corpus: Path, *paths: Path) -> TakenIn:
    """Take reports in."""
    staging = corpus.parent / "staging"
    shutil.rmtree(staging, ignore_errors=True)
    return take_in(read_deliveries(paths), KnownReports(corpus), staging)


def intake(corpus: Path, *paths: Path) -> Intake:
    """Take reports in and tell of it."""
    return taken(corpus, *paths).told()


def reason(told: Intake, report: str) -> str:
    """Why a report was set aside."""
    return next(one.reason for one in told.refused if one.report == report)


def edit(place: Path, old: str, new: str) -> None:
    """Change the words of a file."""
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new), encoding="utf-8")


def golds_of(folder: Path) -> list[GoldReport]:
    """The reports of a folder."""
    return list(read_gold([folder]))


def test_new_reports_go_to_the_corpus_as_they_are(corpus: Path, new: Path) -> None:
    found = taken(corpus, new)
    assert found.told() == Intake(added=("kite-102", "kite-104", "surf-101", "surf-103"))
    assert found.files["own/kite-102.txt"] == (new / "kite-102.txt").read_bytes()
    assert found.files["own/kite-102.json"] == (new / "kite-102.json").read_bytes()
    assert len(found.files) == 8


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


@pytest.mark.parametrize(
    ("name", "old", "new_words", "why"),
    [
        ("kite-102.json", '"position": 2', '"position": "two"', "position"),
        ("kite-102.json", '"status": "classified"', '"status": "fine"', "status"),
        ("kite-102.json", '"records"', '"rows"', "records"),
        ("kite-102.txt", "](POSITION)", "](PLACE)", ""),
        ("kite-102.txt", " d1)", ")", "without an id"),
    ],
)
def test_a_report_that_breaks_the_rules_costs_only_itself(
    corpus: Path, new: Path, name: str, old: str, new_words: str, why: str
) -> None:
    edit(new / name, old, new_words)
    told = intake(corpus, new)
    assert told.added == ("kite-104", "surf-101", "surf-103")
    assert why in reason(told, "kite-102")


def test_values_that_the_text_does_not_state(corpus: Path, new: Path) -> None:
    edit(new / "kite-102.json", '"driver": "', '"driver": "Not ')
    told = intake(corpus, new)
    assert "does not stand in the text" in reason(told, "kite-102")


def test_half_a_report_and_no_json(corpus: Path, new: Path) -> None:
    (new / "kite-102.json").unlink()
    (new / "kite-104.json").write_text("{", encoding="utf-8")
    told = intake(corpus, new)
    assert told.added == ("surf-101", "surf-103")
    assert reason(told, "kite-102") == "kite-102.json is missing"
    assert "no JSON" in reason(told, "kite-104")


def test_offsets_that_cut_words_are_told_with_their_place(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    first = tasks[0]["spans"][1]
    for span in tasks[0]["spans"]:
        span["start"] += 2
        span["end"] += 2
    tasks[0]["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    told = intake(corpus, export)
    (refused,) = told.refused
    assert refused.report == "kite-102"
    assert "within a word" in refused.reason
    assert refused.offset is not None
    assert refused.offset <= first["start"]
    assert len(told.added) == 3


def test_offsets_beyond_the_text_are_told_with_their_line(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    tasks[2]["spans"][-1]["end"] += 5000
    tasks[2]["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    (refused,) = intake(corpus, export).refused
    assert (refused.report, refused.line) == ("export.jsonl", 3)
    assert "do not fit a text" in refused.reason


def test_labels_that_were_shuffled_are_told_by_the_figures(corpus: Path, new: Path) -> None:
    # A time marked as a place and a place as a time: no series writes them so.
    text = (new / "kite-102.txt").read_text(encoding="utf-8")
    swapped = text.replace("(POSITION)", "(X)").replace("(LAPTIME)", "(POSITION)")
    (new / "kite-102.txt").write_text(swapped.replace("(X)", "(LAPTIME)"), encoding="utf-8")
    told = intake(corpus, new)
    assert "kite-102" not in told.added
    edit(new / "kite-102.json", '"lap_time": "', '"lap_time": null, "_": "')
    assert "kite-102" not in intake(corpus, new).added


def test_figures_with_other_labels_refuse_where_records_are_silent(corpus: Path, new: Path) -> None:
    edit(new / "kite-102.txt", "(LAPTIME)", "(GAP)")
    edit(new / "kite-102.txt", "(POSITION)", "(SEGMENT)")
    record = json.loads((new / "kite-102.json").read_text(encoding="utf-8"))
    for row in record["records"]:
        row["lap_time"] = None
    (new / "kite-102.json").write_text(json.dumps(record), encoding="utf-8")
    assert "of 9 figures" in reason(intake(corpus, new), "kite-102")


def test_an_export_without_records_would_teach_that_nothing_is_told(
    corpus: Path, new: Path, tmp_path: Path
) -> None:
    tasks = [task_of(gold) for gold in golds_of(new)]
    for task in tasks[:3]:
        del task["meta"]["records"], task["meta"]["session"]
    tasks[0]["text"], tasks[0]["spans"] = "A recipe for soup.", []
    for task in tasks[:3]:
        task["relations"] = []
    export = tmp_path / "export.jsonl"
    export.write_text("".join(json.dumps(task) + "\n" for task in tasks), encoding="utf-8")
    told = intake(corpus, export)
    assert told.added == ("kite-102", "surf-103")
    assert told.off_topic == ("kite-102",)
    assert "has no records" in reason(told, "surf-101")


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
