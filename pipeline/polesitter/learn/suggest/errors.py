"""What can go wrong when patterns are added; each message says what to do next."""


class Errors:
    """Templates, filled in with `str.format` where the error is raised."""

    E670 = "E670 {text!r} cannot be a {label} pattern: {problem}."
    E671 = "E671 {path}: cannot be written ({reason}). Mend the file or its permissions."
    E672 = "E672 {text!r} is listed already, as {known}. Nothing was added."
    E673 = (
        "E673 there is no kind {kind!r}. Give a label ({labels}) for a name, or a relation "
        "({relations}) for a slot pattern."
    )
    E674 = "E674 the id {id} is taken: {where}. Leave out --id, or choose another."
    E675 = (
        "E675 the pattern does not match its example: {example!r} is read as {told!r}. Change "
        "either; docs/patterns.md tells what can be written."
    )
    E676 = "E676 the pattern says what {other} ({where}) says already. Nothing was added."
    E677 = "E677 nothing is suggested as {id!r}. Run the command without --accept to see the ids."
    E678 = "E678 a slot pattern needs --example SENTENCE, which it must match."
    E679 = "E679 {id} is no {label}; {text!r} would be another name of it. Give an id of that kind."
