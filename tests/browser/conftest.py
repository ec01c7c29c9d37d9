"""A real browser before a real server; one report is open, with a driver's boundary wrong."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from polesitter.review.app.desk import Desk
from polesitter.review.app.journal import Journal
from polesitter.review.app.keys import key_of
from polesitter.review.app.library import Library
from polesitter.review.app.serve import listen, make_gate
from polesitter.run.model import load

from ..extracted import library_of

WAIT = 30_000
"""Milliseconds that anything may take, on a busy machine."""

LAKE = """date 2024-05-18
Ann Lee takes the pole at Lime Rock

Ann Lee \U0001f3c1 won the pole for Red Kite Racing with a lap of 57.912 seconds at Lime Rock. \
Bo Carr qualified second in the No. 25 Ford.

Cy Dale will start third, 0.4 seconds behind Lee. Dee Fox had no luck.
"""


@dataclass(frozen=True)
class Review:
    """A review under way: the address that opens it, and what lies behind it."""

    address: str
    home: str
    desk: Desk

    def report(self, source: str) -> str:
        return f"{self.home}/report/{key_of(source)}"


StartReview = Callable[[dict[str, str]], Review]


@pytest.fixture(scope="session")
def nlp() -> Any:
    return load()


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[dict[str, str]], Library]:
    """Reports as extracted; the same ones are extracted once."""
    known: dict[str, Library] = {}

    def library(reports: dict[str, str]) -> Library:
        key = repr(reports)
        if key not in known:
            known[key] = library_of(reports, tmp_path_factory.mktemp("reports"))
        return known[key]

    return library


@pytest.fixture
def start_review(
    nlp: Any, read: Callable[[dict[str, str]], Library], tmp_path: Path
) -> Iterator[StartReview]:
    """Serve the review of some reports until the test is over."""
    import uvicorn

    servers: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(reports: dict[str, str]) -> Review:
        corpus = tmp_path / "corpus"
        corpus.mkdir()
        library = read(reports)
        desk = Desk(nlp, library, Journal(corpus / "decisions.jsonl", "Ann", "m 1"), corpus)
        listener = listen("127.0.0.1", 0)
        port = listener.getsockname()[1]
        gate = make_gate(desk, "127.0.0.1", port, "token")
        server = uvicorn.Server(uvicorn.Config(gate, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        servers.append((server, thread))
        home = f"http://127.0.0.1:{port}"
        return Review(f"{home}/enter?token=token", home, desk)

    yield start
    for server, thread in servers:
        server.should_exit = True
        thread.join(10)


@pytest.fixture
def review(start_review: StartReview) -> Review:
    """Two reports; the first has "Carr" marked where "Bo Carr" is meant."""
    review = start_review({"lake.txt": LAKE, "pond.txt": LAKE.replace("Ann", "Una")})
    start = LAKE.index("Bo Carr")
    step = {"kind": "move", "start": start, "end": start + 7, "to": [start + 3, start + 7]}
    review.desk.take(key_of("lake.txt"), 0, step)
    return review


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that must not complain on its console."""
    # Without motion: half way between two colours neither contrast nor paper can be judged.
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(WAIT)
    page = context.new_page()
    complaints: list[str] = []

    def hear(message: Any) -> None:
        # The browser itself tells of every answer 409, which is how a stale edit is refused.
        if message.type in ("error", "warning") and "409" not in message.text:
            complaints.append(message.text)

    def fail(error: Any) -> None:
        complaints.append(str(error))

    page.on("console", hear)
    page.on("pageerror", fail)
    yield page
    assert complaints == []
    context.close()
