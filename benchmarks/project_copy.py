"""A copy of the project without some of its reports, and a model built in it."""

import shutil
from collections.abc import Collection
from pathlib import Path

from polesitter.learn.fold_corpus import copy_without
from polesitter.learn.retrain.learnt_lines import copy_by_hand, write_changes
from polesitter.learn.retrain.recipe import CONFIG, project_workshop
from polesitter.learn.retrain.retrain import Folders
from polesitter.learn.taught_parts import taught_parts
from polesitter.run.model import NAME


def folders_in(place: Path) -> Folders:
    """Return the folders of a project."""
    return Folders(place / "corpus", place / "patterns", place / "models")


def copy_project(
    root: Path, without: Collection[str], place: Path, *, learned: bool = True
) -> Folders:
    """Copy the project `root` without the reports of some ids, and without a model.

    `learned`: whether the lines of patterns/ that were learned come with it.
    """
    folders = folders_in(place)
    copy_without(root / "corpus", without, folders.corpus)
    copy_patterns = shutil.copytree if learned else copy_by_hand
    copy_patterns(root / "patterns", folders.patterns)
    folders.models.mkdir(parents=True)
    shutil.copyfile(root / "models" / CONFIG, folders.models / CONFIG)
    return folders


def build_in(folders: Folders, *, induce: bool, only_compared: bool = False) -> None:
    """Build the model of a project, in the place of any that was there.

    `induce`: first learn patterns anew, as retraining does; `only_compared`: by its cells,
    so that its scores need not be fitted.
    """
    workshop = project_workshop(folders.models)
    if induce:
        learnt = workshop.induce(taught_parts(folders.corpus), folders.patterns)
        write_changes(folders.patterns, learnt)
    build = (only_compared and workshop.build_twin) or workshop.build
    model = build(workshop.config, folders.patterns, folders.corpus)
    shutil.rmtree(folders.models / NAME, ignore_errors=True)
    model.to_disk(folders.models / NAME)
