"""A process that reads for hours loads its model anew, and its rows stay the same."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from polesitter.run import kept_model
from polesitter.run.kept_model import KeptModel
from polesitter.run.model import load_for_good, version_of


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept_model, "LOADED_ANEW_AFTER", 100)
    spacy.blank("en", meta={"name": "tiny"}).to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_after_so_many_reports_it_is_loaded_anew(saved: Path) -> None:
    kept = KeptModel(saved)
    seen = [kept.nlp]
    for _ in range(5):
        kept.count(50)
        if kept.nlp is not seen[-1]:
            seen.append(kept.nlp)
    assert len(seen) == 3
    assert len({version_of(nlp) for nlp in seen}) == 1


def test_what_it_read_before_is_forgotten(saved: Path) -> None:
    kept = KeptModel(saved)
    at_first = len(kept.nlp.vocab.strings)
    kept.nlp("Zebulon Quackenbush took pole")
    assert len(kept.nlp.vocab.strings) > at_first
    kept.count(100)
    assert len(kept.nlp.vocab.strings) == at_first


def test_another_model_in_the_same_folder_is_for_the_next_run(saved: Path) -> None:
    kept = KeptModel(saved)
    nlp, version = kept.nlp, version_of(kept.nlp)
    (saved / "vocab" / "strings.json").write_text('["another"]')
    kept.count(100)
    assert kept.nlp is nlp
    assert version_of(kept.nlp) == version


def test_a_model_that_is_gone_is_kept(saved: Path) -> None:
    kept = KeptModel(saved)
    version_of(kept.nlp)
    saved.rename(saved.with_name("elsewhere"))
    nlp = kept.nlp
    kept.count(100)
    assert kept.nlp is nlp


def test_a_run_that_loads_anew_gives_the_same_bytes(
    tmp_path: Path, reports: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.run.datasets import contents

    from polesitter.run.batch import run_batch

    run_batch([reports], tmp_path / "once", model=model)
    loads: list[str | Path | None] = []

    def counted(model: str | Path | None) -> Language:
        loads.append(model)
        return load_for_good(model)

    monkeypatch.setattr(kept_model, "LOADED_ANEW_AFTER", 1)
    monkeypatch.setattr(kept_model, "load_for_good", counted)
    run_batch([reports], tmp_path / "often", model=model)
    assert len(loads) > 1
    assert contents(tmp_path / "often") == contents(tmp_path / "once")
