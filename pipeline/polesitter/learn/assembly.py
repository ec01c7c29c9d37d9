"""The pipeline put together from config and patterns, before anything is learned."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from polesitter import __version__
from polesitter.entities.class_form import ClassForms
from polesitter.learn.pattern_lines import lines
from polesitter.learn.short_teams import short_teams
from polesitter.relations.slots import load_rules

BEFORE_REFERENCES = ("layout", "measures", "names", "learned_names", "overlap")
"""Components that find mentions."""


def assemble(config: Path, patterns: Path) -> Language:
    """The pipeline of `config`, filled with what a person has written; nothing learned."""
    return fill(load_model_from_config(load_config(config), auto_fill=True), patterns)


def make_filling(patterns: str) -> Callable[[Language], Language]:
    """Return the callback registered as polesitter.Patterns.v1, which fills a new pipeline.

    `patterns`: the folder of entities/, relations/ and lexicon/.
    """
    return partial(fill, patterns=Path(patterns))


def fill(nlp: Language, patterns: Path) -> Language:
    """Give the components what a person has written: entities, relations and lexicon."""
    nlp.meta["name"], nlp.meta["version"] = "qualifying", __version__
    ruler: Any = nlp.get_pipe("names")
    ruler.add_patterns(
        [line for path in sorted((patterns / "entities").glob("*.jsonl")) for line in lines(path)]
    )
    for name, value in component_data(patterns).items():
        pipe: Any = nlp.get_pipe(name)
        pipe.set_data(value)
    return nlp


def component_data(patterns: Path) -> dict[str, dict[str, Any]]:
    """What each component carries of patterns/lexicon and patterns/relations."""
    lexicon = patterns / "lexicon"
    forms = ClassForms.from_lines(lines(lexicon / "class_forms.jsonl"))
    return {
        "overlap": forms.to_data(),
        "references": {"abbreviations": short_teams(patterns)},
        "framing": {"cues": lines(lexicon / "cues.jsonl")},
        "relations": {
            "cues": lines(lexicon / "outcomes.jsonl"),
            "rules": load_rules([patterns / "relations"], root=patterns).to_dict(),
            "model": {},
        },
        "records": {"makes": lines(lexicon / "makes.jsonl")},
    }
