"""Twenty thousand made-up reports as a dataset: seasons of sessions, each told by one or two.

The tables are built from extractions by the library itself, without reading any prose.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from polesitter.records.dataset.staging import stage
from polesitter.records.dataset.store import open_store
from polesitter.records.dataset.tables import build_tables
from polesitter.records.dataset.write import writing
from polesitter.records.extraction import Extraction
from polesitter.types import Evidence, Report, Result, Session

SERIES, TRACKS, TEAMS, DRIVERS, GRID = 20, 25, 14, 28, 12
FIRST_DAY = date(2005, 3, 5)
BATCH = 2_000
SYLLABLES = "ba do ke li mar no per ras sen tov ul vin wes yor zan cor del fen gil hol".split()


def write_season(out: Path, reports: int, seed: int = 7) -> None:
    """Write a dataset of so many reports to a new folder; one seed, one dataset."""
    draw = random.Random(seed)
    store = open_store(out)
    with writing(store) as writer:
        batch: list[Extraction] = []
        for number, extraction in enumerate(_extractions(draw, reports)):
            batch.append(extraction)
            if len(batch) == BATCH or number == reports - 1:
                stage(store, f"batch-{number:06}", [build_tables(batch)], writer.buckets)
                batch = []
        writer.commit("made up 1")


def _extractions(draw: random.Random, reports: int) -> Iterator[Extraction]:
    grids = [[f"{_name(draw)} {_name(draw)}" for _ in range(DRIVERS)] for _ in range(SERIES)]
    teams = [[f"{_name(draw)} Racing" for _ in range(TEAMS)] for _ in range(SERIES)]
    written = 0
    session = 0
    while written < reports:
        series = session % SERIES
        order = draw.sample(range(DRIVERS), GRID)
        laps = sorted(round(draw.uniform(58.0, 61.0), 3) for _ in order)
        day = FIRST_DAY + timedelta(days=7 * (session // SERIES))
        for copy in range(min(1 + (draw.random() < 0.4), reports - written)):
            source = f"{day.year}/series-{series:02}/{session:06}-{copy}.txt"
            cells = [
                (grids[series][driver], teams[series][driver % TEAMS], lap)
                for driver, lap in zip(order, laps, strict=True)
            ]
            if copy and draw.random() < 0.5:
                place = draw.randrange(GRID - 1)
                cells[place], cells[place + 1] = cells[place + 1], cells[place]
            yield _extraction(source, series, session % TRACKS, day, cells)
            written += 1
        session += 1


def _name(draw: random.Random) -> str:
    return "".join(draw.choices(SYLLABLES, k=3)).title()


def _extraction(
    source: str, series: int, track: int, day: date, cells: list[tuple[str, str, float]]
) -> Extraction:
    text = ""
    results: list[Result] = []
    for place, (driver, team, lap) in enumerate(cells, start=1):
        start = len(text)
        text += f"{driver} of {team} was number {place} with a lap of {lap:.3f} seconds. "
        proofs = tuple(
            Evidence(field, start + text[start:].index(words), 0, words, "made", 1.0)
            for field, words in (("driver", driver), ("position", str(place)))
        )
        results.append(
            Result(
                place - 1, position=place, driver=driver, driver_id=f"~{driver.casefold()}",
                team=team, team_id=f"~{team.casefold()}", lap_time_s=lap, confidence=0.9,
                evidence=tuple(
                    Evidence(p.field, p.start, p.start + len(p.text), p.text, p.rule, p.score)
                    for p in proofs
                ),
            )
        )  # fmt: skip
    names = (f"Series {series}", f"Track {track}")
    session_id = f"series-{series}/track-{track}/{day.isoformat()}"
    session = Session(session_id, names[0], f"{day.year} Cup", names[1], day)
    return Extraction(Report(source, text, "0" * 64), "made up 1", 0.9, session, tuple(results))
