"""Twins: models built as the one in use is, but not taught the reports that the gate judges by.

The twin of the model in use is kept for the next retraining, which else would have to
build it again.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.store import ModelStore

HELD = "held.json"
NAMED = 16
"""Hexadecimal digits of a model's digest that its twin is kept under."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A model, and the ids of the reports that it was not taught."""

    model: Path
    held: frozenset[str]


def kept_twin(store: ModelStore) -> Twin | None:
    """Return the twin of the model in use, if one is kept."""
    folder = _place(store, store.in_use)
    if not (folder / HELD).is_file():
        return None
    held = json.loads((folder / HELD).read_text(encoding="utf-8"))
    return Twin(folder / "model", frozenset(held))


def keep_twin(store: ModelStore, twin: Twin, model: Path) -> Twin:
    """Keep the twin of a model, in the place of an earlier one."""
    place, making = _place(store, model), store.staging / "twin"
    shutil.rmtree(making, ignore_errors=True)
    shutil.copytree(twin.model, making / "model")
    (making / HELD).write_text(json.dumps(sorted(twin.held)), encoding="utf-8")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(place, ignore_errors=True)
    making.rename(place)
    return Twin(place / "model", twin.held)


def forget_other_twins(store: ModelStore) -> None:
    """Delete the twins of models that are neither in use nor kept."""
    known = {_place(store, folder) for folder in (store.in_use, *store.versions.glob("*"))}
    for place in (store.root / "gate").glob("*"):
        if place not in known:
            shutil.rmtree(place)


def _place(store: ModelStore, model: Path) -> Path:
    return store.root / "gate" / folder_digest(model)[:NAMED]
