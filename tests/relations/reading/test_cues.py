import json
from pathlib import Path

import pytest

from polesitter.relations.reading.cues import CueFinder

from ...marked import CUES, read

FOUND = [
    ("[Lee](DRIVER) edged [Ray](DRIVER).", [("edged", "BEAT", "beat")]),
    ("Edged by her teammate, [Lee](DRIVER) smiled.",
     [("Edged", "BEAT", "beat"), ("teammate", "MATE", "mate")]),
    # whole words only
    ("[Lee](DRIVER) wedged it; the unbeaten run went on.", []),
    ("A quickest-ever lap.", []),
    # not inside a mention
    ("The [Beat Racing](TEAM) car.", []),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "cues"), FOUND)
def test_cues_of_a_sentence(marked: str, cues: list[tuple[str, str, str]]) -> None:
    text, mentions = read(marked)
    found = CueFinder(CUES).find(text, mentions)
    assert [(cue.text, cue.label, cue.value) for cue in found] == cues
    assert all(text[cue.start : cue.end] == cue.text for cue in found)


def test_the_longest_of_two_overlapping_cues_stands() -> None:
    finder = CueFinder(
        [
            {"label": "TOP", "value": "1", "phrase": "fastest"},
            {"label": "STATUS", "value": "disallowed", "phrase": "fastest lap deleted"},
        ]
    )
    found = finder.find("Her fastest lap deleted, the fastest lost.", [])
    assert [(cue.text, cue.label) for cue in found] == [
        ("fastest lap deleted", "STATUS"), ("fastest", "TOP"),
    ]  # fmt: skip


LEXICON = [
    ("Her lap was disallowed.", "STATUS", "disallowed"),
    ("His times were deleted.", "STATUS", "disallowed"),
    ("The car failed post-qualifying technical inspection.", "STATUS", "disallowed"),
    ("Lee did not set a time.", "STATUS", "no_time"),
    ("Lee crashed without setting a lap.", "STATUS", "no_time"),
    ("6. 9-Lee, NT.", "STATUS", "no_time"),
    ("The team withdrew on Friday.", "STATUS", "withdrawn"),
    ("Lee failed to qualify.", "STATUS", "dnq"),
    ("Lee won't start on Sunday.", "STATUS", "withdrawn"),
    ("Lee will not start the race.", "STATUS", "withdrawn"),
    ("Lee and his colleague were next.", "MATE", "team"),
    ("Lee was third in the sister Honda.", "MATE", "team"),
    ("Lee had that team's other car.", "MATE", "team"),
    ("Ray, of the same stable, was tenth.", "MATE", "team"),
]


@pytest.mark.parametrize(("text", "label", "value"), LEXICON)
def test_the_lexicon_knows_a_phrase(root: Path, text: str, label: str, value: str) -> None:
    lines = (root / "patterns" / "lexicon" / "outcomes.jsonl").read_text(encoding="utf-8")
    finder = CueFinder([json.loads(line) for line in lines.splitlines() if line])
    assert (label, value) in [(cue.label, cue.value) for cue in finder.find(text, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Lee will not start from second, as she hit Ray.",
        "Lee won't start there: ten places are taken off.",
        "Ray will not start on the front row after all.",
        "Ray did not make it out of the opening round.",
        "Lee did not set a time in practice, and then had the pole.",
    ],
)
def test_what_is_told_of_another_start_or_session_is_no_status(root: Path, text: str) -> None:
    lines = (root / "patterns" / "lexicon" / "outcomes.jsonl").read_text(encoding="utf-8")
    finder = CueFinder([json.loads(line) for line in lines.splitlines() if line])
    assert "STATUS" not in [cue.label for cue in finder.find(text, [])]
