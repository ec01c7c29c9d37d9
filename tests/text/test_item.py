"""Dates as outlets and databases write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.formats.item import published_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-01-25", date(2024, 1, 25)),
        ("20240125", date(2024, 1, 25)),
        ("2024-01-25T23:59:00-05:00", date(2024, 1, 25)),
        ("2024-01-25 18:00", date(2024, 1, 25)),
        ("Thu, 25 Jan 2024 18:00:00 GMT", date(2024, 1, 25)),
        (datetime(2024, 1, 25, 18), date(2024, 1, 25)),
        (date(2024, 1, 25), date(2024, 1, 25)),
        ("2024", None),
        ("yesterday", None),
        ("2024-13-45", None),
        (1706205600, None),
        (None, None),
    ],
)
def test_published_date(value: object, day: date | None) -> None:
    assert published_date(value) == day


@given(st.text())
def test_published_date_never_fails(value: str) -> None:
    published_date(value)
