"""Files as the tools themselves write them, with nothing of ours in them."""

import json
from pathlib import Path
from typing import Any

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.conll import table_of
from polesitter.learn.exchange.formats import FORMATS
from polesitter.learn.exchange.item import NO_SESSION
from polesitter.learn.exchange.label_studio import read_label_studio, task_of
from polesitter.learn.exchange.prodigy import read_prodigy
from polesitter.learn.exchange.prodigy import task_of as prodigy_task
from polesitter.text.plain import Mark


def only(name: str, path: Path) -> GoldReport:
    (item,) = FORMATS[name].read(path)
    assert isinstance(item, GoldReport), item
    return item


def test_prodigy_ner_manual(tmp_path: Path) -> None:
    task: dict[str, Any] = {
        "text": "Lee led. Lee won.",
        "_input_hash": 5,
        "tokens": [{"text": "Lee", "start": 0, "end": 3, "id": 0, "ws": True}],
        "spans": [
            {"start": 9, "end": 12, "label": "DRIVER", "token_start": 3, "token_end": 3},
            {"start": 0, "end": 3, "label": "DRIVER", "token_start": 0, "token_end": 0},
        ],
        "answer": "accept",
    }
    path = tmp_path / "ann.jsonl"
    path.write_text(json.dumps(task), encoding="utf-8")
    marks = (Mark(0, 3, "DRIVER", "d1"), Mark(9, 12, "DRIVER", "d1"))
    assert only("prodigy", path) == GoldReport("ann-0001", task["text"], marks, NO_SESSION, ())


def test_doccano_sequence_labelling(tmp_path: Path) -> None:
    path = tmp_path / "admin.jsonl"
    path.write_text('{"id": 4, "text": "Lee led.", "label": [[0, 3, "DRIVER"]], "Comments": []}')
    assert only("doccano", path).marks == (Mark(0, 3, "DRIVER", "d1"),)


def test_conll_2003_without_its_text(tmp_path: Path) -> None:
    path = tmp_path / "old.conll"
    path.write_text(
        "-DOCSTART- -X- O O\n\nAnn NNP B-NP B-DRIVER\nLee NNP I-NP I-DRIVER\nbeat VBD B-VP O\n"
        "Bo NNP B-NP I-DRIVER\n\nLee NNP B-NP B-DRIVER\nwon VBD B-VP O\n\n"
        "-DOCSTART- -X- O O\n\nCy NNP B-NP B-DRIVER\n",
        encoding="utf-8",
    )
    first, second = FORMATS["conll"].read(path)
    assert isinstance(first, GoldReport)
    assert isinstance(second, GoldReport)
    assert (first.id, first.text) == ("old-0001", "Ann Lee beat Bo\nLee won")
    assert [first.text[mark.start : mark.end] for mark in first.marks] == ["Ann Lee", "Bo", "Lee"]
    assert [mark.id for mark in first.marks] == ["d1", "d2", "d3"]
    assert (second.id, second.text) == ("old-0002", "Cy")


def test_brat_equivalences_without_notes(tmp_path: Path) -> None:
    (tmp_path / "r-1.txt").write_text("Lee led Ray. Lee won.", encoding="utf-8")
    (tmp_path / "r-1.ann").write_text(
        "T1\tDRIVER 0 3\tLee\nT2\tDRIVER 8 11\tRay\nT3\tDRIVER 13 16\tLee\n"
        "*\tEquiv T1 T3\n#1\tAnnotatorNotes T2\tsure?\nA1\tNegation T1\n",
        encoding="utf-8",
    )
    assert [mark.id for mark in only("brat", tmp_path).marks] == ["d1", "d2", "d1"]


def test_label_studio_takes_the_annotation_updated_last(plain: GoldReport, tmp_path: Path) -> None:
    task = task_of(plain)
    older = {"result": [], "updated_at": "2024-01-01T10:00:00Z"}
    latest = {"result": [], "updated_at": "2024-03-01T10:00:00Z", "was_cancelled": True}
    task["annotations"] = [
        latest,
        older,
        {**task["annotations"][0], "updated_at": "2024-02-01T10:00:00Z", "completed_by": 2},
    ]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    assert only("label-studio", path) == plain


def test_predictions_are_no_annotations(plain: GoldReport, tmp_path: Path) -> None:
    task = task_of(plain, predicted_by="en_qualifying 1.0")
    assert task["predictions"][0]["model_version"] == "en_qualifying 1.0"
    assert task["predictions"][0]["result"] == task_of(plain)["annotations"][0]["result"]
    path = tmp_path / "export.json"
    path.write_text(json.dumps([task]), encoding="utf-8")
    (item,) = FORMATS["label-studio"].read(path)
    assert "nobody has annotated" in getattr(item, "reason", "")


def test_spacy_reads_what_we_write_as_entities(plain: GoldReport, tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    path = tmp_path / "docs.spacy"
    FORMATS["spacy"].write([plain], path)
    (doc,) = DocBin().from_disk(path).get_docs(spacy.blank("en").vocab)
    assert doc.text == plain.text
    assert [(ent.text, ent.label_, ent.ent_id_) for ent in doc.ents] == [
        ("Lee", "DRIVER", "d1"), ("pole", "POSITION", ""), ("Ann Lee", "DRIVER", "d1"),
        ("Bo Ray", "DRIVER", "d2"),
    ]  # fmt: skip


def test_prodigy_tokens_spell_the_text_and_hold_the_spans(plain: GoldReport) -> None:
    task = prodigy_task(plain)
    tokens = task["tokens"]
    assert "".join(one["text"] + " " * one["ws"] for one in tokens) == plain.text
    assert [one["id"] for one in tokens] == list(range(len(tokens)))
    for span in task["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]
    (relation,) = task["relations"]
    assert tokens[relation["head"]]["end"] == 23
    assert tokens[relation["child"]]["end"] == 3


def test_one_annotator_of_several(plain: GoldReport, tmp_path: Path) -> None:
    mine = {**task_of(plain)["annotations"][0], "completed_by": {"id": 7, "email": "a@example.org"}}
    other = {"result": [], "completed_by": 8, "updated_at": "2024-09-01T10:00:00Z"}
    tasks = [{**task_of(plain), "annotations": told} for told in ([mine, other], [other])]
    path = tmp_path / "export.json"
    path.write_text(json.dumps(tasks), encoding="utf-8")
    for name in ("7", "a@example.org"):
        assert list(read_label_studio(path, name)) == [plain]
    assert [getattr(item, "marks", None) for item in read_label_studio(path, "8")] == [(), ()]


def test_one_annotator_of_a_prodigy_dataset(plain: GoldReport, tmp_path: Path) -> None:
    task = prodigy_task(plain)
    signed = [
        {**task, "_annotator_id": "set-bo", "spans": [], "relations": []},
        {**task, "_session_id": "set-ann"},
        {**task, "_annotator_id": "set-bo", "answer": "reject"},
    ]
    path = tmp_path / "told.jsonl"
    path.write_text("\n".join(map(json.dumps, signed)), encoding="utf-8")
    assert list(read_prodigy(path, "set-ann")) == [plain]
    assert len(list(read_prodigy(path, "set-bo"))) == 2
    assert len(list(read_prodigy(path))) == 3


def test_a_table_has_a_line_per_token_and_an_empty_one_after_each_sentence() -> None:
    text = "Lee Ray led. Bo won."
    marks = (Mark(0, 7, "DRIVER", "d1"), Mark(13, 15, "DRIVER", "d2"))
    told = table_of(GoldReport("a-1", text, marks, {}, ()))
    assert told.split("\n") == [
        "-DOCSTART- -X- O O", "",
        "Lee\t-\td1\tB-DRIVER", "Ray\t-\td1\tI-DRIVER", "led\t-\t-\tO", ".\t-\t-\tO", "",
        "Bo\t-\td2\tB-DRIVER", "won\t-\t-\tO", ".\t-\t-\tO", "",
    ]  # fmt: skip
