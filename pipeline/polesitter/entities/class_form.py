"""The shortest standard form of a class: "Grand Sport" is GS, "GT Daytona Pro" GTD PRO."""

from collections.abc import Iterable, Mapping

from polesitter.text.normal import normal


class ClassForms:
    """Looks classes up by their normalised form; unknown ones stay as written."""

    def __init__(self, forms: Mapping[str, str], wary: Iterable[str] = ()) -> None:
        self.forms = dict(forms)
        self.wary = frozenset(wary)

    def __call__(self, text: str) -> str:
        """The standard form of a class as written."""
        return self.forms.get(normal(text), text)

    def needs_context(self, text: str) -> bool:
        """Whether a form is an everyday word ("Am", "Pro", "Cup") unless the words around say."""
        return normal(text) in self.wary

    @classmethod
    def from_lines(cls, lines: Iterable[Mapping[str, object]]) -> "ClassForms":
        """Build from the objects of patterns/lexicon/class_forms.jsonl."""
        rows = list(lines)
        return cls(
            {normal(str(line["form"])): str(line["class"]) for line in rows},
            [normal(str(line["form"])) for line in rows if line.get("context") == "class"],
        )
