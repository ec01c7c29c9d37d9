"""Who may talk to the review server, and what a browser may do with its answers.

The server listens on one address of this machine, but every page in the same browser can
send requests there. So a request must name the server as its host (or a foreign name that
resolves here could read answers), carry the cookie that was given for the token of the
terminal, and, where it changes anything, come from a page of the server itself.
"""

import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENTER = "/enter"
STATIC = "/static/"
REFUSED = 1008
SAFE_METHODS = frozenset({"GET", "HEAD"})
OWN_SITES = frozenset({"same-origin", "none"})
"""What a browser says of requests from our own pages and from its address bar."""

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cache-control": "no-store",
}


class Gate:
    """ASGI middleware that lets in the holder of the cookie and nobody else.

    `hosts`: what may stand in the Host header, with port. `token` opens the gate once.
    """

    def __init__(self, app: "ASGIApp", *, token: str, hosts: Iterable[str], cookie: str) -> None:
        self.app = app
        self.token: str | None = token
        self.hosts = frozenset(hosts)
        self.cookie = cookie
        self.session = secrets.token_urlsafe(32)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer a request that may not pass; hand on the others."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": REFUSED})
            return

        async def guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        answer = self._answer(scope)
        await (answer or self.app)(scope, receive, guarded)

    def _answer(self, scope: "Scope") -> Response | None:
        headers = Headers(scope=scope)
        if headers.get("host") not in self.hosts:
            return PlainTextResponse("Wrong host.", 421)
        if headers.get("sec-fetch-site", "none") not in OWN_SITES:
            return PlainTextResponse("Not from another site.", 403)
        if scope["method"] not in SAFE_METHODS:
            if headers.get("origin") != f"http://{headers['host']}":
                return PlainTextResponse("Not from another origin.", 403)
            if headers.get("content-type") != "application/json":
                return PlainTextResponse("JSON only.", 415)
        if scope["path"] == ENTER:
            return self._enter(scope)
        if scope["path"].startswith(STATIC) or self._is_known(headers):
            return None
        return PlainTextResponse(
            "Open the address that the terminal shows. It works once; for another browser, "
            "start the review again.",
            403,
        )

    def _enter(self, scope: "Scope") -> Response:
        given = scope["query_string"].partition(b"token=")[2]
        if self.token is None or not secrets.compare_digest(given, self.token.encode()):
            return PlainTextResponse("This address has been used or is wrong.", 403)
        self.token = None
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.session, httponly=True, samesite="strict")
        return answer

    def _is_known(self, headers: Headers) -> bool:
        given = cookie_parser(headers.get("cookie", "")).get(self.cookie, "")
        return secrets.compare_digest(given.encode(), self.session.encode())
