"""Teams that bear a competitor's surname: "Ruman Racing" is likelier Amy Ruman's than a rival's."""

from collections.abc import Iterator, Mapping
from typing import Final

from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Family, Part
from polesitter.text.normal import SUFFIXES, normal, words

SHORTEST: Final = 3
"""Letters of a surname that may name a team."""
NOTHING, SURNAME, WHOLE = range(3)
"""How much of a name a team bears: its surname, or first name and surname."""


def _namesake(key: tuple[int, int, bool]) -> Iterator[str]:
    own, rivals, near = key
    told = f"namesake own:{own} rivals:{rivals}"
    yield from (told, f"{told} near:{near}")


NAMESAKE: Final = Family(shapes=[_namesake])


class Namesakes:
    """Whose names the teams of a report bear.

    `names`: surname -> competitor -> the fullest of its names that ends with it.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.names: dict[str, dict[str, str]] = {}
        self._bearers: dict[int, Mapping[str, int]] = {}
        for at, who in view.head_of.items():
            if view.mentions[at].label == "DRIVER":
                name = words(view.mentions[at].text)
                while len(name) > 1 and name[-1] in SUFFIXES:
                    name = name[:-1]
                if name and len(name[-1]) >= SHORTEST:
                    known = self.names.setdefault(name[-1], {})
                    known[who] = max(known.get(who, ""), " ".join(name), key=len)

    def parts(self, who: str, team: int, *, near: bool) -> tuple[Part, ...]:
        """What the name of a team tells of its being a competitor's; nothing where it is nobody's.

        `team`: its mention; `near`: not told from afar.
        """
        if team not in self._bearers:
            self._bearers[team] = self._bearers_of(team)
        bearers = self._bearers[team]
        if not bearers:
            return ()
        rivals = max((how for other, how in bearers.items() if other != who), default=NOTHING)
        return ((NAMESAKE, (), ((bearers.get(who, NOTHING), rivals, near),)),)

    def _bearers_of(self, team: int) -> dict[str, int]:
        text = self.view.mentions[team].text
        borne = [self.names[word] for word in words(text) if word in self.names]
        return {
            who: WHOLE if " " in name and name in normal(text) else SURNAME
            for named in borne
            for who, name in named.items()
        }
