from pathlib import Path
from typing import Any

import pytest

from polesitter.learn.corpus import read_gold
from polesitter.review.app.rerun import rerun
from polesitter.run.together import extract_report
from polesitter.types import Mention, Report, Result

TEXT = (
    "Ann Lee won the pole for Red Kite Racing with a lap of 57.912 seconds. "
    "Bo Carr qualified second, 0.037 seconds behind Lee.\n"
)


def mention(words: str, label: str, value: Any = None, again: int = 0) -> Mention:
    start = -1
    for _ in range(again + 1):
        start = TEXT.index(words, start + 1)
    return Mention(start, start + len(words), words, label, value)


MENTIONS = [
    mention("Ann Lee", "DRIVER"),
    mention("pole", "POSITION", "1"),
    mention("Red Kite Racing", "TEAM"),
    mention("57.912 seconds", "LAPTIME", 57.912),
    mention("Bo Carr", "DRIVER"),
    mention("second", "POSITION", "2", again=1),
    mention("0.037 seconds", "GAP", 0.037),
    mention("Lee", "DRIVER", again=1),
]


def of(results: tuple[Result, ...], driver: str) -> Result:
    return next(row for row in results if row.driver == driver)


def without(words: str) -> list[Mention]:
    return [one for one in MENTIONS if one.text != words]


@pytest.mark.parametrize("number", range(6))
def test_with_the_mentions_of_the_pipeline_it_is_the_pipeline(
    nlp: Any, root: Path, number: int
) -> None:
    gold = list(read_gold([root / "corpus" / "train"]))[number * 9]
    found = extract_report(nlp, Report(gold.id, gold.text, ""))
    again = rerun(nlp, gold.text, found.mentions)
    assert found.mentions
    assert again.results == found.results
    assert again.session == found.session
    assert again.mentions == found.mentions


def test_with_characters_that_the_pipeline_does_not_see(nlp: Any) -> None:
    text = "\U0001f3c1 \u00ad" + TEXT.replace("Ann Lee", "Ann \u200bLee").replace("\n", "\r\n")
    found = extract_report(nlp, Report("x", text, ""))
    again = rerun(nlp, text, found.mentions)
    assert again.results == found.results != ()
    assert again.mentions == found.mentions


def test_one_more_mention_mends_the_row(nlp: Any) -> None:
    assert of(rerun(nlp, TEXT, without("0.037 seconds")).results, "Bo Carr").gap_s is None
    assert of(rerun(nlp, TEXT, MENTIONS).results, "Bo Carr").gap_s == 0.037


def test_a_label_decides(nlp: Any) -> None:
    assert of(rerun(nlp, TEXT, MENTIONS).results, "Ann Lee").team == "Red Kite Racing"
    others = [*without("Red Kite Racing"), mention("Red Kite Racing", "EVENT")]
    read = rerun(nlp, TEXT, others)
    assert of(read.results, "Ann Lee").team is None
    assert read.session.event == "Red Kite Racing"


def test_half_a_token_may_be_a_mention(nlp: Any) -> None:
    read = rerun(nlp, TEXT, [*without("Bo Carr"), mention("Bo Car", "DRIVER")])
    assert of(read.results, "Bo Car").position == 2


def test_neighbours_within_one_token(nlp: Any) -> None:
    mentions = [*without("Bo Carr"), mention("Bo", "DRIVER"), mention("Ca", "TEAM"),
                mention("rr", "CAR")]  # fmt: skip
    assert len(rerun(nlp, TEXT, mentions).mentions) == len(mentions)


def test_a_link_says_who_is_meant(nlp: Any) -> None:
    lee, carr, late = MENTIONS[0], MENTIONS[4], MENTIONS[7]
    told = rerun(nlp, TEXT, MENTIONS).mentions
    assert told[7].entity_id == told[0].entity_id != told[4].entity_id
    linked = rerun(nlp, TEXT, MENTIONS, links={span(late): span(carr)}).mentions
    assert linked[7].entity_id == linked[4].entity_id != linked[0].entity_id
    alone = rerun(nlp, TEXT, MENTIONS, links={span(late): None}).mentions
    assert len({alone[index].entity_id for index in (0, 4, 7)}) == 3
    assert span(lee) != span(carr)


def test_links_to_nothing_are_left_out(nlp: Any) -> None:
    team = MENTIONS[2]
    plain = rerun(nlp, TEXT, MENTIONS)
    for links in ({(0, 3): None}, {span(MENTIONS[7]): (0, 3)}, {span(MENTIONS[7]): span(team)}):
        assert rerun(nlp, TEXT, MENTIONS, links=links) == plain


def test_without_mentions_there_are_no_rows(nlp: Any) -> None:
    assert rerun(nlp, TEXT, []).results == ()


def span(one: Mention) -> tuple[int, int]:
    return one.start, one.end
