"""The account of the last run: clock times and places, which no table holds."""

import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from polesitter import __version__
from polesitter.records.dataset.store import Store
from polesitter.run.summary import RunSummary

RUN = "run.json"


def write_account(
    store: Store, summary: RunSummary, paths: Sequence[str | Path], started: datetime
) -> None:
    """Write `run.json` beside the tables."""
    account = {
        "started": started.isoformat(timespec="seconds"),
        "seconds": round((datetime.now(UTC) - started).total_seconds(), 1),
        "inputs": [str(path) for path in paths],
        "polesitter": __version__,
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in ("pyarrow", "spacy")},
        "model": summary.model,
        "files": summary.files,
        "states": summary.states,
        "reports": summary.counts.reports,
        "results": summary.counts.results,
        "errors": summary.failed,
        "vanished": summary.vanished,
        "skipped": summary.skipped,
    }
    text = json.dumps(account, indent=1, sort_keys=True, ensure_ascii=True)
    store.write(RUN, f"{text}\n".encode())
