"""Kin who harm the one who writes, others told by their part or their name alone, and oneself told by a trade, a post,
a neighbour; by the rules alone."""

import pytest

from satark.reading import Owner
from satark.redaction.accused import accused
from satark.redaction.anothers import anothers
from satark.redaction.employment import employment_cuts
from satark.redaction.firms import firm_cuts
from satark.redaction.names import name_cuts
from satark.redaction.owners import owners
from tests.satark.redaction.telling import passage, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My husband Irfan has beaten me with a ladle again, yesterday evening", "Irfan"),
        ("please come my husband Ajit is strangling me", "Ajit"),
        ("My husband Imtiaz and jeth Guddan beat me for a bike", "Imtiaz"),
        ("mera pati Mahesh abhi tel chhidak ke mujhe jalane aa raha hai", "Mahesh"),
        ("मेरे ताऊ राजाराम मेरी चचेरी बहन को 60 हजार में बेच देंगे", "राजाराम"),
        ("devar Chhotan ne kal dukan wale ladke se marpeet ki.", "Chhotan"),
        ("My son Irfan is with that gang, they looted the shop", "Irfan"),
        ("mere pati Dinesh ne mujhe bahut mara", "Dinesh"),
        ("मेरे भाई सुरेश ने मुझे लाठी से मारा", "सुरेश"),
        ("mere jeth Ramnath ne mera gala dabaya", "Ramnath"),
        ("my elder brother Rajendra forged my signature", "Rajendra"),
        ("mere bhai Suresh ke khilaf shikayat karni hai", "Suresh"),
        ("मेरे पति दिनेश से मुझे जान का खतरा है", "दिनेश"),
        ("please save me from my husband Dinesh", "Dinesh"),
        ("रमेश यादव, मेरा पति, मुझे मारता है", "रमेश यादव"),
        ("my brother sells ganja, his name is Suresh", "Suresh"),
        ("मेरे पति का नाम दिनेश है वह मुझे मारता है", "दिनेश"),
        ("mera malik Suresh Agrawal mujhe band karke kaam karata hai", "Suresh Agrawal"),
        ("bitiya ke sasural wale dahej khatir maarat bade, damad ke naam Mukesh Rai ha", "Mukesh Rai"),
        ("My sister is married there. Her husband Asif Ansari who is a clerk beat her on Tuesday", "Asif Ansari"),
    ],
)
def test_kin_who_do_harm(text: str, name: str) -> None:
    told = passage(text)
    assert words(told, accused(told)) == name


@pytest.mark.parametrize(
    "text",
    [
        "mera bhai Raju mujhe bachane aaya to usko maara",
        "mera beta Aman mujhe mila to khoon se lathpath tha",
        "my brother Raju was beaten in front of me by Sonu",
        "My brother Raju saw him beat me",
        "mere bhai Ramesh mujhe bata rahe the ki log unko maar rahe hain",
        "my son Irfan is in that gang's hands",
        "meri behan Sita mujhe maarne se bachati hai",
        "mere bhai Suresh ne mujhe bataya ki Kallu ganja bechta hai",
        "mere bhai Suresh ne mujhe bachaya jab Kallu ne mara",
        "mere pati Dinesh ne mujhe phone kiya ki Kallu maar raha hai",
        "mere bhai Suresh ke khilaf police ne jhootha case likh diya",
        "mere bhai Suresh se mujhe pata chala ki Kallu daru bechta hai",
        "my brother Rajendra was slapped by Kallu in front of me",
        "my son Aman saved me when Kallu attacked me",
        "Raju, my brother, was beaten by Kallu",
        "mere pati ka naam Ramesh hai, unko chor ne mara",
    ],
)
def test_kin_who_do_none(text: str) -> None:
    assert not accused(passage(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("thane me report nahi likhi. jis ladke ne humko maara uska naam Pappu hai", "Pappu"),
        ("They preach every Friday. Name of leader is Johnson.", "Johnson"),
        ("a call girl racket runs there. Owner madam name Simran", "Simran"),
        ("two families fought. Main one is Jogi who is free", "Jogi"),
        ("prayer is held in house of one Mary didi at Naugarh", "Mary"),
        ("bachche bech deta hai. auto wala Kallan hai.", "Kallan"),
        ("तमंचा बनता है 3000 में, मिस्त्री जगरनाथ ह", "जगरनाथ"),
        ("do ladkiyan band hain. malkin Muniya. hum saamne se dekhte hain", "Muniya"),
        ("paper bech raha hai. Naam Saurabh, coaching chalata hai.", "Saurabh"),
        ("one of them pulled her dupatta, the boy they call Monty.", "Monty"),
        ("Raju Yadav, Munna Yadav, Sonu Yadav chori karte hai", "Raju"),
        ("mujhe Anil Yadav, Sunil Yadav, Mohan Pal ne mara", "Anil"),
        ("Vikas Gupta, mera makan dekhne wala, katta rakhta hai", "Vikas"),
        ("main Apex Hospital gaya tha, 20000 zyada liye", "Apex"),
    ],
)
def test_another_s_name(text: str, name: str) -> None:
    told = passage(text)
    assert name in words(told, anothers(told)).split()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mandi me sabji bechta hu, naam Harish Maurya. kal ek aadmi nakli note de gaya", "Harish Maurya"),
        ("Kallu apne bhai ko maar raha hai, mai uska padosi Dharmu hu", "Dharmu"),
        ("मैं उनका पड़ोसी रामदीन हूं", "रामदीन"),
        ("I am his neighbour Suresh", "Suresh"),
        ("bachche chori hote hain. mai kirana wala Mahesh, kal dekha", "Mahesh"),
        ("sipahi roz 100 leta hai. vendor Shyamu Gupta, license SKD/118", "Shyamu Gupta"),
        ("raat ko goli chali. ghar me budhi maa Shanti Devi aur bachche hain", "Shanti Devi"),
        ("Kallu ganja bechta hai. Name: Vinod Yadav Mobile: 9838123456", "Vinod Yadav"),
        ("Kallu Pal ganja bechta hai. 9838123456 Anil Maurya", "Anil Maurya"),
        ("Kallu sharab bechta hai kripya karwai kare Vinod Kumar gram Pura", "Vinod Kumar"),
        ("Kallu kehta hai ki Suraj tujhe goli maar dunga", "Suraj"),
    ],
)
def test_own_name(text: str, name: str) -> None:
    told = passage(text)
    assert name in [text[cut.start : cut.end] for cut in name_cuts(told)]
    assert name.split()[0] not in words(told, anothers(told)).split()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("मैं प्रधान पति हूं भाटपुरवा का, कल गाय कटी", "प्रधान पति"),
        ("hum Baruada ke sarpanch bolat bani, laash milal ba", "sarpanch"),
    ],
)
def test_own_post(text: str, post: str) -> None:
    assert post in [text[cut.start : cut.end] for cut in employment_cuts(passage(text))]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("I am [reporter name], cook of Hotel Ganga View in town. girls are supplied there", "Hotel Ganga View"),
        ("mai [reporter name], dukan Annapurna Trading co.", "Annapurna Trading"),
    ],
)
def test_own_firm(text: str, firm: str) -> None:
    assert firm in [text[cut.start : cut.end] for cut in firm_cuts(passage(text))]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("wo ladkiyon ki photo edit karke whatsapp group me daalta hai apne no 9800012345 se", "other"),
        ("OTP le ke 35000 apne phonepe bunty@ibl pe daal liye", "other"),
        ("they said they will break my leg. 9800012345 is Chandan.", "other"),
        ("maine 35000 apne khate 123456789012 me daale", "reporter"),
        ("Santosh ne 3 lakh liye account 32145678901, ab phone band", "other"),
        ("5000 bheje phonepe se 9876540000 ko", "other"),
        ("Bablu katta rakhta hai, adhik jankari ke liye 9838123456", "reporter"),
        ("mera naam Rakesh hai. UP65AB1212 bolero se sharab aati hai", "other"),
    ],
)
def test_the_owner_of_a_number(text: str, owner: Owner) -> None:
    assert [owned.owner for owned in owners(passage(text))] == [owner]
