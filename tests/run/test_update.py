"""A dataset brought up to date: what is read, what is left, and the same bytes as in one go."""

import json
import os
import random
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import polesitter
from polesitter.errors import PolesitterError
from polesitter.records.dataset.local_store import LocalStore
from polesitter.records.dataset.write import writing
from polesitter.run.batch import foresee, run_batch
from polesitter.run.stopped import RunInterruptedError
from polesitter.run.survey import State
from polesitter.run.update import Again, Means

from .datasets import contents

Fresh = Callable[..., dict[str, bytes]]


def drivers(out: Path) -> list[str]:
    return sorted(polesitter.open(out).results.driver)


@pytest.fixture
def out(tmp_path: Path, reports: Path, model: str) -> Path:
    """A dataset of the fourteen reports."""
    run_batch([reports], tmp_path / "out", model=model)
    return tmp_path / "out"


@pytest.fixture
def fresh(tmp_path: Path, reports: Path, model: str) -> Fresh:
    """What one run makes of the reports as they are now."""

    def run(*, keep_text: bool = True) -> dict[str, bytes]:
        run_batch([reports], tmp_path / "fresh", model=model, keep_text=keep_text)
        return contents(tmp_path / "fresh")

    return run


def test_nothing_new_reads_nothing_and_touches_nothing(
    reports: Path, out: Path, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*.parquet")}
    # To load a model would be a waste of time.
    monkeypatch.setattr("polesitter.run.kept_model.load_for_good", None)
    summary = run_batch([reports], out, model=model)
    assert (summary.counts.reports, summary.states) == (0, {State.DONE: 14})
    assert summary.exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_only_new_and_changed_reports_are_read(
    reports: Path, out: Path, fresh: Fresh, model: str
) -> None:
    (reports / "r00.txt").write_text("Zoe took pole. Yan took pole.", encoding="utf-8")
    (reports / "2024" / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    summary = run_batch([reports], out, model=model)
    assert summary.states == {State.CHANGED: 1, State.NEW: 1, State.DONE: 13}
    assert (summary.counts.reports, summary.counts.results) == (2, 3)
    assert {"Zoe", "Yan", "Xi"} < set(drivers(out))
    assert "Driver0" not in drivers(out)
    assert contents(out) == fresh()


@pytest.mark.parametrize("seed", [1, 2])
def test_ten_runs_give_the_bytes_of_one(tmp_path: Path, model: str, seed: int) -> None:
    draw = random.Random(seed)
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    words = ["Ann took pole.", "Rain.", "EXPLODE", "", "Bo took pole. Cy took pole."]
    for step in range(6):
        for number in draw.sample(range(9), 4):
            path = folder / f"{number}.txt"
            if path.exists() and draw.random() < 0.3:
                path.unlink()
            else:
                path.write_text(draw.choice(words), encoding="utf-8")
        items = [{"id": n, "text": draw.choice(words[:2])} for n in draw.sample(range(5), 3)]
        lines = [json.dumps(item) for item in items] + ["{oops"] * draw.randrange(2)
        (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
        run_batch([folder], out, model=model, again=Again(prune=True))
        run_batch([folder], tmp_path / f"once{step}", model=model)
        assert contents(out) == contents(tmp_path / f"once{step}")


def test_an_item_counts_as_changed_with_its_text_or_its_day(
    reports: Path, out: Path, model: str
) -> None:
    lines = [
        {"id": "a", "text": "Ann took pole.", "date": "2025-01-01"},
        {"id": "b", "text": "Rain stopped play."},
        {"id": "c", "text": "Cleo took pole."},
    ]
    (reports / "more.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    summary = run_batch([reports], out, model=model)
    assert summary.states == {State.CHANGED: 1, State.NEW: 1, State.DONE: 13}
    rows = polesitter.open(out).reports.set_index("source")
    assert rows.loc["more.jsonl#a"].published == date(2025, 1, 1)


def test_vanished_reports_are_dropped_on_request_alone(
    reports: Path, out: Path, fresh: Fresh, model: str
) -> None:
    (reports / "r00.txt").unlink()
    (reports / "more.jsonl").write_text('{"id": "b", "text": "Rain stopped play."}\n')
    kept = run_batch([reports], out, model=model)
    assert (kept.vanished, kept.pruned, len(drivers(out))) == (2, False, 13)
    gone = run_batch([reports], out, model=model, again=Again(prune=True))
    assert (gone.vanished, gone.pruned, len(drivers(out))) == (2, True, 11)
    assert contents(out) == fresh()


def test_another_model_reads_all_again_and_says_so(
    reports: Path, out: Path, model: str, tmp_path: Path
) -> None:
    later = "fake_model:load_later"
    foreseen = foresee([reports], out, model=later)
    assert foreseen.states == {State.OTHER_MODEL: 14}
    assert set(polesitter.open(out).reports.model) == {"en_fake 1.2.3"}
    summary = run_batch([reports], out, model=later)
    assert (summary.states, summary.counts.reports) == ({State.OTHER_MODEL: 14}, 14)
    run_batch([reports], tmp_path / "fresh", model=later)
    assert contents(out) == contents(tmp_path / "fresh")


def test_every_part_names_the_model_of_the_last_run(reports: Path, out: Path, model: str) -> None:
    for path in [*reports.rglob("*.txt"), reports / "more.jsonl"]:
        path.unlink()
    (reports / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    run_batch([reports], out, model="fake_model:load_later")
    told = {pq.read_schema(path).metadata[b"model"] for path in out.glob("*/*.parquet")}
    assert told == {b"en_fake 1.3.0"}
    assert set(polesitter.open(out).reports.model) == {"en_fake 1.2.3", "en_fake 1.3.0"}


def test_a_forced_run_reads_all_again(reports: Path, out: Path, model: str) -> None:
    before = contents(out)
    summary = run_batch([reports], out, model=model, again=Again(force=True))
    assert (summary.states, summary.counts.reports) == ({State.FORCED: 14}, 14)
    assert contents(out) == before


def test_other_options_read_all_again(reports: Path, out: Path, fresh: Fresh, model: str) -> None:
    summary = run_batch([reports], out, model=model, keep_text=False)
    assert summary.counts.reports == 14
    assert contents(out) == fresh(keep_text=False)
    assert run_batch([reports], out, model=model, keep_text=False).counts.reports == 0


def test_rows_of_other_options_are_not_forgotten(reports: Path, out: Path, model: str) -> None:
    """Only one report is among the inputs when the texts are first left out."""
    run_batch([reports / "r00.txt"], out, root=reports, model=model, keep_text=False)
    run_batch([reports], out, model=model, keep_text=False)
    assert polesitter.open(out).reports.text.isna().all()


def test_what_failed_is_read_again_when_it_changed_or_on_request(
    reports: Path, out: Path, model: str
) -> None:
    bad = reports / "bad.txt"
    bad.write_text("EXPLODE", encoding="utf-8")
    assert run_batch([reports], out, model=model).exit_code == 1
    again = run_batch([reports], out, model=model)
    assert (again.states, again.exit_code) == ({State.DONE: 14, State.FAULTY: 1}, 1)
    assert (again.unchanged, again.faulty) == (14, 1)
    retried = run_batch([reports], out, model=model, again=Again(retry_errors=True))
    assert retried.states == {State.FAILED: 1, State.DONE: 14}
    assert len(polesitter.open(out).errors) == 1
    bad.write_text("Dee took pole.", encoding="utf-8")
    mended = run_batch([reports], out, model=model)
    assert (mended.states, mended.exit_code) == ({State.CHANGED: 1, State.DONE: 14}, 0)
    assert polesitter.open(out).errors.empty


def test_a_report_that_fails_now_loses_its_rows(
    reports: Path, out: Path, fresh: Fresh, model: str
) -> None:
    (reports / "r00.txt").write_text("EXPLODE", encoding="utf-8")
    run_batch([reports], out, model=model)
    assert "Driver0" not in drivers(out)
    assert contents(out) == fresh()


def test_a_bad_line_is_listed_once_and_gone_when_mended(
    reports: Path, out: Path, model: str
) -> None:
    lines = (reports / "more.jsonl").read_text(encoding="utf-8")
    (reports / "more.jsonl").write_text(f"{lines}{{oops\n", encoding="utf-8")
    for _ in range(2):
        assert run_batch([reports], out, model=model).exit_code == 1
        assert list(polesitter.open(out).errors.source) == ["more.jsonl"]
    (reports / "more.jsonl").write_text(lines, encoding="utf-8")
    assert run_batch([reports], out, model=model).exit_code == 0
    assert polesitter.open(out).errors.empty


def test_reports_of_a_damaged_part_are_read_again(reports: Path, out: Path, model: str) -> None:
    before = contents(out)
    (out / "mentions" / "part-0001.parquet").write_bytes(b"PAR1")
    summary = run_batch([reports], out, model=model)
    assert 0 < summary.counts.reports < 14
    assert contents(out) == before


def test_a_look_ahead_writes_nothing(reports: Path, tmp_path: Path, out: Path, model: str) -> None:
    (reports / "new.txt").write_text("Xi took pole.", encoding="utf-8")
    before = contents(out)
    assert foresee([reports], out, model=model).states == {State.NEW: 1, State.DONE: 14}
    assert foresee([reports], tmp_path / "none", model=model).states == {State.NEW: 15}
    assert contents(out) == before
    assert not (tmp_path / "none").exists()


def test_a_second_writer_is_told_who_writes_or_waits(reports: Path, out: Path, model: str) -> None:
    held, leave = threading.Event(), threading.Event()

    def hold() -> None:
        with writing(LocalStore(out)):
            held.set()
            leave.wait(300)

    holder = threading.Thread(target=hold)
    holder.start()
    assert held.wait(300)
    with pytest.raises(PolesitterError, match=f"process {os.getpid()} on .* is writing"):
        run_batch([reports], out, model=model)
    threading.Timer(0.3, leave.set).start()
    summary = run_batch([reports], out, model=model, means=Means(wait=300))
    holder.join()
    assert summary.states == {State.DONE: 14}


def test_inputs_that_are_all_missing_are_wrong_use_and_prune_nothing(
    reports: Path, out: Path, model: str
) -> None:
    run_batch([reports], out, model=model)
    for given in ([reports / "none"], [reports / "none", reports / "*.nix"]):
        with pytest.raises(PolesitterError, match=r"nothing to read: there is no .*none"):
            run_batch(given, out, model=model, again=Again(prune=True))
    assert len(polesitter.open(out).reports) == 14


def test_of_several_inputs_the_missing_one_is_set_aside(
    reports: Path, out: Path, model: str
) -> None:
    summary = run_batch([reports, reports / "none"], out, model=model)
    assert (summary.unchanged, summary.failed, summary.exit_code) == (14, {"E101": 1}, 1)


def test_an_empty_folder_is_not_missing(tmp_path: Path, out: Path, model: str) -> None:
    (tmp_path / "empty").mkdir()
    assert run_batch([tmp_path / "empty"], out, model=model).exit_code == 0


def test_a_frame_of_nothing_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(PolesitterError, match="nothing to read"):
        polesitter.extract(tmp_path / "none")


@pytest.mark.parametrize("moves", range(5))
def test_ctrl_c_in_the_middle_of_a_commit_is_made_good(
    reports: Path, out: Path, fresh: Fresh, model: str, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    (reports / "r00.txt").write_text("Zoe took pole. Yan took pole.", encoding="utf-8")
    left = iter([True] * moves)
    move = LocalStore.move

    def move_or_stop(store: LocalStore, name: str, target: str) -> None:
        if not next(left, False):
            raise KeyboardInterrupt
        move(store, name, target)

    with monkeypatch.context() as patched:
        patched.setattr(LocalStore, "move", move_or_stop)
        with pytest.raises(RunInterruptedError):
            run_batch([reports], out, model=model)
    run_batch([reports], out, model=model)
    assert contents(out) == fresh()
