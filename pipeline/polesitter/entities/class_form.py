"""The shortest standard form of a class: "Grand Sport" is GS, "GT Daytona Pro" GTD PRO."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from polesitter.text.normal import normal

CARS: Final = re.compile(r"(?<=[^\Ws])s$")
"""What is written after a class where its cars are told: "the GT4s"."""


class ClassForms:
    """Looks classes up by their normalised form; unknown ones stay as written.

    `alone`: normalised form -> what the class is called where a report never uses its
    standard form: reports that say "LMGTE Am" throughout mean no "GTE Am".
    """

    def __init__(
        self,
        forms: Mapping[str, str],
        wary: Iterable[str] = (),
        alone: Mapping[str, str] | None = None,
    ) -> None:
        self.forms = dict(forms)
        self.wary = frozenset(wary)
        self.alone = dict(alone or {})

    def __call__(self, text: str) -> str:
        """The standard form of a class as written."""
        one = self._singular(text)
        return self.forms.get(normal(one), one)

    def of_report(self, texts: Sequence[str]) -> list[str]:
        """What each of a report's classes is called, by all the forms that it writes."""
        written = [(normal(self._singular(text)), self(text)) for text in texts]
        standard = {form for key, form in written if key not in self.alone}
        return [form if form in standard else self.alone.get(key, form) for key, form in written]

    def _singular(self, text: str) -> str:
        """The class whose cars are told: "the TCRs", "of the Pros"; else the text itself."""
        one = CARS.sub("", text)
        if one == text or one[-1].isupper() or one[-1].isdigit():
            return one
        listed = normal(text) not in self.forms and normal(one) in self.forms
        return one if listed else text

    def needs_context(self, text: str) -> bool:
        """Whether a form is an everyday word ("Am", "Pro", "Cup") unless the words around say."""
        return normal(text) in self.wary

    def to_data(self) -> dict[str, Any]:
        """What `from_data` builds the same forms from."""
        return {
            "class_forms": self.forms,
            "class_forms_alone": self.alone,
            "class_forms_wary": sorted(self.wary),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "ClassForms":
        """Build from what a component carries; without any of it, every class stays as written."""
        return cls(
            data.get("class_forms", {}),
            data.get("class_forms_wary", ()),
            data.get("class_forms_alone"),
        )

    @classmethod
    def from_lines(cls, lines: Iterable[Mapping[str, object]]) -> "ClassForms":
        """Build from the objects of patterns/lexicon/class_forms.jsonl."""
        rows = [(normal(str(line["form"])), line) for line in lines]
        return cls(
            {form: str(line["class"]) for form, line in rows},
            [form for form, line in rows if line.get("context") == "class"],
            {form: str(line["alone"]) for form, line in rows if "alone" in line},
        )
