"""Files about the project say what is so."""

from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

import polesitter

ROOT = Path(__file__).resolve().parent.parent
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_citation_is_of_this_version() -> None:
    citation = read(ROOT / "CITATION.cff")
    assert citation["version"] == polesitter.__version__
    assert citation["license"] == "MIT"
    assert {"cff-version", "message", "title", "authors"} <= set(citation)


def test_hooks_run_what_is_installed() -> None:
    told = read(ROOT / ".pre-commit-config.yaml")
    commands = [hook["entry"].split()[0] for hooks in told["repos"] for hook in hooks["hooks"]]
    assert len(commands) == 5
    locked = (ROOT / "requirements" / "lock.txt").read_text(encoding="utf-8")
    for command in commands:
        name = command.removeprefix(".venv/bin/")
        package = {"lint-imports": "import-linter"}.get(name, name)
        assert package == "polesitter" or f"\n{package}==" in locked, command


@pytest.mark.parametrize("path", FORMS, ids=[path.stem for path in FORMS])
def test_a_form_asks_for_something_and_names_its_fields(path: Path) -> None:
    form = read(path)
    assert form["name"]
    assert form["description"]
    ids = [part["id"] for part in form["body"]]
    assert len(set(ids)) == len(ids) > 0
    assert any(part.get("validations", {}).get("required") for part in form["body"])


def test_the_readme_tells_the_figures_of_the_page_about_accuracy() -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8").split("begin test.groups")[1]
    every = next(line for line in page.splitlines() if line.startswith("| all |"))
    *_, rows, _, precision, recall, cells = [cell.strip() for cell in every.strip("| ").split("|")]
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    told = {line.split("|")[1].strip(): line.strip("| ").split("|")[1:] for line in readme
            if line.startswith("| ")}  # fmt: skip
    assert [f"0{cell.strip()}" for cell in told["cells"]] == [precision, recall, cells]
    assert f"0{told['rows (the right competitor)'][-1].strip()}" == rows
