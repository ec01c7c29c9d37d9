"""Why a name is not listed: strings that mean more than one thing."""

from collections.abc import Container
from dataclasses import dataclass

from polesitter.learn.induction.names.listed import Listed
from polesitter.learn.induction.names.occurrences import Occurrences
from polesitter.text.normal import normal, words

MOST_AGAINST = 0.1
"""Share of occurrences that may be something else, at most."""
REPORTS = 3
"""Reports that must mark a doubtful string so, and never otherwise, for it to be listed."""
SHORTEST = 3
"""Letters and digits of a name, at least."""


@dataclass(frozen=True, slots=True)
class WordLists:
    """Normalised words that are names only in context."""

    ordinary: Container[str]
    first_names: Container[str]
    places: Container[str]
    makes: Container[str]

    def kind_of(self, form: str) -> str | None:
        """What else the whole string is, as said of it; None where nothing is known."""
        word = normal(form)
        if word in self.makes:
            return "is a make of cars"
        if word in self.places:
            return "is a place"
        if word in self.first_names:
            return "is a first name"
        if word in self.ordinary:
            return "is an ordinary word"
        if len(word.replace(" ", "")) < SHORTEST:
            return "is very short"
        return None


def doubt_of(
    label: str, id: str, form: str, seen: Occurrences, lists: WordLists, listed: Listed
) -> str | None:
    """The reason for not listing `form` under the id; None where it may be listed.

    What a string is by itself may be outweighed by context: marked so in some reports,
    and nowhere anything else.
    """
    if not normal(form):
        return "has no letters"
    if label == "DRIVER" and len(words(form)) == 1:
        return "is a single name, and may be anybody's"
    told, against = seen.marked.get(label, 0), seen.against(label)
    reason = lists.kind_of(form) or _kinship(label, id, form, listed)
    if reason is not None and (against or len(seen.reports.get(label, ())) < REPORTS):
        return f"{reason}{_counts(label, seen)}"
    if against > MOST_AGAINST * (told + against):
        return f"means something else too{_counts(label, seen)}"
    return None


def _kinship(label: str, id: str, form: str, listed: Listed) -> str | None:
    """What names the lists have that a string is, or is part of."""
    if rivals := listed.rivals(label, form):
        return f"is listed as {', '.join(sorted(rivals))}"
    # Classes are told by the letters of one another: "GTD Pro" and "GTD".
    if len(words(form)) > 1 or label == "CLASS":
        return None
    if people := listed.sharers("DRIVER", form, id):
        return f"is in the names of drivers, {people} in all"
    if others := listed.sharers(label, form, id):
        return f"is in other {label} names, {others} in all"
    return None


def _counts(label: str, seen: Occurrences) -> str:
    others = [f"{count} as {one}" for one, count in sorted(seen.marked.items()) if one != label]
    if seen.unmarked:
        others.append(f"{seen.unmarked} unmarked")
    return f" ({', '.join([f'{seen.marked.get(label, 0)} as {label}', *others])})"
