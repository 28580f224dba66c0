"""The reporter cannot be recognised; the evidence stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from satark.redaction import redact
from satark.text import LONGEST_MESSAGE, normalise
from tests.work import calls

# (message, what must be gone, what must stand)
REPORTERS = [
    ("main Faizan hu, Noor tailors ke naam se silai ki dukan hai", ["Faizan", "Noor tailors"], ["silai"]),
    ("mere darwaje par aakar Kallu ne gaali di", ["mere darwaje"], ["Kallu"]),
    ("my son Dinesh, his number is 9000538210, saw Raju with the katta", ["Dinesh", "9000538210"], ["Raju"]),
    (
        "meri patni Kamla ko uske phone 9000538210 par 9000112233 se gande video aate hain",
        ["9000538210"],
        ["9000112233"],
    ),
    ("hamar beti ke phon 9000538210 pe 9000112233 se message aavela", ["9000538210"], ["9000112233"]),
    ("main Buxar se aa raha tha gadi UP61 AX 2040, nakli police ne paise liye", ["UP61 AX 2040"], ["nakli police"]),
    ("mera khata SBI 30214478965 se 45000 nikla", ["30214478965"], ["45000"]),
    ("mail chor77@gmail.com se dinesh.k@gmail.com par aaya", ["dinesh.k@gmail.com"], ["chor77@gmail.com"]),
    ("The undersigned Ajay Kumar wants action on Kallu", ["Ajay"], ["Kallu"]),
    ("Kamla Kharwar bolatani sarkar, Munna daru bechat ba", ["Kamla"], ["Munna"]),
    ("मैं सुरेश और मेरा भाई रमेश लौट रहे थे तो बंटी और कालिया ने तमंचा दिखाया", ["सुरेश", "रमेश"], ["बंटी", "कालिया"]),
    ("mera naam Kamla Bind hai, Tillu Yadav hamare gaon me juaa khelata hai", ["Kamla"], ["Tillu Yadav"]),
    ("name: Kamla Bind, my bike was stolen", ["Kamla"], ["bike"]),
    ("I am the same Jamuna who wrote on Monday", ["Jamuna"], ["Monday"]),
    ("This is written by Jamuna on behalf of the lane", ["Jamuna"], ["lane"]),
    ("mera naam Dinesh hai par log Putun bulate hain", ["Dinesh", "Putun"], []),
    ("हमारी मोटरसाइकिल परसों मंडी से चोरी हो गई, गाड़ी नंबर UP61 AB 2040 है", ["UP61 AB 2040"], ["मंडी"]),
    ("papa ki bike mele se uthi, uska number UP61 K 2040 hai", ["UP61 K 2040"], []),
    ("UP61S2040 mera chalan bina baat ke kata", ["UP61S2040"], []),
    ("mera no 9000538210, 9000112233 se dhamki aati hai", ["9000538210"], ["9000112233"]),
    ("main Dinesh hu mobile 9000538210 aur 9000112233 se log pareshan karte hai", ["9000538210"], ["9000112233"]),
    ("mere paytm nbr 9000538210@ybl se paisa chor77@ibl ko chala gaya", ["9000538210@ybl"], ["chor77@ibl"]),
    ("thag ne apna UPI chor77@ibl bheja, meri id dinesh@ybl hai", ["dinesh@ybl"], ["chor77@ibl"]),
    ("Munna ne Dinesh ko lathi se mara, wo mera bhai hai", ["Dinesh"], ["Munna"]),
    ("mera naam Suresh Kumar Yadav hai", ["Suresh", "Kumar", "Yadav"], ["mera naam"]),
    ("mera naam Roza hai, kal juaa hua", ["Roza"], ["juaa"]),
    ("naam mera pappu hai", ["pappu"], []),
    ("मेरा नाम सुरेश कुमार है, शाहगंज में गांजा बिक रहा है", ["सुरेश", "कुमार"], ["शाहगंज", "गांजा"]),
    ("हमार नाम रामधनी बा", ["रामधनी"], []),
    ("Main Ramesh bol raha hoon Kerakat se", ["Ramesh"], ["Kerakat"]),
    ("मैं सुरेश कुमार पुत्र रामलाल निवासी ग्राम पिलकिछा थाना खुटहन", ["सुरेश", "रामलाल", "पिलकिछा"], []),
    ("I am Suresh Kumar from Shahganj. Ganja is sold here", ["Suresh", "Kumar"], ["Shahganj", "Ganja"]),
    ("this is Ramesh Yadav from Kerakat", ["Ramesh"], ["Kerakat"]),
    ("Ramesh here. Ganja is sold near school", ["Ramesh"], ["Ganja is sold near school"]),
    ("Please help. Regards, Anil Kumar", ["Anil"], ["Please help"]),
    ("भवदीय\nअनिल कुमार सिंह", ["अनिल"], ["भवदीय"]),
    ("mera naam Ramesh hai. - Ramesh", ["Ramesh"], []),
    ("mera email suresh.k@gmail.com hai", ["suresh.k", "gmail"], []),
    ("mera aadhar 2345 6789 0124", ["2345", "6789"], []),
    ("mera PAN ABCPE1234F", ["ABCPE1234F"], []),
    ("meri upi id suresh@oksbi hai", ["suresh", "oksbi"], []),
    ("paise mere khate 123456789012 se kat gaye", ["123456789012"], ["kat gaye"]),
    ("meri bike UP62AT1234 chori ho gayi", ["UP62AT1234"], ["bike", "chori"]),
    ("UP62AB1234 mere bhai ki bike hai", ["UP62AB1234"], []),
    ("mera apna truck UP65ZX1909 uske piche tha", ["UP65ZX1909"], ["truck"]),
    ("meri khud ki gaadi UP65 ZX 1909 bhi wahin khadi thi", ["UP65 ZX 1909"], ["gaadi"]),
    ("my own tractor UP61S2040 was behind theirs", ["UP61S2040"], ["tractor"]),
    ("jis bus se main aa raha tha uska number UP62 AC 1111 hai", ["UP62 AC 1111"], ["bus"]),
    ("jis scooty par hum the UP62 AC 1111 usi ko roka", ["UP62 AC 1111"], ["scooty"]),
    ("UP61S2040 ka malik main hu, uski UP67 T 9001 thi", ["UP61S2040"], ["UP67 T 9001"]),
    ("hamni ke bolero UP61S2040 se jaat rahli", ["UP61S2040"], ["bolero"]),
    ("jis number se main message kar raha hu wo 9000538210 hai", ["9000538210"], []),
    ("ye mera khud ka number hai 9000538210, Tillu daru bechta hai", ["9000538210"], ["Tillu"]),
    ("9000112233 se mere 9000538210 pe dhamki aayi", ["9000538210"], ["9000112233"]),
    ("uska 9000112233 mera 9000538210", ["9000538210"], ["9000112233"]),
    ("mere chacha Ramdhani ke ghar ke samne Munna ganja bechta hai", ["Ramdhani"], ["Munna"]),
    ("mere dono bete Aman aur Rohit ko Kallu ne mara", ["Aman", "Rohit"], ["Kallu"]),
    ("my sons Aman and Rohit were beaten by Munna", ["Aman", "Rohit"], ["Munna"]),
    ("Tillu ne mere bhai ko mara, uska naam Suresh hai", ["Suresh"], ["Tillu"]),
    ("मेरे भाई को कल्लू ने मारा, सुरेश नाम है उसका", ["सुरेश"], ["कल्लू"]),
    ("Shivnath ka ladka bol raha hu, Dinesh ganja bechta hai", ["Shivnath"], ["Dinesh"]),
    ("mujhe call kar lijiye, number hai 9000538210", ["9000538210"], []),
    ("साहब फोन कर लें मुझे, नंबर है नौ शून्य शून्य शून्य पांच तीन आठ दो एक शून्य", ["नौ शून्य शून्य शून्य"], []),
    ("main makan number 45/2 gali 3 Ahiyapur me rehta hoon", ["45/2", "Ahiyapur"], []),
    ("mera ghar hanuman mandir ke bagal me hai", ["hanuman"], []),
    ("main SBI Shahganj branch me cashier hoon", ["SBI", "cashier"], []),
    ("मैं स्टेट बैंक शाहगंज में कैशियर हूं", ["स्टेट", "कैशियर"], []),
    ("I am a constable posted at Kotwali thana", ["constable", "Kotwali"], []),
    ("main Kheta gaon ka pradhan hoon", ["pradhan"], ["Kheta gaon"]),
    ("mera bhai Suresh ke sath marpeet hui", ["Suresh"], ["bhai", "marpeet"]),
    ("my brother Suresh was beaten by Raju", ["Suresh"], ["Raju"]),
    ("mere bhai Suresh ko Raju ne goli maar di", ["Suresh"], ["Raju"]),
]

EVIDENCE = [
    "mai Rakesh Bind ki shikayat karna chahta hu, wo daru bechta hai",
    "recovery wala 9000112233 gali deta hai",
    "9000112233 roz mujhe dhamki deta hai",
    "Umesh apan mehraru Sunita ke jara dihlas",
    "उसने कहा मैं एसबीआई का मैनेजर राकेश हूँ, ओटीपी दो",
    "बोला बैंक से राहुल शर्मा बोल रहा हूँ",
    "मैं गर्भवती हूँ, पति मारता है",
    "मैं लोहिया पार्क में टहल रहा था तभी दो लड़के आए",
    "I do not want to tell my name. Raghvendra of Tarwan is selling katta",
    "my nephew Rahul has stolen two motorcycles",
    "my uncle Mobin keeps two rifles in the cowshed",
    "Kanya skool Baburi ke paas juaa hota hai",
    "प्रिंस नाम के लइका हमार मोबाइल छीन लेलस",
    "someone at 9000112233 calling again and again for money",
    "please 9000112233 ko track karo, thag hai",
    "Kallu ne apni wife Sunita ko jala diya",
    "mere padosi Vishwanath Gupta ki chhat par katta rakha hai",
    "मेरे जेठ रामसुमेर ने मेरी जमीन जोत ली है",
    "हमार देवर कन्हई हमरा के मारत बाड़न",
    "my uncle Satyendra comes in my bed in the night",
    "my landlord Shivbabu broke my door",
    "mai Vinod ki patni hu, mera naam mat likhna, wo roz peeke marta hai",
    "bhaiya Golu ke khilaf koi gawahi nahi dega",
    "ek bachchi Mohan ke saath station par khadi hai",
    "Mohd. Azam of Ward No. 9 sells cow meat",
    "Smt. Vidya Rani, cashier of U.P. Sahkari Bank, took a bribe of 500",
    "Dear sir, Shailesh Upadhyay, teacher at Gaura, comes drunk",
    "mujhe Mirza se dar hai, wo rifle rakhta hai",
    "Raju naam ka ladka pudiya bechta hai",
    "daroga Ram Singh aur sipahi Mohan vasooli karte hain",
    "Pappu ki dukan par daru milti hai",
    "mera bhai Suresh ganja bechta hai",
    "my brother Suresh sells illegal liquor",
    "मेरा भाई राजू कट्टा बेचता है",
    "mere pati Ramesh roz daru peekar mujhe maarte hain",
    "main kisan hoon, gaon me sharab bikti hai",
    "main gaon se hoon",
    "I am scared of Raju who sells ganja",
    "main thak gaya hoon",
    "hum sab gaon wale pareshan hain",
    "mera naam gupt rakhna",
    "मेरा नाम गुप्त रखा जाए",
    "mera naam kisi ko mat batana",
    "Raju putra Mohan niwasi gram Kheta ganja bechta hai",
    "Raju ke ghar makan number 45 me juaa hota hai",
    "H.No. 45/2 me satta chalta hai",
    "kal raat UP62AT1234 pickup se gaay le ja rahe the",
    "wo apni scorpio UP62AB1234 se hafta vasoolta hai",
    "jiski khud ki gaadi UP62 AC 1111 hai wahi bechta hai",
    "jis gaadi se wo bhaga uska number UP62 AC 1111 hai",
    "wo mujhe call karta hai, number hai 9000538210",
    "usne kaha mujhe 9000112233 par call karna ganja mil jayega",
    "Tillu bola meri gaadi UP66CD5678 hai koi chhu nahi sakta",
    "mera pair UP66CD5678 ne kuchal diya",
    "pareshan hu main, Kallu roj daru pike gali deta hai",
    "jo meri beti ko chhedta hai uska naam Kallu hai",
    "Kallu ka beta Raju aur Munna juaa khelte hai",
    "fraud ne UPI raju55@ybl par 5000 dalwaye",
    "uska aadhaar card number 234567890124 hai",
    "Chhotu bol raha tha ki kal maal aayega",
    "I saw Ramesh and Suresh carrying guns",
    "Raju 25 saal ka hai, ganja bechta hai",
    "उसका भाई पप्पू भी साथ में दारू बेचता है",
]

VICTIMS = [
    ("11 saal ke Sunny ko bhatte ke malik ne bandhak rakha hai", ["Sunny"], ["malik"]),
    ("jis ladki ke saath hua uska naam Lalita hai, ladka Munna hai", ["Lalita"], ["Munna"]),
    ("12 saal ki bachi Pooja ke saath Raju ne galat kaam kiya", ["Pooja"], ["Raju", "12 saal"]),
    ("Pintu ne Sunita ka rape kiya", ["Sunita"], ["Pintu"]),
    ("Pooja was raped by Raju", ["Pooja"], ["Raju"]),
    ("मेरी बहन सुनीता के साथ छेड़खानी हुई", ["सुनीता"], ["छेड़खानी"]),
    ("8 saal ka bachcha Rohan gayab hai", ["Rohan"], ["8 saal"]),
    ("A 10 year old girl Pooja was kidnapped", ["Pooja"], ["10 year old girl"]),
    ("gaon ki ladki Sunita (15 saal) ko Raju bhaga le gaya", ["Sunita"], ["Raju"]),
]


@pytest.mark.parametrize(("message", "gone", "kept"), REPORTERS + VICTIMS)
def test_the_reporter_and_the_victim_are_gone(message: str, gone: list[str], kept: list[str]) -> None:
    text = redact(message).text
    assert [word for word in gone if word in text] == []
    assert [word for word in kept if word not in text] == []


@pytest.mark.parametrize("message", EVIDENCE)
def test_evidence_is_kept_whole(message: str) -> None:
    assert redact(message).text == normalise(message)


@pytest.mark.parametrize("message", [row[0] for row in REPORTERS + VICTIMS] + EVIDENCE)
def test_redacting_twice_changes_nothing_in_any_of_them(message: str) -> None:
    once = redact(message).text
    assert redact(once).text == once


_TRICKY = (
    *"9876543210 98765 43210 [reporter phone] [phone] [name] . , nau aath नौ double @ +91 mera number uska".split(),
    "\n",
)
_PIECES = st.sampled_from([*" ".join([*(row[0] for row in REPORTERS + VICTIMS), *EVIDENCE]).split(), *_TRICKY])


@given(st.lists(_PIECES, max_size=30).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_redacting_twice_changes_nothing(message: str) -> None:
    once = redact(message).text
    assert redact(once).text == once


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_string_is_taken_without_raising_and_stays_fixed(message: str) -> None:
    once = redact(message).text
    assert redact(once).text == once
    assert len(once) <= LONGEST_MESSAGE


@pytest.mark.parametrize(
    "unit", ["mera naam suresh ", "9 ", "ek ", "a.b@", "[", "up62at", "मेरा भाई ", "makan number 45/2 gali ", " ."]
)
def test_twice_the_length_is_no_more_than_some_thrice_the_work(unit: str) -> None:
    half = unit * (LONGEST_MESSAGE // 2 // len(unit))
    redact(half)  # what is read once a process is read now
    assert calls(redact, half + half) < 3.5 * calls(redact, half) + 100_000


def test_tags_are_told_in_order() -> None:
    result = redact("mera naam Suresh hai, mera number 9876543210")
    assert result.tags == ("[reporter name]", "[reporter phone]")
    assert result.text == "mera naam [reporter name] hai, mera number [reporter phone]"


def test_a_digit_that_python_does_not_know_yet_breaks_nothing():
    tangsa_zero = "\U00016ac0"  # Unicode 14; `regex` knows it, `unicodedata` of Python 3.10 does not
    text = f"call {tangsa_zero}{tangsa_zero} or 9000012345"
    assert tangsa_zero in redact(text).text
