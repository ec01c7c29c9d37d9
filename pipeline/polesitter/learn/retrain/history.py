"""The history of the model: one line of JSON per retraining that was promoted."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One promotion. `data_date`: the latest session the model was taught, ISO.

    `scores`: cell F1 (0 to 1) on the gate's reports, of a model that was not taught them:
    "all", "dev" and each series group. `reason`: why it was kept although the gate was shut.
    """

    version: str
    parent: str
    reports: int
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    corpus_hash: str
    data_date: str | None
    scores: dict[str, float] = field(default_factory=dict)
    reason: str | None = None


def read_history(path: Path) -> list[HistoryLine]:
    """Return the promotions, oldest first; none where there is no file."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_line(json.loads(line)) for line in lines if line.strip()]


def history_text(line: HistoryLine) -> str:
    """Return a promotion as its line of JSON."""
    return json.dumps(asdict(line), ensure_ascii=False) + "\n"


def _line(told: dict[str, Any]) -> HistoryLine:
    lists = {name: tuple(told[name]) for name in ("added", "replaced")}
    return HistoryLine(**{**told, **lists})
