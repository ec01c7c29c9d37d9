"""Measure the review page: `python benchmarks/review.py`; CPU seconds of the server.

One report of 50,000 words is opened and edited; a queue of 20,000 reports is listed.
"""

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from texts import varied_texts

from polesitter.review.app.desk import Desk
from polesitter.review.app.journal import Journal
from polesitter.review.app.library import Library
from polesitter.review.app.queue import page_of
from polesitter.review.app.view import changed_view, whole_view
from polesitter.run.batch import run_batch
from polesitter.run.model import load

T = TypeVar("T")

WORDS = 50_000
EDITS = 25
REPORTS = 20_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure the review page.")
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--reports", type=int, default=REPORTS)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        desk = desk_of(Path(folder) / "long", ["\n\n".join(varied_texts(options.words))])
        one_report(desk)
    with TemporaryDirectory() as folder:
        short = [f"Driver {number} won the pole at Daytona." for number in range(options.reports)]
        desk = desk_of(Path(folder) / "many", short)
        a_queue(desk)


def desk_of(folder: Path, texts: list[str]) -> Desk:
    """Return a desk with reports of these texts, as after the first start of a review."""
    folder.mkdir()
    lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(texts))
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    run_batch([folder / "reports.jsonl"], folder / "out", workers=None, max_chars=2_000_000)
    library = Library(folder / "out")
    nlp = load()
    seconds, desk = timed(Desk, nlp, library, Journal(folder / "log", "me", "m"), folder / "gold")
    print(f"start with {len(texts):,} reports   {seconds:6.3f} s")
    return desk


def one_report(desk: Desk) -> None:
    """Open the only report and correct it here and there."""
    key = desk.queue[0].key
    seconds, text = timed(opened, desk, key)
    print(f"open {desk.queue[0].words:,} words        {seconds:6.3f} s, {len(text):,} characters")
    sheet = desk.sheet(key)
    took = []
    for number in range(EDITS):
        drivers = [one for one in sheet.draft.mentions if one.label == "DRIVER"]
        one = drivers[number * len(drivers) // EDITS]
        step = {"kind": "unmark", "start": one.start, "end": one.end}
        took.append(timed(taken, desk, key, step)[0])
    took.sort()
    print(f"edit: median {took[EDITS // 2]:.3f} s, slowest {took[-1]:.3f} s")
    print(f"undo                      {timed(taken, desk, key, {'kind': 'undo'})[0]:6.3f} s")
    print(f"accept                    {timed(taken, desk, key, {'kind': 'accept'})[0]:6.3f} s")


def a_queue(desk: Desk) -> None:
    """List a page in the middle, and search."""
    seconds, page = timed(page_of, desk.listed(), 200)
    print(f"page {page.number} of {page.pages}            {seconds:6.3f} s")
    print(f"search                    {timed(desk.listed, 'open', 'daytona')[0]:6.3f} s")


def opened(desk: Desk, key: str) -> str:
    """Answer as the server does when a report is opened."""
    return json.dumps(whole_view(desk.sheet(key)))


def taken(desk: Desk, key: str, step: dict[str, Any]) -> str:
    """Answer as the server does when a step is taken."""
    sheet = desk.sheet(key)
    before = sheet.draft
    desk.take(key, sheet.history.revision, step)
    return json.dumps(changed_view(sheet, sheet.changed_parts(before)))


def timed(work: Callable[..., T], *given: Any) -> tuple[float, T]:
    """Return the CPU seconds of this process that some work takes, and its answer."""
    before = time.process_time()
    answer = work(*given)
    return time.process_time() - before, answer


if __name__ == "__main__":
    main()
