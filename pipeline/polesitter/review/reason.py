"""Why a field is empty: the kind of reason, for machines, and the reason in words."""

from dataclasses import dataclass
from typing import Literal

ReasonKind = Literal[
    "default", "unnamed", "framing", "ambiguous", "taken", "unsure", "unclaimed", "unread", "untold"
]
"""What stood in the way of a value.

default: only a change would be told. unnamed: no words name the competitor. framing: a
value is told, but of practice, history or another session. ambiguous: two values are
about as probable. taken: the value is another competitor's. unsure: the one value there
is not probable enough. unclaimed: values of the kind stand near, but are nobody's.
unread: words stand near that no pattern knows. untold: there is nothing of the kind.
"""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason."""

    kind: ReasonKind
    text: str

    def __str__(self) -> str:
        return self.text
