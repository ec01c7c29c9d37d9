from polesitter.relations.slots.check import check_rules, tries_per_sentence
from polesitter.relations.slots.rule import Rule

from .sentences import elements, rule, ruleset


def _kinds(*rules: Rule) -> list[tuple[str, str]]:
    return [(problem.kind, problem.rule_id) for problem in check_rules(ruleset(*rules), elements)]


def test_a_sound_rule_has_no_problem() -> None:
    assert _kinds(rule("{driver} won pole", example="DRIVER0 won pole")) == []


def test_an_example_must_be_matched_by_its_own_rule() -> None:
    first = rule("{driver} won pole", "a", "DRIVER0 lost pole")
    other = rule("{driver} lost pole", "b", "DRIVER0 lost pole", line=2)
    assert _kinds(first, other) == [("example", "a")]


def test_an_id_or_a_pattern_that_stands_twice() -> None:
    first = rule("{driver} won pole", "a", "DRIVER0 won pole")
    again = rule("{driver} won [the] pole", "a", "DRIVER0 won the pole", line=2)
    copy = rule("{driver}  won (pole)", "c", "the DRIVER0 won pole", line=3)
    assert {("duplicate id", "a"), ("duplicate pattern", "c")} <= set(_kinds(first, again, copy))


def test_rules_that_say_different_things_of_the_same_words() -> None:
    first = rule("{driver} sat out", "a", "DRIVER0 sat out", value="no_time")
    other = rule("{driver} (sat|sits) out", "b", "DRIVER0 sat out", value="withdrawn", line=2)
    assert _kinds(first, other) == [("conflict", "b")]


def test_rules_that_say_the_same() -> None:
    first = rule("{driver} sat out", "a", "DRIVER0 sat out", value="no_time")
    other = rule("{driver} (sat|sits) out", "b", "DRIVER0 sat out", value="no_time", line=2)
    assert _kinds(first, other) == [("redundant", "b")]


def test_a_more_general_rule_is_no_conflict() -> None:
    first = rule("{driver} sat out", "a", "DRIVER0 sat out", value="no_time")
    other = rule("{driver} (sat|sits) out", "b", "DRIVER0 sits out", value="withdrawn", line=2)
    assert _kinds(first, other) == []


def test_a_rule_of_common_words_is_dear() -> None:
    assert _kinds(rule("{driver} the", example="DRIVER0 the")) == [("cost", "r")]


def test_tries_add_up() -> None:
    one, two = ruleset("{driver} won pole"), ruleset("{driver} won pole", "{driver} took pole")
    assert 0 < tries_per_sentence(one) < tries_per_sentence(two) < 1
