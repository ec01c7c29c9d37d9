"""A second look at the chosen mentions, with the whole report in mind."""
