"""Which clause of its sentence each item stands in: "Hamlin, who won here last year, was fifth"."""

from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.relations.bucket import bucket
from polesitter.relations.clauses import Clause, clauses_of
from polesitter.relations.signs import Family, Part
from polesitter.relations.view import Sentence

MODIFIERS: Final = frozenset(
    {"'s", "the", "a", "an", "his", "her", "their", "its", "no", "no.", ".", "#", "nos", "number",
     "teammate", "team-mate", "teammates", "driver", "rookie", "fellow", "points", "leader",
     "defending", "champion", "reigning", "winner", "series", "only", "just", "nearly", "almost",
     "barely", "about", "second", "other", "sister", "same", "local", "favorite", "former",
     "veteran", "team"}
)  # fmt: skip
"""Words that stand before a name and say nothing of its place in the sentence."""
SHAPES = ("same", "in aside", "out of aside", "both aside", "apart 1", "apart 2", "apart 3")
Near = tuple[int, str, int, int]
"""How many heads share a value's clause (3: or more), on which side of it the first stands,
the places of the first and of the last before the value, -1 for none."""
LONGEST: Final = 4
"""Words between a head and a value, up to which they are told as a phrase."""


class ClauseMap:
    """`clause_of`: item -> its clause; `within`: clause -> the clause it interrupts, or None."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        clauses = clauses_of(text, sentence.start, sentence.end)
        self._near: dict[int, Near] = {}
        self.clause_of = [0] * len(sentence.items)
        self.within: list[int | None] = [None]
        self.single = len(clauses) <= 1
        if not self.single:
            self._place(sentence, clauses)

    def _place(self, sentence: Sentence, clauses: Sequence[Clause]) -> None:
        """Tell the clauses of the items apart."""
        number = {id(clause): at for at, clause in enumerate(clauses)}
        self.within = [
            None if clause.within is None else number.get(id(clause.within)) for clause in clauses
        ]
        stretches = sorted((span, at) for at, clause in enumerate(clauses) for span in clause.spans)
        here = 0
        (start, end), clause = stretches[here]
        for at, item in enumerate(sentence.items):
            while end <= item.start and here + 1 < len(stretches):
                here += 1
                (start, end), clause = stretches[here]
            if start <= item.start < end:
                self.clause_of[at] = clause

    def shape(self, own: int, other: int) -> str:
        """How the clause of a value (`other`) stands to that of a competitor (`own`)."""
        if own == other:
            return "same"
        if self.within[other] == own:
            return "in aside"
        if self.within[own] == other:
            return "out of aside"
        if self.within[own] is not None and self.within[own] == self.within[other]:
            return "both aside"
        return f"apart {min(abs(own - other), 3)}"

    def told(self, keys: Sequence[str], heads: Sequence[int], head: int, place: int) -> Part:
        """What speaks for a value being its head's, other clauses left out; by item places."""
        clause_of = self.clause_of
        own, other = clause_of[head], clause_of[place]
        order, low, high = ("hv", head, place) if head < place else ("vh", place, head)
        inside: Sequence[int] = range(low + 1, high)
        crossing = [at for at in heads if low < at < high]
        if not self.single:
            inside = [at for at in inside if clause_of[at] in (own, other)]
            crossing = [at for at in crossing if clause_of[at] in (own, other)]
        near = self._near.get(place)
        if near is None:
            near = self._near[place] = self._heads_near(heads, place)
        n, where, subject, last = near
        told = [keys[at] for at in inside if keys[at] not in MODIFIERS]
        family = FAMILIES[order, self.shape(own, other), min(len(crossing), 2)]
        words = (
            told[0] if told else "-", told[-1] if told else "-",
            " ".join(told) if len(told) <= LONGEST else "-",
        )  # fmt: skip
        shape = (subject == head, last == head, n, where, bucket(len(inside)))
        return (family, words, (shape,))

    def _heads_near(self, heads: Sequence[int], place: int) -> Near:
        other = self.clause_of[place]
        mine = [at for at in heads if self.clause_of[at] == other]
        if not mine:
            return (0, "none", -1, -1)
        left = [at for at in mine if at < place]
        where, last = ("left", left[-1]) if left else ("right", -1)
        return (min(len(mine), 3), where, mine[0], last)


class _Signs:
    """How clauses of one shape are told, in one order and with so many heads between."""

    def __init__(self, order: str, shape: str, crossed: int) -> None:
        self.name = f"cl {order} {shape}"
        self.crossed = crossed
        words = [(f"{self.name} a:",), (f"{self.name} z:",), (f"cl {order} hb:{crossed} k:",)]
        self.family = Family(words, [self._shape])

    def _shape(self, key: tuple[bool, bool, int, str, str]) -> Iterator[str]:
        subject, last, n, where, apart = key
        yield f"{self.name} subject:{subject} last:{last} of:{n}"
        yield from (self.name, f"{self.name} hb:{self.crossed}", f"{self.name} own:{where}")
        yield f"{self.name} d:{apart}"


FAMILIES: Final = {
    (order, shape, crossed): _Signs(order, shape, crossed).family
    for order in ("hv", "vh")
    for shape in SHAPES
    for crossed in range(3)
}
