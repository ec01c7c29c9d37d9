import json
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from polesitter.learn.build import fill, lessons, lines, teach
from polesitter.learn.corpus import GoldReport

LEXICON = {
    "class_forms.jsonl": [{"form": "Grand Sport", "class": "GS"}],
    "abbreviations.jsonl": [{"short": "BHA", "long": "Bryan Herta Autosport"}],
    "cues.jsonl": [{"cue": "practice", "framing": "practice"}],
    "outcomes.jsonl": [{"label": "STATUS", "value": "dnq", "phrase": "failed to qualify"}],
    "makes.jsonl": [{"make": "Ford", "aliases": []}],
}
DRIVERS = [
    {"label": "DRIVER", "pattern": name, "id": f"driver:{name}"} for name in ("Ann Lee", "Bo Ray")
]
RECORD = {
    "class": None, "position": 3, "grid": None, "driver": "Ann Lee", "team": None, "car": None,
    "number": None, "speed": None, "lap_time": None, "gap": None, "gap_to": None, "segment": None,
    "status": "classified",
}  # fmt: skip


@pytest.fixture
def patterns(tmp_path: Path) -> Path:
    """A folder of patterns with one line of each kind."""
    for folder, files in (("lexicon", LEXICON), ("entities", {"drivers.jsonl": DRIVERS})):
        (tmp_path / folder).mkdir()
        for name, objects in files.items():
            text = "\n".join(json.dumps(line) for line in objects) + "\n\n"
            (tmp_path / folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "relations").mkdir()
    (tmp_path / "relations" / "position.jsonl").write_text("", encoding="utf-8")
    return tmp_path


@pytest.fixture
def nlp(root: Path, patterns: Path) -> Language:
    """The pipeline of config.cfg, filled but not taught."""
    nlp = load_model_from_config(load_config(root / "models" / "config.cfg"), auto_fill=True)
    fill(nlp, patterns)
    return nlp


def test_the_components_have_what_a_person_wrote(nlp: Language) -> None:
    data = {
        name: nlp.get_pipe(name).data for name in ("overlap", "references", "framing", "records")
    }
    assert data["overlap"]["class_forms"] == {"grand sport": "GS"}
    assert data["references"]["abbreviations"] == {"bha": "bryan herta autosport"}
    assert data["framing"]["cues"] == LEXICON["cues.jsonl"]
    assert data["records"]["makes"] == LEXICON["makes.jsonl"]
    assert nlp.get_pipe("relations").data["cues"] == LEXICON["outcomes.jsonl"]


def test_names_are_found_by_pattern_as_soon_as_they_are_filled_in(nlp: Language) -> None:
    doc = nlp("Ann Lee qualified third.")
    assert [(m.text, m.label) for m in doc._.mentions] == [
        ("Ann Lee", "DRIVER"),
        ("third", "POSITION"),
    ]


def test_lines_of_a_missing_file_are_none(tmp_path: Path) -> None:
    assert lines(tmp_path / "nowhere.jsonl") == []


def report(text: str) -> GoldReport:
    return GoldReport("x-1", text, (), {}, (RECORD,))


def test_a_lesson_is_the_report_as_the_relation_stage_sees_it(nlp: Language) -> None:
    (lesson,) = lessons(nlp, [report("Ann Lee qualified third. Bo Ray failed to qualify.")])
    assert [m.label for m in lesson.view.mentions] == ["DRIVER", "POSITION", "DRIVER", "STATUS"]
    assert lesson.cast.driver_names == {"d0": "Ann Lee", "d1": "Bo Ray"}
    assert lesson.records == (RECORD,)
    assert nlp.has_pipe("records")


def test_teaching_gives_weights_and_keeps_the_cues(nlp: Language) -> None:
    relations = nlp.get_pipe("relations")
    assert relations.data["model"] == {}
    teach(nlp, [report("Ann Lee qualified third.")] * 8)
    assert "POSITION" in relations.data["model"]
    assert relations.data["cues"] == LEXICON["outcomes.jsonl"]
    (result,) = nlp(
        "The car of Bo Ray on lap one. Bo Ray qualified third for the Grand Prix."
    )._.results
    assert (result.driver, result.position) == ("Bo Ray", 3)
