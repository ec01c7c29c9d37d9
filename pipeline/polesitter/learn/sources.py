"""Predictions by name: from a model that reads the reports now, or from what was stored."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.predictions import Prediction, predict, read_predictions
from polesitter.run.model import is_factory, load


class LookUp:
    """Stored predictions by report id; a report that nobody read has an empty one."""

    def __init__(self, found: Mapping[str, Prediction]) -> None:
        self.found = found

    def __call__(self, gold: GoldReport) -> Prediction:
        """Return what was read in a report."""
        return self.found.get(gold.id, Prediction())


def is_model(source: str | Path) -> bool:
    """Tell whether a name is that of a pipeline: a folder of one, or "module:function"."""
    return is_factory(source) or (Path(source) / "meta.json").is_file()


def predictions_of(source: str | Path, golds: Iterable[GoldReport]) -> dict[str, Prediction]:
    """Return the predictions of a model, or those stored, by report id.

    `source`: a model, or what read_predictions takes. Raises PolesitterError where it is
    neither, or a model is to read a report of which there is no text (E708).
    """
    if not is_model(source):
        return read_predictions(Path(source))
    read = reader_of(source)
    return {gold.id: read(gold) for gold in golds}


def common_predictions(
    old: str | Path, new: str | Path, golds: Sequence[GoldReport]
) -> tuple[list[GoldReport], dict[str, Prediction], dict[str, Prediction]]:
    """Return the reports that both sources have read, and the predictions of each.

    A model has read all; what is stored may hold fewer. Raises as predictions_of does.
    """
    stored = {one: read_predictions(Path(one)) for one in (old, new) if not is_model(one)}
    common = [gold for gold in golds if all(gold.id in found for found in stored.values())]
    was, now = (stored[one] if one in stored else predictions_of(one, common) for one in (old, new))
    return common, was, now


def reader_of(model: str | Path | None) -> Callable[[GoldReport], Prediction]:
    """Return a pipeline as a function of annotated reports, of which it sees the plain text."""
    nlp = load(model)

    def read_now(gold: GoldReport) -> Prediction:
        if not gold.text:
            raise PolesitterError(Errors.E708.format(path=gold.id, marked=f"{gold.id}.txt"))
        return predict(nlp, gold)

    return read_now
