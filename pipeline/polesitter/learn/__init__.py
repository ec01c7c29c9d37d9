"""Learning from annotated reports: corpus, scoring, weights, the model's build.

    corpus_check    whether annotated reports keep to corpus/GUIDE.md
    exchange        annotated reports in the formats of annotation tools
    induction       names and slot patterns induced from annotated reports
    fitting         weights of linear models and chains, from signs as numbers
    name_model      the model that finds names no pattern knows
    relation_model  the models of the relation stage
    scoring         how good answers are, and what may be chance
    retrain         learning from new reports, kept only where it is better
    suggest         patterns that a person may want to accept

build.py makes the model of all these; evaluate.py and cross_validate.py tell what it is worth.
"""
