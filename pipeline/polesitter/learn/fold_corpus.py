"""The corpus without the reports of a fold, as folders from which a model can be built."""

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from polesitter.learn.corpus import GoldReport

LEFT_OUT = frozenset({"test", "sample"})
"""Folders of the corpus that no model is built from."""


def copy_without(corpus: Path, held: Collection[str], to: Path) -> None:
    """Copy a corpus, but nothing of the reports with the ids `held`.

    Whatever bears the id of a report goes with it: its records, marks and framing.
    """
    for path in sorted(corpus.rglob("*")):
        place = path.relative_to(corpus)
        if path.is_file() and path.stem not in held and place.parts[0] not in LEFT_OUT:
            (to / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to / place)


def write_plain(golds: Iterable[GoldReport], to: Path) -> None:
    """Write the texts of annotated reports, unmarked, as `<id>.txt`."""
    to.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        with (to / f"{gold.id}.txt").open("w", encoding="utf-8", newline="") as file:
            file.write(gold.text)
