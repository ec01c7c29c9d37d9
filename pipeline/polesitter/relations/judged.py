"""The claims of a report with their scores, as values and as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.spreads import Spread
from polesitter.relations.claims.superseded import TakenBack
from polesitter.relations.competitors.crews import CrewClaim
from polesitter.relations.competitors.mates import MateClaim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View
from polesitter.types import Mention


@dataclass(slots=True)
class Judged:
    """All claims of a report, scored.

    `words`: what proves a claim that rests on no mention; claims count them on from the
    view's mentions. `recorded`: competitor -> how probable it is that it has a record.
    `spreads`: by how much the first few are apart.
    """

    frames: list[Frame]
    claims: list[Claim] = field(default_factory=list)
    targets: dict[tuple[int, int], list[Claim]] = field(default_factory=dict)
    classes: list[ContextClaim] = field(default_factory=list)
    segments: list[ContextClaim] = field(default_factory=list)
    crews: list[CrewClaim] = field(default_factory=list)
    mates: list[MateClaim] = field(default_factory=list)
    words: list[Mention] = field(default_factory=list)
    recorded: dict[str, float] = field(default_factory=dict)
    spreads: list[Spread] = field(default_factory=list)

    def forget_signs(self) -> None:
        """Let go of all that spoke for the claims, which is most of the memory they take."""
        self.frames = []
        for claim in chain(self.claims, *self.targets.values()):
            claim.parts, claim.own = (), ()
        for context in chain(self.classes, self.segments):
            context.parts = ()
        for pair in chain[CrewClaim | MateClaim](self.crews, self.mates):
            pair.parts = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data: everything but the features, the frames and the words."""
        return {
            "claims": [_claim_row(claim) for claim in self.claims],
            "targets": [
                [mention, head, [_claim_row(claim) for claim in claims]]
                for (mention, head), claims in self.targets.items()
            ],
            "classes": [_context_row(context) for context in self.classes],
            "segments": [_context_row(context) for context in self.segments],
            "crews": [[c.first, c.second, c.sentence, c.scores] for c in self.crews],
            "mates": [[m.first, m.second, m.sentence, m.cue, m.probability] for m in self.mates],
            "recorded": self.recorded,
            "spreads": [list(spread) for spread in self.spreads],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Judged":
        """What `to_dict` wrote, without features, frames and words."""
        return cls(
            frames=[],
            claims=[_claim(row) for row in data["claims"]],
            targets={(m, h): [_claim(row) for row in rows] for m, h, rows in data["targets"]},
            classes=[_context(row) for row in data["classes"]],
            segments=[_context(row) for row in data["segments"]],
            crews=[CrewClaim(a, b, n, (), dict(p)) for a, b, n, p in data["crews"]],
            mates=[MateClaim(a, b, n, cue, (), p) for a, b, n, cue, p in data["mates"]],
            recorded=dict(data["recorded"]),
            spreads=[Spread(*row) for row in data["spreads"]],
        )


class Crewed(NamedTuple):
    """A report with its crews as one competitor each, and the pairs judged for it."""

    view: View
    frames: list[Frame]
    crews: list[CrewClaim]


@dataclass(slots=True)
class Weighed:
    """A report whose claims are judged each by its own words, and not yet by all others.

    `view`: the report, its crews as one; `told`: all that was weighed of statuses.
    """

    view: View
    judged: Judged
    told: list[Claim]
    taken_back: TakenBack


def _claim_row(claim: Claim) -> list[Any]:
    return [claim.label, claim.competitor, claim.head, claim.mention, claim.sentence,
            claim.value, claim.scores, claim.rule, claim.framing]  # fmt: skip


def _claim(row: Sequence[Any]) -> Claim:
    label, competitor, head, mention, sentence, value, scores, rule, framing = row
    return Claim(label, competitor, head, mention, sentence, value, (), dict(scores), rule, framing)


def _context_row(context: ContextClaim) -> list[Any]:
    return [context.competitor, context.value, context.head, context.mention, context.sentence,
            context.probability]  # fmt: skip


def _context(row: Sequence[Any]) -> ContextClaim:
    competitor, value, head, mention, sentence, probability = row
    return ContextClaim(competitor, value, head, mention, sentence, (), probability)
