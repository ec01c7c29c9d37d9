"""The functions of `polesitter.analysis`: DataFrames in, DataFrames out.

Each takes the output folder of a run (by its columns, so far as they are needed), an open
dataset, or the `results` table as a DataFrame. `patterns`: the folder whose aliases bring
spellings together; the one of the package if left out.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from polesitter.analysis.aliases import Aliases
from polesitter.analysis.field_coverage import Coverage, Of
from polesitter.analysis.field_coverage import coverage as count_coverage
from polesitter.analysis.grids import grids
from polesitter.analysis.known_names import Name
from polesitter.analysis.margin import Margin, behind_pole
from polesitter.analysis.margin import margins as count_margins
from polesitter.analysis.place import Place
from polesitter.analysis.pole_counts import By, Poles, count_poles
from polesitter.analysis.pole_rows import FirstPlaces
from polesitter.analysis.source import Results, field_names, load_conflicts, load_names, load_told
from polesitter.analysis.steps import Step
from polesitter.analysis.steps import progress as steps_of
from polesitter.analysis.teammates import Duel
from polesitter.analysis.teammates import head_to_head as count_duels
from polesitter.analysis.wanted import Wanted
from polesitter.review.pattern_places import patterns_folder

if TYPE_CHECKING:
    import pandas as pd


def wanted_sessions(
    *,
    series: str | None = None,
    event: str | None = None,
    track: str | None = None,
    year: int | None = None,
    car_class: str | None = None,
    patterns: Path | None = None,
) -> Wanted:
    """Return a choice of sessions; with no `patterns`, names are known by the package's."""
    aliases = Aliases(patterns or patterns_folder())
    return Wanted(series, event, track, year, car_class, aliases)


def grid(results: Results, **wanted: Any) -> "pd.DataFrame":
    """Return the grids of the wanted sessions, reports of one session made one grid.

    `wanted`: series, event, track, year, car_class, patterns (polesitter.analysis.Wanted).
    Rows are Places, by day, session, class and place.
    """
    return _frame(Place, [place for places in _grids(results, wanted) for place in places])


def poles(results: Results, by: By = "driver", **wanted: Any) -> "pd.DataFrame":
    """Return the number of poles by "driver", "team", "manufacturer" or "series"; rows are Poles.

    A pole told by several reports is one pole.
    """
    chosen = wanted_sessions(**wanted)
    made = grids(load_told(results, FirstPlaces(chosen)), chosen, load_names(results, chosen))
    return _frame(Poles, count_poles(made, by, chosen.aliases))


def gaps(results: Results, **wanted: Any) -> "pd.DataFrame":
    """Return the places of the wanted grids whose gap to the pole is known; rows are Places."""
    return _frame(Place, behind_pole(_grids(results, wanted)))


def margins(results: Results, **wanted: Any) -> "pd.DataFrame":
    """Return how close each session was; rows are Margins."""
    return _frame(Margin, count_margins(_grids(results, wanted)))


def head_to_head(results: Results, **wanted: Any) -> "pd.DataFrame":
    """Return teammates against each other; rows are Duels."""
    return _frame(Duel, count_duels(_grids(results, wanted)))


def progress(
    results: Results, *, driver: str | None = None, team: str | None = None, **wanted: Any
) -> "pd.DataFrame":
    """Return a driver, or a team, from session to session; rows are Steps."""
    chosen = wanted_sessions(**wanted)
    made = grids(load_told(results, chosen), chosen)
    return _frame(Step, steps_of(made, chosen.aliases, driver=driver, team=team))


def coverage(results: Results, by: Of = "series", **wanted: Any) -> "pd.DataFrame":
    """Return the share of rows that have each field, by "series" or "source"; rows are Coverage."""
    chosen = wanted_sessions(**wanted)
    return _frame(Coverage, count_coverage(load_told(results, chosen), by, chosen.aliases))


def conflicts(
    results: Results, reports: "pd.DataFrame | None" = None, **wanted: Any
) -> "pd.DataFrame":
    """Return where reports of one session disagree, with both sentences; rows are Conflicts.

    `reports`: the table of that name, where `results` is a DataFrame; without it the words
    of the evidence stand for the sentences.
    """
    from polesitter.analysis.conflict import Conflict

    found, proofs = load_conflicts(results, wanted_sessions(**wanted), reports)
    return _frame(Conflict, proofs.fill(found))


def names(results: Results, kind: str = "driver", **wanted: Any) -> "pd.DataFrame":
    """Return the drivers, or teams (`kind` "team"), with all their spellings; rows are Names."""
    chosen = wanted_sessions(**wanted)
    known = load_names(results, chosen)
    found = (known.drivers if kind == "driver" else known.teams).all
    return _frame(Name, [found[entity_id] for entity_id in sorted(found)])


def read(
    out: str | Path, table: str = "results", columns: Sequence[str] | None = None, where: Any = None
) -> "pd.DataFrame":
    """Return some columns and rows of a table of a local output folder.

    `where`: a pyarrow expression or a list of (column, operator, value); it is tested while
    reading, so that rows left out are never made. Raises PolesitterError (E403, E404).
    """
    import pyarrow.parquet as pq

    from polesitter.records.dataset.frame import to_frame
    from polesitter.records.dataset.open import open_dataset
    from polesitter.records.dataset.schemas import SCHEMAS

    parts = sorted(open_dataset(out).manifest.tables[table])
    files = [str(Path(out) / table / part) for part in parts]
    chosen = list(columns) if columns is not None else None
    return to_frame(pq.read_table(files, columns=chosen, filters=where, schema=SCHEMAS[table]))


def _grids(results: Results, wanted: dict[str, Any]) -> list[list[Place]]:
    chosen = wanted_sessions(**wanted)
    return grids(load_told(results, chosen), chosen)


def _frame(kind: type, rows: Sequence[Any]) -> "pd.DataFrame":
    """A DataFrame with the fields of a dataclass as columns; whole numbers stay whole."""
    import pandas as pd

    columns = field_names(kind)
    lists = {name: [getattr(row, name) for row in rows] for name in columns}
    frame = pd.DataFrame(lists, columns=columns)
    whole = [name for name, kinds in get_type_hints(kind).items() if int in get_args(kinds)]
    return frame.astype(dict.fromkeys(whole, "Int64"))
