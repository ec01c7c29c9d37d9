"""Which clause of its sentence each item stands in: "Hamlin, who won here last year, was fifth"."""

from collections.abc import Sequence

from polesitter.relations.bucket import bucket
from polesitter.relations.clauses import clauses_of
from polesitter.relations.view import Item, Sentence

MODIFIERS = frozenset(
    {"'s", "the", "a", "an", "his", "her", "their", "its", "no", "no.", ".", "#", "nos", "number",
     "teammate", "team-mate", "teammates", "driver", "rookie", "fellow", "points", "leader",
     "defending", "champion", "reigning", "winner", "series", "only", "just", "nearly", "almost",
     "barely", "about", "second", "other", "sister", "same", "local", "favorite", "former",
     "veteran", "team"}
)  # fmt: skip
"""Words that stand before a name and say nothing of its place in the sentence."""


class ClauseMap:
    """`clause_of`: item -> its clause; `within`: clause -> the clause it interrupts, or None."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        clauses = clauses_of(text, sentence.start, sentence.end)
        number = {id(clause): at for at, clause in enumerate(clauses)}
        self.within: list[int | None] = [
            None if clause.within is None else number.get(id(clause.within)) for clause in clauses
        ] or [None]
        stretches = sorted((span, at) for at, clause in enumerate(clauses) for span in clause.spans)
        self.clause_of: list[int] = []
        here = 0
        for item in sentence.items:
            while here < len(stretches) and stretches[here][0][1] <= item.start:
                here += 1
            inside = here < len(stretches) and stretches[here][0][0] <= item.start
            self.clause_of.append(stretches[here][1] if inside else 0)

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

    def features(
        self, items: Sequence[Item], heads: Sequence[int], head: int, place: int
    ) -> list[str]:
        """What speaks for a value being its head's, other clauses left out; by item places."""
        clause_of = self.clause_of
        own, other = clause_of[head], clause_of[place]
        order = "hv" if head < place else "vh"
        low, high = (head, place) if head < place else (place, head)
        kept = {own, other}
        path = [at for at in range(low + 1, high) if clause_of[at] in kept]
        crossed = min(sum(low < at < high and clause_of[at] in kept for at in heads), 2)
        mine = [at for at in heads if clause_of[at] == other]
        left = [at for at in mine if at < place]
        where = "none" if not mine else "left" if left else "right"
        subject = bool(mine) and mine[0] == head
        last = bool(left) and left[-1] == head
        keys = [items[at].key for at in path if items[at].key not in MODIFIERS]
        name = f"cl {order} {self.shape(own, other)}"
        return [
            name, f"{name} hb:{crossed}",
            f"{name} subject:{subject} last:{last} of:{min(len(mine), 3)}",
            f"{name} own:{where}", f"{name} d:{bucket(len(path))}",
            f"{name} a:{keys[0] if keys else '-'}", f"{name} z:{keys[-1] if keys else '-'}",
            f"cl {order} hb:{crossed} k:{' '.join(keys) if len(keys) <= 4 else '-'}",
        ]  # fmt: skip
