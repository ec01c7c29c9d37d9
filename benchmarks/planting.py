"""Folders of generated reports, the same for the same number."""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"


def plant_folder(folder: Path, reports: int) -> int:
    """Write generated reports of all styles, a thousand to a folder; return their words."""
    sys.path.append(str(TESTS))
    from planted import STYLES, plant

    styles = sorted(STYLES)
    words = 0
    for number in range(reports):
        text = plant(styles[number % len(styles)], number).text
        place = folder / f"{number // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:07d}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words
