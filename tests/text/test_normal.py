import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.text.normal import normal, words

FORMS = [
    ("Jean-Éric Vergne", "jean eric vergne"),
    ("O'Ward", "oward"),
    ("O’Ward", "oward"),
    ("O`Ward", "oward"),
    ("Dale Earnhardt Jr.", "dale earnhardt jr"),
    ("  Team   RLL ", "team rll"),
    ("GT3 R", "gt3 r"),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("…", ""),
]


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_the_normal_form_of_a_name(name: str, form: str) -> None:
    assert normal(name) == form


@pytest.mark.parametrize(("name", "form"), FORMS)
def test_words_are_those_of_the_normal_form(name: str, form: str) -> None:
    assert words(name) == tuple(form.split())


@given(st.text(max_size=40))
def test_a_normal_form_is_its_own_normal_form(name: str) -> None:
    assert normal(normal(name)) == normal(name)


@given(st.text(max_size=40))
def test_a_normal_form_holds_plain_words_only(name: str) -> None:
    assert all(word.isascii() and word.isalnum() for word in words(name))
