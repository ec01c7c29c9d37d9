"""Pictures of the report of a retraining; PICTURES=rewrite puts them into docs/images."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from polesitter.analysis.retraining.write import write_report

from ...needed import package
from ...retraining_sample import HISTORY, promoted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures(browser: Any, root: Path, tmp_path: Path, scheme: str) -> None:
    package("vl_convert")
    write_report(tmp_path, promoted(), HISTORY)
    page = browser.new_page(viewport={"width": 1180, "height": 900}, color_scheme=scheme)
    page.goto((tmp_path / "report.html").as_uri())
    shot = tmp_path / f"retraining-{scheme}.png"
    page.screenshot(path=shot, animations="disabled")
    page.close()
    assert shot.stat().st_size > 20_000
    if os.environ.get("PICTURES") == "rewrite":
        shutil.copy(shot, root / "docs" / "images" / shot.name)
