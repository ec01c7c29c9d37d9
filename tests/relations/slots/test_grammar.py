import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.errors import PolesitterError
from polesitter.relations.slots.grammar import parse_pattern
from polesitter.relations.slots.nodes import (
    AnyWord,
    Choice,
    Lemma,
    Maybe,
    Node,
    Sequence,
    Skip,
    SlotNode,
    Word,
)


@pytest.mark.parametrize(
    ("pattern", "items"),
    [
        ("Pole", [Word("pole")]),
        ("<Start> third", [Lemma("start"), Word("third")]),
        ("a _ lap", [Word("a"), AnyWord(), Word("lap")]),
        ("{driver}", [SlotNode("driver", "driver")]),
        ("{ driver : ahead }", [SlotNode("driver", "ahead")]),
        ("{driver+:crew}", [SlotNode("driver", "crew", many=True)]),
        ("{lap_time:best}", [SlotNode("lap_time", "best")]),
        ("[the] pole", [Maybe(Word("the")), Word("pole")]),
        ("[his|her] pole", [Maybe(Choice((Word("his"), Word("her")))), Word("pole")]),
        ("(a|b c)", [Choice((Word("a"), Sequence((Word("b"), Word("c")))))]),
        ("((a))", [Word("a")]),
        ("a ... b", [Word("a"), Skip(12, clause=True), Word("b")]),
        ("a ..3 b", [Word("a"), Skip(3, clause=False), Word("b")]),
        ("third, fourth", [Word("third"), Word(","), Word("fourth")]),
        ("driver's", [Word("driver"), Word("'s")]),
        ("drivers’ lap", [Word("drivers"), Word("'s"), Word("lap")]),
        ("o'clock co-driver", [Word("o'clock"), Word("co-driver")]),
        ("no. 2.5", [Word("no."), Word("2.5")]),
        (r"\( {team} \)", [Word("("), SlotNode("team", "team"), Word(")")]),
        ("than...pole", [Word("than"), Skip(12, clause=True), Word("pole")]),
        ("@det pole", [Choice((Word("the"), Word("a"))), Word("pole")]),
        ("@its_pole", [Choice((Word("the"), Word("a"))), Word("pole")]),
        ("({team:who}|{car:who})", [Choice((SlotNode("team", "who"), SlotNode("car", "who")))]),
    ],
)
def test_a_pattern_and_its_parts(pattern: str, items: list[Node]) -> None:
    macros = {"det": "(the|a)", "its_pole": "@det pole"}
    tree = parse_pattern(pattern, macros)
    flat: list[Node] = []
    for item in tree.items:
        flat.extend(item.items if isinstance(item, Sequence) else [item])
    assert flat == items


@pytest.mark.parametrize(
    ("pattern", "code", "column"),
    [
        ("a (b|c", "E302", 3),
        ("a [b", "E302", 3),
        ("a (b]", "E302", 3),
        ("a b)", "E301", 4),
        ("a | b", "E301", 3),
        ("a (b|) c", "E303", 6),
        ("a () c", "E303", 4),
        ("a {driver", "E302", 3),
        ("a <start", "E302", 3),
        ("a {pilot}", "E304", 3),
        ("a {Driver}", "E305", 3),
        ("a {driver:}", "E305", 3),
        ("a {}", "E305", 3),
        ("a @pole", "E307", 3),
        ("a @loop", "E308", 3),
        ("a ..0 b", "E310", 3),
        ("a ..21 b", "E310", 3),
        ("a .... b", "E301", 3),
        ("a ^ b", "E301", 3),
        ("a <out-pace>", "E301", 3),
        ("", "E311", 1),
    ],
)
def test_a_fault_and_its_column(pattern: str, code: str, column: int) -> None:
    macros = {"loop": "the @loop"}
    with pytest.raises(PolesitterError, match=rf"^{code} gap\.jsonl, line 3, column {column}\b"):
        parse_pattern(pattern, macros, "gap.jsonl, line 3")


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{driver} beat {driver}", "E306"),
        ("{driver:a} [{team:a}]", "E306"),
        ("... pole", "E309"),
        ("pole [..2]", "E309"),
        ("a ... ... b", "E309"),
        ("a ... [b] ..2 c", "E309"),
        ("[a] [b]", "E311"),
        ("[a]", "E311"),
    ],
)
def test_a_fault_of_the_whole(pattern: str, code: str) -> None:
    with pytest.raises(PolesitterError, match=f"^{code} pattern"):
        parse_pattern(pattern)


def test_a_circle_of_macros_is_told_in_full() -> None:
    macros = {"a": "x @b", "b": "(y|@c)", "c": "@a"}
    with pytest.raises(PolesitterError, match=r"E308.*a -> b -> c -> a"):
        parse_pattern("@a", macros)


def test_deep_brackets_are_refused_not_crashed_on() -> None:
    with pytest.raises(PolesitterError, match=r"^E301"):
        parse_pattern("(" * 5000 + "a" + ")" * 5000)


@given(st.text(alphabet="ab {}[]()|<>@.,_\\':+-3drive‘İ", max_size=30) | st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        items = parse_pattern(text, {"a": "b"}).items
        message = ""
    except PolesitterError as error:
        items, message = (), str(error)
    assert items or message.startswith("E3")
