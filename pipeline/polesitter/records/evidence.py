"""The words behind every field of a result."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from polesitter.records.calibration import Calibration, new_evidence
from polesitter.records.draft import Choice
from polesitter.records.floors import OUTCOME
from polesitter.records.makes import Makes
from polesitter.records.row import Row
from polesitter.references.cast import Cast
from polesitter.relations.claims.claim import Claim
from polesitter.relations.claims.meanings import COUNTED
from polesitter.relations.context.claim import ContextClaim
from polesitter.types import Evidence, Mention

FIELD: Final = {"grid": "grid_position", "class": "car_class", "number": "car_number",
         "lap_time": "lap_time_s", "gap": "gap_s"}  # fmt: skip
"""Columns that do not bear the name of their meaning."""
Proof = tuple[str, int, str, float]
"""A field, the mention that proves it, by which rule, and how probable that is."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What results are written from: the text, its mentions (cues after them), who is who."""

    text: str
    mentions: Sequence[Mention]
    heads: Mapping[int, str]
    cast: Cast
    makes: Makes
    team_ids: Mapping[str, str]
    driver_ids: Mapping[str, str]


class Cited:
    """Cites the mentions of one report; what rows look for among all of them is found once."""

    def __init__(self, told: Grounds, calibration: Calibration | None = None) -> None:
        self.told, self.cast, self.mentions = told, told.cast, told.mentions
        self.calibration = calibration
        self.heads: dict[str, list[int]] = {}
        for index, who in told.heads.items():
            self.heads.setdefault(who, []).append(index)
        self.teams: dict[str, int] = {}
        """A team as written -> its first mention."""
        for index, mention in enumerate(told.mentions):
            if mention.label == "TEAM":
                self.teams.setdefault(mention.text, index)

    def evidence(self, row: Row, gap_to: str | None) -> Iterator[Evidence]:
        """What proves the fields of a row, with calibrated scores if there is a calibration.

        Offsets as in the report's text. A field is right where its words tell it, and where
        there is a record at all.
        """
        recorded = row.draft.recorded
        stands = recorded if recorded is not None else 1.0
        for field, index, rule, chance in self._proofs(row, gap_to):
            yield self._cite(field, index, rule, round(chance * stands, 4))

    def _proofs(self, row: Row, gap_to: str | None) -> Iterator[Proof]:
        """The mentions that prove the fields of a row, if there is a record of it."""
        fields, recorded = row.fields, row.draft.recorded
        told = [fields[name].probability for name in OUTCOME if name in fields]
        sure = max(told, default=1.0 if recorded is not None else 0.0)
        for who in row.draft.members:
            if who in self.cast.driver_names:
                yield self._named(who, sure)
        entry = self.cast.entries.get(row.draft.competitor)
        if entry is not None:
            yield from self._entry(row, entry)
        for name, choice in fields.items():
            if choice.claims:
                yield from self._field(name, choice)
            if choice.rule and (place := fields.get("position")) is not None:
                # What is inferred from a place is proved by the words of the place, too.
                index = place.claims[0].mention
                yield FIELD.get(name, name), index, choice.rule, choice.probability
        if gap_to is not None:
            gap = fields["gap"]
            index = row.gap_mention if row.gap_mention is not None else gap.claims[0].mention
            yield "gap_to", index, "link.target", gap.probability

    def _named(self, competitor: str, sure: float) -> Proof:
        """The mention that spells the driver's name in full, as sure as the best told outcome.

        Or, where none stands, as having a record is.
        """
        name, own = self.cast.driver_names[competitor], self.heads[competitor]
        index = next((i for i in own if self.mentions[i].text == name), own[0])
        return "driver", index, "reference.driver", sure

    def _entry(self, row: Row, entry: tuple[str | None, str | None]) -> Iterator[Proof]:
        number, team = entry
        where = None if team is None or "team" in row.fields else self._place_of(team)
        for index, mention in enumerate(self.mentions):
            if number is not None and mention.label == "NUMBER" and str(mention.value) == number:
                yield "car_number", index, "reference.entry", 1.0
                number = None
            if index == where:
                yield "team", index, "reference.entry", 1.0

    def _place_of(self, team: str) -> int | None:
        """The mention that spells a team's name in full, or else ("the Ferraris") its first."""
        own = [index for index in range(len(self.mentions)) if self.cast.team_of.get(index) == team]
        name = self.cast.team_names[team]
        return next(
            (index for index in own if self.mentions[index].text == name), next(iter(own), None)
        )

    def _field(self, name: str, choice: Choice) -> Iterator[Proof]:
        claim = choice.claims[0]
        rule = choice.rule or _rule_of(claim, name)
        field = "starts_at_rear" if choice.value == "rear" else FIELD.get(name, name)
        index = claim.mention
        yield field, index, rule, choice.probability
        if name == "team" and self.mentions[index].text != choice.value:
            # Told by a short form, or of a teammate: the words that spell the team in full.
            full = self.teams.get(str(choice.value), index)
            if full != index:
                yield field, full, "reference.team", choice.probability
        if rule.startswith(COUNTED):
            # A place counted on in a list is proved by the stated anchor and by the driver.
            yield field, claim.head, rule, choice.probability
        if name == "speed":
            yield "speed_unit", index, rule, choice.probability
        if name == "gap" and self.mentions[index].approx:
            yield "gap_approx", index, rule, choice.probability

    def _cite(self, field: str, index: int, rule: str, score: float) -> Evidence:
        start, end = self.mentions[index].start, self.mentions[index].end
        if self.calibration is not None:
            score = self.calibration.rounded(field, score)
        return new_evidence(field, start, end, self.told.text[start:end], rule, score)


def _rule_of(claim: Claim | ContextClaim, name: str) -> str:
    if isinstance(claim, ContextClaim):
        return f"context.{name}"
    return claim.rule or f"link.{name}"
