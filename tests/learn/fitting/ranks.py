"""Reports to learn ranks from: marked, their claims made by hand, their records."""

from collections.abc import Mapping

from polesitter.learn.fitting.rank_table import RankTable
from polesitter.learn.relation_model.truth import Lesson, Rows
from polesitter.relations.ranks.chain import RankChain

from ...marked import read_all
from ...ranked import Told, chain_of
from ..relation_model.test_links import EMPTY

LIST = "[Ann Lee](DRIVER), then [Bo Ray](DRIVER), then [Di Cox](DRIVER)."
PLACES = {"Ann Lee": 3, "Bo Ray": 4, "Di Cox": 5}
FIRST = Told("Ann Lee", 3)


def taught(
    marked: str, places: Mapping[str, int | None], *told: Told
) -> tuple[RankChain, Rows, dict[str, str]]:
    """The chain of a report, its records of these drivers and places, and who is who."""
    chain, known = chain_of(marked, *told)
    view, cast = read_all(marked)
    records = [EMPTY | {"driver": driver, "position": place} for driver, place in places.items()]
    return chain, Rows(Lesson(view, cast, records)), known


def table_of(
    *reports: tuple[str, Mapping[str, int | None], Told], weight: float = 1.0
) -> RankTable:
    """The chains of reports, one a fold."""
    table = RankTable()
    for fold, (marked, places, *told) in enumerate(reports):
        chain, rows, _ = taught(marked, places, *told)
        table.add(chain, rows, fold=fold, weight=weight)
    return table
