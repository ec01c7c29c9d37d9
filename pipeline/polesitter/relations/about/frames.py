"""The sentences of a report, each told what the report and its part are about."""

from polesitter.relations.about.elsewhere import main_series, series_sign
from polesitter.relations.about.topics import about_report, topic
from polesitter.relations.reading.frame import Frame
from polesitter.relations.reading.view import View


def frames_of(view: View) -> list[Frame]:
    """One frame per sentence, in order."""
    report = about_report(view)
    series = main_series(view.mentions)
    frames = []
    part = "part:-"
    for sentence in view.sentences:
        if sentence.kind in ("heading", "header"):
            part = f"part:{topic(sentence)}"
        where = "lead" if sentence.paragraph <= 2 else "body"
        about = (*report, part, f"where:{where}")
        frame = Frame(sentence, view.mentions, about)
        sign = series_sign(frame, view.mentions, series)
        if sign is not None:
            frame.common = (*frame.common, sign)
        frames.append(frame)
    return frames
