"""The review as a person starts it, and as a crash ends it."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.review.app.author import author_name
from polesitter.review.app.keys import key_of

ADDRESS = re.compile(r"Open (http://\S+)")
PATIENCE = 300
"""Seconds that anything may take, on a machine that does much else."""
TEXT = "Ann Lee won the pole at Daytona with a lap of 57.912 seconds.\n"
STEP = f"/api/report/{key_of('lake.txt')}/step"


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "lake.txt").write_text(TEXT)
    return folder


class Visitor:
    """A browser, as far as it takes to send steps."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.home = f"http://{parts.netloc}"
        self.connection = HTTPConnection(parts.netloc, timeout=PATIENCE)
        self.connection.request("GET", f"{parts.path}?{parts.query}")
        answer = self.connection.getresponse()
        answer.read()
        self.headers = {
            "cookie": answer.headers["set-cookie"].partition(";")[0],
            "origin": self.home,
            "content-type": "application/json",
        }

    def send(self, revision: int, step: dict[str, object]) -> dict[str, object]:
        body = json.dumps({"revision": revision, "step": step})
        self.connection.request("POST", STEP, body, self.headers)
        answer = self.connection.getresponse()
        told: dict[str, object] = json.loads(answer.read())
        assert answer.status == 200, told
        return told


@contextmanager
def running(reports: Path, out: Path) -> Iterator[tuple[subprocess.Popen[str], Visitor]]:
    command = [sys.executable, "-m", "polesitter.cli.main", "review", str(reports)]
    options = ["--out", str(out), "--as", "Ann", "--no-browser"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        told = ""
        while ADDRESS.search(told) is None:
            line = process.stdout.readline()
            assert line, told
            told += line
        try:
            found = ADDRESS.search(told)
            assert found is not None
            yield process, Visitor(found[1])
        finally:
            process.kill()


def test_nothing_is_lost_when_the_server_is_killed(lake: Path, tmp_path: Path) -> None:
    out = tmp_path / "corpus"
    with running(lake, out) as (process, visitor):
        visitor.send(0, {"kind": "session", "field": "event", "text": "Lake 200"})
        visitor.send(1, {"kind": "accept"})
        process.send_signal(signal.SIGKILL)
        process.wait(PATIENCE)
    (out / "lake.json").unlink()  # As if it had died a moment before.
    with running(lake, out) as (process, visitor):
        assert json.loads((out / "lake.json").read_text())["session"]["event"] == "Lake 200"
        assert visitor.send(2, {"kind": "undo"})["status"] == "open"
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
    lines = [json.loads(line) for line in (out / "decisions.jsonl").read_text().splitlines()]
    assert [line["step"]["kind"] for line in lines] == ["session", "accept", "undo"]
    assert {line["author"] for line in lines} == {"Ann"}


def test_a_folder_without_reports(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    out = tmp_path / "corpus"
    result = CliRunner().invoke(app, ["review", str(empty), "-o", str(out), "--no-browser"])
    assert result.exit_code == 2
    assert "no report can be read" in result.stderr


def test_without_the_libraries_of_the_page(lake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("polesitter.cli.review.NEEDED", ("starlette", "no_such_library"))
    result = CliRunner().invoke(app, ["review", str(lake), "--no-browser"])
    assert result.exit_code == 2
    assert "needs no_such_library" in result.stderr
    assert "polesitter[review]" in result.stderr


@pytest.mark.parametrize("given", [" Ann Lee ", "Ann Lee"])
def test_whose_decisions_these_are(given: str) -> None:
    assert author_name(given) == "Ann Lee"


def test_somebody_always_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "ann")
    assert author_name() == "ann"
