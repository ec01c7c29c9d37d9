"""Bad input is set aside with a reason and a remedy; everything else is done."""

import ctypes
import gzip
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from .conftest import Command, Extract

GOOD = (
    "Nadia Ferrant took pole position for Larkspur Racing at Brands Hatch with a lap of "
    "1m28.031s in Saturday's qualifying session. Kofi Adler will start second.\n"
)
LIMIT = 20_000
LINES = f'{{"id": "one", "text": "{GOOD.strip()}"}}\n{{"id": "two", "text": \n'

# File name -> its bytes, what the message says is wrong, and what to do about it.
BAD: dict[str, tuple[bytes, str, str]] = {
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary data", "check that the suffix"),
    "void.txt": (b"", "holds no text", "leave it out"),
    "blank.md": (b" \n\n\t\n", "holds no text", "leave it out"),
    "hollow.html": (b"<html><body><script>1</script></body></html>", "holds no text", "leave it"),
    "broken-code.txt": (b"\xff\xfe\x00\xd8\x00\xd8a", "encoding cannot be told", "as UTF-8"),
    "endless.txt": (GOOD.encode() * 200, "longer than 20,000 characters", "--max-chars"),
    "marked.txt": (b"[Lee](DRIVER d1) took pole.", "annotated corpus text", "polesitter corpus"),
    "lines.jsonl": (LINES.encode(), "lines.jsonl, line 2: no valid JSON", "one JSON object per"),
    "list.jsonl": (b'["text"]\n', "must be an object", "not list"),
    "number.jsonl": (b'{"text": 7}\n', "`text` must be a text", "not int"),
    "cut.jsonl.gz": (gzip.compress(LINES.encode())[:40], "damaged", "fetch or export it again"),
    "torn.parquet": (b"PAR1 and no more", "damaged", "fetch or export it again"),
    "torn.pdf": (b"%PDF-1.4 and no more", "damaged", "fetch or export it again"),
}  # fmt: skip
SAMPLE = str(Path(__file__).parents[2] / "corpus" / "sample")
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
PR_CAPBSET_DROP = 24


def give_up_reading_everything() -> None:
    """Make root, once it runs another program, obey file permissions like anybody else."""
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "capabilities cannot be dropped")


def as_anybody() -> Callable[[], None] | None:
    """What a child process must do first, so that a closed file is closed to it."""
    if os.name != "posix":
        pytest.skip("no file permissions here")
    if os.geteuid() != 0:
        return None
    probe = [sys.executable, "-c", "pass"]
    try:
        subprocess.run(probe, preexec_fn=give_up_reading_everything, check=True)
    except (subprocess.SubprocessError, OSError, AttributeError):
        pytest.skip("runs as root and cannot give that up")
    return give_up_reading_everything


@pytest.fixture(scope="module")
def run(
    command: Command, tmp_path_factory: pytest.TempPathFactory
) -> tuple[subprocess.CompletedProcess[str], Path]:
    """A folder with two good reports and all that can be wrong, extracted once."""
    folder = tmp_path_factory.mktemp("bad")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "good.txt").write_text(GOOD, encoding="utf-8")
    (reports / "zz-good.md").write_text(GOOD, encoding="utf-8")
    for name, (content, _, _) in BAD.items():
        (reports / name).write_bytes(content)
    out = folder / "out"
    paths = [reports, reports / "missing.txt", reports / "*.docx"]
    return command("extract", *paths, "-o", out, "--max-chars", str(LIMIT)), out


def errors_in(out: Path) -> dict[str, str]:
    """Source -> message, of the errors table."""
    errors = pd.read_parquet(out / "errors")
    return dict(zip(errors["source"], errors["message"], strict=True))


@pytest.mark.parametrize(
    ("name", "problem", "remedy"),
    [
        *[(name, problem, remedy) for name, (_, problem, remedy) in BAD.items()],
        ("missing.txt", "there is no such file", "check the path"),
        ("*.docx", "no report matches this pattern", "quote it from the shell"),
    ],
)
def test_the_error_names_file_problem_and_remedy(
    run: tuple[subprocess.CompletedProcess[str], Path], name: str, problem: str, remedy: str
) -> None:
    message = errors_in(run[1])[name]
    assert message.startswith(name)
    assert problem in message
    assert remedy in message


def test_nothing_else_is_set_aside(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    assert set(errors_in(run[1])) == {*BAD, "missing.txt", "*.docx"}


def test_the_exit_code_and_the_screen_tell(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    done, _ = run
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert f"{len(BAD) + 2} inputs set aside" in done.stdout
    for name in sorted(BAD)[:5]:
        assert name in done.stdout
    assert "All of them:" in done.stdout


def test_the_good_reports_are_done(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    results = pd.read_parquet(run[1] / "results")
    found = results.groupby("source")["driver"].apply(list).to_dict()
    grid = ["Nadia Ferrant", "Kofi Adler"]
    assert found == {"good.txt": grid, "zz-good.md": grid, "lines.jsonl#one": grid}


def test_a_closed_file_is_set_aside(command: Command, tmp_path: Path) -> None:
    prepare = as_anybody()
    closed = tmp_path / "reports" / "closed.txt"
    closed.parent.mkdir()
    closed.write_text(GOOD, encoding="utf-8")
    closed.chmod(0)
    (closed.parent / "good.txt").write_text(GOOD, encoding="utf-8")
    out = tmp_path / "out"
    done = command("extract", closed.parent, "-o", out, preexec_fn=prepare)
    assert done.returncode == 1, done.stderr
    message = "closed.txt: may not be read; give yourself read permission or leave it out"
    assert errors_in(out) == {"closed.txt": message}
    assert set(pd.read_parquet(out / "results")["source"]) == {"good.txt"}


def test_an_unrelated_text_is_done_and_gives_no_rows(
    root: Path, tmp_path: Path, extract_here: Extract
) -> None:
    out = tmp_path / "out"
    assert extract_here([root / "corpus" / "unrelated"], out).exit_code == 0
    assert len(pd.read_parquet(out / "reports")) >= 10
    assert pd.read_parquet(out / "results").empty
    assert pd.read_parquet(out / "errors").empty


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["extract"], "Missing argument"),
        (["extract", "a.txt"], "Missing option"),
        (["extract", "a.txt", "-o", "out", "--worker", "2"], "No such option"),
        (["extract", "a.txt", "-o", "out", "--workers", "0"], "--workers"),
        (["extract", SAMPLE, "-o", "out", "--model", "none"], "the model none cannot be loaded"),
        (["extract", "a.txt", "-o", "out"], "there is no a.txt"),
        (["extrac", "a.txt"], "No such command"),
        (["show", "none.txt"], "none.txt: there is no such file or folder"),
        (["evaluate", "none"], "holds no annotated reports"),
        (["patterns", "check", "none"], "holds no patterns"),
    ],
)
def test_wrong_use_exits_with_2(args: list[str], says: str, command: Command) -> None:
    done = command(*args)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
