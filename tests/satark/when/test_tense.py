"""The tense of the reported offence, from verbs in every script; talk to the police decides nothing."""

import pytest

from tests.satark.when.telling import told

TENSES = {
    "happened": [
        "bike chori ho gayi",
        "mere bhai ko maar diya",
        "बाजार में मोबाइल छीन लिया गया",
        "wahan juaa ho raha tha",
        "kal raat taskari ho rahi thi",
        "log balu le ja rahe the",
        "गाय को पिकअप में भरकर ले गए",
        "gaon me dakaiti bhail",
        "hamra bhai ke lathi se marlas",
        "u log goru le gailan",
        "my phone has been stolen",
        "two men snatched a chain",
        "he was beaten by the police",
        "ghar me chor ghus gaye rahe",
        "mere pitaji ko dhakka dekar gira diya aur jeb se 5000 nikal liye",
        "chor taala tod kar andar ghuse aur gehne samet le gaye",
        "ladki ko bahla fusla kar bhaga le gaya",
        "usne mere chhote bhai ke sir par lathi de maari",
        "गाय काटकर मांस बेच दिया गया",
        "बदमाशों ने तमंचा सटाकर बाइक लूट ली",
        "दबंगों ने मेरी झोपड़ी जला डाली",
        "युवक को पीट-पीटकर अधमरा कर दिया",
        "खेत में किसी अज्ञात महिला का शव मिला है",
        "साइबर ठग ने खाते से अस्सी हजार उड़ा लिए",
        "mobile par OTP pucha aur 45 hazar kat gaye",
        "hamar bhatar daru pi ke hamra ke bahut marlan",
        "chorwa sab ghar ke sab saman utha le gaile",
        "ओकर बेटी के बहला के दिल्ली ले जाके बेच दिहलस",
        "नाव से चौदह पेटी उतारल गइल",
        "They pushed me off the bike and ran away with my bag",
        "Someone has broken into the temple and taken the donation box",
        "My account was emptied after I clicked a link",
        "A boy of our village got shot by Munna's gang",
        "The accused set the hut on fire and escaped",
        "He lured my niece with a job offer and sold her in Delhi",
        "I was slapped and my phone was thrown in the river by the constable",
    ],
    "ongoing": [
        "ganja bik raha hai",
        "yahan juaa chal rha h",
        "नदी से बालू निकाली जा रही है",
        "uske paas katta hai",
        "dukan me daru bikat ba",
        "log taas khelat baadan",
        "they are selling ganja near the school",
        "cattle are being loaded in a truck",
        "ladki ko ghar me band kar rakha hai",
        "ek ladki gayab hai",
        "is ghar me do ladkiyan kaid hain",
        "bagiche me log bada jua khel rahe hai",
        "ladki mandap se bhaag kar hamare yahan chhupi hai, wo log dhoondh rahe",
        "पेड़ के नीचे शराब की भट्टी जल रही है",
        "नहर किनारे पोकलेन मशीन से खुदाई जारी है",
        "चौराहे पर दो गुटों में लाठियां चल रही हैं",
        "khet me ganja ke paudhe lage hue hain",
        "uske godam me 50 peti angrezi sharab rakhi hui hai",
        "truck dhaba pe khada hai, gaay ki awaz aa rahi",
        "दुआर पर चार गो गोरू बान्हल बा काटे खातिर",
        "लइकन के चरस पियावत बाड़ें सन",
        "ghat par nav se balu nikarat ba log",
        "A woman is being held in the brick kiln against her will",
        "Men with guns are standing outside my uncle's house",
        "the factory behind the mill is making country pistols",
        "My husband is beating me, please send help",
        "he is hiding stolen bikes in his cowshed",
        "ek aadmi bachche ko bore me dalkar le ja raha hai",
        "chhat par katte banaye ja rahe hain",
        "Police wale truck walon se wasooli kar rahe hain toll ke paas",
        "poora tola kachchi sharab bana raha hai",
        "mere bete ko bandhak banaye hue hain",
    ],
    "planned": [
        "tomorrow night a truck of liquor goes from here",
        "log hamla karenge",
        "गाय काटने वाले हैं",
        "ladki ko bechne ki yojna bana rahe hain",
        "they are going to rob the bank",
        "they will kill him",
        "daru leke aihen",
        "shaadi me tamancha chalega",
        "दंगा करने की तैयारी है",
        "dono bhai milkar pradhan ko marwane ki soch rahe hain",
        "ve log mandir lootne wale hain",
        "शादी के बहाने लड़की को राजस्थान भेजने की फिराक में हैं",
        "अगली बार पूरी खेप नाव से आएगी",
        "masjid ke bahar danga karane ki planning chal rahi hai",
        "they intend to smuggle the cattle across the border",
        "A gang plans to rob the cash van",
        "They're about to dump the body in the canal",
        "He will throw acid on her if she refuses",
        "us log gaadi rok ke loot karihen",
        "बरात में गोली चलइहें",
        "maal utarne wala hai pul ke paas",
        "खेप उतारी जाएगी सरसों के खेत में",
        "nakli note chalane ki taiyari kar rahe",
    ],
    "recurring": [
        "yahan ganja bikta hai",
        "वे लोग लड़कियों को छेड़ते हैं",
        "sipahi truck walo se paisa lete hain",
        "gaon me daru bikela",
        "u log roj juaa khelelan",
        "the constable takes money from trucks",
        "people gamble near the pond",
        "roz juaa ho raha hai",
        "har shukravar gaay kaat rahe hain",
        "sipahi har gaadi se 100 rupaye leta hai",
        "ye log nabalig ladkiyon se dhandha karwate hain",
        "jab bhi ladkiyan nikalti hain ye seeti bajata hai",
        "वह चाय की दुकान पर गांजे की पुड़िया बेचता है",
        "दहेज के लिए सास ससुर मारते पीटते हैं",
        "दरोगा जी बिना पैसा लिए एफआईआर नहीं लिखते",
        "daru pi ke roj mehri ke maarela",
        "ऊ लोग नाव से बालू ढोवेलें",
        "balu mafia raat bhar trolley chalwata hai",
        "The dhaba owner supplies heroin to truckers",
        "Eunuchs force shopkeepers to pay every week",
        "Bookies accept bets at the paan shop",
        "Liquor is sold openly behind the school",
        "Women are brought here from Kolkata and forced into prostitution",
        "pradhan ka ladka ladkiyon ki video banakar blackmail karta hai",
        "sarkari galle ki kalabazari karte hai",
        "thanedar sahab har mahine gunda se hissa lete hain",
        "bachchon se bheekh mangwaya jata hai",
        "gaay ka maans dukan me bikta hai",
        "hafta na dene par dukan me tod phod karte hain",
        "yahan ganja, smack sab milta hai",
        "mela me jeb katal jala",
    ],
}


@pytest.mark.parametrize(("text", "tense"), [(text, tense) for tense, texts in TENSES.items() for text in texts])
def test_verbs_tell_the_tense(text: str, tense: str) -> None:
    assert told(text).tense == tense


@pytest.mark.parametrize(
    "text",
    [
        "",
        "namaste",
        "hello sir",
        "dhanyavad",
        "kaise report kare",
        "kya yahan report kar sakte hain?",
        "aap log kab aayenge",
        "police karwai karegi?",
        "please take action",
        "कृपया कार्रवाई करें",
        "main photo bhejunga",
        "आप कौन हैं",
        "😀😀",
    ],
)
def test_greetings_questions_and_requests_tell_no_tense(text: str) -> None:
    assert told(text).tense is None


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("ganja bik raha hai, please karwai karein", "ongoing"),
        ("kal raat chori hui, kab karwai karenge aap", "happened"),
        ("sir yahan roz juaa hota hai, pakad lijiye", "recurring"),
        ("maine kal police ko bataya tha, ab bhi daru bik rahi hai", "ongoing"),
        ("log keh rahe hain ki aaj raat hamla karenge", "planned"),
        ("chori kal hui thi", "happened"),
        ("saahab aaj raat gaadi niklegi pakad lijiye", "planned"),
        ("suna hai ki gaon me ganja bikta hai", "recurring"),
    ],
)
def test_the_offence_and_not_the_talk_decides(text: str, tense: str) -> None:
    assert told(text).tense == tense


def test_a_time_asked_of_the_police_lies_ahead() -> None:
    reading = told("kal raat ko aaiye")
    assert reading.tense is None
    assert reading.when is not None and reading.when.start is not None and reading.when.start.day == 24


@pytest.mark.parametrize("name", ["aurela", "barela", "belwal"])
def test_a_village_that_ends_like_a_bhojpuri_verb_tells_no_habit(name: str) -> None:
    assert told(f"kal {name} gaon me do bhains chor le gaye").tense == "happened"
    assert told(f"{name} me ek aadmi ko maar diya").tense == "happened"
