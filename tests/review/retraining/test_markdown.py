"""The report of a retraining as Markdown."""

import re

import pytest

from polesitter.review.retraining.markdown import plain, retraining_markdown
from polesitter.review.retraining.story import tell

from ...retraining_sample import promoted, refused


def test_every_part_is_there() -> None:
    told = retraining_markdown(tell(promoted()))
    headings = re.findall(r"^##? (.*)$", told, re.M)
    assert headings == [
        "Retraining to 0.1.2: promoted", "Before and after", "Names learnt (3)",
        "Names held back (1)", "Slot patterns learnt (2)", "Cells lost (1)", "Cells gained (3)",
        "Reports taken in",
    ]  # fmt: skip
    assert "`` {driver} shall <start> {position} ``" in told
    assert "> Mara Quint shall start fourth." in told
    assert "Strand was 0.204 seconds adrift" in told
    assert "`car:tellis-gt-4-evo`, another name" in told


def test_why_the_gate_is_shut_comes_before_the_figures() -> None:
    told = retraining_markdown(tell(refused()))
    assert told.index("**field team falls") < told.index("## Before and after")
    assert "**falls**" in told


def test_tables_keep_their_columns() -> None:
    told = retraining_markdown(tell(promoted()))
    for table in re.findall(r"(?:^\|.*\n)+", told, re.M):
        columns = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(columns) == 1, table


def test_only_pictures_that_lie_beside_it_are_shown() -> None:
    story = tell(promoted())
    assert "svg" not in retraining_markdown(story)
    assert "](learning-curve.svg)" in retraining_markdown(story, ["learning-curve.svg"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a|b", r"a\|b"),
        ("<b>no</b>", r"\<b\>no\</b\>"),
        ("two\nlines", "two lines"),
        ("[x](y)", r"\[x\](y)"),
    ],
)
def test_signs_of_a_report_are_no_markdown(text: str, told: str) -> None:
    assert plain(text) == told
