"""Whether the session saw a track record, and whose the mark was before."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from polesitter.records.session.fact import Fact, fact_of
from polesitter.text.layout import Passage
from polesitter.text.phrases import Look
from polesitter.types import Mention

RECORD: Final = re.compile(
    r"\b(?:(?:new |official |class |all-time |qualifying |one-lap )*"
    r"(?:track|lap|course|qualifying|circuit|one-lap) records?\b|"
    r"record for the (?:track|venue|circuit)|records? fall\b|a record (?=\d))", re.I
)  # fmt: skip
MISSED: Final = re.compile(
    r"\b(?:not|missed|short|shy|off|outside|no|never|(?:was|is)n['’]t|that is|it is still|still)\b",
    re.I,
)
UNBROKEN: Final = re.compile(
    r"[^.;]{0,40}\b(?:safe|remains?|still|stands|survived?|survives|in any danger)\b"
)
BEFORE: Final = re.compile(r"\b(?:old|previous|former|existing|prior) $", re.I)
UNREAL: Final = re.compile(r"\b(?:would|could|might) have\b|\brace (?:lap )?$", re.I)
OLD: Final = re.compile(
    r"\b(?:(?:previous|old|former|existing|prior) (?:\w+ ){0,2}(?:record|mark|best|benchmark|"
    r"standard|one)|(?:record|mark|benchmark|standard) (?:of|set|held|established|left|that|"
    r"remains|belonged)|(?:breaking|beating|bettering|eclipsing|topping|surpassing) (?=the|his|her|"
    r"(?-i:[A-Z]\w+))|belonged to|record,? (?=(?-i:[A-Z]))|own (?:\w+ )?record)", re.I
)  # fmt: skip
RUN_IN: Final = re.compile(r"\W*(?:track|lap|course|qualifying) record: ", re.I)
BACK: Final = re.compile(r"\W*(?:That|It|Which|This)\b")
NEAR: Final = 25
"""Code points before a record in which its missing is told."""
FAR: Final = 60
"""Code points after such words in which the holder is named."""
CLOSE: Final = 36
"""Code points from an owner to the end of such words: "Auberlen's previous record"."""
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
OWN: Final = re.compile(r"\b(?:his|her) own\b|\bhe set\b|\bshe set\b", re.I)


class RecordTold:
    """Reads what passage after passage says of the record; a holder before its year."""

    def __init__(self, look: Look, mentions: Sequence[Mention]) -> None:
        self.look, self.text = look, look.text
        self.drivers = [mention for mention in mentions if mention.label == "DRIVER"]
        self.told = False
        """Whether the record has been spoken of."""

    def of(self, passage: Passage, before: Passage | None) -> Iterator[Fact]:
        """The facts of one passage; `before` is the one ahead of it."""
        match = next(self.look.matches("record", passage.start, passage.end), None)
        missed = False
        if match is not None:
            if UNREAL.search(self.text, max(passage.start, match.start() - 30), match.start()):
                return
            missed = self._is_missed(match, passage)
            if not self._is_aside(match, passage):
                yield fact_of("track_record", not missed, None, self.text, match.span())
            self.told = True
        if not self.told:
            return
        if missed and before is not None and BACK.match(self.text, passage.start, passage.end):
            # "In 1996 the pole went to … . That is still the record": the holder stands before.
            yield from self._holder(before, before.start)
            return
        old = OLD.search(self.text, passage.start, passage.end)
        if missed and match is not None:
            yield from self._holder(passage, match.end())
        elif old is not None:
            yield from self._holder(passage, old.end())

    def _is_aside(self, match: re.Match[str], passage: Passage) -> bool:
        """Whether a record is only named: "Track record: 17.690", "the old track record"."""
        near = max(passage.start, match.start() - NEAR)
        return bool(
            RUN_IN.match(self.text, passage.start, passage.end)
            or BEFORE.search(self.text, near, match.start())
        )

    def _is_missed(self, match: re.Match[str], passage: Passage) -> bool:
        """Whether the words next to a record say that it was not set."""
        near = max(passage.start, match.start() - NEAR)
        ahead = MISSED.search(self.text, near, match.start())
        return bool(ahead or UNBROKEN.match(self.text, match.end(), passage.end))

    def _holder(self, passage: Passage, at: int) -> Iterator[Fact]:
        inside = [m for m in self.drivers if passage.start <= m.start < passage.end]
        after = [m for m in inside if at <= m.start <= at + FAR]
        ahead = [m for m in inside if m.end <= at]
        owned = [m for m in ahead[-1:] if self._owns(m, at)]
        own = ahead[-1:] if OWN.search(self.text, at, passage.end) else []
        for mention in [*owned, *own, *after][:1]:
            span = (mention.start, mention.end)
            yield fact_of("record_holder", self._full(mention), None, self.text, span)
        year = YEAR.search(self.text, at, passage.end)
        if year is not None:
            yield fact_of("record_year", int(year.group()), None, self.text, year.span())

    def _owns(self, mention: Mention, at: int) -> bool:
        return self.text[mention.end : mention.end + 2] in ("'s", "’s") and (
            at - mention.end <= CLOSE
        )

    def _full(self, mention: Mention) -> str:
        """The fullest form in which the text names a driver."""
        forms = [m.text for m in self.drivers if f" {m.text}".endswith(f" {mention.text}")]
        return max(forms, key=len)
