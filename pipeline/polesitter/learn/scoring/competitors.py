"""Which competitor a mention speaks of, by name: for comparing with a record."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.learn.scoring.align import Row
from polesitter.learn.scoring.same import norm, same_driver, same_name, surname
from polesitter.types import Mention

FIELD_OF = {"DRIVER": "driver", "NUMBER": "number", "TEAM": "team"}
"""Label of a competitor's mention -> the field of a record it names; the first stated counts."""


def known_by(row: Row) -> str | None:
    """Return the field of a record by which its competitor is known, None where none is stated."""
    return next((name for name in FIELD_OF.values() if row.get(name)), None)


@dataclass(frozen=True, slots=True)
class Competitor:
    """A driver by fullest name, or a car told without one, by number or team."""

    label: str
    name: str

    def is_of(self, row: Row) -> bool:
        """Whether a record is this competitor's; one of a crew is enough."""
        stated = row.get(FIELD_OF.get(self.label, ""))
        if not stated:
            return False
        if self.label == "DRIVER":
            shared = same_driver(str(stated), self.name, every=False)
            return shared or surname(str(stated)) == surname(self.name)
        if self.label == "NUMBER":
            return norm(str(stated)) == norm(self.name)
        return same_name(str(stated), self.name)


def competitors_of(mentions: Sequence[Mention]) -> list[Competitor]:
    """Return the competitor each mention would speak of, at the mention's index."""
    names = entity_names(mentions)
    return [
        Competitor(
            one.label,
            str(one.value or one.text) if one.label == "NUMBER" else names.get(_key(one), one.text),
        )
        for one in mentions
    ]


def entity_names(mentions: Sequence[Mention]) -> dict[tuple[str, str], str]:
    """Return (label, entity id) -> its fullest form: the longest, then the commonest."""
    forms: dict[tuple[str, str], Counter[str]] = {}
    for one in mentions:
        if one.entity_id is not None:
            forms.setdefault(_key(one), Counter())[one.text] += 1
    return {key: max(counts.items(), key=_fullness)[0] for key, counts in forms.items()}


def _key(mention: Mention) -> tuple[str, str]:
    return mention.label, mention.entity_id or ""


def _fullness(form: tuple[str, int]) -> tuple[int, int]:
    return len(form[0]), form[1]
