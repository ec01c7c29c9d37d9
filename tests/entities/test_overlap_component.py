from typing import Any

import pytest
from spacy.tokens import Doc, Span

from polesitter.entities.linear import LinearModel
from polesitter.entities.measures.component import Measures
from polesitter.entities.overlap_component import Overlap, mentions_of
from polesitter.entities.proposed import SCORES
from polesitter.entities.worth import LEARNED

from ..marked import make_doc

DATA = {
    "class_forms": {"grand sport": "GS", "am": "Am", "tcr": "TCR", "lmpc": "PC", "pc": "PC"},
    "class_forms_alone": {"lmpc": "LMPC"},
    "class_forms_wary": ["am"],
}


def overlapped(text: str, *names: tuple[str, str], sense: dict[str, float] | None = None) -> Doc:
    """A document with measures and the named spans as candidates, resolved.

    `sense`: what the signs of classes weigh, where that was learned.
    """
    doc = Measures()(make_doc(text))
    for words, label in names:
        start = text.index(words)
        doc.spans["candidates"].append(
            doc.char_span(start, start + len(words), label=label, span_id=f"{label.lower()}:x")
        )
    return Overlap("overlap").set_data(given(sense))(doc)


def given(sense: dict[str, float] | None) -> dict[str, Any]:
    """The data of the component, with what was learned."""
    if sense is None:
        return DATA
    model = LinearModel(("no", "yes"), {name: (weight,) for name, weight in sense.items()})
    return {**DATA, "sense": model.to_dict()}


def told(doc: Doc) -> list[tuple[str, str, object]]:
    return [(mention.text, mention.label, mention.value) for mention in mentions_of(doc)]


def test_mentions_stand_with_their_values() -> None:
    doc = overlapped("Lee of Penske was third, .803 seconds back.", ("Lee", "DRIVER"),
                     ("Penske", "TEAM"))  # fmt: skip
    assert told(doc) == [
        ("Lee", "DRIVER", None), ("Penske", "TEAM", None), ("third", "POSITION", "3"),
        (".803 seconds", "GAP", 0.803),
    ]  # fmt: skip
    assert mentions_of(doc)[0].rule == "driver:x"


def test_who_is_named_in_a_byline_is_no_driver() -> None:
    doc = overlapped("Ray on pole\nBy Ann Lee\nRay was 0.2s up.", ("Ann Lee", "DRIVER"),
                     ("Ray", "DRIVER"))  # fmt: skip
    assert told(doc) == [("Ray", "DRIVER", None), ("pole", "POSITION", "1"), ("0.2s", "GAP", 0.2)]


def test_the_same_mentions_stand_in_ents_and_spans() -> None:
    doc = overlapped("Lee was third.", ("Lee", "DRIVER"))
    bounds = [(mention.start, mention.end, mention.label) for mention in mentions_of(doc)]
    assert [(e.start_char, e.end_char, e.label_) for e in doc.ents] == bounds
    assert [(s.start_char, s.end_char, s.label_) for s in doc.spans["mentions"]] == bounds
    assert [doc.spans["mentions"].attrs[str(n)]["text"] for n in range(2)] == ["Lee", "third"]


def test_classes_have_their_standard_form() -> None:
    doc = overlapped("The Grand Sport pole went to Lee.", ("Grand Sport", "CLASS"))
    assert ("Grand Sport", "CLASS", "GS") in told(doc)


@pytest.mark.parametrize(
    ("text", "names", "called"),
    [
        ("The LMPC pole went to Lee.", ["LMPC"], ["LMPC"]),
        ("The PC pole, or LMPC pole, went to Lee.", ["PC", "LMPC"], ["PC", "PC"]),
    ],
)
def test_classes_are_called_as_the_report_calls_them(
    text: str, names: list[str], called: list[str]
) -> None:
    doc = overlapped(text, *((name, "CLASS") for name in names))
    assert [m.value for m in mentions_of(doc) if m.label == "CLASS"] == called


@pytest.mark.parametrize(
    ("text", "stands"),
    [("The Am class was close.", True), ("I Am not amused by it, said Lee.", False)],
)
def test_an_everyday_word_is_a_class_only_beside_words_of_classes(text: str, stands: bool) -> None:
    doc = overlapped(text, ("Am", "CLASS"))
    assert (("Am", "CLASS", "Am") in told(doc)) is stands


HEARD = {"Am r1:outing": 3.0, "Am r1:told": -3.0}
"""Learned of the word after "Am", and nothing else."""


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("An Am outing for Lee.", True),
        ("I Am told so, said Lee.", False),
        # what it has heard nothing of, whatever the rules would say
        ("The Am class was close.", False),
    ],
)
def test_an_everyday_word_is_a_class_where_that_was_learned(text: str, stands: bool) -> None:
    learned = {**HEARD, "rule:Am:True": 9.0, "rule:Am:False": 9.0}
    doc = overlapped(text, ("Am", "CLASS"), sense=learned)
    assert (("Am", "CLASS", "Am") in told(doc)) is stands


def test_other_forms_are_classes_whatever_was_learned() -> None:
    doc = overlapped("He is in TCR today.", ("TCR", "CLASS"), sense={"": -9.0})
    assert ("TCR", "CLASS", "TCR") in told(doc)


LIKE, UNLIKE = {"": 9.0}, {"": -9.0}
"""Learned that all words around tell of a class, or none."""
BESIDE, ALONE = "The XB class was close.", "He ran to XB quickly."


@pytest.mark.parametrize(
    ("text", "sense", "score", "stands"),
    [
        (BESIDE, None, 0.8, True),
        (BESIDE, UNLIKE, 0.8, True),
        (ALONE, None, 0.8, False),
        # the words around tell, unless the learned finder is sure of it, or doubts it
        (ALONE, UNLIKE, 0.8, False),
        (ALONE, LIKE, 0.8, True),
        (ALONE, LIKE, 0.4, False),
        (ALONE, UNLIKE, 0.9, True),
    ],
)
def test_what_tells_of_a_class_in_no_list(
    text: str, sense: dict[str, float] | None, score: float, stands: bool
) -> None:
    doc = Measures()(make_doc(text))
    start = text.index("XB")
    doc.user_data[SCORES] = {f"{start}:{start + 2}:CLASS": score}
    doc.spans["candidates"].append(doc.char_span(start, start + 2, label="CLASS", span_id=LEARNED))
    Overlap("overlap").set_data(given(sense))(doc)
    assert (("XB", "CLASS", "XB") in told(doc)) is stands


def test_an_everyday_word_that_the_learned_finder_is_sure_of_is_a_class() -> None:
    text = "I Am told so, said Lee."
    doc = Measures()(make_doc(text))
    doc.user_data[SCORES] = {"2:4:CLASS": 0.9}
    doc.spans["candidates"].append(doc.char_span(2, 4, label="CLASS", span_id="class:am"))
    Overlap("overlap").set_data(given(HEARD))(doc)
    assert ("Am", "CLASS", "Am") in told(doc)


def test_losers_are_kept_with_the_mention_that_beat_them() -> None:
    text = "The Honda Civic TCR of Lee at Mid-Ohio Sports Car Course was third."
    doc = overlapped(
        text, ("Honda", "CAR"), ("Civic TCR", "CAR"), ("Mid-Ohio", "TRACK"),
        ("Mid-Ohio Sports Car Course", "TRACK"),
    )  # fmt: skip
    losers: list[Span] = list(doc.spans["discarded"])
    winners = doc.spans["discarded"].attrs["winners"]
    assert [span.text for span in losers] == ["Mid-Ohio"]
    assert [mentions_of(doc)[number].text for number in winners] == ["Mid-Ohio Sports Car Course"]


def test_a_document_without_candidates_has_no_mentions() -> None:
    doc = Overlap("overlap")(make_doc("Nothing to see."))
    assert mentions_of(doc) == []
    assert len(doc.ents) == 0


@pytest.mark.parametrize("label", ["DRIVER", "TEAM"])
@pytest.mark.parametrize(("name", "stands"), [("P8", False), ("P3X", True), ("Pia", True)])
def test_a_place_is_no_learned_name(label: str, name: str, stands: bool) -> None:
    text = f"Lee was happy to end {name} after all."
    doc = Measures()(make_doc(text))
    start = text.index(name)
    doc.user_data[SCORES] = {f"{start}:{start + len(name)}:{label}": 0.9}
    span = doc.char_span(start, start + len(name), label=label, span_id=LEARNED)
    assert span is not None
    # The words around it hid the place.
    doc.spans["candidates"] = [span]
    Overlap("overlap").set_data(given(None))(doc)
    assert ((name, label, None) in told(doc)) is stands
