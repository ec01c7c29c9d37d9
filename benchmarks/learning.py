"""Measure how a group of series is learned: `make bench-learning`, or with --quick a first look.

Takes one model for the start and two for each step, for each group: some hours of one core.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # Each worker starts from this file alone.

from learning_page import curve_of, draw_curves, section
from learning_steps import GROUPS, STEPS, Limits, Step, learn_group
from many_models import options_for
from page import ROOT, commit, with_section

from polesitter.learn.corpus import read_gold
from polesitter.learn.taught_parts import taught_parts

PAGE = ROOT / "docs" / "learning.md"
PLOT = ROOT / "docs" / "images" / "learning.svg"
QUICK = Limits(given=3, read=4)


def main() -> None:
    """Learn each group by itself, print the tables, and fill the page unless in a hurry."""
    parser = options_for("Learn each group of series from nothing.", "learning")
    parser.add_argument("--groups", nargs="+", choices=GROUPS, default=list(GROUPS))
    parser.add_argument("--quick", action="store_true", help="few reports, no page")
    parser.add_argument("--at-once", action="store_true", help="all reports in one step, no page")
    options = parser.parse_args()
    limits = QUICK if options.quick else Limits(steps=() if options.at_once else STEPS)
    learn = partial(learn_in, root=options.root, out=options.out, limits=limits)
    workers = min(options.jobs, len(options.groups))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(learn, options.groups))
    curves = [curve_of(group, steps) for group, steps in zip(options.groups, found, strict=True)]
    text = section(curves, made_with(options.root / "corpus"))
    print(text)
    if not (options.quick or options.at_once) and len(curves) == len(GROUPS):
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(with_section(page, text, "learning"), encoding="utf-8")
        draw_curves(curves, PLOT)


def made_with(corpus: Path) -> str:
    """Tell of which commit the tables are, and of which parts of the corpus."""
    parts = taught_parts(corpus)
    named = ", ".join(f"`corpus/{part.name}`" for part in parts)
    return f"Commit {commit()}; {len(list(read_gold(parts)))} annotated reports ({named})."


def learn_in(group: str, root: Path, out: Path, limits: Limits) -> list[Step]:
    """Learn one group in a folder of its own."""
    return learn_group(group, root, out / group, limits)


if __name__ == "__main__":
    main()
