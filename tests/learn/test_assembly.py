import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from polesitter import __version__
from polesitter.learn.assembly import assemble
from polesitter.learn.corpus import GoldReport
from polesitter.learn.marked_mentions import marked_mentions
from polesitter.learn.out_of_fold import Reading
from polesitter.learn.pattern_lines import lines
from polesitter.learn.relation_model.lessons import lessons_of
from polesitter.learn.relation_model.links import train_relations
from polesitter.learn.times import REAL, times_of
from polesitter.text.plain import unmark

LEXICON: dict[str, list[dict[str, str | list[str]]]] = {
    "class_forms.jsonl": [{"form": "Grand Sport", "class": "GS"}],
    "abbreviations.jsonl": [{"short": "BHA", "long": "Bryan Herta Autosport"}],
    "cues.jsonl": [{"cue": "practice", "framing": "practice"}],
    "outcomes.jsonl": [{"label": "STATUS", "value": "dnq", "phrase": "failed to qualify"}],
    "makes.jsonl": [{"make": "Ford", "aliases": []}],
}
DRIVERS: list[dict[str, str | list[str]]] = [
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
    return assemble(root / "models" / "config.cfg", patterns)


def pipe(nlp: Language, name: str) -> Any:
    return nlp.get_pipe(name)


def test_the_components_have_what_a_person_wrote(nlp: Language) -> None:
    data = {name: pipe(nlp, name).data for name in ("overlap", "references", "framing", "records")}
    assert data["overlap"]["class_forms"] == {"grand sport": "GS"}
    assert data["references"]["abbreviations"] == {"bha": "bryan herta autosport"}
    assert data["framing"]["cues"] == LEXICON["cues.jsonl"]
    assert data["records"]["makes"] == LEXICON["makes.jsonl"]
    assert pipe(nlp, "relations").data["cues"] == LEXICON["outcomes.jsonl"]


def test_names_are_found_by_pattern_as_soon_as_they_are_filled_in(nlp: Language) -> None:
    doc = nlp("Ann Lee qualified third.")
    assert [(m.text, m.label) for m in doc._.mentions] == [
        ("Ann Lee", "DRIVER"),
        ("third", "POSITION"),
    ]


def test_lines_of_a_missing_file_are_none(tmp_path: Path) -> None:
    assert lines(tmp_path / "nowhere.jsonl") == []


def test_nothing_is_learned_yet(nlp: Language) -> None:
    assert pipe(nlp, "relations").data["model"] == {}
    assert nlp.meta["version"] == __version__


def report(marked: str) -> GoldReport:
    text, marks = unmark(marked)
    return GoldReport("x-1", text, tuple(marks), {}, (RECORD,))


MARKED = "[Ann Lee](DRIVER d1) qualified [third](POSITION) in [Grand Sport](CLASS g1)."


def test_marks_are_mentions_with_their_values(nlp: Language) -> None:
    forms = pipe(nlp, "overlap").class_forms
    assert [(m.text, m.label, m.value) for m in marked_mentions(report(MARKED), forms)] == [
        ("Ann Lee", "DRIVER", None), ("third", "POSITION", "3"), ("Grand Sport", "CLASS", "GS"),
    ]  # fmt: skip


def reading(nlp: Language, gold: GoldReport) -> Reading:
    """A report read as it was marked."""
    tokens = [(token.text, token.idx, token.idx + len(token)) for token in nlp.make_doc(gold.text)]
    forms = pipe(nlp, "overlap").class_forms
    return tokens, [asdict(mention) for mention in marked_mentions(gold, forms)]


def test_a_lesson_of_a_report_is_as_it_was_read(nlp: Language) -> None:
    gold = report(MARKED)
    tokens, rows = reading(nlp, gold)
    (lesson,) = lessons_of(nlp, [gold], {"x-1": (tokens, rows[:2])})
    assert [mention.label for mention in lesson.view.mentions] == ["DRIVER", "POSITION"]
    assert [mention.framing for mention in lesson.view.mentions] == [None, "outcome"]
    assert lesson.cast.driver_names == {"d0": "Ann Lee"}
    assert lesson.records == (RECORD,)


@pytest.mark.parametrize(
    ("real", "invented", "times"),
    [(1, 0, 1), (9, 8, 1), (9, 9, 2), (9, 17, 2), (9, 18, REAL), (9, 900, REAL), (0, 9, 1)],
)
def test_reports_of_real_racing_count_more_beside_invented_ones(
    real: int, invented: int, times: int
) -> None:
    assert times_of(real, invented) == times


def test_only_real_reports_count_more(nlp: Language) -> None:
    golds = [replace(report(MARKED), id=id) for id in ("x-1", "y-1", "y-2")]
    lessons = lessons_of(nlp, golds, {gold.id: ([], []) for gold in golds}, {"y-1", "y-2"})
    assert [lesson.times for lesson in lessons] == [3, 1, 1]


def test_lessons_of_reports_of_one_day_and_track_are_of_one_session(nlp: Language) -> None:
    told = [("x-1", "2024-05-04"), ("x-2", "2024-05-04"), ("x-3", "2024-05-05")]
    golds = [
        replace(report(MARKED), id=id, session={"date": day, "track": "Lime Rock"})
        for id, day in told
    ]
    first, second, other = lessons_of(nlp, golds, {gold.id: ([], []) for gold in golds})
    assert first.session == second.session
    assert other.session not in ("", first.session)


def test_weights_of_lessons_make_records(nlp: Language) -> None:
    gold = report("[Ann Lee](DRIVER d1) qualified [third](POSITION).")
    readings = {"x-1": reading(nlp, gold)}
    lessons = [lesson for _ in range(8) for lesson in lessons_of(nlp, [gold], readings)]
    relations = pipe(nlp, "relations")
    model = train_relations(lessons, l2=0.5).to_dict()
    relations.set_data({**relations.data, "model": model})
    text = "The cars of the Grand Prix had a lap each. Bo Ray qualified third on the grid."
    (result,) = nlp(text)._.results
    assert (result.driver, result.position) == ("Bo Ray", 3)
