"""What the words of a report say of whether it tells of qualifying."""

from polesitter.relations.about.report_words import report_parts
from polesitter.relations.signs.family import names_of

from ...marked import frames

REPORT = "Lee wins\n\n[Ann Lee](DRIVER) led. [Ray](DRIVER) was [third](POSITION). He left."


def signs(marked: str) -> set[str]:
    _, view = frames(marked)
    return set(names_of(report_parts(view)))


def test_every_word_is_a_sign_and_those_of_the_opening_once_more() -> None:
    found = signs(REPORT)
    assert {"word:wins", "word:led", "word:left", "opening:wins", "opening:led"} <= found
    assert not {"opening:left", "opening:was"} & found


def test_names_are_told_by_their_labels_alone() -> None:
    found = signs(REPORT)
    assert {"word:<DRIVER>", "opening:<DRIVER>"} <= found
    assert not {"word:ann", "word:ray", "opening:ann"} & found


def test_sentences_that_tell_an_outcome_are_counted_too() -> None:
    assert "told>=1" in signs("[Lee](DRIVER) won the [pole](POSITION).")
