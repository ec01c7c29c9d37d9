"""Who teaches the name model, in `spacy train` and in the build of the model alike."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polesitter.entities.learned.words import Lexicon
from polesitter.learn.corpus import GoldReport
from polesitter.learn.examples import examples_of, gold_of_reference
from polesitter.learn.invented import invented_ids
from polesitter.learn.name_model.course import NameCourse
from polesitter.learn.name_model.train import name_course
from polesitter.learn.taught_parts import taught_parts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

    from polesitter.entities.learned.classifier import NameModel


def make_name_teacher(lexicon: str, corpus: str = "") -> Callable[..., "NameModel"]:
    """Return the teacher registered as polesitter.NameTeacher.v1.

    Arguments as for NameTeacher, as a config tells them; an empty `corpus` is none.
    """
    return NameTeacher(Path(lexicon), Path(corpus) if corpus else None)


class NameTeacher:
    """Teaches the name model from examples.

    `lexicon`: the folder of first_names.txt and place_names.txt; `corpus`: the folder of
    invented.txt, which tells the reports (`invented`) that were written for training.
    `course`, `fold`: what the last model was taught from, and the fold of each report by
    its id, for whoever needs models that do not know all reports; empty before the first.
    """

    def __init__(self, lexicon: Path, corpus: Path | None = None) -> None:
        self.lexicon = lexicon
        self.invented = invented_ids(taught_parts(corpus) if corpus is not None else ())
        self.course: NameCourse
        self.fold: dict[str, int]
        self.forget()

    def __call__(self, examples: Sequence["Example"], nlp: "Language") -> "NameModel":
        """Return the model; the same examples give the same weights, in whatever order."""
        self.read([gold_of_reference(example.reference) for example in examples], nlp)
        return self.course.model()

    def read(self, golds: Sequence[GoldReport], nlp: "Language") -> None:
        """Prepare the course, without a model yet."""
        self.course, self.fold = name_course(
            golds, nlp, lexicon=self.lexicon, invented=self.invented
        )

    def forget(self) -> None:
        """Let go of what the last model was taught from, which is big."""
        self.course, self.fold = NameCourse([], [], Lexicon()), {}


def teach_names(nlp: "Language", golds: Sequence[GoldReport], teacher: NameTeacher) -> None:
    """Teach a pipeline's name finder as `spacy train` does: initialize, update, finish."""
    learned: Any = nlp.get_pipe("learned_names")
    examples = list(examples_of(nlp, golds))
    learned.initialize(examples.copy, nlp=nlp, teacher=teacher)
    learned.update(examples)
    learned.finish_update()
