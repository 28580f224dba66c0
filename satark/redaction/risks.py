"""Phrases by which the reporter could be recognised although no identifier is left.

They are told to the reporter before filing.
"""

from __future__ import annotations

from satark.reading import IdentityRisk
from satark.redaction.lexicon import symbols_of
from satark.redaction.passage import Passage, possible_of, read, rule
from satark.redaction.speaker import speaks_of_self

_W = "<!stop&!newline>"
_TAG_KINDS = (
    ("name", "tag_reporter&tag_name|tag_unknown&tag_name"),
    ("phone", "tag_phone"),
    ("email", "tag_email"),
    ("id_number", "tag_aadhaar|tag_pan|tag_voter_id|tag_id"),
    ("vehicle", "tag_vehicle"),
    ("bank", "tag_bank_account|tag_upi"),
    ("address", "tag_address"),
    ("employer", "tag_employer"),
    ("occupation", "tag_post"),
    ("kinship", "tag_relative"),
)
_TAG_RULES = tuple((kind, f"<{classes}>") for kind, classes in _TAG_KINDS)
_START = "(?: ^ | <stop|newline|comma> )"
_FILL = "<ordinary&!name|common&!kin|number_word|open|given|gen>"
_KIN = "<my|own> <ordinary|common|number_word|own|open>{0,2} <kin>{1,2}"
# Of a word that other rules know, they tell the risk; a name or a number that is not to be told is none.
_NO_MORE = "".join(
    f"&!{name}"
    for name in (
        "name hide info hand wished call yahan ordinary own_spot house home kin offspring girl man people own saath "
        "business workplace firm landmark property neighbour occupation coworker post org beside beside_word crime"
    ).split()
)
_RULES = (
    (
        "family_member_of_accused",
        f"(?P<quote> {_KIN} (?: <given|surname|open>{{1,3}} | <honorific> )? ) (?! "
        f"<gen|ko|saath|se|ne|tag|given|surname> ) <!stop&!newline&!saw&!tag>{{0,6}} <crime>"
    ),
    ("kinship", f"{_KIN} <tag>?"),
    ("kinship", "<tag_name|given|surname> <is|who>? <my> <kin>"),
    ("neighbour", "<my|own> <ordinary|common|number_word|gen|house>{0,3} <neighbour>"),
    ("neighbour", "<their|given|surname> <gen>? <neighbour> <common|ordinary>{0,2} <iam|hoon>"),
    ("neighbour", "<neighbour> <gen|in>{1,2}"),
    ("neighbour", f"{_START} (?P<quote> <neighbour> ) <!stop&!newline>{{0,6}} <crime|strike|harm>"),
    ("neighbour", "<my|own> <beside|beside_word> <gen|wala>"),
    ("own_place", "<me> <gen> <own_spot> <gen|in|on|se>"),
    ("own_place", "<my|me> <gen|se>? <own_ear> "),
    ("own_place", f"<my|own> {_FILL}{{0,2}} <own_spot> (?: <gen> (?: <kept_post> | <beside_word> ) )?"),
    ("own_place", "<my> <ordinary|common|open>{0,2} <workplace|business|firm|landmark|org|coworker>"),
    ("own_property", f"<my|own> {_FILL}{{0,2}} <property>"),
    ("only_witness", f"<alone> <ordinary>? <i|me> (?: {_W}{{0,3}} <seen|there> )?"),
    ("only_witness", f"(?: <my> <gen>? <alone> | <alone> <me|eng_me> ) {_W}{{0,4}} <not>"),
    (
        "only_witness",
        "<i|me> <ordinary|number_word|is|am|common|emphatic>{0,4} <alone> (?: <ordinary|common|is>{0,2} "
        "<seen|there|is|iam> )?"
    ),
    ("only_witness", "<i|me> <emphatic> <ordinary|not>{0,2} <seen>"),
    ("only_witness", "<nobody>{1,2} <ko|ne>? <not|ordinary>{0,2} <seen> (?! <not>? <wished> ) <not>?"),
    (
        "presence",
        "<i> <!stop&!newline&!comma&!they&!alone>{0,5} <there> (?: <ordinary|there|common>{0,2} <is|iam|there> )?"
    ),
    ("presence", "<my|own> <own|common>? <eyes> <se>? (?: <ordinary>{0,2} <seen> )?"),
    ("presence", "<i|imaybe> <!stop&!newline&!they>{0,4} <house|own_spot> <se> <!stop&!newline&!they>{0,3} <seen|saw>"),
    ("only_witness", "<i> <!stop&!newline&!they>{0,5} <alone&saw> <iam|hoon>"),
    ("occupation", "<i|imaybe> <number_word|ordinary|common|open|in|gen>{0,5} <occupation>{1,2} <iam|hoon>"),
    ("occupation", "<i> <am|am_en> <ordinary>{0,2} <common|open>{0,1} <occupation>{1,2}"),
    (
        "occupation",
        "<i|imaybe> <!stop&!newline&!they>{0,3} <own_spot|workplace|property> <!stop&!newline>{0,2} <runs> "
        "<iam|hoon|rah>{0,2}"
    ),
    ("occupation", "<i> <runs> <ordinary>{0,2} <!stop&!newline&!comma>{0,3}"),
    ("workplace", f"(?: <i> | {_START} <imaybe> ) <!stop&!newline&!is&!am>{{0,5}} <works> <habit|rah|ordinary>{{1,3}}"),
    ("occupation", f"(?: <i_nom> <!stop&!newline&!they>{{0,6}} | {_START} ) <occupation|coworker>{{1,2}} <iam>"),
    ("occupation", "(?: ^ | <stop|newline> ) <common|open|ordinary>{0,3} <occupation> <here|am|iam>"),
    ("occupation", "<eng_me&!imaybe> <trades>"),
    ("occupation", "<i_en> <earns&!works> <!stop&!newline&!comma>{0,4}"),
    ("occupation", "<i_nom> <!stop&!newline&!they&!crime&!not>{1,3} <runs|earns> <hoon|iam>"),
    ("occupation", "<i_nom> <too> <!stop&!newline&!they&!crime&!seen&!saw>{1,3} <iam|hoon|is>"),
    ("occupation", f"<i_nom> <that|this>{{1,2}} {_W}{{1,2}} <gen> <occupation|coworker|post> <iam|hoon|is>"),
    ("workplace", "<i_nom> <!stop&!newline&!they>{1,3} <gen> <yahan> <!stop&!newline&!they>{1,3} <iam|hoon|is>"),
    ("occupation", "<i_en> <not|ordinary>? <plies> <!stop&!newline&!comma>{0,4}"),
    ("occupation", "<my|own> <ordinary|common>? <business|firm>"),
    ("kinship", f"{_START} (?P<quote> <near_kin> ) <honorific>? <gen|ko|ne|saath|se>"),
    ("kinship", f"{_START} (?P<quote> <kin> ) <!stop&!newline&!comma&!their>{{0,8}} <me>"),
    ("workplace", "<i> <am|am_en>? <works> <on|in|for|saath|there|here|ordinary>{1,3} <!stop&!newline&!comma>{0,3}"),
    ("address", "<i|imaybe&!dev> <!stop&!newline&!they>{0,6} <resident> <!stop&!newline>{0,2} <iam|hoon>"),
    ("address", "<i> <resident> <on|in|here|ordinary>{1,2} <!stop&!newline&!comma>{0,4}"),
    ("address", "<i_nom|imaybe> <common>{0,1} <place|open|area_part>{1,3} <se|gen> <iam|hoon>"),
    ("victim", "<my> <saath> <!stop&!newline>{0,3} <crime|sexual|dirty>"),
    ("presence", "<i_en> <am_en>? <!stop&!newline>{0,2} <hiding>"),
    ("presence", "<i_nom> <!stop&!newline&!they>{0,6} <hiding> <goes|rah>? <iam|hoon|is>"),
    ("presence", "<my> <beside_word> (?! <gen|wala|house|own_spot> )"),
    ("only_witness", "<nobody> <common|ordinary>? <was_en> <there>"),
    ("victim", "<me> <!stop&!newline&!comma>{0,5} <crime|threat|strike> (?: <ordinary|habit|came>{0,2} )"),
    # "to ham khud dekhe", "hamse 20000 mangta hai", "mere aadmi ne bhi", "beti ki photo bana kar ... bhej raha hai"
    ("only_witness", "<i_nom|imaybe|we_nom> <emphatic> <ordinary|not|common>{0,2} <seen|saw>"),
    ("victim", "<me> <num|number_word> <common|money|number_word>{0,2} <does|threat>"),
    ("kinship", "<my> <man> (?= <ne|ko|gen|se|too|and|comma> )"),
    ("kinship", "^ <greeting|honorific|comma|stop>{0,3} (?P<quote> <young_kin> ) <gen|ko|saath>"),
    ("kinship", f"{_START} (?P<quote> <near_kin|son_of&kin> ) <!stop&!newline&!their>{{0,12}} <we_nom|i_nom|me|i>"),
    # whatever is called one's own, but a name or a number that is not to be told; who saw it; what one is
    ("own_property", f"<my> <number_word|num>{{0,2}} <common{_NO_MORE}|open>"),
    ("presence", "<i|i_nom|we_nom|i_en> <ordinary|common|emphatic&!not>{0,1} <seen|saw>"),
    ("occupation", "<i_en> <am|am_en> <article> <!stop&!newline&!comma&!and>{1,3}"),
    # "humne apne kaan se suna hai", "truck chalate hain hum", "sabji bechta hu", "my landlord's son"
    ("presence", "<i|i_nom> <own> <own_ear> <se> <seen|saw>?"),
    ("occupation", "<property|vehicle_word> <runs> <is|ordinary>? <i_nom>"),
    (
        "occupation",
        f"{_START} <!stop&!newline&!comma&!they&!i_nom&!not>{{0,5}}? (?P<quote> <common&!in>? <earns|plies> <iam> )",
    ),
    ("own_place", "<my|own> <master>"),
    ("age", "<i|my> <!stop&!newline>{0,3} <num|number_word> <years> <!stop&!newline>{0,2} <iam|hoon|is>"),
)  # fmt: skip

# Nobody's kin: "bhaiya pls kisi ko mat batana", "didi main bahut dari hui hoon".
_SPOKEN_TO = rule(
    "(?: ^ | <stop|newline> ) <greeting|honorific|comma>{0,3} (?P<kin> <spoken_to> ) <honorific>? <comma|stop>? (?: "
    "<i|i_nom|we_nom|my|please|yahan> | <nobody> <ko> <not> | <me> (?! <!stop&!newline>{0,4} <crime|threat|strike> ) )"
)

_TOLD = 3  # words that tell more than that one works
_IN_A_PLACE = rule("<i|imaybe> (?: <place|open>{1,2} | <given> ) <area_part>? <in> ")


def _behind_the_place(passage: Passage, first: int, last: int) -> int:
    """Where a quote begins that opens with a place: "hum Kerakat me bhatthe pe kaam karte hai" tells, by its end, what
    could be left out, and by its beginning where it happens."""
    place = _IN_A_PLACE.pattern.match(passage.symbols, first, last)
    rest = passage.symbols[place.end() : last] if place else ""
    told = len(rest) > _TOLD or any(symbol in symbols_of("occupation|coworker|workplace|business") for symbol in rest)
    return place.end() if place and told else first


def identity_risks(redacted_text: str) -> tuple[IdentityRisk, ...]:
    """Everything in `redacted_text` that narrows down who the reporter is, in the order it stands, once each: tags
    stand for what was removed, other phrases are quoted as they stand."""
    passage = read(redacted_text)
    found: list[tuple[int, int, str]] = []
    for kind, tag in possible_of(passage, _TAG_RULES):
        found += [(match.start(), match.end(), kind) for match in tag.finditer(passage)]
    for kind, tried in possible_of(passage, _RULES):
        for match in tried.finditer(passage):
            first, last = match.span("quote") if "quote" in match.re.groupindex else match.span()
            if passage.symbols[first] not in symbols_of("own&!my") or speaks_of_self(passage, first):
                found.append((_behind_the_place(passage, first, last), last, kind))
    spoken_to = {match.start("kin") for match in _SPOKEN_TO.finditer(passage)}
    found = [risk for risk in found if risk[2] != "kinship" or risk[0] not in spoken_to]
    found.sort(key=lambda risk: (risk[0], -risk[1]))
    risks: list[IdentityRisk] = []
    reach: dict[str, int] = {}
    for first, last, kind in found:
        if last > reach.get(kind, 0):
            reach[kind] = last
            risks.append(IdentityRisk(kind, passage.quote(first, last)))
    return tuple(dict.fromkeys(risks))
