"""The clauses of a sentence: main lines, and the asides that interrupt them.

A clause is one or more stretches of the sentence: what follows an aside belongs to the
line the aside broke ("Hartley, on pole here a year ago, was third").
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from polesitter.text.word_starts import TEXTS, word_starts

SENTENCE_OPENER: Final = re.compile(
    r"\W*(?:After|Before|While|When|Although|Though|Having|Despite|If|Since|As|Until|Once|"
    r"Quick(?:est)?|Fast(?:est)?|Only)\b(?!'s)"
)
"""Openings whose first comma ends them; a bare adverbial ("Last year, …") has none."""
ADVERB: Final = r"(?:[a-z]+ly |then |now |also |later |still |never |only |just |duly |finally )?"
FINITE: Final = (
    rf"{ADVERB}(?:was|were|is|are|has|had|have|will|would|could|can|must|did|does|starts|started|took|"
    r"takes|went|goes|got|ran|won|put|made|came|fell|lost|held|left|ended|wound|kept|found|gave|drove|hit|cut|set|sits|lines|joins|shares|stays|"
    r"gets|rolls|puts|makes|moves|drops|inherits|occupies|completes|"
    r"(?!follow|join|compar|pair|need|seed|speed|inde|ne)[a-z]{2,}ed)\b(?! by\b)"
)
SUBORDINATE: Final = re.compile(r",\s+(?:with|having|despite|after|before|as|when|while|if)\b")
SUBJECT: Final = rf"(?:he|she|they|it|[A-Z][\w'’-]+ (?:[A-Z][\w'’-]+ )?{FINITE})"
RELATIVE: Final = (
    r",\s+(?:in |of |for |from |on )?(?=(?:who|whom|whose|which|where)\b)|"
    rf"\b(?=that {FINITE})"
)
STOP: Final = (
    r";|,\s+(?=(?:when|while|but|although|though|after|before|and|having|with|despite|only|as|so|"
    r"then|if|until)\b)|\b(?=(?:but|while|although)\b)|"
    rf"\b(?=(?:after|before) (?:(?!being)[a-z]+ing|{SUBJECT})\b)|"
    rf"\band (?={FINITE}|(?:he|she|they|it)(?:['’](?:ll|s|d))?\b|[A-Z]\w+ {FINITE})|"
    rf":\s(?=[^:]*\b{FINITE})|"
    r",\s+(?=(?!during|including|according|following|being)[a-z]{2,}ing\b)"
)
BOUNDARY: Final = re.compile(
    rf"(?P<open>\()|(?P<close>\))|(?P<dash>[\u2013\u2014]|\s-\s)|(?P<relative>{RELATIVE})|"
    rf"(?P<stop>{STOP})|(?P<resume>,\s+(?={FINITE}|(?:at|with) \d))|(?P<comma>,\s)"
)
OPENERS = ("that", "but", "while", "although", "after", "before", "and")
"""The words at which a BOUNDARY may stand; elsewhere it begins with a sign."""
SIGN: Final = re.compile(r"[(),;:\u2013\u2014-]")


@dataclass(slots=True)
class Clause:
    """Stretches of text (code points, half-open) that tell one thing.

    `within`: the clause that a bracket or a phrase between commas stands in, and whose
    framing it shares where it has none of its own.
    """

    spans: list[tuple[int, int]] = field(default_factory=list)
    within: "Clause | None" = None

    def holds(self, position: int) -> bool:
        """Whether a code point lies in one of the stretches."""
        return any(start <= position < end for start, end in self.spans)


def clauses_of(text: str, start: int, end: int) -> list[Clause]:
    """The clauses of the sentence text[start:end], in the order in which they open."""
    return _Splitter(text, start, end).split()


def boundaries(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `BOUNDARY.finditer(text, start, end)` gives, without a try at each character."""
    places = _places(text)
    for index in range(bisect_left(places, start), len(places)):
        place = places[index]
        if place >= end:
            return
        match = BOUNDARY.match(text, place, end) if place >= start else None
        if match is not None:
            start = match.end()
            yield match


@lru_cache(maxsize=TEXTS)
def _places(text: str) -> Sequence[int]:
    """The code points at which a BOUNDARY may begin; the last texts are remembered."""
    words = word_starts(text)
    places = [place for word in OPENERS for place in words.get(word, ())]
    for match in SIGN.finditer(text):
        # A dash between blanks begins with the blank before it.
        spaced = match[0] == "-" and text[match.start() - 1 : match.start()].isspace()
        places.append(match.start() - spaced)
    return sorted(places)


class _Splitter:
    """One walk over the boundaries of a sentence."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.main = Clause()
        self.clauses = [self.main]
        self.aside: Clause | None = None
        self.closer = ""
        self.at = start
        self.before: Clause | None = None
        """The line that a subordinate clause broke, to be taken up again by its verb."""
        self.comma: int | None = None
        """The last plain comma of the main line: where an aside may have begun."""
        self.initial = SENTENCE_OPENER.match(text, start, end) is not None

    def split(self) -> list[Clause]:
        for match in boundaries(self.text, self.start, self.end):
            self._meet(match.lastgroup or "", match.start(), match.end())
        self._stretch(self.end)
        return [clause for clause in self.clauses if clause.spans]

    def _meet(self, kind: str, start: int, end: int) -> None:
        if self.aside is not None:
            self._meet_in_aside(kind, start)
        elif kind in ("open", "relative") or (kind == "dash" and any(self._dashes(end))):
            self._open(kind, start)
        elif kind in ("dash", "stop"):
            self._break(start)
        elif kind == "resume":
            self._set_apart(start)
        elif kind == "comma" and self.initial:
            self._break(start)
        elif kind == "comma":
            self.comma = start

    def _meet_in_aside(self, kind: str, start: int) -> None:
        if kind == self.closer:
            self._close(start)
        elif self.closer != "comma":
            return  # a bracket is one clause, whatever stands in it
        elif kind != "stop":
            self._close(start)  # a comma ends a relative clause
        elif self.text[start] in ",;":
            self._break(start)
        # any other stop: "whose car was third after it spun, is ninth"

    def _dashes(self, after: int) -> Iterator[int]:
        for match in boundaries(self.text, after, self.end):
            if match.lastgroup == "dash":
                yield match.start()

    def _words(self, to: int) -> str:
        return self.text[self.at : to].strip(" ,;")

    def _stretch(self, to: int) -> None:
        owner = self.aside or self.main
        if to > self.at:
            owner.spans.append((self.at, to))
        self.at = to

    def _open(self, kind: str, start: int) -> None:
        self._stretch(start)
        self.aside = Clause(within=self.main if kind in ("open", "dash") else None)
        self.clauses.append(self.aside)
        self.closer = {"open": "close", "dash": "dash"}.get(kind, "comma")
        self.comma = None

    def _close(self, start: int) -> None:
        self._stretch(start)
        self.aside = None
        self.comma = None

    def _break(self, start: int) -> None:
        if self.aside is None and not self.main.spans and not self._words(start):
            return  # ", but": one stop, not two
        self._stretch(start)
        self.aside, self.comma, self.initial = None, None, False
        self.before = self.main if SUBORDINATE.match(self.text, start) else None
        self.main = Clause()
        self.clauses.append(self.main)

    def _set_apart(self, start: int) -> None:
        """What stood between two commas before the verb was an aside."""
        if self.comma is None or self.comma < self.at:
            if self.initial:
                self._break(start)
            elif self.before is not None:
                self._stretch(start)
                self.main, self.before = self.before, None
            return
        self._stretch(self.comma)
        aside = Clause([(self.comma, start)], self.main)
        self.clauses.append(aside)
        self.at, self.comma = start, None
