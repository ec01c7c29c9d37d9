"""What a report and its parts are about: qualifying at all, the race, another series."""
