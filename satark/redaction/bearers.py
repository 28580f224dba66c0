"""Whose a name is: the kin of another, one who is said to do wrong, one who is grown."""

from __future__ import annotations

import re

from satark.reading import Owner
from satark.redaction.introductions import introduced
from satark.redaction.kinsfolk import THEY_DO_WRONG
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.passage import Passage, possible, rule
from satark.redaction.speaker import speaks_of_self

_FULL_AGE = 18
_CLAUSE = 14
_OF_KIN = "kin|offspring|man|girl|neighbour"  # ladka is a boy, and a son where he is mine
_BEFORE_KIN = 6  # words in which it is told whose kin one is
_SHORTEST_STEM = 3
_OF_ANOTHER = 2  # words from "ka" to the kin: "Raju ka chhota bhai"
_TOLD = 40  # words back in which it was told of whom a name is given
# What is put between a name and what its bearer does: ", jo ... hai,", "aur uska sala".
_ASIDE = (
    "(?: <comma>? <who> <!stop&!newline&!comma&!crime&!sexual&!suspect&!threat>{1,8} <comma> "
    "| (?: <comma|and> <their>? <kin> <given|surname|open&cap|open&dev>{0,2} )+ "
    "| <comma> <num|number_word> <years|gen>{1,3} <comma> )"
)
# Names that grammar itself gives to another, whatever the tagger holds.
_SOMEBODY = (
    "(?P<name> (?: <title> <dot>? )? <given|surname|open&cap|open&dev> "
    "(?: <called> <!stop&!comma&!newline> | <given|surname|open&cap|open&dev> ){0,2} "
    "<honorific>? )"
)
_ONE = "<given|surname|open&cap|open&dev> <given|surname>{0,2}"
_OF_MINE = "<my|own|kin|honorific|given|surname|tag|fellow>"
_NO_CHILD = "(?! <comma|open_mark>? <num|number_word> <years> )"
# Not a thing of one's own: "meri auto par likha tha ...".
NOT_OWN = "(?<! <my|kin> ) (?<! <my|kin> <!stop> ) (?<! <my|kin> <!stop> <!stop> )"
# Nothing after the name makes its bearer one of the reporter's own, or a child.
_NOBODY_OF_MINE = "(?! <!newline>{0,10} <my|child|years|schoolclass|small|sexual|kin> )"
# After a name that another is said to have given as his, what makes it the reporter's, or a child's.
_OWN_AFTER = "<!newline>{0,10} <my|child|years|schoolclass|small|sexual|kin|hide> | <!newline>{0,6} <not>"
# Words of a sentence before "... wala" in which nobody speaks of themselves.
NO_SELF = (
    "<!i&!i_nom&!imaybe&!iam&!my&!me&!stop&!newline&!comma&!tag&!id&!resident&!put_down&!written&!info&!sends&!speaks"
    "&!reporting>"
)
WRONG_TRADE = (
    "(?: ^ | <stop|newline|comma> ) "
    "(?= <!stop&!comma&!newline>{0,8} <crime|harm|strike|suspect> <!stop&!comma&!newline>{0,3} <wala> )"
)
_MOST_LISTED = 4  # of the children of one
_HOLDER = "<suspect|occupation|post|kept_post|master|surname>"
_PART = "<suspect|occupation|post|kept_post|master|joined>"
_ANOTHERS = (
    "(?P<name> <given|surname|open&cap|open&dev>{1,3} ) <honorific>? <gen> <against>",
    f"<against> <my>? <occupation|post|honorific>{{0,2}} {_SOMEBODY}",
    "(?P<name> <given|surname>{1,3} ) <and> <their>",
    # what a caller gives himself out for: "apne ko CBI ka Rathore bolta hai", "calling himself Captain Sethi"
    "<own|emphatic> <ko> (?P<name> <!stop&!newline&!comma&!i_nom&!my>{1,5}? ) <said|speaking|calls_by|habit>",
    "<himself> <as_en|article|to|be>{0,2} (?P<name> <!stop&!newline&!comma&!i_nom&!my>{1,4} )",
    "<said> <gen|comma|colon|other_mark|that|to|is|rah>{0,3} <i_nom|imaybe> (?P<name> "
    "<!stop&!newline&!comma&!my>{1,5}? ) "
    "<hoon|iam|speaks|speaking>",
    "<own> <name> (?P<name> <given|surname|open>{1,3} ) <said|habit>",
    # what is written on a van, whose looks or papers the message begins with, what a caller says of himself
    f"{NOT_OWN} <on> <beside|ordinary>{{0,2}} <written> <was_hi> "
    f"<open&!cap|title|dot|stop|colon|other_mark>{{0,4}} {_SOMEBODY}",
    "^ <suspect> <gen> <label|phoneword|common>{0,3} <is|colon>? <id> <!newline&!my&!me&!i_nom&!i&!i_en&!tag>{0,20} "
    f"(?<! <gen> ) <name> <is|colon>? {_SOMEBODY}",
    "<suspect> <ne|to|honorific>{0,2} <said> <me|is|rah|other_mark|that|to|comma|colon>{0,4} <my> <name> "
    f"<is|colon>? {_SOMEBODY} (?= <is>? (?: <stop|comma|newline|other_mark|and> | $ ) ) {_NOBODY_OF_MINE}",
    f"<they&!who> <ne>? <said> <me|is|rah|that|to|comma|colon>{{0,3}} <other_mark> <my> <name> <is|colon>? {_SOMEBODY} "
    f"{_NOBODY_OF_MINE}",
    # who was seen: "I saw Babu Lal", "Kallu Ram ko bhagte dekha humne"
    f"<i|i_en|i_nom|imaybe> <ordinary|ne>? <saw&seen> <honorific|occupation>? {_SOMEBODY} {_NOBODY_OF_MINE}",
    f"(?<! {_OF_MINE} ) (?<! <gen|open> ) {_SOMEBODY} <ko> <common|rah|ordinary>{{1,3}} <saw&seen> <i|i_nom> "
    f"{_NOBODY_OF_MINE}",
    # "one boy of our lane, Kallu, stands ...", "hamar munshi Kallu jo hai na wo ...", "Kallu ne Ramu ko chaku mara"
    f"{WRONG_TRADE} {NO_SELF}{{1,8}} <wala> {_SOMEBODY} "
    "(?! <given|surname> | <!newline>{0,14} <me|my|iam&!is|hoon&!is|speaks|speaking> | <comma>? <hide> "
    "| <comma> <open|phoneword|label>{1,2} <dot|stop|colon>? <id> )",
    f"(?: ^ | <stop|newline|comma|and> ) <honorific>? <kin&!my> {_SOMEBODY} <absconds> "
    "(?! <!newline>{0,10} <my|me> )",
    "(?<! <i|i_nom|i_en|am_en|iam|am> ) <number_word|article> <man> "
    "<!stop&!newline&!comma&!kin&!tag&!child&!schoolclass&!years&!is>{1,5} <comma> "
    f"{_SOMEBODY} <comma> (?! <!stop&!newline>{{0,3}} <schoolclass|strike> )",
    f"<my> <occupation|post|coworker|master>{{1,2}} {_SOMEBODY} <who> <is> <ordinary|not>? <they>",
    f"<given|surname> <honorific>? <ne> {_SOMEBODY} <ko> <!stop&!newline&!my&!said&!saw>{{0,2}} <strike|harm|crime> "
    "(?! <!newline>{0,14} <my|child|years|schoolclass|i|i_nom> )",
    # "the main man is Ashfaq", "the driver was calling her 'Munni didi'"
    f"<article> <i_nom> <man|people|suspect|common>{{1,2}} <is_en|is> {_SOMEBODY}",
    f"(?: ^ | <stop|newline|comma> ) <i_nom> <man|suspect>{{1,2}} <to|is>? {_SOMEBODY} <is> "
    "(?! <!stop&!newline>{0,3} <hoon|my|name> )",
    f"<reporting&phoneword|calls_by> <her|him> <other_mark>? {_SOMEBODY}",
    f"<they&subject|people> <calls_by> {_SOMEBODY} (?= <stop|newline|comma> | $ )",
    # "run by Kallu Ansari", "Kallu Tiwari. Remember this name. He fired ..."
    f"<runs|sold|hurts|strike|harm|threat|crime> <by> <title>? {_SOMEBODY}",
    f"^ {_SOMEBODY} <stop> <!my&!me&!i_nom&!i_en&!iam&!newline>{{1,8}} <stop> <one_subject> <!stop&!newline>{{0,5}} "
    "<crime|harm|does|runs>",
    # "us aadmi ka naam Kallu hai, baap Kanhaiya", "bhatthe ka naam BBF", "Kallu Sinha, flat 5, Chakia, runs hawala"
    "<man|suspect|their> <gen>? <common|ordinary>? <name> <is|colon>? <given|surname|open>{1,3} <is>? <comma> <kin> "
    f"{_SOMEBODY}",
    "(?<! <my|own> ) <workplace|landmark|business|firm|public_place> <gen> <name> <is|colon>? "
    "(?P<name> <given|surname|open|initials|common&cap>{1,3} ) (?= <is|stop|comma|newline> | $ )",
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <comma> {NO_SELF}{{1,6}} (?: <comma> {NO_SELF}{{1,4}} )? <comma> "
    "(?= <runs|crime|does> (?! <ordinary|rah>{0,2} <iam&!is> ) )",
    # "mistri Munger ka hai, naam Sattar mistri"
    f"(?: ^ | <stop|newline> ) <occupation|post|master|suspect> {NO_SELF}{{0,4}} <is&!iam> <comma> <name> <is|colon>? "
    f"{_SOMEBODY}",
    # "tuition sir Alok Nath touched him", "boys are Monu, Deepu and the pradhan's son Ayush", a name on each line
    f"(?<! <my|kin> ) <occupation|post|honorific> {_SOMEBODY} <wrongs_en|strike> <him|her|eng_me|my>",
    "<man|suspect> <was_en|is_en|am> (?P<name> <given|surname|open>{1,3} "
    "(?: <comma|and>{1,2} <given|surname|open>{1,3} ){0,4} <comma|and>{0,2} "
    "(?: <open|post|suspect|article> <other_mark>? <gen>? <kin|offspring> <given|surname|open>{1,2} )? ) "
    "(?= <stop|comma|newline> | $ )",
    f"<newline> (?P<name> {_ONE} (?: <newline> {_ONE} ){{1,6}} ) (?= <newline> )",
    # "uska naam Kallu hai", where nobody else is spoken of
    "^ <!my&!kin&!girl&!child&!offspring&!tag&!years&!sexual>{0,40} <their&!unka> <name> <is|colon>{0,2} "
    "(?P<name> <given|surname|open>{1,3} ) <is>? (?= <stop|comma|newline> | $ ) "
    "(?! <!newline>{0,14} <my|kin|girl|child|offspring|years> )",
    # "log use Kallu bulate hain", "isme Kallu ka haath hai"
    f"<him> {_SOMEBODY} <calls_by>",
    f"<among_them> {_SOMEBODY} <gen> <too|emphatic>{{0,2}} <hand>",
    # one whom nobody knew until then: "pushed by a woman, her name is Kamla", "ek aadmi aaya, uska naam Kallu hai"
    "<by> <article> <girl|man> <comma|stop>? <their> <name> <is|colon>? (?P<name> <given|surname|open>{1,3} )",
    "<number_word> <man&!offspring> <!stop&!newline&!comma&!kin&!my>{0,4} <comma|stop>? <their> <name> <is|colon>? "
    "(?P<name> <given|surname|open>{1,3} )",
    # of several who were seen: "two boys fire ... One is Chhotu"
    f"(?: ^ | <stop|newline|comma> ) <number_word> <is> {_SOMEBODY}",
    # "chor ka naam Bhola hai, baap ka naam Jagdish"
    "<suspect> <gen> <name> <!stop&!newline&!my>{1,8}? <kin> <gen> <name> <is|colon>? "
    "(?P<name> <given|surname|open>{1,3} )",
    # "jebkatra pakda gaya, naam Shamim"
    "<suspect&!man&!occupation&!post> <!stop&!newline&!my&!tag&!kin&!iam&!i_nom>{1,5}? <comma>? (?<! <gen|my> ) <name> "
    "<is|colon>? "
    "(?P<name> <given|surname|open>{1,3} ) (?= <stop|newline|comma> | $ )",
    "<tag_post> <for> (?P<name> <given|surname|open>{1,2} <honorific|kin|title|post>? )",
    # "Ranjit ka bhanja Deepu", "Qayyum aur uske teeno bete Asif, Kasif": the kin of one who is no kin of mine
    f"(?<! {_OF_MINE} ) <given|surname|suspect|occupation|post|master> <honorific>? <other_mark>? <gen> "
    f"<ordinary|number_word|common>{{0,2}} <young_kin|offspring> (?: <in> <law_en> )? {_SOMEBODY} {_NO_CHILD}",
    *(
        f"(?<! {_OF_MINE} ) <given|surname> <and> <their> <number_word|common|ordinary>{{0,2}} <kin|offspring>{{1,2}} "
        f"(?: <given|surname|open> <comma|and> ){{{before}}} {_SOMEBODY} {_NO_CHILD}"
        for before in range(_MOST_LISTED)
    ),
    # who calls gives a name: "bolta hai Raja bhai bol raha hoon"
    f"<said> <is|rah>{{0,2}} <gen|comma|colon|other_mark|that>{{0,2}} <suspect|title>? {_SOMEBODY} <kin>? "
    "<speaking|speaks> <rah>{0,2} <hoon|iam>",
    # whom one knows by sight: "peeche wale ko main pehchanti hoon, Kallu", "I recognised one: Kallu", "it was Kallu"
    f"(?<! <my> ) <recognises> <goes|habit|iam|hoon|is|ordinary>{{0,3}} <comma|colon|to|that>{{0,2}} {_SOMEBODY}",
    f"{_SOMEBODY} <ko> <i|ordinary>{{0,2}} <recognises|knows>",
    f"<pronoun_it> <was_en> {_SOMEBODY}",
    # "daroga ji Rambali Pandey ne", "manager Chhotu Tiwari grahak lata hai"
    "(?<! <my|own|i_nom|i|am|am_en|iam|fellow|coworker|kin|and|other_mark|house|home> ) "
    f"<suspect|master|kept_post> <honorific>? "
    f"{_SOMEBODY} (?! <stop|newline|dot|comma|phoneword|iam|hoon> | $ )",
    # "Broker: Shamim", "UPI par naam Sahil dikha raha hai"
    f"(?: ^ | <stop|newline|comma> ) <suspect> <colon|is>{{1,2}} {_SOMEBODY}",
    f"<upi|label|money> <on|in> <name> <is>? {_SOMEBODY} (?= <seen|is|came|rah|common> )",
    f"(?<! <i|i_nom> ) <that> {_SOMEBODY} <which>",
    # "mera ghar Sonu ke theek peeche hai, wo ganja bechta hai"
    f"<my> <home|house|business|own_spot> {_SOMEBODY} <gen> <home|house|business|ordinary|common>{{0,2}} <gen>? "
    "<beside|beside_word> <is>? <comma|stop> <they&!him> <!stop&!newline>{0,6} <crime|doer>",
    # "jis ladke ne hamko mara uska naam Kallu hai", "Name of leader is Johnson", "Owner madam name Simran"
    f"<jis> <man|suspect|people>{{1,2}} <ne> <!stop&!newline&!my>{{1,8}} <their> <name> <is|colon>? {_SOMEBODY}",
    f"<name> <gen> <article|their>? <suspect|joined|master> <is|colon>{{1,2}} {_SOMEBODY}",
    f"(?<! <my|own|gen> ) <suspect|master> <honorific>? <name> <is|colon>? {_SOMEBODY}",
    # "Main man is Guddan", "in the house of one Mary didi", "Sister Grace and one Paul are going"
    f"<i_nom&cap> <man|number_word> <is_en> {_SOMEBODY}",
    f"(?<! <i|i_en|i_nom|am|am_en|iam|number_word> ) <article&number_word> <honorific|title>{{0,2}} {_SOMEBODY} "
    f"{_NO_CHILD}",
    f"(?: ^ | <stop|newline> ) <kin>? {_SOMEBODY} <and> <article&number_word> <given|surname|open&cap>{{1,2}} <is>",
    # "auto wala Kallan hai", "..., mistri Jagarnath ha": told of as of another
    f"(?: ^ | <stop|newline|comma> ) {NO_SELF}{{0,2}} <wala> {_SOMEBODY} <is&!iam> (?= <stop|newline|comma> | $ ) "
    f"{_NOBODY_OF_MINE}",
    f"<comma> <occupation> {_SOMEBODY} <is&!iam> (?= <stop|newline> | $ ) {_NOBODY_OF_MINE}",
    # "malkin Muniya. hum samne ... dekhte hai"
    f"(?: <stop|newline|comma> ) <master> {_SOMEBODY} <stop|comma> <i_nom|i_en>",
    # "ek aadmi ... bech raha hai. Naam Saurabh, coaching chalata hai"
    f"<stop> <name> {_SOMEBODY} <comma> {NO_SELF}{{1,6}} <is&!iam> (?= <stop|newline|comma> | $ )",
    # "Raju Yadav, Munna Yadav, Sonu Yadav chori karte hai", "mujhe Anil Yadav, Sunil Yadav, Mohan Pal ne mara"
    f"(?: ^ | <stop|newline|me> ) (?P<name> {_ONE} (?: <comma|and|num|dot|close_mark>{{1,3}} {_ONE} ){{1,6}} ) "
    "<people|ne|honorific>{0,2} "
    "(?= <!stop&!newline&!info&!speaking&!that&!i_nom&!iam>{0,8} <crime|strike|doer|harm|hits> )",
    # "Vikas Gupta, mera padosi, katta rakhta hai", "Seema Devi, ASHA, 500 leti hai"
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <comma> <my|article> <!stop&!newline&!comma&!kin>{{1,4}} <comma> "
    "(?= <!stop&!newline&!i&!i_nom&!iam&!given>{0,8} <crime|doer|strike|harm> )",
    f"^ {_SOMEBODY} <comma> <article>? <post|occupation>{{1,2}} <comma> "
    "(?= <!stop&!newline&!i&!i_nom&!iam&!my&!me&!given>{0,8} <crime|doer|does|strike|harm> )",
    # where one was as anybody may be: "main Apex Hospital gaya tha", "main Gupta Sweets se mithai laya"
    "<i_nom|imaybe> (?P<name> <given|cap&open|cap&common|open>{1,3}? <landmark|business|firm|workplace> ) <se|in|on>? "
    "<!stop&!newline&!works&!occupation&!post&!iam&!hoon&!resident&!rah>{0,3} <went|got>",
    # "karane wale ka naam Joseph hai"
    f"<common|ordinary|open|doer|does|crime|harm|sale|sold|habit> <wala> <gen> <name> <is|colon>? {_SOMEBODY} "
    f"{_NO_CHILD}",
    # "pili saree wali mehraru, naav Binda"
    f"(?: ^ | <stop|newline|comma> ) {NO_SELF}{{2,6}} <wala> <girl|kin|man>? <comma> <name> <is|colon>? {_SOMEBODY} "
    "(?= <stop|newline|comma> | $ )",
    # "Conductor is Dheeraj": who holds a part in what is told
    f"(?: ^ | <stop|newline|comma> ) <article>? {_PART} <is> {_SOMEBODY} (?! <comma|open_mark> <num> )",
    f"(?<! <my|own|fellow|gen|given> ) {_HOLDER} <honorific>? <gen> <name> <is|colon|comma>{{0,2}} {_SOMEBODY} "
    "(?! <is>? <comma>? <schoolclass|num|years> )",
    f"(?<! <my|own> ) <girl&kin&!near_kin> <honorific> <gen> <name> <is|colon>{{0,2}} {_SOMEBODY}",
    # "naam Kamla aur beta Kallu", "my in-laws, Kallu and Kamla, beat me"
    f"(?<! <my|own> ) <name> <is>? <given|surname|open>{{1,2}} <and> <kin> {_SOMEBODY}",
    f"<kin|law_en> <comma> {_SOMEBODY} <and> <given|surname|open>{{1,2}} <comma>? <crime|strike>",
    # "Kallu ki naav hai"
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <gen> <!stop&!newline&!kin&!offspring&!info&!side&!call>{{1,2}} <is> "
    "(?= <stop|newline> | $ )",
    # "... 300 me deta hai. naam Kallu chai wala"
    f"<does|doer|crime> <!my&!i&!me&!iam&!tag>{{0,20}} <stop> <name> {_SOMEBODY} <!stop&!newline>{{1,2}} <wala>",
    f"<me> {_SOMEBODY} <se> <ordinary>? <fear>",
    f"{_SOMEBODY} <se> <me|my|ordinary|common|gen>{{1,5}} <fear>",
    # "mujhe Kallu ne mara", "Kallu grabbed my land", "us auto wale ka naam Kallu hai", "naam Kallu hai uska"
    f"(?: ^ | <stop|newline|comma> ) <me> {_SOMEBODY} <ne> <!stop&!newline&!comma&!said&!info&!saw>{{0,3}} "
    "<strike|hits|harm|crime|threat>",
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <wrongs_en|harm|strike|undo|threat> <my|eng_me> (?! <kin> )",
    f"<that|this> <!stop&!newline&!comma&!my>{{1,2}} <wala> <gen> <name> <is|colon>? "
    f"(?P<name> <given|surname|open>{{1,3}} ) {_NO_CHILD}",
    "(?: ^ | <stop|newline> ) <!my&!kin&!girl&!child&!stop&!newline>{0,6} <name> (?P<name> <given|surname|open>{1,3} ) "
    "<is> <their>",
    f"(?: ^ | <stop|newline|comma> ) <suspect&!occupation&!post&!man> {_SOMEBODY} <is&!iam> (?= <stop|comma> | $ )",
    # "ye sab Ramashray ka hai"
    "<this|that> <!stop&!newline&!comma&!my&!kin&!label&!phoneword&!home&!house>{0,2}? "
    f"{_SOMEBODY} <gen> <is> (?= <stop|newline|comma> | $ )",
    # "hamare padosi Bhola ka chacha Ramjiyavan"
    f"<neighbour> <given|surname|open>{{1,2}} <gen> <kin> {_SOMEBODY} {_NO_CHILD}",
    # "kirane wala charas rakhta hai, naam Pintu", "... bechwata hai, sanchalak Rajni"
    f"<wala|suspect|their> {NO_SELF}{{0,10}} <crime> {NO_SELF}{{0,5}} <comma> <name> <is|colon>? {_SOMEBODY} "
    "(?= <stop|newline|comma> | $ )",
    f"<crime> {NO_SELF}{{0,8}} <comma> <suspect|kept_post> <honorific>? {_SOMEBODY} (?= <stop|newline|comma> | $ )",
    # "bechne wala bahar ka hai, log Kallu bolte hain"
    f"<wala|suspect|doer> <!stop&!newline&!me&!my&!i_nom>{{0,8}} <comma> <people> {_SOMEBODY} <calls_by>",
    f"{_SOMEBODY} <ko> <catch>",
    # "main Kallu ki shikayat ...", "hum Kallu ke naav batayenge", "main Kallu par FIR ..."
    f"<i_nom|imaybe> {_SOMEBODY} <gen> <info|name|yahan|against>",
    f"<i_nom|imaybe> {_SOMEBODY} <on> <!stop&!newline>{{0,3}} <habit|please|wished>",
    f"<name> <stop|comma> {_SOMEBODY} <gen|is|does|doer> (?! <stop|comma|newline> | $ )",
    # "naam Samuel. main Dharmraj", of whom the second is who writes; "do log the, ek ka naam Uday"
    f"<name> {_SOMEBODY} <stop> <i_nom|imaybe> <tag_name|given>",
    "<suspect|man|people|doer|strike|crime|threat> <!my&!kin&!offspring&!newline>{0,14} <number_word> <gen> <name> "
    f"<is|colon>? {_SOMEBODY}",
    f"<pronoun_it> <other_mark>? <is_en|gen>? {_SOMEBODY} (?= <stop|newline> | $ )",
    f"(?<! <i|i_nom|to> ) <knows> {_SOMEBODY} (?= <stop|newline|comma|and> | $ )",
    # where one only was: "main Lohia park me tahal raha tha"
    "<i_nom|imaybe> (?P<name> <!stop&!newline&!comma&!in&!on&!se&!gen&!my&!own&!resident&!works&!kin>{1,3}? "
    "<landmark|area_part|public_place|business|firm|workplace> ) (?: <in|on|se> | <gen> <beside> <se>? ) "
    "<!stop&!newline&!works&!resident&!occupation&!post>{0,3} <goes|rah|came>{1,3} <was_hi>",
    f"<i_nom|imaybe|i_en> {_SOMEBODY} <gen> <kin> <hoon|iam|am|is> {THEY_DO_WRONG}",
    f"(?<! <own> ) (?<! <i_nom|am_en> <their|article> ) <neighbour> <honorific|wala>? {_SOMEBODY} (?! <ko|saath|iam> )",
    f"<my> <beside> <wala> {_SOMEBODY} (?! <ko|saath> )",
    f"<my> <beside> {_SOMEBODY} <gen> <home|house> <se|in|on>",
    f"<child> {_SOMEBODY} <gen>? <saath> <!stop&!newline&!sexual&!dirty>{{1,12}} (?= <stop|newline> | $ )",
    # "Dear sir, Kallu, teacher of ..., comes drunk"
    f"(?: ^ | <greeting|honorific> <comma> ) {_SOMEBODY} <comma> <article>? <post|occupation> "
    "<!stop&!newline&!comma&!i&!my&!iam&!am_en>{1,8} <comma> "
    "<!i&!i_en&!my&!me&!iam&!we_nom&!gen&!reporting&!speaking&!info&!closing>",
    # "bank mitra Kallu ne mera khata ..."
    "(?<! <my|own|kin|fellow|coworker|pupil> ) "
    "(?P<name> <landmark|occupation&!pupil|post&!pupil|post_tail>{0,2} <given|surname>{1,3} ) "
    "<honorific>? <ne> <!stop&!newline&!said&!info>{0,8} <my|me|eng_me> (?! <!stop&!newline>{0,3} <said|info> )",
)
_KIN_NAMED = (
    "(?P<kin> <kin&!girl&!offspring&!young_kin> | (?<= <own> ) <kin> ) "
    "(?: <gen|other_mark>{1,2} <name> <is|colon|comma>{0,2} )? "
    f"{_SOMEBODY} (?! <speaking|speaks|hoon&!is> )"
)


def anothers(passage: Passage) -> set[int]:
    """The words of names that grammar itself gives to another than the reporter."""
    found = [match for tried in possible(passage, _ANOTHERS) for match in tried.finditer(passage)]
    for match in rule(_KIN_NAMED).finditer(passage):
        at = match.start("kin")
        own = passage.symbols[at - 1 : at] in tuple(symbols_of("own&!my"))  # "Kallu ne apni patni Kamla"
        theirs = _plainly_theirs(passage, at)
        told = match.start("name") > at + 1 or own or theirs or is_bare(passage, at)  # not "college ka dost Kallu"
        if told and whose_kin(passage, at) == "other":
            found.append(match)
    spared = rule(_OWN_AFTER).pattern
    found += [said for said in introduced(passage, of_another=True) if not spared.match(passage.symbols, said.end())]
    named = {at for match in found for at in range(*match.span("name"))}
    for match in rule(f"(?: <son_of&offspring> | <rel_letter> <slash|dot> <oh> <dot>? ) {_SOMEBODY}").finditer(passage):
        if match.start() - 1 in named:  # "Kallu putra Ramlal"
            named.update(range(*match.span()))
    return named | again(passage, named)


def _plainly_theirs(passage: Passage, at: int) -> bool:
    """Whether the kin at word `at` is told to be theirs, "uske bhai Kallu", by one who is not that kin: "hum uski saas
    Bachani"."""
    theirs = passage.symbols[at - 1 : at] in tuple(symbols_of("their&!unka"))
    before = passage.symbols[max(0, at - _OF_ANOTHER - 2) : at - 1] if theirs else ""
    return theirs and not any(symbol in symbols_of("i_nom|i_en|am_en|imaybe|tag_reporter") for symbol in before)


def again(passage: Passage, named: set[int]) -> set[int]:
    """Other mentions of the given names among the words `named`: "manager Chhotu ..., Chhotu ko bhanak lagi"."""
    given = symbols_of("given&!common")
    heard = {sound(passage.quote(at, at + 1)) for at in named if passage.symbols[at] in given}
    if not heard:
        return set()
    return {
        at for at, symbol in enumerate(passage.symbols) if symbol in given and sound(passage.quote(at, at + 1)) in heard
    }


def whose_kin(passage: Passage, at: int) -> Owner:
    """Whose the kin at word `at` is: told by the words before it, else where the same word was last told with an
    owner ("meri behan ..., behan Swati")."""
    stem = _stem(passage, at)
    for index in range(at, -1, -1):
        if passage.symbols[index] in symbols_of(_OF_KIN) and _stem(passage, index) == stem:
            owner = _told_owner(passage, index)
            if owner == "reporter" and index < at and _did_wrong(passage, index):
                return "other"
            if owner != "unknown":
                return owner
    return "unknown"


def is_bare(passage: Passage, at: int) -> bool:
    """Whether nothing just before the kin at word `at` says whose they are."""
    return _told_owner(passage, at) == "unknown"


def told_of_my_kin(passage: Passage, at: int) -> bool:
    """Whether the one whose name is given at word `at`, with nothing beside it that says whose, is the reporter's kin:
    the last one spoken of, and no doer of wrong."""
    people = symbols_of(f"{_OF_KIN}|suspect|given&!landmark&!common|child|tag_name|title|people|tag_victim")
    for index in range(at - 1, max(-1, at - _TOLD), -1):
        symbol = passage.symbols[index]
        if symbol not in people:
            continue
        after = passage.symbols[index + 1 : index + 2]
        told_between = passage.symbols[index + 1 : at]
        he, she = (passage.symbols[at - 1] in symbols_of(word) for word in ("his", "her"))
        female = symbol in symbols_of("girl|female_kin")
        if (he and female) or (she and not female):
            return False
        respected = passage.symbols[at - 1] in symbols_of("unka")
        return (
            symbol in symbols_of(_OF_KIN)
            and (respected or after not in tuple(symbols_of("ko|gen|se|saath|ne|on|other_mark|who")))
            and not re.search(
                f"[{symbols_of('they&!subject&!unka&!him|who|suspect|does|doer|money')}]"
                f"|(?<![{symbols_of('gen|was_en|him')}])[{symbols_of('crime|sexual|dirty')}](?![{symbols_of('goes')}])",
                told_between,
            )
            and (whose_kin(passage, index) == "reporter" or (respected and _papa(passage, index)))
        )
    return False


def _did_wrong(passage: Passage, at: int) -> bool:
    """Whether the kin at word `at` is the doer of a wrong: "mere devar ne haath uthaya"."""
    return passage.symbols[at + 1 : at + 2] in tuple(symbols_of("ne")) and said_to_do_wrong(passage, at + 1)


def _papa(passage: Passage, at: int) -> bool:
    """Whether word `at` is a name for one's own elders, with nobody before it whose they would be."""
    bare = passage.symbols[at - 1 : at] not in tuple(symbols_of("given|surname|their|gen"))
    return passage.symbols[at] in symbols_of("near_kin") and bare


def _stem(passage: Passage, at: int) -> str:
    """A word without what its case and gender change: beta and bete are one."""
    word = passage.words[at]
    heard = sound(passage.text[word.start : word.end])
    stem = heard.rstrip("ae")
    return stem if len(stem) >= _SHORTEST_STEM else heard


def _told_owner(passage: Passage, at: int) -> Owner:
    """Whose kin the word at `at` is, by the words just before it alone."""
    ends = symbols_of("stop|newline")
    between = symbols_of("num|years|ordinary|common|number_word|open|kin|emphatic")
    for index in range(at - 1, max(-1, at - 1 - _BEFORE_KIN), -1):
        symbol = passage.symbols[index]
        if symbol in symbols_of("my|your"):
            return "reporter"
        if symbol in symbols_of("own"):
            return "reporter" if speaks_of_self(passage, index) else "other"
        if symbol in symbols_of("gen|colon") and passage.symbols[index - 1] in symbols_of("years"):
            continue  # "meri 12 saal ki natin"
        if symbol in symbols_of("gen|other_mark") and at - index <= _OF_ANOTHER:
            of = index - 2 if passage.symbols[index - 1] in symbols_of("other_mark") else index - 1
            if passage.symbols[of] in symbols_of("kin"):
                return "unknown"  # "my wife's sister"
            told = symbols_of("applicant|tag|i_nom|we_nom|iam&!is")
            mine = re.search(f"[{told}][^{ends}]*$", passage.symbols[:index])
            return "unknown" if mine else "other"  # "ham peshkar ke bhai hain"
        if symbol in symbols_of("their"):
            return "other"
        if symbol in symbols_of("number_word|article") and passage.symbols[at] in symbols_of("man"):
            return "reporter" if passage.symbols[index - 1] in symbols_of("my") else "other"
        if symbol not in between:
            break
    return "unknown"


def anothers_kin(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match begins with an "apna" that is not the speaker's."""
    if "owner" not in match.re.groupindex or passage.symbols[match.start("owner")] not in symbols_of("own&!my"):
        return False
    return not speaks_of_self(passage, match.start("owner"))


def said_to_do_wrong(passage: Passage, at: int) -> bool:
    """Whether the one named just before word `at` is said to do wrong: then the name is evidence."""
    aside = rule(_ASIDE).pattern.match(passage.symbols, at)
    if aside is not None:
        at = aside.end()
    clause = passage.symbols[at : at + _CLAUSE]
    end = re.search(f"[{symbols_of('stop|newline|if|but')}]|[{symbols_of('comma')}](?![{symbols_of('who')}])", clause)
    clause = clause[: end.start()] if end else clause
    clause = re.sub(f"^[{symbols_of('honorific|kin')}]+(?=[{symbols_of('gen')}])", "", clause)
    more = f"^(?:[{symbols_of('and')}][{symbols_of('given|surname')}]{{1,2}})+(?=[{symbols_of('ko')}])"
    clause = re.sub(more, "", clause)  # "Aman aur Rohit ko peeta"
    by_a_den = f"[{symbols_of('crime')}][{symbols_of('gen')}].{{1,2}}[{symbols_of('gen')}][{symbols_of('beside')}]"
    clause = re.sub(by_a_den, "", clause)  # "sharab ke theke ke bahar behosh mila"
    if any(symbol in symbols_of("suffers") for symbol in clause):
        return False
    sellers = f"[{symbols_of('crime')}][{symbols_of('common|doer|does|sale|gen|crime')}]{{0,2}}[{symbols_of('wala')}]"
    of_others = f"{sellers}[{symbols_of('ko|se')}]|[{symbols_of('opposes')}]"
    if re.search(of_others, clause) or re.search(f"[{symbols_of('jis')}].*[{symbols_of('they')}]", clause):
        return False  # "mere bhai Raju ganja bechne walon ko rokte hain", "jis ladke ke saath padhta hai wo ..."
    indulges = f"^.?[{symbols_of('crime')}][{symbols_of('in')}]?[{symbols_of('num')}]?[{symbols_of('indulges')}]"
    drinks = re.search(indulges, clause)
    if drinks and not re.search(f"[{symbols_of('strike|me|my|gen|sold|crime|harm')}]", clause[drinks.end() :]):
        return False  # "mera bhai Mangru smack pita hai", which another sells
    if clause[:1] in tuple(symbols_of("him")):  # "mera beta hai Aman, usko ..."
        return False
    lives_there = f"^[{symbols_of('there|ordinary|place|open|in')}]{{0,3}}[{symbols_of('works|resident')}]"
    if re.search(lives_there, clause):  # "my son Rohit studies where it is sold"
        return False
    wrong = f"[{symbols_of('crime|sexual|dirty|suspect')}]|[{symbols_of('trouble')}][{symbols_of('habit|came|rah')}]"
    wrong += f"|[{symbols_of('hurts')}][{symbols_of('has_done|eng_me|my')}]"
    wrong += f"|[{symbols_of('strike')}][{symbols_of('rah&!hoon|has_done|gen')}]"
    # as the subject: "ne meri zameen jot li", "poured kerosene on me", "comes in my bed"
    has = f"[{symbols_of('perfect')}](?![{symbols_of('was')}])"  # "has stolen", and not "has been beaten"
    doing = f"^(?:{has}|[^{symbols_of('gen|ko|se|saath|on|other_mark|who|was&!ko|in&!i')}])"
    if not re.search(f"[{symbols_of('saw|said|helped|info')}]", clause):
        alone = f"[^{symbols_of('they|their|given|surname|suspect|man|gen&!ko')}]*"  # and no one else between
        wrong += f"|{doing}{alone}(?:[{symbols_of('harm')}]|[{symbols_of('strike|undo')}][{symbols_of('has_done')}])"
        wrong += f"|^[{symbols_of('goes|came|common')}].?[{symbols_of('in')}].?[{symbols_of('bedroom')}]"
        named = symbols_of("given|surname")
        whose = f"(?:[^{named}{symbols_of('they|their|suspect|man|ne|ko')}]|[{named}]+[{symbols_of('gen')}])*"
        wrong += f"|{doing}{whose}[{symbols_of('harm')}].?$"  # "Gyanti ki dukan se battery chura laya"
    if not clause or not re.search(wrong, clause):
        return _next_tells_of_wrong(passage, at)
    if re.match(f"[{symbols_of('is')}][{symbols_of('was&!ko')}]", clause):  # "is being beaten"
        return False
    if re.match(f"[{symbols_of('is_en|was_en')}].{{0,2}}[{symbols_of('by')}]", clause):  # "is harassed by them"
        return False
    if clause[0] in symbols_of("who") and re.search(f"[{symbols_of('they&!subject&!who')}]", clause[1:]):
        return False  # "Raju jo mere jija hain unko peeta"
    if clause[0] in symbols_of("gen|saath|ko|se|on|other_mark"):
        robbed = re.search(f"[{symbols_of('stolen')}].?[{symbols_of('goes|habit|came')}]", clause)
        near = re.match(f".[{symbols_of('by_place')}][{symbols_of('gen')}]?[{symbols_of('beside')}]", clause)
        there = clause[0] in symbols_of("gen") and clause[1:2] in tuple(symbols_of("by_place"))
        return there and not robbed and not near  # "Suresh ki dukan me daru", and not "ki dukan ke samne"
    another_did_it = re.search(
        f".[{symbols_of('given|surname|suspect|wala|girl|common')}][{symbols_of('honorific')}]?[{symbols_of('ne')}]",
        clause,
    )
    return (
        not another_did_it
        and not re.search(f"[{symbols_of('saw|lost')}]", clause)
        and (
            clause[0] not in symbols_of("was&!ko")
            or re.match(has, clause) is not None
            or re.match(f".[{symbols_of('crime|hurts')}][{symbols_of('eng_me|my')}]", clause) is not None
        )
    )


def _next_tells_of_wrong(passage: Passage, at: int) -> bool:
    """Whether the clause at word `at` only says who the person is, and the next sentence what "he" does to one."""
    told = rule(
        "<!stop&!newline&!ne&!ko&!se&!saath&!gen>{0,4} (?: <is> <stop|newline|comma>{1,2} | <comma> ) <one_subject> "
        "(?! <ne|people> ) "
        "<!stop&!newline&!ko&!saw>{0,10} <crime|sexual>"
    ).pattern.match(passage.symbols, at)
    return told is not None


def with_a_child(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match speaks of a child and, after it, of one in whose company the child is: "bachchi Mohan ke saath
    khadi hai"."""
    first, last = match.span("name")
    beside = rule("<gen> <saath> <!stop&!newline&!sexual&!dirty>{1,12} (?: <stop|newline> | $ )")
    child = symbols_of("child|girl|years")
    return any(symbol in child for symbol in passage.symbols[match.start() : first]) and (
        beside.pattern.match(passage.symbols, last) is not None
    )


def grown(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the match states an age of eighteen or more and is not about an offence against the person named."""
    if "age" in match.re.groupindex and match.start("age") >= 0:
        age = passage.quote(*match.span("age"))
        return not (age.isdecimal() and int(age) < _FULL_AGE)
    for index in range(*match.span()):
        if passage.symbols[index] in symbols_of("num"):
            word = passage.words[index]
            age = passage.text[word.start : word.end]
            return (
                age.isdecimal()
                and _FULL_AGE <= int(age) < 100
                and passage.symbols[match.end() - 1 : match.end()] in symbols_of("years")
            )
    return False
