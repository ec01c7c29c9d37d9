"""The manufacturer of a car as written: "Camaro GT4.R" is a Chevrolet."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from polesitter.text.normal import normal
from polesitter.text.plural import singular

CODES: Final = re.compile(r"[A-Z0-9]s$")
"""The end of a model's figures or capitals in the plural: "908s", "GT3 Rs"."""


class Makes:
    """Looks the longest leading words of a car up among makes and their models."""

    def __init__(self, lines: Iterable[Mapping[str, object]]) -> None:
        self.makes: dict[str, str] = {}
        for line in lines:
            make = str(line["make"])
            aliases = line.get("aliases", [])
            for alias in (make, *(aliases if isinstance(aliases, list) else [])):
                self.makes.setdefault(normal(str(alias)), make)

    def of(self, car: str) -> str | None:
        """The make of a car, None where no word of it is known."""
        parts = normal(car).split()
        for start in range(len(parts)):
            for end in range(len(parts), start, -1):
                name = " ".join(parts[start:end])
                make = self.makes.get(name) or self.makes.get(singular(name))
                if make is not None:
                    return make
        return None

    def singular(self, car: str) -> str:
        """A make or model told in the plural ("BMWs", "908s") as one car; others as they are.

        Of words in small letters the list tells which is one: "Subarus" ends as "Lotus" does.
        """
        one = car[:-1]
        listed = car.endswith("s") and normal(one) in self.makes
        return one if listed or CODES.search(car) else car
