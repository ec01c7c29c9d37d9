"""What every column means, in a sentence: the one place where that is written."""

_SESSION = {
    "session_id": "shared by reports of one session: normalised series, track and day; null where "
    "one of them is not known",
    "series": "series as the report names it",
    "event": "race or event as the report names it",
    "track": "track as the report names it, longest form",
    "session_date": "day of the qualifying session, where the report gives it; null where it has "
    "no results",
}
_SOURCE = "path of the report from the root of the run, POSIX; `#id` after it for an item of a file"

TABLES: dict[str, str] = {
    "results": "One row per competitor, class, session and report.",
    "sessions": "One row per report, session and class; `car_class` null: the whole session.",
    "mentions": "One row per name or measure found in a report.",
    "relations": "One row per relation found between two mentions, used or not.",
    "reports": "One row per report read.",
    "errors": "One row per input set aside.",
}

MEANINGS: dict[str, dict[str, str]] = {
    "results": {
        "source": _SOURCE,
        "result_id": "numbers the rows of a report from 0",
        **_SESSION,
        "session_name": "which of several sessions of one report: Race 1, sprint; else null",
        "car_class": "class, shortest standard form; null in a one-class session",
        "position": "rank in the class at the end of qualifying, before penalties",
        "grid_position": "starting place as stated, where it differs from the rank or no rank is "
        "stated; never computed",
        "starts_at_rear": "starts from the back of the field or the pit lane",
        "driver": "driver, fullest form in the report; a crew is `A / B`",
        "driver_id": "id in patterns/ where a spelling fits one only, else `~` and the normalised "
        "name; a crew is `a / b`",
        "team": "team or entrant, fullest form in the report",
        "team_id": "as `driver_id`, of the team",
        "car": "make and model as told",
        "manufacturer": "make of the car, from `car`",
        "car_number": "car number as written: `08` is not `8`",
        "speed": "best lap or run, in `speed_unit`",
        "speed_unit": "`mph` or `km/h`",
        "speed_kph": "`speed` in km/h",
        "lap_time_s": "best lap of the run that counted, in seconds; a total of several laps as "
        "such",
        "gap_s": "behind `gap_to`, in seconds, not negative",
        "gap_to": "`leader` (of the class) or the driver the gap is measured to",
        "gap_approx": "the gap is told in round words",
        "segment": "last knock-out segment reached, where stated: Q3, Fast Six",
        "status": "`classified`, `disallowed`, `no_time`, `withdrawn` or `dnq`",
        "confidence": "estimated chance that all of the row is right, 0 to 1",
        "flags": "what is doubtful about the row",
        "evidence": "for each field the words that prove it: `field`, `start` and `end` (code "
        "points of `reports.text`, from 0, end excluded), `text`, `rule`, `score`",
    },
    "sessions": {
        "source": _SOURCE,
        **_SESSION,
        "car_class": "the class that the row is about; null: the whole session",
        "pole_driver": "driver of the pole",
        "entries": "cars entered",
        "red_flags": "how often the session was stopped",
        "track_record": "whether the track record was broken",
        "record_holder": "holder of the record before",
        "record_year": "year of the record before",
        "race_start": "start of the race, local time and zone as stated",
        "broadcaster": "who shows the race",
        "evidence": "as in `results`",
    },
    "mentions": {
        "source": _SOURCE,
        "mention_id": "numbers the mentions of a report from 0",
        "start": "first code point in `reports.text`, from 0",
        "end": "code point after the last",
        "text": "the words",
        "label": "DRIVER, TEAM, CAR, NUMBER, SPEED, LAPTIME, GAP, POSITION, CLASS, SEGMENT, "
        "SERIES, EVENT, TRACK or DATE",
        "entity_id": "shared by mentions of one entity within the report",
        "value": "value of a measure, normalised, as text",
        "unit": "unit of the value",
        "approx": "told in round words",
        "rule": "pattern or finder that found it",
        "score": "how sure it is, 0 to 1",
        "framing": "what it speaks of: outcome, provisional, practice, history, other_session, "
        "hypothetical, race or record; null for labels that have none",
    },
    "relations": {
        "source": _SOURCE,
        "relation_id": "numbers the relations of a report from 0",
        "kind": "drives_for, drives, has_number, in_class, qualified, grid, lap_speed, lap_time, "
        "gap, segment_reached or status",
        "head": "`mention_id` of the competitor",
        "tail": "`mention_id` of the value; null where words that are no mention tell it",
        "value": "the value, normalised, as text",
        "framing": "as in `mentions`",
        "rule": "slot pattern or list rule that speaks for it",
        "score": "how sure it is, 0 to 1",
        "used": "a result holds the value",
    },
    "reports": {
        "source": _SOURCE,
        "sha256": "SHA-256 of the file's bytes, or of an item's text",
        "title": "title, where the format has one",
        "published": "day of publication, where the format has one",
        "text": "the text that offsets count in; null with `--no-text`",
        **{name: told for name, told in _SESSION.items() if name != "session_id"},
        "words": "number of words",
        "is_qualifying": "how surely it is a qualifying report, 0 to 1",
        "n_mentions": "rows in `mentions`",
        "n_results": "rows in `results`",
        "flags": "all flags of its results",
        "model": "name and version of the model that read it",
    },
    "errors": {
        "source": _SOURCE,
        "stage": "where it failed: find, read, extract, store",
        "error": "kind of error",
        "message": "what was wrong and what to do",
        "sha256": "SHA-256 of the bytes that failed, where they could be read",
        "model": "name and version of the model of the run",
    },
}
