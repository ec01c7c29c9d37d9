"""Line ends as one would see them, however a report was typed."""

import re
from typing import Final

TYPED_END: Final = re.compile(r"[ \t\u00a0]*(?:\r\n?|\n)")
"""A line end, and the spaces before it, which show nothing."""


def line_ends(space: str) -> str:
    """Whitespace with each line ended by a line feed alone; what follows the last is kept."""
    return TYPED_END.sub("\n", space)
