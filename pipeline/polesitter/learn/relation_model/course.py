"""What relation models are taught from, with or without a fold of the reports.

Claims, their signs and what they mean are found once, whichever models need them. Lists
count on from places that were judged by a model not taught their report, or they would
trust places more than they may. For a model that must not know fold f, the places of
fold g are judged by models taught without f and g.

Crews are joined before all else, in reports of fold g by a model taught without g. That
model was taught f, so what a model without f learns from has been cut by one that knew f.
So it is with places in the light of all others, then with laps, speeds and gaps, and last with
who has a record: all are learned from claims that were judged in reports of fold g by models
taught without g.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from polesitter.entities.linear import LinearModel
from polesitter.learn.corpus import series_group
from polesitter.learn.fitting.chain_fit import fit_chains
from polesitter.learn.fitting.chain_table import Chains, ChainTable, known_states
from polesitter.learn.fitting.fit import fit_examples
from polesitter.learn.fitting.rank_fit import fit_ranks
from polesitter.learn.fitting.rank_table import RankChains, RankTable
from polesitter.learn.fitting.sign_table import Examples, SignTable
from polesitter.learn.folds import Session, deal
from polesitter.learn.relation_model.joined_examples import crew_examples, owner_examples
from polesitter.learn.relation_model.late_examples import (
    Example,
    late_examples,
    order_examples,
    place_examples,
    run_examples,
    target_examples,
)
from polesitter.learn.relation_model.report_examples import report_examples
from polesitter.learn.relation_model.study import Study, Unseen
from polesitter.learn.relation_model.truth import Lesson, Rows, truth
from polesitter.relations.about.elsewhere import ENTRY
from polesitter.relations.all_told.places import PLACES
from polesitter.relations.all_told.recorded import RECORD
from polesitter.relations.all_told.runs import RUNS
from polesitter.relations.all_told.targets import TARGETS
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.meanings import CHAINED, EXCLUSIVE, MEANINGS, group_of
from polesitter.relations.competitors.owners import OWNER
from polesitter.relations.context.chain import find_chain
from polesitter.relations.judge import RelationModel
from polesitter.relations.judged import Crewed, Weighed
from polesitter.relations.order.anchors import anchors_of
from polesitter.relations.ranks.chain import find_rank_chain
from polesitter.relations.ranks.judge import RANKED, STEPPED
from polesitter.relations.signs.family import plain

Choose = Callable[[str, list[str]], list[str]]
Folds = frozenset[int]
Again = Callable[[Lesson, Rows, Weighed, RelationModel], Iterator[Example]]
"""Finds what is weighed again in a report that a model judges which was not taught it."""

FOLDS = 3
SEEN = {"UNCLASSIFIED": 4, "SESSION": 3, "SHARE": 3, RECORD: 4, "POSITION": 4, "TEAM": 4, "CAR": 4}
"""How often a sign must have been seen, where there are very many of them."""
L2 = 4.0
REPORT_L2 = 0.5
"""A report is one example of what reports are about."""
FIRMER = {"TOP": 2.0, "BEAT": 2.0, "IMPLIED": 2.0, "TOLD_SEGMENT": 2.0, PLACES: 4.0, RECORD: 4.0}
"""How many times as much weights are held down where what is told is scarce, or all else is
judged already."""
KEPT_FROM = {"UNCLASSIFIED": 0.1, RECORD: 0.01}
"""The smallest weights kept, where words of all kinds are signs, or few signs tell much."""
ANCHORS = ("POSITION", "TOP")
"""Labels of the claims that lists count on from."""


class RelationCourse:
    """Lessons, from which relation models are taught with or without a fold of the reports.

    A lesson counts as often as its `times` say; those of one report are in one fold.
    `choose`: label and signs of a claim on a value -> those to learn from; all if left out.
    """

    def __init__(
        self, lessons: Sequence[Lesson], *, l2: float = L2, choose: Choose | None = None
    ) -> None:
        self.l2 = l2
        self._fitted: dict[tuple[str, Folds], LinearModel] = {}
        self.chains: dict[str, Chains] = {}
        self.ranks: RankChains | None = None
        folds = fold_of(lessons)
        self.examples = {"CREW": crew_examples(lessons, folds)}
        judges = self._judges()
        crewed = [
            judges[fold].crewed(lesson.view) for lesson, fold in zip(lessons, folds, strict=True)
        ]
        self.examples[OWNER] = owner_examples(lessons, crewed, folds)
        judges = self._judges()
        self.studies = [
            _study(number, lesson, fold, judges[fold].owned(one))
            for number, (lesson, fold, one) in enumerate(zip(lessons, folds, crewed, strict=True))
        ]
        self.unseen: list[Unseen] = []
        self.examples |= self._stated(choose)
        self.chains = {label: self._chained(label) for label in CHAINED}

    def model(self, without: int | None = None) -> RelationModel:
        """Return the models of every label, taught on every fold or on every fold but one."""
        if self.ranks is None:
            self._learn_late()
        return RelationModel(self._models(Folds() if without is None else Folds([without])))

    def _learn_late(self) -> None:
        """Find the examples of what is learned from reports as they are judged unseen."""
        judges = self._judges()
        self.unseen = [
            Unseen(study, judges[study.fold].weigh_crewed(study.crewed)) for study in self.studies
        ]
        self.ranks = self._ranked()
        self.examples[PLACES] = self._placed()
        self.examples[RUNS] = self._again(RUNS, run_examples)
        self.examples[TARGETS] = self._again(TARGETS, target_examples)
        self.examples[RECORD] = self._recorded()

    def _models(self, left_out: Folds) -> dict[str, LinearModel]:
        """Return the models of all labels whose examples are known so far."""
        labels = [*self.examples, *self.chains]
        if self.chains:
            labels.append("ORDER")
        if self.ranks is not None:
            labels += [RANKED, STEPPED]
        # Of too few reports none is judged by what others taught: nothing is weighed again.
        for late in (PLACES, RUNS, TARGETS, RECORD):
            if late in labels and not self.examples[late].without(left_out).wanted.any():
                labels.remove(late)
        return {label: self._model(label, left_out) for label in labels}

    def _model(self, label: str, left_out: Folds) -> LinearModel:
        if (label, left_out) not in self._fitted:
            if label in (RANKED, STEPPED) and self.ranks is not None:
                found = fit_ranks(self.ranks, left_out)
                self._fitted[RANKED, left_out] = found.ranks
                self._fitted[STEPPED, left_out] = found.steps
                return self._fitted[label, left_out]
            self._fitted[label, left_out] = self._taught(label, left_out)
        return self._fitted[label, left_out]

    def _taught(self, label: str, left_out: Folds) -> LinearModel:
        l2 = REPORT_L2 if label in ("SESSION", "SHARE") else self.l2 * FIRMER.get(label, 1.0)
        if label in CHAINED:
            classes = ("no", *MEANINGS[label])
            return fit_chains(self.chains[label], classes, left_out, l2=l2, min_count=2)
        if label == "ORDER":
            return _fit(label, self._ordered(left_out), l2)
        return _fit(label, self.examples[label].without(left_out), l2)

    def _chained(self, label: str) -> Chains:
        """Return the chains of all reports that tell of classes (or segments)."""
        table = ChainTable()
        for study in self.studies:
            view = study.lesson.view
            # Of those without a record nobody knows what they are told under: they teach nothing.
            among = {who for who in set(view.head_of.values()) if study.rows(who)}
            chain = find_chain(CHAINED[label], study.frames, view.mentions, view.head_of, among)
            if chain is not None and chain.links:
                states = known_states(MEANINGS[label][0], study.rows, chain)
                table.add(chain, states, fold=study.fold, weight=study.lesson.times)
        return table.chains()

    def _stated(self, choose: Choose | None) -> dict[str, Examples]:
        """Return the examples of all labels that depend on no other model."""
        tables: dict[str, SignTable] = {}
        for study in self.studies:
            for claim in study.claims:
                if claim.label in ENTRY and not study.rows(claim.competitor):
                    continue  # No record says what those who did not qualify drive.
                own, parts = claim.own, claim.parts
                if choose is not None:
                    own, parts = (), (plain(*choose(claim.label, claim.signs)),)
                meaning = truth(study.lesson, study.rows, claim)
                table = tables.setdefault(claim.label, SignTable())
                _add(table, claim.label, (own, parts, meaning, group_of(claim)), study)
            for label, found in late_examples(study.lesson, study.rows, study.frames, study.claims):
                table = tables.setdefault(label, SignTable())
                for example in found:
                    _add(table, label, example, study)
            for label, parts, told in report_examples(study.lesson, study.rows):
                table = tables.setdefault(label, SignTable())
                table.add_parts(parts, told, fold=study.fold, weight=study.lesson.times)
        return {label: table.examples() for label, table in sorted(tables.items())}

    def _ordered(self, left_out: Folds) -> Examples:
        """Return the examples of places that are counted from others."""
        table = SignTable()
        judges = {
            fold: RelationModel(
                {
                    label: self._model(label, left_out | {fold})
                    for label in ANCHORS
                    if label in self.examples
                }
            )
            for fold in range(FOLDS)
            if fold not in left_out
        }
        for study in self.studies:
            if study.fold in judges:
                stated = [claim for claim in study.claims if claim.label in ANCHORS]
                judges[study.fold].score(stated)
                anchors = anchors_of(study.frames, stated)
                for example in order_examples(study.lesson, study.rows, study.frames, anchors):
                    _add(table, "ORDER", example, study)
        return table.examples()

    def _ranked(self) -> RankChains:
        """Return the chains of all reports, for ranks to be learned from."""
        table = RankTable()
        for one in self.unseen:
            weighed, study = one.weighed, one.study
            judged = weighed.judged
            chain = find_rank_chain(weighed.view, judged.frames, judged, weighed.told)
            if chain is not None:
                table.add(chain, study.rows, fold=study.fold, weight=study.lesson.times)
        return table.chains()

    def _placed(self) -> Examples:
        """Return the examples of places in the light of all others."""
        table = SignTable()
        judges = self._judges()
        for one in self.unseen:
            judge = judges[one.study.fold]
            judge.rank(one.weighed)
            for example in place_examples(one.study.rows, one.weighed, judge):
                _add(table, PLACES, example, one.study)
        return table.examples()

    def _again(self, label: str, found: Again) -> Examples:
        """Return the examples of what is weighed in the light of all places."""
        table = SignTable()
        judges = self._judges()
        for one in self.unseen:
            study = one.study
            for example in found(study.lesson, study.rows, one.weighed, judges[study.fold]):
                _add(table, label, example, study)
        return table.examples()

    def _recorded(self) -> Examples:
        """Return the examples of who has a record."""
        table = SignTable()
        judges = self._judges()
        for one in self.unseen:
            one.conclude(judges[one.study.fold])
            for who, parts in one.told:
                meaning = "record" if one.study.rows(who) else "no"
                _add(table, RECORD, ((), parts, meaning, None), one.study)
        return table.examples()

    def _judges(self) -> list[RelationModel]:
        """For each fold the models that were not taught it, of all labels known so far."""
        return [RelationModel(self._models(Folds([fold]))) for fold in range(FOLDS)]


def fold_of(lessons: Sequence[Lesson]) -> list[int]:
    """Return the fold of each lesson; those of one session share it."""
    keys = [one.session or one.report or f"#{number}" for number, one in enumerate(lessons)]
    reports: dict[str, set[str]] = {}
    for key, one in zip(keys, lessons, strict=True):
        reports.setdefault(key, set()).add(one.report)
    groups = {key: series_group(min(own)) for key, own in reports.items()}
    fold = deal((Session(key, groups[key], len(own)) for key, own in reports.items()), FOLDS)
    return [fold[key] for key in keys]


def _study(number: int, lesson: Lesson, fold: int, crewed: Crewed) -> Study:
    """Return the lesson with the competitors that a model sees which was not taught its report."""
    heads = lesson.view.head_of
    lesson, claims = replace(lesson, view=crewed.view), list(find_claims(*crewed[:2]))
    return Study(lesson, Rows(lesson), heads, crewed, claims, fold, number)


def _add(table: SignTable, label: str, example: Example, study: Study) -> None:
    own, parts, meaning, group = example
    table.add_parts(
        parts,
        ("no", *MEANINGS[label]).index(meaning),
        own=own,
        rivals=(study.number, group),
        fold=study.fold,
        weight=study.lesson.times,
    )


def _fit(label: str, examples: Examples, l2: float) -> LinearModel:
    return fit_examples(
        examples,
        ("no", *MEANINGS[label]),
        l2=l2,
        min_count=SEEN.get(label, 2),
        compete=label in EXCLUSIVE,
        smallest=KEPT_FROM.get(label),
    )
