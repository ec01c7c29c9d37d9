"""What frames a sentence from outside its words: headings, the year, the sentence next to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from polesitter.text.layout import Passage

LEAD = 450
"""Code points in which a report says what it is of."""
POLES = "poles"
NEVER, NO_YEAR = 1 << 60, 9999
OUTCOME = "outcome"
PRACTICE = re.compile(
    r"\b(?:practice|practised|practiced|test(?:ing)?|warm-?up|shakedown|Carb Day|FP[1-4])\b", re.I
)
QUALIFYING = re.compile(
    r"\b(?:qualif\w*|poles?\b|polesitter|front row|grid|line-?up|Q[1-4]\b|shoot-?out|superpole|"
    r"hyperpole|will start|starts? (?:first|from|on))", re.I
)  # fmt: skip
GOES_ON = re.compile(
    r"\W*(?:(?:He|She|They|His|Her|Their|It was)\b|[^.]*\bin that (?:one|session|hour)\b)"
)
TAKEN_BACK = re.compile(
    r"\W*(?:That|It|This|His|Her)(?: (?:lap|time|effort|mark|best|run|benchmark|one))?"
    r"(?: \w+){0,2}? (?:deleted|disallowed|usurped|beaten|bettered|eclipsed|toppled|surpassed|"
    r"overhauled|scrubbed|struck (?:off|out)|thrown out|short-lived|topped|not (?:last|stand|"
    r"enough)|good for \w+ minutes)\b"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
IN_YEAR = re.compile(
    r"\b(?P<word>in|from|of) (?:the )?(?:(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December) )?(?P<year>(?:19|20)\d\d)\b(?!-)", re.I
)  # fmt: skip
OF_NOW = re.compile(r" (?:season|campaign|championship|schedule|calendar)\b")
COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|career|"
    r"consecutive|most|more) (?:\w+ ){0,2}$", re.I
)  # fmt: skip
SEGMENT = re.compile(
    r"\b(?:S?Q(?P<n>[1-4])|(?:Round|Segment|Part) (?P<r>\d|one|two|three)|Fast (?P<f>12|Twelve|"
    r"Six|6)|(?P<o>first|second|final) (?:round|segment|part))\b", re.I
)  # fmt: skip
STEP = {"one": 1, "two": 2, "three": 3, "12": 2, "twelve": 2, "six": 3, "6": 3, "first": 1,
        "second": 2, "final": 9}  # fmt: skip
TOP = re.compile(
    r"\b(?:quickest|fastest|best|topped|top|headed|heading|led|leading|winning|pace|comfortably|"
    r"record|repeat)\b", re.I
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """What a passage is told under.

    `framing`: of values without a cue. `cues`: (start, end, framing, reach) of years,
    counts and segments. `taken_back`: from where on laps and speeds did not stand.
    """

    framing: str = OUTCOME
    cues: tuple[tuple[int, int, str, str], ...] = ()
    taken_back: int = NEVER


class Context:
    """The outer framing of each passage of a report."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self.text, self.passages = text, passages
        self.year = _year_of(text)
        self.last_step = max((_step(match) for match in SEGMENT.finditer(text)), default=0)
        self.sections = list(_sections(text, passages))

    def around(self, number: int) -> Around:
        """What passage `number` is told under."""
        passage = self.passages[number]
        cues = tuple(self._cues(passage))
        framing = self.sections[number]
        if framing != OUTCOME and passage.kind == "prose" and self._says_qualifying(number):
            framing = OUTCOME
        if framing == OUTCOME and passage.kind == "prose" and self._goes_on(number):
            framing = "practice"
        return Around(framing, cues, self._taken_back(number))

    def _words(self, number: int) -> str:
        passage = self.passages[number]
        return self.text[passage.start : passage.end]

    def _says_qualifying(self, number: int) -> bool:
        return QUALIFYING.search(self._words(number)) is not None

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence goes on about practice: "Bottas led practice. He lapped in …"."""
        if number == 0 or self.passages[number - 1].paragraph != self.passages[number].paragraph:
            return False
        if not GOES_ON.match(self._words(number)) or self._says_qualifying(number):
            return False
        said = PRACTICE.search(self._words(number - 1)) and not self._says_qualifying(number - 1)
        return bool(said) or self._goes_on(number - 1)

    def _taken_back(self, number: int) -> int:
        """Where the last clause of a passage begins if the next sentence takes its lap back."""
        passage = self.passages[number]
        if number + 1 == len(self.passages) or passage.kind != "prose":
            return NEVER
        after = self.passages[number + 1]
        if after.kind != "prose" or not TAKEN_BACK.match(self.text, after.start, after.end):
            return NEVER
        return max(passage.start, self.text.rfind(";", passage.start, passage.end))

    def _cues(self, passage: Passage) -> Iterator[tuple[int, int, str, str]]:
        for match in IN_YEAR.finditer(self.text, passage.start, passage.end):
            known = self.year != NO_YEAR or match["word"].casefold() == "in"
            past = known and int(match["year"]) < self.year
            before = self.text[max(passage.start, match.start() - 40) : match.start()]
            if past and "since" not in before and not OF_NOW.match(self.text, match.end()):
                yield match.start("year"), match.end(), "history", "clause"
        yield from self._counts(passage)
        if passage.kind == "prose" and TOP.search(self.text, passage.start, passage.end):
            for match in SEGMENT.finditer(self.text, passage.start, passage.end):
                near = self.text[max(passage.start, match.start() - 60) : match.end() + 40]
                if _step(match) < self.last_step and TOP.search(near):
                    yield match.start(), match.end(), "provisional", "clause"

    def _counts(self, passage: Passage) -> Iterator[tuple[int, int, str, str]]:
        """The poles of a career or a season: "11 poles"."""
        at = self.text.find(POLES, passage.start, passage.end)
        while at >= 0:
            # A count stands close before: three words, no long ones.
            if COUNTED.search(self.text, max(passage.start, at - 40), at):
                yield at, at + len(POLES), "history", "own"
            at = self.text.find(POLES, at + 1, passage.end)


def context_of(text: str, passages: Sequence[Passage]) -> Context:
    """The outer framing of a report's passages."""
    return Context(text, passages)


def _step(match: re.Match[str]) -> int:
    told = (match["n"] or match["r"] or match["f"] or match["o"] or "0").casefold()
    return STEP[told] if told in STEP else int(told)


def _year_of(text: str) -> int:
    """The year of the report: the latest its opening or a season names; else none is earlier."""
    opening = [int(match.group()) for match in YEAR.finditer(text, 0, LEAD)]
    seasons = [
        int(match.group()) for match in YEAR.finditer(text) if OF_NOW.match(text, match.end())
    ]
    return max([*opening, *seasons], default=NO_YEAR)


def _sections(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    """The framing of each passage by the heading it stands under, or by the report's lead."""
    framing = "practice" if _is_of_practice(text, passages) else OUTCOME
    paired = [*pairwise(passages), (passages[-1], None)] if passages else []
    for passage, after in paired:
        if _is_heading(text, passage, after):
            words = text[passage.start : passage.end]
            framing = "practice" if PRACTICE.search(words) else OUTCOME
            if QUALIFYING.search(words):
                framing = OUTCOME
        yield framing


def _is_heading(text: str, passage: Passage, after: Passage | None) -> bool:
    """A heading of its own, or run in: "PRACTICE. It was a cold day"."""
    if passage.kind == "heading":
        return True
    words = text[passage.start : passage.end].split()
    runs_in = after is not None and after.paragraph == passage.paragraph
    return runs_in and len(words) <= 3 and (words[0].isupper() or words[-1].endswith(":"))


def _is_of_practice(text: str, passages: Sequence[Passage]) -> bool:
    """Whether the lead speaks of practice and neither it nor a heading of qualifying."""
    start = next((passage.end for passage in passages if passage.kind == "date"), 0)
    lead = text[start : start + LEAD]
    headings = [text[p.start : p.end] for p in passages if p.kind == "heading"]
    return (
        PRACTICE.search(lead) is not None
        and QUALIFYING.search(lead) is None
        and not any(QUALIFYING.search(words) for words in headings)
    )
