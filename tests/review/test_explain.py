import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from polesitter.errors import PolesitterError
from polesitter.records.extraction import Extraction
from polesitter.review.explain import FieldExplanation, explain
from polesitter.review.explanation_values import explanation_values
from polesitter.review.pattern_places import PatternPlaces
from polesitter.review.proof import readings_of
from polesitter.review.sentences import Sentence
from polesitter.review.terminal.explanation import explanation_view, highlighted
from polesitter.review.weights import Weighing

NOWHERE = PatternPlaces(None)


def fields_of(extraction: Extraction, driver: str) -> dict[str, FieldExplanation]:
    (row,) = explain(extraction, NOWHERE, driver)
    return {field.name: field for field in row.fields}


def test_a_value_comes_with_its_sentence_and_rule(extraction: Extraction) -> None:
    proof = fields_of(extraction, "Lee")["position"].proofs[0]
    assert proof.sentence.text == "Ann Lee took pole for Red Kites with a lap of 1:23.529."
    assert (proof.evidence.text, proof.evidence.rule) == ("pole", "link.position")
    assert proof.framing == "outcome"


def test_columns_of_another_name_find_their_evidence(extraction: Extraction) -> None:
    lap_time = fields_of(extraction, "Lee")["lap_time"]
    assert lap_time.value == "1:23.529"
    assert [proof.evidence.text for proof in lap_time.proofs] == ["1:23.529"]


def test_a_lost_candidate_says_why_a_field_is_empty(extraction: Extraction) -> None:
    lap_time = fields_of(extraction, "Carr")["lap_time"]
    assert lap_time.value is None
    assert lap_time.why_empty == "'1:29.000' (31%): told of practice"
    assert [(rival.text, rival.framing) for rival in lap_time.rivals] == [("1:29.000", "practice")]


def test_nothing_near_says_why_a_field_is_empty(extraction: Extraction) -> None:
    why = fields_of(extraction, "Dale")["position"].why_empty
    assert why == "none is told in the sentence that names this competitor"
    assert fields_of(extraction, "Dale")["speed"].why_empty == "the report tells none at all"


def test_a_value_of_another_competitor_is_named(extraction: Extraction) -> None:
    # A second driver in the first sentence: the lap there is Ann Lee's.
    mentions = list(extraction.mentions)
    mentions[8] = replace(mentions[8], start=26, end=31, text="Kites")
    result = replace(
        extraction.results[2],
        evidence=(replace(extraction.results[2].evidence[0], start=26, end=31),),
    )
    moved = replace(extraction, mentions=tuple(mentions), results=(result,))
    why = fields_of(moved, "Dale")["lap_time"].why_empty
    assert why == "1:23.529 is Ann Lee's"


def test_defaults_need_no_excuse(extraction: Extraction) -> None:
    lee, dale = fields_of(extraction, "Lee"), fields_of(extraction, "Dale")
    assert {name for name, field in lee.items() if field.is_default} == {
        "gap", "gap_to", "grid", "status",
    }  # fmt: skip
    assert not dale["status"].is_default


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "LEE", "Ann"])
def test_a_driver_is_found_by_any_part_of_the_name(extraction: Extraction, name: str) -> None:
    assert [row.result.driver for row in explain(extraction, NOWHERE, name)] == ["Ann Lee"]


def test_a_suffix_is_no_surname(extraction: Extraction) -> None:
    assert [row.result.driver for row in explain(extraction, NOWHERE, "Carr")] == ["Bo Carr Jr."]


def test_an_unknown_driver_is_refused_with_the_known(extraction: Extraction) -> None:
    with pytest.raises(PolesitterError, match=r"'Zoe'.*Ann Lee, Bo Carr Jr\., Cy Dale"):
        explain(extraction, NOWHERE, "Zoe")


def test_a_written_pattern_is_told_with_file_and_line(
    extraction: Extraction, tmp_path: Path
) -> None:
    folder = tmp_path / "entities"
    folder.mkdir()
    lines = [
        {"label": "DRIVER", "pattern": "Annie Lee", "id": "driver:ann-lee"},
        {"label": "DRIVER", "pattern": "Ann Lee", "id": "driver:ann-lee"},
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    (folder / "drivers.jsonl").write_text(text, encoding="utf-8")
    (row, *_) = explain(extraction, PatternPlaces(tmp_path), "Lee")
    place = next(field for field in row.fields if field.name == "driver").proofs[0].place
    assert str(place) == "patterns/entities/drivers.jsonl:2"
    assert place is not None
    assert place.pattern == "Ann Lee"


def test_a_sentence_is_shown_once_with_all_its_evidence(extraction: Extraction) -> None:
    told = StringIO()
    console = Console(file=told, width=100, color_system=None, highlight=False)
    console.print(explanation_view(explain(extraction, NOWHERE, "Lee"), colour=False))
    page = told.getvalue()
    assert page.count("with a lap of") == 1
    assert "«Ann Lee» took «pole» for «Red Kites» with a lap of «1:23.529»." in page


def test_words_within_words_are_set_off_once() -> None:
    sentence = Sentence(10, 31, "Ann Lee of Red Kites.")
    told = highlighted(sentence, [(21, 24), (10, 17), (14, 17)], colour=False)
    assert told.plain == "«Ann Lee» of «Red» Kites."


def test_a_counted_place_is_read_once_from_two_stretches(extraction: Extraction) -> None:
    result = extraction.results[2]
    counted = [
        replace(result.evidence[0], field="position", rule="order.on", score=0.6),
        replace(result.evidence[0], field="position", rule="order.on", score=0.6, start=8, end=12),
    ]
    row = replace(result, position=3, evidence=(*result.evidence, *counted))
    (told,) = explain(replace(extraction, results=(row,)), NOWHERE)
    proofs = told["position"].proofs
    weighed = replace(proofs[1], weighing=Weighing(0.5, 1.0))
    assert readings_of([proofs[0], weighed]) == [weighed]
    assert readings_of([weighed, proofs[0]]) == [weighed]
    assert len(readings_of([proofs[0], *told["driver"].proofs])) == 2


def test_json_has_every_field(extraction: Extraction) -> None:
    (row,) = explain(extraction, NOWHERE, "Carr")
    values = json.loads(json.dumps(explanation_values(row)))
    assert values["driver"] == "Bo Carr Jr."
    assert values["fields"]["gap"]["proofs"][0]["text"] == ".803 seconds"
    assert values["fields"]["lap_time"]["rivals"][0]["score"] == 0.31
    assert values["fields"]["lap_time"]["reason"] == "framing"
    assert values["fields"]["status"]["value"] == "classified"
