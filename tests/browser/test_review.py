"""A report reviewed from queue to corpus with no hand on the mouse."""

from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.corpus import read_gold

from .conftest import LAKE, Review, StartReview
from .driving import opened, press, said, saved, state, table, to_cell, to_mention


def drivers(page: Any) -> list[str]:
    return [row["driver"] for row in table(page)]


def test_a_review_by_keyboard(page: Any, review: Review) -> None:
    page.goto(review.address)
    page.wait_for_selector("a.source")
    while page.evaluate("document.activeElement.textContent") != "lake.txt":
        press(page, "j")
    press(page, "Enter")
    page.wait_for_selector("body[data-ready]")
    mend_a_boundary(page)
    set_a_gap(page)
    add_a_row(page)
    shown = table(page)
    press(page, "Control+Enter")
    page.wait_for_url(review.report("pond.txt"))
    page.wait_for_selector("body[data-ready]")
    check_corpus(review, shown)
    opened(page, review.report("lake.txt"))
    page.reload()
    page.wait_for_selector("body[data-ready]")
    assert (state(page), table(page)) == ("accepted", shown)
    undo_and_redo(page, review, shown)


def mend_a_boundary(page: Any) -> None:
    assert "Carr" in drivers(page)
    to_mention(page, "Carr")
    press(page, "Alt+Shift+ArrowLeft")
    assert said(page) == "Bo Carr"
    press(page, "Enter")
    saved(page, 2)
    assert "Bo Carr" in drivers(page)
    assert "Carr" not in drivers(page)


def set_a_gap(page: Any) -> None:
    press(page, "F6")
    to_cell(page, "Bo Carr", "gap")
    press(page, *".037", "Enter")
    saved(page, 3)


def add_a_row(page: Any) -> None:
    press(page, "Alt+r")
    saved(page, 4)
    press(page, "4", "Tab")
    saved(page, 5)
    press(page, "ArrowRight")
    page.keyboard.type("Dee Fox")
    press(page, "Enter")
    saved(page, 6)


def undo_and_redo(page: Any, review: Review, shown: list[dict[str, str]]) -> None:
    press(page, "Control+z")
    saved(page, 8)
    assert state(page) == "open"
    assert list(read_gold([review.desk.corpus])) == []
    press(page, "Control+z")
    saved(page, 9)
    assert "Dee Fox" not in drivers(page)
    press(page, "Control+Shift+z", "Control+y")
    saved(page, 11)
    assert (state(page), table(page)) == ("accepted", shown)
    check_corpus(review, shown)


def check_corpus(review: Review, shown: list[dict[str, str]]) -> None:
    """The corpus holds exactly what the page showed when it was accepted."""
    (gold,) = read_gold([review.desk.corpus])
    assert gold.text == LAKE
    marked = {LAKE[mark.start : mark.end] for mark in gold.marks if mark.label == "DRIVER"}
    assert "Bo Carr" in marked
    assert "Carr" not in marked
    records = {record["driver"]: record for record in gold.records}
    assert list(records) == [row["driver"] for row in shown]
    assert records["Bo Carr"]["gap"] == 0.037
    assert records["Dee Fox"] | {"position": 4} == records["Dee Fox"]
    told = {name for name, value in records["Dee Fox"].items() if value not in (None, False)}
    assert told == {"driver", "position", "status"}


def test_a_new_mention_and_its_removal(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    before = marks(page)
    press(page, "Escape")
    while said(page) != "luck":
        press(page, "ArrowRight")
    press(page, "t")
    saved(page, 2)
    assert sorted(marks(page)) == sorted([*before, "luck"])
    press(page, "Delete")
    saved(page, 3)
    assert marks(page) == before


def test_a_mention_is_taken_into_a_cell(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    press(page, "F6")
    to_cell(page, "Carr", "gap")
    press(page, "Space", "Enter")
    saved(page, 2)
    row = next(row for row in table(page) if row["driver"] == "Carr")
    assert row["gap"].lstrip("+~").startswith("0.4")


def test_with_the_mouse(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    mark = page.locator("mark.DRIVER", has_text="Cy Dale")
    mark.click()
    page.locator("mark.current").wait_for()
    cell = page.locator("td.gap_to").nth(1)
    mark.drag_to(cell)
    saved(page, 2)
    assert page.locator("td.gap_to").nth(1).text_content() == "Cy Dale"
    page.locator("#text p", has_text="had no luck").evaluate(
        "(block) => { const node = [...block.childNodes].findLast((one) => one.nodeType === 3);"
        " const at = node.data.indexOf('luck'); const range = document.createRange();"
        " range.setStart(node, at); range.setEnd(node, at + 4);"
        " getSelection().removeAllRanges(); getSelection().addRange(range);"
        " block.dispatchEvent(new MouseEvent('mouseup', { bubbles: true })); }"
    )
    page.locator("#palette .EVENT").click()
    saved(page, 3)
    assert "luck" in marks(page)
    page.locator("#undo").click()
    saved(page, 4)
    assert "luck" not in marks(page)


def test_two_tabs(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    key = review.report("lake.txt").rpartition("/")[2]
    row = next(row.id for row in review.desk.sheet(key).rows() if row.values["driver"] == "Carr")
    # Meanwhile, in the other tab:
    review.desk.take(key, 1, {"kind": "cell", "row": row, "field": "team", "text": "Elsewhere"})
    press(page, "F6")
    to_cell(page, "Carr", "gap")
    press(page, "9", "Enter")
    saved(page, 2)
    assert "changed on another page" in page.locator("#notice").text_content()
    shown = next(row for row in table(page) if row["driver"] == "Carr")
    assert (shown["team"], shown["gap"]) == ("Elsewhere", "")
    to_cell(page, "Carr", "gap")
    press(page, "9", "Enter")
    saved(page, 3)
    assert page.locator("#notice").is_hidden()


def marks(page: Any) -> list[str]:
    return list(page.locator("#text mark").all_text_contents())


def test_who_a_mention_names_is_chosen_by_keyboard(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    to_mention(page, "Lee")
    press(page, "=")
    options = page.locator("#same-as option").all_text_contents()
    place = next(n for n, one in enumerate(options) if one.startswith("Cy Dale"))
    now = page.locator("#same-as").evaluate("(choice) => choice.selectedIndex")
    press(page, *["ArrowDown" if place > now else "ArrowUp"] * abs(place - now))
    press(page, "Enter")
    saved(page, 2)
    desk, key = review.desk, review.report("lake.txt").rpartition("/")[2]
    told = {
        LAKE[one.start : one.end]: one.entity_id
        for own in desk.sheet(key).mentions()
        for one in own
    }
    assert told["Lee"] == told["Cy Dale"] != told["Ann Lee"]


def test_a_skipped_report_and_the_queue(page: Any, review: Review) -> None:
    page.goto(review.address)
    opened(page, review.report("lake.txt"))
    press(page, "Alt+s")
    page.wait_for_url(review.report("pond.txt"))
    page.goto(f"{review.home}/?show=skipped")
    assert page.locator("a.source").all_text_contents() == ["lake.txt"]
    press(page, "/")
    page.keyboard.type("nowhere")
    press(page, "Enter")
    page.locator(".nothing").wait_for()


@pytest.mark.parametrize("width", [1000, 1280, 1440])
def test_the_text_stays_where_it_is_when_a_mention_is_selected(
    page: Any, start_review: StartReview, width: int
) -> None:
    text = "Bernardo Sebastian Villanueva-Castellanos took pole for Quillmark Racing at Sebring.\n"
    review = start_review({"long.txt": text})
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(review.address)
    opened(page, review.report("long.txt"))
    text_box = page.locator("#text")
    before = text_box.bounding_box()
    to_mention(page, "Bernardo Sebastian Villanueva-Castellanos")
    assert text_box.bounding_box() == before
    remove = page.get_by_role("button", name="Remove", exact=True).bounding_box()
    assert remove["x"] + remove["width"] <= before["x"] + before["width"]


def test_every_column_is_in_sight_on_a_laptop(
    page: Any, start_review: StartReview, root: Path
) -> None:
    text = (root / "corpus" / "sample" / "cup-darlington-pole.txt").read_text(encoding="utf-8")
    review = start_review({"pole.txt": text})
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(review.address)
    opened(page, review.report("pole.txt"))
    status, sure = (page.locator(f".table th.{name}").bounding_box() for name in ("status", "sure"))
    assert status["x"] + status["width"] <= sure["x"]
