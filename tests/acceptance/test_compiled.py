"""A wheel with compiled modules reads as the checkout does; what cannot be compiled says why."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .installing import install_alone, run
from .reports import bytes_of, corpus_texts, put

pytestmark = pytest.mark.full

SUFFIXES = {".so", ".pyd"}
ASKED = {"POLESITTER_COMPILE": "1"}
WHERE = """
import polesitter.relations.judge as judge, polesitter.text.phrases as phrases
print(judge.__file__)
print(phrases.__file__)
"""
TRAVELS = """
import pickle, sys
from pathlib import Path
import polesitter, spacy

text = Path(sys.argv[1]).read_text(encoding="utf-8")
nlp = polesitter.load()
told = [nlp(text)._.results, nlp(text)._.session, nlp(text)._.relations]
again = spacy.blank("en").from_config(nlp.config).from_bytes(nlp.to_bytes())
for other in (again, pickle.loads(pickle.dumps(nlp))):
    doc = other(text)
    assert [doc._.results, doc._.session, doc._.relations] == told
assert pickle.loads(pickle.dumps(told)) == told and told[0]
for doc in nlp.pipe([text] * 4, n_process=2):
    assert doc._.results == told[0]
print("it does")
"""


def build(root: Path, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    return subprocess.run(
        [*command, str(folder)], capture_output=True, text=True, check=False, cwd=root,
        env={**os.environ, **settings},
    )  # fmt: skip


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    done = build(root, folder, **ASKED)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("polesitter-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Executables of an environment with the compiled wheel alone."""
    return install_alone(wheel, tmp_path_factory.mktemp("installed"))


def test_a_compiled_wheel_is_of_one_platform_and_has_the_sources_too(
    wheel: Path, root: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [Path(name) for name in archive.namelist()]
    sources = {name.with_suffix("") for name in names if name.suffix == ".py"}
    compiled = {name.parent / name.name.split(".")[0] for name in names if name.suffix in SUFFIXES}
    shared = {name for name in compiled if name.name.endswith("__mypyc")}
    assert not wheel.name.endswith("-any.whl")
    assert len(shared) == 1
    assert compiled - shared <= sources
    assert len(compiled) > 50
    assert not list((root / "pipeline").rglob("*.so"))


def test_compiled_code_is_what_runs(installed: Path, tmp_path: Path) -> None:
    for place in run(installed / "python", "-c", WHERE, cwd=tmp_path).split():
        assert Path(place).suffix in SUFFIXES
        assert Path(place).is_relative_to(installed.parent)


def test_compiled_or_not_the_tables_have_the_same_bytes(
    installed: Path, root: Path, tmp_path: Path
) -> None:
    put(tmp_path / "reports", corpus_texts(root, "train", "own"))
    model = root / "models" / "en_qualifying"
    options: list[str | Path] = ["extract", "reports", "--model", model, "--workers", "2", "-o"]
    run(installed / "polesitter", *options, "compiled", cwd=tmp_path)
    source = str(root / "pipeline")
    here = [sys.executable, "-m", "polesitter.cli.main"]
    run(*here, *options, "pure", cwd=tmp_path, PYTHONPATH=source)
    pure = bytes_of(tmp_path / "pure")
    assert {Path(name).parts[0] for name in pure} >= {"results", "sessions", "relations"}
    assert bytes_of(tmp_path / "compiled") == pure


def test_a_compiled_pipeline_travels_as_bytes_and_to_other_processes(
    installed: Path, root: Path, tmp_path: Path
) -> None:
    sample = root / "corpus" / "sample" / "arca-toledo.txt"
    script = tmp_path / "travels.py"
    script.write_text(f"if __name__ == '__main__':\n{indented(TRAVELS)}", encoding="utf-8")
    assert run(installed / "python", script, sample, cwd=tmp_path).split() == ["it", "does"]


def indented(code: str) -> str:
    return "".join(f"    {line}\n" for line in code.strip().splitlines())


def test_without_a_compiler_the_build_says_what_to_do(root: Path, tmp_path: Path) -> None:
    done = build(root, tmp_path, **ASKED, CC="no-such-compiler")
    assert done.returncode != 0
    assert "no-such-compiler" in done.stderr
    assert "Install one" in done.stderr
    assert not list(tmp_path.iterdir())
