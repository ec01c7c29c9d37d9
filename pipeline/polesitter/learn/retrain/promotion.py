"""Promotion: model, corpus and patterns change together, or nothing does.

What is to change is first written down whole, in .staging/promotion. The moment at which
the model changes place with the one in use decides: killed before, the next command
throws the plan away; killed after, it carries the plan out to the end.
"""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from polesitter.learn.retrain.folder_digest import folder_digest
from polesitter.learn.retrain.history import HistoryLine, history_text
from polesitter.learn.retrain.store import ModelStore, read_model
from polesitter.records.dataset.files import sync

READY, MAKING, PLAN = "promotion", "promotion.unfinished", "plan.json"


@dataclass(frozen=True, slots=True)
class Promotion:
    """What is to change: the folder of the new model, files by their place, and the history."""

    model: Path
    files: Mapping[Path, bytes]
    line: HistoryLine


def promote(store: ModelStore, promotion: Promotion) -> None:
    """Put a model into use, with the corpus and the patterns it was learned from.

    The store must be locked. The model it replaces is kept in versions/. Raises OSError
    where the disk is full; then the old model is in use.
    """
    _write_plan(store, promotion)
    store.keep(store.current())
    _keep_new(store)
    exchanged = store.copy_to(store.staging / READY / "model", "exchanged")
    store.swap_in(exchanged)
    _carry_out(store)


def recover(store: ModelStore) -> None:
    """Finish or forget a promotion that was interrupted; the store must be locked."""
    ready = store.staging / READY
    if (ready / PLAN).is_file():
        plan = json.loads((ready / PLAN).read_text(encoding="utf-8"))
        if folder_digest(store.in_use) == plan["digest"]:
            _carry_out(store)
        elif _is_kept(store, plan):
            shutil.rmtree(store.versions / plan["version"])
    shutil.rmtree(store.staging, ignore_errors=True)


def _write_plan(store: ModelStore, promotion: Promotion) -> None:
    making = store.staging / MAKING
    shutil.rmtree(making, ignore_errors=True)
    making.mkdir(parents=True)
    shutil.copytree(promotion.model, making / "model")
    places = []
    for number, (place, content) in enumerate(sorted(promotion.files.items())):
        (making / str(number)).write_bytes(content)
        places.append(str(place.resolve()))
    plan = {
        "version": promotion.line.version,
        "digest": folder_digest(promotion.model),
        "files": places,
        "history": history_text(promotion.line),
    }
    (making / PLAN).write_text(json.dumps(plan), encoding="utf-8")
    for path in sorted(making.rglob("*")):
        sync(path)
    making.rename(store.staging / READY)
    sync(store.staging)


def _keep_new(store: ModelStore) -> None:
    place = store.versions / read_model(store.staging / READY / "model").version
    store.copy_to(store.staging / READY / "model", "incoming").rename(place)


def _is_kept(store: ModelStore, plan: Mapping[str, str]) -> bool:
    """Whether the new model stands in versions/ already, though it was never in use."""
    place = store.versions / plan["version"]
    return place.is_dir() and folder_digest(place) == plan["digest"]


def _carry_out(store: ModelStore) -> None:
    """Write corpus, patterns and history; each step may have been done before."""
    ready = store.staging / READY
    plan = json.loads((ready / PLAN).read_text(encoding="utf-8"))
    for number, place in enumerate(plan["files"]):
        _put(ready / str(number), Path(place))
    known = store.history.read_text(encoding="utf-8") if store.history.exists() else ""
    if plan["history"] not in known:
        (ready / "history").write_text(known + plan["history"], encoding="utf-8")
        (ready / "history").replace(store.history)
    # The plan goes first: what is left without it is rubbish.
    (ready / PLAN).unlink()
    shutil.rmtree(ready)


def _put(content: Path, place: Path) -> None:
    """Write a file apart, beside its place, and rename it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    apart = place.with_name(f".{place.name}.new")
    shutil.copyfile(content, apart)
    sync(apart)
    apart.replace(place)
