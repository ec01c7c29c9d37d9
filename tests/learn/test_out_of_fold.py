"""Reports read as if nothing had been learned from them."""

from pathlib import Path

import pytest
from spacy.language import Language

from polesitter.entities.learned.words import Lexicon
from polesitter.learn.assembly import assemble
from polesitter.learn.corpus import GoldReport
from polesitter.learn.name_model.course import NameCourse
from polesitter.learn.out_of_fold import read_unseen

from .induction.reports import gold, make_patterns, write_lines

LINES = [
    {"label": "TEAM", "pattern": "Velo Racing", "id": "team:velo-racing", "source": "made-1"},
    {"label": "TEAM", "pattern": "Orrit Racing", "id": "team:orrit-racing", "source": "made-2"},
    {"label": "TEAM", "pattern": "Team Penske", "id": "team:team-penske"},
]
TEXT = "Velo Racing beat Orrit Racing and Team Penske in qualifying."


@pytest.fixture
def nlp(root: Path, tmp_path: Path) -> Language:
    patterns = make_patterns(root, tmp_path / "patterns")
    write_lines(patterns / "entities" / "teams.jsonl", LINES)
    return assemble(root / "models" / "config.cfg", patterns)


def read(nlp: Language, fold: dict[str, int]) -> dict[str, list[str]]:
    """The teams read in two reports of one text, by a name model that was taught nothing."""
    golds: list[GoldReport] = [gold(name, TEXT) for name in fold]
    readings = read_unseen(golds, nlp, NameCourse([], [], Lexicon()), fold)
    return {id: [row["text"] for row in rows] for id, (_, rows) in readings.items()}


def test_names_learned_from_a_report_are_not_known_in_it(nlp: Language) -> None:
    assert read(nlp, {"made-1": 0, "made-2": 1}) == {
        "made-1": ["Orrit Racing", "Team Penske"],
        "made-2": ["Velo Racing", "Team Penske"],
    }


def test_nor_are_those_of_its_fold(nlp: Language) -> None:
    assert read(nlp, {"made-1": 3, "made-2": 3})["made-1"] == ["Team Penske"]


def test_all_names_are_known_again_afterwards(nlp: Language) -> None:
    read(nlp, {"made-1": 0, "made-2": 1})
    with nlp.select_pipes(enable=["layout", "measures", "names"]):
        doc = nlp(TEXT)
    found = {span.text for span in doc.spans["candidates"] if span.label_ == "TEAM"}
    assert found == {"Velo Racing", "Orrit Racing", "Team Penske"}
