"""The pages of the documentation do what they say.

The python and console blocks of a page are run in order. A text block after a python block holds
what it printed; a console block holds one command and what that printed. Percentages come from
learned weights and are not compared. `DOCS=rewrite` writes the answers anew, and the
outputs of the notebook.
"""

import json
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import nbformat
import pytest
import spacy
from typer.main import get_command
from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.relations.slots import load_rules
from polesitter.run.batch import run_batch

from .notebook import PICTURE, run_notebook, shown

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLE = "corpus/sample"
RULES = "patterns/relations"
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<printed>.*?)^```\n)?"
    r"|^```console\n\$ polesitter (?P<command>[^\n]*)\n(?P<shown>.*?)^```\n",
    re.M | re.S,
)
WITH_CODE = [path for path in PAGES if BLOCK.search(path.read_text(encoding="utf-8"))]
LINK = re.compile(r"\]\((?!https?:|#)(?P<path>[^)#]+)")
COMMAND = re.compile(r"(?:^\$ |^ {4}|`)(?:\.venv/bin/)?polesitter (?P<words>[a-z][^`\n]*)", re.M)
COMMENT = re.compile(r" {2,}.*| [#|>] .*| && .*")
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<body>.*?)^```$", re.M | re.S)
KINDS = {"python", "console", "text", "json", "sh"}
REWRITE = os.environ.get("DOCS") == "rewrite"
NOTEBOOK = pytest.param(
    ROOT / "docs" / "season.ipynb", id="season", marks=() if REWRITE else pytest.mark.full
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page says that a block prints, where it says so (code points), and what it prints."""

    start: int
    end: int
    stated: str
    given: str


def answers_of(page: str) -> list[Answer]:
    """Run the blocks of a page, python in one namespace; return those with an answer."""
    names: dict[str, object] = {}
    answers = []
    for block in BLOCK.finditer(page):
        kind = "printed" if block["command"] is None else "shown"
        given = _run(block["code"], names) if kind == "printed" else _command(block["command"])
        if block[kind] is not None:
            answers.append(Answer(*block.span(kind), block[kind], given))
    return answers


def _run(code: str, names: dict[str, object]) -> str:
    printed = StringIO()
    with redirect_stdout(printed):
        exec(compile(code, "page", "exec"), names)
    return _tidy(printed.getvalue())


def _command(line: str) -> str:
    called = CliRunner().invoke(app, shlex.split(line))
    assert called.exit_code == 0, called.output
    return _tidy(called.output)


def _tidy(printed: str) -> str:
    """Drop the spaces at the ends of lines, and the empty lines at the end."""
    lines = [line.rstrip() for line in printed.rstrip().splitlines()]
    return "".join(f"{line}\n" for line in lines)


def comparable(answer: str) -> list[list[str]]:
    """The cells of each line, in order, for what stands two or more blanks apart is two cells.

    Without what a rebuilt model changes: percentages, their bars, the model's digest; and
    without what aligns the cells.
    """
    learned = re.sub(r"\d+%|(?<=\d)\+[0-9a-f]{8}\b", "%", answer)
    lines = re.sub(r"[█▉▊▋▌▍▎▏─]+", "  ", learned).splitlines()
    return [re.split(r"[ \t]{2,}", line.strip()) for line in lines]


GRID = """\
Pos  Grid  Driver    Team       Conf.
─────────────────────────────────────
  8     –  –         Ann Lee     53%
"""


def test_answers_that_differ_by_what_is_learned_or_aligned_are_the_same() -> None:
    narrow = "Pos  Grid  Driver  Team  Conf.\n───\n  8     –  –  Ann Lee  7%\n"
    assert comparable(GRID) == comparable(narrow)
    assert comparable("Lee  ██▏   54%  0.1.0+ac5f6386") == comparable("Lee  ▏   4%  0.1.0+00000000")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("–         Ann Lee", "Ann Lee   –      "),
        ("  8     –", "  –     8"),
        ("Ann Lee", "Ann  Lee"),
        ("–         Ann Lee", "–  Ann Lee  –"),
        ("  8     –", "  9     –"),
    ],
)
def test_a_value_in_another_column_is_another_answer(old: str, new: str) -> None:
    assert old in GRID
    assert comparable(GRID.replace(old, new)) != comparable(GRID)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A working directory as the pages suppose it, after `make run`; the model is loaded once."""
    folder = tmp_path_factory.mktemp("workplace")
    shutil.copytree(ROOT / SAMPLE, folder / SAMPLE)
    shutil.copytree(ROOT / RULES, folder / RULES)
    for part in ("models", "patterns/entities", "patterns/lexicon", "corpus/dev"):
        (folder / part).symlink_to(ROOT / part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spacy, "load", cache(spacy.load))
        patch.chdir(folder)
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        run_batch([SAMPLE], Path("out/sample"), workers=1)
        yield folder


@pytest.mark.parametrize("path", WITH_CODE, ids=[path.name for path in WITH_CODE])
@pytest.mark.usefixtures("workplace")
def test_code_on_a_page_runs_and_answers_as_stated(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    answers = answers_of(page)
    if REWRITE:
        for answer in reversed(answers):
            page = page[: answer.start] + answer.given + page[answer.end :]
        path.write_text(page, encoding="utf-8")
        return
    for answer in answers:
        assert comparable(answer.given) == comparable(answer.stated)


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_links_of_a_page_lead_somewhere(path: Path) -> None:
    for link in LINK.finditer(path.read_text(encoding="utf-8")):
        assert (path.parent / link["path"]).exists(), link["path"]


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_commands_on_a_page_exist_and_take_their_options(path: Path) -> None:
    page = FENCE.sub(_indented, path.read_text(encoding="utf-8"))
    for found in COMMAND.finditer(page):
        words = shlex.split(COMMENT.sub("", found["words"]))
        command: Any = get_command(app)
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        assert not getattr(command, "commands", {}) or words in ([], ["--help"]), found["words"]
        known = {"-h", "--help"}.union(*(one.opts for one in command.params))
        asked = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert asked <= known, found["words"]


def _indented(block: re.Match[str]) -> str:
    return re.sub(r"^(?=polesitter )", "    ", block["body"], flags=re.M)


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_every_block_is_of_a_kind_that_is_tested(path: Path) -> None:
    for block in FENCE.finditer(path.read_text(encoding="utf-8")):
        assert block["kind"] in KINDS, block[0]


@pytest.mark.parametrize("path", PAGES, ids=[path.name for path in PAGES])
def test_patterns_on_a_page_can_be_loaded(path: Path, tmp_path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    lines = [block["body"] for block in FENCE.finditer(page) if block["kind"] == "json"]
    rules = [line for line in lines if "example" in json.loads(line)]
    if rules:
        (tmp_path / "page.jsonl").write_text("".join(rules), encoding="utf-8")
        assert len(load_rules([tmp_path])) == len(rules)


@pytest.mark.parametrize("path", [NOTEBOOK])
def test_the_notebook_runs_and_shows_what_it_says(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / SAMPLE, tmp_path / SAMPLE)
    (tmp_path / "docs").mkdir()
    ran = run_notebook(path, tmp_path / "docs")
    if REWRITE:
        nbformat.write(ran, path)  # type: ignore[no-untyped-call]
    kept = shown(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]
    assert any(PICTURE in cell for cell in kept)
    for stated, given in zip(kept, shown(ran), strict=True):
        assert comparable("\n".join(stated)) == comparable("\n".join(given))
