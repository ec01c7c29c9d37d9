"""Hostile text in reports, names, values and file names is shown as text."""

import json
from typing import Any

import pytest

from .conftest import LAKE, StartReview
from .driving import opened
from .hostile import HIT, payloads

FILE_NAMES = [
    '"><img src=x onerror=1>.txt',
    "<script>1<.txt",
    "'onmouseover=1 x='.txt",
    "javascript:1.txt",
    "{{ 7 * 7 }}.txt",
    "%2e%2e%2f.txt",
    "\u202etxt.live.txt",
    "a#b?c&d.txt",
]
SOURCE = "lake.jsonl#<b>lake</b>"
MADE_OF_TEXT = "script, img, svg, math, iframe, style, a, details, input, b"


def check(page: Any, some: list[str], start_review: StartReview) -> None:
    # No report with a null byte is read; in what a reviewer types there may be one.
    lines = [one.replace("\0", "\1") for one in some]
    item = {"id": "<b>lake</b>", "text": LAKE + "\n" + "\n".join(lines) + "\n"}
    review = start_review({"lake.jsonl": json.dumps(item), **dict.fromkeys(FILE_NAMES, LAKE)})
    page.on("dialog", pytest.fail)
    page.goto(review.address)
    page.wait_for_selector("a.source")
    assert set(page.locator("a.source").all_text_contents()) == {SOURCE, *FILE_NAMES}
    key = review.report(SOURCE).rpartition("/")[2]
    desk = review.desk
    row = desk.sheet(key).rows()[0].id
    for number, one in enumerate(some[:: max(1, len(some) // 20)]):
        for kind in ({"kind": "cell", "row": row, "field": ["team", "car"][number % 2]},
                     {"kind": "session", "field": "event"}):  # fmt: skip
            desk.take(key, desk.sheet(key).history.revision, {**kind, "text": one})
    opened(page, review.report(SOURCE))
    shown = page.locator("#text p").all_text_contents()
    assert shown[-len(lines) :] == lines
    for part in ("#text", "#table", "#session"):
        assert page.locator(part).locator(MADE_OF_TEXT).count() == 0
    wanted = " ".join(one.split())
    assert wanted in page.locator("#table td").all_text_contents() + page.locator(
        "#session dd").all_text_contents()  # fmt: skip
    for name in FILE_NAMES:
        opened(page, review.report(name))
        assert page.locator("h1").text_content() == name
    assert page.evaluate("window.__hit") is None


def test_hostile_text_is_text(page: Any, start_review: StartReview) -> None:
    check(page, list(payloads())[::17], start_review)


@pytest.mark.full
def test_five_hundred_hostile_texts_are_text(page: Any, start_review: StartReview) -> None:
    some = list(payloads())
    assert len(set(some)) == 500
    check(page, some, start_review)


def test_the_payloads_would_do_harm(page: Any) -> None:
    page.set_content(f"<img src=x onerror='{HIT}'>")
    page.wait_for_function("window.__hit === 1")
