"""Promotion, killed before every single line of it."""

import os
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from polesitter.learn.retrain import exchange_folders as exchange_module
from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.history import HistoryLine, read_history
from polesitter.learn.retrain.promotion import Promotion, promote, recover
from polesitter.learn.retrain.store import ModelStore

OWN = ("retrain/promotion.py", "retrain/store.py", "retrain/exchange_folders.py")
LINE = HistoryLine("0.1.1", "0.1.0", 3, ("kite-03",), (), "c0ffee", "2024-05-04", {"all": 0.5})


def make_model(folder: Path, version: str) -> Path:
    """A folder that looks like a model."""
    (folder / "names").mkdir(parents=True)
    (folder / "meta.json").write_text(f'{{"version": "{version}"}}', encoding="utf-8")
    (folder / "names" / "patterns").write_text(version * 3, encoding="utf-8")
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A model in use, a new one, and a corpus with one report."""
    make_model(tmp_path / "models" / "en_qualifying", "0.1.0")
    make_model(tmp_path / "new", "0.1.1")
    (tmp_path / "corpus" / "own").mkdir(parents=True)
    (tmp_path / "corpus" / "own" / "kite-01.txt").write_text("old", encoding="utf-8")
    return tmp_path


def promote_in(place: Path) -> None:
    """Promote the new model with a new and a changed file."""
    store = ModelStore(place / "models")
    files = {
        place / "corpus" / "own" / "kite-01.txt": b"mended",
        place / "patterns" / "entities" / "drivers.jsonl": b"{}\n",
    }
    with store.locked():
        recover(store)
        promote(store, Promotion(place / "new", files, LINE))


def state(place: Path) -> tuple[str, str, bool, int]:
    """The version in use, what the corpus says, whether patterns are there, and promotions."""
    store = ModelStore(place / "models")
    return (
        store.current().version,
        (place / "corpus" / "own" / "kite-01.txt").read_text(encoding="utf-8"),
        (place / "patterns" / "entities" / "drivers.jsonl").exists(),
        len(read_history(store.history)),
    )


OLD, NEW = ("0.1.0", "old", False, 0), ("0.1.1", "mended", True, 1)


def test_model_corpus_patterns_and_history_change_together(place: Path) -> None:
    assert state(place) == OLD
    promote_in(place)
    assert state(place) == NEW
    store = ModelStore(place / "models")
    assert [model.name for model in store.kept()] == ["0.1.0", "0.1.1"]
    assert folder_digest(store.in_use) == folder_digest(place / "new")
    assert not list(store.staging.glob("*"))


@pytest.mark.parametrize(
    ("in_one_step", "watched", "stride"),
    [
        (True, OWN, 9),
        (False, OWN, 9),
        pytest.param(True, (*OWN, "/shutil.py"), 1, marks=pytest.mark.full),
        pytest.param(False, (*OWN, "/shutil.py"), 1, marks=pytest.mark.full),
    ],
)
def test_killed_before_any_line_it_leaves_a_whole_model_and_all_or_nothing(
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_one_step: bool,
    watched: tuple[str, ...],
    stride: int,
) -> None:
    monkeypatch.setattr(os, "fsync", _at_once)
    if not in_one_step:
        monkeypatch.setattr(exchange_module, "_exchanged", _cannot)
    whole = {folder_digest(place / "models" / "en_qualifying"), folder_digest(place / "new")}
    seen = set[str]()
    step = 0
    while True:
        step += stride
        trial = tmp_path / "trial"
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(place, trial, ignore=shutil.ignore_patterns("trial"))
        killed = _killed_at(step, watched, trial)
        store = ModelStore(trial / "models")
        with store.locked():
            assert folder_digest(store.in_use) in whole
            recover(store)
        after = state(trial)
        assert after in (OLD, NEW), f"killed before line {step}"
        kept = ["0.1.0", "0.1.1"] if after == NEW else ["0.1.0"]
        assert {model.name for model in store.kept()} <= set(kept)
        seen.add(after[0])
        if not killed:
            break
        promote_again(trial, after)
    assert step > 50
    assert seen == {"0.1.0", "0.1.1"}


def promote_again(trial: Path, after: tuple[str, str, bool, int]) -> None:
    """What was killed can be repeated and ends as if nothing had happened."""
    if after == OLD:
        promote_in(trial)
        assert state(trial) == NEW


def test_a_kept_model_can_be_used_again(place: Path) -> None:
    promote_in(place)
    store = ModelStore(place / "models")
    assert store.use("0.1.0").version == "0.1.0"
    assert store.current().version == "0.1.0"
    assert store.use("0.1.1").version == "0.1.1"
    assert [model.name for model in store.kept()] == ["0.1.0", "0.1.1"]


def test_another_model_of_the_same_version_is_kept_apart(place: Path) -> None:
    promote_in(place)
    store = ModelStore(place / "models")
    (store.in_use / "names" / "patterns").write_text("by hand", encoding="utf-8")
    store.use("0.1.0")
    names = [model.name for model in store.kept()]
    assert names[:2] == ["0.1.0", "0.1.1"]
    assert names[2].startswith("0.1.1+")
    store.use(names[2])
    assert (store.in_use / "names" / "patterns").read_text(encoding="utf-8") == "by hand"


def _cannot(_used: Path, _fresh: Path) -> bool:
    return False


def _at_once(_handle: int) -> None:
    """A process that dies takes nothing along that it had written; only a machine does."""


def _killed_at(step: int, watched: tuple[str, ...], place: Path) -> bool:
    """Promote in a process that kills itself before line `step`; whether it came to that."""
    child = os.fork()
    if child == 0:
        try:
            _trace_until(step, watched)
            promote_in(place)
            os._exit(0)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return os.WTERMSIG(status) == signal.SIGKILL
    assert os.WEXITSTATUS(status) == 0
    return False


def _trace_until(step: int, watched: tuple[str, ...]) -> None:
    left = step

    def count(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal left
        if not frame.f_code.co_filename.endswith(watched):
            return None
        if event == "line":
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    sys.settrace(count)
