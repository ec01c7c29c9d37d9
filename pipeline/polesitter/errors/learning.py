"""E6xx: what is wrong with an annotated report, or with what is learned from it."""


class LearningErrors:
    """Templates of Errors."""

    E601 = (
        "{path}: the marked text {marked} is missing beside it. "
        "Put both files of a report in one folder."
    )
    E602 = (
        "{path}: no report record ({error}). "
        "Expected JSON with 'session' and 'records': see corpus/GUIDE.md."
    )
    E603 = (
        "{path}: holds no predictions. Give a model, an output folder of `polesitter extract`, "
        "or what `polesitter evaluate --json` wrote."
    )
    E604 = (
        "{path}: no annotated framing ({error}). "
        "Expected JSON with 'framing' and 'facts': see corpus/framing/README.md."
    )
    E605 = (
        "{page}: has no place for the tables of {which}. "
        "Mark one: <!-- begin {which}.fields --> and <!-- end {which}.fields -->."
    )

    # name model (E610)
    E610 = "E610 there is no {path} in {folder}. Give the folder of the word lists."
    E611 = "E611 report {report}{place}: {reason}"

    # annotated reports of other tools (E620 to E645): the reason a report was set aside
    E620 = "no line of JSON ({detail}). Write one object per line, in UTF-8."
    E621 = "the id {id!r} cannot name a file. Use letters, digits, dots, dashes and underscores."
    E622 = "there is no text. Give every report its text, as the tool showed it."
    E623 = "half of a surrogate pair stands in the text. Export it again as UTF-8."
    E624 = "the bounds {start!r} to {end!r} are no integers. Count code points from 0."
    E625 = (
        "the bounds {start} to {end} do not fit a text of {length} code points. "
        "Offsets start at 0, the end excluded."
    )
    E626 = "no mention is labelled {label!r}. Use one of: {labels}."
    E627 = "the words there are {words!r}, not {told!r}. Export text and marks together."
    E628 = "the marks {first} and {second} overlap. Keep one of them."
    E629 = "`{what}` must be {wanted}, as in corpus/GUIDE.md."
    E630 = "byte {byte} is not UTF-8. Save the file as UTF-8."
    E631 = "a report {id} was read before. Give every report its own id, or keep one of them."
    E632 = "the annotator answered {answer!r}. Only accepted tasks are taken."
    E633 = "`{what}` is missing or of another kind. Expected what the tool exports: docs/corpus.md."
    E634 = "nobody has annotated this task. Submit it in the tool, then export again."
    E635 = "{ref!r} names no mention of this report."
    E636 = "the mention is in several pieces. Mark it as one, or as several mentions."
    E637 = "the plain text {name} is missing beside it."
    E638 = "the token {token!r} is not what the text has there. Export both files again."
    E639 = "the tag {tag!r} is none of O, B-LABEL and I-LABEL."
    E640 = "the mark begins or ends with a space, which this format cannot tell. Mend the mark."
    E641 = "its line break or brackets would be lost in [words](LABEL id). Mark other words."
    E642 = "no file of this format could be read ({detail}). Export it again."
    E643 = "{path}: already holds a report of this name. Write elsewhere, or use --replace."
    E644 = "the report of this id in {folder} has another text. Leave out --records, or mend it."
    E645 = "only {found} columns. A line needs the token first and its tag last."
