"""A claim: "this mention says so much of that competitor", with what speaks for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from polesitter.relations.signs.family import Part, names_of


@dataclass(slots=True, init=False)
class Claim:
    """A value's mention and a competitor, not yet judged.

    `value` is the mention's own or one reading of it (a row has two places).
    `head`: mention of the competitor. `scores`, once judged: what the claim may mean
    ("position", "grid", "team", …) and how probable each is. `own`: what the value's
    slot alone tells, shared by all claims on its mention.
    """

    label: str
    competitor: str
    head: int
    mention: int
    sentence: int
    value: float | str | None
    parts: Sequence[Part]
    scores: dict[str, float]
    rule: str
    framing: str
    own: tuple[Part, ...]

    # Written out, because what dataclasses write is never compiled, and costs six times as much.
    def __init__(
        self,
        label: str,
        competitor: str,
        head: int,
        mention: int,
        sentence: int,
        value: float | str | None,
        parts: Sequence[Part],
        scores: dict[str, float] | None = None,
        rule: str = "",
        framing: str = "outcome",
        own: tuple[Part, ...] = (),
    ) -> None:
        self.label, self.competitor = label, competitor
        self.head, self.mention, self.sentence = head, mention, sentence
        self.value, self.parts = value, parts
        self.scores = {} if scores is None else scores
        self.rule, self.framing, self.own = rule, framing, own

    @property
    def signs(self) -> list[str]:
        """The names of all signs: the value's own, and those of the pair."""
        return names_of((*self.own, *self.parts))
