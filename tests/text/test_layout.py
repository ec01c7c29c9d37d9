from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.layout import find_passages, split_sentences
from polesitter.text.table_lines import HEADER_CELL_BREAK, HEADER_WORD, is_header

BODY = "Ann Lee won the pole at Sebring on Friday and thanked her crew for a car that was fast."

KINDS = [
    (f"Lee Wins Pole\n\n{BODY}", ["headline", "prose"]),
    (f"date 2024-01-25\nLee Wins Pole\n\n{BODY}", ["date", "headline", "prose"]),
    (f"date 2024-01-25 {BODY}", ["date", "prose"]),
    (f"{BODY}\n\nGrand Sport\n\n{BODY}", ["prose", "heading", "prose"]),
    (f"{BODY}\n\nResults:", ["prose", "heading"]),
    (
        f"{BODY}\n1. Ann Lee, Ford, 1:45.166\n2. Bo Ray, BMW, 1:45.200",
        ["prose", "row", "row"],
    ),
    (
        f"{BODY}\nPos | Driver | Team | Time\n1 | Lee | Alpha | 1:45.1\n2 | Ray | Beta | 1:45.2",
        ["prose", "header", "row", "row"],
    ),
    (f"{BODY}\nP1 Lee 1:45.1\nP2 Ray 1:45.2", ["prose", "row", "row"]),
    (f"{BODY}\n1st\tLee\tAlpha", ["prose", "row"]),
    (f"{BODY}\n3 cars were sent to the back of the field after they failed inspection.",
     ["prose", "prose"]),
    (f"{BODY}\n\n   \n\n{BODY}", ["prose", "prose"]),
    (f"{BODY}\r\n\r\n{BODY}", ["prose", "prose"]),
    (f"{BODY}\nProvisional grid: 1. Lee, 2. Ray, 3. Cox",
     ["prose", "heading", "row", "row", "row"]),
    ("", []),
    ("\n \n", []),
]  # fmt: skip

SENTENCES = [
    ("Lee won. Ray was second.", ["Lee won.", "Ray was second."]),
    ("The No. 93 Acura won. It was close.", ["The No. 93 Acura won.", "It was close."]),
    ("J. R. Fitzpatrick was third.", ["J. R. Fitzpatrick was third."]),
    ("Dale Earnhardt Jr. Chevrolet led.", ["Dale Earnhardt Jr. Chevrolet led."]),
    ("Third was Dale Earnhardt Jr. The Chevrolet was loose.",
     ["Third was Dale Earnhardt Jr.", "The Chevrolet was loose."]),
    ("It was close at .803 seconds. Then came Ray.",
     ["It was close at .803 seconds.", "Then came Ray."]),
    ("He ran 200.1 mph. .02 seconds parted them.",
     ["He ran 200.1 mph.", ".02 seconds parted them."]),
    ("“We are quick.” Ray smiled.", ["“We are quick.”", "Ray smiled."]),
    ("Green at 2:05 p.m. ET on FOX.", ["Green at 2:05 p.m. ET on FOX."]),
    ("What a lap! Is it enough? Yes.", ["What a lap!", "Is it enough?", "Yes."]),
    ("St. Petersburg, Fla. hosts it.", ["St. Petersburg, Fla. hosts it."]),
    ("Lee led Group A. Ray was in Group B. J. R. Cox led neither.",
     ["Lee led Group A.", "Ray was in Group B.", "J. R. Cox led neither."]),
    ("no capitals here. so one sentence", ["no capitals here. so one sentence"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_kinds_of_passages(text: str, kinds: list[str]) -> None:
    assert [passage.kind for passage in find_passages(text)] == kinds


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in split_sentences(text, 0, len(text))] == sentences


def test_bounds_are_offsets_of_the_whole_text() -> None:
    text = f"Lee Wins Pole\n\n{BODY} Ray was second.\n1. Lee, Ford\n2. Ray, BMW"
    assert [text[p.start : p.end] for p in find_passages(text)] == [
        "Lee Wins Pole", BODY, "Ray was second.", "1. Lee, Ford", "2. Ray, BMW",
    ]  # fmt: skip


def test_sentences_of_one_line_share_its_paragraph() -> None:
    passages = find_passages(f"{BODY} Ray was second.\n\n{BODY}")
    assert [passage.paragraph for passage in passages] == [1, 1, 2]


def test_items_of_an_inline_list_must_count_upwards() -> None:
    told = find_passages(f"{BODY}\nGrid: 4. Lee, 2. Ray, 7. Cox, 1. Day")
    assert "row" not in {passage.kind for passage in told}


def test_a_sentence_within_bounds_only() -> None:
    text = "Out. Lee won. Ray lost. Out."
    assert [text[a:b] for a, b in split_sentences(text, 5, 23)] == ["Lee won.", "Ray lost."]


PIECES = st.sampled_from(
    ["Lee", "No.", "93", "1.", "2.", "won.", "Jr.", "|", "\n", "\n\n", "\t", "“Yes!”", "date",
     "2024-01-25", "P3", "  ", "Driver", "Time", "Team", "…", "\u2028", "the", "a", ";", ":"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40))
def test_passages_are_apart_in_order_and_trimmed(pieces: list[str]) -> None:
    text = " ".join(pieces)
    passages = find_passages(text)
    for passage in passages:
        assert text[passage.start : passage.end].strip() == text[passage.start : passage.end] != ""
    for one, other in pairwise(passages):
        assert one.end <= other.start
        assert one.paragraph <= other.paragraph


@given(st.lists(PIECES, max_size=40))
def test_no_word_is_lost_but_blanks(pieces: list[str]) -> None:
    text = " ".join(pieces)
    covered = "".join(text[p.start : p.end] for p in find_passages(text))
    assert "".join(covered.split()) == "".join(text.split())


CELL = st.sampled_from(["Pos", "Driver", "best time", "difference", "(Car", "#", "a cell of prose"])
BREAK = st.sampled_from([",", " | ", "/", "\t", "  ", "\u00a0 ", ") ", " "])


@given(st.lists(st.tuples(CELL, BREAK), max_size=7))
def test_a_look_at_lengths_turns_no_header_away(parts: list[tuple[str, str]]) -> None:
    line = "".join(cell + after for cell, after in parts).strip()
    cells = [cell for cell in HEADER_CELL_BREAK.split(line) if cell]
    named = [cell for cell in cells if HEADER_WORD.fullmatch(cell.strip(". ()#"))]
    assert is_header(line) is (len(cells) >= 3 and 3 * len(named) >= 2 * len(cells))
