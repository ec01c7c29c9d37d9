import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.review.page.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain <b>&\"'</b>", "plain <b>&\"'</b>"),
        ("line\nbreak\tand tab", "line\nbreak\tand tab"),
        ("a\x00b\x1fc\x7f", "a\u2400b\u241fc\u2421"),
        ("\u202eevil\u202c \u2066in\u2069", "\ufffdevil\ufffd \ufffdin\ufffd"),
        ("\ud800", "\ufffd"),
        ("Sörensen \U0001f3ce", "Sörensen \U0001f3ce"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters(codec=None)))
def test_offsets_hold_and_every_file_can_hold_it(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert "\x00" not in shown
    shown.encode("utf-8")
