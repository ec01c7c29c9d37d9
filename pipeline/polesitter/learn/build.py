"""Building the model: config, patterns and corpus in, models/en_qualifying out.

Run as `python -m polesitter.learn.build`; `make model` does.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from polesitter.learn.assembly import assemble
from polesitter.learn.corpus import TRAINED_ON, read_gold
from polesitter.learn.invented import invented_ids
from polesitter.learn.out_of_fold import read_unseen
from polesitter.learn.relation_model.course import RelationCourse
from polesitter.learn.relation_model.lessons import lessons_of
from polesitter.learn.relation_model.trial import calibration_tables
from polesitter.learn.sense_course import give_senses, sense_course
from polesitter.learn.teacher import NameTeacher, teach_names
from polesitter.learn.uncollected import uncollected
from polesitter.run.model import collect_seldom


@uncollected()
def build(
    config: Path,
    patterns: Path,
    corpus: Path,
    *,
    names: Path | None = None,
    calibrated: bool = True,
) -> Language:
    """Assemble the pipeline, fill in patterns and lexicons, and train what is learned.

    `names`: a pipeline that `spacy train` wrote; its name model is taken as it is.
    `calibrated`: whether scores are fitted; values do not depend on it, and it takes time.
    Deterministic: the same files give the same model.
    """
    folders = [corpus / part for part in TRAINED_ON if (corpus / part).exists()]
    golds = list(read_gold(folders))
    reader = assemble(config, patterns)
    invented = invented_ids(folders)
    teacher = NameTeacher(patterns / "lexicon", invented)
    learned: Any = reader.get_pipe("learned_names")
    if names is None:
        teach_names(reader, golds, teacher)
    else:
        teacher.read(golds, reader)
        learned.from_disk(names / learned.name)
    taught = learned.model
    senses = sense_course(golds, teacher.fold, reader, invented)
    readings = read_unseen(golds, reader, teacher.course, teacher.fold, senses)
    teacher.forget()
    lessons = list(lessons_of(reader, golds, readings, invented))
    course = RelationCourse(lessons)
    weights = course.model()
    # A fresh pipeline: the reader's vocabulary has taken in the words of the corpus.
    nlp = assemble(config, patterns)
    finder: Any = nlp.get_pipe("learned_names")
    finder.model = taught
    give_senses(nlp, senses.models())
    relations: Any = nlp.get_pipe("relations")
    relations.set_data({**relations.data, "model": weights.to_dict()})
    records: Any = nlp.get_pipe("records")
    if calibrated:
        tables = calibration_tables(course, records.makes)
        records.set_data({**records.data, "calibration": tables})
    nlp.meta["trained_on"] = {"reports": len(golds), "parts": [folder.name for folder in folders]}
    return nlp


def main(arguments: Sequence[str] | None = None) -> None:
    """Build and write the model."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--config", type=Path, default=Path("models/config.cfg"))
    parser.add_argument("--patterns", type=Path, default=Path("patterns"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--names", type=Path, help="a pipeline of spacy train, names taught")
    parser.add_argument("--out", type=Path, default=Path("models/en_qualifying"))
    chosen = parser.parse_args(arguments)
    collect_seldom()
    nlp = build(chosen.config, chosen.patterns, chosen.corpus, names=chosen.names)
    if chosen.out.exists():
        shutil.rmtree(chosen.out)
    nlp.to_disk(chosen.out)


if __name__ == "__main__":
    main()
