"""What a report says of one competitor, of a session, and the words that prove it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind one field: offsets as in Report.text, the rule that read them."""

    field: str
    start: int
    end: int
    text: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Result:
    """One competitor's outcome in one class of one session (corpus/GUIDE.md has the meanings).

    Units: `speed` in `speed_unit` ("mph" or "km/h"), `speed_kph` km/h, times and
    gaps in seconds. `gap_to` is "leader" or a driver. `confidence` in 0..1.
    """

    result_id: int
    session_name: str | None = None
    car_class: str | None = None
    position: int | None = None
    grid_position: int | None = None
    starts_at_rear: bool = False
    driver: str | None = None
    driver_id: str | None = None
    team: str | None = None
    team_id: str | None = None
    car: str | None = None
    manufacturer: str | None = None
    car_number: str | None = None
    speed: float | None = None
    speed_unit: str | None = None
    speed_kph: float | None = None
    lap_time_s: float | None = None
    gap_s: float | None = None
    gap_to: str | None = None
    gap_approx: bool = False
    segment: str | None = None
    status: str = "classified"
    confidence: float = 0.0
    flags: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """What is said of one class of the session (car_class None: the whole session)."""

    car_class: str | None = None
    pole_driver: str | None = None
    entries: int | None = None
    red_flags: int | None = None
    track_record: bool | None = None
    record_holder: str | None = None
    record_year: int | None = None
    race_start: str | None = None
    broadcaster: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """The reported session. `session_date` is its day; `session_id` joins reports of it."""

    session_id: str | None = None
    series: str | None = None
    event: str | None = None
    track: str | None = None
    session_date: date | None = None
    classes: tuple[ClassFacts, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link found between two mentions (indices into the report's mentions), used or not.

    `kind`: drives_for, drives, has_number, in_class, qualified, grid, lap_speed,
    lap_time, gap, segment_reached, status. `head` is the competitor's mention;
    `tail` the value's (None where the words themselves are the value, as for a
    status); `value` the normalised value as text.
    """

    kind: str
    head: int
    tail: int | None
    value: str | None
    framing: str
    rule: str
    score: float
    used: bool
