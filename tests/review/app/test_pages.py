import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from polesitter.review.app.desk import Desk
from polesitter.review.app.keys import key_of
from polesitter.review.app.serve import make_gate

LAKE, EMOJI = key_of("lake.txt"), key_of("emoji.txt")
HOME = "http://127.0.0.1:8123"


@pytest.fixture
def client(desk: Desk) -> TestClient:
    client = TestClient(make_gate(desk, "127.0.0.1", 8123, "t"), base_url=HOME)
    client.get("/enter?token=t")
    return client


def send(client: TestClient, revision: Any, step: Any, key: str = LAKE) -> Any:
    body = {"revision": revision, "step": step}
    return client.post(f"/api/report/{key}/step", json=body, headers={"origin": HOME})


def test_the_queue_page(client: TestClient) -> None:
    page = client.get("/").text
    assert "4 reports" in page
    assert f'href="/report/{LAKE}"' in page
    assert "deep/lake.txt" in page


@pytest.mark.parametrize(
    "query", ["show=x", "page=0", "page=-1", "page=x", "page=\u00b2", "search=%00"]
)
def test_queries_of_any_kind(client: TestClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 200


def test_a_search_is_repeated_as_text(client: TestClient) -> None:
    page = client.get('/?search="><script>alert(1)</script>').text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_report_as_data(client: TestClient) -> None:
    view = client.get(f"/api/report/{EMOJI}").json()
    (part,) = view["parts"]
    # Offsets are code points, as in Python.
    words = {part["text"][one[0] : one[1]]: one[2] for one in part["mentions"]}
    assert words["Lime Rock"] == "TRACK"
    assert words["Bo Carr"] == "DRIVER"
    assert view["revision"] == 0
    assert view["next"] in {key_of(name) for name in ("lake.txt", "deep/lake.txt", "note.txt")}


def test_a_step_and_what_it_changes(client: TestClient) -> None:
    rows = client.get(f"/api/report/{LAKE}").json()["rows"]
    answer = send(client, 0, {"kind": "cell", "row": rows[0]["id"], "field": "gap", "text": ".5"})
    view = answer.json()
    assert answer.status_code == 200
    assert view["revision"] == 1
    assert view["parts"] == []
    gap = next(cell for cell in view["rows"][0]["cells"] if cell["text"] == "+0.500")
    assert gap["pinned"]


def test_a_stale_step(client: TestClient) -> None:
    send(client, 0, {"kind": "skip"})
    answer = send(client, 0, {"kind": "accept"})
    assert answer.status_code == 409
    assert "changed on another page" in answer.json()["error"]


@pytest.mark.parametrize(
    ("revision", "step"),
    [
        (0, {"kind": "eval"}),
        (0, None),
        (0, []),
        ("0", {"kind": "skip"}),
        (True, {"kind": "skip"}),
        (0, {"kind": "skip", "pad": "x" * 20_000}),
    ],
)
def test_steps_that_make_no_sense(client: TestClient, revision: Any, step: Any) -> None:
    assert send(client, revision, step).status_code == 422


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 9_000, b"null"])
def test_bodies_that_are_no_steps(client: TestClient, body: bytes) -> None:
    headers = {"origin": HOME, "content-type": "application/json"}
    answer = client.post(f"/api/report/{LAKE}/step", content=body, headers=headers)
    assert answer.status_code == 422


def test_reports_that_are_not_there(client: TestClient) -> None:
    assert client.get("/report/0123").status_code == 404
    assert client.get("/api/report/0123").status_code == 404
    assert send(client, 0, {"kind": "skip"}, key="0123").status_code == 422


def test_no_page_holds_inline_script_or_style(client: TestClient) -> None:
    for path in ("/", f"/report/{LAKE}", "/report/none"):
        page = client.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert "onclick" not in page
        assert page.count("<script") == page.count('<script type="module" src="/static/')
        assert "http://" not in page.replace("http://www.w3.org", "")


def test_the_setup_of_a_page_is_plain_data(client: TestClient) -> None:
    from html import unescape

    page = client.get(f"/report/{LAKE}").text
    setup = json.loads(unescape(page.partition('data-setup="')[2].partition('"')[0]))
    assert setup["key"] == LAKE
    assert [field["name"] for field in setup["session"]] == ["series", "event", "track", "date"]
