"""Measure start-up: `python benchmarks/startup.py`, or --quick for a first look.

Each line is a process of its own; what counts is its CPU time, the least of some rounds.
"""

import argparse
import resource
import subprocess
import sys

from results import keep

ROUNDS = 7
COMMANDS = {
    "python, nothing imported": ["-c", "pass"],
    "polesitter --help": ["-m", "polesitter.cli.main", "--help"],
    "import polesitter": ["-c", "import polesitter"],
    "import spacy": ["-c", "import spacy"],
    "polesitter.load()": ["-c", "import polesitter; polesitter.load()"],
}


def main() -> None:
    """Measure, print the table, and keep the figures unless in a hurry."""
    parser = argparse.ArgumentParser(description="CPU seconds until something is ready.")
    parser.add_argument("--quick", action="store_true", help="one round, keep nothing")
    options = parser.parse_args()
    seconds = dict.fromkeys(COMMANDS, float("inf"))
    for _ in range(1 if options.quick else ROUNDS):
        for name, command in COMMANDS.items():
            seconds[name] = min(seconds[name], cpu_seconds([sys.executable, *command]))
    print("| | CPU seconds |\n|---|---:|")
    for name, taken in seconds.items():
        print(f"| `{name}` | {taken:.2f} |")
    if not options.quick:
        keep("startup", seconds)


def cpu_seconds(command: list[str]) -> float:
    """User and system seconds of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
