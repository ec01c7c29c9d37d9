"""The table of a benchmark, and its place in docs/performance.md."""

import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from speed import Seconds

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- benchmark: start -->", "<!-- benchmark: end -->"
PACKAGES = ("spacy", "numpy", "scipy")


def table(seconds: Seconds, words: int) -> str:
    """Words per second, share of the pipeline's time, share of the tokenizer's speed; Markdown."""
    lines = [
        "| | words/s | of the time | of the tokenizer's speed |",
        "|---|---:|---:|---:|",
    ]
    for name, taken in _rows(seconds):
        time = f"{taken / seconds.whole:.1%}" if taken <= seconds.whole else "–"
        share = seconds.tokenizer / taken
        told = f"1/{1 / share:.1f}" if share < 0.995 else f"{share:.1f}"
        lines.append(f"| {name} | {words / taken:,.0f} | {time} | {told} |")
    return "\n".join(lines)


def _rows(seconds: Seconds) -> Iterator[tuple[str, float]]:
    yield "bare tokenizer", seconds.tokenizer
    for name, taken in seconds.components.items():
        yield f"component `{name}` alone", taken
    yield "**polesitter, text to records**", seconds.whole
    yield "spaCy tokenizer + `ner` (default CNN), entities only", seconds.stock


def section(seconds: Seconds, words: int, reports: int, model: str) -> str:
    """The measured part of the page: table, texts, versions, commit."""
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{table(seconds, words)}\n\n"
        f"One process, {reports:,} reports, {words:,} words. {model}, {versions}, "
        f"Python {platform.python_version()}, {platform.machine()}; commit {commit()}.\n"
    )


def commit() -> str:
    """The commit that was measured, marked where files differ from it."""
    try:
        found = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--exclude=*"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()


def with_section(page: str, measured: str) -> str:
    """The page with what stands between the markers replaced; at the end where it has none."""
    block = f"{START}\n{measured}{END}\n"
    before, start, rest = page.partition(START)
    if not start:
        return f"{page.rstrip()}\n\n{block}" if page.strip() else block
    after = rest.partition(f"{END}\n")[2]
    return f"{before}{block}{after}"
