"""Names the reporter gives in passing: what others call one, what to write down, who writes again.

`names` reads plain introductions; here the name hangs on another verb: to call, to know, to write, to report.
"""

from __future__ import annotations

from satark.redaction.named import ANY

KNOWN = (
    "(?: <given&!common&!occupation|given&cap|surname&!common&!occupation> "
    "| <given|open> (?= <surname&!common> ) | <cap&open|dev&open> (?= <given&!common> ) )"
)
STEADY = "<given&!common&!occupation|given&cap|surname&!common&!occupation|open>"
_TITLE = "(?: <title> <stop|dot>? | <occupation|post> )? <initials>?"
_TAIL = "<given>{0,2} <surname>{0,3} (?: <cap&open> | <open> (?= <comma|stop|newline> | $ ) )?"
_LISTED = f"(?P<name> {_TITLE} {KNOWN} {_TAIL} )"
_SURE = f"(?P<name> {_TITLE} {STEADY} {_TAIL} )"
HEAD = "(?: ^ | <stop|newline> )"
_FILL = "<common|ordinary|number_word|people|occupation|place|in|gen|name|se|workplace|comma|emphatic|business>"
_LINKS = "<gen|name|se|on|emphatic|ordinary|honorific>{0,4}"
SPEAKER = f"(?: <i_nom> | {HEAD} <imaybe> | <comma> <imaybe> )"

REPORTER = (
    # what people call one
    f"<me|my> <ko|se>? {_FILL}{{0,5}} {_SURE} {_LINKS} <calls_by|put_down> (?! <is>? <gen&!rah> )",
    f"<knows|calls_by|call> <eng_me> <as_en|by>? {_SURE}",
    # under which name it was told, or is to be kept: "Kallu naam se likhayi thi"
    f"(?: ^ | <stop|comma|newline> ) {_SURE} <name> <se|on> <ordinary>? <put_down|reporting> "
    "<is|habit|please|came|goes>",
    f"<my> <phoneword> <ko>? {_SURE} <name> <se|on> <ordinary>? <put_down>",
    f"(?: <info> <!stop&!newline&!they>{{0,8}} <comma|stop> | {HEAD} ) {_SURE} <gen> <name> <se> "
    f"<common|ordinary>{{0,3}} <put_down> (?= <is>? <i&!i_en> | <is>? <stop> | $ )",
    f"<will_be> <comma>? <that|gen> {_LISTED} <ne> <said>",
    f"<will_be> <!stop&!newline>{{1,5}} <that> {_LISTED} <said>",
    # "kisi ko mat batana ki ye Mahesh ne bataya hai"; as one is spoken to by one's own: "saas ne bola Rekha tu ..."
    f"<not> <call|hide|common|please|info>{{1,2}} <gen|that|comma>{{1,2}} <this>? {_LISTED} <ne> <said&saw>",
    f"<my> <kin> <ne> <said> <comma|colon|that|other_mark>{{0,2}} {_LISTED} <you_fam>",
    # "dhanyavad, aapne sun liya yahi bahut hai - Sitaram Kewat"
    f"<closing> <!newline&!tag&!they&!their&!suspect&!name>{{0,14}} <colon> {_LISTED} <stop|dot>? $",
    # "... roz juaa hota hai. - Suresh Yadav (Kerakat)"
    f"<stop|newline> <colon> {_LISTED} <open_mark> <place|open>{{1,2}} <close_mark> <stop|dot>? $",
    f"<stop|newline|dot> <colon> {_LISTED} <stop|dot>? $",
    # 'usne kaha ki "Dinesh tu gawahi dega to haath tod denge"'
    "<said> <colon|comma|that|gen>{0,2} <other_mark>{1,2} (?P<name> <given> <surname>? ) <comma>? <you_fam> "
    "<!newline&!other_mark>{0,10} <threat|crime|strike|harm|will_be>",
    # who writes
    f"{_LISTED} <comma>? <who> <this|emphatic>{{0,2}} <put_down> <rah>? <is|hoon>",
    f"<my> <is> <comma> <master> {_LISTED}",
    f"(?: {HEAD} | <this_en> <is_en> ) <written> <by> {_SURE} (?! <given|surname> | <ne> )",
    f"<info> <ordinary|habit|please|common|sends>{{1,3}} <wala> {_LISTED} (?= <is|stop|comma> | $ )",
    # told beside one's name: "... log Putun bolte hain", "sab mujhe Babua bulate hain, asli naam ..."
    f"<tag_reporter&tag_name> <!stop&!newline&!they&!their>{{1,8}}? <people> {_SURE} <calls_by>",
    f"<call> {_LISTED} <comma|colon|open_mark>? <phoneword>? <id|tag_phone>",
    f"<info> <!stop&!newline&!they&!their>{{0,8}} <by> {_LISTED} (?! <ne> )",
    # "hum gaadi chalane wale aadmi hain, naam Kallu"
    f"<i_nom|we_nom> <!stop&!newline&!comma&!they&!their&!ne>{{1,8}} <is|iam|hoon> <comma> <name> <is|colon>? "
    f"{_LISTED} (?= <comma|stop|newline> | $ )",
    f"<i_nom|we_nom> <!stop&!newline&!comma&!they&!their&!ne>{{1,8}} <is|iam|hoon> <comma> {_LISTED} <name> <is> "
    "(?= <stop|comma|newline> | $ )",
    # "I am owner Rakesh Dubey call me ..."
    f"<i_en> <other_mark>? <am_en> <article>? <master|post|occupation>{{1,2}} {_SURE}",
    # "... bechta hai. Name: Vinod Yadav Mobile: 98...", "... hai. 98... Anil Maurya", "karwai kare Vinod Kumar gram X"
    "<given> <!newline&!tag&!name>{0,20} <crime|doer|does|strike|harm> <!newline&!tag&!name>{0,12} <stop|newline> "
    "<name> <colon|is>{0,2} (?P<name> <given|cap&open|dev&open> <surname>? ) (?= <comma>? <phoneword|label|village> )",
    "<stop|newline> <id|tag_phone> <comma>? (?P<name> <given|open> <surname>{1,2} ) <stop|dot>? $",
    "<info|please> <please|habit|ordinary>{1,2} (?P<name> <given> <surname>{1,2} ) (?= <stop|dot>? $ | <village> )",
    # what befell the speaker, and then the form: "meri bike chori ho gayi, naam Ashok, mobile 98..., kasba ..."
    "<my|me|i_nom> <!newline&!they&!their&!suspect&!given&!surname&!man&!tag&!kin&!article&!doer&!number_word>{2,40} "
    "<comma|stop|newline> <name> <is|colon>? (?P<name> <given&!common|open> <given|surname|open>{0,2}? ) "
    "(?= <comma|stop|newline> <phoneword|label|village|id|resident|place> )",
    # "mandi me sabji bechta hu, naam Harish"
    f"<iam&!am_en> <comma|and>{{1,2}} <name> <is|colon>? {_LISTED} (?= <comma|stop|newline> | $ )",
    # two names in a row: "main Rampal Yadav Guddu Singh ke khilaf ...", "main Rampal Guddu Singh se pareshan"
    f"{SPEAKER} (?P<name> <given|open> <surname>{{1,2}} ) (?= <given> )",
    f"{SPEAKER} (?P<name> <given> ) (?= <given> <surname> <gen|se|ne|ko> )",
    "<my> <name> <is|colon>? (?P<name> <given> <surname>? ) (?= <given> <surname>? <ne> )",
    # "kisi ko na pata chale ki Ramesh ne bataya hai", "Rampal ka naam mat lena"
    "<not> <!stop&!newline&!they>{1,3} <that|gen|comma>{1,2} (?P<name> <given> <surname>? ) <ne>? <ordinary>? "
    "(?: <said&saw> | <call|hide> <is|rah> )",
    "(?P<name> <given> <surname>? ) <gen> <name> "
    "(?: <not> <hide|please|call|ordinary|common> | <hide> <put_down|please> )",
    # who signs behind a dash: "Guddu katta bechta hai - Ramkishor Maurya"
    f"<given> <!newline&!tag&!name>{{0,24}} <crime|doer|does|strike|harm> <!newline&!tag&!name>{{0,12}} <colon>{{1,2}} "
    f"{_LISTED} (?: <comma>? <id|tag_phone> )? <stop|dot>? $",
    # "hum wahi Rampal jo ... report likhaye rahe", "Guddu ne kaha ki Rampal agar police gaya to maar dunga"
    f"{SPEAKER} <that|emphatic>{{1,2}} (?P<name> <given> <surname>? ) <who>",
    "<said> <that|comma|colon|gen|other_mark>{0,3} (?P<name> <given> <surname>? ) "
    "(?= <if> <!newline>{1,8} <threat|harm|strike|crime> )",
    # at the head, father's name and all, where another is accused after it
    "^ <name>? <colon>? (?P<name> <given|open> <surname>? ) "
    "(?= (?: <son_of> | <kin> <colon>? | <rel_letter> <slash|dot> <oh> ) <given|open> <surname>? "
    "<!newline>{1,6} <given> <surname>? <!stop>{1,3} <crime|doer> )",
    # who is spoken to in what another said: "Kallu bola Rajnish tu samajh le", "the caller said Mr. Gupta your KYC ..."
    "(?<! <se|ko> ) <said|threat> <is|that|comma|colon|gen|other_mark>{0,3} (?P<name> (?: <title> <stop|dot>? )? "
    "<given|cap&open|dev&open> <surname>? ) <honorific>? <comma>? <you_fam|your>",
    # "... pls help Rajnish 98...", "Rajnish Sinha: Kallu sells ...", "From: Neha Singh"
    "<please> <common|ordinary>{0,2} (?P<name> <given|cap&open|dev&open> <surname>? ) <comma|colon>? <id|tag_phone> "
    "<stop|dot>? $",
    "^ (?P<name> <given|open> <surname>{1,2} ) <colon> (?= <given|surname> )",
    "^ <from> <colon|stop> (?P<name> <given|open> <surname>? )",
    # "Kallu sells smack at Line bazar. Rajnish Sinha"
    "<given> <!newline&!tag&!name>{0,20} <crime|doer|does|strike|harm> <!newline&!tag&!name>{0,20} <stop|newline> "
    "(?P<name> <given|cap&open|dev&open> <surname>{1,2} ) <stop|dot>? $",
    # "main Master Shivpujan Kallu ne ...", dictated without a pause
    f"{SPEAKER} <title|occupation|post>{{1,2}} (?P<name> <given|cap&open|dev&open> <surname>? ) (?= <given|my> )",
    # "mai uska padosi Dharmu hu", "I am his neighbour Suresh"
    f"{SPEAKER} <their|given|surname|gen|honorific>{{1,4}} <neighbour|fellow> {_SURE} <honorific>? <iam|hoon>",
    f"<i_en> <other_mark>? <am_en> <their|article|given|surname|other_mark|gen>{{1,4}} <neighbour> <comma>? {_SURE}",
    # "... leta hai. Vendor Shyamu Gupta, license SKD/118"
    f"<stop|newline> <occupation|post>{{1,2}} {_LISTED} <comma> <common|open|label>{{1,2}} "
    "<tag|open|slash|colon|num|id>{1,5} <stop|dot>? $",
    # "mai kirana wala Mahesh, ..."
    f"{SPEAKER} <common|open|occupation|firm|property|business>{{1,2}} <wala> {_SURE} "
    "(?= <comma|stop|newline|iam|hoon> | $ )",
    f"<i_nom|imaybe> <their> <kin> (?P<name> {KNOWN} <surname>? ) (?= <hoon|iam|stop|comma|newline> | $ )",
    f"<pronoun_it> <is|was> <i|eng_me|me> <comma>? {_LISTED}",
    # "I am writing on behalf of him, Suresh Yadav, 98..."
    f"<i_en> <am_en>? <reporting|put_down> <on> <common> <gen> <!stop&!newline&!comma>{{1,3}} <comma> {_SURE}",
    # at the very end, after a request or after one's own number
    f"(?: <please> | <closing> | <info> ) <!stop&!newline&!they&!their>{{0,4}} <comma|stop|newline|colon> {_SURE} "
    "<stop|dot>? $",
    "(?: <stop|newline|comma> ) <from> (?P<name> <given&!common&!place> <surname>? ) <stop|dot>? $",
    f"<name> <!stop&!newline>{{0,3}} <hide> <!newline&!they&!their>{{0,14}} <newline|colon> {_LISTED} <stop|dot>? $",
    f"<tag_reporter> <!newline&!they&!their&!suspect&!crime&!tag>{{0,14}} <comma|stop|newline> <name> <is|colon>? "
    f"{_LISTED} <stop|dot>? $",
    # "mera card [reporter id] hai, naam ..."
    f"<tag_reporter&!tag_name> <is>? <comma|stop|and> <name> <is|colon>? {ANY} (?= <stop|comma|newline> | $ )",
    # "ladki ka bhai hu, Shravan Seth, ...", "if they learn that Prateek told this", "the video is by Hemlata"
    f"<gen> <kin|offspring> <iam|hoon> <comma> {_SURE} (?= <comma|stop|newline> | $ )",
    f"<if|not|nobody> <!stop&!newline>{{0,8}} <that> {_SURE} <said|info|call|sends> <this|you|that|eng_me>",
    f"<not|nobody> <!stop&!newline>{{0,8}} <that> <!stop&!newline>{{1,4}} <is_en> <by|from> {_SURE}",
    # "meri apni bike hai, naam hai Sabhajeet", "... ko pakdein - ek pita, Ramkhelawan"
    f"<my> <!stop&!newline&!they&!their&!ne&!gen&!man&!suspect&!number_word>{{1,5}} <is> <comma> <name> <is> {_LISTED} "
    "(?= <comma|stop|newline> | $ )",
    f"<colon> <article|number_word> <kin|occupation> <comma> {_SURE} <stop|dot>? $",
)
