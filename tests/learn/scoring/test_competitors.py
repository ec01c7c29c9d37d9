"""Which competitor a record speaks of, and by what it is known."""

from typing import Any

import pytest

from polesitter.learn.corpus import GoldReport
from polesitter.learn.scoring.competitors import known_by
from polesitter.learn.scoring.whereabouts import Whereabouts
from polesitter.text.plain import unmark

ROWS: list[tuple[dict[str, Any], str | None, list[str]]] = [
    ({"team": "Red Kites", "number": "93", "driver": "Ann Lee"}, "driver", ["Ann Lee"]),
    # A team may have several cars, a number is one.
    ({"team": "Red Kites", "number": "93", "driver": None}, "number", ["93"]),
    ({"team": "Red Kites"}, "team", ["Red Kites"]),
    ({"position": 1}, None, []),
]


@pytest.mark.parametrize(("row", "name", "said"), ROWS)
def test_what_a_competitor_is_known_by(
    row: dict[str, Any], name: str | None, said: list[str]
) -> None:
    assert known_by(row) == name
    text, marks = unmark("[Ann Lee](DRIVER d1), the No. [93](NUMBER) of [Red Kites](TEAM t1).")
    where = Whereabouts(GoldReport("kite-01", text, tuple(marks), {}, ()))
    assert [text[mark.start : mark.end] for mark in where.competitor(row)] == said
