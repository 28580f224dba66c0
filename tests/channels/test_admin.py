"""What operators see and do: figures and codes, replay and drop; never a person's words or address."""

import pytest

from channels import admin, tables
from channels.intake import Intake
from channels.outbox import open_outbox_of
from channels.payloads import read_updates
from channels.queues import open_inbox
from tests.channels.serving import text, webhook


@pytest.fixture
def inbox(vault, settings, monkeypatch, tmp_path):
    monkeypatch.setenv("SATARK_HOME", str(tmp_path))
    inbox = open_inbox(vault, settings.limits)
    undated = text("wamid.2", "canary words", timestamp="yesterday")
    nobody = {"id": "wamid.3", "type": "text", "text": {"body": "canary words"}}
    updates = read_updates(webhook(text("wamid.1", "canary words"), undated, nobody))
    Intake(vault, inbox, open_outbox_of(settings, vault)).store(list(updates))
    (item,) = inbox.claim(1)
    inbox.bury(item, "KeyError")
    return inbox


def run(capsys, *line):
    status = admin.main(line)
    return status, capsys.readouterr().out.splitlines()


def test_what_failed_is_listed_without_a_word_of_it(inbox, capsys):
    status, lines = run(capsys, "list")
    assert status == 0
    assert [line.split()[0] for line in lines] == ["message:1", "letter:1", "letter:2"]
    assert lines[0].split()[-1] == "KeyError"
    assert lines[1].endswith("bad timestamp")
    assert "canary" not in " ".join(lines)
    assert "9000000001" not in " ".join(lines)
    status, lines = run(capsys)
    assert lines[0].split() == ["inbox", "dead", "1"]


def test_a_replayed_message_is_read_again_with_all_its_tries(inbox, capsys):
    assert run(capsys, "replay", "message:1") == (0, ["message:1: will be processed again"])
    (item,) = inbox.claim(1)
    assert (item.attempts, item.content["body"]["text"]["body"]) == (1, "canary words")


def test_what_was_set_aside_is_read_where_it_can_be_and_stays_where_it_cannot(inbox, capsys):
    status, lines = run(capsys, "replay", "all")
    assert status == 1
    assert lines == [
        "message:1: will be processed again",
        "letter:1: will be processed again",
        "letter:2: not possible",
    ]
    assert inbox.counts() == {"new": 2}
    assert [line.split()[0] for line in run(capsys, "list")[1]] == ["letter:2"]


def test_what_was_dropped_is_gone_and_stays_known(inbox, vault, capsys):
    assert run(capsys, "drop", "message:1", "letter:2")[0] == 0
    assert inbox.counts() == {"done": 1}
    with vault.reading() as connection:
        assert connection.execute(tables.inbox.select()).one().content is None
    again = list(read_updates(webhook(text("wamid.1", "canary words"))))
    with vault.writing() as connection:
        assert inbox.put(connection, "x", vault.keys.name("message", again[0].wamid), {}) is False


@pytest.mark.parametrize("which", ["message:99", "letter:99", "message:x", "nonsense", "message:1"])
def test_what_cannot_be_done_is_said(inbox, capsys, which):
    inbox.drop(1)
    assert run(capsys, "replay", which) == (1, [f"{which}: not possible"])


def test_replay_and_drop_want_to_know_what(inbox, capsys):
    with pytest.raises(SystemExit):
        admin.main(["drop"])
