"""One competitor's place on a grid, as all reports of the session tell it together."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Place:
    """A row of a grid.

    The columns from `series` to `status` mean what they mean in `results` (docs/schema.md).
    `driver`, `team`: the commonest spelling over all reports. `gap_to_pole_s`, in seconds:
    as stated, or from stated laps or gaps (polesitter.analysis.gap_to_pole); `gap_to_pole_pct`,
    in percent of the pole lap; `gap_from`: "stated", "laps", "chain" (of gaps) or "speeds";
    `gap_to_pole_approx`: it rests on a gap told in round words ("two tenths").
    `confidence`: of the surest report. `session`: shared by all rows of a session. `reports`: how
    many tell of this competitor. `disputed`: they disagree, or another has the same place.
    `likeness`: the driver or team was told by a spelling that is only like its name.

    Not frozen, as gaps and disputes are filled in once the whole grid is known.
    """

    series: str | None
    event: str | None
    track: str | None
    session_date: date | None
    session_name: str | None
    car_class: str | None
    position: int | None
    grid_position: int | None
    starts_at_rear: bool
    driver: str | None
    driver_id: str | None
    team: str | None
    team_id: str | None
    car: str | None
    manufacturer: str | None
    car_number: str | None
    lap_time_s: float | None
    speed: float | None
    speed_unit: str | None
    speed_kph: float | None
    gap_s: float | None
    gap_to: str | None
    gap_approx: bool
    gap_to_pole_s: float | None
    gap_to_pole_pct: float | None
    gap_from: str | None
    gap_to_pole_approx: bool
    segment: str | None
    status: str
    confidence: float
    session: str
    reports: int
    disputed: bool
    likeness: bool
