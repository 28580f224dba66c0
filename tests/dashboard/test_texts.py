"""Every text exists in both languages, and every text a page asks for exists."""

import re
import string
from pathlib import Path

from dashboard.texts import LANGUAGES, all_texts
from satark.desks import DISPOSITIONS, STATUSES

PAGES = Path("dashboard")


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_texts_stand_in_both_languages_with_the_same_fields():
    for key, text in all_texts().items():
        assert set(text) == set(LANGUAGES), key
        if isinstance(text["en"], str):
            assert fields(text["en"]) == fields(text["hi"]), key
            assert text["en"].strip() and text["hi"].strip(), key
        else:
            assert len(text["en"]) == len(text["hi"]), key


def test_every_text_that_a_page_names_exists():
    sources = [*PAGES.rglob("*.py"), PAGES / "templates" / "login.html"]
    named = {key for path in sources for key in re.findall(r'\bsay\("([^"{]+)"', path.read_text(encoding="utf-8"))}
    assert len(named) > 100
    assert named - set(all_texts()) == set()


def test_statuses_dispositions_and_audited_actions_have_words():
    noted = {
        action
        for path in PAGES.rglob("*.py")
        for action in re.findall(r'note(?:_in_audit)?\([^"\n]*"([a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert {"opened", "assigned", "closed", "reopened", "sign_in", "sign_in_failed"} <= noted
    wanted = {f"status.{one}" for one in STATUSES} | {f"disposition.{one}" for one in DISPOSITIONS}
    assert wanted | {f"action.{one}" for one in noted} <= set(all_texts())


def test_no_page_writes_a_sentence_of_its_own():
    hindi = re.compile(r"[\u0900-\u097f]")
    assert [path for path in PAGES.rglob("*.py") if hindi.search(path.read_text(encoding="utf-8"))] == []
