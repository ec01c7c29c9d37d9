"""E7xx: what is wrong with a command, a review, or an analysis."""


class CommandErrors:
    """Templates of Errors."""

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
    E713 = "Give a file that ends in .html, or a folder."
    E714 = (
        "{path}: holds {number} reports, and {page} is one page. "
        "Give a folder for a site, or choose one report with --only."
    )
    E715 = (
        "{path}: holds {number}, to be explained in {page}. "
        "A page explains one report, and its name ends in .html."
    )
    E716 = (
        "{path}: holds none of the {number} in {gold}, such as {example}; it holds {held}. Give "
        "what was read of those: an output folder of `polesitter extract`, or a folder of records."
    )
    E717 = (
        "{old} and {new} have none of the {number} in {gold} in common. Give two readings of those."
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
    E765 = "the review page needs {missing}. Install them: pip install 'polesitter[review]'"

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
