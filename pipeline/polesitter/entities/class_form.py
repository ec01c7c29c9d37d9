"""The shortest standard form of a class: "Grand Sport" is GS, "GT Daytona Pro" GTD PRO."""

from collections.abc import Iterable, Mapping

from polesitter.text.normal import normal


class ClassForms:
    """Looks classes up by their normalised form; unknown ones stay as written."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self.forms = dict(forms)

    def __call__(self, text: str) -> str:
        return self.forms.get(normal(text), text)

    @classmethod
    def from_lines(cls, lines: Iterable[Mapping[str, object]]) -> "ClassForms":
        """Build from the objects of patterns/lexicon/class_forms.jsonl."""
        return cls({normal(str(line["form"])): str(line["class"]) for line in lines})
