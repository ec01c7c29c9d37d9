"""The parts of a corpus that a model is taught; corpus/test is never among them."""

from pathlib import Path

TAUGHT = ("train", "dev", "own", "added")


def taught_parts(corpus: Path) -> list[Path]:
    """Return the folders of a corpus that a model is taught, those that there are."""
    return [corpus / part for part in TAUGHT if (corpus / part).is_dir()]
