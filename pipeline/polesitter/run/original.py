"""Offsets of the cleaned text, which the pipeline reads, back to the original."""

from dataclasses import replace

from polesitter.text.clean import Cleaned
from polesitter.types import Evidence, Mention, Result, Session


class Original:
    """The original text of a report and the way to it from the cleaned one.

    Every span that comes back has the original's offsets and the original's words.
    """

    def __init__(self, text: str, cleaned: Cleaned) -> None:
        self.text = text
        self.cleaned = cleaned

    def mention(self, mention: Mention) -> Mention:
        """Return the mention as in the original."""
        start, end = self.cleaned.to_original(mention.start, mention.end)
        return replace(mention, start=start, end=end, text=self.text[start:end])

    def result(self, result: Result) -> Result:
        """Return the result with its evidence as in the original."""
        return replace(result, evidence=self._all(result.evidence))

    def session(self, session: Session) -> Session:
        """Return the session and its classes with their evidence as in the original."""
        classes = tuple(
            replace(facts, evidence=self._all(facts.evidence)) for facts in session.classes
        )
        return replace(session, classes=classes, evidence=self._all(session.evidence))

    def _all(self, items: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(self._evidence(item) for item in items)

    def _evidence(self, item: Evidence) -> Evidence:
        start, end = self.cleaned.to_original(item.start, item.end)
        return replace(item, start=start, end=end, text=self.text[start:end])
