"""Work, seats, papers and plates of the reporter go; the caller's number, the accused's work and the scene stay."""

from __future__ import annotations

from satark.redaction import redact

# (message, what must be gone, what must stand)
WORK = [
    ("main Surya Guest House me bartan dhone ka kaam karta hu, yahan ladkiyan layi jati hain", ["bartan dhone"], []),
    ("मैं थाने के सामने वाली दुकान में सिलाई का काम करती हूं", ["सिलाई का काम"], []),
    ("hum Patrahi bazar me kapde ki dukan karte hain", ["kapde ki dukan"], ["Patrahi"]),
    ("I do billing shift at Om Mall and the manager Tiwari hides cash", ["billing shift"], ["Tiwari"]),
    ("I give music lessons to their son, he showed me the gun", ["music lessons"], ["gun"]),
    ("main Sonu seth ke yahan khalasi hu, wo daru chhupata hai", ["khalasi"], ["Sonu"]),
    ("mai unke ghar jhadu pocha karti hu", ["jhadu pocha"], []),
    ("I am sweeper of the school at Badlapur and the teacher beats girls", ["sweeper"], ["Badlapur"]),
    ("dukan hai meri, Rahul General Store, wahi se chori hui", ["Rahul General Store"], ["chori"]),
    ("I work with a trust called Ujala Foundation", ["Ujala Foundation"], []),
    ("main Pindra gaon me panchayat sahayak hu", ["panchayat sahayak"], ["Pindra"]),
    ("I cook for Ramesh Babu in Shahganj, he keeps guns", ["I cook"], ["Shahganj"]),
]
KIN_AT_WORK = [
    ("mere mama usi daftar me peon hain, unhone dekha", ["usi daftar me peon"], []),
    ("hamare papa gaon ke pradhan hain", ["gaon ke pradhan"], []),
    ("मेरे ससुर सिंचाई विभाग में हैं", ["सिंचाई विभाग"], ["ससुर"]),
    ("my brother is at HDFC, keep him out", ["HDFC"], []),
    ("my father was robbed near the canal, he is a guard in the bank", ["guard in the bank"], ["canal"]),
]
SEATS = [
    ("main railway me keyman hu, gang no 7", ["gang no 7"], []),
    ("I sit at the third table from the window and saw Pintu take the money", ["third table"], ["Pintu"]),
    ("my own shop is just opposite the mill so he will know", ["just opposite the mill"], []),
    ("khet gata 512 mere pitaji ke naam hai", ["512"], ["pitaji"]),
    ("mere ATM card ka aakhri number 8891 hai", ["8891"], []),
    ("makan no 12/4 ke samne ki nali jaam hai, koi safai nahi", ["12/4"], ["nali"]),
    ("मेरी दुकान नंबर 14 है, बगल वाली 15 में नकली दवा बिकती है", ["नंबर 14"], ["15", "नकली दवा"]),
    ("hum masjid wali gali me rehte hain", ["masjid wali gali"], []),
]
PLATES = [
    ("main school van chalata hu UP62 AT 7788, raste me ladke chhedte hain", ["7788"], []),
    ("I was driving my taxi UP65 CT 1122 when they stopped me", ["1122"], []),
    ("I drive the college bus UP50 AT 3344 and saw it", ["3344"], []),
    ("mere piche wali gadi UP61 K 4455 se goli chali", [], ["UP61 K 4455"]),
]
NUMBERS = [
    (
        "sipahi ne paisa apni UPI ramu@okaxis par mangwaya, meri UPI sita@okaxis se gaya",
        ["sita@okaxis"],
        ["ramu@okaxis"],
    ),
    ("maine 5000 apni UPI ram@okaxis se bheje, uski UPI thag@ybl hai", ["ram@okaxis"], ["thag@ybl"]),
    ("I paid from 98765 43210 on phonepe to thag@ybl", ["98765 43210"], ["thag@ybl"]),
    ("sister's account number is 123456789012 and money was taken", ["123456789012"], []),
    ("call aaya ki lottery lagi hai, number 98765 43210", [], ["98765 43210"]),
    ("नंबर 9876543210 था, बोला बैंक से हूं", [], ["9876543210"]),
    ("phone wala number 98765 43210 ab band hai", [], ["98765 43210"]),
    ("number band hai 98765 43210, maine paise bheje the", [], ["98765 43210"]),
    ("he asked me to pay on 98765 43210", [], ["98765 43210"]),
    ("a voice rang my number 90000 12345 at night from 98765 43210", ["90000 12345"], ["98765 43210"]),
    ("jija mujhe roz peetta hai, dahej mangta hai. jija ka number 98765 43210", [], ["98765 43210"]),
    ("jija ko chor ne mara. jija ka number 98765 43210", ["98765 43210"], []),
]
OTHERS = [
    ("Suraj Popular Bakery me kaam karta hai, usne chori ki", "Popular Bakery"),
    ("Bhanu ki mithai ki dukan Shyam Sweets hai", "Shyam Sweets"),
    ("wo Raja Gym ke upar rehta hai aur ganja bechta hai", "Raja Gym ke upar"),
    ("wo mill me palledari ka kaam karta hai", "palledari ka kaam"),
    ("gang number 3 ke ladke mobile chheente hain", "gang number 3"),
    ("third shop from the corner sells charas", "third shop from the corner"),
    ("gata 214 par Munna kabza kar raha hai", "gata 214"),
    ("makan number 14 me juaa hota hai", "makan number 14"),
    ("two men snatched my aunt's purse near Kali Mandir and ran", "near Kali Mandir"),
    ("my neighbour's son is a driver at Asha Transport and he steals diesel", "Asha Transport"),
    ("mera pati factory me mazdoor hai", "mazdoor"),
    ("main rickshaw chalata hu", "rickshaw"),
    ("main Moonlight Lodge me safai ka kaam karta hu. yahan roz juaa hota hai", "Moonlight Lodge"),
    ("हम बरौली गांव में अकेले हैं, रात में पत्थर मारते हैं", "बरौली"),
]


OURS = [*WORK, *KIN_AT_WORK, *SEATS, *PLATES, *NUMBERS]
MOSTLY = 0.9  # where no rule speaks the tagger judges, and what it holds of a sentence moves a little as it is taught


def test_what_is_the_reporters_goes_and_the_rest_stays() -> None:
    wrong = []
    for text, gone, kept in OURS:
        left = redact(text).text
        if any(word in left for word in gone) or any(word not in left for word in kept):
            wrong.append(left)
    assert len(wrong) <= (1 - MOSTLY) * len(OURS), wrong


def test_what_is_told_of_another_or_of_the_scene_stays() -> None:
    lost = [text for text, evidence in OTHERS if evidence not in redact(text).text]
    assert len(lost) <= (1 - MOSTLY) * len(OTHERS), lost
