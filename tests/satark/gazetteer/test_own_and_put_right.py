"""The teller's own house and shop as the scene, places put right, namesakes told by a neighbour, ends of a journey."""

import pytest

from satark.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theft [reporter address] at olandganj, lock was broken at night", "Olandganj"),
        ("[reporter address], Saidpur. raat ko taala tod ke almirah khali kar diya", "Saidpur"),
        ("saidpur nahi, sadat likh lijiye", "Sadat"),
        ("saidpur galat likha, sadat kar dijiye", "Sadat"),
        ("ladke opposite Jaisis khade rehte hain", "Jaisis Chauraha"),
        ("ganja bikta hai pan shop infront of jaisis crossing", "Jaisis Chauraha"),
        ("mughalsarai padao pe auto walo se paise lete hain", "Padao"),
        ("khetasarai stasan ke piche tash hota hai", "Kheta Sarai"),
        ("बरहनी बलाक में जुआ होता है", "Barhani"),
        ("one man sits near girls college Nandganj taking photos", "Nandganj"),
        ("phone snatched from my wife near lanka bus stand ghazipur", "Lanka bus stand/ground"),
        ("polytechnic chauraha par chain chheeni, Jaunpur shahar ki baat hai", "Polytechnic Chauraha"),
        ("aaj raat alinagar se gaay bhara truck niklega, dalal ka naam Zakir", "Alinagar"),
        ("मेरे पति सऊदी में रहते हैं, किसी ने फोन करके पैसे ठग लिए", None),
        ("सुरेरी बाजार, बड़का पीपर के नीचे", "Sureri"),
        ("As an advocate practising in Machhlishahr tehsil I say the daroga of Pawara thana took 5000", "Pawara"),
        ("i m cashier, petrol pump at nandganj. two boys took all cash from my counter", "Nandganj"),
        ("करमनासा पार करके सैयदराजा में दारू उतारते हैं", "Saiyadraja"),
    ],
)
def test_where_it_happened(shipped: Gazetteer, text: str, name: str | None) -> None:
    place = shipped.read(text).place
    assert (place.name if place else None) == name


@pytest.mark.parametrize(
    ("text", "name", "district"),
    [
        ("gazana, bazar wala nahi, gaon", "Gazana", "jaunpur"),
        ("raat ko bhains khol le gaye, khur ke nishan nahar tak hain, dedawa", "Dedawa", "chandauli"),
        ("paikar ka naam Zakir hai, saidpur me milta hai", "Saidpur", "ghazipur"),
        ("मारूफपुर गांव (टांडा कला के पास वाला) में जेसीबी चलती है", "Marufpur", "chandauli"),
        ("भोर में नाव छूटती है अमौरा गाँव के घाट से, भदौरा ब्लॉक, गाजीपुर", "Amaura", "ghazipur"),
        ("abhi goli chalat ba Bharsar gaon me", "Bharsar", "ghazipur"),
        ("हेतमपुर नहीं, नोनार लिखिए", "Nonar", "chandauli"),
    ],
)
def test_villages(imported: Gazetteer, text: str, name: str, district: str) -> None:
    place = imported.read(text).place
    assert place is not None
    assert (place.name, place.district) == (name, district)
