"""How many reports go through the pipeline together; here, because it must not load spaCy."""

from typing import Final

BATCH: Final = 16
"""Documents of a batch at most, as which a stage is as quick as with more."""
