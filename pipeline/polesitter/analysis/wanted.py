"""Which sessions an answer is about: series, event, track, year."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from polesitter.analysis.aliases import Aliases
from polesitter.text.normal import words

NAMES = ("series", "event", "track")


@dataclass(slots=True)
class Wanted:
    """A choice of sessions; what is None is not asked for.

    A name fits where its words hold all words asked for ("indycar" fits "NTT INDYCAR
    SERIES"), or where patterns/ has both under one id. A session without a date is of no
    year. Classes are chosen later: a class may be told in one report of a session only.
    """

    series: str | None = None
    event: str | None = None
    track: str | None = None
    year: int | None = None
    car_class: str | None = None
    aliases: Aliases = field(default_factory=Aliases)
    _known: dict[tuple[str, str | None], bool] = field(default_factory=dict)

    @property
    def columns(self) -> Sequence[str]:
        """The columns that the choice depends on."""
        named = [name for name in NAMES if getattr(self, name) is not None]
        return [*named, *(["session_date"] if self.year is not None else [])]

    def __call__(self, values: tuple[Any, ...]) -> bool:
        """Tell whether a row with these values of `columns` is wanted."""
        for name, value in zip(self.columns, values, strict=True):
            if name == "session_date":
                if value is None or value.year != self.year:
                    return False
            elif not self._fits(name, value):
                return False
        return True

    @property
    def in_words(self) -> str:
        """The choice as people read it; "" where nothing is asked for."""
        asked = (self.series, self.event, self.track, self.car_class, self.year)
        return " · ".join(str(one) for one in asked if one is not None)

    def has_class(self, car_class: str | None) -> bool:
        """Tell whether a class is wanted; spaces and capitals make no difference."""
        if self.car_class is None:
            return True
        return car_class is not None and class_key(car_class) == class_key(self.car_class)

    def _fits(self, name: str, value: str | None) -> bool:
        key = (name, value)
        if key not in self._known:
            self._known[key] = value is not None and self._is_called(name, value)
        return self._known[key]

    def _is_called(self, name: str, value: str) -> bool:
        asked = str(getattr(self, name))
        if set(words(asked)) <= set(words(value)):
            return True
        return self.aliases.id_of(name, asked) == self.aliases.id_of(name, value)


def class_key(car_class: str) -> str:
    """Return what two spellings of a class share: "GTD PRO" and "GTDPro" are one."""
    return "".join(words(car_class))
