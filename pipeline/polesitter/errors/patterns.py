"""E2xx and E3xx: what is wrong with learned names, or with a slot pattern."""


class PatternErrors:
    """Templates of Errors."""

    # learned names (E210); {source} is the model's folder and the file in it
    E210 = (
        "E210 {source}: this name model tells apart {found}; this version of polesitter {wanted}. "
        "Build the model anew with this version (make model), or name another model."
    )
    E212 = (
        "E212 {source}: this name model has {found} weights of features; this version of "
        "polesitter reads {wanted}. "
        "Build the model anew with this version (make model), or name another model."
    )
    E211 = (
        "E211 learned_names has no teacher. Initialise it with one first: nlp.initialize() takes "
        "it from [initialize.components.learned_names.teacher] of models/config.cfg."
    )

    # slot patterns (E301 to E319); {where} is file, line and column
    E301 = "E301 {where}: {found} is out of place here. {hint}"
    E302 = (
        "E302 {where}: {bracket} is never closed. Close it, or write \\{bracket} for the "
        "sign itself."
    )
    E303 = "E303 {where}: an empty option. For words that may be missing, write [words] instead."
    E304 = "E304 {where}: no mention is labelled {label!r}. Use one of: {labels}."
    E305 = (
        "E305 {where}: {slot!r} is no slot. Write {{label}}, {{label:role}} or "
        "{{label+:role}}, names in a-z, 0-9 and _."
    )
    E306 = (
        "E306 {where}: the role {role!r} is bound twice. Name the two apart: "
        "{{{label}:ahead}} and {{{label}:behind}}, say."
    )
    E307 = (
        'E307 {where}: no macro is named {name!r}. Define it in a line {{"macro": '
        '"{name}", "pattern": …}} of macros.jsonl, or correct the name.'
    )
    E308 = "E308 {where}: the macros call each other in a circle: {chain}. Write one of them out."
    E309 = (
        "E309 {where}: a skip needs something before and after it in the whole pattern, and "
        "no second skip beside it. Add a word or a slot there, or remove the skip."
    )
    E310 = (
        "E310 {where}: a skip of {limit}. Write a number from 1 to {maximum}, or `...` for "
        "the rest of the clause."
    )
    E311 = (
        "E311 {where}: the pattern could match nothing at all. Leave one word or slot "
        "outside the square brackets."
    )
    E312 = (
        "E312 {where}: the pattern can be read in {ways} ways, more than the {limit} "
        "allowed. Write `..2` for `...`, or split the rule in two."
    )
    E313 = (
        "E313 {where}: no forms are known of the verb {lemma!r}. Write its base form, or "
        "list the words: (led|leads)."
    )
    E314 = (
        "E314 {where}: not a line of JSON ({reason}). Write one object in braces per line, "
        "strings in double quotes."
    )
    E315 = (
        "E315 {where}: {problem}. A rule needs the strings id, relation, pattern, example "
        "and source; a macro needs macro and pattern."
    )
    E316 = "E316 {where}: the {kind} {name!r} is already defined at {first}. Choose another name."
    E317 = (
        "E317 {where}: the file cannot be read ({reason}). Check the path; rules are UTF-8 "
        "text, one JSON object per line."
    )
    E318 = (
        "E318 The rules of this model were compiled for other mention labels ({labels}). "
        "Build the model again with this version."
    )
