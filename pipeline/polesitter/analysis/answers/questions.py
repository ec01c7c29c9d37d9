"""The answer to each question, with the columns people see."""

from collections.abc import Sequence

from polesitter.analysis.answers import texts
from polesitter.analysis.answers.answer import Answer, Column, Group
from polesitter.analysis.answers.texts import Day, Field, Gap, Lap, Share
from polesitter.analysis.conflict import Conflict
from polesitter.analysis.field_coverage import FIELDS, Coverage
from polesitter.analysis.known_names import Name
from polesitter.analysis.margin import Margin
from polesitter.analysis.place import Place
from polesitter.analysis.pole_counts import By, Poles

GRID = (
    Column("Pos", texts.place_text, right=True),
    Column("Grid", texts.start_text, right=True),
    Column("Driver", texts.driver_text),
    Column("Team", Field("team"), spare=2),
    Column("Car", Field("car"), spare=4),
    Column("No.", Field("car_number"), right=True, spare=3),
    Column("Lap", Lap("lap_time_s"), right=True),
    Column("Speed", texts.speed_cell, right=True, spare=1),
    Column("To pole", texts.gap_to_pole_text, right=True),
    Column("Segm.", Field("segment"), spare=5),
    Column("Status", texts.status_text),
    Column("Conf.", Share("confidence"), right=True),
)
POLES = (
    Column("Poles", Field("poles"), right=True),
    Column("", Field("name")),
    Column("Share", Share("share"), right=True, spare=1),
    Column("Drivers", Field("drivers"), right=True, spare=3),
    Column("First", Day("first"), right=True, spare=2),
    Column("Last", Day("last"), right=True),
)
GAPS = (
    Column("Session", texts.session_heading),
    Column("Track, day", texts.session_subheading, spare=3),
    Column("Pole", Field("pole_driver")),
    Column("Lap", Lap("pole_lap_s"), right=True),
    Column("2nd", Gap("margin_s"), right=True),
    Column("10th", Gap("tenth_s"), right=True),
    Column("Median", Gap("median_s"), right=True, spare=4),
    Column("Widest", Gap("widest_s"), right=True, spare=2),
    Column("Gaps", Field("gaps"), right=True, spare=5),
)
SHORT = {"session_date": "date", "car_class": "class", "manufacturer": "make",
         "car_number": "no.", "lap_time_s": "lap", "gap_s": "gap", "position": "pos",
         "segment": "segm."}  # fmt: skip
SPARE = {"manufacturer": 7, "segment": 6, "series": 5, "event": 4, "car_class": 3, "car": 2}
COVERAGE = (
    Column("", Field("name")),
    Column("Rows", Field("rows"), right=True),
    Column("Conf.", Share("confidence"), right=True),
    *(
        Column(SHORT.get(name, name), Share(name), right=True, spare=SPARE.get(name, 1))
        for name in FIELDS
    ),
)
CONFLICTS = (
    Column("Field", Field("field")),
    Column("Competitor", Field("driver")),
    Column("One", Field("value")),
    Column("says", Field("sentence")),
    Column("Other", Field("other_value")),
    Column("says", Field("other_sentence")),
)
NAMES = (
    Column("Name", Field("spelling")),
    Column("Told", Field("count"), right=True),
    Column("Also as", texts.also_text, spare=2),
    Column("Only like it", texts.like_text),
    Column("Id", Field("id")),
)


def grid_answer(grids: Sequence[Sequence[Place]], left: int = 0) -> Answer:
    """Grids, one group each; `left`: sessions that are not among them."""
    groups = [
        Group(texts.session_heading(places[0]), texts.session_subheading(places[0]), places)
        for places in grids
    ]
    return Answer("Grids", Place, GRID, groups, _place_notes([p for g in grids for p in g]), left)


def poles_answer(poles: Sequence[Poles], by: By, counted: int, told: int) -> Answer:
    """Poles by name; `counted` of the `told` poles name what they are counted by."""
    notes = [f"{told} poles told" if told != 1 else "1 pole told"]
    if counted < told:
        notes.append(f"{told - counted} of them without a {by}")
    if any(row.disputed for row in poles):
        notes.append(f"{sum(row.disputed for row in poles)} disputed: polesitter conflicts")
    columns = tuple(c for c in POLES if not (by == "driver" and c.title == "Drivers"))
    return Answer(f"Poles by {by}", Poles, columns, [Group("", "", poles)], (", ".join(notes),))


def gaps_answer(margins: Sequence[Margin]) -> Answer:
    """How close sessions were."""
    notes = ("Gaps to the pole, of the places whose gap or lap is told.",)
    return Answer("Gaps to the pole", Margin, GAPS, [Group("", "", margins)], notes)


def coverage_answer(found: Sequence[Coverage]) -> Answer:
    """Which fields are told."""
    notes = ("Share of the rows in which a report tells the field.",)
    return Answer("Coverage", Coverage, COVERAGE, [Group("", "", found)], notes)


def conflicts_answer(found: Sequence[Conflict]) -> Answer:
    """Where reports disagree, one group per session and pair of reports."""
    grouped: dict[tuple[str, str, str], list[Conflict]] = {}
    for conflict in found:
        pair = (conflict.session, conflict.source, conflict.other_source)
        grouped.setdefault(pair, []).append(conflict)
    groups = [
        Group(texts.session_heading(rows[0]), f"{source} | {other}", rows)
        for (_, source, other), rows in grouped.items()
    ]
    return Answer("Conflicts", Conflict, CONFLICTS, groups)


def names_answer(found: Sequence[Name]) -> Answer:
    """Names with their spellings."""
    notes = (
        "Only like it: brought here by likeness. Confirm with: polesitter names merge NAME NAME",
    )
    return Answer("Names", Name, NAMES, [Group("", "", found)], notes)


def _place_notes(places: Sequence[Place]) -> tuple[str, ...]:
    notes = []
    if any(place.disputed and place.position is not None for place in places):
        notes.append(f"{texts.DISPUTED} disputed by reports: see polesitter conflicts")
    if any(place.likeness for place in places):
        notes.append(f"{texts.LIKENESS} a spelling that is only like it: see polesitter names")
    return tuple(notes)
