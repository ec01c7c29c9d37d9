"""Whose clause a value stands in."""

import pytest

from polesitter.relations.clause_map import ClauseMap
from polesitter.relations.signs import names_of
from polesitter.relations.view import View

from ..marked import frames

ASIDE = "[Hamlin](DRIVER), who held off [Busch](DRIVER) last year, was [fifth](POSITION)."


def read(marked: str) -> tuple[ClauseMap, View]:
    (frame,), view = frames(marked)
    assert frame.clauses is not None
    return frame.clauses, view


def at(view: View, words: str) -> int:
    return next(
        place
        for place, item in enumerate(view.sentences[0].items)
        if view.text[item.start : item.end] == words
    )


@pytest.mark.parametrize(
    ("marked", "head", "value", "shape"),
    [
        (ASIDE, "Hamlin", "fifth", "same"),
        (ASIDE, "Busch", "fifth", "apart 1"),
        ("[Lee](DRIVER) was [third](POSITION), but [Ray](DRIVER) was [sixth](POSITION).",
         "Lee", "sixth", "apart 1"),
        ("[Lee](DRIVER) ([third](POSITION)) was quick.", "Lee", "third", "in aside"),
    ],
)  # fmt: skip
def test_how_the_clause_of_a_value_stands_to_a_name(
    marked: str, head: str, value: str, shape: str
) -> None:
    clauses, view = read(marked)
    own, other = clauses.clause_of[at(view, head)], clauses.clause_of[at(view, value)]
    assert clauses.shape(own, other) == shape


def test_names_in_an_aside_do_not_stand_between() -> None:
    clauses, view = read(ASIDE)
    sentence = view.sentences[0]
    subject, aside = (
        names_of([clauses.told(sentence.keys, sentence.heads, at(view, who), at(view, "fifth"))])
        for who in ("Hamlin", "Busch")
    )
    assert "cl hv same hb:0" in subject
    assert "cl hv same subject:True last:True of:1" in subject
    assert not any(name.startswith("cl hv same") for name in aside)


def test_every_item_has_a_clause() -> None:
    clauses, view = read(ASIDE)
    assert len(clauses.clause_of) == len(view.sentences[0].items)
    assert set(clauses.clause_of) == set(range(len(clauses.within)))
