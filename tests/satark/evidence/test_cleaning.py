"""Files made anew: what they show stays, what they say of their maker is gone; what is unsafe to open is refused."""

import json
import shutil
import subprocess
import sys

import pypdfium2
import pytest
from PIL import Image

from satark.evidence import Facts, Refused, clean_apart
from satark.evidence.rooms import RoomError, _ask, room, wipe_leftovers
from satark.settings import CleaningLimits
from tests.satark.evidence import files
from tests.satark.evidence.files import CANARY

LIMITS = CleaningLimits()
# What exiftool tells of a bare file: its outside, and what the format itself must say to be opened.
PLAIN_GROUPS = {"ExifTool", "System", "File", "Composite"}


def exiftool(path):
    if not shutil.which("exiftool"):
        pytest.skip("exiftool is not installed: run scripts/system-packages")
    command = ["exiftool", "-j", "-a", "-G1", "-ee", "-U", "-api", "RequestAll=2", str(path)]
    (told,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return told


def says_nothing(path):
    """Neither exiftool nor the bytes know the canaries or the maker."""
    content = path.read_bytes()
    for form in (CANARY.encode(), CANARY.encode("utf-16-le"), CANARY.encode("utf-16-be"), b"Lavc", b"Lavf", b"x264"):
        assert form not in content
    told = json.dumps(exiftool(path))
    assert CANARY not in told
    for word in ("GPS", "22:15:00", "XMP", "Serial", "Lavf", "2026-11-20", "2026:11:20"):
        assert word not in told, word
    return True


def cleaned(content_type, source, tmp_path, **limits):
    target = tmp_path / "target"
    target.mkdir()
    made = clean_apart(content_type, source, target, LIMITS.copy(update=limits))
    assert made.apart
    return made, target / made.file, target


@pytest.mark.parametrize(
    ("form", "content_type", "becomes"),
    [
        ("JPEG", "image/jpeg", "image/jpeg"),
        ("PNG", "image/png", "image/png"),
        ("WEBP", "image/webp", "image/jpeg"),
        ("HEIF", "image/heic", "image/jpeg"),
        ("GIF", "image/gif", "image/png"),
    ],
)
def test_a_picture_keeps_what_it_shows_and_nothing_else(tmp_path, form, content_type, becomes):
    source = files.picture(tmp_path / f"source.{form}", form)
    assert CANARY in json.dumps(exiftool(source))
    made, file, target = cleaned(content_type, source, tmp_path)
    assert made.content_type == becomes
    assert says_nothing(file) and says_nothing(target / made.thumbnail)
    assert {tag.partition(":")[0] for tag in exiftool(file) if ":" in tag} <= PLAIN_GROUPS | {"PNG", "JFIF"}
    with Image.open(file) as image:
        left, right = image.getpixel((100, 300)), image.getpixel((500, 300))
        assert image.size == (640, 480) and left[0] > 150 > left[2] and right[2] > 150 > right[0]
    with Image.open(target / made.thumbnail) as small:
        assert max(small.size) == 480
    if form != "GIF":
        assert made.facts == Facts("2026-11-20T22:15:00+05:30", 26.04965, 82.684228)


def test_a_picture_taken_sideways_is_turned_upright(tmp_path):
    source = files.picture(tmp_path / "source.jpg", "JPEG", orientation=6)
    _, file, _ = cleaned("image/jpeg", source, tmp_path)
    with Image.open(file) as image:
        assert image.size == (480, 640)
        assert min(image.getpixel((470, 300))) > 200  # the white bar was at the top and lies at the right now


def test_a_see_through_picture_stands_on_white(tmp_path):
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(tmp_path / "source.png")
    _, file, _ = cleaned("image/png", tmp_path / "source.png", tmp_path)
    with Image.open(file) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_a_moving_gif_becomes_a_film(tmp_path):
    frames = [files.scene((120, 90)), files.scene((120, 90)).rotate(180)] * 5
    frames[0].save(tmp_path / "s.gif", save_all=True, append_images=frames[1:], duration=200, comment=CANARY.encode())
    made, file, _ = cleaned("image/gif", tmp_path / "s.gif", tmp_path)
    assert made.content_type == "video/mp4" and says_nothing(file)
    assert made.seconds == pytest.approx(2.0, abs=0.4)


@pytest.mark.parametrize("name", ["film.mp4", "film.mov", "film.3gp"])
def test_a_film_keeps_what_it_shows_and_nothing_else(tmp_path, name):
    size = "352x288" if name.endswith("3gp") else "320x240"
    source = files.film(tmp_path / name, 2, size)
    assert CANARY.encode() in source.read_bytes()
    content_type = {"mp4": "video/mp4", "mov": "video/quicktime", "3gp": "video/3gpp"}[name.rpartition(".")[2]]
    made, file, target = cleaned(content_type, source, tmp_path)
    assert says_nothing(file) and says_nothing(target / made.thumbnail)
    told = exiftool(file)
    assert f"{told['Track1:ImageWidth']}x{told['Track1:ImageHeight']}" == size
    assert made.seconds == pytest.approx(2.0, abs=0.3)
    assert "Track2:AudioFormat" in told
    assert made.facts.taken_at == "2026-11-20T16:45:00+00:00"
    if name == "film.mp4":
        assert (made.facts.latitude, made.facts.longitude) == (26.0496, 82.6842)


def test_a_large_film_becomes_smaller_and_stays_as_wide_as_high(tmp_path):
    source = files.film(tmp_path / "film.mp4", 1, "482x1600")
    _, file, _ = cleaned("video/mp4", source, tmp_path)
    told = exiftool(file)
    assert told["Track1:ImageHeight"] == 1280 and abs(told["Track1:ImageWidth"] - 482 * 0.8) <= 2


@pytest.mark.parametrize(
    ("name", "codec", "content_type"),
    [
        ("voice.ogg", "libopus", "audio/ogg"),
        ("voice.mp3", "libmp3lame", "audio/mpeg"),
        ("voice.m4a", "aac", "audio/mp4"),
        ("voice.aac", "aac", "audio/aac"),
        ("voice.mp4", "aac", "video/mp4"),
    ],
)
def test_a_voice_keeps_no_tags(tmp_path, name, codec, content_type):
    source = files.sound(tmp_path / name, 2, codec)
    made, file, _ = cleaned(content_type, source, tmp_path)
    assert made.content_type == "audio/mp4" and made.thumbnail is None
    assert says_nothing(file)
    assert made.seconds == pytest.approx(2.0, abs=0.3)


def test_a_paper_becomes_pictures_of_its_pages(tmp_path):
    source = files.paper(tmp_path / "paper.pdf", pages=2)
    assert CANARY in json.dumps(exiftool(source)) and source.read_bytes().count(CANARY.encode()) > 6
    made, file, target = cleaned("application/pdf", source, tmp_path)
    assert made.pages == 2 and says_nothing(file) and says_nothing(target / made.thumbnail)
    assert not {"PDF:Author", "PDF:Title", "PDF:Producer", "PDF:CreateDate", "PDF:ModifyDate"} & set(exiftool(file))
    document = pypdfium2.PdfDocument(str(file))
    assert len(document) == 2
    seen = document[1].render().to_pil().convert("RGB")
    assert seen.getpixel((seen.width // 4, seen.height // 2))[0] > 150


def refusal(content_type, source, tmp_path, **limits):
    with pytest.raises(Refused) as refused:
        cleaned(content_type, source, tmp_path, **limits)
    return refused.value.reason


def test_a_picture_that_unpacks_into_gigabytes_is_refused(tmp_path):
    bomb = files.png_bomb(tmp_path / "bomb.png")
    assert bomb.stat().st_size < 1_000_000
    assert refusal("image/png", bomb, tmp_path) == "bomb"


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("source.jpg", "image/jpeg"),
        ("source.png", "image/png"),
        ("film.mp4", "video/mp4"),
        ("voice.mp3", "audio/mpeg"),
        ("paper.pdf", "application/pdf"),
    ],
)
def test_a_file_that_was_cut_off_is_refused(tmp_path, name, content_type):
    makers = {"image": lambda path: files.picture(path, {"jpg": "JPEG", "png": "PNG"}[name[-3:]]), "video": files.film,
              "audio": lambda path: files.sound(path, 4, "libmp3lame"), "application": files.paper}  # fmt: skip
    source = makers[content_type.partition("/")[0]](tmp_path / name)
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 3])
    if content_type == "audio/mpeg":  # an MP3 has no end of its own: what there is can be heard
        assert cleaned(content_type, source, tmp_path)[0].seconds < 2
    elif content_type == "application/pdf":
        assert refusal(content_type, source, tmp_path) == "broken"
    else:
        assert refusal(content_type, source, tmp_path) == "broken"


def test_a_film_whose_index_comes_first_and_whose_pictures_are_missing_is_refused(tmp_path):
    source = files.film(tmp_path / "film.mp4", 8, "320x240", "-movflags", "faststart")
    whole = source.read_bytes()
    source.write_bytes(whole[: len(whole) // 2])
    assert refusal("video/mp4", source, tmp_path) == "broken"


def test_what_takes_too_long_to_hear_or_read_is_refused(tmp_path):
    assert refusal("audio/ogg", files.sound(tmp_path / "v.ogg", 30), tmp_path, media_seconds=20) == "too_long"


def test_ten_hours_of_silence_are_refused_at_once(tmp_path):
    source = tmp_path / "long.ogg"
    files.ffmpeg("-f", "lavfi", "-i", "anullsrc=r=8000:cl=mono", "-t", 36_000, "-c:a", "libopus", "-b:a", "500",
                 "-frame_duration", "120", "-compression_level", "0", source)  # fmt: skip
    assert refusal("audio/ogg", source, tmp_path) == "too_long"


def test_a_film_of_enormous_pictures_is_refused(tmp_path):
    assert refusal("video/mp4", files.film(tmp_path / "f.mp4"), tmp_path, pixels=70_000) == "bomb"


def test_too_many_pages_are_refused(tmp_path):
    assert refusal("application/pdf", files.paper(tmp_path / "p.pdf", 5), tmp_path, pages=4) == "too_long"


def test_a_result_larger_than_allowed_is_refused(tmp_path):
    assert refusal("video/mp4", files.film(tmp_path / "f.mp4", 4), tmp_path, output_bytes=20_000) == "too_large"


def test_a_cleaner_that_does_not_end_is_ended(tmp_path):
    source = files.film(tmp_path / "f.mp4", 20, "1280x720")
    assert refusal("video/mp4", source, tmp_path, wall_seconds=1) == "too_long"


def test_a_cleaner_that_needs_too_much_memory_ends_in_a_refusal(tmp_path):
    Image.new("RGB", (7000, 7000)).save(tmp_path / "large.jpg")
    assert refusal("image/jpeg", tmp_path / "large.jpg", tmp_path, memory_bytes=450_000_000) == "bomb"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-ole-storage", "application/zip"])
def test_other_documents_are_refused(tmp_path, content_type):
    (tmp_path / "file").write_bytes(b"words")
    assert refusal(content_type, tmp_path / "file", tmp_path) == "unsupported"


def test_a_file_of_two_natures_is_only_what_its_first_bytes_say(tmp_path):
    photo = files.picture(tmp_path / "source.jpg", "JPEG").read_bytes()
    paper = files.paper(tmp_path / "paper.pdf").read_bytes()
    source = tmp_path / "both.jpg"
    source.write_bytes(photo + paper + b"<script>" + CANARY.encode())
    made, file, _ = cleaned("image/jpeg", source, tmp_path)
    assert says_nothing(file) and b"%PDF" not in file.read_bytes() and b"<script>" not in file.read_bytes()
    assert made.content_type == "image/jpeg"


def test_a_playlist_in_disguise_opens_no_other_file(tmp_path):
    files.sound(tmp_path / "secret.mp3", 3, "libmp3lame")
    source = tmp_path / "voice.mp3"
    source.write_text(f"ID3\n#EXTM3U\n#EXTINF:3,\nfile://{tmp_path}/secret.mp3\n#EXT-X-ENDLIST\n")
    assert refusal("audio/mpeg", source, tmp_path) == "broken"
    source.write_text(f"ffconcat version 1.0\nfile '{tmp_path}/secret.mp3'\n")
    (tmp_path / "target").rmdir()
    assert refusal("audio/mpeg", source, tmp_path) == "broken"


def test_the_process_has_no_network_and_none_of_our_secrets(tmp_path):
    code = """
import errno, os, socket, sys
from satark.evidence.jail import lock_in
from satark.settings import CleaningLimits
assert lock_in(CleaningLimits())
for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX):
    try:
        socket.socket(family, socket.SOCK_STREAM)
    except PermissionError as error:
        assert error.errno == errno.EPERM
    else:
        sys.exit(f"a socket of {family}")
import subprocess
sub = subprocess.run([sys.executable, "-c", "import socket; socket.socket()"], capture_output=True)
assert b"PermissionError" in sub.stderr, sub.stderr
print("locked in")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "locked in", done.stderr


def test_a_nonsense_answer_is_no_fault_of_the_file(tmp_path):
    with pytest.raises(RoomError):
        _ask({"task": "clean"}, tmp_path, LIMITS)


def test_a_room_is_ours_alone_and_gone_afterwards(tmp_path):
    with room(tmp_path, 1000) as inside:
        assert inside.stat().st_mode & 0o777 == 0o700
        (inside / "file").write_bytes(b"x")
    assert not inside.exists()
    with room(tmp_path, 1 << 60) as inside:
        assert inside.parent == tmp_path / "rooms"
        (inside / "left").write_bytes(b"x")
        assert wipe_leftovers(tmp_path) >= 1
        assert not inside.exists()
