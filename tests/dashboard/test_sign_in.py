"""Nothing without a sign-in; tries are counted; sessions end."""

import http.cookies

import pytest
from conftest import Office

from dashboard.attempts import PAIR, WINDOW_SECONDS, Attempts
from dashboard.auth import IDLE_SECONDS, local_path
from satark.desks import Desk
from satark.desks.accounts import audit_trail, set_account

PATHS = ("/", "/tip/JP-0000-0000", "/map", "/patterns", "/officers", "/audit", "/account", "/nowhere")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_sends_a_stranger_to_the_sign_in(stranger, path):
    answer = stranger.client.get(path)
    assert answer.status_code == 302
    assert answer.location.startswith("/login")


@pytest.mark.parametrize(
    "path", ["/_dash-layout", "/_dash-dependencies", "/_dash-component-suites/dash/deps/polyfill.js"]
)
def test_dash_itself_gives_a_stranger_nothing(stranger, path):
    assert stranger.client.get(path).status_code == 401


def test_no_callback_answers_a_stranger(stranger):
    stranger.client.get("/login")
    assert stranger.fire("tips-clock.n_intervals", "tip-list").status_code == 401


def test_health_tells_nothing_but_that_it_runs(stranger):
    answer = stranger.client.get("/health")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_the_right_password_opens_the_tips(sp):
    assert sp.client.get("/").status_code == 200
    assert sp.page("/").status_code == 200


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(stranger):
    wrong = stranger.sign_in(password="not the password")
    unknown = stranger.sign_in(username="nobody", password="not the password")
    sentence = "The user name or the password is not right."
    assert wrong.status_code == unknown.status_code == 401
    assert sentence in wrong.text and sentence in unknown.text
    assert stranger.client.get("/").status_code == 302


def test_after_five_failures_even_the_right_password_waits(stranger):
    for _ in range(PAIR):
        stranger.sign_in(password="not the password")
    answer = stranger.sign_in()
    assert answer.status_code == 429
    assert "try again in 15 minutes" in answer.text


def test_failures_are_forgotten_after_the_window_and_never_fill_the_memory():
    now = [1000.0]
    attempts = Attempts(clock=lambda: now[0])
    for _ in range(PAIR):
        attempts.failed("sp", "192.0.2.1")
    assert attempts.blocked("SP ", "192.0.2.1")
    assert not attempts.blocked("sp", "192.0.2.2")
    now[0] += WINDOW_SECONDS + 1
    assert not attempts.blocked("sp", "192.0.2.1")
    for number in range(12_000):
        attempts.failed(f"name-{number}", f"address-{number}")
    assert len(attempts._failures) <= 10_000


def test_one_address_cannot_try_many_names():
    attempts = Attempts(clock=lambda: 1000.0)
    for number in range(30):
        attempts.failed(f"name-{number}", "192.0.2.1")
    assert attempts.blocked("another", "192.0.2.1")


def test_a_sign_in_without_its_token_is_refused(stranger):
    form = {"username": stranger.login.username, "password": stranger.login.password}
    answer = stranger.client.post("/login", data=form)
    assert answer.location == "/login?expired=1"
    assert stranger.client.get("/").status_code == 302


def test_a_callback_without_its_token_is_refused(sp):
    sp.client.get("/")
    assert sp.fire("tips-clock.n_intervals", "tip-list", with_token=False).status_code == 400


def test_signing_out_needs_the_token_and_ends_the_session(sp):
    sp.client.get("/")
    assert sp.client.post("/logout").status_code == 400
    token = sp.client.get_cookie("_csrf_token").value
    assert sp.client.post("/logout", data={"csrf_token": token}).location == "/login"
    assert sp.client.get("/").status_code == 302


def _last_seen(office, seconds_ago):
    with office.client.session_transaction() as session:
        session["seen"] = session["seen"] - seconds_ago


def test_a_session_at_rest_ends(sp):
    _last_seen(sp, IDLE_SECONDS + 5)
    answer = sp.client.get("/")
    assert "idle=1" in answer.location
    assert "signed out after 30 minutes" in sp.client.get(answer.location).text


def test_a_page_that_refreshes_itself_does_not_keep_the_session(sp, app):
    sp.client.get("/")
    _last_seen(sp, IDLE_SECONDS - 60)
    with sp.client.session_transaction() as session:
        before = session["seen"]
    values = {"tips-seen.data": {"token": "old", "count": 0}}
    assert sp.fire("tips-clock.n_intervals", "tip-list", values).status_code == 200
    with sp.client.session_transaction() as session:
        assert session["seen"] == before
    sp.client.get("/map")
    with sp.client.session_transaction() as session:
        assert session["seen"] > before


def test_a_new_password_ends_the_other_sessions(sp, app, deployment):
    other = Office(app, deployment[1]["jaunpur"])
    other.sign_in()
    sp.client.get("/account")
    new = "a quite new password"
    values = {
        "password-change.n_clicks": 1,
        "password-now.value": sp.login.password,
        "password-new.value": new,
        "password-again.value": new,
    }
    assert sp.fire("password-change.n_clicks", "password-now", values).status_code == 200
    assert sp.client.get("/").status_code == 200
    assert other.client.get("/").status_code == 302
    assert other.sign_in().status_code == 401
    assert other.sign_in(password=new).status_code == 302


def test_a_password_changes_only_with_the_present_one(sp):
    sp.client.get("/account")
    values = {
        "password-change.n_clicks": 1,
        "password-now.value": "wrong",
        "password-new.value": "a quite new password",
        "password-again.value": "a quite new password",
    }
    answer = sp.fire("password-change.n_clicks", "password-now", values)
    assert "present password is not right" in answer.text
    assert sp.client.get("/").status_code == 200


def test_an_account_made_anew_elsewhere_signs_its_sessions_out(sp, deployment):
    settings, logins, _ = deployment
    set_account(Desk.open(settings, "jaunpur"), logins["jaunpur"].username, "SP", "another long password")
    assert sp.client.get("/").status_code == 302


def test_sign_ins_are_in_the_audit(sp, stranger, deployment):
    stranger.sign_in(password="not the password")
    stranger.sign_in(username="nobody", password="not the password")
    actions = [entry.action for entry in audit_trail(Desk.open(deployment[0], "jaunpur"))]
    assert actions == ["sign_in_failed", "sign_in"]


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("/tip/JP-1", "/tip/JP-1"),
        ("//elsewhere.example", "/"),
        ("https://elsewhere.example/", "/"),
        ("/\\elsewhere.example", "/"),
        (None, "/"),
    ],
)
def test_the_sign_in_leads_nowhere_else(given, taken):
    assert local_path(given) == taken


def test_cookies_are_closed_to_scripts_and_other_sites(stranger):
    cookies = http.cookies.SimpleCookie()
    for line in stranger.client.get("/login").headers.getlist("Set-Cookie"):
        cookies.load(line)
    session = cookies["satark_session"]
    assert session["httponly"] and session["samesite"] == "Strict"
    assert cookies["_csrf_token"]["samesite"] == "Strict"


def test_every_answer_lets_nothing_in_from_elsewhere(sp, stranger):
    for answer in (stranger.client.get("/login"), sp.client.get("/"), sp.client.get("/health")):
        policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == policy["connect-src"] == "'self'"
        assert "unsafe" not in policy["script-src"] and "http" not in policy["script-src"]
        assert policy["frame-ancestors"] == "'none'"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"


def test_no_page_names_another_host(sp, stranger):
    for html in (stranger.client.get("/login").text, sp.client.get("/").text):
        assert 'src="http' not in html and 'href="http' not in html and 'src="//' not in html
