"""The demonstration's logins, keys and officers: made once, private, and not undone by a second start."""

import re
import stat

from satark.demo import environment, prepare
from satark.desks import Desk
from satark.desks.accounts import set_account, sign_in
from satark.seal import PrivateBox
from satark.settings import Settings


def test_preparing_twice_gives_the_same_working_logins(tmp_path):
    settings = Settings.load(environ={"SATARK_HOME": str(tmp_path)})
    logins = prepare(settings)
    assert [login.username for login in logins] == ["sp-jaunpur", "sp-ghazipur", "sp-chandauli", "dig-varanasi"]
    assert prepare(settings) == logins
    for login in logins:
        assert sign_in(Desk.open(settings, login.desk), login.username, login.password)
        assert re.fullmatch(r"(?:[a-z]{4}-){4}[a-z]{4}", login.password)


def test_every_desk_has_a_key_that_its_passphrase_opens(tmp_path):
    settings = Settings.load(environ={"SATARK_HOME": str(tmp_path)})
    prepare(settings)
    phrases = environment(settings)
    for desk in settings.desks:
        assert PrivateBox.unlock(settings.keys, desk, phrases[f"SATARK_DESK_PASSPHRASE_{desk.upper()}"]).name == desk


def test_the_file_of_logins_is_the_owners_alone(tmp_path):
    settings = Settings.load(environ={"SATARK_HOME": str(tmp_path)})
    prepare(settings)
    assert stat.S_IMODE((tmp_path / "demo" / "logins.json").stat().st_mode) == 0o600


def test_what_people_changed_since_stays(tmp_path):
    settings = Settings.load(environ={"SATARK_HOME": str(tmp_path)})
    prepare(settings)
    desk = Desk.open(settings, "jaunpur")
    officer = desk.officers()[0]
    desk.retire_officer(officer.id)
    set_account(desk, "sp-jaunpur", "SP", "a password of their own")
    prepare(settings)
    assert officer.id not in {one.id for one in desk.officers()}
    assert sign_in(desk, "sp-jaunpur", "a password of their own")
