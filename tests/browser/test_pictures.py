"""Pictures of the review page for the docs; PICTURES=rewrite puts them into docs/images."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from .conftest import StartReview
from .driving import in_view, opened, paper, press, saved, table, to_cell, to_mention

NAMES = ("cup-darlington-pole.txt", "arca-toledo.txt", "2025-06-14-lime-rock-pilot.txt",
         "british-gt-oulton.md", "trucks-gateway.txt", "speedway-four-laps.txt",
         "supercars-bathurst-shootout.txt", "btcc-thruxton.txt")  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(
    page: Any, start_review: StartReview, root: Path, tmp_path: Path, scheme: Any
) -> None:
    sample = root / "corpus" / "sample"
    reports = {name: (sample / name).read_text(encoding="utf-8") for name in NAMES}
    review = start_review(reports)
    page.emulate_media(color_scheme=scheme)
    page.goto(review.address)
    page.wait_for_selector("a.source")
    shots = [tmp_path / f"review-queue-{scheme}.png", tmp_path / f"review-{scheme}.png"]
    assert set(in_view(page, "a.source")) == set(NAMES)
    page.screenshot(path=shots[0])
    opened(page, review.report("arca-toledo.txt"))
    press(page, "F6")
    to_cell(page, "Grant Oakley", "team")
    page.keyboard.type("Pinnacle Hill")
    press(page, "Enter")
    saved(page, 1)
    to_cell(page, "Landon Crewe", "gap")
    press(page, "F6")
    to_mention(page, "0.037 seconds")
    assert {row["driver"]: row["team"] for row in table(page)}["Grant Oakley"] == "Pinnacle Hill"
    assert "Pinnacle Hill" in in_view(page, "#table td")
    assert in_view(page, "mark.current") == ["0.037 seconds"]
    assert (paper(page) > 380) is (scheme == "light")
    page.screenshot(path=shots[1])
    for shot in shots:
        assert shot.stat().st_size > 20_000
        if os.environ.get("PICTURES") == "rewrite":
            shutil.copy(shot, root / "docs" / "images" / shot.name)
