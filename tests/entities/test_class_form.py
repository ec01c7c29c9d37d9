import json
from pathlib import Path

import pytest

from polesitter.entities.class_form import ClassForms

FORMS = ClassForms.from_lines(
    [
        {"form": "Grand Sport", "class": "GS"},
        {"form": "Pro-Am", "class": "Pro-Am"},
        {"form": "AM", "class": "Am", "context": "class"},
        {"form": "GTS", "class": "GTS"},
        {"form": "Hypercars", "class": "Hypercar"},
        {"form": "Prototypes", "class": "Prototypes"},
        {"form": "Prototype", "class": "P"},
        {"form": "GTE Am", "class": "GTE Am"},
        {"form": "LMGTE AM", "class": "GTE Am", "alone": "LMGTE Am"},
        {"form": "LM-GTE Am", "class": "GTE Am", "alone": "LMGTE Am"},
    ]
)


@pytest.mark.parametrize(
    ("words", "form"),
    [("Grand Sport", "GS"), ("GRAND SPORT", "GS"), ("grand-sport", "GS"), ("pro am", "Pro-Am"),
     ("Am", "Am"), ("LMP9", "LMP9"),
     # the cars of a class, in so far as the class is known or a code
     ("Ams", "Am"), ("Pro-Ams", "Pro-Am"), ("TCRs", "TCR"), ("P2s", "P2"), ("GTs", "GT"),
     ("GTS", "GTS"), ("Hypercars", "Hypercar"), ("Legends", "Legends"), ("Class", "Class"),
     # a class that is listed as it is written
     ("Prototypes", "Prototypes")],
)  # fmt: skip
def test_the_standard_form(words: str, form: str) -> None:
    assert FORMS(words) == form


@pytest.mark.parametrize(("words", "wary"), [("Am", True), ("am", True), ("Grand Sport", False)])
def test_forms_that_are_everyday_words(words: str, wary: bool) -> None:
    assert FORMS.needs_context(words) is wary


@pytest.mark.parametrize(
    ("written", "called"),
    [
        (["LMGTE Am"], ["LMGTE Am"]),
        (["LMGTE Am", "LM-GTE Am"], ["LMGTE Am", "LMGTE Am"]),
        (["LMGTE Am", "LMGTE Ams"], ["LMGTE Am", "LMGTE Am"]),
        # the standard form is in use: one class, not two
        (["LMGTE Am", "GTE-Am"], ["GTE Am", "GTE Am"]),
        (["LMGTE Am", "Am", "Grand Sport"], ["LMGTE Am", "Am", "GS"]),
        ([], []),
    ],
)
def test_what_a_report_calls_its_classes(written: list[str], called: list[str]) -> None:
    assert FORMS.of_report(written) == called


def test_forms_survive_as_data() -> None:
    again = ClassForms.from_data(json.loads(json.dumps(FORMS.to_data())))
    assert again.of_report(["LMGTE Am", "Am"]) == ["LMGTE Am", "Am"]
    assert again.needs_context("am")


@pytest.mark.parametrize(
    ("words", "form"),
    [("Grand Sport", "GS"), ("Street Tuner", "ST"), ("GT Daytona", "GTD"), ("TCR", "TCR")],
)
def test_the_lexicon_knows_a_class(root: Path, words: str, form: str) -> None:
    lines = (root / "patterns" / "lexicon" / "class_forms.jsonl").read_text(encoding="utf-8")
    assert ClassForms.from_lines(json.loads(line) for line in lines.splitlines())(words) == form
