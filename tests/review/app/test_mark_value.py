import pytest

from polesitter.entities.class_form import ClassForms
from polesitter.review.app.mark_value import MarkReader

FORMS = ClassForms({"grand sport": "GS"})


@pytest.mark.parametrize(
    ("sentence", "words", "label", "value"),
    [
        # Read where they stand,
        ("His lap of 1:29.421 was best.", "1:29.421", "LAPTIME", 89.421),
        ("It was four-tenths of a second.", "four-tenths of a second", "GAP", 0.4),
        # or for what they are called, though nothing around says so.
        ("Then 29.421 came up.", "29.421", "LAPTIME", 29.421),
        ("Then .803 came up.", ".803", "GAP", 0.803),
        ("Then 113.575 came up.", "113.575", "SPEED", 113.575),
        ("The 08 came up.", "08", "NUMBER", "08"),
        ("He came up third.", "third", "POSITION", "3"),
        ("He came up P3.", "P3", "POSITION", "3"),
        ("In Grand Sport he led.", "Grand Sport", "CLASS", "GS"),
        ("In Foo he led.", "Foo", "CLASS", "Foo"),
        ("Bar he led.", "Bar", "DRIVER", None),
        ("Bar he led.", "Bar", "LAPTIME", None),
    ],
)
def test_the_value_of_marked_words(sentence: str, words: str, label: str, value: object) -> None:
    start = sentence.index(words)
    mention = MarkReader(sentence, FORMS)(start, start + len(words), label)
    assert (mention.text, mention.label, mention.value) == (words, label, value)


def test_braces_in_the_words_do_no_harm() -> None:
    text = "{0} {start} 1{"
    assert MarkReader(text, FORMS)(0, 3, "POSITION").value is None
