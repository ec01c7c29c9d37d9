"""Marks of Markdown go, the words between them stay where they were."""

import pytest

from polesitter.text.clean import clean

MARKED = [
    ("**Ann Lee** won.", "Ann Lee won."),
    ("*Ann Lee* won, _Bo Ray_ lost.", "Ann Lee won, Bo Ray lost."),
    ("**Lee**'s lap, (*Ray*), **Cox**.", "Lee's lap, (Ray), Cox."),
    ("**the *quick* lap**", "the quick lap"),
    ("**Ann\nLee** won", "Ann\nLee won"),
    ("[Ann Lee](https://example.org/a_b_c/(x)) won", "Ann Lee won"),
    ('[Ann Lee](/drivers/lee "Her page") won', "Ann Lee won"),
    ("[**Ann Lee**](#lee) won", "Ann Lee won"),
    ("Lee ![his car](cars/lee.jpg)won", "Lee won"),
    ("[Lee](lee.html) won", "Lee won"),
    ("> Ann Lee won.\n>\n> > Bo Ray lost.", "Ann Lee won.\n\nBo Ray lost."),
    ("## **Ann Lee wins**", "Ann Lee wins"),
    ("#\u00a0Ann Lee wins\r\n\r\n| Ann |\u00a0Lee\u00a0|\r\n| --- | --- |\r\n| Bo | Ray |\r\n",
     "Ann Lee wins\n\nAnn | Lee\n\nBo | Ray\n"),
]  # fmt: skip
KEPT = [
    "Lee* won in 1:27.440*, Ray* lost",
    "*Engine change",
    "* Lee won\n* Ray lost",
    "2 * 3 * 4",
    "the_car_number and __init",
    "Lee [won](with a lap of 57.9) and [sic] (here)",
    "at 200 mph, > 199 mph",
    "Lee \\*won\\*",
]


@pytest.mark.parametrize(("marked", "plain"), MARKED)
def test_marks_go(marked: str, plain: str) -> None:
    cleaned = clean(marked)
    assert cleaned.text == plain
    for word in plain.split():
        start = cleaned.text.index(word)
        first, last = cleaned.to_original(start, start + len(word))
        assert marked[first:last].replace("*", "") == word


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_mark_stays(text: str) -> None:
    assert clean(text).text == text
