"""corpus import, export, check, stats and agree, as they are called."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from polesitter.cli.corpus_exchange import Tool
from polesitter.cli.main import app
from polesitter.learn.exchange.formats import FORMATS


def corpus(*args: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", *[str(arg) for arg in args]])


@pytest.fixture
def gold(root: Path, tmp_path: Path) -> Path:
    """Two annotated reports."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("pilot-01", "indy-01"):
        for suffix in (".txt", ".json"):
            shutil.copy(root / "corpus" / "dev" / f"{name}{suffix}", folder)
    return folder


def test_every_format_can_be_asked_for() -> None:
    assert {tool.value for tool in Tool} == set(FORMATS)


@pytest.mark.parametrize("tool", sorted(FORMATS))
def test_there_and_back(tool: str, gold: Path, tmp_path: Path) -> None:
    written, back = tmp_path / "some" / "written", tmp_path / "back"
    assert corpus("export", gold, "--to", tool, "-o", written).exit_code == 0
    came = corpus("import", written, "--from", tool, "-o", back, "--records", gold)
    assert came.exit_code == 0, came.output
    for path in gold.glob("*.txt"):
        assert (back / path.name).read_bytes() == path.read_bytes()
    for path in gold.glob("*.json"):
        told = json.loads((back / path.name).read_text(encoding="utf-8"))
        assert told == json.loads(path.read_text(encoding="utf-8"))


def test_records_stay_behind_where_the_format_has_no_room(gold: Path, tmp_path: Path) -> None:
    corpus("export", gold, "--to", "conll", "-o", tmp_path / "iob")
    corpus("import", tmp_path / "iob", "--from", "conll", "-o", tmp_path / "back")
    told = json.loads((tmp_path / "back" / "indy-01.json").read_text(encoding="utf-8"))
    assert told["records"] == []


def test_what_is_set_aside_is_named_and_the_rest_written(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl"
    corpus("export", gold, "--to", "doccano", "-o", path)
    lines = path.read_text(encoding="utf-8").split("\n")
    first = json.loads(lines[0])
    first["entities"][0]["label"] = "PERSON"
    path.write_text("\n".join([json.dumps(first), lines[1], lines[1]]), encoding="utf-8")
    came = corpus("import", path, "--from", "doccano", "-o", tmp_path / "back")
    assert came.exit_code == 1
    start = first["entities"][0]["start_offset"]
    assert f"told.jsonl:1 at {start}: no mention is labelled 'PERSON'" in came.stderr
    assert "a report pilot-01 was read before" in came.stderr
    assert sorted(one.name for one in (tmp_path / "back").iterdir()) == [
        "pilot-01.json", "pilot-01.txt",
    ]  # fmt: skip


def test_records_of_another_text_are_refused(gold: Path, tmp_path: Path) -> None:
    corpus("export", gold, "--to", "brat", "-o", tmp_path / "brat")
    marked = (gold / "indy-01.txt").read_bytes()
    (gold / "indy-01.txt").write_bytes(b"x" + marked)
    came = corpus(
        "import", tmp_path / "brat", "--from", "brat", "-o", tmp_path / "back", "--records", gold
    )
    assert came.exit_code == 1
    assert "has another text" in came.stderr
    assert not (tmp_path / "back" / "indy-01.json").exists()


def test_label_studio_gets_its_interface_and_predictions(gold: Path, tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    corpus("export", gold, "--to", "label-studio", "-o", path, "--predictions")
    assert '<Label value="DRIVER"' in (tmp_path / "tasks.xml").read_text(encoding="utf-8")
    tasks = json.loads(path.read_text(encoding="utf-8"))
    assert [sorted(task) for task in tasks] == [["data", "predictions"]] * 2
    assert tasks[0]["predictions"][0]["model_version"] == "gold"


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (("export", "{gold}", "--to", "brat", "-o", "{out}", "--predictions"), "no predictions"),
        (("export", "{empty}", "--to", "brat", "-o", "{out}"), "no annotated reports"),
        (("import", "{out}/none", "--from", "brat", "-o", "{out}"), "no such file"),
        (("import", "{gold}", "--from", "prodigy", "-o", "{out}"), "is a folder"),
        (
            ("import", "{gold}", "--from", "brat", "-o", "{out}", "--annotator", "x"),
            "does not say who",
        ),
        (("export", "{gold}", "--to", "prodigy", "-o", "{file}/x.jsonl"), "cannot be written"),
        (("export", "{gold}", "--to", "brat", "-o", "{file}"), "cannot be written"),
        (("import", "{tasks}", "--from", "prodigy", "-o", "{file}"), "cannot be written"),
        (("plain", "{gold}", "-o", "{file}"), "cannot be written"),
        (("check", "{empty}"), "no annotated reports"),
        (("stats", "{empty}"), "no annotated reports"),
        (("agree", "{gold}", "{gold}", "--model", "x"), "--model is for comparing"),
        (("agree", "{gold}", "{dev}", "--json"), None),
    ],
)
def test_wrong_use(
    args: tuple[str, ...], complaint: str | None, gold: Path, root: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("file.txt", "tasks.jsonl"):
        (tmp_path / name).touch()
    places = {
        "gold": gold, "out": tmp_path / "out", "empty": tmp_path / "empty",
        "dev": root / "corpus" / "dev", "file": tmp_path / "file.txt",
        "tasks": tmp_path / "tasks.jsonl",
    }  # fmt: skip
    came = corpus(*[arg.format(**places) for arg in args])
    assert came.exit_code == (0 if complaint is None else 2), came.output
    assert complaint is None or complaint in came.stderr


def test_check(gold: Path) -> None:
    right = corpus("check", gold)
    assert (right.exit_code, right.stdout.strip()) == (0, "0 errors, 0 warnings")
    record = json.loads((gold / "indy-01.json").read_text(encoding="utf-8"))
    record["records"][0]["driver"] = "Nobody Here"
    (gold / "indy-01.json").write_text(json.dumps(record), encoding="utf-8")
    wrong = corpus("check", gold)
    assert wrong.exit_code == 1
    assert "driver 'Nobody Here' does not stand in the text" in wrong.stdout
    told = json.loads(corpus("check", gold, "--json").stdout)
    assert {one["severity"] for one in told} == {"error"}


def test_stats(gold: Path) -> None:
    told = json.loads(corpus("stats", gold, "--json").stdout)
    assert told["reports"] == 2
    assert list(told["groups"]) == ["indy", "pilot"]
    assert told["marks"] == sum(label["marks"] for label in told["labels"].values())
    shown = corpus("stats", gold).stdout
    assert "indy" in shown
    assert "session track" in shown


def test_agree_of_two_annotators(gold: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(gold, other)
    marked = (other / "indy-01.txt").read_text(encoding="utf-8")
    (other / "indy-01.txt").write_text(marked.replace("](POSITION)", "](SEGMENT)", 1), "utf-8")
    (other / "pilot-01.json").unlink()
    came = corpus("agree", gold, other, "--differences")
    assert came.exit_code == 0, came.output
    assert "pilot-01" in came.stderr
    assert "label POSITION or SEGMENT" in came.stdout
    told = json.loads(corpus("agree", gold, other, "--json").stdout)
    assert [one["kind"] for one in told["differences"]] == ["label"]
    assert told["mentions"]["labels"]["DRIVER"] == {"f1": 1.0, "kappa": 1.0}
    assert told["only_a"] == ["pilot-01"]


def test_agree_with_a_model(gold: Path, model: str) -> None:
    came = corpus("agree", gold, "--model", model, "--json")
    assert came.exit_code == 0, came.output
    assert sorted(json.loads(came.stdout)["documents"]) == ["indy-01", "pilot-01"]


def test_plain_reports_are_annotated_by_the_pipeline(
    reports: Path, model: str, tmp_path: Path
) -> None:
    path = tmp_path / "tasks.json"
    came = corpus("export", reports, "--read", "--model", model, "--to", "label-studio", "-o", path)
    assert came.exit_code == 0, came.output
    tasks = json.loads(path.read_text(encoding="utf-8"))
    assert [task["data"]["report"] for task in tasks] == ["a", "b"]
    (prediction,) = tasks[0]["predictions"]
    assert prediction["model_version"].startswith("en_")
    assert tasks[0]["data"]["records"][0]["driver"] == "Ann"
    assert "annotations" not in tasks[0]


@pytest.mark.parametrize("tool", sorted(set(FORMATS) - {"label-studio"}))
def test_what_the_pipeline_annotated_comes_back_as_the_guide_has_it(
    tool: str, reports: Path, model: str, tmp_path: Path
) -> None:
    written, back = tmp_path / "written", tmp_path / "back"
    corpus("export", reports, "--read", "--model", model, "--to", tool, "-o", written)
    assert corpus("import", written, "--from", tool, "-o", back).exit_code == 0
    assert "the id of" not in corpus("check", back).stdout
    assert "](DRIVER d1)" in (back / "a.txt").read_text(encoding="utf-8")


def test_a_bad_line_of_plain_reports_costs_only_itself(
    with_bad_line: Path, model: str, tmp_path: Path
) -> None:
    path = tmp_path / "tasks.jsonl"
    asked = ("--read", "--model", model, "--to", "prodigy", "-o", path)
    came = corpus("export", with_bad_line, *asked)
    assert came.exit_code == 1
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    assert "set aside: more.jsonl, line 2: " in came.stderr
