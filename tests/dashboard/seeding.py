"""A deployment for tests: keys, accounts and officers in a temporary home, and varied tips with sealed narratives."""

import datetime as dt
import json
import random
import uuid

from satark.demo import environment, prepare
from satark.desks import Desk, Tip, tip_id
from satark.offences import priority
from satark.reading import KOLKATA
from satark.seal import Recipient, seal_to
from satark.settings import RANGE_DESK, Settings
from satark.stores import utc_now

COURIER_PHRASE = "courier phrase"

# (offences, narrative, language)
STORIES = (
    (
        ("cattle_smuggling",),
        "कल रात करीब 2 बजे सफेद पिकअप में भैंसें भरकर बिहार की तरफ ले जाई गईं। गाड़ी के आगे एक बाइक चलती है।",
        "hi",
    ),
    (("illicit_liquor",), "गांव के बाहर बाग में कच्ची शराब की भट्ठी चल रही है, रोज शाम को ट्रैक्टर से पेटी निकलती है।", "hi"),
    (("drugs",), "School ke paas ganja aur smack ki pudiya bikti hai, ladke bike se aakar bechte hain.", "hi-Latn"),
    (("illegal_arms", "assault"), "एक आदमी के घर में तमंचा बनता है, उसी ने परसों धमकी भी दी थी।", "hi"),
    (("gambling",), "IPL ke time satta chalta hai, [reporter phone] par mat batana.", "hi-Latn"),
    (("illegal_mining",), "नदी किनारे से रात में जेसीबी लगाकर बालू निकाली जा रही है, डंपर बिना नंबर के हैं।", "hi"),
    (("police_misconduct",), "Chauki par truck walon se har raat 500 rupaye liye jaate hain.", "hi-Latn"),
    (("crime_against_women",), "कोचिंग के रास्ते पर लड़कियों से छेड़छाड़ होती है, [victim name] ने जाना छोड़ दिया है।", "hi"),
    (("robbery",), "Two men with a pistol robbed a shopkeeper near the bus stand and fled towards the bridge.", "en"),
    (("cyber_fraud",), "KYC ke naam par phone aata hai aur OTP pooch kar paise nikaal lete hain.", "hi-Latn"),
    (("theft",), "रात में ट्यूबवेल के मोटर चोरी हो गए, तीन दिन में यह दूसरी घटना है।", "hi"),
    (("murder",), "नहर के पास एक अधजली लाश पड़ी है, लोग डर के मारे बोल नहीं रहे।", "hi"),
)
PLACES = {
    "jaunpur": (
        ("Shahganj", "town", "Shahganj", 26.04965, 82.68423),
        ("Kerakat", "town", "Kerakat", 25.63745, 82.91596),
        ("Machhlishahr", "town", "Machhlishahr", 25.68564, 82.41106),
        ("Badlapur", "police_station", "Badlapur", 25.89072, 82.45442),
        ("Rasulpur", "village", "Khetasarai", None, None),
    ),
    "ghazipur": (
        ("Saidpur", "tehsil", "Saidpur", 25.53749, 83.22378),
        ("Zamania", "tehsil", "Zamania", 25.41961, 83.55786),
        ("Mohammadabad", "tehsil", "Mohammadabad", 25.61907, 83.75576),
        ("Bahadurpur", "village", None, None, None),
    ),
    "chandauli": (
        ("Chakia", "tehsil", "Chakia", 25.04891, 83.22155),
        ("Sakaldiha", "tehsil", "Sakaldiha", 25.33147, 83.28919),
        ("Naugarh", "tehsil", "Naugarh", 24.84672, 83.25815),
    ),
}


def a_deployment(home, monkeypatch=None):
    """Settings over `home`, with everything `prepare` makes; (settings, logins by desk, environment)."""
    settings = Settings.load(environ={"SATARK_HOME": str(home)})
    logins = {login.desk: login for login in prepare(settings)}
    return settings, logins, environment(settings)


def place_of(district, index, relation="near"):
    name, kind, station, lat, lon = PLACES[district][index % len(PLACES[district])]
    return {
        "name": name, "kind": kind, "district": district, "police_station": station, "tehsil": None, "pincode": None,
        "lat": lat, "lon": lon, "relation": relation,
    }  # fmt: skip


def point(moment, grain="hour", hours=1):
    local = moment.astimezone(KOLKATA).replace(minute=0, second=0, microsecond=0)
    end = local + dt.timedelta(hours=hours)
    return {
        "kind": "point", "from": local.isoformat(), "to": end.isoformat(), "grain": grain, "approximate": False,
        "rrule": None, "time_from": None, "time_to": None,
    }  # fmt: skip


def sealed_tip(
    settings, desk="jaunpur", story=0, place=None, filed_at=None, when=None, report_id=None, tense="happened"
):
    """A tip as the worker files it."""
    offences, narrative, language = STORIES[story % len(STORIES)]
    report = report_id or str(uuid.uuid4())
    identity = tip_id(settings.desk_code(desk), report)
    content = {
        "narrative": narrative,
        "route": {"from": place_of("jaunpur", 0, None), "to": {"text": "Bihar", "name": "Bihar", "district": "outside"}}
        if "cattle_smuggling" in offences
        else None,
        "vehicles": [{"registration": "UP62AT1234", "type": "pickup", "text": "सफेद पिकअप"}] if story % 3 == 0 else [],
        "phones": [{"number": "9000000201", "owner": "other", "text": "9000000201"}] if story % 2 == 0 else [],
        "evidence": [{"kind": "photo", "id": "ev-1"}] if story % 4 == 0 else [],
        "place_text": "बाजार के पास",
        "when_text": "kal raat",
    }
    recipients = [Recipient.load(settings.keys, name) for name in dict.fromkeys((desk, RANGE_DESK))]
    return Tip(
        id=identity,
        report_id=report,
        filed_at=filed_at or utc_now(),
        status="new",
        priority=priority(offences),
        offences=offences,
        tense=tense,
        when=when,
        place=place if place is not None else place_of("jaunpur" if desk == RANGE_DESK else desk, story),
        language=language,
        reply_token=f"token-{report}",
        content=seal_to(recipients, json.dumps(content, ensure_ascii=False).encode(), context=identity),
    )


def seed(settings, count=60, now=None):
    """Files `count` tips over ten weeks, some assigned, some answered, some closed. Gives their ids."""
    now, chance, ids = now or utc_now(), random.Random(7), []
    desks = {name: Desk.open(settings, name) for name in settings.desks}
    for number in range(count):
        name = chance.choice(("jaunpur", "jaunpur", "jaunpur", "ghazipur", "chandauli", "range"))
        filed = now - dt.timedelta(hours=chance.random() ** 2 * 24 * 70)
        when = [
            point(filed - dt.timedelta(hours=chance.randint(1, 30)), "hour"),
            point(filed.replace(hour=chance.choice((14, 15, 16, 17))), "daypart", 6),
            {**point(filed), "kind": "recurring", "from": None, "to": None, "grain": None,
             "rrule": "FREQ=WEEKLY;BYDAY=FR,SA", "time_from": "21:00", "time_to": "01:00"},
            None,
        ][number % 4]  # fmt: skip
        tip = sealed_tip(
            settings, name, chance.randrange(len(STORIES)), filed_at=filed, when=when,
            place={} if number % 19 == 5 else None, tense="recurring" if number % 4 == 2 else "happened",
        )  # fmt: skip
        desks[name].file(tip)
        ids.append(tip.id)
        _advance(settings, desks[name], tip, number, chance)
    return ids


def _advance(settings, desk, tip, number, chance):
    officers = desk.officers()
    if number % 3 == 0 or not officers:
        return
    officer = chance.choice(officers)
    desk.assign(tip.id, officer.id, f"sp-{desk.name}", (str(uuid.uuid4()), b"briefing"))
    if number % 3 == 1:
        return
    desk.accept(tip.id, officer.id, f"{tip.id}:accepted")
    if number % 2:
        event = str(uuid.uuid4())
        recipients = [Recipient.load(settings.keys, name) for name in dict.fromkeys((desk.name, RANGE_DESK))]
        note = "मौके पर दबिश दी गई, दो व्यक्ति पकड़े गए और वाहन सीज किया गया।"
        desk.record_action(tip.id, officer.id, event, seal_to(recipients, note.encode(), context=event))
    if number % 5 == 0:
        desk.close(tip.id, f"sp-{desk.name}", "action_taken")
