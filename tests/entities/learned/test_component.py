"""The component, with a small model trained on made-up reports."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc

from polesitter.entities.learned import component
from polesitter.entities.learned.classifier import CLASSES, Choice, NameModel
from polesitter.entities.learned.component import LearnedNames
from polesitter.entities.learned.features import BUCKETS
from polesitter.errors import PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.name_model.train import train_names
from polesitter.text.plain import unmark

FACTORY = "polesitter_learned_names"
DRIVERS = ("Ann Hale", "Bo Quist", "Cy Marlow", "Di Fenn", "Ed Stroud", "Flo Ibsen")
TEAMS = ("Orbit Racing", "Delta Motorsport", "Vega Racing", "Nova Motorsport", "Kite Racing")


def report(number: int) -> GoldReport:
    """Return a made-up annotated report."""
    driver, rival = DRIVERS[number % 6], DRIVERS[(number + 1) % 6]
    team = TEAMS[number % 5]
    text, marks = unmark(
        f"[{driver}](DRIVER d1) won the pole for [{team}](TEAM t1) on Saturday.\n\n"
        f"[{team}](TEAM t1)'s [{rival}](DRIVER d2) was second and said the Turn was wet.\n"
        f"[{driver.split()[1]}](DRIVER d1) will start first. It rained in Ohio.\n"
    )
    return GoldReport(f"made-{number:02}", text, tuple(marks), {}, ())


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> NameModel:
    folder = tmp_path_factory.mktemp("lexicon")
    names = [name.split()[0] for name in DRIVERS] + ["Josh", "Kim"]
    (folder / "first_names.txt").write_text("\n".join(names), encoding="utf8")
    (folder / "place_names.txt").write_text("Tarn\nLowmoor\nEskdale\n", encoding="utf8")
    return train_names([report(n) for n in range(12)], spacy.blank("en"), lexicon=folder)


@pytest.fixture
def nlp(model: NameModel) -> Language:
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe(FACTORY, name="learned_names")
    assert isinstance(pipe, LearnedNames)
    pipe.model = model
    return nlp


def learned(nlp: Language) -> LearnedNames:
    pipe = nlp.get_pipe("learned_names")
    assert isinstance(pipe, LearnedNames)
    return pipe


TEXT = "Thaze Motorsport's Josh Brask was second.\n\nBrask said it was wet.\n"


def test_names_in_no_list_are_found(nlp: Language) -> None:
    mentions = LearnedNames(model=learned(nlp).model).find(nlp.make_doc(TEXT))
    found = [(mention.text, mention.label) for mention in mentions]
    assert found == [("Thaze Motorsport", "TEAM"), ("Josh Brask", "DRIVER"), ("Brask", "DRIVER")]
    for mention in mentions:
        assert TEXT[mention.start : mention.end] == mention.text
        assert 0 < mention.score <= 1
        assert mention.rule == "learned.names"


def test_find_leaves_the_document_alone(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    learned(nlp).find(doc)
    assert not doc.spans
    assert not doc.user_data


def test_spans_are_added_to_those_of_others(nlp: Language) -> None:
    ruler: Any = nlp.add_pipe(
        "span_ruler",
        before="learned_names",
        config={"spans_key": "candidates", "annotate_ents": False},
    )
    ruler.add_patterns([{"label": "DRIVER", "pattern": "Josh Brask", "id": "driver:josh-green"}])
    doc = nlp(TEXT)
    rules = [(span.text, span.id_) for span in doc.spans["candidates"]]
    assert ("Josh Brask", "driver:josh-green") in rules
    assert ("Josh Brask", "learned.names") in rules
    keys = {f"{s.start_char}:{s.end_char}:{s.label_}" for s in doc.spans["candidates"]}
    assert set(doc.user_data["learned"]) <= keys
    assert all(type(score) is float for score in doc.user_data["learned"].values())


@pytest.mark.parametrize("text", ["", "   ", "\n", "no capitals here", "1 2 3", "Å", "''"])
def test_texts_without_names(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert len(doc.spans["candidates"]) == len(doc.user_data["learned"])


def test_an_untrained_model_finds_nothing() -> None:
    assert LearnedNames().find(spacy.blank("en")(TEXT)) == []


def test_bytes_and_disk_keep_the_model(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    before, after = nlp(TEXT), loaded(TEXT)
    assert before.user_data["learned"]
    assert after.user_data["learned"] == before.user_data["learned"]
    data = learned(nlp).to_bytes()
    assert LearnedNames().from_bytes(data).to_bytes() == data


def test_bytes_keep_the_table_of_evidence() -> None:
    table = np.arange(2 * len(CLASSES), dtype=np.float32).reshape(2, -1)
    data = NameModel(evidence=table).to_bytes()
    assert np.array_equal(NameModel().from_bytes(data).evidence, table)


def test_a_model_of_other_classes_is_refused(
    model: NameModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = model.to_bytes()
    monkeypatch.setattr("polesitter.entities.learned.classifier.CLASSES", CLASSES[:-1])
    with pytest.raises(PolesitterError, match="E210"):
        NameModel().from_bytes(data)


def test_a_model_of_other_buckets_is_refused(
    model: NameModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = model.to_bytes()
    monkeypatch.setattr("polesitter.entities.learned.classifier.BUCKETS", BUCKETS // 2)
    with pytest.raises(PolesitterError, match=f"E212 .*{BUCKETS}.*{BUCKETS // 2}"):
        NameModel().from_bytes(data)


@pytest.mark.parametrize(
    ("name", "value", "number"), [("CLASSES", CLASSES[:-1], "E210"), ("BUCKETS", 8, "E212")]
)
def test_a_refused_model_is_named_with_its_folder(
    nlp: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    value: object,
    number: str,
) -> None:
    nlp.to_disk(tmp_path / "older")
    monkeypatch.setattr(f"polesitter.entities.learned.classifier.{name}", value)
    with pytest.raises(PolesitterError) as refused:
        spacy.load(tmp_path / "older")
    told = str(refused.value)
    file = tmp_path / "older" / "learned_names" / "names.msgpack"
    assert told.startswith(f"{number} {file}: ")
    assert told.endswith(
        "Build the model anew with this version (make model), or name another model."
    )


def test_a_model_that_tells_no_buckets_is_refused(model: NameModel) -> None:
    message = srsly.msgpack_loads(model.to_bytes())
    del message["buckets"]
    with pytest.raises(PolesitterError, match="another number of"):
        NameModel().from_bytes(srsly.msgpack_dumps(message))


def test_nothing_is_missing_from_the_pipeline(nlp: Language) -> None:
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert not analysis["problems"]["learned_names"]


def names(docs: Iterable[Doc]) -> list[list[tuple[str, str, float]]]:
    """The names found in documents, with their scores."""
    return [
        [(span.text, span.label_, doc.user_data["learned"][key]) for span, key in zip(
            doc.spans["candidates"], doc.user_data["learned"], strict=True)]
        for doc in docs
    ]  # fmt: skip


def test_reports_read_together_have_the_names_they_have_alone(nlp: Language) -> None:
    texts = [report(number).text for number in range(5)] + [TEXT, "", "Brask won. It rained."]
    together = names(nlp.pipe(texts, batch_size=len(texts)))
    assert together == names(nlp(text) for text in texts)
    assert all(together[:6])


def test_few_are_looked_at_together(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(component, "AT_ONCE", 5)
    docs = [nlp.make_doc("word " * count) for count in (2, 3, 1, 9, 1)]
    few = component._few_at_once(docs)
    assert [[len(doc) for doc in some] for some in few] == [[2, 3], [1], [9], [1]]


def test_a_report_that_fails_costs_only_itself(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose = NameModel.choose

    def fail(model: NameModel, docs: Sequence[Doc]) -> list[list[Choice]]:
        if any("crash" in doc.text for doc in docs):
            raise ValueError("crash")
        return choose(model, docs)

    monkeypatch.setattr(NameModel, "choose", fail)
    failed: list[str] = []

    def note(name: str, stage: object, docs: list[Doc], error: Exception) -> Any:
        failed.append(docs[0].text)

    nlp.set_error_handler(note)
    read = list(nlp.pipe([TEXT, "crash", report(1).text]))
    assert [len(found) > 0 for found in names(read)] == [True, True]
    assert failed == ["crash"]
