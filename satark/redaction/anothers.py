"""Names that grammar itself gives to another than the reporter, whatever the tagger holds: "thekedar Kallu ne ..."."""

from __future__ import annotations

from satark.redaction.bearers import is_bare, whose_kin
from satark.redaction.introductions import introduced
from satark.redaction.kinsfolk import THEY_DO_WRONG
from satark.redaction.lexicon import sound, symbols_of
from satark.redaction.passage import Passage, possible, rule

_BEFORE_THEIRS = 4  # words before "uske bhai" in which the speaker may be that brother
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
_CALLED = "(?P<name> <given|surname|open>{1,3} )"
_ANOTHERS = (
    "(?P<name> <given|surname|open&cap|open&dev>{1,3} ) <honorific>? <gen> <against>",
    f"<against> <my>? <occupation|post|honorific>{{0,2}} {_SOMEBODY}",
    "(?P<name> <given|surname>{1,3} ) <and> <their>",
    # what a caller gives himself out for
    "<himself> <as_en|article|to|be>{0,2} (?P<name> <!stop&!newline&!comma&!i_nom&!my>{1,4} )",
    "<said> <gen|comma|colon|other_mark|that|to|is|rah>{0,3} <i_nom|imaybe> (?P<name> "
    "<!stop&!newline&!comma&!my>{1,5}? ) "
    "<hoon|iam|speaks|speaking>",
    f"<own> <name> {_CALLED} <said|habit>",
    # what is written on a van, whose looks or papers the message begins with, what a caller says of himself
    f"{NOT_OWN} <on> <beside|ordinary>{{0,2}} <written> <was_hi> "
    f"<open&!cap|title|dot|stop|colon|other_mark>{{0,4}} {_SOMEBODY}",
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
    # "the driver was calling her 'Munni didi'"
    f"(?: ^ | <stop|newline|comma> ) <i_nom> <man|suspect>{{1,2}} <to|is>? {_SOMEBODY} <is> "
    "(?! <!stop&!newline>{0,3} <hoon|my|name> )",
    f"<reporting&phoneword|calls_by> <her|him> <other_mark>? {_SOMEBODY}",
    f"<they&subject|people> <calls_by> {_SOMEBODY} (?= <stop|newline|comma> | $ )",
    # "run by Kallu Ansari", "Kallu Tiwari. Remember this name. He fired ..."
    f"<runs|sold|hurts|strike|harm|threat|crime> <by> <title>? {_SOMEBODY}",
    f"^ {_SOMEBODY} <stop> <!my&!me&!i_nom&!i_en&!iam&!newline>{{1,8}} <stop> <one_subject> <!stop&!newline>{{0,5}} "
    "<crime|harm|does|runs>",
    # "us aadmi ka naam Kallu hai, baap Kanhaiya", "Kallu Sinha, flat 5, Chakia, runs hawala"
    "<man|suspect|their> <gen>? <common|ordinary>? <name> <is|colon>? <given|surname|open>{1,3} <is>? <comma> <kin> "
    f"{_SOMEBODY}",
    "(?<! <my|own> ) <workplace|landmark|business|firm|public_place> <gen> <name> <is|colon>? "
    "(?P<name> <given|surname|open|initials|common&cap>{1,3} ) (?= <is|stop|comma|newline> | $ )",
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <comma> {NO_SELF}{{1,6}} (?: <comma> {NO_SELF}{{1,4}} )? <comma> "
    "(?= <runs|crime|does> (?! <ordinary|rah>{0,2} <iam&!is> ) )",
    # who the men are, one or several
    "<man|suspect> <was_en|is_en|am> (?P<name> <given|surname|open>{1,3} "
    "(?: <comma|and>{1,2} <given|surname|open>{1,3} ){0,4} <comma|and>{0,2} "
    "(?: <open|post|suspect|article> <other_mark>? <gen>? <kin|offspring> <given|surname|open>{1,2} )? ) "
    "(?= <stop|comma|newline> | $ )",
    # "uska naam Kallu hai", where nobody else is spoken of
    "^ <!my&!kin&!girl&!child&!offspring&!tag&!years&!sexual>{0,40} <their&!unka> <name> <is|colon>{0,2} "
    f"{_CALLED} <is>? (?= <stop|comma|newline> | $ ) "
    "(?! <!newline>{0,14} <my|kin|girl|child|offspring|years> )",
    # "log use Kallu bulate hain", "isme Kallu ka haath hai"
    f"<him> {_SOMEBODY} <calls_by>",
    f"<among_them> {_SOMEBODY} <gen> <too|emphatic>{{0,2}} <hand>",
    # one whom nobody knew until then: "pushed by a woman, her name is Kamla"
    f"<by> <article> <girl|man> <comma|stop>? <their> <name> <is|colon>? {_CALLED}",
    # of several who were seen: "two boys fire ... One is Chhotu"
    f"(?: ^ | <stop|newline|comma> ) <number_word> <is> {_SOMEBODY}",
    # "chor ka naam Bhola hai, baap ka naam Jagdish"
    f"<suspect> <gen> <name> <!stop&!newline&!my>{{1,8}}? <kin> <gen> <name> <is|colon>? {_CALLED}",
    # "jebkatra pakda gaya, naam Shamim"
    "<suspect&!man&!occupation&!post> <!stop&!newline&!my&!tag&!kin&!iam&!i_nom>{1,5}? <comma>? (?<! <gen|my> ) <name> "
    "<is|colon>? "
    f"{_CALLED} (?= <stop|newline|comma> | $ )",
    "<tag_post> <for> (?P<name> <given|surname|open>{1,2} <honorific|kin|title|post>? )",
    # "Ranjit ka bhanja Deepu": the kin of one who is no kin of mine
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
    # "Vikas Gupta, mera padosi, katta rakhta hai"
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <comma> <my|article> <!stop&!newline&!comma&!kin>{{1,4}} <comma> "
    "(?= <!stop&!newline&!i&!i_nom&!iam&!given>{0,8} <crime|doer|strike|harm> )",
    # where one was as anybody may be: "main Apex Hospital gaya tha"
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
    # "Kallu ki naav hai"
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <gen> <!stop&!newline&!kin&!offspring&!info&!side&!call>{{1,2}} <is> "
    "(?= <stop|newline> | $ )",
    # "... 300 me deta hai. naam Kallu chai wala"
    f"<does|doer|crime> <!my&!i&!me&!iam&!tag>{{0,20}} <stop> <name> {_SOMEBODY} <!stop&!newline>{{1,2}} <wala>",
    f"{_SOMEBODY} <se> <me|my|ordinary|common|gen>{{1,5}} <fear>",
    # "mujhe Kallu ne mara", "Kallu grabbed my land", "naam Kallu hai uska"
    f"(?: ^ | <stop|newline|comma> ) <me> {_SOMEBODY} <ne> <!stop&!newline&!comma&!said&!info&!saw>{{0,3}} "
    "<strike|hits|harm|crime|threat>",
    f"(?: ^ | <stop|newline> ) {_SOMEBODY} <wrongs_en|harm|strike|undo|threat> <my|eng_me> (?! <kin> )",
    f"(?: ^ | <stop|newline> ) <!my&!kin&!girl&!child&!stop&!newline>{{0,6}} <name> {_CALLED} <is> <their>",
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
    # "main Kallu ki shikayat ...", "hum Kallu ke naav batayenge", "main Kallu par FIR ..."
    f"<i_nom|imaybe> {_SOMEBODY} <gen> <info|name|yahan|against>",
    # "naam Samuel. main Dharmraj", of whom the second is who writes; "do log the, ek ka naam Uday"
    f"<name> {_SOMEBODY} <stop> <i_nom|imaybe> <tag_name|given>",
    "<suspect|man|people|doer|strike|crime|threat> <!my&!kin&!offspring&!newline>{0,14} <number_word> <gen> <name> "
    f"<is|colon>? {_SOMEBODY}",
    # where one only was: "main Lohia park me tahal raha tha"
    "<i_nom|imaybe> (?P<name> <!stop&!newline&!comma&!in&!on&!se&!gen&!my&!own&!resident&!works&!kin>{1,3}? "
    "<landmark|area_part|public_place|business|firm|workplace> ) (?: <in|on|se> | <gen> <beside> <se>? ) "
    "<!stop&!newline&!works&!resident&!occupation&!post>{0,3} <goes|rah|came>{1,3} <was_hi>",
    f"<i_nom|imaybe|i_en> {_SOMEBODY} <gen> <kin> <hoon|iam|am|is> {THEY_DO_WRONG}",
    f"(?<! <own> ) (?<! <i_nom|am_en> <their|article> ) <neighbour> <honorific|wala>? {_SOMEBODY} (?! <ko|saath|iam> )",
    f"<my> <beside> {_SOMEBODY} <gen> <home|house> <se|in|on>",
    f"<child> {_SOMEBODY} <gen>? <saath> <!stop&!newline&!sexual&!dirty>{{1,12}} (?= <stop|newline> | $ )",
    # "Dear sir, Kallu, teacher of ..., comes drunk"
    f"(?: ^ | <greeting|honorific> <comma> ) {_SOMEBODY} <comma> <article>? <post|occupation> "
    "<!stop&!newline&!comma&!i&!my&!iam&!am_en>{1,8} <comma> "
    "<!i&!i_en&!my&!me&!iam&!we_nom&!gen&!reporting&!speaking&!info&!closing>",
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
    before = passage.symbols[max(0, at - _BEFORE_THEIRS) : at - 1] if theirs else ""
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
