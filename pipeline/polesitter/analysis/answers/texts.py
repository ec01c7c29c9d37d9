"""How the cells of answers read."""

from typing import Any

from polesitter.analysis.known_names import Name
from polesitter.analysis.place import Place
from polesitter.review.values import day_text, gap_text, lap_time_text, percent_text, speed_text

LIKENESS, DISPUTED = "≈", "!"
"""Behind a name told by a spelling like it; behind a place that reports dispute."""
DOT = " · "


class Field:
    """The text of one field as it is; whole numbers and names."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, row: Any) -> str | None:
        """Return the text of a cell."""
        value = getattr(row, self.name)
        return None if value is None or value == "" else str(value)


class Share(Field):
    """A share in 0..1 as percent; nothing for none at all."""

    def __call__(self, row: Any) -> str | None:
        """Return the text of a cell."""
        value = getattr(row, self.name)
        return percent_text(value) if value else None


class Day(Field):
    """A day as 4 May 2024."""

    def __call__(self, row: Any) -> str | None:
        """Return the text of a cell."""
        value = getattr(row, self.name)
        return None if value is None else day_text(value)


class Lap(Field):
    """Seconds as 1:45.166."""

    def __call__(self, row: Any) -> str | None:
        """Return the text of a cell."""
        value = getattr(row, self.name)
        return None if value is None else lap_time_text(value)


class Gap(Field):
    """Seconds as +0.803, less than nothing as -0.803, those that rest on round words as ~0.8."""

    def __call__(self, row: Any) -> str | None:
        """Return the text of a cell."""
        value = getattr(row, self.name)
        if value is None:
            return None
        if self.name in getattr(row, "approx", ()):
            return gap_text(value, approx=True)
        return gap_text(value) if value >= 0 else gap_text(-value).replace("+", "-")


def place_text(place: Place) -> str | None:
    """Return the place, marked where it is disputed."""
    if place.position is None:
        return None
    return f"{place.position}{DISPUTED if place.disputed else ''}"


def start_text(place: Place) -> str | None:
    """Return the starting place where it is told apart from the rank."""
    if place.starts_at_rear:
        return "rear"
    return None if place.grid_position is None else str(place.grid_position)


def driver_text(place: Place) -> str | None:
    """Return the driver, marked where a spelling was only like the name."""
    if place.driver is None:
        return None
    return f"{place.driver}{LIKENESS if place.likeness else ''}"


def speed_cell(place: Place) -> str | None:
    """Return the speed with its unit."""
    return None if place.speed is None else speed_text(place.speed, place.speed_unit)


def gap_to_pole_text(place: Place) -> str | None:
    """Return the gap in seconds, else in percent; the pole has none."""
    if place.position == 1:
        return None
    if place.gap_to_pole_s is not None:
        return gap_text(place.gap_to_pole_s, place.gap_to_pole_approx)
    if place.gap_to_pole_pct is not None:
        return f"+{place.gap_to_pole_pct:.2f} %"
    return None


def status_text(place: Place) -> str | None:
    """Return a status that is not the rule."""
    return None if place.status == "classified" else place.status.replace("_", " ")


def session_heading(place: Any) -> str:
    """Return series, event and class of a session, as far as they are known."""
    named = (place.series, place.event, place.session_name, place.car_class)
    return DOT.join(name for name in named if name) or "Session not named"


def session_subheading(place: Any) -> str:
    """Return track and day of a session, as far as they are known."""
    day = day_text(place.session_date) if place.session_date else None
    return DOT.join(name for name in (place.track, day) if name)


def also_text(name: Name) -> str | None:
    """Return the other spellings that share the name's id."""
    return ", ".join(s for s in name.spellings if s not in {name.spelling, *name.likeness}) or None


def like_text(name: Name) -> str | None:
    """Return the spellings that are only like the name."""
    return ", ".join(name.likeness) or None
