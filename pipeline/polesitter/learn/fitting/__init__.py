"""Fitting linear models and chains: signs as numbers, weights by maximum likelihood."""
