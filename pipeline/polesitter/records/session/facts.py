"""Session facts told in fixed phrases: entries, red flags, records, race start, broadcaster."""

from collections.abc import Sequence

from polesitter.records.session.broadcast_told import broadcaster, race_start
from polesitter.records.session.counts_told import counted_flags, entries_told, stoppages
from polesitter.records.session.fact import Fact
from polesitter.records.session.looked_for import look_at
from polesitter.records.session.record_told import RecordTold
from polesitter.text.layout import Passage
from polesitter.types import Mention


def find_facts(text: str, passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Fact]:
    """The facts of a report, passage by passage; offsets are code points of `text`.

    Entries are told under the class named last, all else of the whole session. Stoppages
    without a number count as red flags only where no number is told.
    """
    facts: list[Fact] = []
    stopped: list[Fact] = []
    car_class: str | None = None
    look = look_at(text)
    worth_a_try = look.places.keys() | look.anywhere
    classes = [mention for mention in mentions if mention.label == "CLASS"]
    records = RecordTold(look, mentions)
    before: Passage | None = None
    for passage in passages:
        if passage.kind == "headline":
            facts.extend(records.of(passage, None))
        if passage.kind not in ("prose", "heading"):
            continue
        told = [mention for mention in classes if passage.start <= mention.start < passage.end]
        if told:
            car_class = str(told[-1].value or told[-1].text)
        facts.extend(entries_told(look, passage, car_class))
        if "red_flags" in worth_a_try:
            facts.extend(counted_flags(look, passage))
        facts.extend(records.of(passage, before))
        starts = list(race_start(look, passage))
        facts.extend(starts)
        facts.extend(broadcaster(look, passage, bool(starts)))
        if "stopped" in worth_a_try:
            stopped.extend(stoppages(look, passage))
        before = passage
    if stopped and not any(fact.field == "red_flags" for fact in facts):
        facts.append(max(stopped, key=_number))
    return facts


def _number(fact: Fact) -> int:
    return int(fact.value)
