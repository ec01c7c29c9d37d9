"""What a Weigher sums by keys is what the model sums by names."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.entities.linear import LinearModel
from polesitter.relations.about.frames import frames_of
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.find import find_claims
from polesitter.relations.claims.gap_target import target_claims
from polesitter.relations.competitors.crews import find_crews
from polesitter.relations.competitors.mates import find_mates
from polesitter.relations.context.claim import find_context_claims
from polesitter.relations.judged import Judged
from polesitter.relations.order.anchors import Anchor
from polesitter.relations.order.walk import walk
from polesitter.relations.ranks.chain import find_rank_chain
from polesitter.relations.ranks.signs import rank_part
from polesitter.relations.reading.view import View
from polesitter.relations.signs.family import Each, Family, Part, names_of, plain
from polesitter.relations.signs.weigher import MEMO_LIMIT, Weigher, packed, unpacked
from polesitter.relations.statuses.unclassified import find_unclassified

from ...marked import read_all

PIECES = (
    "[Lee](DRIVER)", "[Ray](DRIVER)", "[Cox](DRIVER)", "[Penske](TEAM)", "[Ganassi](TEAM)", "the",
    "[Honda](CAR)", "No. [31](NUMBER)", "[third](POSITION)", "[sixth](POSITION)", "to", "who",
    "[1:23.456](LAPTIME)", "[.803 seconds](GAP)", "[201.5 mph](SPEED)", "[GT](CLASS)", "was",
    "[Q2](SEGMENT)",
    "and", ",", ",", "'s", "teammate", "ahead of", "behind", "than", "faster", "will start",
    "alongside", "(", ")", "; but", ". He", ". Then", ".", "in", "penalty", "last year", "practice",
    "with", "followed by", "While", "&",
)  # fmt: skip
"""What reports are made of, for random sentences."""
SUMS = st.lists(st.floats(-300, 300), min_size=1, max_size=3)


def numbers(name: str, n: int) -> tuple[float, ...]:
    """Weights for a sign, different for each name and class."""
    digits = sum(ord(letter) * 31**place for place, letter in enumerate(name[::-1]))
    return tuple(((digits + 7919 * at) % 20011 - 10000) / 10000 for at in range(n))


def claims_of(text: str) -> Iterator[Claim]:
    """Every kind of claim on a text, none of them judged."""
    view, _ = read_all(text)
    frames = frames_of(view)
    claims = list(find_claims(view, frames))
    yield from claims
    anchors = {
        number: {head: Anchor(3, frame.sentence.items[head].mention, 1) for head in frame.heads[:1]}
        for number, frame in enumerate(frames)
    }
    yield from walk(frames, anchors, view.head_of)
    for label, parts in ranked(view, Judged(frames, claims)):
        yield Claim(label, "d0", 0, 0, 0, None, parts)
    for claim in claims:
        if claim.label == "GAP":
            items = frames[claim.sentence].sentence.items
            place = next(at for at, item in enumerate(items) if item.mention == claim.mention)
            yield from target_claims(frames, claim, place, view.head_of)
    yield from find_unclassified(frames, view.mentions, view.head_of)
    others = [
        *(context.parts
          for label in ("CLASS", "SEGMENT")
          for context in find_context_claims(label, frames, view.mentions, view.head_of)),
        *(crew.parts for crew in find_crews(frames, view.head_of)),
        *(mate.parts for mate in find_mates(frames, view.head_of)),
    ]  # fmt: skip
    yield from (Claim("OTHER", "d0", 0, 0, 0, None, parts) for parts in others)


def ranked(view: View, judged: Judged) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """What speaks for each rank, for none, and for each step between two competitors."""
    for place, claim in enumerate(judged.claims):
        claim.scores = {"position": place % 7 / 7, "grid": place % 5 / 5, "gap": place % 3 / 3}
    asked = list(find_unclassified(judged.frames, view.mentions, view.head_of))
    for place, claim in enumerate(asked):
        claim.scores = {"classified": place % 4 / 4}
    chain = find_rank_chain(view, judged.frames, judged, asked)
    assert chain is not None
    for key in {key for keys in chain.ranks for key in keys}:
        yield "RANK", (rank_part(key),)
    for none in chain.none:
        yield "NONE", (none,)
    for way in (*chain.on, *chain.off):
        yield "STEP", way.parts
        for part in way.by_parity:
            yield "STEP", (*way.parts, part)


@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=24), st.sampled_from([1, 2, 3]))
def test_claims_weigh_what_their_named_signs_do(pieces: list[str], n: int) -> None:
    text = f"[Lee](DRIVER) and [Ray](DRIVER) met. {' '.join(pieces)}."
    for claim in claims_of(text):
        # A third of the signs has no weight, as in a model that never saw them.
        weights = {name: numbers(name, n) for name in claim.signs if len(name) % 3}
        model = LinearModel(("no", "yes", "other", "more")[: n + 1], {**weights, "": (0.5,) * n})
        weigher = Weigher(model)
        total = weigher.bias + weigher.total((*claim.own, *claim.parts))
        assert weigher.logits(total) == pytest.approx(model.logits(claim.signs), abs=1e-9)


def test_random_sentences_bring_every_kind_of_claim() -> None:
    text = (
        "[Lee](DRIVER) and [Ray](DRIVER) met in [GT](CLASS). He was [.803 seconds](GAP) ahead of "
        "[Cox](DRIVER), who was [third](POSITION), then came teammate [Lee](DRIVER)."
    )
    assert {claim.label for claim in claims_of(text)} >= {
        "GAP", "IMPLIED", "POSITION", "ORDER", "RANK", "NONE", "STEP", "TARGET", "OTHER",
        "UNCLASSIFIED",
    }  # fmt: skip


@given(st.lists(SUMS.filter(lambda row: len(row) == 2), max_size=30))
def test_packed_weights_may_be_summed(rows: list[list[float]]) -> None:
    sums = [sum(row[at] for row in rows) for at in range(2)]
    assert unpacked(sum(packed(row) for row in rows), 2) == pytest.approx(sums, abs=1e-9)


@given(SUMS)
def test_packed_weights_come_back(weights: list[float]) -> None:
    assert unpacked(packed(weights), len(weights)) == pytest.approx(weights, abs=1e-11)


def test_the_order_of_signs_changes_nothing() -> None:
    words = Each([("w:",)])
    weigher = Weigher(LinearModel(("no", "yes"), {"w:a": (0.1,), "w:b": (1e6,), "w:c": (0.2,)}))
    totals = {weigher.total([(words, order, ())]) for order in ("abc", "cba", "bac")}
    assert len(totals) == 1


def test_starts_are_told_apart_wherever_their_colon_stands() -> None:
    names = ("a b:x", "a:b:x", "ab:x", "a b:c:x", "x", "ax", "a b:")
    model = LinearModel(("no", "yes"), {name: (2.0**at,) for at, name in enumerate(names)})
    for start in ("a b:", "a:b:", "ab:", "a b:c:", "", "a", "a:"):
        part = (Family([(start,), (start, "ab:")]), ("x", "x"), ())
        weigher = Weigher(model)
        assert weigher.logits(weigher.total([part])) == model.logits(names_of([part]))


def test_what_is_remembered_of_shapes_has_a_bound() -> None:
    weigher = Weigher(LinearModel(("no", "yes"), {"n:3": (1.5,)}))
    family = Family(shapes=[_number])
    totals = [weigher.total([(family, (), (key,))]) for key in (*range(MEMO_LIMIT + 50), 3)]
    (tables,) = [by_shape for _, _, _, by_shape in weigher._lookups.values()]
    assert len(tables[0].known) <= MEMO_LIMIT
    assert totals[3] == totals[-1] != 0


def _number(key: int) -> Iterator[str]:
    yield f"n:{key}"


def test_a_chance_is_that_of_the_only_class_there_is_but_no() -> None:
    weigher = Weigher(LinearModel(["no", "yes"], {"": (-1.0,), "told": (1.0,), "off": (-9.0,)}))
    assert weigher.chance([plain("told")]) == pytest.approx(0.5)
    assert weigher.chance([]) == pytest.approx(0.2689, abs=1e-4)
