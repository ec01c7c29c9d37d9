"""Results of a few reports straight into a DataFrame, without a folder on disk."""

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from polesitter.records.dataset.frame import to_frame
from polesitter.records.dataset.parts import in_order
from polesitter.records.dataset.tables import build_tables
from polesitter.run.model import load
from polesitter.run.plan import Shard
from polesitter.run.worker import MAX_CHARS, Options, extract_shard
from polesitter.text.inputs import find_inputs, refuse_missing

if TYPE_CHECKING:
    import pandas as pd


class InputsSetAside(UserWarning):
    """Warns that some inputs gave no results; `DataFrame.attrs["errors"]` tells why."""


def extract(
    paths: str | Path | Sequence[str | Path],
    *,
    root: str | Path | None = None,
    model: str | Path | None = None,
    max_chars: int = MAX_CHARS,
) -> "pd.DataFrame":
    """Return the results of the reports under `paths`, sorted by source.

    The rows are those of the results table. Inputs set aside are warned of, and
    listed in `.attrs["errors"]` as dicts with source, stage, error and message.
    Raises PolesitterError where none of the paths exists (E128) or there is no model
    (E501, E502).
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    inputs = find_inputs(given, root=None if root is None else Path(root))
    refuse_missing(given, inputs)
    nlp = load(model)
    batches = [build_tables([], inputs.errors)]
    batches.extend(extract_shard(nlp, Shard("all", inputs.files), Options(False, max_chars)))
    errors = in_order("errors", pa.concat_tables([batch["errors"] for batch in batches]))
    results = in_order("results", pa.concat_tables([batch["results"] for batch in batches]))
    frame = to_frame(results)
    frame.attrs["errors"] = errors.to_pylist()
    if errors.num_rows:
        told = f"{errors.num_rows} of the inputs gave no results; see .attrs['errors']"
        warnings.warn(told, InputsSetAside, stacklevel=3)
    return frame
