import json
from pathlib import Path

import pytest

from polesitter.review.app.journal import Journal, Subject

LAKE = Subject("lake.txt", "1" * 64)
POND = Subject("pond.txt", "2" * 64)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "decisions.jsonl", "Zo\u00eb", "en_x 1.0", clock=clock)


def clock() -> str:
    return "2024-05-19T08:00:00+00:00"


def test_steps_come_back_by_report_and_in_order(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    journal.append(POND, 1, {"kind": "skip"})
    journal.append(LAKE, 2, {"kind": "undo"})
    assert journal.read() == {
        LAKE: [{"kind": "accept"}, {"kind": "undo"}],
        POND: [{"kind": "skip"}],
    }


def test_a_line_tells_who_when_and_with_which_model(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    assert json.loads(journal.path.read_text()) == {
        "time": "2024-05-19T08:00:00+00:00",
        "author": "Zo\u00eb",
        "model": "en_x 1.0",
        "source": "lake.txt",
        "sha256": "1" * 64,
        "revision": 1,
        "step": {"kind": "accept"},
    }


@pytest.mark.parametrize("kept", [1, 20, 60])
def test_a_line_cut_short_by_a_crash_costs_only_itself(journal: Journal, kept: int) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    whole = journal.path.read_bytes()
    journal.path.write_bytes(whole + whole[:kept])
    assert journal.read() == {LAKE: [{"kind": "accept"}]}
    journal.append(LAKE, 2, {"kind": "undo"})
    assert journal.read() == {LAKE: [{"kind": "accept"}, {"kind": "undo"}]}


def test_a_whole_last_line_that_lacks_only_its_end_stands(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    journal.path.write_bytes(journal.path.read_bytes().rstrip(b"\n"))
    journal.append(LAKE, 2, {"kind": "undo"})
    assert len(journal.read()[LAKE]) == 2


def test_a_line_that_the_disk_did_not_confirm_gives_way_to_the_next(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    journal.append(LAKE, 2, {"kind": "undo"})
    journal.append(LAKE, 2, {"kind": "skip"})
    assert journal.read() == {LAKE: [{"kind": "accept"}, {"kind": "skip"}]}


def test_what_was_written_is_never_changed(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    before = journal.path.read_bytes()
    journal.append(POND, 1, {"kind": "accept", "note": "\u2028\n\x00"})
    assert journal.path.read_bytes().startswith(before)
    assert journal.path.read_bytes().count(b"\n") == 2


def test_a_report_that_has_changed_since_begins_anew(journal: Journal) -> None:
    journal.append(LAKE, 1, {"kind": "accept"})
    assert Subject("lake.txt", "3" * 64) not in journal.read()


@pytest.mark.parametrize("line", ["[]", "3", "null", '{"source": 1}', "\x00\x00", "{"])
def test_lines_of_another_kind_are_passed_over(journal: Journal, line: str) -> None:
    journal.path.write_text(line + "\n")
    journal.append(LAKE, 1, {"kind": "accept"})
    assert journal.read() == {LAKE: [{"kind": "accept"}]}
