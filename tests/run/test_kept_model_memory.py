"""What a long-lived process holds: a model at a time, warm, and left alone by the collector."""

import gc
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from weakref import ref

import pytest
import spacy
from spacy.language import Language

from polesitter.records.dataset.tables import Tables, build_tables
from polesitter.records.extraction import Extraction
from polesitter.run import kept_model
from polesitter.run.kept_model import KeptModel
from polesitter.run.model import COLLECTED_AT, load_for_good

SEEN = """
import sys
from polesitter.run.kept_model import KeptModel
kept = KeptModel(sys.argv[1])
before = "scipy.optimize" in sys.modules
kept.warm()
sys.exit(before or "scipy.optimize" not in sys.modules)
"""


@pytest.fixture(autouse=True)
def own_collector() -> Iterator[None]:
    """The garbage collector as it was."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A model with nothing in it."""
    spacy.blank("en", meta={"name": "tiny"}).to_disk(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_a_model_is_gone_before_the_next_is_loaded(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = KeptModel(saved)
    # Larger models go round in circles that only the collector breaks.
    kept.nlp.itself = kept.nlp  # type: ignore[attr-defined]
    first = ref(kept.nlp)
    alone = []

    def loaded(model: str | Path | None) -> Language:
        alone.append(first() is None)
        return load_for_good(model)

    monkeypatch.setattr(kept_model, "load_for_good", loaded)
    monkeypatch.setattr(kept_model, "LOADED_ANEW_AFTER", 1)
    assert first() is not None
    kept.count(1)
    assert alone == [True]


def test_the_collector_leaves_a_model_alone_once_loaded_and_once_warm(saved: Path) -> None:
    gc.unfreeze()
    gc.set_threshold(700)
    kept = KeptModel(saved)
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == COLLECTED_AT
    gc.unfreeze()
    kept.warm()
    assert gc.get_freeze_count() > 0


def test_a_warm_model_has_read_a_report_and_built_its_rows(
    model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = []

    def rows(extractions: Iterable[Extraction]) -> Tables:
        built.append(build_tables(extractions))
        return built[-1]

    def unforgiving(*errors: type[BaseException]) -> AbstractContextManager[None]:
        return nullcontext()

    monkeypatch.setattr(kept_model, "build_tables", rows)
    monkeypatch.setattr(kept_model, "suppress", unforgiving)
    KeptModel(model).warm()
    assert [tables["reports"].num_rows for tables in built] == [1]


def test_a_model_that_cannot_read_fails_with_its_reports_and_not_before(saved: Path) -> None:
    KeptModel(saved).warm()


def test_what_few_reports_need_is_there_before_the_first(saved: Path) -> None:
    subprocess.run([sys.executable, "-c", SEEN, str(saved)], check=True)
