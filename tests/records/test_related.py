import dataclasses

from polesitter.records.draft import Choice, Draft
from polesitter.records.related import relations_of
from polesitter.records.row import Row
from polesitter.relations.claims.claim import Claim
from polesitter.relations.context.claim import ContextClaim
from polesitter.relations.judged import Judged
from polesitter.types import Mention, Relation

MENTIONS = [
    Mention(0, 3, "Lee", "DRIVER"),
    Mention(8, 13, "third", "POSITION", "3", framing="practice"),
    Mention(14, 20, "fourth", "POSITION", "4"),
]


def row(**values: str) -> Row:
    fields = {name: Choice(value, 0.9) for name, value in values.items()}
    return Row(Draft("d0", ("d0",)), fields=fields)


def claim(mention: int, value: str, scores: dict[str, float], rule: str = "") -> Claim:
    return Claim("POSITION", "d0", 0, mention, 0, value, [], scores, rule)


def related(*claims: Claim, rows: tuple[Row, ...] = ()) -> list[Relation]:
    found = relations_of(rows, Judged([], list(claims)), MENTIONS, {})
    return [Relation(**fields) for fields in found]


def test_a_claim_becomes_a_relation() -> None:
    (found,) = related(claim(1, "3", {"position": 0.87654321}))
    assert found == Relation(
        "qualified", 0, 1, "3", "practice", "link.position", 0.8765, used=False
    )


def test_a_relation_is_told_by_every_field_in_order() -> None:
    judged = Judged([], [claim(1, "3", {"position": 0.9})])
    (fields,) = relations_of([], judged, MENTIONS, {})
    assert list(fields) == [field.name for field in dataclasses.fields(Relation)]


def test_a_claim_is_used_where_its_value_stands_in_the_record() -> None:
    claims = [claim(1, "3", {"position": 0.9}), claim(2, "4", {"position": 0.8})]
    assert [found.used for found in related(*claims, rows=(row(position="3"),))] == [True, False]


def test_a_team_is_used_in_whatever_form_it_is_told() -> None:
    claims = [Claim("TEAM", "d0", 0, at, 0, name, [], {"team": 0.9})
              for at, name in ((1, "Penske"), (2, "Ganassi"))]  # fmt: skip
    own = row(team="Team Penske")
    own.team = "t0"
    found = relations_of([own], Judged([], claims), MENTIONS, {1: "t0", 2: "t1"})
    assert [relation["used"] for relation in found] == [True, False]


def test_every_meaning_worth_listing_is_a_relation_of_its_own() -> None:
    found = related(claim(1, "3", {"position": 0.5, "grid": 0.4, "gap": 0.05, "target": 0.9}))
    assert [relation.kind for relation in found] == ["grid", "qualified"]


def test_a_cue_is_no_mention_and_has_no_tail() -> None:
    (found,) = related(Claim("STATUS", "d0", 0, 3, 0, "dnq", [], {"status": 0.9}))
    assert (found.tail, found.value, found.framing) == (None, "dnq", "outcome")


def test_rules_are_kept_and_relations_stand_in_text_order() -> None:
    found = related(claim(2, "4", {"position": 0.9}, "order.on"), claim(1, "3", {"position": 0.9}))
    assert [(relation.tail, relation.rule) for relation in found] == [
        (1, "link.position"), (2, "order.on"),
    ]  # fmt: skip


def test_classes_and_segments_told_around_are_relations() -> None:
    judged = Judged(
        [],
        classes=[ContextClaim("d0", "GS", 0, 1, 0, [], 0.9),
                 ContextClaim("d0", "ST", 0, 2, 0, [], 0.05)],
        segments=[ContextClaim("d0", "Q3", 0, 2, 0, [], 0.6)],
    )  # fmt: skip
    told = relations_of([row(**{"class": "GS"})], judged, MENTIONS, {})
    assert [(found["kind"], found["value"], found["used"]) for found in told] == [
        ("in_class", "GS", True), ("segment_reached", "Q3", False),
    ]  # fmt: skip
