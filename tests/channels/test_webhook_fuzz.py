"""Whatever a signed body holds, as long as it is JSON it is taken: never a 500, never a message lost beside it."""

import asyncio
import copy
import itertools
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from satark.settings import Settings
from tests.channels.serving import serving, text, webhook

SEEDS = [
    text("wamid.1", "chori", timestamp="1760000000", context={"id": "wamid.0", "from": "1"}),
    text("wamid.2", "") | {"type": "image", "image": {"id": "7", "caption": "x", "url": "https://example.org"}},
    text("wamid.3", "") | {"type": "location", "location": {"latitude": 25.7, "longitude": 82.6, "name": "x"}},
    text("wamid.4", "")
    | {"type": "contacts", "contacts": [{"name": {"formatted_name": "x"}, "phones": [{"phone": "1"}]}]},
    text("wamid.5", "")
    | {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": {"id": "/affirm", "title": "x"}}},
    text("wamid.6", "") | {"type": "button", "button": {"payload": "/deny", "text": "x"}},
    text("wamid.7", "") | {"type": "reaction", "reaction": {"message_id": "wamid.0", "emoji": "x"}},
    text("wamid.8", "")
    | {"type": "edit", "edit": {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "x"}}}},
    text("wamid.9", "") | {"type": "revoke", "revoke": {"original_message_id": "wamid.1"}},
    text("wamid.10", "")
    | {"type": "system", "system": {"type": "user_changed_number", "wa_id": "919000000002", "user_id": "IN.B"}},
    text("wamid.11", "") | {"type": "unsupported", "errors": [{"code": 131051, "title": "x"}]},
]
STATUS = {"id": "wamid.9", "status": "failed", "errors": [{"code": 131047}], "biz_opaque_callback_data": "ours"}
WHOLE = webhook(
    *SEEDS, statuses=[STATUS], contacts=[{"wa_id": "919000000001", "user_id": "IN.A", "profile": {"name": "x"}}]
)

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["", "\ud800", "\0", "9" * 400, "x" * 3000, "text", "edit", "revoke", "system", "messages"])
)
values = scalars | st.lists(scalars, max_size=3) | st.dictionaries(st.sampled_from(["id", "type", "body"]), scalars)


def paths(value, path=()):
    """The place of every value in a JSON value."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from paths(inner, (*path, key))


PLACES = [path for path in paths(WHOLE) if path]


@st.composite
def mutated(draw):
    """The whole webhook with some values replaced, removed or repeated."""
    payload = copy.deepcopy(WHOLE)
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)):
        parent = payload
        try:
            for key in path[:-1]:
                parent = parent[key]
            how = draw(st.sampled_from(["replace", "remove", "repeat"]))
            if how == "replace":
                parent[path[-1]] = draw(values)
            elif how == "remove":
                del parent[path[-1]]
            elif isinstance(parent, list):
                parent.append(copy.deepcopy(parent[path[-1]]))
        except (KeyError, IndexError, TypeError):  # an earlier change took that place away
            continue
    return payload


_homes = itertools.count()
_numbers = itertools.count()


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """Posts a body to a running channel and, behind it, a good message: both statuses, and how many messages failed."""
    loop = asyncio.new_event_loop()
    home = tmp_path_factory.mktemp(f"fuzz{next(_homes)}")
    loaded = Settings.load(environ={"SATARK_HOME": str(home), "WHATSAPP_APP_SECRET": "s"})
    context = serving(loaded)
    meta = loop.run_until_complete(context.__aenter__())

    async def both(body):
        good = webhook(text(f"wamid.good.{next(_numbers)}", "x", sender="919000000077"))
        return await meta.post_bytes(body), await meta.post(good)

    async def failed():
        await asyncio.sleep(0.5)
        _, page = await meta.get("/metrics")
        return [line for line in page.splitlines() if line.startswith('satark_messages_total{result="put off"}')]

    yield lambda body: loop.run_until_complete(both(body)), lambda: loop.run_until_complete(failed())
    loop.run_until_complete(context.__aexit__(None, None, None))
    loop.close()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutated())
def test_a_mutated_webhook_is_taken(taken, payload):
    post, _ = taken
    assert post(json.dumps(payload).encode()) == (200, 200)


@settings(max_examples=100, deadline=None)
@given(st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner)))
def test_any_json_is_taken(taken, payload):
    post, _ = taken
    assert post(json.dumps(payload).encode()) == (200, 200)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_other_bytes_are_refused_without_harm(taken, body):
    post, _ = taken
    first, second = post(body)
    assert (first in (200, 400), second) == (True, 200)


def test_none_of_it_made_the_dispatcher_stumble(taken):
    post, failed = taken
    assert post(json.dumps(WHOLE).encode()) == (200, 200)
    assert failed() == []
