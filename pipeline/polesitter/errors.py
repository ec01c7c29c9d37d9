"""Every message of the library, numbered: what was wrong, where, what to do.

Ranges: E1xx text, E2xx entities, E3xx relations, E4xx records, E5xx run,
E6xx learn, E7xx cli.
"""


class PolesitterError(Exception):
    """Raised for bad input or wrong use; the message says where and what to do."""


class Errors:
    """Message templates; fill them with str.format."""

    # E1xx: reading text
    E101 = "there is no such file or folder; check the path"
    E102 = "may not be read; give yourself read permission or leave it out"
    E103 = "the suffix is unknown; reports are {suffixes}: rename or convert the file"
    E104 = "is a README or GUIDE and taken for no report; rename it if it is one"
    E105 = "is a hidden file (its name begins with a dot); rename it if it is a report"
    E106 = "lies in the output folder; write the output to another folder"
    E107 = "lies outside the root folder; give a root above all inputs, or none"
    E108 = "no report matches this pattern; check it, and quote it from the shell"
    E109 = "the file name is no valid UTF-8; rename the file"
    E110 = "holds binary data, not text; check that the suffix is right"
    E111 = "the encoding cannot be told; save the text as UTF-8"
    E112 = "holds no text; a scanned PDF must go through text recognition first"
    E113 = "is longer than {limit} characters; split it into single reports or raise the limit"
    E114 = (
        "is annotated corpus text, with marks like {mark}; "
        "take them out with: polesitter corpus plain DIR -o DIR"
    )
    E115 = "no valid JSON ({detail}); write one JSON object per line, in UTF-8"
    E116 = "`{field}` must be {wanted}, not {found}"
    E117 = "`id` {id} was used before in this file; give every report its own id"
    E118 = "to read {what}, install {package}: pip install {package}"
    E119 = "has no column named `text`; its columns are {columns}: rename one"
    E120 = "is damaged or of another format ({detail}); fetch or export it again"
    E121 = "is locked with a password; save it without one"
    E122 = "could not be read: {detail}"
    E123 = "is no regular file; give standard input as `-`"
    E124 = "has more than {limit} bytes, too many for one report; split it or raise the limit"

    # E2xx: entities
    # learned names (E210)
    E210 = (
        "E210 the name model finds {found}, this version {wanted}. "
        "Train it again: polesitter retrain"
    )

    # E3xx: relations
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

    # E4xx: records
    E401 = (
        "{out}: is a file, or holds files that polesitter did not write. "
        "Give a new or empty folder, or the output folder of an earlier run."
    )
    E402 = "{out}: another run is writing here. Wait until it has finished, or write elsewhere."
    E403 = "{out}: holds no polesitter output. Write it with: polesitter extract REPORTS -o {out}"
    E404 = (
        "{out}: was written in schema version {found}, this version reads {wanted}. "
        "Run `polesitter extract` again."
    )
    E405 = (
        "{out}: {part} is missing, damaged or since replaced by another run. "
        "Open the folder anew; if that fails, run `polesitter extract` again."
    )
    E406 = "{out}: the manifest is damaged ({detail}). Extract to another folder."
    E407 = "column {column} must not be empty"

    # E5xx: run
    E501 = (
        "no model is installed with the package; looked for {looked}. "
        "Build one with `make model`, or name one with --model."
    )
    E502 = "the model {model} cannot be loaded: {detail}. Check the path or the package name."
    E503 = "{source}: reading failed ({detail}). Check the file, then run again."
    E504 = "{source}: extraction failed ({detail}). The other reports are done; report the fault."
    E505 = (
        "{source}: the worker process died on this file, perhaps for want of memory. "
        "Extract the file by itself, or split it."
    )
    E506 = "{source}: its rows fit no table ({detail}). The others are done; report the fault."
    E507 = "workers must be 1 or more, not {workers}."
    E508 = (
        "no worker process could start. In a script, start the run below "
        "`if __name__ == '__main__':`, or use workers=1."
    )
    E509 = (
        "E509 the pipeline {model} has no component 'records', so it writes no results. "
        "Load a polesitter model: polesitter.load() has the one that comes with the package."
    )

    # E6xx: learn
    # name model (E610)
    E610 = "E610 there is no {path} in {folder}. Give the folder of the word lists."
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

    # E7xx: command line
    E701 = "{source}: {message}"
    E702 = (
        "{path} is a folder. Name one report in it, or extract them all: "
        "polesitter extract {path} -o out"
    )
    E703 = "{folder}: holds no .txt files. Give a folder of annotated reports."
    E704 = "{out}: is the folder read from. Write elsewhere, or the marks are lost."
    E705 = "{path}: is not UTF-8. Save it as UTF-8."
    E706 = "{path}: no driver there is called {driver!r}. Found: {found}."
    E707 = "{path}: holds no annotated reports. Give a folder of <id>.json files, as corpus/dev."
    E708 = (
        "{path}: there is no marked text {marked} beside it to run the pipeline on. "
        "Give finished predictions with --pred."
    )
    E709 = "{path}: holds no patterns. Give a folder with entities/ or relations/ in it."
    E710 = "{path}, line {line}: {problem}. Write one object with label, pattern and id per line."
    E711 = "no report in {out} is called {only!r}. It holds {number}, such as {example}."
