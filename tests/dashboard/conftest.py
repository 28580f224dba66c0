"""A dashboard over a temporary home, and browsers without a screen that sign in to it."""

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import seeding

from dashboard.app import create_app
from satark.seal import PrivateBox, new_key_pair


class Office:
    """A signed-in (or not) client of one app."""

    def __init__(self, app, login=None):
        self.app = app
        self.client = app.server.test_client()
        self.login = login

    def token(self, html=None):
        html = html or self.client.get("/login").text
        return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', html)[1]

    def sign_in(self, password=None, username=None, **extra):
        form = {
            "username": username or self.login.username,
            "password": password or self.login.password,
            "csrf_token": self.token(),
        }
        return self.client.post("/login", data=form, **extra)

    def fire(self, changed, output, values=None, with_token=True):
        """Sends what a browser sends when `changed` (`id.property`) fires the callback whose outputs name `output`.

        `values` are those of the inputs and states by `id.property`.
        """
        values = values or {}
        key, spec = next(
            (key, spec)
            for key, spec in self.app.callback_map.items()
            if output in key and any(f"{one['id']}.{one['property']}" == changed for one in spec["inputs"])
        )

        def filled(listed):
            return [{**one, "value": values.get(f"{one['id']}.{one['property']}")} for one in listed]

        outputs = [
            dict(zip(("id", "property"), part.rsplit(".", 1), strict=True))
            for part in key.removeprefix("..").removesuffix("..").split("...")
        ]
        body = {
            "output": key,
            "outputs": outputs if key.startswith("..") else outputs[0],
            "inputs": filled(spec["inputs"]),
            "changedPropIds": [changed],
            "state": filled(spec["state"]),
        }
        cookie = self.client.get_cookie("_csrf_token")
        headers = {"X-CSRFToken": cookie.value} if with_token and cookie else {}
        return self.client.post("/_dash-update-component", json=body, headers=headers)

    def page(self, path):
        """What Dash shows at `path`: the answer of its routing callback."""
        self.client.get(path)
        where = "_pages_location.pathname"
        return self.fire(where, "_pages_content", {where: path, "_pages_location.search": ""})


@pytest.fixture
def deployment(tmp_path):
    """(settings, logins by desk, environment) with the courier's key pair."""
    settings, logins, environ = seeding.a_deployment(tmp_path / "home")
    new_key_pair(settings.keys, "courier", seeding.COURIER_PHRASE)
    return settings, logins, environ


@pytest.fixture
def courier(deployment):
    return PrivateBox.unlock(deployment[0].keys, "courier", seeding.COURIER_PHRASE)


@pytest.fixture
def app(deployment):
    settings, _, environ = deployment
    return create_app(settings, environ)


@pytest.fixture
def sp(app, deployment):
    """The SP office of Jaunpur, signed in."""
    office = Office(app, deployment[1]["jaunpur"])
    assert office.sign_in().status_code == 302
    return office


@pytest.fixture
def dig(app, deployment):
    """The DIG office, signed in."""
    office = Office(app, deployment[1]["range"])
    assert office.sign_in().status_code == 302
    return office


@pytest.fixture
def stranger(app, deployment):
    """Nobody yet, with the login of Jaunpur at hand."""
    return Office(app, deployment[1]["jaunpur"])
