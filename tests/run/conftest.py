from pathlib import Path

import pytest
from spacy.language import Language

from polesitter.run.model import load

MODEL = "fake_model:load"


@pytest.fixture(autouse=True)
def few_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """New datasets have few parts: each costs a wait for the disk."""
    monkeypatch.setattr("polesitter.records.dataset.write.BUCKETS", 3)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> str:
    """The fake pipeline's name; spawned processes inherit the path it is found on."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return MODEL


@pytest.fixture
def hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file: until it is unlinked no report with HOLD in it is read, and no run is through."""
    place = tmp_path / "hold"
    place.touch()
    monkeypatch.setenv("HOLD", str(place))
    return place


@pytest.fixture
def nlp(model: str) -> Language:
    """The fake pipeline itself."""
    return load(model)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of fourteen short reports, two of them in one JSONL file."""
    folder = tmp_path / "reports"
    (folder / "2024").mkdir(parents=True)
    for number in range(12):
        place = folder / "2024" if number % 2 else folder
        (place / f"r{number:02d}.txt").write_text(f"Driver{number} took pole.", encoding="utf-8")
    (folder / "more.jsonl").write_text(
        '{"id": "a", "text": "Ann took pole.", "date": "2024-05-04"}\n'
        '{"id": "b", "text": "Rain stopped play."}\n',
        encoding="utf-8",
    )
    return folder
