"""What `make bench` writes, and what it measures on."""

import re
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
    names = ("texts", "speed", "page")
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
    seconds = bench["speed"].Seconds(1.0, 20.0, 50.0, {"layout": 2.0})
    rows = bench["page"].table(seconds, 1_000_000).splitlines()[2:]
    assert [re.findall(r"\| ([\d,]+) \| (\S+) \| (\S+) \|$", row)[0] for row in rows] == [
        ("1,000,000", "5.0%", "1.0"),
        ("500,000", "10.0%", "1/2.0"),
        ("50,000", "100.0%", "1/20.0"),
        ("20,000", "–", "1/50.0"),
    ]


def test_other_decimals_change_figures_alone(bench: dict[str, ModuleType]) -> None:
    texts = bench["texts"]
    assert (
        texts.with_other_decimals("No. 93 in 1:45.169, by .803", 1) == "No. 93 in 1:45.160, by .804"
    )
    varied = texts.varied_texts(60_000)
    decimals = [text for text in varied if texts.LAST_DECIMAL.search(text)]
    assert len(set(decimals)) == len(decimals) > 0.8 * len(varied)
    assert sum(texts.count_words(text) for text in varied) >= 60_000
