import copy
import gzip
import pickle
from pathlib import Path

from polesitter.entities.carried import FILE, Carried, packed
from polesitter.entities.overlap_component import Overlap


class Shouting(Carried):
    """Derives something from its data, so that a lost `prepare` shows."""

    def prepare(self) -> None:
        self.loud = str(self.data.get("word", "")).upper()


def test_new_data_is_prepared() -> None:
    assert Shouting("x").loud == ""
    assert Shouting("x").set_data({"word": "hé"}).loud == "HÉ"


def test_data_comes_back_from_bytes() -> None:
    again = Shouting("x").from_bytes(Shouting("y").set_data({"word": "hé"}).to_bytes())
    assert (again.data, again.loud, again.name) == ({"word": "hé"}, "HÉ", "x")


def test_data_comes_back_from_disk(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "component"
    Shouting("x").set_data({"word": "hé", "n": [1, 2.5, None]}).to_disk(folder)
    assert [path.name for path in folder.iterdir()] == [FILE]
    again = Shouting("x").from_disk(folder)
    assert (again.data, again.loud) == ({"word": "hé", "n": [1, 2.5, None]}, "HÉ")


def test_the_bytes_do_not_depend_on_the_order_of_keys() -> None:
    one = Carried("x").set_data({"a": 1, "b": 2})
    other = Carried("x").set_data({"b": 2, "a": 1})
    assert one.to_bytes() == other.to_bytes()


def test_packed_data_tells_no_time() -> None:
    known = packed(b"told")
    assert gzip.decompress(known) == b"told"
    assert known[4:8] == bytes(4)  # the time of a gzip member, RFC 1952


def test_a_pickle_has_the_data_and_derives_the_rest_anew() -> None:
    component = Shouting("x").set_data({"word": "hé"})
    state = component.__getstate__()
    assert state == {"name": "x", "data": {"word": "hé"}}
    again = Shouting.__new__(Shouting)
    again.__setstate__(state)
    assert (again.name, again.data, again.loud) == ("x", {"word": "hé"}, "HÉ")
    assert copy.deepcopy(component).loud == "HÉ"


def test_a_pickle_keeps_who_scores() -> None:
    overlap = Overlap("x").set_data({"class_forms": {"gs": "GS"}})
    overlap.scorer = scored
    again = pickle.loads(pickle.dumps(overlap))
    assert again.score([]) == {"ents_f": 0.5}
    assert again.class_forms("gs") == "GS"


def scored(examples: list[object]) -> dict[str, float]:
    return {"ents_f": 0.5}
