"""Names for patterns/entities: those that reports tell and no line lists."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language

from polesitter.learn.corpus import GoldReport
from polesitter.learn.induction.names.doubt import WordLists, doubt_of
from polesitter.learn.induction.names.entities import (
    Entity,
    entities_of,
    ids_by_form,
    new_id,
)
from polesitter.learn.induction.names.entity_lines import (
    FILE_OF,
    EntityLine,
    read_lines,
    with_lines,
)
from polesitter.learn.induction.names.listed import Listed
from polesitter.learn.induction.names.occurrences import Occurrences, count_occurrences
from polesitter.learn.induction.names.slip import is_slip
from polesitter.learn.induction.names.told_name import fullest, told_names
from polesitter.learn.pattern_changes import LearntName
from polesitter.text.normal import normal, words


def new_names(
    nlp: Language, reports: Sequence[GoldReport], patterns: Path, lists: WordLists
) -> list[LearntName]:
    """Every form that the reports mark and no person listed, by id and form; no surnames.

    `nlp`: for its tokenizer. `held_back` of a name tells why it is not listed.
    """
    relearned = {report.id for report in reports}
    listed = Listed(line for own in read_lines(patterns, relearned).values() for line in own)
    entities = entities_of(told_names(reports), listed)
    unlisted = [
        (entity, form)
        for entity in entities.values()
        for form in entity.forms
        if not listed.has(entity.label, form) and not _is_surname(entity, form)
    ]
    seen = count_occurrences(nlp, {form for _, form in unlisted}, reports)
    ids = ids_by_form(entities)
    names = [
        _name(entity, form, _doubt(entity, form, seen[form], ids, lists, listed))
        for entity, form in unlisted
    ]
    return sorted(names, key=_place)


def name_files(
    names: Iterable[LearntName], dates: Mapping[str, str], patterns: Path
) -> Iterator[tuple[str, str]]:
    """Path within `patterns` and new content of every file that takes a name or loses one.

    `dates`: report id -> day of its session, for all reports learned from.
    """
    lines: dict[str, list[EntityLine]] = {}
    for name in names:
        if name.held_back is None:
            day = dates.get(name.first_seen, "")
            line = EntityLine(name.label, name.name, name.id, name.first_seen, day)
            lines.setdefault(FILE_OF[name.label], []).append(line)
    for file in sorted({*FILE_OF.values(), *lines}):
        path = patterns / "entities" / f"{file}.jsonl"
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        after = with_lines(before, lines.get(file, ()), dates.keys())
        if after != before:
            yield f"entities/{file}.jsonl", after


def _name(entity: Entity, form: str, doubt: str | None) -> LearntName:
    told = entity.earliest(form)
    return LearntName(
        label=entity.label,
        name=form,
        id=entity.id,
        first_seen=told.report,
        sentence=told.sentence,
        reports=len({one.report for one in entity.forms[form]}),
        known=entity.known,
        held_back=doubt,
    )


def _is_surname(entity: Entity, form: str) -> bool:
    """Whether a driver is named more fully elsewhere: references lead surnames back to that."""
    return (
        entity.label == "DRIVER"
        and len(words(form)) == 1
        and any(len(words(other)) > 1 for other in entity.forms)
    )


def _doubt(
    entity: Entity,
    form: str,
    seen: Occurrences,
    ids: Mapping[tuple[str, str], set[str]],
    lists: WordLists,
    listed: Listed,
) -> str | None:
    others = ids[entity.label, normal(form)] - {entity.id}
    if others:
        return f"names {' and '.join(sorted({entity.id, *others}))}"
    known = listed.id_of(entity.label, form)
    if known is not None and known != entity.id:
        return f"is listed as {known}"
    slip = _slip(entity, form, listed)
    if slip is not None and len(entity.forms[form]) == 1:
        return f"may be a slip for {slip}"
    return doubt_of(entity.label, entity.id, form, seen, lists, listed)


def _slip(entity: Entity, form: str, listed: Listed) -> str | None:
    """The spelling that a form seen once may be meant for.

    None where an entity's very id is spelled so: "Abel Motorsports", of which only
    "Abel Motorsport" is listed, for team:abel-motorsports.
    """
    if listed.has_id(new_id(entity.label, form)):
        return None
    spelled = listed.nearly(entity.label, form)
    if spelled is not None:
        return spelled
    full = fullest(entity.forms)
    return full if is_slip(normal(form), normal(full)) else None


def _place(name: LearntName) -> tuple[str, str]:
    return name.id, name.name
