import json
import random
from pathlib import Path

import pytest

import polesitter
from polesitter.errors import PolesitterError
from polesitter.records.dataset.local_store import LOCK
from polesitter.run.account import RUN
from polesitter.run.batch import run_batch
from polesitter.run.summary import Counts, Progress
from polesitter.run.update import Again


def contents(out: Path) -> dict[str, bytes]:
    """All files of a dataset but the account of the run, by place."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in (RUN, LOCK)
    }


def test_what_an_earlier_run_wrote_among_the_reports_is_not_read(
    reports: Path, tmp_path: Path, model: str
) -> None:
    first = run_batch([reports], reports / "old", model=model)
    second = run_batch([reports], tmp_path / "out", model=model)
    assert second.counts == first.counts
    assert second.skipped == {"output folder": 1}
    assert contents(tmp_path / "out") == contents(reports / "old")


def test_the_tables_of_another_run_are_no_place_for_an_output(
    reports: Path, tmp_path: Path, model: str
) -> None:
    run_batch([reports], tmp_path / "out", model=model)
    before = contents(tmp_path / "out")
    with pytest.raises(PolesitterError, match="table results"):
        run_batch([reports], tmp_path / "out/results/new", model=model)
    assert contents(tmp_path / "out") == before


def test_neither_workers_nor_order_change_a_byte_and_progress_rises_to_the_whole(
    reports: Path, tmp_path: Path, model: str
) -> None:
    (reports / "bad.txt").write_text("EXPLODE", encoding="utf-8")
    shuffled = sorted(path for path in reports.rglob("*") if path.is_file())
    random.Random(7).shuffle(shuffled)
    alone: list[Progress] = []
    together: list[Progress] = []
    run_batch([reports], tmp_path / "one", model=model, progress=alone.append)
    run_batch([reports], tmp_path / "two", model=model, workers=2, progress=together.append)
    run_batch(shuffled, tmp_path / "three", root=reports, model=model)
    one = contents(tmp_path / "one")
    assert one == contents(tmp_path / "two")
    assert one == contents(tmp_path / "three")
    for seen in (alone, together):
        files = [progress.files for progress in seen]
        assert files == sorted(files)
        assert files[-1] == seen[-1].files_total == 14
        assert seen[-1].counts == Counts(reports=14, results=13, errors=1)
    assert not any(str(tmp_path).encode() in content for content in one.values())


def test_what_is_gone_stays_until_it_is_pruned(reports: Path, tmp_path: Path, model: str) -> None:
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    run_batch([reports], out, model=model)
    for path in sorted(reports.rglob("*.txt"))[5:]:
        path.unlink()
    kept = run_batch([reports], out, model=model)
    assert (kept.vanished, len(polesitter.open(out).reports)) == (7, 14)
    run_batch([reports], out, model=model, again=Again(prune=True))
    run_batch([reports], fresh, model=model)
    assert contents(out) == contents(fresh)
    assert len(polesitter.open(out).reports) == 7


def test_tables_of_a_run(reports: Path, tmp_path: Path, model: str) -> None:
    run_batch([reports], tmp_path / "out", model=model)
    season = polesitter.open(tmp_path / "out")
    assert len(season.reports) == 14
    assert len(season.results) == len(season.mentions) == len(season.relations) == 13
    assert season.results.source.is_monotonic_increasing
    ann = season.results.set_index("source").loc["more.jsonl#a"]
    assert (ann.driver, ann.position, ann.car_number, ann.event) == ("Ann", 1, "08", "2024-05-04")
    rain = season.reports.set_index("source").loc["more.jsonl#b"]
    assert (rain.n_results, rain.words, rain.text) == (0, 3, "Rain stopped play.")
    assert set(season.reports.model) == {"en_fake 1.2.3"} == {season.model}


def test_text_is_left_out_on_request(reports: Path, tmp_path: Path, model: str) -> None:
    run_batch([reports], tmp_path / "out", model=model, keep_text=False)
    assert polesitter.open(tmp_path / "out").reports.text.isna().all()


def test_bad_inputs_are_listed_and_told_of(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("Ann took pole.", encoding="utf-8")
    (folder / "bad.txt").write_text("EXPLODE", encoding="utf-8")
    (folder / "worse.jsonl").write_text('{"text": "Bea took pole.", "id": 1}\n{oops\n')
    (folder / "README.md").write_text("Notes")
    summary = run_batch([folder, folder / "missing.txt"], tmp_path / "out", model=model)
    season = polesitter.open(tmp_path / "out")
    assert list(season.results.driver) == ["Ann", "Bea"]
    assert len(season.errors) == 3
    for row in season.errors.itertuples():
        assert row.message.startswith(row.source)
    assert summary.exit_code == 1
    assert (summary.counts.reports, summary.counts.results, summary.counts.errors) == (2, 2, 3)
    told = "\n".join(summary.lines())
    assert "3 inputs failed" in told
    assert "README" in told


def test_no_reports_give_empty_tables(tmp_path: Path, model: str) -> None:
    (tmp_path / "in").mkdir()
    summary = run_batch([tmp_path / "in"], tmp_path / "out", model=model, workers=2)
    season = polesitter.open(tmp_path / "out")
    assert summary.exit_code == 0
    assert len(season.results) == len(season.errors) == 0
    assert "driver" in season.results


@pytest.mark.parametrize("name", ["thesis.doc", "manifest.json"])
def test_a_folder_of_something_else_is_left_alone(
    reports: Path, tmp_path: Path, model: str, name: str
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"name": "another program"}')
    with pytest.raises(PolesitterError, match="polesitter did not write"):
        run_batch([reports], out, model=model)
    assert [path.name for path in out.iterdir()] == [name]


@pytest.mark.parametrize("model_name", ["no/such/model", "no_such_module:load", "json:nothing"])
def test_without_a_model_nothing_is_written(reports: Path, tmp_path: Path, model_name: str) -> None:
    with pytest.raises(PolesitterError, match="cannot be loaded"):
        run_batch([reports], tmp_path / "out", model=model_name)
    assert not (tmp_path / "out").exists()


def test_workers_must_be_positive(reports: Path, tmp_path: Path, model: str) -> None:
    with pytest.raises(PolesitterError, match="workers"):
        run_batch([reports], tmp_path / "out", model=model, workers=0)


def test_account_of_the_run(reports: Path, tmp_path: Path, model: str) -> None:
    run_batch([reports], tmp_path / "out", model=model)
    account = json.loads((tmp_path / "out" / RUN).read_text())
    assert (account["reports"], account["results"], account["errors"]) == (14, 13, {})


def test_extract_gives_the_same_rows_in_memory(reports: Path, tmp_path: Path, model: str) -> None:
    run_batch([reports], tmp_path / "out", model=model)
    (reports / "bad.txt").write_text("EXPLODE", encoding="utf-8")
    with pytest.warns(UserWarning, match="1 of the inputs"):
        frame = polesitter.extract(reports, model=model)
    assert [row["source"] for row in frame.attrs["errors"]] == ["bad.txt"]
    written = polesitter.open(tmp_path / "out").results
    assert frame.drop(columns="evidence").equals(written.drop(columns="evidence"))
