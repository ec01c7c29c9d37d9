import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from polesitter.cli.main import app
from polesitter.entities.carried import FILE, packed
from polesitter.learn.retrain.model_diff import WeightChange, diff_models
from polesitter.learn.retrain.store import StoredModel, read_model
from polesitter.review.terminal.models import diff_view
from polesitter.run.model import NAME

NAMES: list[dict[str, Any]] = [
    {"label": "DRIVER", "pattern": "Ann Lee", "id": "driver:ann-lee"},
    {"label": "TEAM", "pattern": [{"LOWER": "amber"}], "id": "team:amber"},
]


def model(
    folder: Path, names: list[dict[str, Any]], rules: dict[str, str], weights: dict[str, float]
) -> StoredModel:
    """A folder with what is compared of a model."""
    (folder / "names").mkdir(parents=True)
    (folder / "relations").mkdir()
    lines = "".join(json.dumps(line) + "\n" for line in names)
    (folder / "names" / "patterns").write_text(lines, encoding="utf-8")
    told = {
        "rules": {"rules": [{"id": id, "pattern": pattern} for id, pattern in rules.items()]},
        "model": {
            "TEAM": {
                "classes": ["no", "team"],
                "weights": {feature: [weight] for feature, weight in weights.items()},
            }
        },
    }
    (folder / "relations" / FILE).write_bytes(packed(json.dumps(told).encode()))
    gate = {"gate": {"scores": {"all": round(weights[""], 2)}}}
    meta = {"version": folder.name, "learning": gate}
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return read_model(folder)


def test_names_patterns_weights_and_scores_are_compared(tmp_path: Path) -> None:
    old = model(tmp_path / "1", NAMES, {"a": "{driver} of", "b": "b"}, {"": 0.5, "x": 1, "y": 2})
    new = model(
        tmp_path / "2",
        [NAMES[0], {**NAMES[0], "pattern": "Annie Lee"}],
        {"a": "{driver} for", "b": "b"},
        {"": 0.6, "y": 2, "z": -3},
    )
    diff = diff_models(old, new)
    assert diff.names_added == (("DRIVER", "Annie Lee", "driver:ann-lee"),)
    assert diff.names_removed == (("TEAM", '[{"LOWER": "amber"}]', "team:amber"),)
    # A pattern that reads otherwise is another one.
    assert diff.patterns_added == (("a", "{driver} for"),)
    assert diff.patterns_removed == (("a", "{driver} of"),)
    assert diff.weights == (
        WeightChange("TEAM", "z", "team", 0.0, -3),
        WeightChange("TEAM", "x", "team", 1, 0.0),
        WeightChange("TEAM", "", "team", 0.5, 0.6),
    )
    assert diff.scores == {"all": (0.5, 0.6)}
    assert diff_view(diff)


def test_the_command_tells_what_the_second_has_and_the_first_has_not(tmp_path: Path) -> None:
    for version, names in (("1", NAMES[:1]), ("2", NAMES)):
        model(tmp_path / "versions" / version, names, {"a": "a"}, {"": 0.5})
    model(tmp_path / NAME, NAMES, {"a": "a"}, {"": 0.5})
    told = CliRunner().invoke(
        app, ["models", "diff", "1", "2", "--models", str(tmp_path), "--json"]
    )
    diff = json.loads(told.stdout)
    assert (diff["old"], diff["new"]) == ("1", "2")
    assert [added[0] for added in diff["names_added"]] == ["TEAM"]
    assert diff["names_removed"] == []


def test_a_model_is_like_itself(tmp_path: Path) -> None:
    same = model(tmp_path / "1", NAMES, {"a": "a"}, {"": 0.5})
    diff = diff_models(same, same)
    assert not any((diff.names_added, diff.names_removed, diff.weights, diff.patterns_added))
