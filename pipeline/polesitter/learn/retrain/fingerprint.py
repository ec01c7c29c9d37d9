"""From what a model was learned: digests of corpus and patterns, and the date of the data."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from polesitter.learn.corpus import TRAINED_ON, GoldReport
from polesitter.learn.retrain.folder_digest import files_digest


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Digests (SHA-256, hexadecimal) of what the model is taught, and of the patterns."""

    corpus: str
    patterns: str


def fingerprint(corpus: Path, patterns: Path) -> Fingerprint:
    """Return the fingerprint of two folders as they stand."""
    marked = [
        path
        for part in taught_parts(corpus)
        for suffix in (".txt", ".json")
        for path in part.glob(f"*{suffix}")
    ]
    # Beside the parts stands which reports are invented and teach no names.
    marked += corpus.glob("*.txt")
    written = [path for path in patterns.rglob("*") if path.is_file()]
    return Fingerprint(
        files_digest(corpus, _shown(marked)), files_digest(patterns, _shown(written))
    )


def taught_parts(corpus: Path) -> list[Path]:
    """Return the folders of a corpus that a model is taught."""
    return [corpus / part for part in TRAINED_ON if (corpus / part).is_dir()]


def data_date(reports: Iterable[GoldReport]) -> str | None:
    """Return the latest session date of reports, ISO; None where none has a date."""
    dates = [str(date) for report in reports if (date := report.session.get("date"))]
    return max(dates, default=None)


def _shown(paths: Iterable[Path]) -> list[Path]:
    """Files that are not hidden: unfinished ones are."""
    return [path for path in paths if not path.name.startswith(".")]
