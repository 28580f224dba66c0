"""The grammar of possession and address of a number: "mera number ...", "... se call aaya", rule by rule.

A rule names its identifier `id`; the surest come first, and a rule binds what no earlier one has bound.
"""

from __future__ import annotations

from satark.reading import Owner
from satark.redaction.anothers import NO_SELF, NOT_OWN, WRONG_TRADE
from satark.redaction.told import ACCUSED, DRIVEN, MOVED, TAKEN

_ADJ = "<open|common|num|number_word|ordinary&!my|org|workplace|given>"
_BANK = "<workplace|org|place|common&!suspect&!occupation|num|label|phoneword|gen>"
_LABEL = "<phoneword|label>"
_LINK = "<is|this|colon|open_mark|comma|dot|other_mark|stop|newline|on>"
_ID, _PHONE = "(?P<id><id>)", "(?P<id><phone>)"
_CALLS = "<threat|call|phoneword>"
_W = "<!stop&!newline&!id&!tag>"
_NOT_TO_ME = "<!stop&!newline&!id&!tag&!me&!my&!eng_me&!please>"
_HEAD = "<!my&!own&!kin&!me&!i&!is&!stop&!newline&!comma&!colon&!phoneword&!label&!on&!please&!habit|suspect>"

# "mera apna", "meri khud ki", "my own"; "mere aage" is nobody's
_MINE = "<my> (?! <gen>? <beside_word&!by_place> ) (?: <own|runs&ordinary> | <emphatic> <gen>? )?"
_ASKED_TO_CALL = "<call> <ordinary|came>{0,1} <please|hide&ordinary>"  # "call kar lijiye", "phone kar lena"
_CALL_ME = f"(?: <me> {_ASKED_TO_CALL} | {_ASKED_TO_CALL} <me> )"
_THEIR_WORDS = (
    "(?: (?: <they|suspect|given|surname|cap&open&!kin> <ne>? | <open> <ne> ) | <given> <cap&common>? <emphatic> ) "
    "<said> <gen|that|to|comma|colon|other_mark>{0,2}"
)

_VEHICLE_WORDS = (
    "(?: <open|property|vehicle_word|common|given|label|phoneword|num|number_word|wala|suspect> "
    "| <gen> (?= <label|phoneword> ) | <this|open|article> <colon> (?= <vehicle_word|property> ) )"  # e-rickshaw
)

_ACCOUNT = "(?P<id> <account|upi|aadhaar|pan|voter|licence> )"
_LISTED = "(?: <and|comma|slash>{1,2} <id> ){0,4}"  # the numbers told in one breath

# What no network may doubt.
OUTRIGHT: tuple[tuple[Owner, str], ...] = (
    # what another said of their own number or vehicle, or of the speaker's
    ("other", f"{_THEIR_WORDS} <me|my> {_ADJ}{{0,1}} {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}"),
    ("other", f"{_THEIR_WORDS} <me|my> {_VEHICLE_WORDS}{{0,3}} {_LINK}{{0,2}} (?P<id><plate>)"),
    ("other", f"(?<! <id> ) <their> {_LABEL}{{0,2}} {_ID} <comma|and>? <my>"),
    # "wo ladka gandi photo bhejta hai apne 98... se"
    (
        "other",
        f"<they&!who|suspect> <!stop&!newline&!comma&!id&!my&!i_nom&!iam>{{0,18}} <own&!my> "
        f"(?: {_LABEL}|<not&abbreviation> ){{0,2}} {_LINK}{{0,2}} {_ID} {_LABEL}? <se>",
    ),
    # "35000 apne phonepe bunty@ibl pe daal liye"
    (
        "other",
        f"<otp|money|num> <own&!my> {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID} <on|in> <pays_in> (?! <please|iam> )",
    ),
    # "bola apna hissa khata 3011... me dalo": where one is told to pay
    (
        "other",
        f"<said> <!my&!me&!reward&!stop&!newline&!id>{{0,24}} {_LABEL}{{0,2}} (?P<id> <account|upi> ) <in|on> <money>? "
        "<pays_in>",
    ),
    # what stands on a van, what was noted of it
    (
        "other",
        f"{NOT_OWN} <vehicle_word|property> <on> "
        f"<beside|ordinary>{{0,2}} <written> <was_hi> (?: <open> <stop> )? <!newline&!stop&!id&!my&!me>{{0,7}} {_ID}",
    ),
    (
        "other",
        "<i|i_en|i_nom> <!stop&!newline&!id&!my>{0,3} <notes> (?! <please|that> ) <!stop&!newline&!id>{0,5} "
        "(?P<id><plate>) (?! <!stop&!newline>{0,4} <my> )",
    ),
    (
        "other",
        "<notes> <by> (?! <they|suspect|post> ) <!stop&!newline&!id>{0,3} (?P<id><plate>) "
        "(?! <comma|is>? <!stop&!newline>{0,2} <my> )",
    ),
    ("other", "(?P<id> <email> ) <se> (?: <id> | <tag> ) <on>"),
    ("other", f"<i> {_LABEL}{{1,2}} (?P<id> <account|upi> ) <in|on> <num|number_word|money|common>{{1,3}} <pays_in>"),
    # "the slaughterer is Kallu Mistri, mobile 98..."
    (
        "other",
        f"{WRONG_TRADE} {NO_SELF}{{1,8}} <wala> <is>? <given|surname|open|occupation>{{1,3}} "
        f"<is>? <comma|stop> {_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}",
    ),
    # "he called and said '...' from 98..."
    (
        "other",
        f"<they&!who|suspect> <call|called> <!newline&!id>{{0,24}} <other_mark|close_mark> <from> "
        f"{_LABEL}{{0,2}} {_ID} (?! <comma>? <my> )",
    ),
    # "mera number jo likha wo galat hai, sahi 98... hai"
    (
        "reporter",
        f"<my> {_LABEL}{{1,2}} <!stop&!newline&!id&!their>{{0,5}} <dirty> <!stop&!id>{{0,3}} <comma|stop|newline>? "
        f"<common>? {_LABEL}{{0,2}} <is>? {_ID}",
    ),
    # "one 'bank manager' called from 98..."
    (
        "other",
        "(?<! <my|i_en> ) <man|suspect|occupation|post|firm|workplace> <other_mark>? <call|called> <me|eng_me>? "
        f"<from> {_LABEL}{{0,2}} {_ID}",
    ),
    # "has been calling me at all hours from 98...", "was telephoned twice from 98..."
    (
        "other",
        "(?<! <i_en|i_nom|we_nom|am|am_en|please> ) <call|called|speaking&reporting> "
        "<!stop&!newline&!id&!i_en&!please&!my>{0,5} <from> "
        f"{_LABEL}{{0,2}} {_ID}",
    ),
    # "Bablu 98... se phone karke dhamki deta hai"
    (
        "other",
        f"<given|surname|suspect> <honorific>? {_ID} {_LABEL}{{0,2}} <se> <!stop&!newline&!id&!iam&!i_nom&!my>{{0,6}}? "
        "<threat|call|said> (?! <please|iam> )",
    ),
)

# (verdict, rule), the surest first.
RULES: tuple[tuple[Owner, str], ...] = (
    # "mere gramin bank khate 4471... se 27,300 nikal gaye": whoever took it, the account is mine
    ("reporter", f"<my> (?: {_BANK} | <tag|open|off> ){{0,6}} {_LABEL}{{1,3}} {_LINK}{{0,2}} {_ACCOUNT}"),
    # "mera number note karo, 98... par baat hoti hai"
    ("reporter", f"<my> {_LABEL}{{1,2}} <put_down|notes> <ordinary|please|habit>{{1,2}} {_LINK}{{0,2}} {_ID}"),
    ("reporter", f"<my> <wala> {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}"),
    # "mobile 98... se shikayat ki thi"
    (
        "reporter",
        f"(?: ^ | <stop|newline> ) {_LABEL}{{0,2}} {_ID} {_LABEL}? <se> <ordinary>? <info> <came|habit|gen> <is>",
    ),
    # "darr ke maare apne SBI khate 3021... se 3 lakh bhej diye": what one pays from is one's own
    (
        "reporter",
        f"(?<! <they> ) <!stop&!newline&!they&!ne&!suspect> <own> <org|common>{{0,2}} {_LABEL}{{1,2}} {_LINK}? "
        "(?P<id> <account|upi> ) <se> <num|number_word|common|money>{1,6} <sends|pays_in|lost>",
    ),
    # into which the cheat had it paid: "Santosh ne 3 lakh liye account 321...", "paid 50000 in account 501...",
    # "5000 bheje phonepe se 98... ko"
    (
        "other",
        f"(?: <given|suspect> <ne> | <they&!who> <came|gives|had_sent> <eng_me> ) <!stop&!newline&!id&!my>{{0,6}} "
        f"{_LABEL}{{1,3}} {_LINK}? (?P<id> <account|upi> )",
    ),
    ("other", "<num|money> <!stop&!newline&!id&!my&!call>{0,5} (?P<id> <phone|upi> ) <ko> (?! <call> )"),
    # "adhik jankari ke liye 98...", "number 98..., mera number 97..."
    ("reporter", f"<info> <for|gen>{{1,3}} {_LABEL}{{0,2}} {_LINK}? {_ID} (?= <stop|comma|newline> | $ )"),
    (
        "other",
        f"(?<! <my|own|name> ) {_LABEL}{{1,2}} {_LINK}? {_ID} <comma|stop> <my|applicant> {_LABEL}{{1,2}} {_LINK}? "
        "<id|tag_phone>",
    ),
    # whose each of two is: "98... uska 97... hamar", "Guddu 98..., mera 97...", "98... se 97... par dhamki aati hai"
    ("reporter", f"<id> <their> {_LABEL}? {_ID} <my> (?= <stop|comma|newline> | $ )"),
    ("other", f"(?: ^ | <stop|newline|comma> ) {_ID} <their> (?= {_LABEL}? <id|tag_phone> )"),
    ("other", f"<given|surname|suspect> {_LABEL}{{0,2}} {_ID} <comma|and|stop>? <my> {_LABEL}{{0,2}} <id|tag_phone>"),
    ("reporter", f"(?<! <my|own|i|ne> ) <id> {_LABEL}? <se> {_LABEL}{{0,2}} {_PHONE} <on> {_CALLS}"),
    ("other", f"(?<! <my|own|i|ne> ) {_PHONE} {_LABEL}? <se> {_LABEL}{{0,2}} <id|tag_phone> <on> {_CALLS}"),
    ("reporter", f"{_PHONE} {_LABEL}? <on> {_LABEL}? <id> {_LABEL}? <se> {_CALLS}"),
    ("other", f"<id|tag_phone> {_LABEL}? <on> {_LABEL}? {_PHONE} {_LABEL}? <se> {_CALLS}"),
    # "112 ko 98... se phone lagaya", "98...@ybl par inaam dijiyega"
    ("reporter", f"<num> <ko> {_ID} {_LABEL}? <se> <call|phoneword|info> (?! <came> )"),
    # "mujhse rishwat x@ybl pe li"
    ("other", "<me> <num|money|crime|common>{1,4} (?P<id> <upi|account> ) <on> <ordinary|habit|has_done|came|common>"),
    # "98... se bol raha hu", "calling from 98...", "reward ka paisa 98... par", "kal 98... se bataya tha"
    ("reporter", f"<reward> <!stop&!newline&!id>{{0,5}} {_ID} <on>"),
    # "98... is Chandan"
    ("other", f"{_ID} <is_en> <given&!common|cap&open> <surname>? (?= <stop|newline> | $ )"),
    *TAKEN,
    *MOVED,
    ("reporter", f"(?: ^ | <stop|newline> ) <uses> {_LABEL}? (?P<id> <phone> )"),
    # his and mine in one breath
    ("reporter", f"<id> <comma|and|slash>? <my> {_LABEL}{{0,2}} {_ID}"),
    ("other", f"{_ID} {_LABEL}{{0,2}} <se> <my> {_LABEL}{{0,2}} <id>"),
    ("reporter", f"<my> {_LABEL}{{0,2}} {_ID} {_LABEL}{{0,2}} <on>"),
    (
        "reporter",
        f"<tag_relative> <honorific>? <gen|other_mark>{{1,2}} {_ADJ}{{0,1}} {_LABEL}{{1,4}} {_LINK}{{0,3}} {_ID}",
    ),
    # what I write from, what is my very own, where I am to be called
    ("reporter", f"<my> <own|runs&ordinary|emphatic> <gen>? <emphatic>? {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    ("reporter", f"{_CALL_ME} <comma|stop|newline>? {_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}"),
    # "babuji ke phone pe link aaya ... unki upi 98...@ybl thi"
    (
        "reporter",
        f"(?: ^ | <stop|newline> ) <near_kin> <gen> <!suspect&!man&!they&!given&!newline&!my&!id>{{1,30}} <unka> "
        f"{_LABEL}{{1,2}} {_LINK}{{0,2}} (?P<id> <upi|account|phone> )",
    ),
    *ACCUSED,
    # "paid 12000 by phone to 98...", "Sonu hai jo tiraha pe rehta hai, 98...", "kagaz pe 98... likhkar de gaya"
    ("other", f"<money|habit> {_NOT_TO_ME}{{0,5}} <to> {_LABEL}{{0,2}} {_ID}"),
    ("reporter", f"<reward> {_W}{{0,6}} <tag_reporter> <and|comma|slash> {_LABEL}{{0,2}} {_ID}"),
    ("other", f"{_ID} {_LABEL}{{0,2}} <ne>"),
    ("reporter", f"(?: ^ | <stop|newline|comma> ) <near_kin> <gen> {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    ("reporter", f"<applicant> <gen>? {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    ("other", f"{_ID} (?: <this> {_LABEL}{{1,2}} | {_LABEL}{{0,2}} ) <honorific>? <wala> (?! <i|i_nom|my> )"),
    (
        "other",
        f"<on|me> <comma|ordinary|this|that>{{0,2}} {_LABEL}{{0,1}} {_ID} {_LABEL}{{0,2}} <se> (?: "
        f"<!stop&!newline&!id&!iam>{{0,8}} ) <came>"
    ),
    ("reporter", f"<i> {_W}{{0,2}} {_ID} <se> {_W}{{0,2}} <call> <habit|came>"),
    # who calls, writes or speaks from a number: "... se koi Rana bola", "... aur ... se phone aata hai"
    (
        "other",
        f"{_ID} {_LISTED} {_LABEL}{{0,2}} <se> <!stop&!newline&!id&!iam&!i_nom&!my>{{0,8}}? "
        "<came|said|threat|money> (?! <iam|please> )",
    ),
    ("other", f"<call|came|threat|said> {_W}{{0,4}} <from> {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}"),
    ("reporter", f"<my|own> {_ADJ}{{0,2}} {_LABEL}{{1,4}} <gen>? {_LINK}{{0,3}} {_ID}"),
    ("other", f"{_LABEL} <that|who|jis> {_W}{{1,10}} <is> {_ID}"),
    ("reporter", "<my> <money|common|open>{1,2} (?P<id> <upi|account> ) <se>"),
    # "baat karni ho to 98... pe", "98... pe mera pati uthaye to kuchh mat kahna"
    ("reporter", f"<call> <please|ordinary|common>{{0,2}} <if|to> {_LABEL}{{0,2}} {_ID} {_LABEL}{{0,2}} <on>"),
    # "takes calls on 98...": whoever it is
    ("reporter", f"<tag_reporter&tag_name> <is|am|comma|and|stop|newline>{{0,3}} {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    ("other", f"{_LABEL} <gen> <that|their> <phoneword|property|common>{{1,2}} <is>? {_LINK}{{0,2}} {_ID}"),
    (
        "other",
        f"<doer|does> <is|rah>{{0,2}} <stop|comma|newline>{{1,2}} <name> <is|colon>? <given|surname|open>{{1,3}} "
        f"<occupation|honorific>? <comma|is>{{0,2}} {_LABEL}{{0,3}} {_LINK}{{0,2}} {_ID}",
    ),
    ("other", f"<slip> <!stop&!newline&!id&!my&!i_nom&!iam&!me>{{0,20}} {_LABEL}{{1,3}} {_LINK}{{0,2}} {_ID}"),
    ("other", f"<uses> <this|that|ordinary>{{0,2}} {_LABEL}{{0,2}} {_ID}"),
    ("reporter", f"<reply> {_W}{{0,2}} <to|on> {_LINK}? {_ID}"),
    ("reporter", f"<please> <call> {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID} (?! {_W}{{0,4}} <crime> )"),
    (
        "reporter",
        f"<my> <kin>{{1,2}} <given|surname|open|honorific|tag|other_mark>{{0,4}} <gen> {_ADJ}{{0,1}} "
        f"{_LABEL}{{1,4}} {_LINK}{{0,3}} {_ID}"
    ),
    ("other", f"<their|jis> {_ADJ}{{0,2}} {_LABEL}{{1,4}} {_LINK}{{0,3}} {_ID}"),
    ("other", f"{_HEAD} <honorific|other_mark>? <gen> {_ADJ}{{0,2}} {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    (
        "other",
        f"{_HEAD} <honorific|other_mark>? <gen> <name> <is|colon>{{0,2}} <given|surname|open>{{1,4}} "
        f"<comma|and|is|open_mark>{{0,2}} {_LABEL}{{0,3}} {_LINK}{{0,3}} {_ID}"
    ),
    (
        "reporter",
        f"{_ID} <is|this|comma|colon|open_mark>{{0,3}} {_LABEL}{{0,2}} <my> (?: {_ADJ}{{0,1}} {_LABEL} | "
        "<is|stop|comma|close_mark|newline> | $ )"
    ),
    (
        "other",
        f"{_ID} <is|this|comma|colon|open_mark|that>{{0,3}} (?: <given|surname|suspect|open>{{1,3}} ) "
        f"<honorific>? <gen> (?: {_LABEL} | <is|stop> | $ )"
    ),
    (
        "reporter",
        f"{_ID} {_LABEL}{{0,2}} <se|on> <me|my|they>? {_W}{{0,2}} <call> <me>? {_W}{{0,2}} <please> (?! "
        f"{_W}{{0,2}} <to> )"
    ),
    ("other", f"{_ID} <this|that|is>? {_LABEL}{{0,2}} <dot>? <se> (?: <!stop&!newline&!id&!iam>{{0,8}} ) <came>"),
    ("other", f"{_ID} {_LABEL}{{0,2}} <on> {_W}{{0,6}} (?: <habit> (?! <iam> ) | <to|money|threat|crime> )"),
    ("other", f"(?P<id> <account|upi> ) {_LABEL}{{0,2}} <in|on> {_W}{{0,4}} <goes|habit|came>"),
    ("other", f"<call|threat|came> {_W}{{0,3}} <from> {_W}{{0,4}} {_ID}"),
    ("other", f"<call|threat|crime|money|came> {_W}{{0,5}} {_ID} <se> (?: <stop|comma|newline> | $ )"),
    ("other", f"<habit|money> {_W}{{0,3}} <to> {_W}{{0,4}} {_ID}"),
    ("reporter", f"<call|please> <eng_me|me> {_W}{{0,5}} {_ID}"),
    # where money went: "is UPI par bhej diye: ...", "paid into a/c ..."
    ("reporter", f"<call> <please>{{1,3}} {_LINK}{{0,3}} {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}"),
    ("reporter", f"<me> {_W}{{0,4}} {_ID} <on>"),
    ("reporter", f"<my> <phoneword|property> <comma>? {_W}{{0,4}} {_ID} (?! {_LABEL}? <se|on|ne> )"),
    ("other", f"<suspect> <given|surname|open|honorific>{{0,3}} {_LINK}{{0,2}} {_LABEL}{{0,3}} {_LINK}{{0,3}} {_ID}"),
    ("other", f"<ref> {_LABEL}{{0,2}} {_LINK}{{0,2}} (?P<id> <digits> )"),
    # alone in its sentence, or at the end after no word of whose it is
    ("unknown", "(?: ^ | <stop|newline|is|please> ) (?P<id> <phone> ) <stop|dot>? (?: <newline> | $ )"),
)  # fmt: skip

_HEAD_OF = "(?: ^ | <stop|newline|comma> )"
PLATE_RULES: tuple[tuple[Owner, str], ...] = (
    *DRIVEN,
    # "UP61... mera chalan bina baat ke kata"
    ("reporter", f"(?P<id><plate>) <is|comma|stop|gen>{{0,3}} <my> {_W}{{0,2}} <challan>"),
    ("reporter", f"<my|me> {_W}{{0,2}} <challan> {_W}{{0,10}} (?P<id><plate>)"),
    # "mera naam ... hai. UP65... bolero se sharab aati hai"
    (
        "other",
        f"(?: ^ | <stop|newline> ) (?: {_LABEL} | <vehicle_word|property> ){{0,2}} (?P<id><plate>) "
        "<property|vehicle_word|wala|open>{0,2} <se|in> <!stop&!newline&!my&!me&!i_nom&!i>{0,3} <crime|money> "
        "<!stop&!newline&!my&!me&!i_nom&!i>{0,3} <is|habit|came|goes>",
    ),
    ("other", "(?P<id><plate>) <wala>? <ne>"),
    # "UP62... meri apni bike hai", "hum e-rickshaw chalate hain, gaadi number UP65..."
    ("reporter", "(?P<id><plate>) <comma|is>? <my> <own|emphatic>? <property|vehicle_word> <is>"),
    (
        "reporter",
        f"<i_nom|we_nom> <!stop&!newline&!comma&!they&!ne>{{1,4}} <motoring|runs|earns> <iam|hoon|is> "
        f"(?: <comma|stop>? <vehicle_word|property>? {_LABEL}{{1,2}} {_LINK}{{0,2}} "
        "| <own> <comma|stop>? <vehicle_word|property>{1,2} ) (?P<id><plate>) (?! <se|wala|on|ne|in> )",
    ),
    *ACCUSED,
    (
        "other",
        f"<on|me> <comma|ordinary|this|that>{{0,2}} {_LABEL}{{0,1}} {_ID} {_LABEL}{{0,2}} <se> (?: "
        f"<!stop&!newline&!id&!iam>{{0,8}} ) <came>"
    ),
    (
        "reporter",
        f"(?: {_MINE} <kin>{{0,2}} <gen>? | {_HEAD_OF} <near_kin> <gen> ) <property|vehicle_word|open|common> "
        f"{_W}{{0,8}} <stolen|lifted> <goes|ordinary|is|comma|stop|habit|came>{{0,4}} "
        f"<property|vehicle_word|their|gen>{{0,2}} <label|phoneword>{{1,2}} {_LINK}{{0,2}} (?P<id><plate>)",
    ),
    # "meri gaadi chori ho gayi sir, HF Deluxe UP67...", "gaadi meri hi hai, Splendor UP61..."
    (
        "reporter",
        f"{_MINE} <property|vehicle_word> {_W}{{0,8}} <stolen|lifted> <goes|is|came|habit|ordinary>{{0,3}} "
        f"<honorific|comma|stop|newline>{{1,3}} {_VEHICLE_WORDS}{{0,4}} {_LINK}{{0,2}} (?P<id><plate>) "
        "(?! <se|wala|on|ne|in|from> )",
    ),
    (
        "reporter",
        f"<property|vehicle_word> <my> <emphatic>? <is> <comma|stop> {_VEHICLE_WORDS}{{0,4}} {_LINK}{{0,2}} "
        "(?P<id><plate>) (?! <se|wala|on|ne|in|from> )",
    ),
    (
        "reporter",
        "<i_nom|imaybe|we_nom> <!stop&!newline&!comma&!they&!id&!tag>{1,8} <goes|came|rah>{1,2} <was_hi> <comma>? "
        f"<property|vehicle_word|open>{{1,2}} {_LABEL}{{0,2}} (?P<id><plate>)",
    ),
    ("reporter", f"{_MINE} <kin>{{0,2}} <gen>? {_VEHICLE_WORDS}{{0,5}} {_LINK}{{0,3}} (?P<id><plate>)"),
    ("reporter", "<my> <too> <common|open>? <property|vehicle_word> <is> <comma>? (?P<id><plate>)"),
    # "bike chori ho gayi number UP62...", "I was in UP32..."; "vehicle UP62... parked outside my house"
    (
        "reporter",
        f"(?: ^ | <stop|newline|comma> ) <property|vehicle_word> <common|open>{{0,2}} <stolen> "
        f"<!stop&!newline&!id>{{1,3}} <comma|stop>? {_LABEL}{{0,2}} {_LINK}{{0,2}} (?P<id><plate>)",
    ),
    (
        "reporter",
        "<i_en> <!stop&!newline&!id&!they&!saw&!seen&!given&!suspect&!notes>{1,3} <in|on> (?P<id><plate>)",
    ),
    (
        "other",
        f"{NOT_OWN} (?P<id><plate>) <is|was|was_hi|common|rah>{{0,2}} <common|beside|beside_word|by_place>{{0,2}} <my> "
        "<house|home|own_spot> (?! <!stop>{0,8} <stolen> )",
    ),
    (
        "reporter",
        f"{_MINE} <property|vehicle_word> <is|article>{{1,3}} {_VEHICLE_WORDS}{{0,4}} {_LINK}{{0,2}} (?P<id><plate>)",
    ),
    (
        "reporter",
        f"<stolen> {_W}{{0,4}} <my> <comma>? (?: {_VEHICLE_WORDS} | <surname> ){{0,6}} {_LINK}{{0,2}} (?P<id><plate>)",
    ),
    ("reporter", f"<own> {_VEHICLE_WORDS}{{0,4}} {_LINK}{{0,2}} (?P<id><plate>) <there> <came|is>"),
    (
        "reporter",
        f"<my|own> <open|common|ordinary>{{0,2}} <property|vehicle_word> <comma> {_LABEL}{{1,3}} {_LINK}{{0,2}} "
        f"(?P<id><plate>)",
    ),
    (
        "reporter",
        "<my> (?P<same> <property|vehicle_word> ) <!stop>{0,24} <stop|newline|comma> <!stop>{0,8} (?P<again> "
        f"<property|vehicle_word> ) <gen>? {_LABEL}{{1,3}} {_LINK}{{0,3}} (?P<id><plate>)",
    ),
    # what I drove, sat in or own
    (
        "reporter",
        f"<jis> <property|vehicle_word|common|open> <se|in|on> <i_nom|we_nom> {_W}{{0,8}} {_LINK}{{0,2}} "
        f"(?P<id><plate>)",
    ),
    ("reporter", f"<i> {_W}{{0,3}} <own> {_VEHICLE_WORDS}{{0,4}} {_LINK}{{0,3}} (?P<id><plate>)"),
    (
        "reporter",
        "(?P<id><plate>) <is|this|comma|colon|open_mark|who|gen>{0,3} <common|label|phoneword|vehicle_word>{0,2} "
        "<my> (?: <kin>{1,2} <gen> )? <emphatic|ordinary>? <common|open|label|phoneword|property|vehicle_word>{0,3} "
        "(?: <is|stop|comma|newline|close_mark> | $ )"
    ),
    ("other", "(?P<id><plate>) <will_be>"),
    ("reporter", "(?P<id><plate>) <common|open|comma|is|pronoun_it>{0,3} <my> (?= <stop|newline> | $ )"),
    # "hum bhi chalate hai UP62...", "hum e rickshaw chalate hai gadi no UP61..."
    (
        "reporter",
        f"<i_nom|we_nom|imaybe> <too>? {_VEHICLE_WORDS}{{0,3}} <runs|motoring> <rah>? <is|iam|hoon> "
        f"<property|vehicle_word>? {_LABEL}{{0,2}} (?P<id><plate>)",
    ),
    (
        "reporter",
        f"<i_nom> {_W}{{0,3}} <occupation> <rah>? <iam> <comma|stop|newline|and>{{0,2}} <own|my>? "
        f"<property|vehicle_word>? {_LABEL}{{0,3}} {_LINK}{{0,3}} (?P<id><plate>)",
    ),
)  # fmt: skip
