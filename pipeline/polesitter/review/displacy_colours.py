"""The colours of labels in displaCy, those of our own pages, so that notebooks look alike.

spaCy finds them by the entry point `spacy_displacy_colors`: `displacy.render(nlp(text),
style="ent")` needs no option.
"""

COLOURS: dict[str, str] = {
    "DRIVER": "#b3d5e8",
    "TEAM": "#b3d9cf", "CAR": "#c9e6dd", "NUMBER": "#dcf0ea",
    "POSITION": "#ead4b3", "CLASS": "#f2e3cb", "SEGMENT": "#f8f0e0",
    "LAPTIME": "#e5c7d9", "SPEED": "#efdae6", "GAP": "#f6ebf2",
    "SERIES": "#d2d5d9", "EVENT": "#dee0e3", "TRACK": "#e8eaec", "DATE": "#f1f2f3",
}  # fmt: skip
"""Label -> a light shade of its family's hue; dark text stands on all of them."""


def displacy_colours() -> dict[str, str]:
    """Return the colour of each label, for displaCy's registry."""
    return dict(COLOURS)
