import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from polesitter.review.app.desk import Desk
from polesitter.review.app.keys import key_of
from polesitter.review.app.serve import make_gate

HOST = "127.0.0.1:8123"
HOME = f"http://{HOST}"
STEP = f"/api/report/{key_of('lake.txt')}/step"
BODY = {"revision": 0, "step": {"kind": "skip"}}


def visitor(desk: Desk) -> TestClient:
    gate = make_gate(desk, "127.0.0.1", 8123, "secret")
    return TestClient(gate, base_url=HOME, follow_redirects=False)


@pytest.fixture
def client(desk: Desk) -> TestClient:
    """A browser that has opened the address of the terminal."""
    client = visitor(desk)
    client.get("/enter?token=secret")
    return client


def test_the_token_is_changed_for_a_cookie_once(desk: Desk) -> None:
    client = visitor(desk)
    assert client.get("/").status_code == 403
    answer = client.get("/enter?token=secret")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/").status_code == 200
    client.cookies.clear()
    assert client.get("/enter?token=secret").status_code == 403
    assert client.get("/").status_code == 403


@pytest.mark.parametrize("token", ["", "Secret", "secre", "secret&x=1", "%73ecret"])
def test_wrong_tokens_leave_the_right_one_good(desk: Desk, token: str) -> None:
    client = visitor(desk)
    assert client.get(f"/enter?token={token}").status_code == 403
    assert client.get("/enter?token=secret").status_code == 303


@pytest.mark.parametrize("path", ["/", "/report/x", "/api/report/x"])
@pytest.mark.parametrize("cookie", [None, "", "x", "\u00e9"])
def test_without_the_cookie(desk: Desk, path: str, cookie: str | None) -> None:
    given = f"polesitter_review_8123={cookie or ''}".encode()
    headers = {} if cookie is None else {b"cookie": given}
    assert visitor(desk).get(path, headers=headers).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:80", "", "[::1]:8123"]
)
def test_other_hosts(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 421


def test_by_the_name_of_this_machine_to_itself(client: TestClient) -> None:
    answer = client.get("/", headers={"host": "localhost:8123"})
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", f"https://{HOST}", "http://localhost:8123"]
)
def test_steps_from_other_origins(desk: Desk, client: TestClient, origin: str | None) -> None:
    headers = {} if origin is None else {"origin": origin}
    assert client.post(STEP, json=BODY, headers=headers).status_code == 403
    assert desk.sheet(key_of("lake.txt")).history.revision == 0


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", None])
def test_steps_that_a_form_could_send(client: TestClient, kind: str | None) -> None:
    headers = {"origin": HOME, **({"content-type": kind} if kind else {})}
    answer = client.post(STEP, content=b'{"revision":0,"step":{"kind":"skip"}}', headers=headers)
    assert answer.status_code == 415


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_requests_that_other_sites_start(client: TestClient, site: str) -> None:
    assert client.get("/", headers={"sec-fetch-site": site}).status_code == 403


def test_a_step_of_our_own_page(client: TestClient) -> None:
    answer = client.post(STEP, json=BODY, headers={"origin": HOME, "sec-fetch-site": "same-origin"})
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/", "/static/base.css", "/enter?token=x", "/nothing"])
def test_every_answer_is_told_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "access-control-allow-origin" not in headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../serve.py",
        "/static/%2e%2e/serve.py",
        "/static/..%2fserve.py",
        "/static//etc/passwd",
        "/report/..%2f..%2fetc%2fpasswd",
        "/api/report/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_sockets_are_shut(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/"):
        pass
