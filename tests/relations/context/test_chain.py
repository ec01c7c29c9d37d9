"""All heads of a report as one chain: what goes on, ends or changes from one to the next."""

from collections.abc import Mapping
from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.linear import LinearModel
from polesitter.relations.context.chain import Chain, ChainJudge, chances_of, find_chain
from polesitter.relations.context.chain_signs import GOES, WAYS
from polesitter.relations.signs.family import names_of
from polesitter.relations.signs.weigher import Weigher

from ...marked import frames, names

ODDS = st.floats(0.05, 20.0)


def chain_of(marked: str, label: str = "CLASS") -> tuple[Chain, dict[str, str]]:
    """The chain of a marked text, and the names of its competitors."""
    found, view = frames(marked)
    chain = find_chain(label, found, view.mentions, view.head_of)
    assert chain is not None
    return chain, names(view)


def way(before: int, after: int) -> int:
    """The index in WAYS of the way from one state to another."""
    if before == after:
        return WAYS.index("vv" if before else "nn")
    return WAYS.index(
        f"{'v' if before else 'n'}{'w' if before and after else 'v' if after else 'n'}"
    )


@given(st.data())
def test_chances_are_those_of_all_paths_summed(data: st.DataObject) -> None:
    states, links = data.draw(st.integers(2, 4)), data.draw(st.integers(1, 4))
    told = [data.draw(st.lists(ODDS, min_size=states, max_size=states)) for _ in range(links)]
    steps = [data.draw(st.lists(ODDS, min_size=5, max_size=5)) for _ in range(links - 1)]
    wanted = [[0.0] * states for _ in range(links)]
    for path in product(range(states), repeat=links):
        odds = prod(own[state] for own, state in zip(told, path, strict=True))
        odds *= prod(step[way(a, b)] for step, a, b in zip(steps, path, path[1:], strict=False))
        for link, state in enumerate(path):
            wanted[link][state] += odds
    for chances, sums in zip(chances_of(told, steps), wanted, strict=True):
        assert chances == pytest.approx([own / sum(sums) for own in sums])


def test_long_chains_of_sure_words_do_not_overflow() -> None:
    told, steps = [[1.0, 1e13, 1e-13]] * 400, [[1e13, 1e-13, 1e-13, 1e13, 1e-13]] * 399
    assert all(chances[1] == pytest.approx(1.0) for chances in chances_of(told, steps))


STEPS = [
    # same sentence; the place goes on
    ("In [TCR](CLASS), [Lee](DRIVER) was [third](POSITION), [Ray](DRIVER) [fourth](POSITION).",
     {"sentence told:False", "same:False", "way:next", "last:prose start"}),
    # a class between; the count begins again
    ("[Lee](DRIVER) was [third](POSITION). In [TCR](CLASS), [Ray](DRIVER) won [pole](POSITION).",
     {"paragraph told:True", "way:one", "told:True way:one"}),
    ("[Lee](DRIVER) was [third](POSITION) in [GS](CLASS).\n\n[Lee](DRIVER) was [second](POSITION).",
     {"new told:True", "same:True", "way:back"}),
    # the last place told counts, though the head next to it has none
    ("[GS](CLASS): [Lee](DRIVER) was [third](POSITION). [Lee](DRIVER) spoke. "
     "[Ray](DRIVER) was [fourth](POSITION).", {"way:next", "same:False"}),
    # a class is spoken of without its name
    ("In [TCR](CLASS), [Lee](DRIVER) led.\n\nNobody in class beat [Ray](DRIVER).",
     {"named:True", "new named:True"}),
    ("In [TCR](CLASS), [Lee](DRIVER) led.\n\nNobody beat [Ray](DRIVER).", {"named:False"}),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "told"), STEPS)
def test_what_is_told_of_the_last_step(marked: str, told: set[str]) -> None:
    chain, _ = chain_of(marked)
    assert told <= set(names_of([chain.steps[-1]]))


def test_ways_tell_the_same_under_names_of_their_own() -> None:
    chain, _ = chain_of("[Lee](DRIVER) and [Ray](DRIVER) led [GS](CLASS).")
    (step,) = chain.steps
    told = [names_of([goes(step)]) for goes in GOES]
    assert [{name.split(" ")[0] for name in names} for names in told] == [{w} for w in WAYS]
    assert {len(names) for names in told} == {len(names_of([step]))}


MARKED = "In [GS](CLASS), [Lee](DRIVER) led.\n\n[Ray](DRIVER) came.\n\n[Cox](DRIVER) followed."
OPENS = {"same before r:0 lead:start": (4.0,)}
GOES_ON = {"vv ": (6.0,), "nn ": (4.0,)}
CHANGES = {"vw new told:True": (6.0,)}


def judged(weights: Mapping[str, tuple[float, ...]], marked: str = MARKED) -> dict[str, float]:
    """Competitor's name -> how probable GS is by a model of these weights."""
    chain, known = chain_of(marked)
    claims = ChainJudge(Weigher(LinearModel(("no", "class"), {"": (-1.0,), **weights}))).judge(
        chain
    )
    return {known[claim.competitor]: claim.probability for claim in claims if claim.value == "GS"}


def test_a_class_holds_until_something_speaks_against_it() -> None:
    alone, together = judged(OPENS), judged(OPENS | GOES_ON)
    assert alone["Lee"] > 0.9
    assert alone["Ray"] < 0.3
    assert together["Ray"] > 0.8
    assert together["Cox"] > 0.7


def test_another_class_takes_over() -> None:
    marked = f"{MARKED}\n\nIn [TCR](CLASS), [Kai](DRIVER) led.\n\n[Noor](DRIVER) was next."
    chances = judged(OPENS | GOES_ON | CHANGES, marked)
    assert chances["Cox"] > 0.7
    assert chances["Kai"] < 0.1
    assert chances.get("Noor", 0.0) < 0.2


def test_what_no_words_near_by_tell_is_claimed_where_it_is_likely() -> None:
    marked = "In [GS](CLASS), [Lee](DRIVER) led.\n\nThere were five stops. [Ray](DRIVER) came."
    chain, known = chain_of(marked)
    assert not chain.claims[1]  # a paragraph of the whole session again
    weigher = Weigher(LinearModel(("no", "class"), {**OPENS, **GOES_ON}))
    claims = ChainJudge(weigher).judge(chain)
    assert [known[claim.competitor] for claim in claims] == ["Lee", "Ray"]
    assert claims[1].mention == claims[0].mention
    assert claims[1].parts == ()
    weigher = Weigher(LinearModel(("no", "class"), {"unclaimed": (-9.0,)}))
    assert [known[claim.competitor] for claim in ChainJudge(weigher).judge(chain)] == ["Lee"]


def test_no_slots_no_chain() -> None:
    found, view = frames("[Lee](DRIVER) was [third](POSITION).")
    assert find_chain("CLASS", found, view.mentions, view.head_of) is None
