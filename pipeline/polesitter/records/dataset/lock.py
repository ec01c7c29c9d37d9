"""One writer at a time, and the name of the one there is."""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from polesitter.errors import Errors, PolesitterError
from polesitter.records.dataset.store import STAGING, Store

HOLDER = f"{STAGING}/writer.json"


@contextmanager
def held(store: Store, wait: float) -> Iterator[None]:
    """Hold a dataset for writing while the block runs.

    Raises PolesitterError (E402) that names the holder, where another process still
    holds it after `wait` seconds.
    """
    try:
        lock = store.lock(wait)
    except TimeoutError as error:
        raise PolesitterError(Errors.E402.format(out=store.place, holder=_holder(store))) from error
    with lock:
        yield


def sign(store: Store) -> None:
    """Say who holds the dataset, for those who come meanwhile."""
    signed = {
        "process": os.getpid(),
        "host": platform.node(),
        "since": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    store.write(HOLDER, json.dumps(signed).encode())


def _holder(store: Store) -> str:
    try:
        signed = json.loads(store.read(HOLDER))
        return f"process {signed['process']} on {signed['host']}, since {signed['since']},"
    except (OSError, ValueError, KeyError, TypeError):
        return "another run"  # it has not come to sign yet
