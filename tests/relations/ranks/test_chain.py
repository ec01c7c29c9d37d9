"""The chain of all who are named: who is in it, and what speaks for each rank and for none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.claims.claim import Claim
from polesitter.relations.ranks.chain import RankChain, find_rank_chain
from polesitter.relations.ranks.evidence import FURTHEST
from polesitter.relations.ranks.signs import rank_part
from polesitter.relations.ranks.step_signs import OFF, PARITIES
from polesitter.relations.signs.family import names_of

from ...marked import frames
from ...ranked import Told, chain_of, judged

FILLER = "It was a cold day for every one of the teams that had come to the track."
LINKS = [
    # (report, who is in the chain and in which sentence)
    ("[Lee](DRIVER) was third. [Ray](DRIVER) was next.", [("Lee", 0), ("Ray", 1)]),
    # each once a sentence, where it is named first
    ("[Lee](DRIVER) and [Ray](DRIVER) met, then [Lee](DRIVER) led.", [("Lee", 0), ("Ray", 0)]),
    ("[Lee](DRIVER) led. [Lee](DRIVER) was happy.", [("Lee", 0), ("Lee", 1)]),
    ("[Ann Lee](DRIVER) led [Ray](DRIVER), then [Lee](DRIVER) was happy.",
     [("Ann Lee", 0), ("Ray", 0)]),
    # headings rank nobody, rows do
    ("Kessler on pole\n\n[Lee](DRIVER) led.", [("Lee", 1)]),
    ("[Lee](DRIVER) on pole\n\n[Ray](DRIVER) was second.", [("Lee", 0), ("Ray", 1)]),
    ("[Lee](DRIVER) was third.\n\nWhat [Cox](DRIVER) said\n\n[Ray](DRIVER) came next.",
     [("Lee", 0), ("Ray", 2)]),
    (f"{FILLER}\n1. [Ray](DRIVER), [Ford](CAR)\n2. [Lee](DRIVER), [BMW](CAR)",
     [("Ray", 1), ("Lee", 2)]),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "links"), LINKS, ids=[row[0][:60] for row in LINKS])
def test_who_is_in_the_chain(marked: str, links: list[tuple[str, int]]) -> None:
    chain, known = chain_of(marked)
    assert [(known[link.competitor], link.sentence) for link in chain.links] == links


def test_links_tell_where_a_competitor_is_named() -> None:
    marked = "Then [Lee](DRIVER) and [Ray](DRIVER) met, and [Lee](DRIVER) led."
    chain, known = chain_of(marked)
    _, view = frames(marked)
    for link in chain.links:
        assert view.mentions[link.mention].text == known[link.competitor]
        assert view.sentences[link.sentence].items[link.place].mention == link.mention
    assert [link.place for link in chain.links] == [1, 3]


@pytest.mark.parametrize("marked", ["It was cold.", "The [Ford](CAR) led in [1:23.456](LAPTIME)."])
def test_where_nobody_is_named_there_is_no_chain(marked: str) -> None:
    view, told = judged(marked)
    assert find_rank_chain(view, told.frames, told, ()) is None


def sign_rows(chain: RankChain, rank: int) -> list[set[str]]:
    """What speaks for a rank at each link."""
    return [set(names_of([rank_part(keys[rank - 1])])) for keys in chain.ranks]


def test_every_rank_up_to_the_last_is_weighed_at_every_link() -> None:
    chain, _ = chain_of("[Lee](DRIVER) led [Ray](DRIVER). [Lee](DRIVER) left.", Told("Ray", 9))
    assert [len(keys) for keys in chain.ranks] == [chain.evidence.last] * 3
    assert chain.evidence.last == 11


def test_a_rank_is_told_here_or_elsewhere() -> None:
    chain, _ = chain_of(
        "[Lee](DRIVER) led. [Lee](DRIVER) was third. [Lee](DRIVER) left.",
        Told("Lee", 3, 0.95, sentence=1),
    )
    before, there, after = sign_rows(chain, 3)
    assert before == after
    assert "here:0" in before
    assert "here:0" not in there
    # The same sum of all sentences.
    assert {sign for sign in there if sign.startswith("rank:")} >= {
        sign for sign in before if sign.startswith("rank:") and "order" not in sign
    }
    fourth = sign_rows(chain, 4)
    assert fourth[0] == fourth[1] == fourth[2]


NONE = [
    # (report, claims, signs of the last link having no rank, signs it has not)
    ("[Lee](DRIVER) led.", [], {"none best:0", "none kind:prose", "none again:False"},
     {"none again:True"}),
    ("[Lee](DRIVER) led.", [Told("Lee", 3, 0.97)], set(), {"none best:0"}),
    ("[Lee](DRIVER) led. [Lee](DRIVER) left.", [], {"none again:True"}, {"none again:False"}),
    ("[Lee](DRIVER) led. [Ray](DRIVER) left.", [], {"none again:False"}, {"none again:True"}),
    ("[Ann Lee](DRIVER) led.", [], {"none words:2"}, {"none words:1"}),
    # what else is told of the same competitor
    ("[Lee](DRIVER) led.", [Claim("STATUS", "d0", 0, 9, 0, "no_time", (), {"status": 0.9})],
     {"none status:4 best:0"}, {"none status:0 best:0"}),
    ("[Lee](DRIVER) led.", [Claim("GAP", "d0", 0, 9, 0, 0.3, (), {"gap": 0.9})],
     {"none gap:4 best:0"}, {"none gap:0 best:0"}),
    ("[Lee](DRIVER) led.", [Told("Lee", "rear", 0.0, grid=0.9)], {"none rear:4"}, {"none rear:0"}),
    ("[Lee](DRIVER) led.", [Told("Lee", 3, 0.9, label="ORDER")], {"none best:0 order:4"},
     {"none best:0 order:0"}),
    ("[Lee](DRIVER) led.", [Claim("LAPTIME", "d0", 0, 9, 0, 61.0, (), {"lap_time": 0.9})],
     {"none lap:4 best:0"}, {"none lap:0 best:0"}),
    ("[Lee](DRIVER) led.", [Claim("SPEED", "d0", 0, 9, 0, 161.0, (), {"speed": 0.9})],
     {"none lap:4 best:0"}, {"none lap:0 best:0"}),
    ("[Lee](DRIVER) led.", [Claim("TEAM", "d0", 0, 9, 0, "Penske", (), {"team": 0.9})],
     {"none team:4 best:0", "none car:0 best:0"}, set()),
    # nothing that is told of others
    ("[Ray](DRIVER) beat [Lee](DRIVER).",
     [Told("Ray", 3, 0.97), Claim("STATUS", "d0", 0, 9, 0, "no_time", (), {"status": 0.9})],
     {"none best:0", "none status:0 best:0"}, set()),
    # the words of its sentence
    ("[Lee](DRIVER) led practice.", [], {"none s:practice"}, set()),
    # the words beside the name
    ("Quicker than [Penske](TEAM)'s [Lee](DRIVER) in the wet he was.", [],
     {"none l:'s", "none l2:<TEAM> 's", "none g:than", "none r:in", "none r2:in the",
      "none n:wet he"}, {"none n:in the"}),
    ("[Lee](DRIVER)", [], {"none l:^", "none r:$", "none n:"}, set()),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "told", "has", "lacks"), NONE)
def test_what_speaks_for_no_rank(
    marked: str, told: list[Told | Claim], has: set[str], lacks: set[str]
) -> None:
    chain, _ = chain_of(marked, *told)
    found = set(names_of([chain.none[-1]]))
    assert has <= found
    assert not lacks & found


def test_words_that_tell_of_being_classified_speak_against_none() -> None:
    asked = [Claim("UNCLASSIFIED", "d0", 0, 0, 0, None, (), {"classified": 0.9})]
    chain, _ = chain_of("[Lee](DRIVER) led [Ray](DRIVER).", asked=asked)
    lee, ray = (set(names_of([part])) for part in chain.none)
    assert "none classified:4" in lee
    assert "none classified:0" in ray


def test_a_rank_told_in_the_sentence_itself_speaks_against_none() -> None:
    chain, _ = chain_of(
        "[Lee](DRIVER) led. [Lee](DRIVER) was third.", Told("Lee", 3, 0.97, sentence=1)
    )
    elsewhere, here = (set(names_of([part])) for part in chain.none)
    assert any("own:0" in sign for sign in elsewhere)
    assert any("own:4" in sign for sign in here)
    assert not any("own:4" in sign for sign in elsewhere)


def test_how_many_are_named_before_in_the_sentence() -> None:
    chain, _ = chain_of("[Cox](DRIVER) won. [Lee](DRIVER), [Ray](DRIVER) and [Kim](DRIVER) led.")
    found = [set(names_of([part])) for part in chain.none]
    wanted = ["nth:0 of:1", "nth:0 of:3", "nth:1 of:3", "nth:2 of:3"]
    for signs, nth in zip(found, wanted, strict=True):
        assert any(nth in sign for sign in signs)


CLASSES = [
    ({"Lee": "GS", "Ray": "GS"}, "True"),
    ({"Lee": "GS", "Ray": "TCR"}, "False"),
    ({"Lee": "GS"}, "-"),
    ({"Ray": "GS"}, "-"),
    ({}, "-"),
]


@pytest.mark.parametrize(("classes", "same"), CLASSES)
def test_steps_within_a_class_and_to_another_are_told_apart(
    classes: dict[str, str], same: str
) -> None:
    near, _ = chain_of("[Lee](DRIVER) led [Ray](DRIVER).", classes=classes)
    far, _ = chain_of(
        "[Lee](DRIVER) led. It was cold. It was wet. [Ray](DRIVER) came.", classes=classes
    )
    assert f"in class:{same}" in names_of(near.on[0].parts)
    assert f"far class:{same}" in names_of(far.on[0].parts)


def test_ways_from_who_has_a_rank_and_over_who_has_none_are_told_apart() -> None:
    for marked in (
        "[Lee](DRIVER) led [Ray](DRIVER).", "[Lee](DRIVER) led. [Ray](DRIVER) came.",
        "[Lee](DRIVER) led. [Lee](DRIVER) left.",
    ):  # fmt: skip
        chain, _ = chain_of(marked)
        ((on,), (off,)) = chain.on, chain.off
        of_on, of_off = set(names_of(on.parts)), set(names_of(off.parts))
        assert of_off
        assert all(sign.startswith(OFF) for sign in of_off)
        assert not any(sign.startswith(OFF) for sign in of_on)
        # What is told over somebody is what is told from somebody, or less.
        assert {sign.removeprefix(OFF) for sign in of_off} <= of_on
        assert len(on.by_parity) == len(off.by_parity)


def test_the_words_of_a_step_over_somebody_are_those_that_follow_him() -> None:
    chain, _ = chain_of("[Lee](DRIVER), friend of [Ray](DRIVER), then [Cox](DRIVER).")
    assert {"off in in:then"} <= set(names_of(chain.off[1].parts))
    assert "off in in:friend" not in names_of(chain.off[1].parts)


PIECES = (
    "[Lee](DRIVER)", "[Ray](DRIVER)", "[Ann Cox](DRIVER)", "[Penske](TEAM)", "[third](POSITION)",
    "[sixth](POSITION)", "#[31](NUMBER)", "[GT](CLASS)", "[.803 seconds](GAP)", "was", "led", "and",
    ",", "then", "behind", ". ", ".\n\n", "practice", "with", "he", "of", "'s",
)  # fmt: skip
TOLD = st.builds(
    Told,
    st.just("Lee"),
    st.one_of(st.integers(1, 50), st.just("rear")),
    st.floats(0.0, 1.0),
    sentence=st.integers(0, 3),
    label=st.sampled_from(["POSITION", "TOP", "IMPLIED", "ORDER"]),
    grid=st.floats(0.0, 1.0),
)


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.lists(TOLD, max_size=5))
def test_chains_of_random_reports(pieces: list[str], told: list[Told]) -> None:
    chain, known = chain_of(f"[Lee](DRIVER) met. {' '.join(pieces)}", *told)
    links = chain.links
    assert [(link.sentence, link.place) for link in links] == sorted(
        (link.sentence, link.place) for link in links
    )
    assert len({(link.sentence, link.competitor) for link in links}) == len(links)
    assert {link.competitor for link in links} <= set(known)
    assert len(chain.ranks) == len(chain.none) == len(chain.on) + 1 == len(chain.off) + 1
    assert {len(keys) for keys in chain.ranks} == {chain.evidence.last}
    assert chain.evidence.last <= FURTHEST
    # A sign told twice is learned from once, and weighs twice.
    rows = [names_of([part]) for part in chain.none]
    rows += [names_of([rank_part(key)]) for keys in chain.ranks for key in keys]
    for way in (*chain.on, *chain.off):
        assert len(way.by_parity) in (0, len(PARITIES))
        rows += [names_of((*way.parts, part)) for part in way.by_parity] or [names_of(way.parts)]
    assert all(len(set(row)) == len(row) for row in rows)
