from hypothesis import given
from hypothesis import strategies as st

from polesitter.review.app.keys import KEY, gold_id, key_of


def test_a_plain_file_keeps_its_name() -> None:
    assert gold_id("pilot-07.txt") == "pilot-07"


def test_others_are_told_apart() -> None:
    sources = ["a/x.txt", "a-x.txt", "a/x.md", "x.md", "x.txt", "a.jsonl#x", "a.jsonl#y", "x"]
    ids = [gold_id(source) for source in sources]
    assert len(set(ids)) == len(ids)
    assert gold_id("a/x.txt").startswith("a-x-")


def test_a_name_that_looks_like_a_marked_one_is_marked() -> None:
    other = gold_id("a/x.txt")
    assert gold_id(f"{other}.txt") != other


@given(st.text())
def test_an_id_can_be_a_file_name_and_a_key_an_address(source: str) -> None:
    name = gold_id(source)
    assert name.isascii()
    assert not set(name) & set("/\\#? \t\n\x00:")
    assert not name.startswith(".")
    assert len(name) < 120
    assert KEY.fullmatch(key_of(source))
