"""Writing measured tables into docs/accuracy.md, between the markers that name them.

Run as `python -m polesitter.learn.accuracy_page SET --gold FOLDER`. The tables of the set
"test" stand between `<!-- begin test.fields -->` and `<!-- end test.fields -->`, and so on
for every name of markdown.TABLES that the page asks for. Everything else is left alone.
"""

import argparse
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from polesitter.errors import Errors, PolesitterError
from polesitter.learn.corpus import GoldReport
from polesitter.learn.evaluate import Evaluation, evaluate, read_answers
from polesitter.learn.framing_gold import FramingGold, framing_of
from polesitter.learn.markdown import TABLES
from polesitter.learn.sources import LookUp, predictions_of
from polesitter.run.model import bundled_model

SLOT = re.compile(
    r"<!-- begin (?P<name>[\w.-]+) -->\n(?P<table>.*?)<!-- end (?P=name) -->", re.DOTALL
)


def fill(page: str, tables: Mapping[str, str]) -> str:
    """Return the page with each named table in its place; other places stay as they are."""

    def filled(slot: re.Match[str]) -> str:
        name = slot["name"]
        table = f"\n{tables[name]}\n" if name in tables else slot["table"]
        return f"<!-- begin {name} -->\n{table}<!-- end {name} -->"

    return SLOT.sub(filled, page)


def tables_for(page: str, which: str, evaluation: Evaluation) -> dict[str, str]:
    """Return the tables of a set that the page asks for, by the names of their places."""
    asked = {match["name"] for match in SLOT.finditer(page)}
    return {
        f"{which}.{name}": table(evaluation)
        for name, table in TABLES.items()
        if f"{which}.{name}" in asked
    }


def measure(folders: Sequence[Path], source: str | Path | None) -> Evaluation:
    """Score a model or stored predictions on annotated reports; the bundled model for None."""
    golds: list[GoldReport] = []
    framing: dict[str, FramingGold] = {}
    for folder in folders:
        answers = read_answers(folder)
        golds += answers
        framing |= framing_of(answers, folder.resolve().parent)
    found = predictions_of(bundled_model() if source is None else source, golds)
    return evaluate(golds, LookUp(found), framing)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, and write the tables of a set into the page.

    Raises PolesitterError where the page has no place for any (E605).
    """
    parser = argparse.ArgumentParser(description="Measure, and write tables into the page.")
    parser.add_argument("set", help="name of the set of tables, as in the markers of the page")
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--pred", help="a model or stored predictions; else the bundled model")
    parser.add_argument("--page", type=Path, default=Path("docs/accuracy.md"))
    chosen = parser.parse_args(arguments)
    page = chosen.page.read_text(encoding="utf-8")
    if f"<!-- begin {chosen.set}." not in page:
        raise PolesitterError(Errors.E605.format(page=chosen.page, which=chosen.set))
    evaluation = measure(chosen.gold, chosen.pred)
    filled = fill(page, tables_for(page, chosen.set, evaluation))
    chosen.page.write_text(filled, encoding="utf-8")


if __name__ == "__main__":
    main()
