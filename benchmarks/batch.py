"""Measure whole runs: scaling, reruns, memory, engines; writes its table into docs/scale.md.

python benchmarks/batch.py            20,000 reports, growth to 100,000: 15 minutes on four cores
python benchmarks/batch.py --quick    a tenth of it by default; choose with --reports
"""

import argparse
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from measured_run import Measured, measure
from page import commit, with_section
from planting import plant_folder
from results import keep

from polesitter.run.update import Means

PAGE = Path(__file__).resolve().parents[1] / "docs" / "scale.md"
REPORTS, GROWTH = 20_000, (1_000, 10_000, 100_000)
WORKERS = (1, 2, 4)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `kept`: what a plot is drawn of, by name."""

    what: str
    measured: str
    kept: tuple[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Grown:
    """A run of so many reports with two workers: time per report, the most a worker held."""

    reports: int
    milliseconds: float
    megabytes: float


def main() -> None:
    """Measure, print, and write the page unless in a hurry."""
    parser = argparse.ArgumentParser(description="Measure whole runs.")
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--growth", type=int, nargs="+", default=GROWTH, metavar="N")
    parser.add_argument("--model", help="another model, or module:function for a light pipeline")
    parser.add_argument("--quick", action="store_true", help="print only, write no page")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as place:
        for row in measure_all(Path(place), options.reports, options.growth, options.model):
            print(f"{row.what}: {row.measured}", flush=True)
            rows.append(row)
    if not options.quick:
        keep("batch", {"reports": options.reports, **figures(rows)})
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(with_section(page, section(rows)), encoding="utf-8")


def measure_all(
    place: Path, reports: int, growth: Sequence[int], model: str | None
) -> Iterator[Row]:
    """Yield every line of the table as it is measured."""
    words = plant_folder(place / "in", reports)
    yield Row("generated reports", f"{reports:,}, {words:,} words")
    alone = None
    for workers in WORKERS:
        found = measure(place / "in", place / f"out{workers}", Means(workers), model)
        alone = alone or found
        yield Row(
            f"own pool, {workers} worker{'s'[: workers > 1]}",
            _told(found, alone, words, reports),
            ("scaling", (workers, found.rate / alone.rate)),
        )
        if workers == WORKERS[-1]:
            yield from reruns(place / "in", place / f"out{workers}", found, workers, model)
    dask = measure(place / "in", place / "dask", Means(WORKERS[-1], "dask"), model)
    assert alone is not None
    yield Row(f"Dask, {WORKERS[-1]} workers", _told(dask, alone, words, reports))
    yield from growing(place, growth, model)


def reruns(
    folder: Path, out: Path, first: Measured, workers: int, model: str | None
) -> Iterator[Row]:
    """Measure runs that find nothing, then one report, to do."""
    name = f"all read, {workers} workers"
    yield Row("first run", f"{first.seconds:.2f} s", _rerun(name, first))
    again = measure(folder, out, Means(workers), model)
    assert again.summary.counts.reports == 0
    yield Row("rerun, nothing changed", _share(again, first), _rerun("nothing changed", again))
    changed = sorted(folder.rglob("*.txt"))[0]
    changed.write_text(changed.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
    once_more = measure(folder, out, Means(workers=None), model)
    assert once_more.summary.counts.reports == 1
    yield Row(
        "rerun, one report changed", _share(once_more, first), _rerun("one changed", once_more)
    )


def growing(place: Path, growth: Sequence[int], model: str | None) -> Iterator[Row]:
    """Measure ever more reports with two workers: memory and time of each report."""
    found = []
    for reports in growth:
        folder = place / f"grown{reports}"
        plant_folder(folder, reports)
        run = measure(folder, place / f"grown-out{reports}", Means(2), model)
        found.append(Grown(reports, 1000 / run.rate, max(run.peaks) / 1e6))
    few, many = found[0], found[-1]
    span = f"{few.reports:,} to {many.reports:,} reports"
    memory = f"{few.megabytes:,.0f} to {many.megabytes:,.0f} MB"
    time = f"{few.milliseconds:.2f} to {many.milliseconds:.2f} ms"
    yield Row(
        f"peak memory of a worker, {span}",
        f"{memory} ({many.megabytes / few.megabytes - 1:+.1%})",
        ("growth", [asdict(one) for one in found]),
    )
    yield Row(
        f"time per report, {span}", f"{time} ({many.milliseconds / few.milliseconds - 1:+.1%})"
    )


def figures(rows: Sequence[Row]) -> dict[str, Any]:
    """What plots are drawn of: [workers, times one], seconds by run, a list of Grown."""
    kept = [row.kept for row in rows if row.kept]
    return {
        "scaling": [told for name, told in kept if name == "scaling"],
        "reruns": dict(told for name, told in kept if name == "reruns"),
        "growth": next((told for name, told in kept if name == "growth"), []),
    }


def section(rows: list[Row]) -> str:
    """The measured part of the page."""
    lines = ["| | measured |", "|---|---|", *(f"| {row.what} | {row.measured} |" for row in rows)]
    versions = ", ".join(f"{name} {version(name)}" for name in ("spacy", "distributed"))
    machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.0f} at the end"
    told = f"Python {platform.python_version()}, {versions}, {machine}; commit {commit()}."
    return "\n".join(lines) + f"\n\n{told}\n"


def _told(found: Measured, alone: Measured, words: int, reports: int) -> str:
    per_second = found.rate * words / reports
    times = found.rate / alone.rate
    memory = sum(found.peaks) / 1e6
    told = f"{per_second:,.0f} words/s, {times:.2f} times one worker, {found.seconds:.1f} s in all"
    return f"{told}, {memory:,.0f} MB in workers" if memory else told


def _rerun(name: str, run: Measured) -> tuple[str, tuple[str, float]]:
    return "reruns", (name, run.seconds)


def _share(again: Measured, first: Measured) -> str:
    return f"{again.seconds:.2f} s, {again.seconds / first.seconds:.1%} of the first run"


if __name__ == "__main__":
    main()
