import pytest

from polesitter.errors import PolesitterError
from polesitter.relations.slots.compile import compile_pattern, expand_lemmas
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.inflections import FormTable, build_inflections
from polesitter.relations.slots.sentence import LABEL_SIGNS, label_bits
from polesitter.relations.slots.ways import ways

from .sentences import VERBS


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("{driver} won pole", 1),
        ("[the] pole", 1),
        ("[the] the pole", 2),
        ("[the] [the] [the] the", 8),
        ("(a|b) c", 1),
        ("(a|a b) c", 2),
        ("{driver} ... pole", 13),
        ("{driver:a} ... {driver:b}", 1),
        ("{driver} ..3 pole ..2 lap", 12),
        ("{driver+:crew} won", 1),
        ("{driver+:crew} , won", 30),
        ("the _ ... {gap}", 13),
    ],
)
def test_the_ways_to_read_a_pattern(pattern: str, count: int) -> None:
    assert ways(expand_lemmas(parse_pattern(pattern), VERBS)) == count


@pytest.mark.parametrize("pattern", ["[a] " * 30 + "a", "{driver} ... a ... b ... c ... d"])
def test_a_pattern_of_too_many_ways_is_refused(pattern: str) -> None:
    with pytest.raises(PolesitterError, match=r"^E312 gap\.jsonl, line 2:"):
        compile_pattern(parse_pattern(pattern), VERBS, "gap.jsonl, line 2")


def test_an_unknown_verb_is_refused() -> None:
    with pytest.raises(PolesitterError, match=r"^E313 here:.*strat"):
        compile_pattern(parse_pattern("{driver} <strat>"), VERBS, "here")


@pytest.mark.parametrize(
    ("pattern", "anchor"),
    [
        ("the pole of {driver}", {"pole"}),
        ("the (pole|lap) of", {"pole", "lap"}),
        ("the [pole] of", {"of"}),
        ("{driver} the", {LABEL_SIGNS["driver"]}),
        ("{event} the", {LABEL_SIGNS["event"]}),
        ("(pole lap|{driver} trap) the", {"pole", "trap"}),
        ("_", set()),
    ],
)
def test_the_anchor_is_the_rarest_word_needed(pattern: str, anchor: set[str]) -> None:
    assert compile_pattern(parse_pattern(pattern), VERBS).needs.anchor == anchor


def test_optional_mentions_are_not_needed() -> None:
    compiled = compile_pattern(parse_pattern("{driver} [{team}] ({car}|{gap}) won"), VERBS)
    assert compiled.needs.labels == label_bits(["driver"])
    assert compiled.roles == ("driver", "team", "car", "gap")


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("start", {"start", "starts", "started", "starting"}),
        ("qualify", {"qualify", "qualifies", "qualified", "qualifying"}),
        ("put", {"put", "puts", "putting"}),
        ("lead", {"lead", "leads", "led", "leading"}),
        ("leave", {"left", "leaving"}),
        ("win", {"win", "won"}),
        ("outqualify", {"outqualify", "outqualified"}),
        ("have", {"has", "had", "'ve"}),
    ],
)
def test_the_forms_of_a_verb(lemma: str, some: set[str]) -> None:
    assert some <= set(build_inflections([lemma]).forms(lemma))


def test_be_is_never_the_possessive() -> None:
    forms = build_inflections(["be", "have"])
    assert forms.forms("be") == ("am", "are", "be", "been", "being", "is", "was", "were")
    assert "'s" not in forms.forms("have")


def test_no_verb_no_forms() -> None:
    assert build_inflections(["strat"]).forms("strat") == ()


def test_forms_survive_plain_data() -> None:
    assert FormTable.from_dict(VERBS.to_dict()) == VERBS
