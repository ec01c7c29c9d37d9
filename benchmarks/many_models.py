"""What runs that build many models share: their options, the drawing of reports, silence."""

import argparse
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from page import ROOT

from polesitter.learn.corpus import GoldReport


def options_for(description: str, out: str, jobs: int | None = None) -> argparse.ArgumentParser:
    """Return a parser of --jobs, --root and --out; `out`: the folder's name within out/.

    `jobs`: how many models at a time unless told otherwise; None: one on each core.
    """
    parser = argparse.ArgumentParser(description=description)
    cores = os.cpu_count() or 1
    parser.add_argument("--jobs", type=int, default=jobs or cores, help="models built at a time")
    parser.add_argument("--root", type=Path, default=ROOT, help="corpus/, patterns/ and models/")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / out)
    return parser


def drawn(golds: Iterable[GoldReport], salt: str = "") -> list[GoldReport]:
    """Return reports in an order that only their ids decide, another for each `salt`."""

    def lot(gold: GoldReport) -> str:
        return hashlib.sha256(f"{salt}{gold.id}".encode()).hexdigest()

    return sorted(golds, key=lot)


def silent(_step: str) -> None:
    """Say nothing of a step: several runs are under way, and would be mixed up on the screen."""
