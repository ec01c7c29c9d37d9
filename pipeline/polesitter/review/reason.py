"""Why a field is empty: the kind of reason, for machines, and the reason in words."""

from dataclasses import dataclass
from typing import Literal

ReasonKind = Literal[
    "default", "unnamed", "framing", "taken", "dropped", "group", "unsure", "outweighed",
    "unclaimed", "unread", "untold",
]  # fmt: skip
"""What stood in the way of a value.

default: only a change would be told. unnamed: no words name the competitor. framing: a
value is told, but of practice, history or another session. taken: the value is another
competitor's, or more surely another's. dropped: a place that gave way to the status.
group: a row or a group of places, and no single place. unsure: the likeliest value lies
below the floor of its field. outweighed: probable enough by itself, and other sentences
or the values of others speak against it. unclaimed: values of the kind stand near, but
are nobody's. unread: words stand near that no pattern knows. untold: there is nothing
of the kind.
"""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason."""

    kind: ReasonKind
    text: str

    def __str__(self) -> str:
        return self.text
