"""Kin who are accused: what they are called is evidence, however it is told that they are the doers."""

from __future__ import annotations

from satark.redaction.anothers import again
from satark.redaction.bearers import said_to_do_wrong
from satark.redaction.kinsfolk import ACCUSED_NEXT
from satark.redaction.passage import Passage, possible, rule

_NAME = "(?P<name> <given|surname|open>{1,3}? )"
_RELATED = "<kin&!my&!i_nom|offspring>"
_KIN = (
    f"(?: <my|own|emphatic>{{1,3}} )? {_RELATED}{{1,2}} (?: <in> <law_en> )? (?: <gen> <kin|offspring|girl>{{1,2}} )? "
    f"{_NAME} <honorific>?"
)
_DOER = "<suspect&!occupation&!post&!kept_post&!master&!man>"  # a broker or a thief, and no driver
_AS_DOER = "(?! <given|surname|ko|se|saath|ne|on|gen> )"  # not "chor mere bhai Raju ko le gaya"
_DOES = "<doer|runs|does|works> <habit|rah|is|was_hi>{0,3}"
_END = "(?= <stop|newline|comma|but|and> | $ )"
_SOMETIME = "(?: <daytime|ordinary|too|by_place|place|own_spot|in|num|number_word> | <daytime> <gen|ko> )"
_OWN_DOING = (
    "<!stop&!newline&!ne&!ko&!is&!who&!jis&!people&!man&!they&!their&!suspect&!suffers&!tag&!saw&!given&!kin&!me&!not"
    "&!seen&!said>"
)
_TELLS = "<!stop&!newline>{0,3} <said|info>"
_WRONGS = "<strike|crime|harm|hurts>"
_RESCUES = "<!stop&!newline>{0,8} <helped|opposes|info>"
_OF_MASTERS = f"<house|own_spot>? <gen>? <master> <honorific>? {_NAME} <honorific>?"
_ANY_OF_MINE = f"(?: {_RELATED}{{1,2}} (?: <in> <law_en> )? | <house|own_spot>? <gen>? <master> ) {_NAME} <honorific>?"
_NOTHING_ELSE = (
    "<!stop&!newline&!comma&!ne&!they&!given&!that&!people&!man&!saath&!said&!helped&!saw&!suffers&!info&!who>"
)
_ACCUSED = (
    # "satta chalta hai ... chalane wala mera mausera bhai Arun", "his helper is my cousin Salim"
    f"<crime> <!newline&!tag>{{0,24}} <common|doer|does|runs> <wala> {_KIN} {_AS_DOER}",
    f"<their> <suspect|coworker|fellow|common> <is> {_KIN} {_AS_DOER}",
    # "devar Mahesh roz raat ke juaa khelavela", "my brother in law Irshad slaughtered two cows"
    f"{_KIN} (?: <and|came> <kin> <given|surname>{{1,2}} )? "
    f"(?= {_SOMETIME}{{0,6}} <crime> <common|num>{{0,2}} <doer|does> )",
    f"<my> {_RELATED}{{1,2}} (?: <in> <law_en> )? {_NAME} (?= <crime> <num|number_word|article|my|eng_me> )",
    # "gaadi mera hi bhatija Lokesh chalata hai, malik Tribhuvan hai"
    f"<vehicle_word|property> {_KIN} <emphatic>? {_DOES} <comma> <master>",
    # "My husband Sanjay is constable at the thana. He and the diwan take Rs 300 from every truck"
    f"{_KIN} (?= <is> <!stop&!newline&!ne&!ko&!se&!comma>{{0,6}} <stop> <one_subject> (?! <ne|people|is_en|was_en> ) "
    "<!stop&!newline&!ko&!saw&!suffers>{0,8} (?: <money> <num> <from> | <num> <money> <from> ) )",
    # "apne sage mama Triloki ke khilaf likh raha hu", "I write against my own son. Rajat, 24 years, ..."
    f"{_KIN} <gen> <against> <common|info>? <put_down|reporting> <rah>{{0,2}} <iam|hoon>",
    f"<against> <my> <own|emphatic|ordinary>{{0,2}} {_RELATED} <stop|comma|colon>? {_NAME} (?= <comma|stop|is> )",
    # "dalal mera chacha Harihar hai", "katta bechne wala hamar sala Chhotu"
    f"{_DOER} <is|comma|colon|ordinary>{{0,2}} {_KIN} {_AS_DOER}",
    # "chori karte hai unme se ek mera bhai Golu"
    f"<crime|suspect|does|doer> <!stop&!newline>{{0,12}} <se|in> <number_word> <is>? {_KIN} {_AS_DOER}",
    f"{_KIN} <is_en> <number_word> <gen> <article>? <they|suspect|number_word>",
    f"{_KIN} <is_en> <saath> <they&!him>",
    # "chori ki gaadi kaati jaati hai ... usme mera chacha Harihar bhi hai"
    f"<crime&!strike&!harm|stolen> <!newline&!tag&!ko&!strike>{{0,24}} <among_them> <my> <open|common|ordinary>? "
    f"{_RELATED}{{1,2}} {_NAME} <too|emphatic>{{1,2}} <joined|is&!was_hi> {_END}",
    # "I overheard my brother in law Satish telling that 3 lakh will be given for finishing off ..."
    f"<i|i_en|i_nom> <saw&seen> {_KIN} <said|speaking|call> "
    "(?= <!stop&!newline>{0,14} <crime|harm|threat|money|will_be> )",
    # "it was my nephew Rinku who shot"
    f"<pronoun_it> <was_en|is_en>? {_KIN} <who>",
    # "mera bhai Suraj bhi shamil hai"
    f"{_KIN} <is|too|emphatic|ordinary|their>{{1,3}} (?: <in|that>{{0,2}} ) <joined>",
    # "my husband Iqbal and his friend were talking of selling me", "pati Rinku, sasur Shivpujan aur saas Kalavati ne"
    f"{_KIN} <and> <their> <kin|fellow|man> <given|surname|open>{{0,2}} <me> <!stop&!newline&!comma>{{0,6}} "
    "<sale|sold|crime|strike|threat>",
    f"{_KIN} (?= (?: <comma|and>{{1,2}} <kin> <given|surname|open>{{1,2}} ){{1,4}} <ne> {_END} )",
    # "mere chacha Harihar aur unke ladke Dablu ne ... maar ke kuen me fenka"
    f"{_KIN} (?= <and> <their> <common|ordinary>? <kin|offspring|fellow|man|coworker> <given|surname|open>{{1,2}} <ne> "
    "<!stop&!newline&!said&!helped&!saw&!suffers>{0,14} <strike|crime|sexual> )",
    f"{_KIN} <gen> <too|emphatic>{{0,2}} <hand> <too>? <is> {_END}",
    # "my mama, Rajnath, last week sold two pistols"
    f"<my> {_RELATED} <comma> {_NAME} <comma> <!stop&!newline&!comma&!ne&!ko&!se&!suffers&!was_en>{{0,5}} <sold>",
    # "my own nephew, Ayush Rai, is running online betting"
    f"<my> <own|ordinary>{{0,2}} {_RELATED} <comma> {_NAME} <comma> <is_en> <runs|sold|crime> "
    "<!stop&!newline&!comma>{0,3} <crime|threat|money|harm>",
    f"{_RELATED} <emphatic> <is> {_NAME} (?= <stop|newline> )",
    # the object first: "balu ka dhandha mere jija Mukesh chalate hai"
    f"<this|that> <people|number_word|common|works>{{1,2}} {_KIN} <emphatic>? {_DOES} {_END}",
    f"<crime> <!stop&!newline&!ne&!ko&!i_nom&!they&!comma>{{0,5}} {_KIN} <emphatic>? {_DOES} {_END}",
    # "mere fufa Ramakant raat 10 se 2 baje JCB se mitti khodwa ke bechte hain": a doing of their own, till the end
    f"<my|own> <emphatic|ordinary>? {_KIN} {_AS_DOER} "
    f"(?= {_OWN_DOING}{{0,14}} <crime> <gen>? {_OWN_DOING}{{0,4}} <doer> <habit|rah|is|ordinary>{{0,3}} {_END} )",
    # "my husband Imran has beaten me", "mera pati Mukesh tel chhidak ke mujhe jalane aa raha hai"
    f"<my> <ordinary|common>? {_KIN} {_AS_DOER} (?: <and> <kin> <given|surname>{{1,2}} )? "
    f"(?= <ordinary|has_done>{{0,3}} {_WRONGS} <eng_me> )",
    f"<my> <ordinary|common>? {_KIN} {_AS_DOER} (?= {_OWN_DOING}{{0,8}} <me> {_NOTHING_ELSE}{{0,5}} {_WRONGS} "
    "<came|rah|habit|has_done|is>{1,3} )",
    # "mere pati Dinesh ne mujhe bahut mara", "mera malik Suresh mujhe band karke ...", "my brother forged my signature"
    f"<my> <ordinary|common>? {_ANY_OF_MINE} <ne> (?! {_TELLS} | {_RESCUES} ) "
    "(?= <!stop&!newline&!said&!given>{0,3} <me|my> <!stop&!newline&!comma&!said&!info&!saw&!call&!that&!given>{0,4} "
    "<hits|strike|harm|sexual> )",
    f"<my> <ordinary|common>? {_OF_MASTERS} {_AS_DOER} (?! {_RESCUES} ) "
    f"(?= {_OWN_DOING}{{0,4}} <me|eng_me> <!stop&!newline&!said>{{0,5}} <hits|strike|harm|crime|sexual|undo|hiding> )",
    f"<my> <ordinary|common>? {_ANY_OF_MINE} {_AS_DOER} (?! {_RESCUES} ) "
    "(?= <ordinary|common|to|is>{0,3}? <wrongs_en> <!stop&!newline&!they&!given>{0,3} <eng_me|my> )",
    # "mere pati Dinesh ke khilaf report likhwani hai", "mere pati Dinesh se mujhe jaan ka khatra hai"
    f"<my> <ordinary|common>? {_ANY_OF_MINE} <gen> <against> <!stop&!newline&!fake&!ne&!they&!occupation>{{0,2}} "
    "<info|put_down|reporting> <!stop&!newline&!ne&!they>{0,3} <is|iam|hoon|wished|please>",
    f"<my> <ordinary|common>? {_ANY_OF_MINE} <se> <me> <!stop&!newline>{{0,4}} <fear|threat>",
    f"<helped|rescue> <eng_me> <from> <my> <ordinary|common>? {_ANY_OF_MINE}",
    # "Ramesh Yadav, mera pati, mujhe marta hai", "my brother sells ganja, his name is Suresh"
    f"{_NAME} <comma> <my> {_RELATED}{{1,2}} <comma> "
    "(?= <!stop&!newline&!ko&!suffers&!was_en&!ne>{0,8} <crime|strike|harm> )",
    f"<my> <ordinary|common>? {_RELATED} <crime|doer> <!stop&!newline&!given&!they>{{0,4}} <comma|stop> <their> <name> "
    f"<is>? {_NAME} (?= <is|stop|newline|comma> | $ )",
    f"<my> {_RELATED}{{1,2}} <gen> <name> <is|colon>? {_NAME} <is>? <comma|stop>? "
    "(?= <they&!him> <!stop&!newline&!ko&!ne>{0,6} <hits|strike|crime|harm> )",
    # "his mother Sonmati beat her", "her husband Ashfaq, who is a clerk, beat her"
    f"<their> {_KIN} <comma>? (?= (?: <who> <is> <!stop&!newline&!comma>{{1,7}} <comma>? )? {_WRONGS} <her> )",
    # "mere tau Rajaram meri chacheri behan ko ... bech denge", "devar Chhotu ne us ladke se marpeet ki"
    f"<my> {_KIN} {_AS_DOER} (?= <my> <kin|girl>{{1,2}} <given|surname>? <ko> {_NOTHING_ELSE}{{0,10}} "
    "<sold|strike|harm|crime> <will_be|has_done|habit|rah|is> )",
    f"{_KIN} <ne> (?= <!stop&!newline&!ne&!me&!my&!said&!saw&!helped&!suffers&!catch>{{0,8}} <man|people|coworker> "
    f"<se> <crime> <gen&habit> {_END} )",
    # "Suresh mera jija hai, smack bechta hai"
    f"{_NAME} <honorific>? <my> <own|ordinary|emphatic>{{0,2}} {_RELATED}{{1,2}} <is> (?= {ACCUSED_NEXT} )",
    # "bitiya ke sasural wale dahej khatir maarte hain, damad ka naam Mukesh hai"
    f"<dowry> <!newline&!tag&!given>{{1,30}} <in_laws> <gen> <name> <is|colon>? {_NAME} "
    "(?= <is|stop|newline|comma> | $ )",
    # "my son Irfan is with that gang"
    f"{_KIN} <is_en> <saath|in> <that|this|article|their>? <suspect> (?! <other_mark|gen> )",
    # "mujhe mere pati Santosh ne ... peet kar bhaga diya", "mere bhai Raju aur bhatije Pintu ne ... mujhe mara"
    f"<me> {_KIN} <ne> (?! {_TELLS} ) (?= <!stop&!newline&!said&!colon>{{0,10}} <strike|sexual> )",
    f"{_KIN} (?= (?: <comma|and>{{1,2}} <kin> <given|surname|open>{{1,2}} ){{1,4}} <ne> "
    "<!stop&!newline&!said>{0,14} <me> <!stop&!newline&!said&!ne>{0,10} "
    "(?: <strike|harm|threat|crime|hits> | <se> <ordinary> ) )",
    # "mere chacha Harihar ne hi ... maar diya", "bhai ne hi supari di hai ... bhai ka naam Harihar hai"
    f"{_KIN} <ne> <emphatic> (?! <!stop&!newline>{{0,8}} <said|saw|info|helped|knows|catch|suffers|opposes|put_down> ) "
    "(?= <!stop&!newline&!comma>{0,10} (?: <strike|crime|harm> | <undo> <has_done> ) )",
    f"<my|own> <common|ordinary>{{0,2}} {_RELATED}{{1,2}} <ne> <emphatic> "
    "<!stop&!newline&!said&!saw&!info&!catch&!helped&!me&!not&!put_down&!opposes>{0,8} <strike|crime|harm> "
    "(?! <gen|saw|catch|not|opposes> | <doer|habit&!has_done> ) "
    f"<!newline&!tag>{{0,20}}? <kin> <gen> <name> <is|colon>? {_NAME} (?= <is|stop|newline|comma> | $ )",
    # "chori karne wala koi aur nahi mera bhatija Harihar hai"
    f"<wala> <is>? <nobody>{{2}} <not> {_KIN} (?= <is> )",
    # "mere jija Harihar ne ... bina licence ki pistol kharidi"
    f"<my|own> <emphatic|ordinary>? {_KIN} <ne> "
    "(?= <!stop&!newline&!ko&!me&!my&!said&!info&!saw&!helped&!suffers&!catch&!wala>{0,10} "
    f"<crime&harm> <common&!saw&!catch&!wala|doer|does|has_done>{{1,2}} {_END} )",
    # whose wrong it is
    f"<crime> {_KIN} <ne> <common|doer|does> <has_done|was_hi|is|habit>{{0,2}} {_END}",
    f"<crime> <gen> <!stop&!newline&!ne&!ko&!comma>{{0,4}} {_KIN} <gen> <emphatic>? <is> {_END}",
)


def accused(passage: Passage) -> set[int]:
    """The words of the names of kin that are told to be the doers."""
    return {
        at
        for tried in possible(passage, _ACCUSED)
        for match in tried.finditer(passage)
        for at in range(*match.span("name"))
    }


def accused_again(passage: Passage) -> set[int]:
    """The same with kin who are said to do wrong in their own clause, and where either are named once more ("... main
    Chhotu ki bhabhi hoon"). For the rules alone: what the tagger finds is not weighed against this."""
    found = accused(passage)
    for match in rule(f"{_KIN} <ne>").finditer(passage):
        if said_to_do_wrong(passage, match.end("name")):
            found.update(range(*match.span("name")))
    return found | again(passage, found)
