from dataclasses import asdict

from spacy.tokens import Doc, SpanGroup

from polesitter.entities.overlap_component import MENTIONS
from polesitter.references.cast import Cast
from polesitter.references.component import References

from ..marked import make_doc, read

REPORT = (
    "[Ann Lee](DRIVER) of [ABT](TEAM) won at [Sebring](TRACK) for [Abt Sportsline](TEAM) in the "
    "[Ford](CAR). [Lee](DRIVER)'s [FORD](CAR) likes [Sebring](TRACK) and [Road Atlanta](TRACK). "
    "[08](NUMBER)."
)


def resolved(abbreviations: dict[str, str]) -> Doc:
    text, mentions = read(REPORT)
    doc = make_doc(text)
    doc.user_data[MENTIONS] = [asdict(mention) for mention in mentions]
    doc.spans["mentions"] = SpanGroup(doc, name="mentions")
    return References("references").set_data({"abbreviations": abbreviations})(doc)


def ids(doc: Doc) -> list[tuple[str, str | None]]:
    return [(row["text"], row["entity_id"]) for row in doc.user_data[MENTIONS]]


def test_names_get_ids_by_label_and_measures_none() -> None:
    assert ids(resolved({"abt": "abt sportsline"})) == [
        ("Ann Lee", "d0"), ("ABT", "t0"), ("Sebring", "k0"), ("Abt Sportsline", "t0"),
        ("Ford", "c0"), ("Lee", "d0"), ("FORD", "c0"), ("Sebring", "k0"), ("Road Atlanta", "k1"),
        ("08", None),
    ]  # fmt: skip


def test_the_facts_of_the_span_group_are_the_same() -> None:
    doc = resolved({})
    attrs = doc.spans["mentions"].attrs
    assert [attrs[str(n)] for n in range(len(attrs))] == doc.user_data[MENTIONS]


def test_the_cast_is_kept_for_the_stages_after() -> None:
    cast = Cast.from_dict(resolved({}).user_data["cast"])
    assert cast.driver_names == {"d0": "Ann Lee"}
