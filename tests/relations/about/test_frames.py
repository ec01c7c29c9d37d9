"""What the sentences of a report are told that they are about."""

from polesitter.relations.about.elsewhere import ELSEWHERE_TOLD

from ...marked import frames

NEWS = """\
The [IMSA](SERIES) field qualified for the [IMSA](SERIES) race in the rain at the end of the day.

Final practice

[Lee](DRIVER) led it.

[Ray](DRIVER) was third in [NASCAR](SERIES) last year.

Qualifying results

[Cox](DRIVER) was first.
"""


def test_each_sentence_is_told_its_part_and_whether_it_is_of_the_lead() -> None:
    told = [
        {one for one in frame.about if one.startswith(("part:", "where:"))}
        for frame in frames(NEWS)[0]
    ]
    assert told == [
        {"part:-", "where:lead"},
        {"part:practice", "where:lead"},
        {"part:practice", "where:body"},
        {"part:practice", "where:body"},
        {"part:qualifying", "where:body"},
        {"part:qualifying", "where:body"},
    ]


def test_a_sentence_that_tells_of_another_series_is_marked() -> None:
    found, _ = frames(NEWS)
    assert [at for at, frame in enumerate(found) if ELSEWHERE_TOLD in frame.common] == [3]
