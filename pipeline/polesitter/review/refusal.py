"""Why a value that was considered for an empty field does not stand there.

Records take the likeliest value of a field from its floor on (records.floors), and no tie is
looked for: what kept a likelier one out is another competitor, a status, or the rest of the
report.
"""

from dataclasses import dataclass

from polesitter.records.flags import DROPPED
from polesitter.records.floors import FLOOR
from polesitter.review.reason import Reason
from polesitter.review.values import percent_text
from polesitter.types import Relation, Result

OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class Refused:
    """A relation that was not taken, and who has its value instead.

    `owner`: the competitor whose value it is; `surer`: one that it is more surely told of.
    """

    field: str
    relation: Relation
    owner: str | None = None
    surer: str | None = None


def refusal(refused: Refused, row: Result) -> Reason:
    """Return why a value does not stand in an empty field of a row."""
    relation, floor = refused.relation, FLOOR[refused.field]
    likely = relation.score >= floor
    if relation.framing != OUTCOME and not likely:
        return Reason("framing", f"told of {relation.framing.replace('_', ' ')}")
    if refused.owner is not None:
        return Reason("taken", f"it is {refused.owner}'s")
    if refused.field == "position" and not str(relation.value).isdigit():
        return Reason("group", "names no single place")
    if not likely:
        return Reason("unsure", f"too unsure, {percent_text(floor)} is the least")
    if refused.field == "position" and DROPPED in row.flags:
        status = row.status.replace("_", " ")
        return Reason("dropped", f"doubtful, and gave way to the status {status!r}")
    if refused.surer is not None:
        return Reason("taken", f"more surely {refused.surer}'s")
    return Reason("outweighed", _outweighed(refused.field))


def _outweighed(field: str) -> str:
    if field in ("class", "segment"):
        return "by one sentence alone; all that is told of the competitors speaks against it"
    return "does not fit the rest of the report"
