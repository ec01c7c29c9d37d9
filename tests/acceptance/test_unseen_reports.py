"""The reports nobody read to write a rule: how much is right, by two scorers that agree."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from polesitter.cli.main import app

from .conftest import Extract
from .reports import corpus_texts, put

FLOOR = 0.70


@pytest.fixture(scope="module")
def page(root: Path, nlp: Language) -> str:
    """What `polesitter evaluate corpus/test` prints."""
    return evaluate(root, nlp)


def evaluate(root: Path, nlp: Language, *options: str) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("polesitter.run.model.load", {None: nlp}.__getitem__)
        patch.setenv("COLUMNS", "120")
        args = ["evaluate", str(root / "corpus" / "test"), *options]
        result = CliRunner().invoke(app, args, catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_enough_cells_are_right(root: Path, nlp: Language) -> None:
    figures: dict[str, Any] = json.loads(evaluate(root, nlp, "--json"))
    assert figures["cells"]["f1"] >= FLOOR


@pytest.fixture(scope="module")
def second_page(
    root: Path, shared: Path, extract_here: Extract, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """What the other scorer prints of the tables extracted from the same texts."""
    folder = tmp_path_factory.mktemp("unseen")
    put(folder / "reports", corpus_texts(root, "test"))
    assert extract_here([folder / "reports"], folder / "out").exit_code == 0
    gold, found = root / "corpus" / "test", folder / "out"
    args: list[str | Path] = [sys.executable, shared / "score.py", gold, found]
    return subprocess.run(args, capture_output=True, text=True, check=True).stdout


def test_rows_and_cells_are_the_same_by_both_scorers(page: str, second_page: str) -> None:
    found = re.search(
        r"docs\s+(?P<all>\d+)\s+rows gold\s+(?P<gold>\d+) pred\s+(?P<found>\d+)"
        r"\s+row F1 (?P<f1>\S+)\s+exact rows (?P<rows>\S+)\s+exact docs (?P<docs>\d+)/\d+"
        r"\s+CELL P (?P<p>\S+) R (?P<r>\S+) F1 (?P<cell>\S+)",
        second_page,
    )
    assert found is not None
    ours = next(line.split()[1:] for line in page.splitlines() if line.startswith("ALL"))
    order = ("all", "docs", "gold", "found", "f1", "rows", "p", "r", "cell")
    assert ours == [found[name] for name in order]


def test_session_fields_are_the_same_by_both_scorers(page: str, second_page: str) -> None:
    theirs = re.findall(r"(\w+) (\d+)/(\d+) \((\d+) wrong\)", second_page.splitlines()[-1])
    assert len(theirs) == 4
    for name, right, stated, wrong in theirs:
        assert re.search(rf"^\s*{name}\s+{stated}\s+{right}\s+{wrong}\s*$", page, re.MULTILINE)
