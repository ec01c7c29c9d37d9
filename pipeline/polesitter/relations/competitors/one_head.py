"""Crews as one head: what is told of "Davis and Liddell" is told of one competitor."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from polesitter.relations.competitors.crews import are_joined
from polesitter.relations.reading.view import Item, Sentence, View, mark_heads


def with_crews(view: View, lead: Mapping[str, str]) -> View:
    """The view in which a crew is one competitor, and its names one slot where they are joined.

    `lead`: competitor -> the one that leads its crew, itself where it is of none. The view
    itself where there are no crews.
    """
    own = view.head_of
    crews = {who for who, leader in lead.items() if who != leader}
    if not crews:
        return view
    head_of = {mention: lead.get(who, who) for mention, who in own.items()}
    slot_of: dict[int, int] = {}
    sentences = []
    for sentence in view.sentences:
        if all(own[sentence.items[at].mention] not in crews for at in sentence.heads):
            sentences.append(sentence)
            continue
        runs = list(_runs(sentence, own, head_of))
        for run in runs:
            first, *others = [sentence.items[at].mention for at in run]
            slot_of.update(dict.fromkeys(others, first))
        sentences.append(_joined(sentence, runs))
        mark_heads(sentences[-1], head_of)
    hits: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for (head, value), found in view.hits.items():
        hits.setdefault((slot_of.get(head, head), value), []).extend(found)
    return replace(view, sentences=sentences, head_of=head_of, hits=hits)


def _runs(
    sentence: Sentence, own: Mapping[int, str], head_of: Mapping[int, str]
) -> Iterator[list[int]]:
    """The heads of one crew that stand joined, two or more."""
    run = sentence.heads[:1]
    for a, b in pairwise(sentence.heads):
        first, second = sentence.items[a].mention, sentence.items[b].mention
        one = head_of[first] == head_of[second] and own[first] != own[second]
        if one and are_joined(sentence.keys, a, b):
            run.append(b)
            continue
        if len(run) > 1:
            yield run
        run = [b]
    if len(run) > 1:
        yield run


def _joined(sentence: Sentence, runs: list[list[int]]) -> Sentence:
    """The sentence with one item for each run: the first's, up to where the last ends."""
    items: list[Item] = []
    done = 0
    for run in runs:
        first, last = run[0], run[-1]
        items.extend(sentence.items[done:first])
        items.append(sentence.items[first]._replace(end=sentence.items[last].end))
        done = last + 1
    items.extend(sentence.items[done:])
    return replace(sentence, items=items)
