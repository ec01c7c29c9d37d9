import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.reading import view
from polesitter.relations.reading.view import build_view
from polesitter.text.layout import Passage, find_passages
from polesitter.types import Mention

from ...marked import make_doc, read, read_all

REPORT = (
    "[Gottsacker](DRIVER)'s lap at [109.766 mph](SPEED) won it for [Bryan Herta Autosport](TEAM). "
    "The No. [93](NUMBER) was [third](POSITION)."
)


def keys(marked: str) -> list[str]:
    """The items of a report, one line per sentence."""
    view, _ = read_all(marked, cues=())
    return [" ".join(item.key for item in sentence.items) for sentence in view.sentences]


def test_mentions_are_one_slot_each_and_words_are_casefolded() -> None:
    assert keys(REPORT) == [
        "<DRIVER> 's lap at <SPEED> won it for <TEAM> .",
        "the no . <NUMBER> was <POSITION> .",
    ]


def test_apostrophes_after_a_word_read_as_a_possessive() -> None:
    assert keys("[Stevenson Motorsports](TEAM)' [Matt Bell](DRIVER) was second.") == [
        "<TEAM> 's <DRIVER> was second ."
    ]


def test_a_curly_possessive_reads_as_a_plain_one() -> None:
    assert keys("[Lee](DRIVER)’s lap stood.") == ["<DRIVER> 's lap stood ."]


def test_a_mention_within_a_token_folds_the_token() -> None:
    assert keys("The lap of [Lee](DRIVER)-san stood.")[0].split()[:4] == [
        "the", "lap", "of", "<DRIVER>",
    ]  # fmt: skip


def test_items_know_their_words_and_mentions() -> None:
    view, _ = read_all(REPORT)
    for sentence in view.sentences:
        for item in sentence.items:
            words = view.text[item.start : item.end]
            if item.label:
                assert view.mentions[item.mention].text == words
                assert item.key == f"<{item.label}>"
            else:
                assert item.mention == -1
                assert item.key == words.casefold()


def test_the_order_of_the_mentions_does_not_matter() -> None:
    text, mentions = read(REPORT)
    tokens = [(t.text, t.idx, t.idx + len(t)) for t in make_doc(text)]
    passages = find_passages(text)
    forth = build_view(text, tokens, passages, mentions)
    back = build_view(text, tokens, passages, mentions[::-1])
    assert [[i.key for i in s.items] for s in forth.sentences] == [
        [i.key for i in s.items] for s in back.sentences
    ]


@given(
    st.lists(
        st.sampled_from(
            "[Lee](DRIVER) [third](POSITION) [.803 seconds](GAP) won . , the No. Then \n".split(" ")
        ),
        max_size=25,
    )
)
def test_every_mention_is_a_slot_once(pieces: list[str]) -> None:
    view, _ = read_all(" ".join(pieces), cues=())
    slots = [item.mention for s in view.sentences for item in s.items if item.label]
    assert slots == list(range(len(view.mentions)))


def test_an_apostrophe_opens_a_sentence_as_it_is_however_it_was_read_before() -> None:
    inside = keys("[Lee](DRIVER)’ lap stood.")
    opening = keys("’ lap stood.")
    assert (inside[0].split()[1], opening[0].split()[0]) == ("'s", "’")
    assert keys("[Lee](DRIVER)’ lap stood.") == inside


def test_known_words_are_forgotten_before_they_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(view, "MEMO_LIMIT", 2)
    view._KEYS.clear()
    for _ in range(2):
        assert keys("Lee Went Out Early") == ["lee went out early"]
        assert len(view._KEYS) <= 2


def test_a_token_is_of_the_passage_that_it_begins_in() -> None:
    passages = [Passage(0, 3, "prose", 0), Passage(3, 8, "prose", 0), Passage(8, 11, "prose", 0)]
    tokens = [("one", 0, 3), ("two", 3, 6), ("three", 6, 11)]
    found = build_view("onetwothree", tokens, passages, [])
    assert [sentence.keys for sentence in found.sentences] == [["one"], ["two", "three"], []]


def test_a_mention_that_no_token_is_of_is_passed_over() -> None:
    tokens = [("one", 0, 3), ("two", 4, 7)]
    mentions = [Mention(3, 4, " ", "DRIVER"), Mention(4, 7, "two", "TEAM")]
    found = build_view("one two", tokens, [Passage(0, 7, "prose", 0)], mentions)
    assert found.sentences[0].keys == ["one", "<TEAM>"]
