"""How far claims are believed, by whatever sums them up."""

from typing import Final

FAINT: Final = 0.02
"""Claims no more probable than this count for nothing."""
SUREST: Final = 0.999
"""No one sentence, and no place by all of them, is surer than this."""
