"""A corpus of short reports, and a learner so simple that what it learns can be told beforehand.

It learns for which team each driver was said to drive most often, and how the words of a
mark were labelled most often.
"""

import json
import random
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.pattern_changes import LearntName, PatternChanges
from polesitter.learn.predictions import Prediction
from polesitter.learn.retrain.retrain import Folders
from polesitter.learn.retrain.workshop import Workshop
from polesitter.learn.taught_parts import taught_parts
from polesitter.types import Mention

DRIVERS = (
    "Ann Lee", "Bo Ray", "Cy Fox", "Di Orr", "Ed Poe", "Flo Kim", "Gus Noh", "Hal Ito",
    "Ida Voss", "Jon Aker", "Kai Brun", "Lea Dorn",
)  # fmt: skip
TEAMS = (
    "Amber", "Basalt", "Cobalt", "Damask", "Ebony", "Flint", "Garnet", "Hazel", "Indigo",
    "Jasper", "Khaki", "Linden",
)  # fmt: skip
TEAM_OF = dict(zip(DRIVERS, TEAMS, strict=True))
EXCHANGED = dict(zip(DRIVERS, [*TEAMS[1:], TEAMS[0]], strict=True))
"""Every driver with the team of another."""
GROUPS = ("kite", "surf")
PLACES = ("pole", "second", "third", "fourth")


def marked_report(number: int, team_of: dict[str, str], extra: str = "") -> tuple[str, str]:
    """Return text and record of a report with four of the drivers."""
    group = GROUPS[number % len(GROUPS)]
    drivers = random.Random(number).sample(DRIVERS, 4)
    sentences, records = [], []
    for place, driver in enumerate(drivers, start=1):
        team, lap = team_of[driver], f"1:{number % 60:02}.{100 + number + place}"
        sentences.append(
            f"[{driver}](DRIVER d{place}) of [{team}](TEAM t{place}) was "
            f"[{PLACES[place - 1]}](POSITION) in qualifying with a lap of [{lap}](LAPTIME)."
        )
        row = dict.fromkeys(ROW) | {
            "gap_approx": False,
            "driver": driver,
            "team": team,
            "position": place,
        }
        seconds = 60 + number % 60 + (100 + number + place) / 1000
        records.append({**row, "lap_time": round(seconds, 3), "status": "classified"})
    day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
    text = f"[{day}](DATE) – {' '.join(sentences)}{extra}\n"
    session = {"date": day, "series": None, "event": None, "track": None}
    name = f"{group}-{number:03}"
    return text, json.dumps({"id": name, "session": session, "records": _laps(records)})


ROW = (
    "class", "position", "grid", "driver", "team", "car", "number", "speed", "speed_unit",
    "lap_time", "gap", "gap_to", "gap_approx", "segment", "status",
)  # fmt: skip


def write_reports(
    folder: Path, numbers: Iterable[int], team_of: dict[str, str] | None = None, extra: str = ""
) -> Path:
    """Write reports by number; the group of a report is that of its number."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        marked, record = marked_report(number, team_of or TEAM_OF, extra)
        place = folder / json.loads(record)["id"]
        place.with_suffix(".txt").write_text(marked, encoding="utf-8")
        place.with_suffix(".json").write_text(record, encoding="utf-8")
    return folder


def exchange_teams(reports: Path, to: Path) -> Path:
    """Copy reports, each row with the team of the next: all of it stands in the text."""
    to.mkdir(parents=True)
    for path in reports.glob("*.json"):
        told = json.loads(path.read_text(encoding="utf-8"))
        teams = [row["team"] for row in told["records"]]
        for row, team in zip(told["records"], [*teams[1:], teams[0]], strict=True):
            row["team"] = team
        (to / path.name).write_text(json.dumps(told), encoding="utf-8")
        shutil.copy(path.with_suffix(".txt"), to)
    return to


def make_project(root: Path) -> Folders:
    """A corpus of 60 reports and 12 to measure on, patterns, and the model learned from them."""
    write_reports(root / "corpus" / "train", range(1, 41))
    write_reports(root / "corpus" / "dev", range(41, 61))
    write_reports(root / "corpus" / "test", range(61, 73))
    entities = root / "patterns" / "entities"
    entities.mkdir(parents=True)
    line = {"label": "DRIVER", "pattern": "Ann Lee", "id": "driver:ann-lee"}
    (entities / "drivers.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    folders = Folders(root / "corpus", root / "patterns", root / "models")
    folders.models.mkdir()
    (folders.models / "config.cfg").write_text("", encoding="utf-8")
    model = build(folders.models / "config.cfg", folders.patterns, folders.corpus)
    model.to_disk(folders.models / "en_qualifying")
    return folders


def make_workshop(folders: Folders) -> Workshop:
    """The recipe of the simple learner."""
    return Workshop(folders.models / "config.cfg", build, induce, read)


class Model:
    """What the simple learner has learned."""

    def __init__(self, learned: dict[str, Any]) -> None:
        self.meta: dict[str, Any] = {"lang": "en", "name": "qualifying", "version": "0.1.0"}
        self.learned = learned

    def to_disk(self, path: Path) -> None:
        """Write it as a folder."""
        path.mkdir(parents=True)
        for name, value in (("meta.json", self.meta), ("learned.json", self.learned)):
            (path / name).write_text(json.dumps(value, sort_keys=True), encoding="utf-8")


def build(_config: Path, patterns: Path, corpus: Path) -> Model:
    """Count teams by driver and labels by words; the patterns are taken along as they are."""
    teams: dict[str, Counter[str]] = defaultdict(Counter)
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    taught = []
    for report in read_gold(taught_parts(corpus)):
        taught.append(report.id)
        for row in report.records:
            teams[row["driver"]][row["team"]] += 1
        for mark in report.marks:
            labels[report.text[mark.start : mark.end]][mark.label] += 1
    lines = [path.read_text(encoding="utf-8") for path in sorted(patterns.rglob("*.jsonl"))]
    return Model(
        {
            "teams": {driver: _most(counts) for driver, counts in teams.items()},
            "labels": {words: _most(counts) for words, counts in labels.items()},
            "patterns": lines,
            "taught": taught,
        }
    )


def read(model: Path, golds: Sequence[GoldReport]) -> dict[str, Prediction]:
    """Read everything right but teams and labels, which are as they were learned."""
    learned = json.loads((model / "learned.json").read_text(encoding="utf-8"))
    return {gold.id: _prediction(gold, learned) for gold in golds}


def induce(folders: Sequence[Path], _patterns: Path) -> PatternChanges:
    """Learn the drivers of the reports as names, each in a line of its own."""
    first: dict[str, str] = {}
    for report in read_gold(folders):
        for row in report.records:
            first[row["driver"]] = min(report.id, first.get(row["driver"], report.id))
    lines = [
        {"label": "DRIVER", "pattern": driver, "source": "corpus", "first_seen": seen}
        for driver, seen in sorted(first.items())
    ]
    text = "".join(json.dumps(line) + "\n" for line in lines)
    names = [LearntName("DRIVER", one, f"driver:{one}", seen) for one, seen in first.items()]
    return PatternChanges({"entities/learned.jsonl": text}, tuple(names))


def _prediction(gold: GoldReport, learned: dict[str, Any]) -> Prediction:
    rows = tuple({**row, "team": learned["teams"].get(row["driver"])} for row in gold.records)
    mentions = []
    for mark in gold.marks:
        words = gold.text[mark.start : mark.end]
        label = learned["labels"].get(words, mark.label)
        mentions.append(Mention(mark.start, mark.end, words, label))
    return Prediction(rows, mentions=tuple(mentions))


def _most(counts: Counter[str]) -> str:
    return min(counts, key=_Rarest(counts))


class _Rarest:
    def __init__(self, counts: Counter[str]) -> None:
        self.counts = counts

    def __call__(self, name: str) -> tuple[int, str]:
        return -self.counts[name], name


def _laps(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Lap times as the corpus writes them."""
    for row in records:
        minutes, seconds = divmod(row["lap_time"], 60)
        row["lap_time"] = f"{int(minutes)}:{seconds:06.3f}"
    return records
