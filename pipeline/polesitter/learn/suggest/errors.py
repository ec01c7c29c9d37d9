"""What can go wrong when patterns are added; each message says what to do next."""


class Errors:
    """Templates, filled in with `str.format` where the error is raised."""

    E650 = "E650 {text!r} cannot be a {label} pattern: {problem}."
    E651 = "E651 {path}: cannot be written ({reason}). Mend the file or its permissions."
    E652 = "E652 {text!r} is listed already, as {known}. Nothing was added."
    E653 = (
        "E653 there is no kind {kind!r}. Give a label ({labels}) for a name, or a relation "
        "({relations}) for a slot pattern."
    )
    E654 = "E654 the id {id} is taken: {where}. Leave out --id, or choose another."
    E655 = (
        "E655 the pattern does not match its example: {example!r} is read as {told!r}. Change "
        "either; docs/patterns.md tells what can be written."
    )
    E656 = "E656 the pattern says what {other} ({where}) says already. Nothing was added."
    E657 = "E657 nothing is suggested as {id!r}. Run the command without --accept to see the ids."
    E658 = "E658 a slot pattern needs --example SENTENCE, which it must match."
    E659 = "E659 {id} is no {label}; {text!r} would be another name of it. Give an id of that kind."
