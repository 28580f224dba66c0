"""Kin who are accused: what they are called is evidence, however it is told that they are the doers."""

from __future__ import annotations

from satark.redaction.bearers import again, said_to_do_wrong
from satark.redaction.passage import Passage, possible, rule

_NAME = "(?P<name> <given|surname|open>{1,3}? )"
_KIN = (
    "(?: <my|own|emphatic>{1,3} )? <kin&!my|offspring>{1,2} (?: <in> <law_en> )? "
    f"(?: <gen> <kin|offspring|girl>{{1,2}} )? {_NAME} <honorific>?"
)
_AS_DOER = "(?! <given|surname|ko|se|saath|ne|on> )"  # not "chor mere bhai Raju ko le gaya"
_DOES = "<doer|runs|does|works> <habit|rah|is|was_hi>{0,3}"
_ITSELF = "<!stop&!newline&!ko&!se&!saath&!suffers&!was_en>"
_END = "(?= <stop|newline|comma|but|and> | $ )"
_ACCUSED = (
    # "dalal mera chacha Harihar hai", "katta bechne wala hamar sala Chhotu", "the thief is my own brother Anil"
    f"<suspect> <is|comma|colon|ordinary>{{0,2}} {_KIN} {_AS_DOER}",
    f"<crime|doer|does> <common|ordinary>? <wala> <is|comma|colon|ordinary>{{0,2}} {_KIN} {_AS_DOER}",
    # "unme se ek mera bhai Golu", "one of them is my cousin Monu", "Monu is one of the four", "is with them"
    f"<crime|suspect|does|doer> <!stop&!newline>{{0,12}} <se|in> <number_word> <is>? {_KIN} {_AS_DOER}",
    f"<number_word> <gen> <they|article|that> <is>? {_KIN} {_AS_DOER}",
    f"{_KIN} <is> <number_word> <gen> <they|article|that|number_word>",
    f"{_KIN} <is|too>{{1,2}} <saath> <they>",
    f"{_KIN} <too>? <their|they> <gen>? <saath> <is>",
    # "jisne goli chalayi wo mera bhatija Rinku", "it was my nephew Rinku who shot"
    f"<who> <!stop&!newline&!crime>{{0,5}} <crime|harm|strike> <!stop&!newline>{{0,4}} <they> {_KIN} {_AS_DOER}",
    f"<pronoun_it> <was_en|is_en> {_KIN} <who>",
    # "mera bhai Suraj bhi shamil hai", "devar Pintu ka bhi haath hai"
    f"{_KIN} <is|too|emphatic|ordinary|their>{{0,3}} <joined>",
    f"{_KIN} <gen> <too|emphatic|ordinary|common>{{0,2}} <hand> <too|common|is>{{1,2}} {_END}",
    # "my mama, Rajnath, last week sold two pistols", "hamare jeth hi hain Ramdhani"
    f"<kin|offspring> <comma> {_NAME} <comma> {_ITSELF}{{0,5}} <crime|harm|does>",
    f"<kin|offspring> <emphatic> <is> {_NAME} (?= <stop|newline> )",
    # the object first: "ye sab mera jeth karwata hai", "balu ka dhandha mere jija Mukesh chalate hai"
    f"<this|that> <people|number_word|common|works>{{1,2}} {_KIN} <emphatic>? {_DOES} {_END}",
    f"<crime> <!stop&!newline&!ne&!ko&!i_nom&!they>{{0,5}} {_KIN} <emphatic>? {_DOES} {_END}",
    f"<crime> {_KIN} <ne> <common|doer|does|harm|strike> <has_done|was_hi|is|habit>{{0,2}} {_END}",
    f"<crime> <!stop&!newline&!ne&!ko>{{0,4}} {_KIN} <gen> <emphatic>? <is> {_END}",
    # "le jaane wala Bechan chowkidar"
    f"<does|doer|crime|habit|goes> <wala> {_NAME} (?: <occupation|post> | {_END} )",
)


def accused(passage: Passage) -> set[int]:
    """The words of the names of those said to do wrong who are named beside a word of kinship, and where the same name
    stands again ("... main Chhotu ki bhabhi hoon")."""
    found = {
        at
        for tried in possible(passage, _ACCUSED)
        for match in tried.finditer(passage)
        for at in range(*match.span("name"))
    }
    for match in rule(f"{_KIN} <ne>").finditer(passage):
        if said_to_do_wrong(passage, match.end("name")):
            found.update(range(*match.span("name")))
    return found | again(passage, found)
