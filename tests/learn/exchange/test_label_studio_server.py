"""Our tasks in a real Label Studio: imported, shown, exported and read again.

Runs only where the environment variable LABEL_STUDIO is set: to the program of an
installation, or to "install", which makes one from PyPI in a temporary environment (some
minutes). The server listens on the loopback address alone and keeps nothing.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.exchange.label_studio import read_label_studio, task_of
from polesitter.learn.exchange.label_studio_config import labelling_config

ASKED = os.environ.get("LABEL_STUDIO", "")
TOKEN = "0123456789abcdef" * 2 + "01234567"
START_WITHIN = 240
"""Seconds for the first start, which makes the tables of its database."""

pytestmark = [
    pytest.mark.full,
    pytest.mark.skipif(not ASKED, reason="LABEL_STUDIO names no Label Studio"),
]
Call = Callable[..., Any]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where label-studio is."""
    if ASKED != "install":
        return Path(ASKED)
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=True)
    scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "-q", "label-studio"], check=True)
    return scripts / "label-studio"


@pytest.fixture(scope="module")
def server(program: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    """A running server: call(method, path, body) returns the JSON of its answer."""
    place = tmp_path_factory.mktemp("server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        str(program), "start", "--no-browser", "--data-dir", str(place),
        "--internal-host", "127.0.0.1", "--port", str(port), "--username", "a@example.org",
        "--password", "not-a-secret-1", "--user-token", TOKEN, "--enable-legacy-api-token",
    ]  # fmt: skip
    quiet = {"LATEST_VERSION_CHECK": "0", "COLLECT_ANALYTICS": "False", "HOME": str(place)}
    with (place / "log").open("wb") as log:
        running = subprocess.Popen(
            command, stdout=log, stderr=log, env={**os.environ, **quiet}, cwd=place
        )
        try:
            call = _caller(f"http://127.0.0.1:{port}")
            _wait(call, running)
            yield call
        finally:
            running.terminate()
            running.wait(30)


def _caller(address: str) -> Call:
    def call(method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    return call


def _wait(call: Call, running: "subprocess.Popen[bytes]") -> None:
    for _ in range(START_WITHIN):
        assert running.poll() is None, "Label Studio ended by itself"
        try:
            call("GET", "/api/version")
            return
        except (OSError, ValueError):
            time.sleep(1)
    pytest.fail("Label Studio did not start")


def _new_project(call: Call, tasks: list[dict[str, Any]]) -> int:
    told = {"title": "round trip", "label_config": labelling_config()}
    project: int = call("POST", "/api/projects", told)["id"]
    counted = call("POST", f"/api/projects/{project}/import", tasks)
    assert counted["task_count"] == len(tasks)
    return project


def test_annotations_come_back_as_they_went(
    server: Call, root: Path, plain: GoldReport, tmp_path: Path
) -> None:
    golds = [plain, *read_gold([root / "corpus" / "dev"])]
    project = _new_project(server, [task_of(gold) for gold in golds])
    exported = tmp_path / "export.json"
    told = server("GET", f"/api/projects/{project}/export?exportType=JSON")
    exported.write_text(json.dumps(told), encoding="utf-8")
    items = list(read_label_studio(exported))
    assert sorted(items, key=str) == sorted(golds, key=str)


def test_predictions_become_annotations_once_submitted(
    server: Call, plain: GoldReport, tmp_path: Path
) -> None:
    project = _new_project(server, [task_of(plain, predicted_by="some model")])
    (task,) = server("GET", f"/api/tasks?project={project}&fields=all")["tasks"]
    (prediction,) = task["predictions"]
    submitted = {"result": prediction["result"]}
    server("POST", f"/api/tasks/{task['id']}/annotations/", submitted)
    exported = tmp_path / "export.json"
    told = server("GET", f"/api/projects/{project}/export?exportType=JSON")
    exported.write_text(json.dumps(told), encoding="utf-8")
    assert list(read_label_studio(exported)) == [plain]


def test_the_server_knows_every_label(server: Call, plain: GoldReport) -> None:
    project = _new_project(server, [task_of(plain)])
    known = server("GET", f"/api/projects/{project}")["parsed_label_config"]
    assert len(known["label"]["labels"]) == 14
    with pytest.raises(urllib.error.HTTPError):
        server("POST", "/api/projects", {"title": "broken", "label_config": "<View><Labels/>"})
