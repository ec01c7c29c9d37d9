"""The pages of the review and the requests that they send."""

import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from polesitter.errors import Errors, PolesitterError
from polesitter.review.app.cells import FIELDS, SESSION_FIELDS, STATUSES, Field
from polesitter.review.app.desk import Desk, StaleError
from polesitter.review.app.queue import page_of
from polesitter.review.app.view import changed_view, whole_view
from polesitter.types import LABELS

FOLDER = Path(__file__).resolve().parent
LONGEST_STEP = 10_000
"""Bytes of a request that may change something."""

SHOWN = ("open", "accepted", "skipped", "all")


def make_pages(desk: Desk) -> Starlette:
    """Return the application, without its gate."""
    pages = Pages(desk)
    return Starlette(
        routes=[
            Route("/", pages.queue),
            Route("/report/{key}", pages.report),
            Route("/api/report/{key}", pages.read),
            Route("/api/report/{key}/step", pages.step, methods=["POST"]),
            Mount("/static", StaticFiles(directory=FOLDER / "static")),
        ]
    )


class Pages:
    """Answers requests. One at a time: steps are short, and nothing need be locked."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.templates = Environment(
            loader=FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    async def queue(self, request: Request) -> Response:
        """The list of reports, a page of it at a time."""
        show = request.query_params.get("show", "open")
        show = show if show in SHOWN else "open"
        search = request.query_params.get("search", "")[:200]
        number = request.query_params.get("page", "1")
        page = page_of(self.desk.listed(show, search), int(number) if number.isdecimal() else 1)
        statuses = {entry.key: self.desk.status(entry.key) for entry in page.entries}
        return self._html(
            "queue.html", page=page, statuses=statuses, show=show, shown=SHOWN, search=search
        )

    async def report(self, request: Request) -> Response:
        """The page of one report; its content is fetched by the script."""
        key = request.path_params["key"]
        if key not in self.desk.entries:
            return self._html("missing.html", status=404)
        entry = self.desk.entries[key]
        setup = {
            "key": key,
            "labels": LABELS,
            "fields": [_field(field) for field in FIELDS],
            "session": [_field(field) for field in SESSION_FIELDS],
            "statuses": STATUSES,
        }
        return self._html("report.html", entry=entry, setup=json.dumps(setup))

    async def read(self, request: Request) -> Response:
        """A whole report as data."""
        key = request.path_params["key"]
        try:
            sheet = self.desk.sheet(key)
        except KeyError:
            return JSONResponse({"error": "no such report"}, 404)
        except PolesitterError as error:
            return JSONResponse({"error": str(error)}, 422)
        return JSONResponse(whole_view(sheet) | self._place(key))

    async def step(self, request: Request) -> Response:
        """Take a step: 200 what changed, 409 another page was faster, 422 it makes no sense."""
        key = request.path_params["key"]
        asked = await _asked(request)
        if key not in self.desk.entries or asked is None:
            return JSONResponse({"error": Errors.E750.format(found="This")}, 422)
        revision, step = asked
        try:
            before = self.desk.sheet(key).draft
            sheet = self.desk.take(key, revision, step)
        except StaleError:
            return JSONResponse({"error": Errors.E759}, 409)
        except (PolesitterError, OSError) as error:
            return JSONResponse({"error": str(error)}, 422)
        view = changed_view(sheet, sheet.changed_parts(before))
        return JSONResponse(view | self._place(key))

    def _place(self, key: str) -> dict[str, Any]:
        counts = self.desk.counts
        return {
            "next": self.desk.following(key),
            "counts": {
                "total": counts.total,
                "accepted": counts.accepted,
                "skipped": counts.skipped,
                "session": counts.session,
            },
        }

    def _html(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        page = self.templates.get_template(template)
        values["counts"] = self.desk.counts
        values["author"] = self.desk.journal.author
        return HTMLResponse(page.render(values), status)


async def _asked(request: Request) -> tuple[int, dict[str, Any]] | None:
    """The revision and the step of a request; None where it holds none."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_STEP:
            return None
    try:
        asked = json.loads(body)
        revision, step = asked["revision"], asked["step"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if type(revision) is not int or not isinstance(step, dict):
        return None
    return revision, step


def _field(field: Field) -> dict[str, str]:
    return {"name": field.name, "heading": field.heading, "label": field.label,
            "wanted": field.wanted}  # fmt: skip
