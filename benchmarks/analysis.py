"""Measure the answers from tables: `python benchmarks/analysis.py [REPORTS]`, 20,000 by default."""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from season import write_season

REPORTS = 20_000
COMMANDS = (
    ("grid", "--series", "Series 3", "--year", "2012"),
    ("grid",),
    ("poles",),
    ("poles", "--by", "team"),
    ("gaps",),
    ("coverage",),
    ("conflicts",),
    ("conflicts", "--csv"),
)


def main() -> None:
    """Make the reports up, ask each question in a process of its own, print the seconds."""
    parser = argparse.ArgumentParser(description="Seconds per answer.")
    parser.add_argument("reports", nargs="?", type=int, default=REPORTS)
    reports = parser.parse_args().reports
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        write_season(out, reports)
        print(f"{reports:,} reports\n\n| command | seconds | CPU seconds |\n|---|---|---|")
        for command, *options in COMMANDS:
            taken, used = _ask(command, str(out), *options)
            asked = " ".join((command, "out/", *options))
            print(f"| `polesitter {asked}` | {taken:.2f} | {used:.2f} |")


def _ask(command: str, out: str, *options: str) -> tuple[float, float]:
    """Wall and CPU seconds of one command, start-up included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    run = [sys.executable, "-m", "polesitter.cli.main", command, out, *options]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return taken, used


if __name__ == "__main__":
    main()
