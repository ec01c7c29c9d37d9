"""Building the model: config, patterns and corpus in, models/en_qualifying out.

Run as `python -m polesitter.learn.build`; `make model` does.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from polesitter import __version__
from polesitter.entities.class_form import ClassForms
from polesitter.learn.corpus import GoldReport, read_gold
from polesitter.learn.links import Lesson, train_relations
from polesitter.learn.names import train_names
from polesitter.relations.slots import load_rules
from polesitter.text.normal import normal

TRAINED_ON = ("train", "dev")
BEFORE_RELATIONS = ("layout", "measures", "names", "learned_names", "overlap", "references",
                    "framing")  # fmt: skip


def build(config: Path, patterns: Path, corpus: Path) -> Language:
    """Assemble the pipeline, fill in patterns and lexicons, and train what is learned.

    Deterministic: the same files give the same model.
    """
    nlp = load_model_from_config(load_config(config), auto_fill=True)
    nlp.meta["name"], nlp.meta["version"] = "qualifying", __version__
    fill(nlp, patterns)
    folders = [corpus / part for part in TRAINED_ON]
    marked = sorted(path for folder in folders for path in folder.glob("*.txt"))
    learned: Any = nlp.get_pipe("learned_names")
    learned.model = train_names(marked, nlp, lexicon=patterns / "lexicon")
    teach(nlp, list(read_gold(folders)))
    return nlp


def fill(nlp: Language, patterns: Path) -> None:
    """Give the components what a person has written: patterns/entities and patterns/lexicon."""
    ruler: Any = nlp.get_pipe("names")
    ruler.add_patterns(
        [line for path in sorted((patterns / "entities").glob("*.jsonl")) for line in lines(path)]
    )
    lexicon = patterns / "lexicon"
    forms = ClassForms.from_lines(lines(lexicon / "class_forms.jsonl"))
    short = {
        normal(line["short"]): normal(line["long"])
        for line in lines(lexicon / "abbreviations.jsonl")
    }
    data: dict[str, dict[str, Any]] = {
        "overlap": {"class_forms": forms.forms, "class_forms_wary": sorted(forms.wary)},
        "references": {"abbreviations": short},
        "framing": {"cues": lines(lexicon / "cues.jsonl")},
        "relations": {
            "cues": lines(lexicon / "outcomes.jsonl"),
            "rules": load_rules([patterns / "relations"], root=patterns).to_dict(),
            "model": {},
        },
        "records": {"makes": lines(lexicon / "makes.jsonl")},
    }
    for name, value in data.items():
        pipe: Any = nlp.get_pipe(name)
        pipe.set_data(value)


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file; none where the file is missing."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def teach(nlp: Language, reports: Sequence[GoldReport]) -> None:
    """Learn the relation weights from reports as the pipeline reads them."""
    relations: Any = nlp.get_pipe("relations")
    model = train_relations(list(lessons(nlp, reports)))
    relations.set_data({**relations.data, "model": model.to_dict()})


def lessons(nlp: Language, reports: Iterable[GoldReport]) -> Iterable[Lesson]:
    """What the relation stage sees of each report, with the records that hold."""
    relations: Any = nlp.get_pipe("relations")
    with nlp.select_pipes(enable=list(BEFORE_RELATIONS)):
        for report in reports:
            doc = nlp(report.text)
            view, cast = relations.view(doc)
            yield Lesson(view, cast, report.records)


def main(arguments: Sequence[str] | None = None) -> None:
    """Build and write the model."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--config", type=Path, default=Path("models/config.cfg"))
    parser.add_argument("--patterns", type=Path, default=Path("patterns"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--out", type=Path, default=Path("models/en_qualifying"))
    chosen = parser.parse_args(arguments)
    build(chosen.config, chosen.patterns, chosen.corpus).to_disk(chosen.out)


if __name__ == "__main__":
    main()
