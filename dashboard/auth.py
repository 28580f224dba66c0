"""Who is at the page: sign-in and sign-out, the idle limit, and the guard before everything else.

Pages refresh themselves without a person; such a request neither proves that somebody is there nor keeps a session.
"""

from __future__ import annotations

import time
from urllib.parse import quote, urlsplit

import flask
from flask import Blueprint, Response, current_app, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from dashboard.attempts import Attempts
from dashboard.offices import offices
from dashboard.texts import LANGUAGES, language, say
from satark.desks.accounts import Account, find_account, note_in_audit, sign_in
from satark.errors import StoreError

IDLE_SECONDS = 30 * 60
_OPEN_ENDPOINTS = frozenset({"auth.login", "health"})
_OPEN_PATHS = ("/assets/",)
_CALLBACKS = "/_dash-update-component"

pages = Blueprint("auth", __name__)


class SessionUser(UserMixin):
    """An account as flask-login knows it."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def get_id(self) -> str:
        return f"{self.account.desk}/{self.account.username}/{self.account.stamp}"


class SignIn(FlaskForm):
    """The sign-in form; its token is checked with it."""

    username = StringField(validators=[InputRequired(), Length(max=60)])
    password = PasswordField(validators=[InputRequired(), Length(max=200)])


def reader() -> Account:
    """The account of the present request; the guard has made sure that there is one."""
    account: Account = current_user.account
    return account


def attempts() -> Attempts:
    """The count of failed tries of the present app."""
    held: Attempts = current_app.extensions["attempts"]
    return held


def set_up_auth(server: flask.Flask) -> None:
    """Adds the sign-in pages and the guard to `server`."""
    server.extensions["attempts"] = Attempts()
    manager = LoginManager(server)
    manager.session_protection = "strong"
    manager.user_loader(_load)
    server.register_blueprint(pages)
    server.before_request(_guard)


def _load(user_id: str) -> SessionUser | None:
    desk, _, rest = user_id.partition("/")
    username, _, stamp = rest.rpartition("/")
    held = offices().desks.get(desk)
    account = find_account(held, username) if held else None
    return SessionUser(account) if account and account.stamp == stamp else None


def _guard() -> Response | None:
    if request.endpoint in _OPEN_ENDPOINTS or request.path.startswith(_OPEN_PATHS):
        return None
    present = current_user.is_authenticated and time.time() - session.get("seen", 0) <= IDLE_SECONDS
    if not present:
        return _turned_away()
    if not _refreshes_itself():
        session["seen"] = int(time.time())
    return None


def _turned_away() -> Response:
    idle = current_user.is_authenticated
    if idle:
        logout_user()
        session.pop("seen", None)
    if request.path.startswith("/_") or request.method != "GET":
        return Response(say("login.needed"), status=401)
    target = url_for("auth.login", next=request.path if request.path != "/" else None, idle=1 if idle else None)
    return redirect(target)  # type: ignore[return-value]


def _refreshes_itself() -> bool:
    """Whether a page's clock, not a person, sent this."""
    if request.path != _CALLBACKS:
        return False
    changed = (request.get_json(silent=True) or {}).get("changedPropIds") or []
    return bool(changed) and all(str(name).endswith(".n_intervals") for name in changed)


@pages.route("/login", methods=["GET", "POST"])
def login() -> Response | tuple[str, int] | str:
    """The sign-in page."""
    if request.args.get("language") in LANGUAGES:
        session["language"] = request.args["language"]
    form = SignIn()
    told = next((name for name in ("idle", "expired") if request.args.get(name)), None)
    error, status = (say(f"login.{told}") if told else ""), 200
    if form.validate_on_submit():
        account, error = _try(form.username.data.strip(), form.password.data)
        if account:
            return _enter(account)
        status = 429 if attempts().blocked(form.username.data, request.remote_addr or "") else 401
    elif request.method == "POST":
        error, status = say("login.wrong"), 400
    next_path = local_path(request.args.get("next"))
    page = render_template("login.html", form=form, say=say, error=error, language=language(), next=quote(next_path))
    return page, status


def _try(username: str, password: str) -> tuple[Account | None, str]:
    """The account, or a sentence that does not tell which part was wrong."""
    address = request.remote_addr or ""
    if attempts().blocked(username, address):
        return None, say("login.blocked")
    held = list(offices().desks.values())
    home = next((desk for desk in held if find_account(desk, username)), held[0])
    account = sign_in(home, username, password)
    if account:
        attempts().succeeded(username, address)
        return account, ""
    attempts().failed(username, address)
    if find_account(home, username):
        note_in_audit(home, username, "sign_in_failed")
    return None, say("login.blocked") if attempts().blocked(username, address) else say("login.wrong")


def _enter(account: Account) -> Response:
    chosen = language()
    session.clear()  # nothing of before the sign-in stays
    session["language"] = chosen
    begin_session(account)
    offices().note(account, "sign_in")
    return redirect(local_path(request.args.get("next")))  # type: ignore[return-value]


def begin_session(account: Account) -> None:
    """Makes the present session that of `account`, also after its password has changed."""
    login_user(SessionUser(account))
    session["seen"] = int(time.time())


@pages.route("/logout", methods=["POST"])
def logout() -> Response:
    """Ends the session."""
    try:
        offices().note(reader(), "sign_out")
    except StoreError:
        current_app.logger.warning("sign_out_not_noted")
    chosen = language()
    logout_user()
    session.clear()
    session["language"] = chosen
    return redirect(url_for("auth.login"))  # type: ignore[return-value]


def local_path(path: str | None) -> str:
    """`path` where it is a path of this host, else the home page: a link cannot lead away through the sign-in."""
    parts = urlsplit(path or "/")
    safe = path and path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc
    return parts.path if safe else "/"
