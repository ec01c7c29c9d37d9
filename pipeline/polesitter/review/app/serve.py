"""Starting the review: reports are read, the desk is set, the server runs until it is stopped."""

import secrets
import socket
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.manifest import read_manifest
from polesitter.records.dataset.store import open_store
from polesitter.review.app.access import ENTER, Gate
from polesitter.review.app.desk import Desk, alone_in
from polesitter.review.app.journal import NAME, Journal
from polesitter.review.app.library import Library
from polesitter.review.app.pages import make_pages
from polesitter.run.model import load
from polesitter.text.formats import SIZE_LIMIT

if TYPE_CHECKING:
    from polesitter.run.summary import Progress

LOOPBACK = "127.0.0.1"
READING = ".reading"
"""Folder within the corpus folder for the tables of reports given as files."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a review is of and where it goes.

    `paths`: reports, or one folder of extracted tables; `corpus`: where accepted reports
    are written; `port` 0 takes any that is free.
    """

    paths: Sequence[Path]
    corpus: Path
    author: str
    model: str | None = None
    host: str = LOOPBACK
    port: int = 0


def serve(
    setting: Setting,
    *,
    ready: Callable[[str, Desk], None],
    progress: "Callable[[Progress], None] | None" = None,
) -> None:
    """Run a review until it is interrupted. `ready` is told the address to open, and the desk.

    Raises PolesitterError where nothing can be read (E762), the corpus folder is in use
    (E760), or the port is taken (E764).
    """
    import uvicorn

    with alone_in(setting.corpus):
        library = Library(dataset_of(setting, progress))
        nlp = load(setting.model)
        journal = Journal(setting.corpus / NAME, setting.author, library.model)
        desk = Desk(nlp, library, journal, setting.corpus)
        if not desk.queue:
            raise PolesitterError(Errors.E762.format(paths=_named_all(setting.paths)))
        with closing(listen(setting.host, setting.port)) as listener:
            port = listener.getsockname()[1]
            token = secrets.token_urlsafe(24)
            gate = make_gate(desk, setting.host, port, token)
            config = uvicorn.Config(gate, log_level="warning", access_log=False,
                                    server_header=False, lifespan="off")  # fmt: skip
            ready(f"http://{_named(setting.host)}:{port}{ENTER}?token={token}", desk)
            # Ctrl+C is how a review ends; the server has closed everything by then.
            with suppress(KeyboardInterrupt):
                uvicorn.Server(config).run(sockets=[listener])


def make_gate(desk: Desk, host: str, port: int, token: str) -> Gate:
    """Return the whole application as served on an address."""
    names = {_named(host)} | ({"localhost", LOOPBACK} if host == LOOPBACK else set())
    hosts = {f"{name}:{port}" for name in names}
    return Gate(make_pages(desk), token=token, hosts=hosts, cookie=f"polesitter_review_{port}")


def dataset_of(setting: Setting, progress: "Callable[[Progress], None] | None") -> Path:
    """Return the folder of tables to review: the one given, or one made of the reports given."""
    first = setting.paths[0]
    if len(setting.paths) == 1 and first.is_dir() and read_manifest(open_store(first)) is not None:
        return first
    from polesitter.run.batch import run_batch
    from polesitter.run.update import Again

    out = setting.corpus / READING
    run_batch(
        [str(path) for path in setting.paths],
        out,
        workers=None,
        model=setting.model,
        progress=progress,
        max_chars=SIZE_LIMIT,
        again=Again(prune=True),
    )
    return out


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that takes connections. Raises PolesitterError (E764) where it cannot."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        # From now on connections wait for the server rather than fail.
        listener.listen(128)
    except OSError as error:
        listener.close()
        detail = error.strerror or str(error)
        raise PolesitterError(Errors.E764.format(host=host, port=port, detail=detail)) from error
    return listener


def _named_all(paths: Sequence[Path]) -> str:
    return ", ".join(str(path) for path in paths)


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
