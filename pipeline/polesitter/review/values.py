"""Values as people write them: lap times, speeds, gaps, days."""

from datetime import date

from polesitter.text.calendar import MONTHS

DECIMALS = 3
"""The fewest decimals of a time: timing is to the thousandth, or finer in IndyCar."""


def lap_time_text(seconds: float) -> str:
    """Return a lap time in seconds as M:SS.mmm, under a minute as SS.mmm.

    >>> lap_time_text(105.166), lap_time_text(39.7896), lap_time_text(61.0)
    ('1:45.166', '39.7896', '1:01.000')
    """
    # Whole ten-thousandths first: 59.99999 must not become 60.000 seconds.
    minutes, rest = divmod(round(seconds * 10_000), 600_000)
    told = _decimals(rest / 10_000)
    if not minutes:
        return told
    return f"{minutes}:{told.zfill(3 + len(told.partition('.')[2]))}"


def gap_text(seconds: float, approx: bool = False) -> str:
    """Return a gap as +0.803, one told in round words as ~0.5."""
    return f"~{seconds:g}" if approx else f"+{_decimals(seconds)}"


def speed_text(speed: float, unit: str | None) -> str:
    """Return a speed with its unit, as 113.575 mph."""
    return f"{speed:.3f} {unit}" if unit else f"{speed:.3f}"


def grid_text(place: int | None, at_rear: bool) -> str | None:
    """Return the starting place, or rear; None where none is stated."""
    if at_rear:
        return "rear"
    return None if place is None else str(place)


def day_text(day: date) -> str:
    """Return a day as 25 January 2024, whatever the language of the system."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def percent_text(chance: float) -> str:
    """Return a probability as whole percent; only 1 itself is 100%.

    >>> percent_text(0.998), percent_text(1.0)
    ('99%', '100%')
    """
    return f"{min(round(chance * 100), 99) if chance < 1 else 100}%"


def _decimals(value: float) -> str:
    told = f"{value:.4f}".rstrip("0")
    whole, _, fraction = told.partition(".")
    return f"{whole}.{fraction.ljust(DECIMALS, '0')}"
