"""Which value belongs to which competitor, and what each statement speaks of.

The packages, in the order in which a report goes through them; docs/how-it-works.md has more:

    reading      sentences as words and slots, with their heads and cues
    slots        what the slot patterns of patterns/relations see in them
    about        what the report and its parts are about
    claims       what each value may say of each competitor
    statuses     who is left unclassified
    rivals       claims that rule each other out
    competitors  who shares a car, who are teammates, whose is a car told without a driver
    context      the class and the segment that each is told under
    order        places counted on along lists
    all_told     claims in the light of all others; who has a record
    ranks        ranks of all who are named, as a chain

All of them tell `signs`; `framing` is a stage of its own. judge.py asks them in turn.
"""
