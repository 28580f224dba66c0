"""`satark understand`: the contract's reading for every line, whatever the line."""

import json
import os
import subprocess
import sys

import pytest

from satark.training import fitting_model

AT = "2026-11-23T20:00:00+05:30"
FIELDS = ["id", "language", "intent", "offences", "tense", "when", "place", "route", "vehicles", "phones"]
FIELDS += ["redacted_text", "identity_risks"]
HOSTILE = [
    "",
    "😀",
    "x" * 65_536,
    "न" * 65_536,
    "kal raat " * 7_000,
    "/restart",
    '/report_offence{"offence": "murder"}',
    "\u202e\u200b\u200d",
    "{{7*7}} <script>alert(1)</script> ${jndi}",
    "আমার সোনার বাংলা",
]


@pytest.fixture(scope="module")
def understand(tmp_path_factory):
    """Runs the command on lines; gives (readings, exit status)."""
    assert fitting_model(), "no trained model fits the data: run `make train`"
    environment = {**os.environ, "SATARK_HOME": str(tmp_path_factory.mktemp("home"))}

    def run(lines, *options):
        command = [sys.executable, "-m", "satark", "understand", *options]
        text = "\n".join(lines) + "\n"
        done = subprocess.run(command, input=text, capture_output=True, text=True, env=environment, timeout=120)
        return [json.loads(line) for line in done.stdout.splitlines()], done.returncode

    return run


def line(text, message_id="1", **more):
    return json.dumps({"id": message_id, "text": text, **more}, ensure_ascii=False)


def test_three_scripts_are_read_as_the_contract_says(understand):
    texts = [
        "kal raat 11 baje shahganj ke paas pickup me gaay bhar ke azamgarh ki taraf le gaye",
        "कल शाम को केराकत बाजार में जुआ हो रहा था",
        "Someone is selling illegal liquor near Zamania station every evening",
    ]
    readings, status = understand([line(text, str(n)) for n, text in enumerate(texts)], "--at", AT)
    assert status == 0
    assert [list(reading) for reading in readings] == [FIELDS] * 3
    assert [reading["id"] for reading in readings] == ["0", "1", "2"]
    assert [reading["language"] for reading in readings] == ["hi-Latn", "hi", "en"]
    assert {reading["intent"]["name"] for reading in readings} == {"report_offence"}
    assert [reading["offences"][0]["type"] for reading in readings] == [
        "cattle_smuggling",
        "gambling",
        "illicit_liquor",
    ]
    assert [reading["place"]["district"] for reading in readings] == ["jaunpur", "jaunpur", "ghazipur"]
    assert [reading["tense"] for reading in readings] == ["happened", "happened", "recurring"]
    assert readings[0]["when"]["from"] == "2026-11-22T23:00:00+05:30"
    assert readings[0]["route"]["to"]["name"] == "Azamgarh"
    assert readings[0]["vehicles"][0]["type"] == "pickup"
    assert readings[1]["when"]["from"] == "2026-11-22T16:00:00+05:30"
    assert (readings[2]["when"]["rrule"], readings[2]["when"]["time_from"]) == ("FREQ=DAILY", "16:00")


def test_the_time_of_receipt_may_stand_in_the_line(understand):
    readings, _ = understand([line("kal raat chori hui", received_at="2026-01-02T10:00:00+05:30")])
    assert readings[0]["when"]["from"] == "2026-01-01T20:00:00+05:30"


def test_hostile_input_gives_a_reading_without_offences(understand):
    readings, status = understand([line(text, str(n)) for n, text in enumerate(HOSTILE)])
    assert status == 0
    assert [reading["id"] for reading in readings] == [str(n) for n in range(len(HOSTILE))]
    assert [reading["offences"] for reading in readings] == [[]] * len(HOSTILE)
    assert not {reading["intent"]["name"] for reading in readings} & {"report_offence", "emergency", "restart"}


def test_a_line_that_is_no_message_is_named_and_the_run_goes_on(understand):
    readings, status = understand(["not json", line("namaste", "2"), "[1]"])
    assert status == 1
    assert [reading["id"] for reading in readings] == [None, "2", None]
    assert "error" in readings[0]


def test_what_was_removed_stands_nowhere_in_the_reading(understand):
    text = "mera naam Vimlesh Kushwaha hai, mera number 98765 43210. dealer ka number 90000 00123 hai, ganja bechta hai"
    readings, _ = understand([line(text)])
    told = json.dumps(readings[0], ensure_ascii=False)
    assert not any(gone in told for gone in ("Vimlesh", "Kushwaha", "43210", "9876543210"))
    assert {"number": "9000000123", "owner": "other"}.items() <= readings[0]["phones"][1].items()


def test_broken_bytes_and_half_characters_cost_a_letter_and_not_the_run(understand):
    halves = '{"id": "h\\ud83d", "text": "gaon me daru ban rahi hai \\ud83d"}'
    readings, status = understand([halves, line("namaste", "2")])
    assert status == 0
    assert readings[0]["redacted_text"] == "gaon me daru ban rahi hai"
    assert [offence["type"] for offence in readings[0]["offences"]] == ["illicit_liquor"]
    assert readings[1]["id"] == "2"
    broken = b'{"id": "1", "text": "juaa \xff\xfe chal raha hai"}\n'
    command = [sys.executable, "-m", "satark", "understand"]
    done = subprocess.run(command, input=broken, capture_output=True, timeout=120)
    assert done.returncode == 0
    assert json.loads(done.stdout)["id"] == "1"
