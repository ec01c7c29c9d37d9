"""What `make bench` writes, and what it measures on."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def bench(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The modules of benchmarks/, which find each other as `python benchmarks/run.py` does."""
    monkeypatch.syspath_prepend(str(root / "benchmarks"))
    names = ("texts", "speed", "page", "results", "peers", "plots")
    yield {name: import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name, None)


def test_a_page_keeps_its_prose_and_has_one_section(bench: dict[str, ModuleType]) -> None:
    page = bench["page"]
    prose = f"# Title\n\nBefore.\n\n{page.START}\nold\n{page.END}\n\nAfter.\n"
    once = page.with_section(prose, "new\n")
    assert once == prose.replace("old", "new")
    assert page.with_section(once, "newer\n") == prose.replace("old", "newer")
    assert page.with_section("# Title\n", "new\n").count(page.START) == 1


def test_a_table_tells_speed_and_share(bench: dict[str, ModuleType]) -> None:
    seconds = bench["speed"].Seconds(1.0, 20.0, {"layout": 2.0}, {"other": 50.0})
    peer = {"name": "peer", "whole": 8.0, "tokenizer": 2.0}
    speeds = bench["page"].speeds_of(seconds, [peer])
    rows = bench["page"].table(speeds, 1_000_000).splitlines()[2:]
    assert [re.findall(r"\| ([\d,]+) \| (\S+) \| (\S+) \|$", row)[0] for row in rows] == [
        ("1,000,000", "–", "1.0"),
        ("500,000", "10.0%", "1/2.0"),
        ("50,000", "100.0%", "1/20.0"),
        ("20,000", "–", "1/50.0"),
        ("125,000", "–", "1/4.0"),
    ]


def test_other_decimals_change_figures_alone(bench: dict[str, ModuleType]) -> None:
    moved = bench["texts"].with_other_decimals
    assert moved("No. 93 in 1:45.199, by .803 or 5.9", 1) == "No. 93 in 1:45.100, by .804 or 5.0"


def test_no_text_with_decimals_comes_twice(bench: dict[str, ModuleType]) -> None:
    texts = bench["texts"]
    source = texts.Texts(30_000)
    batches = [source.batch(), source.batch()]
    decimals = [t for batch in batches for t in batch if re.search(r"\.\d{2,}\b", t)]
    assert len(set(decimals)) == len(decimals) > sum(len(batch) for batch in batches) / 2
    assert all(sum(texts.count_words(text) for text in batch) >= 30_000 for batch in batches)


MEASURED = {
    "speed": {"words": 1000, "speeds": [
        {"name": "bare tokenizer", "seconds": 0.001, "tokenizer": 0.001, "part": None},
        {"name": "component `names` alone", "seconds": 0.002, "tokenizer": 0.001, "part": 0.2},
        {"name": "**polesitter, text to records**", "seconds": 0.01, "tokenizer": 0.001,
         "part": 1.0},
        {"name": "peer", "seconds": 0.1, "tokenizer": 0.001, "part": None},
    ]},
    "batch": {
        "reports": 80,
        "scaling": [[1, 1.0], [2, 1.9]],
        "reruns": {"all read": 9.0, "nothing changed": 0.1},
        "growth": [{"reports": 40, "milliseconds": 5.0, "megabytes": 300.0},
                   {"reports": 80, "milliseconds": 6.0, "megabytes": 330.0}],
    },
    "startup": {"polesitter --help": 0.09, "import spacy": 0.5},
}  # fmt: skip


def test_there_is_a_plot_of_each_benchmark(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    for name, measured in MEASURED.items():
        bench["results"].keep(name, measured, tmp_path)
    drawn = {name: spec for name, _, spec in bench["plots"].plots(tmp_path)}
    assert list(drawn) == ["speed", "stages", "scaling", "growth", "reruns", "startup"]
    assert [(row["name"], row["value"]) for row in drawn["speed"]["data"]["values"]] == [
        ("bare tokenizer", 1_000_000), ("polesitter, text to records", 100_000), ("peer", 10_000),
    ]  # fmt: skip
    assert [(row["name"], row["value"]) for row in drawn["stages"]["data"]["values"]] == [
        ("names", 20.0),
    ]  # fmt: skip
    assert [row["y"] for row in drawn["growth"]["data"]["values"]] == [1.0, 1.0, 1.2, 1.1]


def test_what_was_never_measured_has_no_plot(bench: dict[str, ModuleType], tmp_path: Path) -> None:
    bench["results"].keep("startup", MEASURED["startup"], tmp_path)
    assert [name for name, *_ in bench["plots"].plots(tmp_path)] == ["startup"]


def test_a_library_that_cannot_be_installed_is_told_and_passed_over(
    bench: dict[str, ModuleType],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    peers = bench["peers"]

    def no_network(command: list[str]) -> str:
        raise subprocess.CalledProcessError(1, command, stderr="looking\nno route to the index\n")

    monkeypatch.setattr(peers, "run", no_network)
    assert list(peers.measure_peers([["Lee won."]], [("DRIVER", "Lee")], tmp_path)) == []
    told = capsys.readouterr().err.splitlines()
    assert told == [f"{peer.name} skipped: no route to the index" for peer in peers.PEERS]
