from datetime import date
from pathlib import Path

import pytest

from polesitter.analysis.wanted import Wanted


@pytest.mark.parametrize(
    ("asked", "name", "fits"),
    [
        ("indycar", "NTT INDYCAR SERIES", True),
        ("IndyCar Series", "NTT IndyCar Series", True),
        ("indycar", "IMSA", False),
        ("indycar", None, False),
        ("são paulo", "Grande Prêmio de Sao Paulo", True),
    ],
)
def test_series(asked: str, name: str | None, fits: bool) -> None:
    wanted = Wanted(series=asked)
    assert wanted.columns == ["series"]
    assert wanted((name,)) is fits


@pytest.mark.parametrize(("day", "fits"), [(date(2024, 1, 1), True), (date(2023, 12, 31), False),
                                           (None, False)])  # fmt: skip
def test_year(day: date | None, fits: bool) -> None:
    assert Wanted(year=2024)((day,)) is fits


def test_all_that_is_asked_must_fit() -> None:
    wanted = Wanted(series="imsa", track="sebring", year=2024)
    day = date(2024, 3, 14)
    assert wanted.columns == ["series", "track", "session_date"]
    assert wanted(("IMSA", "Sebring", day))
    assert not wanted(("IMSA", "Daytona", day))


def test_nothing_asked_is_everything() -> None:
    assert list(Wanted().columns) == []


@pytest.mark.parametrize(
    ("told", "fits"), [("GTD PRO", True), ("GTDPro", True), ("GTD", False), (None, False)]
)
def test_class(told: str | None, fits: bool) -> None:
    assert Wanted(car_class="gtd pro").has_class(told) is fits


def test_a_name_fits_by_its_id(root: Path) -> None:
    from polesitter.analysis.aliases import Aliases

    wanted = Wanted(track="Bathurst", aliases=Aliases(root / "patterns"))
    assert wanted(("Mount Panorama",))
