"""What is read of a mention to tell who is meant."""

from typing import NamedTuple, Protocol


class Labelled(Protocol):
    """A label and the words: every Mention is one."""

    @property
    def label(self) -> str:
        """One of types.LABELS."""

    @property
    def text(self) -> str:
        """The words as written."""


class Words(NamedTuple):
    """A mention less all that resolving does not ask for; many times cheaper to make."""

    label: str
    text: str
