"""Finding and loading the pipeline."""

import gc
import hashlib
import json
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from polesitter.errors import Errors, PolesitterError

if TYPE_CHECKING:
    from spacy.language import Language

NAME = "en_qualifying"
SPACY_CODE = re.compile(r"^\[E\d+\] ")
"""What spaCy's messages begin with: its numbers are not ours."""
FACTORY = re.compile(r"[A-Za-z_][\w.]*:[A-Za-z_]\w*")

COLLECTED_AT = 50_000
"""Objects made and not yet gone at which the garbage collector of a worker looks at them."""

_VERSIONS: "WeakKeyDictionary[Language, str]" = WeakKeyDictionary()
_PACKAGE = Path(__file__).resolve().parents[1]
PLACES = (
    _PACKAGE / "_model" / NAME,  # in an installed package
    _PACKAGE.parents[1] / "models" / NAME,  # in a checkout
)


def load(model: str | Path | None = None) -> "Language":
    """Load a pipeline: the one that comes with the package, or another.

    `model` is a folder, the name of an installed spaCy package, or "module:function",
    called without arguments, for a pipeline made in code. Raises PolesitterError
    where none is found (E501) or it cannot be loaded (E502).
    """
    chosen = bundled_model() if model is None else model
    try:
        if is_factory(chosen):
            module, function = str(chosen).split(":")
            made: Language = getattr(import_module(module), function)()
            return made
        import spacy

        return spacy.load(chosen)
    except (OSError, ImportError, AttributeError, ValueError) as error:
        # Where the model lies is the caller's business, and the message is shown to them.
        detail = SPACY_CODE.sub("", str(error).partition("\n")[0]).rstrip(". ")
        detail = detail or type(error).__name__
        raise PolesitterError(Errors.E502.format(model=chosen, detail=detail)) from error


def load_for_good(model: str | Path | None = None) -> "Language":
    """Load a pipeline that lives as long as this process, as `load` does."""
    nlp = load(model)
    settle()
    return nlp


def settle() -> None:
    """Have the garbage collector leave alone what this process holds, and look less often.

    It would look through all of the model again and again while reports are read, and
    through what the report at hand is made of, of which next to nothing goes in circles.
    """
    gc.collect()
    gc.freeze()
    collect_seldom()


def collect_seldom() -> None:
    """Have the garbage collector of this process look less often."""
    gc.set_threshold(COLLECTED_AT)


def model_version(model: str | Path | None = None) -> str:
    """Return what `version_of` does, without loading the pipeline where possible."""
    chosen = bundled_model() if model is None else model
    meta = Path(chosen) / "meta.json"
    if not meta.is_file():
        return version_of(load(chosen))
    return _version(json.loads(meta.read_text(encoding="utf-8")), Path(chosen))


def version_of(nlp: "Language") -> str:
    """Return name and version of a loaded pipeline, as in "en_qualifying 0.1.0+3f2a9c1b".

    What follows the plus sign is a digest of the model's files: a model trained anew is
    another one, whatever version it says it has. A pipeline made in code has none.
    """
    known = _VERSIONS.get(nlp)
    if known is None:
        # Remembered, because for its meta spaCy goes through all patterns each time.
        known = _VERSIONS[nlp] = _version(nlp.meta, getattr(nlp, "path", None))
    return known


def is_as_loaded(nlp: "Language") -> bool:
    """Tell whether the files of a pipeline are those that `version_of` saw first."""
    folder = getattr(nlp, "path", None)
    return folder is None or _digest.__wrapped__(folder) == _digest(folder)


def bundled_model() -> Path:
    """Return the folder of the model that comes with the package; E501 if there is none."""
    for place in PLACES:
        if (place / "meta.json").is_file():
            return place
    raise PolesitterError(Errors.E501.format(looked=" and ".join(str(place) for place in PLACES)))


def is_factory(model: str | Path) -> bool:
    """Tell whether a model is given as "module:function"."""
    return bool(FACTORY.fullmatch(str(model))) and not Path(model).exists()


def _version(meta: dict[str, object], folder: Path | None) -> str:
    named = f"{meta['lang']}_{meta['name']} {meta['version']}"
    return named if folder is None else f"{named}+{_digest(folder)}"


@cache
def _digest(folder: Path) -> str:
    """Return eight hexadecimal digits that stand for all files of a model."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:8]
