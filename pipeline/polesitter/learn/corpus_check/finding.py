"""What a check found."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken rule: `file`, its line (from 1; None for the file as a whole), and what is wrong.

    An error breaks a rule; a warning is worth a look.
    """

    file: str
    line: int | None
    severity: Severity
    message: str
