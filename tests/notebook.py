"""Running a notebook, and what it shows in a form that can be compared."""

import os
import re
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

TIMEOUT = 300
"""Seconds that a cell may take, on a machine that does much else."""
TABLE, PICTURE = "text/html", "image/svg+xml"


def run_notebook(path: Path, place: Path) -> Any:
    """Return the notebook with the outputs of a run in the folder `place`."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        patch.setenv("IPYTHONDIR", str(place / "ipython"))
        patch.setenv("COLUMNS", "80")
        where = {"metadata": {"path": str(place)}}
        NotebookClient(
            notebook,
            timeout=TIMEOUT,
            startup_timeout=TIMEOUT,
            iopub_timeout=TIMEOUT,  # Else what comes late is not shown.
            resources=where,
            record_timing=False,
        ).execute()
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def shown(notebook: Any) -> list[list[str]]:
    """What each cell shows: text and tables as words, a picture by its kind."""
    return [[_words(output) for output in cell.get("outputs", [])] for cell in notebook.cells]


def _words(output: Any) -> str:
    data = output.get("data", {})
    if PICTURE in data:
        return PICTURE
    if TABLE in data:
        return re.sub(r"<style.*?</style>|<[^>]*>|\s+", " ", data[TABLE], flags=re.S)
    return str(output.get("text") or data["text/plain"])
