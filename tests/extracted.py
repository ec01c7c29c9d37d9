"""Reports as the real pipeline reads them, in a folder to review."""

from collections.abc import Mapping
from pathlib import Path

from polesitter.review.app.library import Library
from polesitter.run.batch import run_batch


def library_of(reports: Mapping[str, str], folder: Path) -> Library:
    """Write reports by their names into an empty folder, and extract them there."""
    for name, text in reports.items():
        path = folder / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    run_batch([folder / "reports"], folder / "out")
    return Library(folder / "out")
