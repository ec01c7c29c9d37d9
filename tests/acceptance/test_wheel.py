"""A wheel built from the project works alone: installed elsewhere, model and patterns inside."""

import json
import sys
import venv
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from spacy.language import Language

from polesitter.run.together import extract_report
from polesitter.types import Report

from .installing import EXECUTABLES, install_alone, run

PLACES = """
import json, polesitter
from polesitter.review.pattern_places import patterns_folder
from polesitter.run.model import bundled_model
print(json.dumps([polesitter.__file__, str(bundled_model()), str(patterns_folder())]))
"""
MODULES = """
import importlib, pkgutil, sys, polesitter
for module in pkgutil.walk_packages(polesitter.__path__, "polesitter."):
    if not module.name.startswith(tuple(sys.argv[1:])):
        importlib.import_module(module.name)
"""
"""Imports every module but those whose names begin as the arguments do."""


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options: list[str | Path] = ["--wheel", "--no-isolation", "--outdir", folder]
    run(sys.executable, "-m", "build", "-qq", *options, root, cwd=folder)
    (built,) = folder.glob("polesitter-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Executables of an environment with the wheel alone."""
    return install_alone(wheel, tmp_path_factory.mktemp("installed"))


def test_the_wheel_holds_code_model_and_patterns(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    model, patterns = root / "models" / "en_qualifying", root / "patterns"
    wanted = {"polesitter/__init__.py", "polesitter/py.typed", "polesitter/cli/main.py"}
    for source, target in ((model, "_model/en_qualifying"), (patterns, "_patterns")):
        files = [path for path in source.rglob("*") if path.is_file()]
        assert files
        wanted |= {f"polesitter/{target}/{path.relative_to(source).as_posix()}" for path in files}
    assert wanted <= names


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        suffixes = {Path(name).suffix for name in archive.namelist()}
    assert {top.split("-")[0] for top in tops} == {"polesitter"}
    assert not suffixes & {".pyc", ".pyo"}


def test_the_wheel_announces_command_and_components(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        points = archive.read(name).decode()
    for group in ("console_scripts", "spacy_factories", "spacy_scorers", "spacy_readers"):
        assert f"[{group}]" in points


def test_the_installed_package_has_its_own_model_and_patterns(
    installed: Path, tmp_path: Path
) -> None:
    places = json.loads(run(installed / "python", "-c", PLACES, cwd=tmp_path))
    assert len(places) == 3
    for place in places:
        assert Path(place).is_relative_to(installed.parent)


def test_the_installed_command_gives_the_rows_of_the_checkout(
    installed: Path, nlp: Language, root: Path, tmp_path: Path
) -> None:
    sample = root / "corpus" / "sample" / "arca-toledo.txt"
    run(installed / "polesitter", "extract", sample, "-o", "out", cwd=tmp_path)
    found = pd.read_parquet(tmp_path / "out" / "results")
    text = sample.read_text(encoding="utf-8")
    expected = extract_report(nlp, Report(sample.name, text, "")).results
    assert expected
    fields = ["result_id", "position", "driver", "team_id", "lap_time_s", "car_number"]
    rows = found[fields].astype(object).where(found[fields].notna(), None)
    assert rows.values.tolist() == [[getattr(row, name) for name in fields] for row in expected]


@pytest.mark.full
def test_the_wheel_asks_for_all_it_needs(wheel: Path, root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clean"
    venv.create(folder, with_pip=False)
    python = folder / EXECUTABLES / "python"
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--quiet", wheel, cwd=tmp_path)
    run(python, "-c", MODULES, "polesitter.review.app.", cwd=tmp_path)
    sample = root / "corpus" / "sample"
    run(folder / EXECUTABLES / "polesitter", "extract", sample, "-o", "out", cwd=tmp_path)
    assert len(pd.read_parquet(tmp_path / "out" / "reports")) >= 12
    run(*pip, "install", "--quiet", f"{wheel}[review]", cwd=tmp_path)
    run(python, "-c", MODULES, cwd=tmp_path)
