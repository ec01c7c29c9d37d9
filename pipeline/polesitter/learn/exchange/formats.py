"""The formats by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from polesitter.learn.corpus import GoldReport
from polesitter.learn.exchange.brat import read_brat, write_brat
from polesitter.learn.exchange.conll import read_conll, write_conll
from polesitter.learn.exchange.docbin import read_docbin, write_docbin
from polesitter.learn.exchange.doccano import read_doccano, write_doccano
from polesitter.learn.exchange.item import Item
from polesitter.learn.exchange.label_studio import read_label_studio, write_label_studio
from polesitter.learn.exchange.prodigy import read_prodigy, write_prodigy


@dataclass(frozen=True, slots=True)
class Format:
    """How a tool's files are read and written.

    `read` takes a file, or a folder where `is_folder`; `write` returns what it could
    not tell in this format. `has_records`: whether session and records travel too.
    `read_by`: the same of one annotator, where the tool signs what it writes.
    """

    read: Callable[[Path], Iterator[Item]]
    write: Callable[[Iterable[GoldReport], Path], list[Item]]
    is_folder: bool = False
    has_records: bool = True
    read_by: Callable[[Path, str], Iterator[Item]] | None = None


FORMATS = {
    "prodigy": Format(read_prodigy, write_prodigy, read_by=read_prodigy),
    "label-studio": Format(read_label_studio, write_label_studio, read_by=read_label_studio),
    "doccano": Format(read_doccano, write_doccano),
    "spacy": Format(read_docbin, write_docbin),
    "conll": Format(read_conll, write_conll, is_folder=True, has_records=False),
    "brat": Format(read_brat, write_brat, is_folder=True, has_records=False),
}
