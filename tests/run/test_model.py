import shutil
from pathlib import Path
from typing import NoReturn

import pytest
import spacy
from spacy.language import Language

from polesitter.errors import PolesitterError
from polesitter.run import model as models
from polesitter.run.model import is_factory, load, model_version
from polesitter.run.together import extract_report
from polesitter.types import Report


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    nlp = spacy.blank("en", meta={"name": "tiny", "version": "4.5.6"})
    nlp.to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_version_is_the_same_read_or_loaded(saved: Path) -> None:
    version = model_version(saved)
    assert version == models.version_of(load(saved))
    assert version.startswith("en_tiny 4.5.6+")


def test_a_model_trained_anew_is_another_one(saved: Path) -> None:
    before = model_version(saved)
    copy = saved.parent / "copy"
    shutil.copytree(saved, copy)
    assert model_version(copy) == before
    (copy / "vocab" / "strings.json").write_text('["another"]')
    models._digest.cache_clear()
    assert model_version(copy) != before


def test_the_bundled_model_is_the_first_place_that_holds_one(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "PLACES", (saved.parent / "none", saved))
    assert load().meta["name"] == "tiny"


def test_without_a_bundled_model_the_message_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "PLACES", (tmp_path / "none",))
    with pytest.raises(PolesitterError, match="none"):
        load()


def test_an_unknown_model_is_told_in_words_of_ours() -> None:
    with pytest.raises(PolesitterError) as told:
        load("no_such_model")
    assert str(told.value).startswith("the model no_such_model cannot be loaded: Can't find")
    assert "[E" not in str(told.value)
    assert ".." not in str(told.value)


@pytest.mark.parametrize(
    ("model", "answer"),
    [
        ("module:function", True),
        ("a.b.c:make", True),
        ("en_qualifying", False),
        ("models/en_qualifying", False),
        ("C:/models/en", False),
    ],
)
def test_is_factory(model: str, answer: bool) -> None:
    assert is_factory(model) is answer


def test_extract_report_runs_a_spacy_pipeline(saved: Path) -> None:
    """A pipeline without our components has no answers: that is an error, not silence."""
    with pytest.raises(PolesitterError, match="E509"):
        extract_report(load(saved), Report("a.txt", "Ann took pole.", "0" * 64))


def test_a_version_is_looked_up_once(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load(saved)
    told = models.version_of(nlp)
    monkeypatch.setattr(type(nlp), "meta", property(_not_again))
    assert models.version_of(nlp) == told


def _not_again(nlp: Language) -> NoReturn:
    raise AssertionError("the meta was asked for again")
