"""What others need for the same names: libraries in environments of their own.

Each wants its own versions of spaCy and numpy, so each is installed beside the project,
once, into out/bench. Without a package index it is left out, which is told.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PLACE = ROOT / "out" / "bench"
RUNNER = Path(__file__).resolve().parent / "peer_run.py"
PATIENCE = 1200
"""Seconds that installing, and then measuring, may take."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A library: how it is called in the table, and what is installed for it."""

    name: str
    told: str
    packages: tuple[str, ...]


PEERS = (
    Peer("edsnlp", "EDS-NLP `eds.matcher`, same names", ("edsnlp",)),
    # Its spaCy is built for numpy 1.
    Peer("medspacy", "medspaCy `target_matcher`, same names", ("medspacy>=1.3", "numpy<2")),
)


Prepare = Callable[[], Path]
"""Gives the Python of the environment that a library runs in."""


def measure_peers(
    batches: Sequence[Sequence[str]],
    terms: Sequence[tuple[str, str]],
    place: Path = PLACE,
    others: Sequence[tuple[Peer, Prepare]] = (),
) -> Iterator[dict[str, Any]]:
    """Yield name, seconds, seconds of the tokenizer beside it, and versions of each library.

    `batches`: texts, read in turn by the tokenizer and the library. `terms`: label and
    words. `others`: peers with environments made elsewhere, measured first. A library
    that cannot be installed or run is told on the standard error, with the last line of
    what went wrong, and passed over.
    """
    prepared: list[tuple[Peer, Prepare]] = [
        (peer, partial(_environment, peer, place / peer.name)) for peer in PEERS
    ]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "given.json"
        told = {"batches": list(batches), "terms": list(terms)}
        given.write_text(json.dumps(told), encoding="utf-8")
        for peer, environment in (*others, *prepared):
            try:
                answer = run([str(environment()), str(RUNNER), peer.name, str(given)])
            except (OSError, LookupError, subprocess.SubprocessError) as error:
                print(f"{peer.name} skipped: {_reason(error)}", file=sys.stderr)
                continue
            yield {"name": peer.told, **json.loads(answer.splitlines()[-1])}


def _environment(peer: Peer, folder: Path) -> Path:
    """The Python of an environment that has the library, made if there is none."""
    python, ready = folder / "bin" / "python", folder / ".ready"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", str(folder)])
        run([str(python), "-m", "pip", "install", "--quiet", *peer.packages])
        ready.touch()
    return python


def run(command: list[str]) -> str:
    """Run a command; return what it prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return done.stdout


def _reason(error: Exception) -> str:
    said = getattr(error, "stderr", None) or str(error)
    return str(said).strip().splitlines()[-1]
