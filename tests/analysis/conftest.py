import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from polesitter.analysis.told import Told
from polesitter.records.dataset.staging import stage
from polesitter.records.dataset.store import open_store
from polesitter.records.dataset.tables import build_tables
from polesitter.records.dataset.write import writing
from polesitter.records.extraction import Extraction
from polesitter.types import ClassFacts, Evidence, Mention, Relation, Report, Result, Session

DAY = date(2024, 5, 4)
SESSION = Session("indycar/barber/2024-05-04", "IndyCar", "Indy GP", "Barber", DAY)
UNKNOWN = dict.fromkeys(Told._fields)
DEFAULTS = {
    **UNKNOWN,
    "source": "a.txt",
    "session_id": SESSION.session_id,
    "series": SESSION.series,
    "event": SESSION.event,
    "track": SESSION.track,
    "session_date": DAY,
    "starts_at_rear": False,
    "gap_approx": False,
    "status": "classified",
    "confidence": 0.9,
}
MakeTold = Callable[..., Told]
Write = Callable[[Sequence[Extraction]], Path]


@pytest.fixture
def told() -> MakeTold:
    """A row of `results`; the driver's id is made from the name."""

    def make(driver: str | None = None, position: int | None = None, **cells: Any) -> Told:
        ids = {}
        for name, value in (("driver", driver), ("team", cells.get("team"))):
            if value is not None:
                ids[f"{name}_id"] = " / ".join(f"~{one.casefold()}" for one in value.split(" / "))
        return Told(**{**DEFAULTS, "driver": driver, "position": position, **ids, **cells})

    return make


def write_to(out: Path, extractions: Sequence[Extraction]) -> Path:
    """Write extractions as an output folder of few parts."""
    store = open_store(out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("polesitter.records.dataset.write.BUCKETS", 3)
        with writing(store) as writer:
            stage(store, "shard", [build_tables(extractions)], writer.buckets)
            writer.commit("model 1")
    return out


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write extractions to a new folder."""

    def make(extractions: Sequence[Extraction]) -> Path:
        return write_to(tmp_path / "out", extractions)

    return make


def report_of(
    source: str, lines: Sequence[tuple[str, dict[str, Any]]], session: Session = SESSION
) -> Extraction:
    """A report of one sentence per competitor: "NAME ... ." with the cells it tells.

    Every cell that stands in its sentence is proved there.
    """
    text = ""
    results = []
    for number, (sentence, cells) in enumerate(lines):
        start = len(text)
        text += sentence + " "
        proofs = [
            Evidence(field, start + at, start + at + len(str(value)), str(value), "test", 1.0)
            for field, value in cells.items()
            if (at := sentence.find(str(value))) >= 0
        ]
        named = {"driver_id": f"~{cells['driver'].casefold()}"} if "driver" in cells else {}
        team = {"team_id": f"~{cells['team'].casefold()}"} if "team" in cells else {}
        results.append(
            Result(number, **{"confidence": 0.9, **named, **team, **cells}, evidence=tuple(proofs))
        )
    return Extraction(
        Report(source, text, "0" * 64, title=None),
        "model 1",
        0.8,
        session,
        tuple(results),
        (Mention(0, 1, text[:1], "DRIVER", rule="test"),),
        (Relation("qualified", 0, None, "1", "outcome", "test", 0.5, True),),
    )


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports of one session that disagree on a place, and one of another."""
    facts = (ClassFacts(pole_driver="Ann Lee", entries=20),)
    monza = Session("f3/monza/2024-09-01", "F3", "Italian GP", "Monza", date(2024, 9, 1), facts)
    return write_to(
        tmp_path_factory.mktemp("written") / "out",
        [
            report_of(
                "a.txt",
                [
                    ("Ann Lee took pole at 1.", {"driver": "Ann Lee", "position": 1,
                     "lap_time_s": 60.5, "team": "Red Team"}),
                    ("Bo Ray was 2 there.", {"driver": "Bo Ray", "position": 2, "gap_s": 0.25,
                     "gap_to": "leader", "team": "Red Team"}),
                ],
            ),
            report_of(
                "b.txt",
                [
                    ("Ann Lee was quickest, 1 again.", {"driver": "Ann Lee", "position": 1}),
                    ("Only 3 for Bo Ray.", {"driver": "Bo Ray", "position": 3}),
                ],
            ),
            report_of(
                "c.txt",
                [("Cy Fox has pole, 1.", {"driver": "Cy Fox", "position": 1, "car": "=cmd()"})],
                monza,
            ),
        ],
    )  # fmt: skip


@pytest.fixture
def out(written: Path, tmp_path: Path) -> Path:
    """A copy of `written` that a test may change."""
    return Path(shutil.copytree(written, tmp_path / "out"))
