import json
from pathlib import Path
from typing import Any

from polesitter.learn.short_teams import short_teams


def test_abbreviations_and_plurals_of_what_is_no_plural_itself(tmp_path: Path) -> None:
    written: dict[str, list[dict[str, Any]]] = {
        "lexicon/abbreviations.jsonl": [{"short": "BHA", "long": "Bryan Herta Autosport"}],
        "entities/teams.jsonl": [
            {"label": "TEAM", "pattern": name}
            for name in ("Ferrari", "Arrow", "Arrows", "Haas", "Penske Racing", "Red Bull",
                         "One Two Three")
        ] + [{"label": "TEAM", "pattern": [{"SHAPE": "Xxx"}]},
             {"label": "CAR", "pattern": "Porsche"}],
    }  # fmt: skip
    for name, rows in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert short_teams(tmp_path) == {
        "bha": "bryan herta autosport", "ferraris": "ferrari", "red bulls": "red bull",
    }  # fmt: skip
