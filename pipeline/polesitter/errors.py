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
    E125 = (
        "{url}: cannot be reached ({detail}). Check the address, give URLs of one store only, and "
        "install fsspec and the package for it: pip install polesitter[remote] s3fs"
    )
    E124 = "has more than {limit} bytes, too many for one report; split it or raise the limit"

    # E2xx: entities
    # learned names (E210)
    E210 = (
        "E210 the name model finds {found}, this version {wanted}. "
        "Train it again: polesitter retrain"
    )
    E211 = (
        "E211 learned_names has no teacher. Initialise it with one first: nlp.initialize() takes "
        "it from [initialize.components.learned_names.teacher] of models/config.cfg."
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
    E402 = (
        "{out}: {holder} is writing here. Wait until it has finished (--wait SECONDS), "
        "or write elsewhere."
    )
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
    E408 = (
        "{url}: cannot be reached ({detail}). Check the address; install fsspec and the "
        "package for its kind of store: pip install polesitter[remote] s3fs"
    )

    # E5xx: run
    E501 = (
        "no model is installed with the package; looked for {looked}. "
        "Build one with `make model`, or name one with --model."
    )
    E502 = "the model {model} cannot be loaded: {detail}. Check the path or the package name."
    E503 = "{source}: reading failed ({detail}). Check the file, then run again."
    E504 = "{source}: extraction failed ({detail}). The other reports are done; report the fault."
    E505 = (
        "{source}: the worker died on this report, perhaps for want of memory, or was stopped "
        "after {deadline} seconds. Extract it by itself with a longer --timeout, or split it."
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

    E510 = (
        "{out}: could not be written ({detail}). What was there before is as it was, and what is "
        "finished is kept: make room or mend the disk, then run again."
    )
    E511 = (
        "{scheduler}: does not answer. What is finished is kept: start the scheduler, then "
        "run again."
    )
    E512 = "to run on Dask, install it: pip install polesitter[dask]"
    E513 = "stopped. What is finished is kept: run again to go on."
    E514 = "to watch a folder, install watchfiles: pip install polesitter[watch]"
    E515 = "only folders and files on this machine can be watched, not {path}."
    E516 = "there is no engine {engine}; choose local or dask."

    # E6xx: learn
    # name model (E610)
    E610 = "E610 there is no {path} in {folder}. Give the folder of the word lists."
    E611 = "E611 report {report}{place}: {reason}"
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
    E605 = (
        "{page}: has no place for the tables of {which}. "
        "Mark one: <!-- begin {which}.fields --> and <!-- end {which}.fields -->."
    )

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
    E712 = (
        "{path}: stands there already and is no page of polesitter's. "
        "Name another file, or delete it first."
    )
    E713 = "{path}: cannot be written ({error}). Give a file that ends in .html, or a folder."
    E714 = (
        "{path}: holds {number} reports, and {page} is one page. "
        "Give a folder for a site, or choose one report with --only."
    )
    E715 = (
        "{path}: holds {number}, to be explained in {page}. "
        "A page explains one report, and its name ends in .html."
    )

    # corpus (E740 to E749)
    E740 = "{tool} knows no predictions. Leave out --predictions, or write for label-studio."
    E741 = "{path}: is a folder, but {tool} exports one file. Name that file."
    E742 = "{one} and {other} have no report in common. Give folders annotated from the same texts."
    E743 = "--model is for comparing with the pipeline. Leave out the second folder, or --model."
    E744 = "{tool} does not say who annotated. Leave out --annotator, and export each by itself."

    # review page (E750 to E769); the first ones are read by the reviewer in the page
    E750 = "{found!r} is no step of a review. Reload the page."
    E751 = "A mention is some words of one line, not {found!r}. Select them anew."
    E752 = "{label!r} is no label. Use one of: {labels}."
    E753 = "No mention of that label stands at {start} to {end}. Reload the page."
    E754 = "{text!r} is no {field}. Write {wanted}, or nothing."
    E755 = "There is no row {row!r}. Reload the page."
    E756 = (
        "{path} is there already and was not written by this review. Move it away, or review "
        "with another --out."
    )
    E757 = "{text!r} cannot be marked: its brackets do not close within it. Select other words."
    E758 = "There is nothing to {what}."
    E759 = "The report was changed on another page. Here it is as it stands now; repeat your edit."
    E760 = "{out}: another review is writing here. Close it, or choose another --out."
    E761 = "{out}: holds no texts to review. Run extract again without --no-text."
    E762 = "no report can be read in {paths}. Give a folder of reports or of extracted tables."
    E763 = "{name}: {found!r} cannot stand in a corpus file next to its marks; correct the report."
    E764 = "the port {port} on {host} cannot be used: {detail}. Choose another with --port."
    # analysis (E720)
    E720 = "the DataFrame lacks {columns}. Give the whole `{table}` table, as polesitter.open does."
    E721 = "to {what}, install {package}: pip install 'polesitter[{extra}]'"
    E722 = "give one of {options}, not several."
    E723 = "nothing to draw: {reason}"
    E724 = "{path}: the suffix must be one of {suffixes}."
    E725 = (
        "neither {names} is listed in {patterns}. Check the spelling, or say what they are: "
        "--kind driver or --kind team."
    )
    E726 = "{path}: is not what an earlier export wrote. Name a new file or folder."
    E727 = "{one!r} and {other!r} are one already: {id}."
    E728 = "{one!r} is both {first} and {second} in {patterns}. Remove one of the lines first."
    E765 = "the review page needs {missing}. Install them: pip install 'polesitter[review]'"
