"""E1xx: what is wrong with a text, or with the file it stands in."""


class ReadingErrors:
    """Templates of Errors."""

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
    E112 = "holds no text; {do}"
    E113 = (
        "is longer than {limit:,} characters; split it into single reports, or raise the limit "
        "(--max-chars)"
    )
    E114 = (
        "is annotated corpus text, with marks like {mark}; "
        "take them out with: polesitter corpus plain DIR -o DIR"
    )
    E115 = "no valid JSON ({detail}); write one JSON object per line, in UTF-8"
    E116 = "`{field}` must be {wanted}, not {found}; {do}"
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
    E128 = "nothing to read: there is no {inputs}. Check the path; quote a pattern from the shell."
    E129 = "is a page that polesitter wrote, not a report; name the report that it shows"
    E130 = (
        "is the output folder of an earlier run, or an export of one, not a folder of reports; "
        "see it with: polesitter show OUT"
    )
    E131 = (
        "{path}: lies in the table {table} of an output folder, which is read whole and may hold "
        "nothing else. Name a place outside of it."
    )
    E126 = "{path}: cannot be written ({detail}). {do}"
    E127 = "Name a place where you may write, with no file in the way of a folder."
    E124 = (
        "has more than {limit:,} bytes, too many for one report; split it into single reports, or "
        "raise the limit (--max-chars)"
    )
