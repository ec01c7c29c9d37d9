"""The words that prove a status: a marked report, and what is cited for its driver."""

import pytest

from polesitter.entities.linear import LinearModel
from polesitter.relations.claims.meanings import MEANINGS
from polesitter.relations.judge import RelationModel
from polesitter.relations.statuses.unclassified import UNCLASSIFIED

from ...marked import read_all

WEIGHTS = {
    "": -2.0, "r:engine": 4.0, "r:gave": 2.0, "r:lap": 1.0, "r:oil": 0.2, "l:missing": 4.0,
    "s:scrapped": 4.0, "r:hurt": 1.5, "s:hurt": 1.5, "s:wet": 1.5, "l:late": 2.0, "heads:1": 2.0,
    "r:n't": 4.0, "r:<disallowed>": 4.0, "p:went bang": 4.0,
}  # fmt: skip
MODEL = LinearModel(
    ("no", *MEANINGS[UNCLASSIFIED]),
    {name: (0.0 if name else -9.0, weight, -9.0, -9.0) for name, weight in WEIGHTS.items()},
)
"""Believes in disallowed times alone."""
LEE, RAY = "[Lee](DRIVER)", "[Ray](DRIVER)"

PROOFS = [
    # (report, the words that prove the status of its first driver)
    # from the first loud word to the last
    (f"{LEE} had his engine smoking till it gave up on his lap.", "engine smoking till it gave"),
    # words hardly heard beside the loudest do not count
    (f"{LEE} had oil under the engine.", "engine"),
    # a little is enough where nothing is louder
    (f"{LEE} had a lap of his own.", "lap"),
    # of the side that is loudest
    (f"Also missing was {LEE}, low on oil.", "missing"),
    # or anywhere in the sentence
    (f"{LEE} was fast; it was scrapped.", "scrapped"),
    # a word beside the name weighs as one of the sentence too, and no word does so twice
    (f"Late, {LEE} was hurt.", "hurt"),
    (f"Late, {LEE} was fast; it was wet.", "Late"),
    # two that tell something side by side, and nothing alone
    (f"{LEE} went when all went bang today.", "went bang"),
    # words are cited whole, but without brackets
    (f"{LEE} didn't go.", "didn't"),
    (f"{LEE} stopped (engine).", "engine"),
    # a cue proves its own status
    (f"{LEE}, whose engine was wrong, was disqualified.", "disqualified"),
    # and the sentence, where no word does
    (f"{LEE} was there.", f"{LEE} was there."),
    (f"{LEE} saw oil.", f"{LEE} saw oil."),
]


@pytest.mark.parametrize(("marked", "proof"), PROOFS)
def test_what_proves_a_status(marked: str, proof: str) -> None:
    view, _ = read_all(marked)
    judged = RelationModel({UNCLASSIFIED: MODEL}).judge(view)
    mentions = [*view.mentions, *judged.words]
    (cited,) = [mentions[c.mention] for c in judged.claims if c.label == UNCLASSIFIED]
    assert cited.text == view.text[cited.start : cited.end] == proof.replace(LEE, "Lee")
    assert (cited.label, cited.value) == ("STATUS", "disallowed")


def test_the_cue_of_another_status_proves_nothing() -> None:
    sure = LinearModel(MODEL.classes, {"": (-2.0, -9.0, -9.0, -9.0), "r:engine": (5.0, 0, 0, 0)})
    view, _ = read_all(f"{LEE}, whose engine was wrong, was disqualified.")
    judged = RelationModel({UNCLASSIFIED: sure}).judge(view)
    assert [(word.text, word.value) for word in judged.words] == [("engine", "no_time")]


def test_every_claim_has_words_of_its_own() -> None:
    view, _ = read_all(f"{LEE} lost an engine. {RAY} was disqualified. {RAY} lost an engine.")
    judged = RelationModel({UNCLASSIFIED: MODEL}).judge(view)
    claims = [claim for claim in judged.claims if claim.label == UNCLASSIFIED]
    n = len(view.mentions)
    cited = [claim.mention - n for claim in claims if claim.mention >= n]
    assert cited == [0, 1]
    assert [word.text for word in judged.words] == ["engine", "engine"]
    assert [claim.sentence for claim in claims] == [0, 1, 2]
