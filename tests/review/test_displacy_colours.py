import re
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.tokens import Doc, Span
from spacy.util import registry

from polesitter.review.displacy_colours import COLOURS, displacy_colours
from polesitter.review.page.labels import LABEL_NAMES
from polesitter.types import LABELS


def test_every_label_has_a_colour_of_its_own() -> None:
    assert set(COLOURS) == set(LABELS)
    assert len(set(COLOURS.values())) == len(COLOURS)


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", COLOURS.values())
def test_black_text_is_readable_on_every_colour(colour: str) -> None:
    assert (luminance(colour) + 0.05) / 0.05 >= 7


def test_displacy_finds_them() -> None:
    assert displacy_colours in registry.displacy_colors.get_all().values()
    doc = Doc(spacy.blank("en").vocab, ["Ann", "won"])
    doc.set_ents([Span(doc, 0, 1, "DRIVER")])
    assert COLOURS["DRIVER"] in displacy.render(doc, style="ent", jupyter=False)


def test_the_pages_name_and_colour_every_label(root: Path) -> None:
    assert set(LABELS) < set(LABEL_NAMES)
    sheet = root / "pipeline" / "polesitter" / "review" / "page" / "assets" / "page.css"
    coloured = re.findall(r'^\[data-label="(\w+)"\] \{ --c', sheet.read_text(), re.M)
    assert sorted(coloured) == sorted(LABEL_NAMES)
