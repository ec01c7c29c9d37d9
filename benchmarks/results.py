"""What the benchmarks measured, kept as JSON for the page and its plots."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent / "results"


def keep(name: str, measured: Any, folder: Path = FOLDER) -> None:
    """Write what one benchmark measured; plain values alone."""
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps(measured, indent=1, ensure_ascii=False)
    (folder / f"{name}.json").write_text(f"{told}\n", encoding="utf-8")


def kept(name: str, folder: Path = FOLDER) -> Any:
    """Read what one benchmark measured last; None where it never ran."""
    path = folder / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
