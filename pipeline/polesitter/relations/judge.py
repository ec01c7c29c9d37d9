"""Judging claims: the learned weights applied, lists counted on, crews and classes found."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from polesitter.entities.linear import LinearModel, chance_of, shares
from polesitter.relations.about.frames import frames_of
from polesitter.relations.about.report_words import report_parts
from polesitter.relations.about.share import EVEN, expected_share
from polesitter.relations.all_told.places import PLACES, weigh_places
from polesitter.relations.all_told.recorded import RECORD, Recorded, find_recorded
from polesitter.relations.all_told.runs import RUNS, weigh_runs
from polesitter.relations.all_told.targets import TARGETS, find_targets
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.gap_target import target_claims
from polesitter.relations.claims.meanings import CHAINED, EXCLUSIVE, group_of
from polesitter.relations.claims.spreads import find_spreads
from polesitter.relations.claims.superseded import TakenBack
from polesitter.relations.competitors.crews import CrewClaim, find_crews
from polesitter.relations.competitors.mates import find_mates
from polesitter.relations.competitors.one_head import with_crews
from polesitter.relations.competitors.owners import OWNER, OwnerClaim, find_owners, with_owners
from polesitter.relations.competitors.sharing import sharing_of
from polesitter.relations.context.chain import ChainJudge, find_chain
from polesitter.relations.judged import Crewed, Judged, Weighed
from polesitter.relations.order.anchors import anchors_of, place_of
from polesitter.relations.order.walk import walk
from polesitter.relations.ranks.chain import find_rank_chain
from polesitter.relations.ranks.judge import RANKED, STEPPED, RankJudge
from polesitter.relations.reading.view import View
from polesitter.relations.rivals.compete import compete, odds_of
from polesitter.relations.signs.family import Part
from polesitter.relations.signs.weigher import Weigher
from polesitter.relations.statuses.status_words import status_claims
from polesitter.relations.statuses.unclassified import UNCLASSIFIED, find_unclassified

TOLD: Final = 0.5
"""Below this probability a report is taken to tell of something else than qualifying."""


class RelationModel:
    """One linear model per label; plain data in and out."""

    def __init__(self, models: Mapping[str, LinearModel]) -> None:
        self.models = dict(models)
        self.weighers = {label: Weigher(model) for label, model in self.models.items()}
        self.chain_judges = {
            label: ChainJudge(self.weighers[label]) for label in CHAINED if label in self.weighers
        }
        ranks, steps = self.weighers.get(RANKED), self.weighers.get(STEPPED)
        self.rank_judge = RankJudge(ranks, steps) if ranks and steps else None

    def judge(self, view: View) -> Judged:
        """Score every claim of a report; those without weights score 0."""
        weighed = self.weigh(view)
        self.rank(weighed)
        told = self.conclude(weighed)
        self.tell_recorded(weighed.judged, told)
        return weighed.judged

    def weigh(self, view: View) -> Weighed:
        """Score every claim of a report by its own words, and find who has which status."""
        return self.weigh_crewed(self.owned(self.crewed(view)))

    def weigh_crewed(self, crewed: Crewed) -> Weighed:
        """As `weigh`, of a report of which crews and the owners of cars are known."""
        view, frames, crews = crewed
        judged = Judged(frames, list(find_claims(view, frames)), crews=crews)
        self.score(judged.claims)
        taken_back = TakenBack(frames, view.head_of)
        taken_back.weaken(judged.claims)
        anchors = anchors_of(frames, judged.claims)
        ordered = list(walk(frames, anchors, view.head_of))
        self.score(ordered)
        judged.claims.extend(ordered)
        for claim in judged.claims:
            if claim.label == "GAP" and claim.scores.get("gap", 0.0) > 0.3:
                place = place_of(frames[claim.sentence], claim.mention)
                targets = list(target_claims(frames, claim, place, view.head_of))
                self.score(targets)
                judged.targets[claim.mention, claim.head] = targets
        for label, found in (("CLASS", judged.classes), ("TOLD_SEGMENT", judged.segments)):
            chain = find_chain(CHAINED[label], frames, view.mentions, view.head_of)
            if chain is not None and label in self.chain_judges:
                found.extend(self.chain_judges[label].judge(chain))
        judged.spreads = list(find_spreads(view))
        judged.mates = list(find_mates(frames, view.head_of))
        for mate in judged.mates:
            mate.probability = self.probability("MATE", mate.parts)
        return Weighed(view, judged, self._tell_statuses(view, judged), taken_back)

    def rank(self, weighed: Weighed) -> None:
        """Add claims to the ranks that all which is told of a report makes likely."""
        judged = weighed.judged
        if self.rank_judge is not None:
            chain = find_rank_chain(weighed.view, judged.frames, judged, weighed.told)
            if chain is not None:
                ranked = list(self.rank_judge.judge(chain))
                weighed.taken_back.weaken(ranked)
                judged.claims.extend(ranked)

    def conclude(self, weighed: Weighed) -> Iterator[Recorded]:
        """Weigh the claims of a report by all that is told; what speaks for each having a record.

        Of a report that hardly tells of a session nothing is believed more than that it does.
        """
        view, judged = weighed.view, weighed.judged
        if PLACES in self.weighers:
            weigh_places(judged, view.head_of, self.weighers[PLACES])
        if RUNS in self.weighers:
            weigh_runs(judged, view, self.weighers[RUNS])
        if TARGETS in self.weighers:
            for gap, targets in list(find_targets(judged)):
                self.score(targets)
                judged.targets[gap.mention, gap.head] = targets
        session, share = self._told_of(view)
        if session < TOLD:
            for claim in judged.claims:
                claim.scores = {name: chance * session for name, chance in claim.scores.items()}
        return find_recorded(view, judged, weighed.told, session, share)

    def tell_recorded(self, judged: Judged, told: Iterable[Recorded]) -> None:
        """Fill in how probable it is that each competitor has a record; `told` as `conclude`."""
        if RECORD in self.weighers:
            for who, parts in told:
                judged.recorded[who] = self.probability(RECORD, parts)

    def crewed(self, view: View) -> Crewed:
        """The report with its crews as one competitor each, and the pairs judged for it."""
        frames = frames_of(view)
        crews = list(find_crews(frames, view.head_of))
        if crews:
            for crew in crews:
                crew.scores = self._crew_scores(crew)
            known = with_crews(view, sharing_of(crews, dict.fromkeys(view.head_of.values())).lead)
            if known is not view:
                return Crewed(known, frames_of(known), crews)
        return Crewed(view, frames, crews)

    def owned(self, crewed: Crewed) -> Crewed:
        """The report with the cars told without a driver as their drivers', where they are told."""
        weigher = self.weighers.get(OWNER)
        if weigher is None:
            return crewed
        view, frames, crews = crewed
        owners = list(find_owners(view, frames))
        rivals: dict[int, list[OwnerClaim]] = {}
        for claim in owners:
            rivals.setdefault(claim.mention, []).append(claim)
        for own in rivals.values():
            base = weigher.bias + weigher.total(own[0].own)
            odds = [odds_of(base + weigher.total(claim.parts), weigher)[0] for claim in own]
            whole = 1.0 + sum(odds)
            for claim, chance in zip(own, odds, strict=True):
                claim.chance = chance / whole
        return Crewed(with_owners(view, owners), frames, crews)

    def _crew_scores(self, crew: CrewClaim) -> dict[str, float]:
        """How probable it is that two share a car, by which of them has the record."""
        weigher = self.weighers.get("CREW")
        if weigher is None:
            return {"crew": 1.0} if crew.certain else {}
        chances = shares(weigher.logits(weigher.bias + weigher.total(crew.parts)))
        whole = sum(chances) if crew.certain else 1.0
        return {name: p / whole for name, p in zip(weigher.meanings, chances, strict=True)}

    def _tell_statuses(self, view: View, judged: Judged) -> list[Claim]:
        """Add claims to the statuses that are told in whatever words; return all weighed."""
        weigher = self.weighers.get(UNCLASSIFIED)
        if weigher is None:
            return []
        told = list(find_unclassified(judged.frames, view.mentions, view.head_of))
        self.score(told)
        claims, judged.words = status_claims(view, judged.frames, told, weigher)
        judged.claims.extend(claims)
        return told

    def _told_of(self, view: View) -> tuple[float, float]:
        """How probable it is that a report tells of a session; how many it names have a record.

        The first is sure, the second half of them where no model knows.
        """
        parts = report_parts(view)
        session = self.probability("SESSION", parts) if "SESSION" in self.weighers else 1.0
        weigher = self.weighers.get("SHARE")
        if weigher is None:
            return session, EVEN
        return session, expected_share(weigher.logits(weigher.bias + weigher.total(parts)))

    def score(self, claims: Iterable[Claim]) -> None:
        """Fill `scores` of each claim; where one head at most can be right, they compete."""
        groups: dict[tuple[Any, ...], list[tuple[Claim, int]]] = {}
        of_value: tuple[str, tuple[Part, ...] | None] = ("", None)
        base = 0
        for claim in claims:
            label, own = claim.label, claim.own
            weigher = self.weighers.get(label)
            if weigher is None:
                continue
            if own is not of_value[1] or label != of_value[0]:
                # Claims on one value follow each other, and share what its slot tells.
                of_value, base = (label, own), weigher.bias + weigher.total(own)
            total = base + weigher.total(claim.parts)
            if label in EXCLUSIVE:
                groups.setdefault(group_of(claim), []).append((claim, total))
            else:
                claim.scores = _chances(total, weigher)
        compete(list(groups.values()), self.weighers)

    def probability(self, label: str, parts: Iterable[Part]) -> float:
        """P(yes) of a two-class model; 0 where there is none."""
        weigher = self.weighers.get(label)
        return 0.0 if weigher is None else weigher.chance(parts)

    def to_dict(self) -> dict[str, Any]:
        """Plain data, a model per label."""
        return {label: model.to_dict() for label, model in sorted(self.models.items())}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "RelationModel":
        """The models `to_dict` wrote."""
        return cls({label: LinearModel.from_dict(model) for label, model in data.items()})


def _chances(total: int, weigher: Weigher) -> dict[str, float]:
    """How probable each meaning of a claim is that has no rivals."""
    logits = weigher.logits(total)
    if len(logits) == 1:
        return {weigher.meanings[0]: chance_of(logits[0])}
    return dict(zip(weigher.meanings, shares(logits), strict=True))
