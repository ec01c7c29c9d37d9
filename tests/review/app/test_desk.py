from pathlib import Path
from typing import Any

import pytest

from polesitter.errors import PolesitterError
from polesitter.learn.corpus import read_gold
from polesitter.review.app.desk import Desk, StaleError, alone_in
from polesitter.review.app.keys import key_of
from polesitter.review.app.row_ids import anchor_of
from polesitter.review.app.sheet import Sheet

LAKE = key_of("lake.txt")


def do(desk: Desk, *steps: dict[str, Any], key: str = LAKE) -> Sheet:
    sheet = desk.sheet(key)
    for step in steps:
        sheet = desk.take(key, sheet.history.revision, step)
    return sheet


def accepted(desk: Desk) -> dict[str, Any]:
    return {gold.id: gold for gold in read_gold([desk.corpus])}


def set_gap(row: str, text: str) -> dict[str, Any]:
    return {"kind": "cell", "row": row, "field": "gap", "text": text}


def row_of(sheet: Sheet, driver: str) -> str:
    return next(row.id for row in sheet.rows() if row.values["driver"] == driver)


def test_accepting_writes_what_the_page_shows(desk: Desk) -> None:
    row = row_of(desk.sheet(LAKE), "Bo Carr")
    sheet = do(desk, set_gap(row, "~0.5"), {"kind": "accept"})
    gold = accepted(desk)["lake"]
    assert gold.text == sheet.reading.text
    carr = next(record for record in gold.records if record["driver"] == "Bo Carr")
    assert (carr["gap"], carr["gap_approx"]) == (0.5, True)
    assert list(gold.records) == [row.values for row in sheet.rows()]
    assert gold.session["date"] == "2024-05-18"


def test_a_restart_loses_nothing(open_desk: Any) -> None:
    desk = open_desk()
    row = row_of(desk.sheet(LAKE), "Bo Carr")
    do(desk, set_gap(row, "0.5"), set_gap(row, "0.6"), {"kind": "undo"})
    again = open_desk()
    assert again.sheet(LAKE).history.revision == 3
    assert again.sheet(LAKE).draft == desk.sheet(LAKE).draft
    do(again, {"kind": "redo"})
    assert again.sheet(LAKE).draft.pins[row]["gap"].values["gap"] == 0.6


def test_a_stale_step_changes_nothing(desk: Desk) -> None:
    do(desk, {"kind": "skip"})
    before = desk.journal.path.read_bytes()
    with pytest.raises(StaleError):
        desk.take(LAKE, 0, {"kind": "accept"})
    assert desk.journal.path.read_bytes() == before
    assert desk.sheet(LAKE).history.revision == 1


def test_a_step_that_makes_no_sense_is_not_logged(desk: Desk) -> None:
    with pytest.raises(PolesitterError):
        desk.take(LAKE, 0, set_gap("a0", "fast"))
    with pytest.raises(PolesitterError):
        desk.take(LAKE, 0, {"kind": "undo"})
    assert not desk.journal.path.exists()


def test_undoing_an_acceptance_takes_the_files_back(desk: Desk) -> None:
    do(desk, {"kind": "accept"})
    do(desk, {"kind": "undo"})
    assert accepted(desk) == {}
    do(desk, {"kind": "redo"})
    assert list(accepted(desk)) == ["lake"]


def test_a_later_edit_leaves_the_files_until_it_is_accepted(desk: Desk) -> None:
    row = row_of(desk.sheet(LAKE), "Bo Carr")
    do(desk, {"kind": "accept"}, set_gap(row, "0.7"))
    assert desk.status(LAKE) == "changed"
    assert all(record["gap"] != 0.7 for record in accepted(desk)["lake"].records)
    do(desk, {"kind": "accept"})
    assert any(record["gap"] == 0.7 for record in accepted(desk)["lake"].records)


def test_only_an_acceptance_writes_files(desk: Desk) -> None:
    row = row_of(desk.sheet(LAKE), "Bo Carr")
    do(desk, {"kind": "accept"})
    (desk.corpus / "lake.json").write_text("as it was accepted")
    do(desk, set_gap(row, "0.7"), {"kind": "undo"})
    assert (desk.corpus / "lake.json").read_text() == "as it was accepted"


def test_files_lost_in_a_crash_are_written_at_the_next_start(open_desk: Any) -> None:
    desk = open_desk()
    do(desk, {"kind": "accept"})
    whole = accepted(desk)["lake"]
    (desk.corpus / "lake.json").unlink()
    assert accepted(open_desk())["lake"] == whole


def test_a_file_of_somebody_else_is_not_overwritten(desk: Desk) -> None:
    (desk.corpus / "lake.json").write_text("{}")
    with pytest.raises(PolesitterError, match=r"lake\.json is there already"):
        do(desk, {"kind": "accept"})
    assert (desk.corpus / "lake.json").read_text() == "{}"
    assert desk.status(LAKE) == "open"


def test_reports_of_one_name_in_two_folders_are_both_kept(desk: Desk) -> None:
    do(desk, {"kind": "accept"})
    do(desk, {"kind": "accept"}, key=key_of("deep/lake.txt"))
    assert len(accepted(desk)) == 2


def test_a_mended_boundary_mends_the_row_and_keeps_its_pins(desk: Desk) -> None:
    sheet = desk.sheet(LAKE)
    start = sheet.reading.text.index("Bo Carr")
    full = {"start": start, "end": start + 7}
    do(desk, {"kind": "move", **full, "to": [start + 3, start + 7]})
    row = row_of(sheet, "Carr")
    assert anchor_of(row) == start + 3
    do(desk, set_gap(row, "0.5"))
    do(desk, {"kind": "move", "start": start + 3, "end": start + 7, "to": [start, start + 7]})
    carr = next(row for row in sheet.rows() if row.values["driver"] == "Bo Carr")
    assert carr.values["gap"] == 0.5


def test_the_following_report_is_the_next_that_is_open(desk: Desk) -> None:
    keys = [entry.key for entry in desk.queue]
    assert desk.following(keys[0]) == keys[1]
    do(desk, {"kind": "skip"}, key=keys[1])
    assert desk.following(keys[0]) == keys[2]
    assert desk.following(keys[-1]) == keys[0]
    for key in (keys[0], *keys[2:]):
        do(desk, {"kind": "skip"}, key=key)
    assert desk.following(keys[0]) is None


def test_counts(open_desk: Any) -> None:
    desk = open_desk()
    do(desk, {"kind": "accept"})
    assert (desk.counts.total, desk.counts.accepted, desk.counts.session) == (4, 1, 1)
    assert (open_desk().counts.accepted, open_desk().counts.session) == (1, 0)


def test_two_reviews_of_one_folder(tmp_path: Path) -> None:
    with (
        alone_in(tmp_path / "corpus"),
        pytest.raises(PolesitterError, match="another review"),
        alone_in(tmp_path / "corpus"),
    ):
        pass
    with alone_in(tmp_path / "corpus"):
        pass
