"""Who is who: links decide, ids name, and what has neither joins what is written alike."""

import pytest

from polesitter.learn.exchange.entities import Span, links_of, marks_of
from polesitter.text.plain import Mark

TEXT = "Lee Ray Lee Ray lee Audi 1"
D = "DRIVER"


def ids(spans: list[Span], links: list[tuple[int, int]] | None) -> list[str | None]:
    return [mark.id for mark in marks_of(spans, links, TEXT)]


def test_each_mention_is_linked_to_the_one_before_it() -> None:
    marks = [Mark(0, 3, D, "d1"), Mark(4, 7, D, "d2"), Mark(8, 11, D, "d1"), Mark(25, 26, "NUMBER")]
    assert links_of([*marks, Mark(16, 19, D, "d1")]) == [(2, 0), (4, 2)]


@pytest.mark.parametrize(
    ("told", "links", "wanted"),
    [
        pytest.param(["d1", "d2", "d1"], None, ["d1", "d2", "d1"], id="ids alone"),
        pytest.param(["d1", "d2", "d1"], [(2, 0)], ["d1", "d2", "d1"], id="links agree"),
        pytest.param(["d1", "d2", "d1"], [], ["d1", "d2", "d3"], id="a link deleted splits"),
        pytest.param(["d1", "d2", "d1"], [(2, 0), (1, 0)], ["d1", "d1", "d1"], id="added: joins"),
        pytest.param([None, "d1", None], [], ["d2", "d1", "d2"], id="new ones, written alike"),
        pytest.param(["d7", None, None], [], ["d7", "d1", "d7"], id="joins a known one"),
        pytest.param([None, None, None], [(2, 1)], ["d1", "d1", "d1"], id="joins what is linked"),
        pytest.param(["a remark", None, None], None, ["d1", "d2", "d1"], id="a note is no id"),
        pytest.param(["d0", "d1", "d0"], None, ["d2", "d1", "d2"], id="ids begin with 1"),
        pytest.param(["t1", "d01", None], None, ["d1", "d2", "d1"], id="ids of no driver"),
    ],
)
def test_ids(
    told: list[str | None], links: list[tuple[int, int]] | None, wanted: list[str]
) -> None:
    bounds = [(0, 3), (4, 7), (8, 11)]
    spans = [Span(*where, D, entity) for where, entity in zip(bounds, told, strict=True)]
    assert ids(spans, links) == wanted


def test_case_does_not_part_what_is_written_alike() -> None:
    assert ids([Span(0, 3, D), Span(16, 19, D)], None) == ["d1", "d1"]


def test_labels_never_share_an_entity() -> None:
    spans = [Span(0, 3, D, "x1"), Span(8, 11, "TEAM", "x1")]
    assert len(set(ids(spans, None))) == 2
    assert len(set(ids(spans, [(1, 0)]))) == 2


def test_measures_have_no_id_even_if_told_or_linked() -> None:
    assert ids([Span(20, 24, "CAR"), Span(25, 26, "NUMBER", "n1")], [(1, 0)]) == ["c1", None]


def test_marks_come_in_text_order() -> None:
    marks = marks_of([Span(8, 11, D, "d2"), Span(0, 3, D, "d1")], None, TEXT)
    assert [(mark.start, mark.id) for mark in marks] == [(0, "d1"), (8, "d2")]
