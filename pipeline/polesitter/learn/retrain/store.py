"""The folder of models: the one in use, and those that were, or could be again."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from polesitter.errors import PolesitterError
from polesitter.learn.retrain.errors import RetrainErrors
from polesitter.learn.retrain.exchange_folders import exchange_folders, put_back
from polesitter.learn.retrain.folder_digest import SHOWN, folder_digest
from polesitter.learn.retrain.version import version_parts
from polesitter.run.model import NAME


@dataclass(frozen=True, slots=True)
class StoredModel:
    """A model by the name it is kept under, its folder and its meta.json."""

    name: str
    folder: Path
    meta: dict[str, Any]

    @property
    def version(self) -> str:
        """The version its meta.json tells."""
        return str(self.meta.get("version", ""))

    @property
    def learning(self) -> dict[str, Any]:
        """What its retraining recorded; empty for a model that `make model` built."""
        return dict(self.meta.get("learning") or {})


class ModelStore:
    """A folder as models/: en_qualifying in use, versions/ beside it, history.jsonl.

    Whatever is written is made in .staging/ and renamed, so that every folder with a
    name is whole.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.in_use = root / NAME
        self.versions = root / "versions"
        self.staging = root / ".staging"
        self.history = root / "history.jsonl"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep others from writing here while the block runs; E651 where one does already."""
        lock = FileLock(self.root / ".lock")
        try:
            with lock.acquire(timeout=0):
                put_back(self.in_use)
                yield
        except Timeout as error:
            raise PolesitterError(RetrainErrors.E651.format(root=self.root)) from error

    def current(self) -> StoredModel:
        """Return the model in use; raises PolesitterError (E650) where there is none."""
        put_back(self.in_use)
        if not (self.in_use / "meta.json").is_file():
            raise PolesitterError(RetrainErrors.E650.format(path=self.in_use, what="model in use"))
        return read_model(self.in_use)

    def kept(self) -> list[StoredModel]:
        """Return the models of versions/, by version."""
        found = [read_model(path.parent) for path in self.versions.glob("*/meta.json")]
        return sorted(found, key=_by_version)

    def listed(self) -> list[tuple[StoredModel, bool]]:
        """Return the models by version, each with whether it is in use; that one once."""
        current, kept = self.current(), self.kept()
        name = self.name_of(current)
        if name not in {model.name for model in kept}:
            kept.append(StoredModel(name, current.folder, current.meta))
        return [(model, model.name == name) for model in sorted(kept, key=_by_version)]

    def find(self, name: str) -> StoredModel:
        """Return the model of a version: one kept, or the one in use; else raises E652."""
        kept = {model.name: model for model in self.kept()}
        current = self.current()
        found = kept.get(name) or (current if current.version == name else None)
        if found is None:
            known = ", ".join(dict.fromkeys([*kept, current.version]))
            raise PolesitterError(
                RetrainErrors.E652.format(version=name, root=self.root, kept=known)
            )
        return found

    def name_of(self, model: StoredModel) -> str:
        """Return the name a model is or would be kept under.

        That is its version, with a digest where another model of that version is kept.
        """
        digest = folder_digest(model.folder)
        namesake = self.versions / model.version
        if not namesake.exists() or folder_digest(namesake) == digest:
            return model.version
        return f"{model.version}+{digest[:SHOWN]}"

    def keep(self, model: StoredModel) -> Path:
        """Copy a model to versions/, unless it is there; return its folder."""
        place = self.versions / self.name_of(model)
        if not place.exists():
            self.versions.mkdir(parents=True, exist_ok=True)
            self.copy_to(model.folder, "incoming").rename(place)
        return place

    def use(self, name: str) -> StoredModel:
        """Put a kept model into use, and keep the one that was."""
        chosen = self.find(name)
        self.keep(self.current())
        if chosen.folder != self.in_use:
            self.swap_in(self.copy_to(chosen.folder, "chosen"))
        return read_model(self.in_use)

    def swap_in(self, fresh: Path) -> None:
        """Let a folder on the same disk be the model in use from one moment to the next.

        Afterwards `fresh` is gone, and what was in use with it.
        """
        if self.in_use.exists():
            exchange_folders(self.in_use, fresh)
            shutil.rmtree(fresh)
        else:
            fresh.rename(self.in_use)

    def copy_to(self, folder: Path, name: str) -> Path:
        """Copy a folder into .staging/ under a name; what an earlier kill left there goes."""
        place = self.staging / name
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder, place)
        return place


def read_model(folder: Path) -> StoredModel:
    """Return a folder of a model with its meta.json."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    return StoredModel(folder.name, folder, meta)


def _by_version(model: StoredModel) -> tuple[tuple[int, ...], str]:
    return version_parts(model.name), model.name
