from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from polesitter.records.dataset.tables import Tables
from polesitter.run.failure import detail_of
from polesitter.run.plan import Shard, plan, single_reports
from polesitter.run.together import extract_report
from polesitter.run.worker import Options, extract_shard
from polesitter.text.input_file import InputFile
from polesitter.types import Evidence, Mention, Report


def report(text: str, **facts: Any) -> Report:
    return Report("a.txt", text, "0" * 64, **facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ann took pole.",
        "\ufeffIn the end Ann took pole.",
        "Zero\u200bwidth\u00ad and A\u00adnn took pole, then Bea took pole.",
        "\u201cQuotes\u201d \r\n and\u00a0spaces: Ann took pole.",
    ],
)
def test_offsets_are_those_of_the_original(nlp: Language, text: str) -> None:
    extraction = extract_report(nlp, report(text))
    assert extraction.mentions
    spans: list[Mention | Evidence] = [*extraction.mentions]
    for result in extraction.results:
        spans += result.evidence
    for facts in extraction.session.classes:
        spans += facts.evidence
    for span in spans:
        assert span.text == text[span.start : span.end]
        assert span.text.replace("\u00ad", "") in ("Ann", "Bea")


def test_day_of_publication_reaches_the_components(nlp: Language) -> None:
    dated = extract_report(nlp, report("x", published=date(2024, 5, 4)))
    undated = extract_report(nlp, report("x"))
    assert (dated.session.event, undated.session.event) == ("2024-05-04", None)


def files(folder: Path, **texts: str) -> tuple[InputFile, ...]:
    made = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        made.append(InputFile(path, path.name))
    return tuple(made)


def errors_of(tables: Tables) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tables["errors"].to_pylist()
    return rows


@pytest.mark.parametrize(
    ("text", "stage", "error"),
    [
        ("EXPLODE", "extract", "ValueError"),
        ("OVERFLOW Cy took pole.", "records", "ArrowInvalid"),
        ("x" * 101, "text", "E113"),
        ("", "text", "E112"),
    ],
)
def test_a_bad_report_costs_only_itself(
    nlp: Language, tmp_path: Path, text: str, stage: str, error: str
) -> None:
    task = Shard("t", files(tmp_path, a="Ann took pole.", b=text, c="Bea took pole."))
    (tables,) = extract_shard(nlp, task, Options(max_chars=100))
    assert tables["results"]["driver"].to_pylist() == ["Ann", "Bea"]
    (row,) = errors_of(tables)
    assert (row["source"], row["stage"], row["error"]) == ("b.txt", stage, error)
    assert row["message"].startswith("b.txt")


def test_no_address_and_no_folder_in_messages(nlp: Language, tmp_path: Path) -> None:
    task = Shard("t", files(tmp_path, a="EXPLODE"))
    (tables,) = extract_shard(nlp, task, Options())
    (row,) = errors_of(tables)
    assert "boom" in row["message"]
    assert "dead" not in row["message"]
    assert "private" not in row["message"]


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (FileNotFoundError(2, "No such file", "/home/me/a.txt"), "No such file"),
        (KeyError(), "KeyError"),
        (ValueError("first\nsecond"), "first"),
        (ValueError("in '/a/b/c.py': bad"), "in 'c.py': bad"),
        (ValueError("a speed of 170 km/h or 3/4"), "a speed of 170 km/h or 3/4"),
        (ValueError("half \ud800 pair"), "half ? pair"),
    ],
)
def test_detail_of(error: Exception, detail: str) -> None:
    assert detail_of(error) == detail


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("room", [1, 60, 10_000])
def test_plan_gives_every_report_to_one_shard(
    nlp: Language, tmp_path: Path, workers: int, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LEAST_BYTES", "SHARD_BYTES"):
        monkeypatch.setattr(f"polesitter.run.plan.{name}", room)
    monkeypatch.setattr("polesitter.run.plan.SHARD_REPORTS", 5)
    found = files(tmp_path, **{f"f{n}": f"F{n} took pole." for n in range(9)})
    items = [Report(f"many.jsonl#i{n}", f"D{n} took pole.", "0" * 64) for n in range(7)]
    shards = list(plan(found, items, workers))
    assert (len(shards) == 16) is (room == 1)
    assert max(len(shard.sources) for shard in shards) <= 5
    singles = [single for shard in shards for single in single_reports(shard)]
    for cut in (shards, singles):
        assert len({shard.name for shard in cut}) == len(cut)
        drivers = [
            driver
            for shard in cut
            for tables in extract_shard(nlp, shard, Options())
            for driver in tables["results"]["driver"].to_pylist()
        ]
        assert sorted(drivers) == sorted([f"D{n}" for n in range(7)] + [f"F{n}" for n in range(9)])
    assert all(len(single.sources) == 1 == single.tries for single in singles)


def test_big_files_come_first_and_items_are_drawn_late(tmp_path: Path) -> None:
    found = files(tmp_path, a="x", b="x" * 50_000, c="x" * 30_000)
    drawn: list[int] = []

    def items() -> Iterator[Report]:
        for n in range(3):
            drawn.append(n)
            yield Report(f"r{n}", "text", "0" * 64)

    shards = plan(found, items(), workers=1)
    assert next(shards).sources == ("b.txt",)
    assert next(shards).sources == ("c.txt",)
    assert drawn == []
    assert [shard.sources for shard in shards] == [("a.txt",), ("r0", "r1", "r2")]
