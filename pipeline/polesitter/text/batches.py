"""Reading documents stage by stage: each component has all of a batch before the next has any."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from spacy.tokens import Doc
from spacy.util import raise_error

from polesitter.text.batch_size import BATCH

MOST_KEPT: Final = 2 * BATCH
"""Documents of which a stage may leave for the next ones what it would take long to make anew."""


class ByBatch:
    """A component that reads all documents of a batch before it hands on the first.

    The weights, names and code that it needs are then still in the processor's cache when
    the second comes. Where each document goes through all stages by itself, they are gone.
    """

    name: str
    _handler: Callable[..., Any] | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Read one document; subclasses say how."""
        raise NotImplementedError

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Read the documents that `nlp.pipe` hands on; what fails goes to the error handler."""
        unread = iter(stream)
        while docs := list(islice(unread, min(batch_size, BATCH))):
            yield from list(self.read_all(docs))

    def read_all(self, docs: Sequence[Doc]) -> Iterator[Doc]:
        """Read the documents of a batch; what fails goes to the error handler."""
        for doc in docs:
            try:
                read = self(doc)
            except Exception as error:
                self.get_error_handler()(self.name, self, [doc], error)
            else:
                yield read

    def set_error_handler(self, error_handler: Callable[..., Any]) -> None:
        """Take what `nlp.set_error_handler` says is to be done about errors in `pipe`."""
        self._handler = error_handler

    def get_error_handler(self) -> Callable[..., Any]:
        """Return what is done about errors in `pipe`; unless something was said, to raise them."""
        return self._handler or raise_error
