"""How far each place is behind the pole, where the reports allow to tell."""

from collections.abc import Mapping, Sequence

from polesitter.analysis.place import Place
from polesitter.text.normal import normal

DIGITS = 4
"""Decimals kept: IndyCar is timed to the ten-thousandth."""


def fill_gaps(places: Sequence[Place]) -> None:
    """Fill `gap_to_pole_s`, `_pct`, `_approx` and `gap_from` of one class, in order of place.

    In this order: the stated gap to the leader; the difference of stated laps of one
    segment; the stated gap to another driver and that driver's own. Where only speeds
    are stated, the percentage alone: the length of the lap is not in the report. Nobody
    has a gap where nobody has the pole. A lap quicker than the pole's is of another run,
    so nothing is made of it.
    """
    pole = places[0]
    if pole.position != 1 or (len(places) > 1 and places[1].position == 1):
        return
    before: dict[str, Place] = {}
    for place in places:
        gap, source = (0.0, None) if place is pole else _gap(place, pole, before)
        _fill(place, pole, gap, source)
        place.gap_to_pole_approx = _is_approx(place, before)
        if gap is not None and place.driver is not None:
            before.setdefault(normal(place.driver), place)


def _is_approx(place: Place, before: Mapping[str, Place]) -> bool:
    """Tell whether the gap rests on one in round words, its own or that of somebody ahead."""
    if place.gap_from == "chain":
        ahead = before[normal(place.gap_to or "")]
        return place.gap_approx or ahead.gap_to_pole_approx
    return place.gap_from == "stated" and place.gap_approx


def _gap(place: Place, pole: Place, before: Mapping[str, Place]) -> tuple[float | None, str | None]:
    if place.gap_s is not None and place.gap_to == "leader":
        return place.gap_s, "stated"
    laps = (place.lap_time_s, pole.lap_time_s)
    if laps[0] is not None and laps[1] is not None and place.segment == pole.segment:
        gap = round(laps[0] - laps[1], DIGITS)
        return (gap, "laps") if gap >= 0 else (None, None)
    if place.gap_s is not None and place.gap_to is not None:
        ahead = before.get(normal(place.gap_to))
        if ahead is not None and ahead.gap_to_pole_s is not None:
            return round(ahead.gap_to_pole_s + place.gap_s, DIGITS), "chain"
    return None, None


def _fill(place: Place, pole: Place, gap: float | None, source: str | None) -> None:
    percent: float | None = None
    if gap is not None and pole.lap_time_s:
        percent = 100 * gap / pole.lap_time_s
    elif place is pole:
        percent = 0.0
    elif gap is None and _by_speed(place, pole) >= 0:
        percent, source = _by_speed(place, pole), "speeds"
    place.gap_to_pole_s, place.gap_from = gap, source
    place.gap_to_pole_pct = None if percent is None else round(percent, DIGITS)


def _by_speed(place: Place, pole: Place) -> float:
    """How much longer, in percent, a lap at the stated speed takes; below 0 where unknown."""
    if place.speed_kph and pole.speed_kph and place.segment == pole.segment:
        return 100 * (pole.speed_kph / place.speed_kph - 1)
    return -1.0
