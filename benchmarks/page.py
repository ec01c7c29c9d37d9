"""The table of a benchmark, and its place in docs/performance.md."""

import platform
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from speed import Seconds

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- benchmark: start -->", "<!-- benchmark: end -->"
PLOTS = "plots"
PACKAGES = ("spacy", "numpy", "scipy")


@dataclass(frozen=True, slots=True)
class Speed:
    """A row of the table: seconds, those of the tokenizer beside it, its part of the time."""

    name: str
    seconds: float
    tokenizer: float
    part: float | None = None


def table(speeds: Sequence[Speed], words: int) -> str:
    """Words per second, share of the pipeline's time, share of the tokenizer's speed; Markdown."""
    lines = [
        "| | words/s | of the time | of the tokenizer's speed |",
        "|---|---:|---:|---:|",
    ]
    for speed in speeds:
        time = f"{speed.part:.1%}" if speed.part is not None else "–"
        share = speed.tokenizer / speed.seconds
        told = f"1/{1 / share:.1f}" if share < 0.995 else f"{share:.1f}"
        lines.append(f"| {speed.name} | {words / speed.seconds:,.0f} | {time} | {told} |")
    return "\n".join(lines)


def speeds_of(seconds: Seconds, peers: Iterable[Mapping[str, Any]] = ()) -> list[Speed]:
    """The rows of the table: tokenizer, components, whole pipeline, others."""
    bare, whole = seconds.bare, seconds.whole
    return [
        Speed("spaCy's bare tokenizer", bare, bare),
        *(
            Speed(f"component `{name}` alone", taken, bare, taken / whole)
            for name, taken in seconds.components.items()
        ),
        Speed("**polesitter, text to records**", whole, bare, 1.0),
        *(Speed(name, taken, bare) for name, taken in seconds.others.items()),
        *(Speed(peer["name"], peer["whole"], peer["tokenizer"]) for peer in peers),
    ]


def section(speeds: Sequence[Speed], words: int, reports: int, told: Sequence[str]) -> str:
    """The measured part of the page: table, texts, versions, commit.

    `told`: the model, and the versions of others.
    """
    versions = [*told, *(f"{name} {version(name)}" for name in PACKAGES)]
    return (
        f"{table(speeds, words)}\n\n"
        f"One process, {reports:,} reports, {words:,} words. {', '.join(versions)}, "
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


def with_section(page: str, measured: str, name: str = "benchmark") -> str:
    """The page with what stands between the markers replaced; at the end where it has none."""
    opener, closer = f"<!-- {name}: start -->", f"<!-- {name}: end -->"
    block = f"{opener}\n{measured}{closer}\n"
    before, start, rest = page.partition(opener)
    if not start:
        return f"{page.rstrip()}\n\n{block}" if page.strip() else block
    after = rest.partition(f"{closer}\n")[2]
    return f"{before}{block}{after}"
