"""Measure how a group of series is learned: `make bench-learning`, or with --quick a first look.

Takes one model for the start and two for each step, for each group: some hours of one core.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # Each worker starts from this file alone.

from learning_page import curve_of, draw_curves, page
from learning_steps import GROUPS, Limits, Step, learn_group
from page import ROOT, commit

from polesitter.learn.corpus import read_gold
from polesitter.learn.retrain.fingerprint import taught_parts

PAGE = ROOT / "docs" / "learning.md"
PLOT = ROOT / "docs" / "images" / "learning.svg"
QUICK = Limits(given=3, read=4)


def main() -> None:
    """Learn each group by itself, print the page, and write it unless in a hurry."""
    parser = argparse.ArgumentParser(description="Learn each group of series from nothing.")
    parser.add_argument("--groups", nargs="+", choices=GROUPS, default=list(GROUPS))
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="groups at a time")
    parser.add_argument("--root", type=Path, default=ROOT, help="corpus/, patterns/ and models/")
    parser.add_argument("--out", type=Path, default=ROOT / "out" / "learning")
    parser.add_argument("--quick", action="store_true", help="few reports, no page")
    options = parser.parse_args()
    limits = QUICK if options.quick else Limits()
    learn = partial(learn_in, root=options.root, out=options.out, limits=limits)
    workers = min(options.jobs, len(options.groups))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(learn, options.groups))
    curves = [curve_of(group, steps) for group, steps in zip(options.groups, found, strict=True)]
    reports = len(list(read_gold(taught_parts(options.root / "corpus"))))
    text = page(curves, f"Commit {commit()}, {reports} annotated reports of all groups together.")
    print(text)
    if not options.quick and len(curves) == len(GROUPS):
        PAGE.write_text(text, encoding="utf-8")
        draw_curves(curves, PLOT)


def learn_in(group: str, root: Path, out: Path, limits: Limits) -> list[Step]:
    """Learn one group in a folder of its own."""
    return learn_group(group, root, out / group, limits)


if __name__ == "__main__":
    main()
