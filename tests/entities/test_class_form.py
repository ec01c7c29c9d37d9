import json
from pathlib import Path

import pytest

from polesitter.entities.class_form import ClassForms

FORMS = ClassForms.from_lines(
    [
        {"form": "Grand Sport", "class": "GS"},
        {"form": "Pro-Am", "class": "Pro-Am"},
        {"form": "AM", "class": "Am", "context": "class"},
    ]
)


@pytest.mark.parametrize(
    ("words", "form"),
    [("Grand Sport", "GS"), ("GRAND SPORT", "GS"), ("grand-sport", "GS"), ("pro am", "Pro-Am"),
     ("Am", "Am"), ("LMP9", "LMP9")],
)  # fmt: skip
def test_the_standard_form(words: str, form: str) -> None:
    assert FORMS(words) == form


@pytest.mark.parametrize(("words", "wary"), [("Am", True), ("am", True), ("Grand Sport", False)])
def test_forms_that_are_everyday_words(words: str, wary: bool) -> None:
    assert FORMS.needs_context(words) is wary


@pytest.mark.parametrize(
    ("words", "form"),
    [("Grand Sport", "GS"), ("Street Tuner", "ST"), ("GT Daytona", "GTD"), ("TCR", "TCR")],
)
def test_the_lexicon_knows_a_class(root: Path, words: str, form: str) -> None:
    lines = (root / "patterns" / "lexicon" / "class_forms.jsonl").read_text(encoding="utf-8")
    assert ClassForms.from_lines(json.loads(line) for line in lines.splitlines())(words) == form
