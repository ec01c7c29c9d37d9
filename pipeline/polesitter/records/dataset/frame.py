"""Arrow tables as DataFrames that keep whole numbers whole where values are missing."""

from typing import TYPE_CHECKING, Any

import pyarrow as pa

if TYPE_CHECKING:
    import pandas as pd


def to_frame(table: pa.Table) -> "pd.DataFrame":
    """Return a DataFrame: nullable integers and booleans, dates as datetime.date."""
    return table.to_pandas(types_mapper=_nullable)


def _nullable(kind: pa.DataType) -> Any:
    import pandas as pd

    return {
        pa.int16(): pd.Int16Dtype(),
        pa.int32(): pd.Int32Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }.get(kind)
