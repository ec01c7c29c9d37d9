"""Offsets of the cleaned text, which the pipeline reads, back to the original."""

from dataclasses import replace
from typing import TypeVar

from polesitter.text.clean import Cleaned
from polesitter.types import Evidence, Mention, Result, Session

Spanned = TypeVar("Spanned", Mention, Evidence)


class Original:
    """The original text of a report and the way to it from the cleaned one.

    Every span that comes back has the original's offsets and the original's words.
    """

    def __init__(self, text: str, cleaned: Cleaned) -> None:
        self.text = text
        self.cleaned = cleaned

    def mention(self, mention: Mention) -> Mention:
        """Return the mention as in the original."""
        return mention if self._stays(mention) else self._moved(mention)

    def result(self, result: Result) -> Result:
        """Return the result with its evidence as in the original."""
        evidence = self._all(result.evidence)
        return result if evidence is result.evidence else replace(result, evidence=evidence)

    def session(self, session: Session) -> Session:
        """Return the session and its classes with their evidence as in the original."""
        classes = tuple(
            replace(facts, evidence=self._all(facts.evidence)) for facts in session.classes
        )
        return replace(session, classes=classes, evidence=self._all(session.evidence))

    def _all(self, items: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        if all(self._stays(item) for item in items):
            return items
        return tuple(self._moved(item) for item in items)

    def _stays(self, item: Mention | Evidence) -> bool:
        """Whether cleaning changed neither place nor words: most reports are clean."""
        return self.cleaned.origin is None and self.text[item.start : item.end] == item.text

    def _moved(self, item: Spanned) -> Spanned:
        start, end = self.cleaned.to_original(item.start, item.end)
        return replace(item, start=start, end=end, text=self.text[start:end])
