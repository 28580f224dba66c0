"""What every answer carries: a policy that lets nothing in from elsewhere, cookies' flags, and the CSRF token."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from urllib.parse import urlsplit

import flask
from flask_wtf.csrf import CSRFProtect, generate_csrf

from satark.errors import SealError
from satark.seal import write_private
from satark.settings import Settings

CSRF_COOKIE = "_csrf_token"  # the name Dash reads to fill its X-CSRFToken header
_LONGEST_SESSION = timedelta(hours=12)  # a cookie older than that is refused; the idle limit is `dashboard.auth`'s
_LARGEST_REQUEST = 1_000_000  # bytes; forms and callbacks are far smaller
_FOREVER = ("/_dash-component-suites/", "/assets/")


def set_up_security(server: flask.Flask, settings: Settings, environ: Mapping[str, str]) -> None:
    """Sets cookies, CSRF protection and size limits. `SATARK_DASHBOARD_HTTPS=1` says that people come by https."""
    https = environ.get("SATARK_DASHBOARD_HTTPS", "") not in ("", "0")
    server.config.update(
        SECRET_KEY=_session_secret(settings),
        SESSION_COOKIE_NAME="satark_session",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Strict",
        SESSION_COOKIE_SECURE=https,
        PERMANENT_SESSION_LIFETIME=_LONGEST_SESSION,
        WTF_CSRF_TIME_LIMIT=None,  # as long as the session
        WTF_CSRF_SSL_STRICT=False,  # needs a Referer, which our pages do not send; the token itself is checked
        MAX_CONTENT_LENGTH=_LARGEST_REQUEST,
    )
    CSRFProtect(server)


def _session_secret(settings: Settings) -> str:
    path = settings.keys / "dashboard-session.secret"
    try:
        if not path.exists():
            write_private(path, secrets.token_hex(32))
    except FileExistsError:  # another process was first
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise SealError(f"The folder of {path.name} cannot be written.") from error
    return path.read_text(encoding="ascii")


def set_up_headers(
    server: flask.Flask, script_hashes: Callable[[], Sequence[str]], tiles: str, environ: Mapping[str, str]
) -> None:
    """Adds the headers to every answer. `script_hashes` are those of the page's own inline scripts; `tiles` is the
    address of a map server that the operator has allowed, or empty."""
    https = environ.get("SATARK_DASHBOARD_HTTPS", "") not in ("", "0")

    @server.after_request
    def protect(response: flask.Response) -> flask.Response:
        response.headers["Content-Security-Policy"] = _policy(script_hashes(), tiles)  # Dash adds scripts late
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if https:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        if not flask.request.path.startswith(_FOREVER):
            response.headers["Cache-Control"] = "no-store"
        if response.mimetype == "text/html" and response.status_code in (200, 404):
            response.set_cookie(CSRF_COOKIE, generate_csrf(), samesite="Strict", secure=https)
        return response


def _policy(script_hashes: Sequence[str], tiles: str) -> str:
    # Mantine, Leaflet and the grid set styles from scripts: 'unsafe-inline' for styles is what they need, no more.
    host = urlsplit(tiles.replace("{s}.", "*.")) if tiles else None
    images = f" {host.scheme}://{host.netloc}" if host and host.netloc else ""
    directives = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", *script_hashes]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": f"'self' data:{images}",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())
