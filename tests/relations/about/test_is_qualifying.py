import pytest
from hypothesis import given
from hypothesis import strategies as st

from polesitter.relations.about.is_qualifying import qualifying_score, what_is_missing

NOUGHT = [
    "",
    "The council voted on the budget.",
    # talk of poles, but not of motor racing
    "The candidate leads the polls; poles apart, the front row of the choir sang.",
    "She qualified third in 1:10.18 and will swim in the final race.",
    # timed to the hundredth, which no circuit is
    "She qualified third in 58.18 seconds, qualified again and will swim in the final race.",
    "The relay is in pole position for gold after 58.18 seconds.",
    # a gap is no lap
    "The boats qualified 0.112 seconds apart; the race begins from row two of the harbour.",
    # motor racing, but no qualifying
    "The driver lapped the speedway in his car.",
    "The cyclist qualified third at 48.2 km/h on his last lap.",
    # fast times elsewhere
    "Ann Lee set a fast time of 10.94 on the track and ran again, a fast time too.",
    "The swimmers timed in at 58.18 and the fastest qualifier was in lane four.",
    # one word of poles beside little of motor racing
    "The first race of the regatta ended with a broken pole.",
]
TELLING = [
    "Lee won the pole at the speedway with a lap at 200 mph.",
    "The No. 31 car qualified third for the Grand Prix.",
    "Ann Lee took the pole in 1:16.901. Bo Ray will start second for Pellow Autosport.",
    "In Q3 the F1 cars ran their laps on soft tyres.",
    # one sentence: a pole and its lap
    "Ann Lee took pole in 58.2 seconds.",
    "Ann Lee took the pole with a 14.92-second lap.",
    "Ann Lee was on pole in 1:08.742.",
    "Ann Lee qualified for the Portland race with a lap of 58.204 seconds.",
    "Ann Lee took pole in LMGT3 with a 3m45.101s lap.",
    "Ann Lee was on pole in 1:08.7421.",
    "Ann Lee took pole for the Belgian Grand Prix in the McLaren. Bo Ray was second.",
    "Ann Lee won the pole at Kansas with a lap of 182.7 mph.",
    "Ann Lee headed qualifying at the Karting Championships for Amber Racing.",
    # the press of dirt tracks
    "Ann Lee set fast time for the USAC midgets. Qualifying: 1. 7-Lee, 11.904; 2. 8-Ray, 12.007.",
    "Ann Lee was quick qualifier for the late model race at Eldora Speedway.",
    "Time trials for the Indianapolis 500 left Ann Lee 13th at 231.655 mph. The car was loose.",
    # told often, with no circuit, car or time named
    "Lee heads the grid for the GP. Ray completes the front row and Fox is on the second row.",
]


@pytest.mark.parametrize("text", NOUGHT)
def test_texts_that_report_no_qualifying(text: str) -> None:
    assert qualifying_score(text) == 0.0


@pytest.mark.parametrize("text", TELLING)
def test_texts_that_do(text: str) -> None:
    assert qualifying_score(text) > 0.3


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ann Lee was quick at the speedway.", "names a circuit; at least 3 are needed"),
        ("The council met on the second row; the back row slept.", "names nothing; at least 2 "),
        ("The race car lapped the oval.", "tells of no qualifying"),
    ],
)
def test_what_a_text_lacks_is_told(text: str, missing: str) -> None:
    assert missing in str(what_is_missing(text))


@pytest.mark.parametrize("text", TELLING)
def test_a_text_that_is_read_lacks_nothing(text: str) -> None:
    assert what_is_missing(text) is None


def test_laps_and_places_may_be_told_without_a_word_of_qualifying() -> None:
    told = "Lee lapped the circuit in 1m10.954s, and Ray's car was two tenths away, second."
    assert 0.0 < qualifying_score(told) < 0.3
    assert qualifying_score(told.replace("lapped", "led 20 laps of")) == 0.0


def test_more_talk_of_it_scores_higher() -> None:
    filler = "The car ran a lap of the speedway. " * 20
    once, often = f"{filler} Lee won the pole.", f"{filler} Lee won the pole. Qualifying was hot."
    assert 0.0 < qualifying_score(once) < qualifying_score(often) < 1.0


@given(
    st.lists(st.sampled_from("pole grid car speedway Q3 the mph driver and".split()), max_size=60)
)
def test_a_score_is_a_share(words: list[str]) -> None:
    assert 0.0 <= qualifying_score(" ".join(words)) <= 1.0
