"""Messages of retraining and of the store of models, numbered on from those of learn (E65x)."""


class RetrainErrors:
    """Message templates; fill them with str.format."""

    E650 = (
        "{path}: there is no {what}. Run in a checkout of polesitter, or name the folders: "
        "--corpus, --patterns, --models."
    )
    E651 = "{root}: another retraining is at work here. Wait until it has finished."
    E652 = "no model of version {version} is kept in {root}. Kept are: {kept}."
    E653 = "{path}: no format is known for this. Give folders of <id>.txt and <id>.json, Prodigy's "
    E653 += ".jsonl or Label Studio's .json."
    E654 = "{path}: holds no annotated reports."
    E655 = "--keep-anyway needs a reason: it is kept with the model."
    E656 = (
        "{root}: could not be written ({detail}). Make room or mend the disk, then run "
        "`polesitter retrain` again: first it finishes or undoes what was begun."
    )
    E657 = (
        "a process that builds a model ended by itself (exit code {code}), perhaps for want of "
        "memory: one model at a time (--jobs 1) needs less."
    )

    # why a new report is not learned from
    E660 = "lies in {folder}, which is for measuring only"
    E661 = "has the text of a report of {folder}, which is for measuring only"
    E662 = "is all but the text of a report of {folder}, which is for measuring only"
    E663 = "has the text of {other}; to correct that report, give this one its id"
    E664 = "{other} has this id and another text; give the report an id of its own"
    E665 = "has the text of {other}, which is new as well"
    E666 = "the {label} begins or ends within a word: {words!r} in {around!r}"
    E667 = (
        "only {right} of {all} figures that were marked have the label they should have, "
        "such as {words!r}, a {found} marked as {label}"
    )
    E668 = (
        "tells of a qualifying session and has no records; add them with "
        "`polesitter corpus import --records` or `polesitter review`"
    )
