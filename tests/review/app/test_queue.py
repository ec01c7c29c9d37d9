from dataclasses import replace
from typing import Any

import pytest

from polesitter.review.app.desk import Desk
from polesitter.review.app.queue import PAGE, Entry, page_of

PLAIN = Entry("k", "a.txt", "", 300, 1.0, 10, 0.9, 0, 0, 0)


@pytest.mark.parametrize(
    "more",
    [
        {"confidence": 0.5},
        {"flags": 3},
        {"twofold": 2},
        {"new": 4},
        {"confidence": None, "rows": 0},
    ],
    ids=str,
)
def test_what_teaches_more(more: dict[str, Any]) -> None:
    assert replace(PLAIN, **more).teaches > PLAIN.teaches


def test_what_is_no_qualifying_report_teaches_nothing() -> None:
    assert replace(PLAIN, qualifying=0.0, new=9).teaches == 0.0


def test_the_queue_of_a_dataset(desk: Desk) -> None:
    entries = {entry.source: entry for entry in desk.queue}
    assert set(entries) == {"lake.txt", "deep/lake.txt", "note.txt", "emoji.txt"}
    assert entries["lake.txt"].rows >= 2
    assert entries["lake.txt"].new >= 1
    assert desk.queue[-1].source == "note.txt"


@pytest.mark.parametrize(
    ("number", "total", "shown", "first"),
    [(1, 120, 50, 0), (3, 120, 20, 100), (99, 120, 20, 100), (0, 120, 50, 0), (1, 0, 0, None)],
)
def test_pages(number: int, total: int, shown: int, first: int | None) -> None:
    entries = [replace(PLAIN, key=str(n)) for n in range(total)]
    page = page_of(entries, number)
    assert (len(page.entries), page.total, page.pages) == (shown, total, max(1, -(-total // PAGE)))
    assert first is None or page.entries[0].key == str(first)


def test_a_queue_is_searched_and_told_by_state(desk: Desk) -> None:
    assert [entry.source for entry in desk.listed(search="EMOJI")] == ["emoji.txt"]
    key = desk.listed(search="emoji")[0].key
    desk.take(key, 0, {"kind": "skip"})
    assert key not in [entry.key for entry in desk.listed()]
    assert [entry.key for entry in desk.listed("skipped")] == [key]
    assert len(desk.listed("all")) == 4
