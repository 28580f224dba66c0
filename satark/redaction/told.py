"""Whose a number is where no possessive tells it: what the telling of the offence itself says of the number.

"The call came to mine from ...", "number tha ...", "paisa apni UPI par dalwaya"; and the vehicle that one drives.
Rules as in `possession`, which reads these first.
"""

from __future__ import annotations

from satark.reading import Owner

_LABEL = "<phoneword|label>"
_LINK = "<is|this|colon|open_mark|comma|dot|other_mark|on>"
_ID = "(?P<id><id>)"
_W = "<!stop&!newline&!id&!tag>"
_HEAD = "(?: ^ | <stop|newline|comma|and|but|open_mark> )"
_NAME = "<given|surname|open|title|cap&common>"
_CALLED = f"{_NAME}{{1,3}} <honorific|kin|suspect|occupation|common>?"
_SUM = "<num|comma|number_word|in|common|ordinary|money|other_mark>"
_MY_KIN = "<my> <kin>{1,2} <tag_relative|tag_victim|given|surname|cap&open|dev&open>{0,2}"
_MY_LABEL = f"<my> {_LABEL}{{1,3}}"
_PAPERS = "(?P<id> <account|aadhaar|pan|voter|licence> )"

ACCUSED: tuple[tuple[Owner, str], ...] = (
    # mine and theirs in one breath
    ("reporter", f"<tag_reporter&tag_name> {_W}{{0,3}} {_LABEL}{{1,2}} {_ID} <comma|and> <id> {_LABEL}? <se>"),
    ("reporter", f"{_MY_LABEL} <org|workplace|open|common>{{0,2}} <is|colon>? (?P<id> <upi|account|digits> ) <se>"),
    (
        "reporter",
        f"(?: {_HEAD} | <to> ) {_LABEL}{{1,2}} (?P<id> <account> ) <se> (?: {_SUM} | <and> ){{1,8}} <went|undo>",
    ),
    (
        "reporter",
        f"<went|undo|goes> {_W}{{0,3}} {_LABEL}{{1,2}} (?P<id> <account|digits> ) <se> (?= <stop|comma|newline> | $ )",
    ),
    # "98... se baar baar phone karke bulata hai", "khud ka number deta hai sabko 98..."
    (
        "other",
        f"(?<! <i|i_nom|i_en|me> ) {_ID} {_LABEL}? <se> {_W}{{0,3}} <call|phoneword> "
        "<!stop&!newline&!id&!tag&!iam&!i_nom&!my&!please>{1,4} <is> (?= <stop|comma|newline> | $ )",
    ),
    ("other", f"<own&!my|emphatic> <gen>? {_LABEL}{{1,2}} <gives> {_W}{{0,4}} {_ID}"),
    # "98... par baat hoti hai", "jawan number se aail 98..."
    (
        "other",
        f"(?<! <my> ) (?<! <my> <!stop> ) <crime|suspect> <!stop&!newline&!id&!tag&!my&!me&!i_nom>{{0,12}} "
        f"{_ID} {_LABEL}? <on> <call> <habit|common> "
        "<rah|is>{0,2} (?= <stop|comma|newline> | $ )",
    ),
    (
        "other",
        f"<jis|occupation&common> {_LABEL}{{1,2}} <se> <call|phoneword|threat>{{0,2}} <came> "
        f"<is|was_hi|that|they|rah>{{0,3}} {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}",
    ),
    ("reporter", f"{_ID} <is|was_hi>{{1,2}} <my> (?= <stop|comma|newline> | $ )"),
    (
        "reporter",
        f"<jis> <common|org|open>{{0,2}} {_LABEL}{{1,2}} <se> <money|common>? <went|goes>{{1,2}} <that|they>? "
        f"{_W}{{0,4}} (?P<id> <account|digits|upi> )",
    ),
    ("reporter", f"<trace> <eng_me|me> {_W}{{0,3}} {_LABEL}{{1,2}} {_LINK}? {_ID}"),
    ("other", f"<and|who|which> <is|is_en>? <reached|came&call> <on|to> {_LABEL}{{0,2}} {_ID}"),
    ("other", "<pronoun_it> <reached|went|goes|came> <to|in|on> (?P<id> <upi|account> )"),
    # "Contact of Lucky is 98...", "phone par dhamki aati hai ... number hai 98..."
    ("other", f"<phoneword|label|call> <gen> <given|surname|suspect>{{1,3}} <is|colon>{{1,2}} {_ID}"),
    (
        "other",
        f"<phoneword|call> <on|se>? <threat> <came|habit> <!newline&!id&!tag&!my>{{0,18}} {_LABEL}{{1,2}} "
        f"{_LINK}{{0,2}} {_ID}",
    ),
    # "ek number 98..., dusra 98..."
    (
        "other",
        f"<number_word> {_LABEL} (?P<id> <phone> ) <and|comma>? <nobody|ordinal|number_word> {_LABEL}? "
        "(?: <phone> | <tag> )",
    ),
    # "The number was 98...", "le jaane wala Kallu tha, number 98...", "number 98... hai. yah kal aaya tha"
    ("other", f"{_HEAD} <article|that> {_LABEL}{{1,2}} <was_en|was_hi> {_LINK}? {_ID}"),
    (
        "other",
        f"{_HEAD} {_LABEL}{{1,2}} {_ID} <is>? <stop> <this|that|pronoun_it> "
        "<!stop&!newline&!id&!tag&!on&!me&!my&!label&!phoneword>{0,6} <came>",
    ),
    (
        "reporter",
        f"<my> <name> <tag_name> <is>? <comma> <!stop&!newline&!they&!their&!suspect>{{1,8}} <comma> {_LABEL}{{1,2}} "
        f"{_LINK}{{0,2}} {_ID}",
    ),
    # "meri shikayat ka kya hua, mobile 98... se bheji thi", "maine apna UPI bhi bhej diya ..."
    (
        "reporter",
        f"<my> {_W}{{0,3}} <info> <!stop&!newline&!id&!tag>{{0,8}} {_ID} {_LABEL}? <se> <came|habit|sends>",
    ),
    ("reporter", f"<i|i_nom> <ne>? <own&!my> {_LABEL} {_W}{{0,6}} (?P<id> <upi|account> )"),
    # what lay in what was taken: "the purse had her Aadhaar"
    (
        "unknown",
        f"<property> <was|in> <her|his> {_LABEL}{{1,2}} {_LINK}? {_PAPERS}",
    ),
    ("reporter", f"<my> <this> <ordinary>? {_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}"),
    # "Suraj ka Mumbai wala number chal raha hai 98...", "Dablu ka phone abhi on hai 98..."
    (
        "other",
        "<given|surname|open&cap|open&dev>{1,2} <gen> <!stop&!newline&!comma&!my&!me&!id&!tag&!kin>{0,3} "
        f"<phoneword|call> <!stop&!newline&!comma&!my&!me&!id&!tag&!i_nom>{{0,5}} {_ID}",
    ),
    ("other", f"<number_word> {_LABEL} <se> <!stop&!newline&!my&!id&!tag>{{1,6}} <rah> <is> {_ID}"),
    # "made me send 80000 to acc 9200...", "paisa gaya mere ravi@okaxis se", "behind the dumper UP67..."
    (
        "other",
        f"<makes_me> <eng_me|me> <!stop&!newline&!id&!tag&!my>{{1,6}} <to|in|on> {_LABEL}{{0,2}} "
        "(?P<id> <account|upi|phone|digits> )",
    ),
    ("reporter", "<my> <own>? (?P<id> <upi|account|email> ) <se|on|in|to>"),
    # from which a man sends what
    ("other", f"{_ID} {_LABEL}? <se> {_W}{{0,4}} <mails> (?! <rah>{{0,2}} <iam> )"),
    ("other", f"(?: {_HEAD} ) <call|phoneword|common> {_ID} {_LABEL}? <se> <was_hi|is|came>"),
    ("other", f"{_LABEL} <on> <article|this|that>? <common|landmark|business|slip|label> <is> {_ID}"),
    ("reporter", f"<my> <phoneword|property> <!id&!tag&!newline>{{0,16}} <who|jis> {_LABEL} <was_hi|is>? {_ID}"),
    ("other", f"<customers> <ko|call|calls_by|phoneword>{{1,2}} {_LABEL}{{0,2}} <on>? {_ID}"),
    # "the boys are Rehan and Bittu, Bittu number 98..."
    (
        "other",
        f"(?P<same> <given&!common> ) <!tag&!newline>{{1,30}}? (?<! <my|kin> ) (?P<again> <given&!common> ) <gen>? "
        f"{_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}",
    ),
    # the badge of one who was seen
    (
        "other",
        f"(?: <man|article|occupation|post|suspect|number_word|their> ) <perfect|in>{{0,2}} <badge> {_LABEL}{{0,2}} "
        f"{_LINK}? {_ID}",
    ),
    # of kin, told by a pronoun right behind them: "my son X, his number ...", "meri patni ko uske phone ... par"
    ("reporter", f"{_MY_KIN} (?: <ko|gen> | <comma> ) <their> {_LABEL}{{1,3}} {_LINK}{{0,2}} {_ID}"),
    ("other", f"<call|speaking> {_MY_KIN} {_W}{{0,5}} <from|se> {_ID}"),
    # who calls or writes from where, to mine or to my kin's
    ("other", f"<my> (?: <kin>{{1,2}} <gen> )? {_LABEL}{{1,2}} (?: <id> | <tag> ) <on> {_ID} {_LABEL}? <se>"),
    ("other", f"<wala> {_ID}"),
    # "sends dirty messages to my wife from 98...", "parchi par 98... likha hai", "98..., a man on it asks"
    (
        "other",
        "<sexual|dirty|threat|trouble|crime> <!stop&!newline&!id&!i_en&!iam>{0,7} <my> <!stop&!newline&!id>{1,4} "
        f"<from> {_LABEL}{{0,2}} {_ID}",
    ),
    ("other", f"{_ID} <comma|stop> <article>? <man|suspect|nobody> <on|in> <pronoun_it|that>"),
    ("other", f"<trouble|threat|crime|harm> {_W}{{0,4}} <comma> {_ID} {_LABEL}? <se>"),
    # callers nobody knows
    # "98... se gaali de raha hai koi", "ye number 98... baar baar call karta hai"
    (
        "other",
        f"(?: ^ | <stop|newline|comma|and> ) (?: <this|that>? {_LABEL}{{1,2}} )? (?P<id> <phone> ) {_LABEL}? <se>? "
        "<!stop&!newline&!comma&!id&!tag&!my&!on&!please&!i_nom&!hoon&!info>{0,5} "
        "<threat|trouble|harm|dirty|wrongs_en>",
    ),
    (
        "other",
        f"<this> {_LABEL}{{1,2}} (?P<id> <phone> ) {_LABEL}? <se>? "
        "<!stop&!newline&!comma&!id&!tag&!my&!on&!please>{0,4} <call|speaking> <habit|came|rah>",
    ),
    ("other", f"(?P<id> <phone> ) {_W}{{0,3}} <me&!in> {_W}{{0,4}} <does|threat|said>"),
    ("other", f"{_ID} <makes_me> <me|eng_me|my>"),
    ("other", "(?: ^ | <stop|newline> ) (?P<id> <phone> ) <called> <eng_me>"),
    ("other", f"<man|nobody> <on|from|by> {_LABEL}{{0,2}} {_ID} (?! <on> )"),
    ("other", f"{_ID} {_LABEL}{{0,2}} <ko> {_W}{{0,2}} <trace|catch>"),
    ("other", f"<trace> <this|that>? {_LABEL}{{0,2}} (?P<id> <phone> ) (?! <!newline>{{0,4}} <my> )"),
    ("other", f"<said> {_W}{{0,8}} <speaking> <rah>{{0,2}} <iam|hoon> <comma|stop>? {_LABEL}{{1,2}} {_LINK}? {_ID}"),
    ("other", f"<call|phoneword> <came> {_ID} <se>"),
    ("other", f"(?: ^ | <stop|newline> ) <article> <number_word|man|suspect> {_W}{{1,6}} <is> {_ID}"),
    ("other", f"<nobody|man> {_ID} <se> {_W}{{0,3}} <call|came|said>"),
    ("reporter", f"<i_en> <wrote_in> {_W}{{0,4}} <from> {_LABEL}{{0,2}} {_ID}"),
    # of the reporter's kin, of whom only papers and accounts are told so
    ("reporter", f"<kin> <other_mark>? <gen> {_LABEL}{{1,3}} {_LINK}{{0,3}} {_PAPERS}"),
    ("reporter", f"(?: ^ | <stop|newline|comma> ) <kin> <gen> {_LABEL}{{1,3}} {_LINK}{{0,3}} {_ID}"),
    # the report lies under a name, and the number with it; whom one asks to be called
    ("reporter", f"<speaking> <gen>? <please> {_ID} <on> (?= <comma|stop|newline> | $ )"),
    # money went from here, and there
    ("reporter", f"<i> {_W}{{0,2}} {_LABEL}? (?P<id> <upi|account> ) {_LABEL}? <se> {_W}{{0,3}} <habit|came|money>"),
    ("reporter", f"<my&!own> <common|open|org>{{0,2}} {_LABEL}{{1,3}} {_LINK}{{0,2}} {_ID} <se> {_W}{{0,2}} <went>"),
    ("reporter", f"<i_en> <habit|money> {_SUM}{{0,8}} <from> {_LABEL}{{0,2}} {_ID}"),
    ("reporter", f"<i> {_SUM}{{0,6}} <own> {_LABEL}{{0,3}} {_ID} <se>"),
    ("other", f"(?: <id> | <tag> ) <on|by|in> <common|open|money|property|label> <to> {_LABEL}{{0,2}} {_ID}"),
    ("other", f"<own&!my> {_LABEL}{{0,3}} {_ID} {_LABEL}? <on|in> {_W}{{0,2}} <had_sent>"),
    ("other", f"<habit|money> {_SUM}{{0,8}} <to> <article>? {_LABEL}{{0,2}} {_ID}"),
    ("other", f"<said|makes_me> {_W}{{0,3}} <habit|money|please> {_W}{{0,2}} <on|to|in> <this>? {_LABEL}{{0,2}} {_ID}"),
    (
        "other",
        f"<money|habit> {_SUM}{{0,8}} <to|ko> <cap|given|surname|open>{{1,4}} <firm>? <comma> "
        f"(?: <!stop&!newline> <slash> <!stop&!newline> | {_LABEL} ) {_LINK}{{0,2}} {_ID}",
    ),
    # the caller's: what it was, where it is written, that it is dead by now
    ("other", f"<my> {_LABEL}{{1,3}} (?: <id> | <tag> ) {_W}{{0,8}} <from|se> {_LABEL}{{0,2}} {_ID}"),
    ("other", f"{_HEAD} <common|ordinary>? {_LABEL}{{1,2}} {_ID} <was_hi>"),
    ("other", f"<call|phoneword> <wala> {_LABEL}{{0,2}} {_LINK}{{0,2}} {_ID}"),
    ("other", f"<call> <came> <!stop&!newline&!id&!tag&!iam>{{0,28}} <comma> {_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}"),
    ("other", f"(?: ^ | <stop|newline> ) <numbers> {_LINK}? {_ID}"),
    ("other", f"(?: {_HEAD} | <on> ) {_LABEL}{{1,2}} <written> {_W}{{0,3}} {_ID}"),
    ("other", f"<their|gen> {_LABEL}{{1,2}} <comma> {_W}{{0,10}} <colon> {_ID}"),
    ("other", f"{_HEAD} <ordinary>? {_LABEL}{{1,2}} <common|ordinary>? <off>{{1,2}} <is|rah>{{0,2}} {_LINK}? {_ID}"),
    ("other", f"{_ID} {_LABEL}? <on|ko>? {_LABEL}? <not> <picks>"),
    # a name that is left is not the reporter's: whose number stands behind it
    ("other", f"{_NAME} <honorific|kin>? <reached> <on|to> {_LABEL}{{0,2}} {_ID}"),
    ("other", f"<runs|earns|does|doer|common|habit> <wala> {_CALLED} {_LINK}? {_LABEL}{{0,2}} {_ID}"),
    ("other", f"<man|suspect|master> <colon|is> {_CALLED} <comma|open_mark>? {_LABEL}{{0,2}} {_LINK}? {_ID}"),
    (
        "other",
        f"<given|surname> <other_mark>? <gen> <own|ordinary>? <business|firm> <is>? {_NAME}{{1,3}} "
        f"<firm|business>? <comma> "
        f"{_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}",
    ),
    ("other", f"<their> {_LABEL}{{1,2}} <!stop&!newline&!id&!tag&!my&!comma>{{2,6}} {_ID}"),
)  # fmt: skip

_FROM = f"{_LABEL}{{0,2}} (?P<id> <upi|account> )"
_OF_KIN = "<near_kin> (?: <given|surname|open|honorific> | <tag> ){0,3} <other_mark>?"
# What was taken: the phone or purse that it lay in, the account it went from, the reporter's or their kin's.
TAKEN: tuple[tuple[Owner, str], ...] = (
    # "yeh mera dusra number hai 90..., pehle wala 80... band ho gaya"
    ("reporter", f"<my> <booklet> <gen> {_LABEL}{{1,2}} {_LINK}{{0,2}} {_ID}"),
    ("reporter", f"{_OF_KIN} <gen> {_SUM}{{0,2}} {_LABEL}{{1,3}} {_LINK}{{0,3}} {_PAPERS}"),
    (
        "unknown",
        f"<near_kin> <!newline&!id&!suspect>{{1,24}} <their> {_SUM}{{0,2}} {_LABEL}{{1,3}} {_LINK}{{0,2}} {_PAPERS}",
    ),
    ("reporter", f"<in|common> {_ID} <wala> <phoneword> <wala>? <was_hi>"),
    ("reporter", f"{_LABEL} {_W}{{0,2}} <in> <that|this|my> <phoneword|property> <is|was_hi>{{0,2}} {_ID}"),
    ("reporter", f"{_LABEL} <jis> <on> {_W}{{0,2}} <came|call> {_W}{{0,2}} {_ID}"),
    ("reporter", f"<my> {_LABEL}{{1,2}} <se> <went|goes|is>{{1,3}} {_FROM}"),
    (
        "other",
        f"(?P<id> <upi|account> ) {_LABEL}? <on|in|ko> <please|came|habit|common|money>{{1,2}} <ordinary>? <iam|hoon>",
    ),
    ("reporter", f"(?<! <their|jis|suspect|given|gen> ) {_FROM} {_LABEL}? <se> {_SUM}{{1,8}} <undo> <goes|went>"),
    ("reporter", f"(?<! <they|suspect|given> ) <habit|money> <money>? <num> {_SUM}{{0,6}} <from> {_FROM}"),
)  # fmt: skip

_PURSE = "<upi|account|digits>"  # a long number that nothing calls an account is one beside another
_OF_ANOTHER = "(?<! <their|jis|suspect|given|surname|gen> )"
_TO = "<in|to|on|ordinary&!se>"
_THE_ONE = f"{_LABEL}{{0,2}} (?P<id> {_PURSE} )"
_OUT_OF = f"(?: {_PURSE} | <tag_bank_account|tag_upi|tag_id> )"
# One account from which money went, and another into which; a call on one number from another.
MOVED: tuple[tuple[Owner, str], ...] = (
    # "A se kat ke B me gaye", "went out of A and into B"
    (
        "reporter",
        f"{_OF_ANOTHER} (?P<id> {_PURSE} ) {_LABEL}? <se> (?! {_W}{{0,6}} <my> ) {_W}{{0,7}} (?: <id> | <tag> ) "
        f"{_LABEL}? <in|on|ko>",
    ),
    (
        "other",
        f"{_OUT_OF} {_LABEL}? <se> (?! {_W}{{0,6}} <my> ) {_W}{{0,7}} {_THE_ONE} {_LABEL}? <in|on|ko>",
    ),
    (
        "reporter",
        f"<from|off> {_THE_ONE} <comma|and>{{0,2}} {_TO}{{1,2}} {_LABEL}{{0,2}} (?: <id> | <tag> )",
    ),
    ("other", f"{_OUT_OF} <comma|and>{{0,2}} {_TO}{{1,2}} {_THE_ONE}"),
    # "jahan gaye wo B, jahan se gaye A"
    ("reporter", f"<jahan|jis|ordinary> <se> <went> <that|they|colon|is|comma>{{0,2}} {_THE_ONE}"),
    ("reporter", f"<went|goes|came|money> {_W}{{0,3}} <to> <id> <comma|and>{{0,2}} <not> <to> {_ID}"),
    # "a call came on A from B", "A pe OTP aaya"
    ("reporter", f"<call|came> {_W}{{0,4}} <on> {_LABEL}{{0,2}} (?P<id> <phone> ) <from> {_LABEL}{{0,2}} <id>"),
    ("other", f"<on> (?: <phone> | <tag_phone> ) <from> {_LABEL}{{0,2}} {_ID}"),
    ("reporter", f"(?P<id> <phone> ) {_LABEL}? <on> <otp>"),
)

_CAR = "<open|common|ordinary|article|property|vehicle_word|org|label|phoneword|num|number_word|tag_employer|own>"
# The speaker drives it: "main school ki bus chalata hu ...", "I drive the second tanker ...".
DRIVEN: tuple[tuple[Owner, str], ...] = (
    ("reporter", "<my> <wala> <property|vehicle_word|common>? (?P<id><plate>)"),
    ("reporter", f"(?P<id><plate>) {_W}{{0,6}} <who|jis> <se>? <i_nom>"),
    ("reporter", f"<tag_reporter&tag_name> {_W}{{0,4}} <motoring> <hoon|iam> <comma|colon>? {_LABEL}? (?P<id><plate>)"),
    (
        "reporter",
        f"(?P<id><plate>) <comma>? <i_nom|we_nom> <emphatic>? {_W}{{0,3}} <motoring|runs|goes|came> {_W}{{0,2}} "
        "<was_hi|iam|hoon>",
    ),
    (
        "other",
        f"<my> <gen>? <beside|common> <wala> <property|vehicle_word|common>? {_LABEL}{{0,2}} {_LINK}? (?P<id><plate>)",
    ),
    (
        "reporter",
        f"<i_en> (?: <was> | <am_en> | <other_mark> <am|am_en> )? <motoring|plies> {_CAR}{{0,6}} (?P<id><plate>)",
    ),
    (
        "reporter",
        f"<i_nom|imaybe> <!stop&!newline&!id&!they&!their>{{0,8}} <motoring> <rah>{{0,2}} <iam|hoon> <comma|colon>? "
        f"{_CAR}{{0,4}} {_LINK}? (?P<id><plate>)",
    ),
)
