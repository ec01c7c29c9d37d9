"""polesitter: qualifying reports become grids, every value with the words that prove it.

    import polesitter

    results = polesitter.extract("reports/")        # a DataFrame, one row per competitor
    season = polesitter.open("out/")                # what `polesitter extract -o out/` wrote
    nlp = polesitter.load()                         # the spaCy pipeline itself

Importing the package loads neither spaCy nor pandas; the first call does.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from polesitter.errors import PolesitterError

if TYPE_CHECKING:
    import pandas as pd
    from spacy.language import Language

    from polesitter.records.dataset.open import Dataset
    from polesitter.review.explain_report import ReportExplanation

__version__ = "0.1.0"

__all__ = ["PolesitterError", "__version__", "explain", "extract", "load", "open"]


def load(model: str | Path | None = None) -> "Language":
    """Load the spaCy pipeline that comes with the package, or another.

    `model` is a folder, the name of an installed spaCy package, or "module:function".
    Raises PolesitterError where it cannot be loaded.
    """
    from polesitter.run.model import load as load_model

    return load_model(model)


def extract(
    paths: str | Path | Sequence[str | Path],
    *,
    root: str | Path | None = None,
    model: str | Path | None = None,
    max_chars: int | None = None,
) -> "pd.DataFrame":
    """Return the results of the reports under `paths`: one row per competitor.

    `paths` are folders, files or patterns; sources are told from `root`, or from their
    common parent. Inputs set aside are warned of and listed in `.attrs["errors"]`.
    For thousands of reports use polesitter.run.batch.run_batch, which writes to disk.
    """
    from polesitter.run.in_memory import extract as extract_in_memory
    from polesitter.run.worker import MAX_CHARS

    limit = MAX_CHARS if max_chars is None else max_chars
    return extract_in_memory(paths, root=root, model=model, max_chars=limit)


def explain(
    path: str | Path,
    driver: str | None = None,
    *,
    model: str | Path | None = None,
    max_chars: int | None = None,
) -> list["ReportExplanation"]:
    """Read the reports of one file and tell why every value is what it is, or missing.

    `explain("a.txt")[0]["Hamilton"]["gap"]` is one field's explanation: `value`, `proofs`
    (words, sentence, rule and its place, weight), `why_empty` and `rivals`. `driver` keeps
    the rows of one driver, by any part of the name. Reports of the file that cannot be read
    are warned of. Raises PolesitterError where none can, or none names that driver.
    """
    from polesitter.review.explain_report import explain_path
    from polesitter.run.worker import MAX_CHARS

    limit = MAX_CHARS if max_chars is None else max_chars
    return explain_path(path, driver, model=model, max_chars=limit)


def open(out: str | Path) -> "Dataset":
    """Open the output folder of a run: .results, .sessions, .mentions and so on.

    All tables are of one run, even while the next is being written. Raises
    PolesitterError where `out` is no such folder.
    """
    from polesitter.records.dataset.open import open_dataset

    return open_dataset(out)
