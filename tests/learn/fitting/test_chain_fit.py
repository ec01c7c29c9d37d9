"""Fitting chains: true gradients, planted weights, hidden links, folds left out."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from scipy.optimize import approx_fprime

from polesitter.learn.fitting.chain_fit import _Batch, fit_chains
from polesitter.learn.fitting.chain_table import Bools, ChainTable, Taught, known_states
from polesitter.learn.relation_model.truth import Lesson, Rows
from polesitter.relations.about.frames import frames_of
from polesitter.relations.context.chain import Chain, ChainJudge, find_chain
from polesitter.relations.signs.weigher import Weigher

from ...marked import read_all
from ..relation_model.test_links import EMPTY

NO_CLASS = ("no", "class")
MARKED = (
    "In [GS](CLASS), [Ann Lee](DRIVER) led.\n\n[Bo Ray](DRIVER) came.\n\n"
    "In [TCR](CLASS), [Di Cox](DRIVER) led.\n\n[Ed Fox](DRIVER) came."
)
CLASSES = {"Ann Lee": "GS", "Bo Ray": "GS", "Di Cox": "TCR", "Ed Fox": "TCR"}


def taught(marked: str, classes: Mapping[str, str | None]) -> tuple[Chain, Bools]:
    """The chain of a report, and its states by records of these drivers and classes."""
    view, cast = read_all(marked)
    records = [EMPTY | {"driver": driver, "class": own} for driver, own in classes.items()]
    chain = find_chain("CLASS", frames_of(view), view.mentions, view.head_of)
    assert chain is not None
    return chain, known_states("class", Rows(Lesson(view, cast, records)), chain)


def table_of(reports: Sequence[tuple[str, Mapping[str, str | None]]]) -> ChainTable:
    """The chains of reports, one a fold."""
    table = ChainTable()
    for fold, (marked, classes) in enumerate(reports):
        table.add(*taught(marked, classes), fold=fold, weight=1.0)
    return table


def test_states_are_those_of_the_records_and_all_without_one() -> None:
    chain, right = taught(MARKED, {"Ann Lee": "GS", "Bo Ray": None, "Di Cox": "TCR"})
    assert chain.values == ["GS", "TCR"]
    assert right.tolist() == [
        [False, True, False],
        [True, False, False],
        [False, False, True],
        [True, True, True],
    ]


def test_slopes_are_those_of_the_loss() -> None:
    rng = np.random.default_rng(7)
    chains, at = [], 0
    for links, values in ((4, 2), (1, 3), (3, 1)):
        right = np.zeros((links, 1 + values), dtype=np.bool_)
        right[np.arange(links), rng.integers(0, 1 + values, links)] = True
        right[0] = True  # nobody knows
        chains.append(Taught(at, right, rng.uniform(0.5, 2.0), 0))
        at += links * values + 5 * (links - 1)
    batch = _Batch(chains)

    def loss(logits: np.ndarray) -> float:
        return batch.add_slopes(np.append(np.exp(logits), 1.0), np.zeros(at + 1))

    logits, slopes = rng.normal(size=at), np.zeros(at + 1)
    batch.add_slopes(np.append(np.exp(logits), 1.0), slopes)
    assert slopes[:-1] == pytest.approx(approx_fprime(logits, loss, 1e-7), abs=1e-4)


def test_chains_gone_through_together_lose_what_they_lose_alone() -> None:
    rng = np.random.default_rng(3)
    long = Taught(0, np.eye(3, dtype=np.bool_)[[0, 1, 2, 1]], 1.0, 0)
    short = Taught(23, np.eye(2, dtype=np.bool_)[[1, 0]], 2.0, 0)
    odds = np.append(np.exp(rng.normal(size=30)), 1.0)
    slopes, together = np.zeros(31), np.zeros(31)
    alone = [_Batch([chain]).add_slopes(odds, slopes) for chain in (long, short)]
    assert _Batch([long, short]).add_slopes(odds, together) == pytest.approx(sum(alone))
    assert together[:-1] == pytest.approx(slopes[:-1])


def test_what_holds_over_paragraphs_is_learned() -> None:
    model = fit_chains(
        table_of([(MARKED, CLASSES)] * 4).chains(), NO_CLASS, (), l2=0.1, min_count=2
    )
    chain, right = taught(MARKED, CLASSES)
    claims = ChainJudge(Weigher(model)).judge(chain)
    likeliest = {
        link.competitor: max(
            [claim for claim in claims if claim.head == link.mention],
            key=lambda claim: claim.probability,
        ).value
        for link in chain.links
    }
    assert list(likeliest.values()) == ["GS", "GS", "TCR", "TCR"]
    assert right.any(axis=1).all()


def test_a_fold_left_out_teaches_nothing() -> None:
    other = dict.fromkeys(CLASSES)
    plain = table_of([(MARKED, CLASSES), (MARKED, CLASSES), (MARKED, CLASSES)]).chains()
    shuffled = table_of([(MARKED, CLASSES), (MARKED, other), (MARKED, CLASSES)]).chains()
    fits = [
        fit_chains(chains, NO_CLASS, left_out, l2=1.0, min_count=2).to_dict()
        for left_out in ([1], [])
        for chains in (plain, shuffled)
    ]
    assert fits[0] == fits[1]
    assert fits[2] != fits[3]


def test_what_nobody_taught_is_not_believed() -> None:
    model = fit_chains(ChainTable().chains(), NO_CLASS, (), l2=1.0, min_count=2)
    chain, _ = taught(MARKED, CLASSES)
    assert all(claim.probability < 0.01 for claim in ChainJudge(Weigher(model)).judge(chain))
