"""The names of months and of the days of the week, as lists and as expressions."""

from typing import Final

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS: Final = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
"""In the order of datetime.date.weekday()."""
MONTH: Final = f"(?:{'|'.join(MONTHS)})"
"""Any of MONTHS, written out."""
WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
"""Any of WEEKDAYS, written out and with a capital."""
