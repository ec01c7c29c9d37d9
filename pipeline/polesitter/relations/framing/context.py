"""What frames a sentence from outside its words: headings, the year, the sentence next to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from polesitter.relations.framing.cues import Cue
from polesitter.text.calendar import MONTH
from polesitter.text.layout import Passage
from polesitter.text.phrases import Look, Phrases

LEAD: Final = 450
"""Code points in which a report says what it is of."""
RUN_IN: Final = 3
"""Words that a heading has at most where the text runs on behind it."""
POLES: Final = "poles"
NEVER, NO_YEAR = 1 << 60, 9999
OUTCOME: Final = "outcome"
PRACTICE: Final = re.compile(
    r"\b(?:practice|practised|practiced|test(?:ing)?|warm-?up|shakedown|Carb Day|FP[1-4])\b", re.I
)
QUALIFYING: Final = re.compile(
    r"\b(?:qualif\w*|poles?\b|polesitter|front row|grid|line-?up|Q[1-4]\b|shoot-?out|superpole|"
    r"hyperpole|will start|starts? (?:first|from|on))", re.I
)  # fmt: skip
PRONOUN: Final = re.compile(r"\W*(?:He|She|They|His|Her|Their|It was)\b")
IN_THAT: Final = re.compile(r"[^.]*\bin that (?:one|session|hour)\b")
TAKEN_BACK: Final = re.compile(
    r"\W*(?:That|It|This|His|Her)(?: (?:lap|time|effort|mark|best|run|benchmark|one))?"
    r"(?: \w+){0,2}? (?:deleted|disallowed|usurped|beaten|bettered|eclipsed|toppled|surpassed|"
    r"overhauled|scrubbed|struck (?:off|out)|thrown out|short-lived|topped|not (?:last|stand|"
    r"enough)|good for \w+ minutes)\b"
)
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
IN_YEAR: Final = re.compile(
    rf"\b(?P<word>in|from|of) (?:the )?(?:{MONTH} )?(?P<year>(?:19|20)\d\d)\b(?!-)", re.I
)
OF_NOW: Final = re.compile(r" (?:season|campaign|championship|schedule|calendar)\b")
COUNTED: Final = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|career|"
    r"consecutive|most|more) (?:\w+ ){0,2}$", re.I
)  # fmt: skip
SEGMENT: Final = re.compile(
    r"\b(?:S?Q(?P<n>[1-4])|(?:Round|Segment|Part) (?P<r>\d|one|two|three)|Fast (?P<f>12|Twelve|"
    r"Six|6)|(?P<o>first|second|final) (?:round|segment|part))\b", re.I
)  # fmt: skip
STEP: Final = {"one": 1, "two": 2, "three": 3, "12": 2, "twelve": 2, "six": 3, "6": 3, "first": 1,
        "second": 2, "final": 9}  # fmt: skip
TOP: Final = re.compile(
    r"\b(?:quickest|fastest|best|topped|top|headed|heading|led|leading|winning|pace|comfortably|"
    r"record|repeat)\b", re.I
)  # fmt: skip
PHRASES: Final = Phrases(
    {
        "practice": PRACTICE,
        "qualifying": QUALIFYING,
        "year": YEAR,
        "in year": IN_YEAR,
        "segment": SEGMENT,
        "top": TOP,
    }
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a passage is told under.

    `framing`: of values without a cue. `cues`: years, counts and segments.
    `taken_back`: from where on laps and speeds did not stand.
    """

    framing: str = OUTCOME
    cues: tuple[Cue, ...] = ()
    taken_back: int = NEVER


class Context:
    """The outer framing of each passage of a report."""

    def __init__(self, text: str, passages: Sequence[Passage]) -> None:
        self.text, self.passages = text, passages
        self.look = PHRASES.look(text)
        self.year = _year_of(self.look)
        self.last_step = max((_step(match) for match in self.look.matches("segment")), default=0)
        self.sections = list(_sections(self.look, passages))

    def around(self, number: int) -> Around:
        """What passage `number` is told under."""
        passage = self.passages[number]
        cues = tuple(self._cues(passage))
        framing = self.sections[number]
        if framing != OUTCOME and passage.kind == "prose" and self._says("qualifying", number):
            framing = OUTCOME
        if framing == OUTCOME and passage.kind == "prose" and self._goes_on(number):
            framing = "practice"
        return Around(framing, cues, self._taken_back(number))

    def _says(self, told: str, number: int) -> bool:
        """Whether passage `number` speaks of what is "told": practice or qualifying."""
        passage = self.passages[number]
        return self.look.has(told, passage.start, passage.end)

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence goes on about practice: "Bottas led practice. He lapped in …"."""
        passage, before = self.passages[number], self.passages[number - 1]
        if number == 0 or before.paragraph != passage.paragraph:
            return False
        if not _refers_back(self.text[passage.start : passage.end]):
            return False
        if self._says("qualifying", number):
            return False
        said = self._says("practice", number - 1) and not self._says("qualifying", number - 1)
        return said or self._goes_on(number - 1)

    def _taken_back(self, number: int) -> int:
        """Where the last clause of a passage begins if the next sentence takes its lap back."""
        passage = self.passages[number]
        if number + 1 == len(self.passages) or passage.kind != "prose":
            return NEVER
        after = self.passages[number + 1]
        if after.kind != "prose" or not TAKEN_BACK.match(self.text, after.start, after.end):
            return NEVER
        return max(passage.start, self.text.rfind(";", passage.start, passage.end))

    def _cues(self, passage: Passage) -> Iterator[Cue]:
        start, end = passage.start, passage.end
        for match in self.look.matches("in year", start, end):
            known = self.year != NO_YEAR or match["word"].casefold() == "in"
            past = known and int(match["year"]) < self.year
            before = self.text[max(start, match.start() - 40) : match.start()]
            if past and "since" not in before and not OF_NOW.match(self.text, match.end()):
                yield Cue(match.start("year"), match.end(), "history")
        yield from self._counts(passage)
        if self.last_step and passage.kind == "prose" and self.look.has("top", start, end):
            for match in self.look.matches("segment", start, end):
                near = self.text[max(start, match.start() - 60) : match.end() + 40]
                if _step(match) < self.last_step and TOP.search(near):
                    yield Cue(match.start(), match.end(), "provisional")

    def _counts(self, passage: Passage) -> Iterator[Cue]:
        """The poles of a career or a season: "11 poles"."""
        at = self.text.find(POLES, passage.start, passage.end)
        while at >= 0:
            # A count stands close before: three words, no long ones.
            if COUNTED.search(self.text, max(passage.start, at - 40), at):
                yield Cue(at, at + len(POLES), "history", "own")
            at = self.text.find(POLES, at + 1, passage.end)


def context_of(text: str, passages: Sequence[Passage]) -> Context:
    """The outer framing of a report's passages."""
    return Context(text, passages)


def _step(match: re.Match[str]) -> int:
    told = (match["n"] or match["r"] or match["f"] or match["o"] or "0").casefold()
    return STEP[told] if told in STEP else int(told)


def _refers_back(sentence: str) -> bool:
    if PRONOUN.match(sentence):
        return True
    return "in that " in sentence and IN_THAT.match(sentence) is not None


def _year_of(look: Look) -> int:
    """The year of the report: the latest its opening or a season names; else none is earlier."""
    opening = [int(match.group()) for match in look.matches("year", 0, LEAD)]
    seasons = [
        int(match.group()) for match in look.matches("year") if OF_NOW.match(look.text, match.end())
    ]
    return max([*opening, *seasons], default=NO_YEAR)


def _sections(look: Look, passages: Sequence[Passage]) -> Iterator[str]:
    """The framing of each passage by the heading it stands under, or by the report's lead."""
    framing = "practice" if _is_of_practice(look, passages) else OUTCOME
    paired = [*pairwise(passages), (passages[-1], None)] if passages else []
    for passage, after in paired:
        if _is_heading(look.text, passage, after):
            start, end = passage.start, passage.end
            framing = "practice" if look.has("practice", start, end) else OUTCOME
            if look.has("qualifying", start, end):
                framing = OUTCOME
        yield framing


def _is_heading(text: str, passage: Passage, after: Passage | None) -> bool:
    """A heading of its own, or run in: "PRACTICE. It was a cold day"."""
    if passage.kind == "heading":
        return True
    if after is None or after.paragraph != passage.paragraph:
        return False
    words = text[passage.start : passage.end].split(None, RUN_IN)
    return len(words) <= RUN_IN and (words[0].isupper() or words[-1].endswith(":"))


def _is_of_practice(look: Look, passages: Sequence[Passage]) -> bool:
    """Whether the lead speaks of practice and neither it nor a heading of qualifying."""
    start = next((passage.end for passage in passages if passage.kind == "date"), 0)
    end = min(start + LEAD, len(look.text))
    return (
        look.has("practice", start, end)
        and not look.has("qualifying", start, end)
        and not any(
            look.has("qualifying", passage.start, passage.end)
            for passage in passages
            if passage.kind == "heading"
        )
    )
